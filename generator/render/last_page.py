"""Where 版记 goes: on the last page, which is an even one (GB/T 9704-2012, 7.4 and 7.5)."""

from __future__ import annotations

from msgspec import Struct

from generator.printed import IMPRINT_KINDS, lines
from generator.render.looks import Style
from generator.render.ooxml import Element
from generator.render.paging import end, end_of_annexes, steady
from generator.report import Report

_SEAL_ROWS = 2
_GAP_ROWS = 1


class Foot(Struct, frozen=True):
    """版记 as ``box``, behind the text. ``opens``: in a section on the next even page; not ``numbered``: a blank page comes before that one, so it
    bears no page number (7.5)."""

    box: Element
    opens: bool
    numbered: bool


def foot(report: Report, style: Style) -> Foot | None:
    """The 版记 of ``report``: on its last page where that is surely even and has room, else in a section that opens on the next even page."""
    printed = [line for line in lines(report) if line.kind in IMPRINT_KINDS] if report.imprint else []
    if not printed:
        return None
    from generator.render.imprint import imprint, imprint_height  # which few reports need

    last = end_of_annexes(report, style) if report.annexes else end(report, style)
    seal = _SEAL_ROWS if report.sealed and not report.annexes else 0
    free = style.page.text_height - last.used - (_GAP_ROWS + seal) * style.line
    opens = bool(last.page % 2) or not steady(report, style) or imprint_height(printed, style) > free
    return Foot(imprint(printed, style), opens, numbered=bool(last.page % 2))
