"""A page of a table as cells that know where they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.problems import Place

UNIT = "全称"
BLOCK, MATTER, DONE, MEASURE = "板块", "事项", "做了", "量"
LABELS = (UNIT, BLOCK, MATTER, DONE, MEASURE)
"""What stands in the first column of a row that heads columns; below them it holds the units."""

NUMBERS = frozenset({"序号", "编号", "序"})
"""What stands over a column that only numbers the rows."""
_NOTHING = frozenset("无 没有 今年没有 今年无 本年无 本年没有 无此项 没有此项 - － — —— -- / ／".split())
"""What people write in forms where there is nothing to say."""
_TITLE_ROWS = 8
"""Rows that a title and what is said of a table may take above its heads."""

UNITS, SHORTCOMINGS, INTENTIONS, ABOUT = "单位", "问题", "打算", "说明"
"""Pages that are no 板块: what a unit is, what it lacks, what it intends, and one that nobody reads but people."""


FRACTION = "这一格存的是小数，可能是百分数变来的"
DATE = "这一格被存成了日期"
"""Why a cell is odd; both may be just what was meant, where their column says so."""


class Cell(NamedTuple):
    """What a cell says, and where it is. ``odd`` says why what it holds cannot be taken for what was typed; empty: it can."""

    text: str
    place: Place
    odd: str = ""


class Column(Struct, frozen=True):
    """What stands in a column: the page or 板块, the 事项, what was done (做了), its 量; empty where the table says nothing."""

    block: str
    matter: str
    done: str
    measure: str
    place: Place


class Grid(Struct, frozen=True):
    """A page of a table by its name: the rows that head columns, then those of units, empty ones left out."""

    name: str
    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]

    @classmethod
    def of(cls, name: str, rows: Iterable[Sequence[Cell]]) -> Grid:
        filled = [tuple(row) for row in rows if any(cell.text for cell in row)]
        top, left = _corner(filled)
        shown = [row[left:] for row in filled[top:] if any(cell.text for cell in row[left:])]
        heads = [_labelled(row) for row in takewhile(lambda row: said(row[0]) in LABELS, shown)]
        return cls(name, tuple(heads), tuple(shown[len(heads) :]))

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns, from that of the units on. An empty 板块 goes on from the one before it, and so does an empty 事项 within its 板块."""
        width = max((len(row) for row in (*self.heads, *self.rows)), default=0)
        found: list[Column] = []
        for at in range(width):
            own = self._column(at)
            last = found[-1] if at > 1 else Column(self.name, "", "", "", own.place)
            block = own.block or last.block
            found.append(replace(own, block=block, matter=own.matter or (last.matter if block == last.block != UNITS else "")))
        return tuple(found)

    def _column(self, at: int) -> Column:
        """What stands over the column at ``at``, read downwards."""
        over = {row[0].text: row[at].text if at < len(row) else "" for row in self.heads}
        place = next(row[at].place for row in (*self.heads, *self.rows) if at < len(row))
        return Column(over.get(BLOCK, ""), over.get(MATTER, "") or over.get(UNIT, ""), over.get(DONE, ""), over.get(MEASURE, ""), place)


def _corner(rows: Sequence[Sequence[Cell]]) -> tuple[int, int]:
    """The row and the column where the heads begin: people write a title above them, and number the rows to their left."""
    for top, row in enumerate(rows[:_TITLE_ROWS]):
        left = next((n for n, cell in enumerate(row) if cell.text and said(cell) not in NUMBERS), 0)
        if row and said(row[left]) in LABELS:
            return top, left
    return 0, 0


def _labelled(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return row[0]._replace(text=said(row[0])), *row[1:]


def said(cell: Cell) -> str:
    """What a head says, however it is spread over its cell."""
    return "".join(cell.text.split())


def says_none(cell: Cell) -> bool:
    """Whether a cell says that there is no such thing."""
    return cell.text.rstrip("。.") in _NOTHING


def cell_name(row: int, column: int) -> str:
    """C5 for the fifth row and the third column, as spreadsheets show it."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"
