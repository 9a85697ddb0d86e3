"""A report that stands in a table: forms have one (个人总结 beside a wide cell), and some lay out a whole report in rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from generator.chinese.numerals import section_number
from generator.reading.body import BodyParagraph
from generator.reading.elements import Element, tag
from generator.reading.headings import numbered
from generator.reading.lines import BLANKS, SourceLine

_ROW, _CELL = tag("tr"), tag("tc")
_FEWEST = 120
"""Characters of running text from which a table may hold a report: a form's or a register's cells have fewer in all."""
_MOSTLY = 0.6
"""Share of a table's characters that stand in rows of running text, where it holds a report and not data."""
_LONGEST_LABEL = 16
"""Characters of what heads a cell beside it, one below the other as well (个/人/总/结)."""


class Laid(Struct, frozen=True):
    """What a table says of a report: its ``lines``, and the number of rows that are no running text."""

    lines: tuple[SourceLine, ...]
    others: int


def laid_out(table: Sequence[BodyParagraph], lines: Sequence[Sequence[SourceLine]], outside: int) -> Laid | None:
    """The report in ``table``, the paragraphs of which read as ``lines``; None where it holds none: ``outside`` are the characters of running text
    that stand outside tables."""
    rows = [_cells(row) for row in _grouped(list(zip(table, lines, strict=True)), _ROW)]
    told = [row for row in rows if _is_text(row)]
    running, whole = sum(map(_size, told)), sum(map(_size, rows))
    if running < max(_FEWEST, outside + 1) or running < whole * _MOSTLY:
        return None
    labelled = [row for row in told if len(row) > 1]
    heads = len(labelled) > 1
    named = heads and not any(found and found[0] == 1 for row in told for cell in row for line in cell if (found := numbered(line.text)))
    out, count = list[SourceLine](), 0
    for row in told:
        label, body = (row[0], row[1]) if len(row) > 1 else ([], row[0])
        if label and heads:
            count += 1
            out.append(_head(label, count, named))
        out += body
    return Laid(tuple(out), sum(1 for row in rows if row and row not in told))


def running_text(lines: Sequence[SourceLine]) -> int:
    """The characters of ``lines`` that are sentences."""
    return sum(len(line.text) for line in lines if "。" in line.text)


def _head(label: Sequence[SourceLine], count: int, named: bool) -> SourceLine:
    """The line that heads the cell beside it: numbered where no cell numbers chapters of its own."""
    text = "".join(line.text.strip(BLANKS) for line in label)
    return replace(label[0], text=f"{section_number(1, count)}{text}" if named and numbered(text) is None else text)


_Pair = tuple[BodyParagraph, Sequence[SourceLine]]
_Cell = list[SourceLine]


def _grouped(pairs: Sequence[_Pair], name: str) -> Iterator[list[_Pair]]:
    def around(pair: _Pair) -> Element | None:
        return next(pair[0].element.iterancestors(name), None)

    return (list(found) for _, found in groupby(pairs, key=around))


def _cells(row: Sequence[_Pair]) -> list[_Cell]:
    """The cells of ``row`` that say something."""
    cells = ([line for _, lines in cell for line in lines if line.text.strip(BLANKS)] for cell in _grouped(row, _CELL))
    return [cell for cell in cells if cell]


def _size(row: Sequence[_Cell]) -> int:
    return sum(len(line.text) for cell in row for line in cell)


def _is_text(row: Sequence[_Cell]) -> bool:
    """Whether ``row`` is of sentences, with or without what heads them in the cell before, or heads those below."""
    if len(row) == 1:
        return running_text(row[0]) > 0 or len(row[0]) > 1 or numbered(row[0][0].text) is not None
    return len(row) == 2 and _size(row[:1]) <= _LONGEST_LABEL and not running_text(row[0]) and running_text(row[1]) > 0
