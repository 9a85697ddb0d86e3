"""Tables and pictures on a narrower page: what is wider than the type area is made as wide, in proportion; all else is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.reading.elements import Element, attribute, child, tag, whole
from generator.typeset.deeds import Account, Deed
from generator.typeset.signs import BLANKS, signs

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMU = 635
"""Of a twip."""
_SLACK = 15
"""Twips that a table may be wider: rounding makes as much."""
_WIDE = frozenset(map(tag, ("tcW", "tblW", "tblInd", "wBefore", "wAfter")))


def fit(body: Element, room: Callable[[Element], int], account: Account) -> None:
    """Make every table of ``body`` (those in cells left to it), and every picture in a line, as wide as ``room`` says there is."""
    tables = [_narrow_table(table, room(table)) for table in _outer_tables(body)]
    pictures = [_narrow_pictures(row, room(row[0])) for row in _rows_of_pictures(body)]
    account.did(Deed.NARROWED, 0, sum((*tables, *pictures)))


def _outer_tables(body: Element) -> Iterator[Element]:
    return (table for table in body.iter(tag("tbl")) if next(table.iterancestors(tag("tbl"), tag("txbxContent")), None) is None)


def _narrow_table(table: Element, room: int) -> bool:
    """A table that Word fits to the window or to its text is left to Word."""
    columns = [] if (grid := child(table, "tblGrid")) is None else grid.findall(tag("gridCol"))
    widths = [whole(attribute(column, "w")) or 0 for column in columns]
    total = sum(widths)
    if total <= room + _SLACK or not all(width > 0 for width in widths):
        return False
    share = room / total
    for column, width in zip(columns, widths, strict=True):
        column.set(tag("w"), str(max(1, int(width * share))))
    for measure in (each for each in table.iter(*_WIDE) if attribute(each, "type") == "dxa" and next(each.iterancestors(tag("tbl"))) is table):
        measure.set(tag("w"), str(round((whole(attribute(measure, "w")) or 0) * share)))
    return True


def _rows_of_pictures(body: Element) -> Iterator[list[Element]]:
    """The pictures in lines, those that stand side by side together; those in cells are left out."""
    for paragraph in body.iter(tag("p")):
        found = [each for each in paragraph.iter(f"{_DRAWING}inline") if next(each.iterancestors(tag("p"))) is paragraph]
        if not found or next(found[0].iterancestors(tag("tc")), None) is not None:
            continue
        beside = not "".join(sign.text for sign in signs(paragraph)).strip(BLANKS)
        yield from [found] if beside else ([each] for each in found)


_CLOSEST = 0.6
"""The share of their size at which pictures side by side are not made smaller, but stand one below the other."""


def _width(pictures: Sequence[Element]) -> int:
    return sum(map(_wide, pictures))


def _wide(picture: Element) -> int:
    extent = picture.find(f"{_DRAWING}extent")
    return (whole(None if extent is None else extent.get("cx"))) or 0


def _narrow_pictures(row: Sequence[Element], room: int) -> bool:
    """Make a row of pictures as wide as ``room`` where it is wider; each of them where it would become too small."""
    share = room * _EMU / max(_width(row), 1)
    if share >= 1:
        return False
    if len(row) > 1 and share < _CLOSEST:
        return sum(_narrow_pictures([picture], room) for picture in row) > 0
    for picture in row:
        extent = picture.find(f"{_DRAWING}extent")
        sizes = [extent, *(each for each in picture.iter(f"{_MAIN}ext") if each.get("cx") == extent.get("cx"))]
        for size in sizes:
            for side in ("cx", "cy"):
                size.set(side, str(int((whole(size.get(side)) or 0) * share)))
    return True
