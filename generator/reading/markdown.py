"""Markdown to ``Report``: the title and the levels of heads, divisions of a signature's or a date's style, rows of tables; its marks are no text, nor
are notes, pictures and comments."""

from __future__ import annotations

from collections.abc import Iterator

from generator.printed import LineKind
from generator.problems import Problem
from generator.reading.lines import BLANKS, SourceLine
from generator.reading.marked_lines import What, marked
from generator.reading.marked_words import unmarked
from generator.reading.outline import read_report
from generator.report import CELL, Report

_KINDS = {str(kind): kind for kind in (LineKind.SIGNATURE, LineKind.DATE)}


def read_markdown(name: str, text: str) -> tuple[Report, list[Problem]]:
    """The report that ``text`` holds, its origins carrying ``name`` and the lines of the file, and what is odd about it. Never raises."""
    return read_report(name, _lines(text))


def _lines(text: str) -> Iterator[SourceLine]:
    kind = None
    for line in marked(text).lines:
        match line.what:
            case What.TITLE:
                yield SourceLine(line.number, unmarked(line.words), line.column, LineKind.TITLE)
            case What.HEAD | What.ITEM | What.TEXT:
                yield SourceLine(line.number, unmarked(line.words), line.column, kind, line.level)
            case What.CODE:
                yield SourceLine(line.number, line.words.strip(BLANKS))
            case What.ROW:
                yield SourceLine(line.number, CELL.join(map(unmarked, line.cells)), 1, LineKind.TABLE_ROW)
            case What.DIVISION:
                kind = _KINDS.get(line.name)
            case What.COLUMNS | What.NOTE | What.SIGN:
                pass
