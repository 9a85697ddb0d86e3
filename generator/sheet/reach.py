"""How far the pages of a workbook reach, seen before they are read: room is made for every cell up to the last, were it the only one."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from generator.limits import WORKBOOK_BYTES, WORKBOOK_CELLS
from generator.problems import Faults, Place, Problem

_PAGE = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_BINARY = re.compile(r"xl/worksheets/[^/]+\.bin", re.IGNORECASE)
_CELL = re.compile(rb"<(?:\w+:)?(?:c|row)\b[^<>]*?\br\s*=\s*[\"']([A-Za-z]{0,3})(\d{1,7})[\"']")
_MEND = "选中表格以外的整行、整列，删除，另存后重试"


def hold_within(name: str, data: bytes) -> None:
    """Raises ``Faults`` where the workbook ``data`` is bigger than is read, or a cell far out makes a page so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            problem = next(_beyond(name, book), None)
    except Exception:  # a broken archive raises whatever its compression raises, and the reader will say that it is no workbook
        return
    if problem is not None:
        raise Faults([problem])


def _beyond(name: str, book: zipfile.ZipFile) -> Iterator[Problem]:
    parts = book.infolist()
    if any(_BINARY.fullmatch(part.filename) for part in parts):
        yield Problem(Place(name), "not-workbook", "这是二进制的工作簿（.xlsb）", "在 Excel 或 WPS 里另存为 .xlsx 后重试")
    if sum(part.file_size for part in parts) > WORKBOOK_BYTES:
        yield Problem(Place(name), "too-big", f"这个工作簿解开来超过 {WORKBOOK_BYTES >> 20} MB", "删去用不着的页和图，另存后重试")
        return
    for part in parts:
        if _PAGE.fullmatch(part.filename.replace("\\", "/").lstrip("/")):
            rows, columns = _reach(book.read(part))
            if rows * columns > WORKBOOK_CELLS:
                yield Problem(Place(name), "too-big", f"有一页写到了第 {rows} 行、第 {columns} 列，多半是远处留了一个字", _MEND)


def _reach(page: bytes) -> tuple[int, int]:
    """The last row and the last column that a cell of ``page`` is said to stand in."""
    rows = columns = 1
    for column, row in _CELL.findall(page):
        rows = max(rows, int(row))
        if column:
            columns = max(columns, _number(column.upper()))
    return rows, columns


def _number(letters: bytes) -> int:
    """3 for C, 27 for AA."""
    found = 0
    for letter in letters:
        found = found * 26 + letter - ord("A") + 1
    return found
