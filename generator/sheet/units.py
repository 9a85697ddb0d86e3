"""What a table says of each unit, as a facts file: the cell that every line came from is kept, so that faults are told where they were made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from generator.declared import Text
from generator.facts.keys import FACTS, NAME_LISTS, REPORTER
from generator.facts.keys import UNIT as UNIT_KEYS
from generator.problems import UNKNOWN_KEY, Faults, Place, Problem, Source, did_you_mean
from generator.sheet.grid import DATE, FRACTION, INTENTIONS, LABELS, SHORTCOMINGS, UNIT, UNITS, Cell, Column, Grid, says_none
from generator.yamlfile import Mapping as YamlMapping
from generator.yamlfile import Node, Scalar, dump, parse
from generator.yamlfile import Sequence as YamlSequence

_OF_UNIT = UNIT_KEYS.names()
_OF_REPORTER = REPORTER.names()
_OF_FILE = tuple(key.name for key in FACTS.keys if isinstance(key.shape, Text) or key.name in NAME_LISTS)
_AS_ABOVE = ("文种", "时段")
"""What a unit that leaves it empty has in common with the one above."""
_KNOWN = dict.fromkeys((*_OF_UNIT, *_OF_REPORTER, *_OF_FILE))


_SUMS = frozenset({"合计", "总计", "小计", "共计", "汇总", "累计", "平均"})


class UnitFacts(Struct, frozen=True):
    """A facts file made from a table: its text, and the place of the cell behind each line."""

    unit: str
    text: str
    cells: Mapping[int, Place]
    problems: tuple[Problem, ...] = ()

    def at_home(self, problem: Problem) -> Problem:
        """``problem`` of the text, placed in the table."""
        return replace(problem, place=self.cells.get(problem.place.line, self.cells[0]))


def units_of(grids: Sequence[Grid]) -> tuple[UnitFacts, ...]:
    """The facts of every unit, in the order of the page 单位, or of the first page where there is none.

    Raises ``Faults`` for what is wrong with the table as a whole: heads that say nothing, units that another page does not know or has twice.
    What is wrong with one unit's cells is that unit's own.
    """
    read = [grid for grid in grids if grid.heads]
    problems = [*_head_problems(read), *_unit_problems(read)]
    if problems:
        raise Faults(problems)
    order = dict.fromkeys(row[0] for grid in _first_units(read) for row in grid.rows)
    filled = _filled(read)
    last: dict[str, Cell] = {}
    made: dict[str, UnitFacts] = {}
    for home in order:
        if home.text not in made:
            cells = filled.get(home.text, [])
            last |= {column.matter: cell for column, cell in cells if column.block == UNITS and column.matter in _AS_ABOVE}
            made[home.text] = _facts_of(home, cells, last)
    return tuple(made.values())


def _first_units(grids: Sequence[Grid]) -> list[Grid]:
    """The pages that say which units there are: 单位 first."""
    return sorted(grids, key=lambda grid: grid.name != UNITS)


# --- the table as a whole ------------------------------------------------------------------------------------------------------------------


def _head_problems(grids: Sequence[Grid]) -> Iterator[Problem]:
    if not any(grid.rows for grid in grids):
        place = grids[0].heads[0][0].place if grids else Place("表")
        yield Problem(
            place, "no-units", "表里没有一个单位", f"表头每行第一格写 {'、'.join(LABELS)} 之一，下面一行一个单位；空表用 nigao batch --sheet 生成"
        )
    for grid in grids:
        for column in grid.columns[1:]:
            if column.block == UNITS and column.matter not in _KNOWN:
                hint = did_you_mean(column.matter, _KNOWN, "可用的：" + "、".join(_KNOWN))
                yield Problem(column.place, UNKNOWN_KEY, f"单位没有“{column.matter}”这一项", hint, keys=(column.matter,))


def _unit_problems(grids: Sequence[Grid]) -> Iterator[Problem]:
    known = [row[0].text for grid in _first_units(grids)[:1] for row in grid.rows]
    for grid in grids:
        seen: dict[str, Place] = {}
        for row in grid.rows:
            name, place = row[0].text, row[0].place
            if not name:
                yield Problem(place, "no-unit", "这一行没有写单位", "第一格写单位全称")
            elif _is_no_name(name):
                yield Problem(place, "not-a-unit", f"“{name}”不是单位名称", "合计、说明、填表人这些行删去，一行只写一个单位")
            elif name in seen:
                yield Problem(place, "unit-twice", f"“{name}”在这一页有两行", f"并成一行；前一行在 {seen[name]}")
            elif name not in known:
                yield Problem(place, "unknown-unit", f"“{UNITS}”页没有“{name}”", did_you_mean(name, known, f"先在“{UNITS}”页加上这个单位"))
            seen.setdefault(name, place)


def _is_no_name(name: str) -> bool:
    """Whether the first cell of a row says what a row of a form is: a sum, a note, who filled it in."""
    return "".join(name.split()) in _SUMS or "：" in name or ":" in name


# --- one unit --------------------------------------------------------------------------------------------------------------------------------


Filled = Sequence[tuple[Column, Cell]]


def _filled(grids: Sequence[Grid]) -> dict[str, list[tuple[Column, Cell]]]:
    """The cells that say something of a unit, each with its column."""
    found: dict[str, list[tuple[Column, Cell]]] = {}
    for grid in grids:
        columns = grid.columns[1:]
        for row in grid.rows:
            found.setdefault(row[0].text, []).extend((c, cell) for c, cell in zip(columns, row[1:], strict=False) if _says(c, cell))
    return found


def _says(column: Column, cell: Cell) -> bool:
    return bool(cell.text) and (column.block == UNITS or not says_none(cell))


def _facts_of(home: Cell, filled: Filled, above: Mapping[str, Cell]) -> UnitFacts:
    unit = home.text
    odd = (Problem(cell.place, "odd-cell", cell.odd, "把这一格设成文本格式，照原样重打一遍") for column, cell in filled if _is_odd(column, cell))
    tree = _tree(home, {**above, **{column.matter: cell for column, cell in filled if column.block == UNITS}}, filled)
    text = dump(_bare(tree))
    cells = {0: home.place} | dict(_located(parse(Source(unit, text)), tree))
    return UnitFacts(unit, text, cells, tuple(odd))


def _is_odd(column: Column, cell: Cell) -> bool:
    """A fraction is what it seems where its column counts no per cent, a date where its column asks for one."""
    if cell.odd == FRACTION:
        return not column.measure or "%" in column.measure
    return bool(cell.odd) and not (cell.odd == DATE and column.block == UNITS and "日期" in column.matter)


def _tree(unit: Cell, given: Mapping[str, Cell], filled: Filled) -> dict[str, Any]:
    """The facts file as mappings, lists and cells; ``given`` is what the page 单位 says."""
    heads = {name: given[name] for name in ("文种", "标题") if name in given}
    about = {UNIT: unit} | {name: given[name] for name in _OF_UNIT if name in given and name != UNIT}
    reporter = {name: given[name] for name in _OF_REPORTER if name in given and name not in _OF_UNIT}
    rest = {name: given[name] for name in _OF_FILE if name in given and name not in heads}
    practices = [
        _practice(block, cells) for block, cells in _grouped(filled, lambda column: column.block) if block not in (UNITS, SHORTCOMINGS, INTENTIONS)
    ]
    lists = {name: [line for column, cell in filled if column.block == name for line in _lines(cell)] for name in (SHORTCOMINGS, INTENTIONS)}
    return {
        **heads,
        "单位": about,
        **({"报告人": reporter} if reporter else {}),
        **rest,
        **({"做法": practices} if practices else {}),
        **{name: lines for name, lines in lists.items() if lines},
    }


def _practice(block: str, cells: Filled) -> dict[str, Any]:
    loose = [fact for column, cell in cells if not column.matter for fact in _facts(column, cell)]
    points = [
        {"事项": matter, "事实": [fact for column, cell in found for fact in _facts(column, cell)]}
        for matter, found in _grouped(cells, lambda column: column.matter)
        if matter
    ]
    return {"主题": block, **({"要点": points} if points else {}), **({"事实": loose} if loose else {})}


def _facts(column: Column, cell: Cell) -> list[Any]:
    """The facts of a cell: a number where its column has a 量, else sentences, one a line."""
    if not column.measure:
        return list(_lines(cell))
    return [{"做了": column.done, "数": cell._replace(text=" ".join(cell.text.split())), "量": column.measure}]


def _lines(cell: Cell) -> Iterator[Cell]:
    yield from (cell._replace(text=line.strip()) for line in cell.text.splitlines() if line.strip())


def _grouped(filled: Filled, key: Any) -> list[tuple[str, list[tuple[Column, Cell]]]]:
    """By ``key`` of the column, each in the order in which it first comes."""
    found: dict[str, list[tuple[Column, Cell]]] = {}
    for column, cell in filled:
        found.setdefault(key(column), []).append((column, cell))
    return list(found.items())


def _bare(tree: Any) -> Any:
    """``tree`` with texts in place of cells."""
    match tree:
        case Cell():
            return tree.text
        case dict():
            return {name: _bare(value) for name, value in tree.items()}
        case list():
            return [_bare(value) for value in tree]
        case _:
            return tree


def _located(node: Node, tree: Any) -> Iterator[tuple[int, Place]]:
    """The line of every cell in the text that was written from ``tree``, and the cell's place."""
    match node, tree:
        case Scalar(), Cell():
            yield node.place.line, tree.place
        case YamlMapping(), dict():
            for (_, value), below in zip(node.entries, tree.values(), strict=True):
                yield from _located(value, below)
        case YamlSequence(), list():
            for value, below in zip(node.items, tree, strict=True):
                yield from _located(value, below)
