"""How much of a past report lands in the facts file made of it: its outline, its quantities and 《titles》, block by block.

    python benchmarks/recall.py [FOLDER …]

FOLDERs hold reports as .txt (default: the seeds of NIGAO_CORPUS where there are any, and 30 reports of examples/往年报告). The report is read here by
regular expressions alone and the facts file by a YAML parser alone; of the tool only the commands ``nigao new --from`` and, for the drafts of the
examples, ``nigao draft`` are used. Prints what did not land, then the figures.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from click.testing import CliRunner  # noqa: E402

from generator.cli.main import nigao  # noqa: E402

_REPORTS = 30
_NUMERAL = "[一二三四五六七八九十]+"
_PART = re.compile(rf"{_NUMERAL}、")
_BLOCK = re.compile(rf"（{_NUMERAL}）")
_POINT = re.compile(rf"(?:^|(?<=[。；，：\n]))\s*({_NUMERAL})(?:是|要(?![求点]))")
_ORDER = "一二三四五六七八九十"
_MASK = r"[*×]+|(?<![A-Za-z])[XxＸ]+(?![A-Za-z])"
_UNIT = "人次|名|人|个|家|件|份|项|场|期|篇|条|次|万元|元|%|％|分|块|天|年|月|日|余"
_QUANTITY = re.compile(rf"(?<![A-Za-z\d.])\d+(?:[.,]\d+)*(?!\d|[.,]\d|[A-Za-z]|周?岁|热线|平台|工单|电话|诉求件)|(?:{_MASK})(?=(?:{_UNIT}))")
_TITLE = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》")
_NAME = re.compile("“[^“”]*”")


def tokens(text: str) -> Counter[str]:
    """The quantities and titles of a text; figures in a title or in a quoted name are no quantities."""
    bare = _NAME.sub(lambda m: "“”" if not re.search(r"(?:19|20)\d\d", m[0]) else m[0], _TITLE.sub("《》", text))
    return Counter(_QUANTITY.findall(bare)) + Counter(_TITLE.findall(text))


# --- the report, by its numbers ----------------------------------------------------------------------------------------------------------------


@dataclass
class Block:
    """A headed part of a report as its numbers show it: all its text, and how many points it has."""

    role: str
    head: str
    text: str = ""
    points: list[str] = field(default_factory=list)


@dataclass
class Outline:
    """The blocks of the three parts; ``beside`` is what stands in none."""

    blocks: list[Block] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)


_DATE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日")


def body(text: str) -> list[str]:
    """The lines of a report without who signed it and when."""
    lines = [line for line in text.splitlines() if line.strip(" \t\u3000\u00a0")]
    return lines[:-2] if _DATE.fullmatch(lines[-1].strip()) else lines


def outline(lines: Iterable[str]) -> Outline:
    found = Outline()
    role, loose, current = "", [], None
    for raw in [*lines, "末、"]:
        line = raw.strip(" \t\u3000\u00a0")
        if (_PART.match(line) and len(line) < 40) or line == "末、":
            _pointed(role, "\n".join(loose), found)
            role, loose, current = _role(line), [], None
        elif _BLOCK.match(line):
            head, _, rest = _BLOCK.sub("", line, count=1).partition("。")
            current = Block("打算" if role == "问题+打算" else role, head.strip("；，： "), rest)
            found.blocks.append(current)
        elif current is not None:
            current.text += "\n" + line
        elif line:
            loose.append(line)
    for block in found.blocks:
        block.points = [text for _, text in points(block.text)] if block.role == "做法" else []
    return found


def _role(title: str) -> str:
    ahead = re.search("打算|安排|计划|思路|下一步|下步|努力方向|下半年", title)
    open_ = re.search("问题|不足|短板|薄弱", title)
    return "问题+打算" if ahead and open_ else "打算" if ahead else "问题" if open_ else "做法"


def _pointed(role: str, text: str, found: Outline) -> None:
    """Points that stand right under a part are its problems, its plans or blocks; what leads in to them stands beside."""
    cut = points(text) if role else []
    if not cut and role in ("问题", "打算") and not any(block.role == role for block in found.blocks):
        found.blocks.append(Block(role, "", text))
        return
    found.beside.append(text[: cut[0][0]] if cut else text)
    found.blocks += [Block("问题" if role == "问题+打算" else role, said.partition("。")[0], said) for _, said in cut]


def points(text: str) -> list[tuple[int, str]]:
    """The points of a block with their offsets: 一是 … in rising order, at least two of them."""
    marks: list[tuple[int, int]] = []
    for m in _POINT.finditer(text):
        if _number(m[1]) == len(marks) + 1:
            marks.append((m.start(), m.end()))
    if len(marks) < 2:
        return []
    ends = [*(start for start, _ in marks[1:]), len(text)]
    return [(start, text[at:end].strip()) for (start, at), end in zip(marks, ends, strict=True)]


def _number(numeral: str) -> int:
    if numeral in _ORDER:
        return _ORDER.index(numeral) + 1
    return 10 + _ORDER.index(numeral[1]) + 1 if numeral[0] == "十" and len(numeral) == 2 else 0


# --- the facts file, as YAML ---------------------------------------------------------------------------------------------------------------------


def remembered(part: Any) -> Iterator[str]:
    """What a part of the facts file says of last year, its facts as whole sentences."""
    if isinstance(part, list):
        for entry in part:
            yield from remembered(entry)
    elif isinstance(part, dict):
        last = part.get("去年", [])
        if "数" in part:
            done = str(part["做了"])
            yield (done if "{数}" in done else done + "{数}").replace("{数}", f"{last}{part['量']}")
        else:
            yield from (map(str, last) if isinstance(last, list) else [str(last)])
        for key, value in part.items():
            if key != "去年":
                yield from remembered(value)


@dataclass
class Score:
    """What was there and what landed, by what it is; and what did not."""

    there: Counter[str] = field(default_factory=Counter)
    landed: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def add(self, what: str, wanted: Counter[str], got: Counter[str], where: str) -> None:
        lost = wanted - got
        self.there[what] += wanted.total()
        self.landed[what] += wanted.total() - lost.total()
        self.missed += [f"{where}：{token}×{n}" for token, n in lost.items()]


def judge(path: Path, made: dict[str, Any], score: Score) -> bool:
    """Holds the facts file against the report; whether the outline is exact."""
    told = outline(body(path.read_text(encoding="utf-8")))
    exact = True
    for role in ("做法", "问题", "打算"):
        blocks = [block for block in told.blocks if block.role == role]
        parts = made.get(role) or []
        if len(blocks) != len(parts):
            score.missed.append(f"{path}：{role} {len(blocks)} 块，列出 {len(parts)} 块：{[b.head for b in blocks]}")
            exact = False
        for block, part in zip(blocks, parts, strict=False):
            whole = f"{block.head}。{block.text}"
            own = part.get("小标题", "") if role == "做法" else ""
            got = Counter[str]()
            for sentence in remembered(part):
                got += tokens(sentence)
            score.add(role, tokens(whole), got, f"{path.parent.name}/{path.name} {block.head[:20]}")
            exact &= role != "做法" or _same_outline(block, part, own, path, score)
    aside = Counter[str]()
    for sentence in made.get("去年") or []:
        aside += tokens(sentence)
    score.add("导语和过渡", sum((tokens(text) for text in told.beside[1:]), Counter[str]()), aside, f"{path} 导语等")
    return exact


def _same_outline(block: Block, part: dict[str, Any], head: str, path: Path, score: Score) -> bool:
    items = [item for item in part.get("要点", []) if isinstance(item, dict)]
    if len(items) != len(block.points):
        score.missed.append(f"{path} {block.head}：要点 {len(block.points)} 个，列出 {len(items)} 个")
        return False
    heads = [(head, block.head), *((str(item.get("事项", "")), text) for item, text in zip(items, block.points, strict=True))]
    for listed, text in heads:
        if listed not in ("", "待补") and not re.match(".+?".join(map(re.escape, listed.split("待补"))), text):
            score.missed.append(f"{path}：标题“{listed}”不在“{text[:30]}”")
            return False
    return True


# --- the drafts of the examples --------------------------------------------------------------------------------------------------------------------


def own_words(part: Any) -> Iterator[str]:
    """The facts and own sentences of a part of a facts file as written, number and measure in place."""
    if isinstance(part, str | int | float):
        yield str(part)
    elif isinstance(part, list):
        for entry in part:
            yield from own_words(entry)
    elif isinstance(part, dict) and "做了" in part:
        done, number = str(part["做了"]), f"{part.get('数', '')}{part.get('量', '')}"
        yield done.replace("{数}", number) if "{数}" in done else done + number
    elif isinstance(part, dict):
        for key in ("举措", "事实", "成效", "要点", "表现"):
            yield from own_words(part.get(key, []))


def drafts(folder: Path, score: Score) -> None:
    """Every example drafted with three seeds and recalled: what its blocks give must be remembered in its blocks."""
    for example in sorted((ROOT / "examples").glob("*.yaml")):
        given = yaml.safe_load(example.read_text(encoding="utf-8"))
        for seed in range(3):
            draft = folder / f"{example.stem}-{seed}.docx"
            CliRunner().invoke(nigao, ["draft", str(example), "-o", str(draft), "--seed", str(seed)])
            made = recalled(draft, folder)
            for role in ("做法", "问题"):
                for block, part in zip(given.get(role, []), made.get(role) or [{}] * 99, strict=False):
                    got = Counter[str]()
                    for sentence in remembered(part):
                        got += tokens(sentence)
                    wanted = sum((tokens(words) for words in own_words(block)), Counter[str]())
                    score.add("自己的稿子", wanted, got, f"{draft.name} {role}")


def recalled(path: Path, folder: Path) -> dict[str, Any]:
    target = folder / f"{path.parent.name}-{path.stem}.yaml"
    done = CliRunner().invoke(nigao, ["new", "--from", str(path), "-o", str(target)])
    if done.exit_code:
        raise SystemExit(f"{path}: {done.output}{done.exception}")
    made: dict[str, Any] = yaml.safe_load(target.read_text(encoding="utf-8"))
    return made


def main() -> None:
    corpus = Path(os.environ.get("NIGAO_CORPUS", ROOT.parent / "shared" / "corpus")) / "seeds"
    archive = sorted((ROOT / "examples" / "往年报告").rglob("*.txt"))
    paths = [p for arg in sys.argv[1:] for p in sorted(Path(arg).rglob("*.txt"))]
    paths = paths or [*sorted(corpus.glob("*.txt")), *archive[:: len(archive) // _REPORTS][:_REPORTS]]
    score, exact = Score(), 0
    with tempfile.TemporaryDirectory() as name:
        for path in paths:
            exact += judge(path, recalled(path, Path(name)), score)
        if not sys.argv[1:]:
            drafts(Path(name), score)
    print("\n".join(score.missed))
    print(f"{len(paths)} 份，提纲全对 {exact} 份")
    for what, there in score.there.items():
        print(f"{what}　数和书名 {score.landed[what]}/{there}　{score.landed[what] / max(1, there):.1%}")


if __name__ == "__main__":
    main()
