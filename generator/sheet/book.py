"""Tables as files: .xlsx and .csv, read and written. The only importer of python-calamine and xlsxwriter, which come with ``nigao[batch]``."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from typing import Any

from generator.problems import Faults, Place, Problem, Source
from generator.sheet.grid import ABOUT, BLOCK, DATE, FRACTION, UNIT, Cell, Grid, cell_name
from generator.sheet.reach import hold_within

EXTRA = "先装上：pip install 'nigao[batch]'；或者用 .csv"
_ROOM = 500
"""Rows for units that a new table is made ready for: more than a province has counties and departments."""
_CREATED = datetime(1980, 1, 1)
_PLACES = 15
"""Digits that a spreadsheet keeps of a number."""


# --- reading -------------------------------------------------------------------------------------------------------------------------------


def read_csv(source: Source) -> tuple[Grid, ...]:
    """The one page of a .csv file. Raises ``Faults`` where it is none."""
    cells = [[Cell(text.strip(), _place(source.name, "", r, c)) for c, text in enumerate(row, 1)] for r, row in enumerate(csv_rows(source), 1)]
    return (Grid.of("", [row for row in cells if row]),)


def csv_rows(source: Source) -> list[list[str]]:
    """The rows of a .csv file. Raises ``Faults`` where a cell has no end: what stands behind a quotation mark without its partner is all one cell."""
    reader = csv.reader(StringIO(source.text), delimiter=_delimiter(source.text))
    try:
        return list(reader)
    except csv.Error:
        hint = "多半是前面有个双引号没有配对；在 WPS 或 Excel 里另存为 .csv 后重试"
        raise Faults([Problem(Place(source.name, reader.line_num), "not-csv", "这一格长得没有尽头", hint)]) from None


def _delimiter(text: str) -> str:
    """What parts the cells: spreadsheets write tabs where they save as Unicode text, and semicolons where the system's comma is that of decimals."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(",\t;", key=first.count)


def read_xlsx(name: str, data: bytes) -> tuple[Grid, ...]:
    """The pages of a workbook that hold units. Raises ``Faults`` where it is none, or the library is not there."""
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        raise Faults([Problem(Place(name), "no-library", "读 .xlsx 要用 python-calamine，还没有装", EXTRA)]) from None
    hold_within(name, data)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        pages = [(page, book.get_sheet_by_name(page).to_python(skip_empty_area=False)) for page in book.sheet_names if page != ABOUT]
    except Exception:  # calamine raises a dozen kinds of error on what is no workbook
        raise Faults([Problem(Place(name), "not-workbook", "不是能读的工作簿", "在 Excel 或 WPS 里另存为 .xlsx 后重试")]) from None
    return tuple(Grid.of(page, _cells(name, page, rows)) for page, rows in pages)


def _cells(name: str, page: str, rows: Sequence[Sequence[Any]]) -> Iterator[list[Cell]]:
    for r, row in enumerate(rows, 1):
        if row:
            yield [_cell(value, _place(name, page, r, c)) for c, value in enumerate(row, 1)]


def _place(name: str, page: str, row: int, column: int) -> Place:
    return Place(f"{name} {page + '!' if page else ''}{cell_name(row, column)}")


def _cell(value: Any, place: Place) -> Cell:
    """What was typed, as far as the spreadsheet tells: it turns 3-5 into a day and 95% into 0.95, and the one cannot be told from the other."""
    match value:
        case str():
            return Cell(value.strip(), place)
        case bool():
            return Cell(str(value), place, "这一格被存成了逻辑值")
        case int() | float():
            odd = FRACTION if 0 < value < 1 else ""
            return Cell(f"{value:.{_PLACES}g}", place, odd)
        case date() if not isinstance(value, datetime) or value.time() == time():
            return Cell(f"{value:%Y-%m-%d}", place, DATE)
        case timedelta():
            return Cell(str(value), place, "这一格被存成了时间")
        case _ if hasattr(value, "isoformat"):
            return Cell(value.isoformat(), place, "这一格被存成了日期或时间")
        case _:
            return Cell(str(value), place, "这一格存的不是文字也不是数")


# --- writing -------------------------------------------------------------------------------------------------------------------------------


def write_csv(pages: Sequence[tuple[str, Sequence[Sequence[str]]]]) -> bytes:
    """All pages side by side as one, their names in a first row; with a byte order mark, or Excel would misread it."""
    depth = max(len(rows) for _, rows in pages)
    columns: list[list[str]] = []
    for name, rows in pages:
        for at in range(1, len(rows[0])):
            heads = [row[at] for row in rows]
            columns.append([name, *([heads[0]] if len(rows) == 1 else heads), *[""] * (depth - len(rows))])
    labels = [BLOCK, *(row[0] for row in max((rows for _, rows in pages), key=len))]
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(zip(labels, *columns, strict=True))
    return out.getvalue().encode("utf-8-sig")


