"""Markdown to ``Report``: the title and the levels of heads, divisions of a signature's or a date's style, rows of tables, of which those of
annexes are read and the others told; its marks are no text, nor are notes, pictures and comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.foreign_forms import foreign_forms
from generator.printed import LineKind
from generator.problems import Problem, Source
from generator.reading.lines import BLANKS, SourceLine
from generator.reading.marked_lines import Marked, What, marked
from generator.reading.marked_words import unmarked
from generator.reading.outline import read_report, tables_left_out
from generator.report import CELL, Report

_KINDS = {str(kind): kind for kind in (LineKind.SIGNATURE, LineKind.DATE)}
_OF_TABLES = frozenset({What.ROW, What.COLUMNS})


def read_markdown(name: str, text: str) -> tuple[Report, list[Problem]]:
    """The report that ``text`` holds, its origins carrying ``name`` and the lines of the file, and what is odd about it. Never raises."""
    given = marked(text).lines
    report, problems = read_report(name, _lines(given))
    left_out = _tables(given)[: -len(report.annexes) or None]
    return report, [*foreign_forms(Source(name, text)), *problems, *([tables_left_out(name, left_out)] if left_out else [])]


def _tables(given: Sequence[Marked]) -> list[int]:
    """The lines on which the tables among ``given`` begin; empty lines end none, as in those of annexes."""
    said = [(line.number, line.what in _OF_TABLES) for line in given if line.raw.strip(BLANKS)]
    return [number for (_, goes_on), (number, is_row) in pairwise([(0, False), *said]) if is_row and not goes_on]


def _lines(given: Sequence[Marked]) -> Iterator[SourceLine]:
    kind = None
    for line in given:
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
