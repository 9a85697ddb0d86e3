"""Markdown to ``Report``: # the title, deeper # the levels, divisions of a signature's or a date's style; emphasis, notes, escapes and the marks of
lists, rules and code are taken off, tables but for those of annexes left out; what the file says of itself above its text gives the title that the
text lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.printed import LineKind
from generator.problems import Problem
from generator.reading.front_matter import front_matter
from generator.reading.lines import BLANKS, SourceLine, unbroken
from generator.reading.outline import read_report, tables_left_out
from generator.report import CELL, Report

_HEAD = re.compile(r"(#{1,6})\s+")
_NOTE = re.compile(r"\[\^[^\]]+\]")
_EMPHASIS = re.compile(r"(?<!\\)(\*{2,3}|_{2,3})(.+?)(?<!\\)\1")
_CODE = re.compile(r"(?<!\\)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
_LINK = re.compile(r"(?<![!\\])\[([^\[\]]+)\]\([^()\s]+\)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_DIVISION = re.compile(r"\s*</?div\b")
_STYLE = re.compile(r'custom-style="([^"]*)"')
_KINDS = {str(kind): kind for kind in (LineKind.SIGNATURE, LineKind.DATE)}
_ROW = re.compile(r"\s*\|")
_LEFT_OUT = re.compile(r"\s*(?:\[\^[^\]]+\]:|\|[-:|\s]+\|\s*$)")
_CELLS = re.compile(r"(?<!\\)\|")
_DEEPEST = 4

RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*")
MARK = re.compile(r"(?P<in>\s*)([-*+]|>)\s+(?=\S)")
"""What opens an item of a list, or a quotation."""
FENCE = re.compile(r"\s*(```+|~~~+)")
CLOSED = re.compile(r"\s+#+\s*$")
"""What may end the line of a heading."""
TASK = re.compile(r"\[(?P<done>[ xX])\]\s+(?=\S)")
BOXES = {" ": "□", "x": "☑"}
_UNDERLINE = re.compile(r" {0,3}(={2,}|-{2,})\s*")
_UNDERLINED = re.compile(r"\s*([-*+>|#]|\d+[.)])\s.*|.*[。；：！？!?;:]\s*|.{61,}|\s*")
"""What no heading is over a line of signs: an item, a quotation, a row, a sentence; then the line is a rule (CommonMark, 4.1 and 4.3)."""
_WHOLE_ROW = re.compile(r"\s*\|.*\|\s*")


def uncommented(text: str) -> tuple[str, int]:
    """``text`` without what its writers noted in comments, line by line as it was, and how many of them there were."""
    return _COMMENT.subn(lambda found: "\n" * found[0].count("\n"), text)


def underlined(raw: str, below: str) -> int:
    """How deep a heading ``raw`` is by the line of signs ``below`` it: 1, 2; 0 where it is none."""
    found = _UNDERLINE.fullmatch(below)
    return 0 if found is None or _UNDERLINED.fullmatch(raw) or _WHOLE_ROW.fullmatch(raw) or RULE.fullmatch(raw) else 1 + found[1].startswith("-")


def boxed(text: str) -> str:
    """An item of a list of tasks with its box as a sign."""
    return TASK.sub(lambda found: BOXES[found["done"].lower()], text)


def read_markdown(name: str, text: str) -> tuple[Report, list[Problem]]:
    """The report that ``text`` holds, its origins carrying ``name`` and the lines of the file, and what is odd about it. Never raises."""
    given = list(_lines(text))
    report, problems = read_report(name, given)
    tables = _tables(given)[: -len(report.annexes) or None]
    return report, [*problems, *([tables_left_out(name, tables)] if tables else [])]


def _tables(lines: Sequence[SourceLine]) -> list[int]:
    """The first lines of the tables in ``lines``; the row of strokes below a head is none of them."""
    rows = [line.number for line in lines if line.kind is LineKind.TABLE_ROW]
    return [row for row, before in zip(rows, [-_STROKES, *rows], strict=False) if row - before > _STROKES]


_STROKES = 2
"""Lines from the head of a table to its first row."""


def _lines(text: str) -> Iterator[SourceLine]:
    written, kind = uncommented(unbroken(text))[0].split("\n"), None
    above = front_matter(written)
    title = above.lacking(written)
    titled = bool(title)
    if title:
        yield SourceLine(above.line, _plain(title), 1, LineKind.TITLE)
    fenced = passed = False
    rows = enumerate(written[above.count :], above.count + 1)
    for (number, raw), (_, below) in pairwise([*rows, (0, "")]):
        depth = 0 if fenced or passed else underlined(raw, below)
        if passed or FENCE.match(raw) or (not fenced and not depth and RULE.fullmatch(raw)):
            fenced ^= not passed and FENCE.match(raw) is not None
            passed = False
            continue
        passed = depth > 0
        if fenced:
            yield SourceLine(number, raw.strip(BLANKS), 1)
            continue
        if _DIVISION.match(raw):
            style = _STYLE.search(raw)
            kind = _KINDS.get(style[1]) if style else None
            continue
        if _LEFT_OUT.match(raw):
            continue
        if _ROW.match(raw):
            yield SourceLine(number, CELL.join(_plain(cell).strip() for cell in _CELLS.split(raw.strip())[1:-1]), 1, LineKind.TABLE_ROW)
            continue
        head, mark = _HEAD.match(raw), MARK.match(raw)
        opening = head or mark
        text = raw[opening.end() if opening else 0 :]
        said = _plain(boxed(text) if mark else CLOSED.sub("", text) if head else text)
        depth = len(head[1]) if head else depth
        if depth == 1 and not titled:
            titled = True
            yield SourceLine(number, said, 1, LineKind.TITLE)
        else:
            column = opening.end() + 1 if opening else 1
            yield SourceLine(number, said, column, kind, min(max(depth - 1, 1), _DEEPEST) if depth else 0)


def _plain(text: str) -> str:
    bare = _LINK.sub(r"\1", _EMPHASIS.sub(r"\2", _CODE.sub(r"\2", _NOTE.sub("", text))))
    return _ESCAPED.sub(r"\1", bare)
