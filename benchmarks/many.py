"""What a bank of any size beside the facts costs a cold draft and a search, in the same run as none beside it. Times are of the processor.

python benchmarks/many.py PHRASES...                how many each bank holds; 44,600 and 500,000 where none is said
python benchmarks/many.py make FOLDER PHRASES       only makes a bank

An invented phrase is a verb and two to five words that the shipped archive knows, drawn as words are in texts, few often and many once. It is said to
have stood beside twelve such words, two of its own are its licence, and nine in ten are aims, as in a mined bank.
"""

from __future__ import annotations

import random
import re
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from benchmarks.speed import EXAMPLE, least, run, timed
from generator.bank.files import MINED_OPENING
from generator.bank.words import WORDS, load_words
from generator.files import read_text
from generator.yamlfile import dump_rows

ROOT = EXAMPLE.parent.parent
_SIZES = (44_600, 500_000)
_IN_A_FILE = 5_000
_STEEP = 4
"""How much more often the first words are drawn than the last."""
_AIM, _OPENING = 9, 1
"""Aims and openings of ten phrases."""
_VERBS = "推动 促进 确保 提升 夯实 筑牢 保障 增强".split()
_OPENS = "围绕 聚焦 立足 紧盯".split()
_ROUNDS = 9
_SOUGHT = ("压实责任", "优化政务服务", "督查")


def main() -> None:
    if sys.argv[1:2] == ["make"]:
        make(Path(sys.argv[2]), int(sys.argv[3]))
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), list(map(int, sys.argv[1:])) or list(_SIZES))


def measure(folder: Path, sizes: list[int]) -> None:
    tool = [sys.executable, "-m", "generator"]
    banks = {0: []} | {size: ["--bank", str(folder / str(size))] for size in sizes}
    drafts = {size: [*tool, "draft", str(EXAMPLE), "-o", str(folder / f"{size}.docx"), *bank] for size, bank in banks.items()}
    for size in sizes:
        make(folder / str(size), size)
        print(f"{size} phrases: the first draft, which compiles the bank: {timed(lambda size=size: run(drafts[size])):.0f} s", flush=True)
    run(drafts[0])
    rounds = [{size: timed(lambda order=order: run(order)) for size, order in drafts.items()} for _ in range(_ROUNDS)]
    for size in drafts:
        print(f"{size} phrases beside the facts: a cold draft {min(round[size] for round in rounds) * 1000:.0f} ms", flush=True)
    bare = least(_ROUNDS, lambda: run([*tool, "bank", "--help"]))
    for size, bank in banks.items():
        for words in _SOUGHT:
            spent = least(_ROUNDS, lambda words=words, bank=bank: run([*tool, "bank", "search", words, *bank]))
            print(f"{size} phrases: bank search {words}: {(spent - bare) * 1000:.0f} ms beyond bank --help ({bare * 1000:.0f})", flush=True)


def make(folder: Path, phrases: int) -> None:
    """A bank of so many different phrases, as mining writes one."""
    folder.mkdir(parents=True)
    drawn = random.Random(phrases)
    counts = load_words(read_text(ROOT / "phrasebank" / "mined" / WORDS))
    words = sorted((w for w in counts if re.fullmatch("[\u4e00-\u9fff]{2,4}", w)), key=lambda w: -counts[w])

    def some(of: int) -> list[str]:
        return list(dict.fromkeys(words[int(len(words) * drawn.random() ** _STEEP)] for _ in range(of)))

    made: dict[str, dict[str, object]] = {}
    while len(made) < phrases:
        aim, own = drawn.randrange(_AIM + _OPENING) < _AIM, some(drawn.randint(2, 5))
        text = drawn.choice(_VERBS if aim else _OPENS) + "".join(own)
        made[text] = {
            "说法": text, "类": "分句", "性质": "套语", "语步": "举措", "位": "收" if aim else "起",
            "角色": ["做法"], "形": str(len(text)), "词": own, "伴": some(12), "限": own[-2:], "支持": "1", "单位数": "1",
            "次数": "1", "出处": ["云州单位/2024_总结:1"], "状态": "待审",
        }  # fmt: skip
    rows = list(made.values())
    for n in range(0, phrases, _IN_A_FILE):
        (folder / f"分句_{n}.yaml").write_text(f"{MINED_OPENING}\n{dump_rows(rows[n : n + _IN_A_FILE])}", encoding="utf-8")


if __name__ == "__main__":
    main()
