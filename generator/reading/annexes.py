"""附件正文: a label, a title and a table behind the date. Styles tell them in a Word file, their order does in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice, pairwise

from msgspec.structs import replace

from generator.printed import TABLE_KINDS, LineKind
from generator.reading.lines import BLANKS, SourceLine
from generator.report import CELL, Annex, Inlines, Table

_LABEL = re.compile(r"附件\s?\d{0,2}")


def told_by_order(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """``lines`` with the kinds of annexes where a bare label, a title and rows of cells follow each other."""
    kinds: dict[int, LineKind] = {}
    said = [n for n, line in enumerate(lines) if line.text.strip(BLANKS)]
    for at, (n, title) in enumerate(pairwise(said)):
        labelled = lines[n].kind is None and _LABEL.fullmatch(lines[n].text.strip(BLANKS)) and not _is_row(lines[title])
        if labelled and len(rows := _rows(lines, islice(said, at + 2, None))) > 1:
            kinds |= {n: LineKind.ANNEX, title: LineKind.ANNEX_TITLE, rows[0]: LineKind.TABLE_HEAD}
            kinds |= dict.fromkeys(rows[1:], LineKind.TABLE_ROW)
    return [replace(line, kind=kinds.get(n, line.kind), level=0 if n in kinds else line.level) for n, line in enumerate(lines)]


def _rows(lines: Sequence[SourceLine], numbers: Iterable[int]) -> list[int]:
    """Those of ``numbers``, from the first on, that are rows."""
    found: list[int] = []
    for n in numbers:
        if not _is_row(lines[n]):
            break
        found.append(n)
    return found


def _is_row(line: SourceLine) -> bool:
    return line.kind in TABLE_KINDS or (line.kind is None and CELL in line.text)


def without_tables(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """``lines``, of which labels and titles of annexes that have no table are running text: an annex that goes on in sentences is read as such."""
    starts = [n for n, line in enumerate(lines) if line.kind is LineKind.ANNEX]
    spans = [range(start, end) for start, end in pairwise([*starts, len(lines)])]
    without = [span for span in spans if not any(lines[n].kind in TABLE_KINDS for n in span)]
    stray = range(starts[0] if starts else len(lines))
    bare = {n for span in (stray, *without) for n in span if lines[n].kind in _NAMING}
    return [replace(line, kind=None) if n in bare else line for n, line in enumerate(lines)]


_NAMING = (LineKind.ANNEX, LineKind.ANNEX_TITLE)


def annexes(lines: Sequence[SourceLine], say: Callable[[SourceLine], Inlines]) -> tuple[Annex, ...]:
    """The annexes among ``lines``, which are known by their kinds; rows that stand under no label are left out."""
    starts = [n for n, line in enumerate(lines) if line.kind is LineKind.ANNEX]
    parts = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    return tuple(_annex(part, say) for part in parts if any(line.kind in TABLE_KINDS for line in part))


def _annex(lines: Sequence[SourceLine], say: Callable[[SourceLine], Inlines]) -> Annex:
    title = next((say(line) for line in lines if line.kind is LineKind.ANNEX_TITLE), ())
    rows = [tuple(_cells(line, say)) for line in lines if line.kind in TABLE_KINDS]
    return Annex(lines[0].text.strip(BLANKS), title, Table(rows[0], tuple(rows[1:])))


def _cells(line: SourceLine, say: Callable[[SourceLine], Inlines]) -> Iterator[Inlines]:
    at = 0
    for cell in line.text.split(CELL):
        text = cell.strip(BLANKS)
        yield say(replace(line, text=text, column=line.column + at)) if text else ()
        at += len(cell) + 1
