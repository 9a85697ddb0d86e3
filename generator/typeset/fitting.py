"""Tables and pictures on a narrower page: what is wider than the type area is made as wide, in proportion; all else is left as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.reading.elements import Element, attribute, child, tag, whole
from generator.typeset.deeds import Account, Deed

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_MAIN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_EMU = 635
"""Of a twip."""
_SLACK = 15
"""Twips that a table may be wider: rounding makes as much."""
_WIDE = frozenset(map(tag, ("tcW", "tblW", "tblInd", "wBefore", "wAfter")))


def fit(body: Element, room: Callable[[Element], int], account: Account) -> None:
    """Make every table of ``body`` (those in cells left to it), and every picture in a line, as wide as ``room`` says there is."""
    for number, table in enumerate(_outer_tables(body), 1):
        if _narrow_table(table, room(table)):
            account.did(Deed.NARROWED, number)
    for number, picture in enumerate(body.iter(f"{_DRAWING}inline"), 1):
        inside = next(picture.iterancestors(tag("tc")), None) is not None
        if not inside and _narrow_picture(picture, room(picture)):
            account.did(Deed.NARROWED, number)


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


def _narrow_picture(picture: Element, room: int) -> bool:
    extent = picture.find(f"{_DRAWING}extent")
    wide = whole(None if extent is None else extent.get("cx"))
    if extent is None or wide is None or wide <= room * _EMU:
        return False
    share = room * _EMU / wide
    sizes = [extent, *(each for each in picture.iter(f"{_MAIN}ext") if each.get("cx") == extent.get("cx"))]
    for size in sizes:
        for side in ("cx", "cy"):
            size.set(side, str(round((whole(size.get(side)) or 0) * share)))
    return True
