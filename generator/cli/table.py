"""Tables of units × facts on disk: an empty one to fill in, and the facts files that a filled one makes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from generator.bank.bank import Bank
from generator.cli import shelf
from generator.cli.target import split_name
from generator.cli.wanted import wanted
from generator.files import make_folder, read_bytes, read_text, write_new
from generator.printable import encoded, spelled
from generator.problems import Faults, Problem, fault
from generator.sheet.blank import ABOUT_LINES, BLANK, pages_like, usual_pages
from generator.sheet.book import read_csv, read_xlsx, write_csv, write_xlsx
from generator.sheet.grid import Grid
from generator.sheet.units import UnitFacts, units_of

FACTS_FOLDER = "事实表"
_OF_TEXT = (".csv", ".tsv", ".txt")
TABLES = (".xlsx", *_OF_TEXT)
"""How the names of tables end that are read: a spreadsheet saves Unicode text as .txt."""
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]|^\.+|[. ]+$')
_LONGEST_NAME = 60
"""Characters of a file's name: three bytes each, with room for a suffix in the 255 that systems take."""
_MARK = "# 由 nigao batch 照 {table} 写成，改表重来就重写；在这里改过的不会被覆盖 sha256:"


def new_table(like: str, output: Path, banks: tuple[Path, ...]) -> bytes:
    """A table to fill in, in the format that ``output`` says: for a 文种 by its name, or like a facts file. Raises ``Faults``."""
    suffix = output.suffix.lower()
    if suffix not in (".xlsx", ".csv"):
        raise fault(output, "not-a-table", "表只能写成 .xlsx 或 .csv", f"写成 {split_name(output)[0]}.xlsx 或 .csv")
    if Path(like).suffix.lower() in (".yaml", ".yml"):
        facts, _ = shelf.facts(Path(like))
        pages = pages_like(facts, wanted(shelf.template(facts.kind, Path(like).parent)))
    else:
        known: Bank = shelf.bank(shelf.named_banks(banks))
        pages = usual_pages(wanted(shelf.template(like)), known)
    return write_csv(pages) if suffix == ".csv" else write_xlsx(ABOUT_LINES, pages, {"文种": tuple(shelf.kinds())}, BLANK)


class TableUnit(NamedTuple):
    """A unit of a table: the file name it goes by, its facts file, and what kept that from being written."""

    name: str
    facts: Path
    source: UnitFacts
    faults: tuple[Problem, ...]

    def at_home(self, problem: Problem) -> Problem:
        """``problem`` of the facts file, placed in the table."""
        return self.source.at_home(problem) if problem.place.path == str(self.facts) else problem


def units_of_table(table: Path, output: Path) -> Iterator[TableUnit]:
    """The units of ``table``, the facts of each written to a file in ``output`` beside the drafts. Raises ``Faults`` for the table as a whole."""
    units = units_of(grids_of(table))
    folder = output / FACTS_FOLDER
    make_folder(folder)
    taken: dict[str, str] = {}
    for unit in units:
        name = _file_name(unit.unit)
        first = taken.setdefault(name.casefold(), unit.unit)
        facts = folder / f"{name}.yaml"
        yield TableUnit(name, facts, unit, unit.problems or _written(facts, unit, table) if first == unit.unit else (_same_name(unit, first),))


def grids_of(table: Path) -> tuple[Grid, ...]:
    """The pages of a table on disk. Raises ``Faults`` where it is none."""
    if table.suffix.lower() in _OF_TEXT:
        return read_csv(replace(read_text(table), name=table.name))
    return read_xlsx(table.name, read_bytes(table))


def _file_name(unit: str) -> str:
    return _UNSAFE.sub("_", unit)[:_LONGEST_NAME]


def _same_name(unit: UnitFacts, first: str) -> Problem:
    return Problem(unit.cells[0], "same-name", f"“{unit.unit}”和“{first}”的文件名会相同", "改其中一个的全称")


def _written(path: Path, unit: UnitFacts, table: Path) -> tuple[Problem, ...]:
    mark = _MARK.format(table=spelled(table.name)) + hashlib.sha256(encoded(unit.text)).hexdigest()
    try:
        write_new(path, encoded(f"{unit.text}{mark}\n"), may_replace=_untouched)
    except Faults as faults:
        return faults.problems
    return ()


def _untouched(old: bytes) -> bool:
    """Whether a facts file is as a table made it."""
    text, _, mark = old.decode(errors="replace").rstrip("\n").rpartition("\n")
    return mark.startswith(_MARK[:10]) and mark.endswith(hashlib.sha256(f"{text}\n".encode()).hexdigest())
