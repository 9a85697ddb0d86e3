"""Makes an archive of any size out of the invented one that comes with the project, for measuring what mining costs.

python benchmarks/archive.py FOLDER REPORTS [CHARACTERS]        the length of a report; that of the example it is made of where it is left out

A report takes the lines of one of the examples, those after a random one where it is to be short. In a third of its clauses one known word of two
characters gives place to another, drawn as words are in texts, few often and many once; every figure is drawn anew. So wordings recur as they do in
an archive, and new ones keep coming.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from generator.bank.words import WORDS, load_words
from generator.files import read_text

ROOT = Path(__file__).resolve().parent.parent
_CHANGED = 1 / 3
_STEEP = 4
"""How much more often the first words are drawn than the last."""
_IN_A_FOLDER = 10


def main() -> None:
    folder, reports = Path(sys.argv[1]), int(sys.argv[2])
    length = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    drawn = random.Random(reports)
    counts = load_words(read_text(ROOT / "phrasebank" / "mined" / WORDS))
    words = sorted((w for w in counts if re.fullmatch("[\u4e00-\u9fff]{2}", w)), key=lambda w: -counts[w])
    examples = [path.read_text(encoding="utf-8").splitlines() for path in sorted((ROOT / "examples" / "往年报告").rglob("*.txt"))]
    for number in range(reports):
        path = folder / f"单位{number // _IN_A_FOLDER}" / f"{1990 + number % _IN_A_FOLDER}_总结.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(made(drawn, drawn.choice(examples), words, length), encoding="utf-8")


def made(drawn: random.Random, example: Sequence[str], words: Sequence[str], length: int) -> str:
    """A report of about ``length`` characters on the lines of ``example``."""
    known = frozenset(words)
    start = drawn.randrange(1, max(2, len(example) // 2)) if length else 1
    lines = [example[0], *example[start:]]
    kept = [line for n, line in enumerate(lines) if not length or sum(map(len, lines[:n])) < length]
    return "\n".join("".join(_clause(drawn, clause, words, known) for clause in re.split("(?<=[，。；：])", line)) for line in kept) + "\n"


def _clause(drawn: random.Random, clause: str, words: Sequence[str], known: frozenset[str]) -> str:
    clause = re.sub(r"\d+", lambda m: str(drawn.randrange(1, 10 ** len(m[0]))), clause)
    places = [n for n in range(len(clause) - 1) if clause[n : n + 2] in known]
    if not places or drawn.random() > _CHANGED:
        return clause
    at = drawn.choice(places)
    return clause[:at] + words[int(len(words) * drawn.random() ** _STEEP)] + clause[at + 2 :]


if __name__ == "__main__":
    main()
