"""Markdown to ``Report``: # the title, deeper # the levels, divisions of a signature's or a date's style; emphasis, notes and escapes are taken
off, tables but for those of annexes left out; what the file says of itself above its text gives the title that the text lacks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.printed import LineKind
from generator.problems import Problem
from generator.reading.front_matter import front_matter
from generator.reading.lines import SourceLine, unbroken
from generator.reading.outline import read_report
from generator.report import CELL, Report

_HEAD = re.compile(r"(#{1,6})\s+")
_NOTE = re.compile(r"\[\^[^\]]+\]")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__)(.+?)(?<!\\)\1")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_DIVISION = re.compile(r"\s*</?div\b")
_STYLE = re.compile(r'custom-style="([^"]*)"')
_KINDS = {str(kind): kind for kind in (LineKind.SIGNATURE, LineKind.DATE)}
_ROW = re.compile(r"\s*\|")
_LEFT_OUT = re.compile(r"\s*(?:\[\^[^\]]+\]:|\|[-:|\s]+\|\s*$)")
_CELLS = re.compile(r"(?<!\\)\|")
_DEEPEST = 4


def read_markdown(name: str, text: str) -> tuple[Report, list[Problem]]:
    """The report that ``text`` holds, its origins carrying ``name`` and the lines of the file, and what is odd about it. Never raises."""
    return read_report(name, _lines(text))


def _lines(text: str) -> Iterator[SourceLine]:
    written, kind = unbroken(text).split("\n"), None
    above = front_matter(written)
    title = above.lacking(written)
    titled = bool(title)
    if title:
        yield SourceLine(above.line, _plain(title), 1, LineKind.TITLE)
    for number, raw in enumerate(written[above.count :], above.count + 1):
        if _DIVISION.match(raw):
            style = _STYLE.search(raw)
            kind = _KINDS.get(style[1]) if style else None
            continue
        if _LEFT_OUT.match(raw):
            continue
        if _ROW.match(raw):
            yield SourceLine(number, CELL.join(_plain(cell).strip() for cell in _CELLS.split(raw.strip())[1:-1]), 1, LineKind.TABLE_ROW)
            continue
        head = _HEAD.match(raw)
        said = _plain(raw[head.end() if head else 0 :])
        depth = len(head[1]) if head else 0
        if depth == 1 and not titled:
            titled = True
            yield SourceLine(number, said, 1, LineKind.TITLE)
        else:
            column = head.end() + 1 if head else 1
            yield SourceLine(number, said, column, kind, min(max(depth - 1, 1), _DEEPEST) if depth else 0)


def _plain(text: str) -> str:
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", _NOTE.sub("", text)))