def write_xlsx(about: Sequence[str], pages: Sequence[tuple[str, Sequence[Sequence[str]]]], choices: dict[str, Sequence[str]], blank: str) -> bytes:
    """A workbook to fill in: a page of ``about``, then ``pages`` with their heads. Cells are text, so that what is typed stays what it is.

    ``choices`` are offered under the heads they are named for, ``blank`` under all others but names and prose; nothing else is refused.
    Raises ``Faults`` where the library is not there.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise Faults([Problem(Place("--sheet"), "no-library", "写 .xlsx 要用 xlsxwriter，还没有装", EXTRA)]) from None
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter", "bg_color": "#EEEEEE", "border": 1, "num_format": "@"})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for name, rows in pages:
            page = book.add_worksheet(_page_name(name))
            _fill(page, rows, head, text)
            _offer(page, name, rows, choices, blank, pages[0][0])
        notes = book.add_worksheet(ABOUT)
        notes.set_column(0, 0, 100, text)
        for n, line in enumerate(about):
            notes.write_string(n, 0, line)
    return out.getvalue()


def write_rows_csv(rows: Sequence[Sequence[str]]) -> bytes:
    """``rows`` as one page, with a byte order mark, or Excel would misread it."""
    out = StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def write_rows_xlsx(about: Sequence[str], pages: Sequence[tuple[str, Sequence[Sequence[str]]]], widths: Mapping[str, int], filled: str) -> bytes:
    """A workbook of ``pages``, their heads first, behind them a page of ``about``. ``widths`` of columns in characters, by head; the one called
    ``filled`` is the one to write in. Raises ``Faults`` where the library is not there."""
    try:
        import xlsxwriter
    except ImportError:
        raise Faults([Problem(Place("--table"), "no-library", "写 .xlsx 要用 xlsxwriter，还没有装", EXTRA)]) from None
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "border": 1})
        wanted = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#FFF2CC"})
        for name, (head, *rows) in zip(_apart([name for name, _ in pages]), (rows for _, rows in pages), strict=True):
            page = book.add_worksheet(name)
            page.freeze_panes(1, 0)
            for c, title in enumerate(head):
                page.set_column(c, c, widths.get(title, 12))
                for r, value in enumerate((title, *(row[c] for row in rows))):
                    page.write_string(r, c, value, wanted if title == filled else text)
        notes = book.add_worksheet(ABOUT)
        notes.set_column(0, 0, 100)
        for n, line in enumerate(about):
            notes.write_string(n, 0, line)
    return out.getvalue()


def _apart(names: Sequence[str]) -> list[str]:
    """Names of pages as a spreadsheet takes them, no two alike."""
    made: list[str] = []
    for name in map(_page_name, names):
        taken = {known.casefold() for known in (*made, ABOUT)}
        tries = (name, *(f"{name[:_NAMED]}{n}" for n in range(2, len(names) + 2)))
        made.append(next(each for each in tries if each.casefold() not in taken))
    return made


_NAMED = 27
"""Characters of a page's name that leave room for a number."""


def _page_name(name: str) -> str:
    """As much of ``name`` as a spreadsheet takes for that of a page."""
    return name.translate(dict.fromkeys(map(ord, "[]:*?/\\"), "_"))[:31]


def _fill(page: Any, rows: Sequence[Sequence[str]], head: Any, text: Any) -> None:
    page.set_column(0, 0, 24, text)
    page.set_column(1, max(1, len(rows[0]) - 1), 16, text)
    page.freeze_panes(len(rows), 1)
    for r, row in enumerate(rows):
        for c, value in enumerate(row):
            page.write_string(r, c, value, head)


def _offer(page: Any, name: str, rows: Sequence[Sequence[str]], choices: dict[str, Sequence[str]], blank: str, units: str) -> None:
    """Drop-downs: the units of the first page, the choices of a head, else the mark of what is not known yet."""
    first, last = len(rows), len(rows) + _ROOM - 1
    if name != units:
        source = f"='{units}'!$A$2:$A${_ROOM + 1}"
        page.data_validation(first, 0, last, 0, {"validate": "list", "source": source, "show_error": False})
    for column, title in enumerate(rows[0]):
        offered = choices.get(title, [blank]) if title != UNIT and column else []
        if offered:
            page.data_validation(first, column, last, column, {"validate": "list", "source": list(offered), "show_error": False})
