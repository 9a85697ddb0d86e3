"""Where lines and pages end, reckoned from the widths of characters: near what Word and LibreOffice do, the grid being one of full-width type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from generator.printed import MASTHEAD_KINDS, Line, LineKind, Region, lines
from generator.render.filling import rows
from generator.render.looks import Style
from generator.render.title_lines import title_lines
from generator.report import Annex, Report, plain

_LOOSER = 580
"""Twips (29 pt): one line fewer on each page than the standard's 22, the least that a line pitch can do."""

_LONG_PARAGRAPH = 6
"""Rows of a paragraph that breaks over pages rather than leave as many empty at the foot of one."""

CLOSING_KINDS = (LineKind.SIGNATURE, LineKind.DATE)


def title_room(style: Style) -> int:
    """Characters on a line of the title: none fills the width of the page, or a centred title would not look it."""
    return style.page.text_width // (style.title.size * 10) - 1


class Strip(Struct, frozen=True):
    """A printed paragraph with the empty lines before it: ``height`` in twips; ``kept`` with the one after it."""

    height: int
    kept: bool
    body: bool
    pitch: int


class End(Struct, frozen=True):
    """Where the date comes to stand: its page, the twips used of it, and whether text of the body stands there too."""

    page: int
    used: int
    body: bool


def end(report: Report, style: Style) -> End:
    """Where the report ends before its annexes and 版记."""
    return _placed(list(_strips(report, style)), style.page.text_height)


def steady(report: Report, style: Style) -> bool:
    """Whether the report would end on the same page if it were shorter or longer than reckoned by a line, and one more for every three pages."""
    first, *others = [*_strips(report, style)] or [Strip(0, False, False, style.line)]
    room = style.page.text_height
    page = _placed([first, *others], room).page
    slack = (1 + page // 3) * style.line
    moved = (replace(first, height=max(0, first.height + shift)) for shift in (-slack, slack))
    return all(_placed([strip, *others], room).page == page for strip in moved)


def end_of_annexes(report: Report, style: Style) -> End:
    """Where the report ends before its 版记: the annexes begin a page each."""
    page, used = end(report, style).page, 0
    room = style.page.text_height
    for annex in report.annexes:
        strips = [Strip(height, False, False, height) for height in _annex_heights(annex, style)]
        placed = _placed(strips, room)
        page, used = page + placed.page, placed.used
    return End(page, used, False)


def _annex_heights(annex: Annex, style: Style) -> Iterator[int]:
    """Label, title and empty lines in one; then the rows of the table, none of which is broken over a page."""
    from generator.render.annex import row_height  # which few reports need

    look, width = style.annex, style.page.text_width
    title = len(title_lines(plain(annex.title), title_room(style))) * look.title.line
    yield look.label.line + title + (look.title.lines_before + look.title.lines_after) * style.line
    yield row_height(annex.table.head, look.head, width)
    for row in annex.table.rows:
        yield row_height(row, look.row, width)


def settled(report: Report, style: Style) -> Style:
    """``style``, with a looser pitch or wider characters where signature and date would otherwise stand on a page alone (7.3.5.5)."""
    if not (report.signature or report.date):
        return style
    return next((option for option in _options(style) if end(report, option).body), style)


def _options(style: Style) -> Iterator[Style]:
    yield style
    looser = style.pitched(_LOOSER)
    yield looser
    yield _widened(style)
    yield _widened(looser)


def _widened(style: Style) -> Style:
    """``style`` with its body's characters at their own width: one fewer on a line of the standard's 28."""
    return replace(style, body=replace(style.body, spacing=0))


def empty_lines(before: Line | None, line: Line, style: Style, sealed: bool) -> int:
    """Empty lines between two printed paragraphs; a date without a signature stands where the signature would."""
    if before is None or before.kind is line.kind:
        return 0
    if line.kind in CLOSING_KINDS and before.kind not in CLOSING_KINDS:
        return style.sealed_lines if sealed else style.signature.lines_before
    return max(style.look(before.kind, before.level).lines_after, style.look(line.kind, line.level).lines_before)


def kept_with_closing(main: Sequence[Line], style: Style, sealed: bool) -> frozenset[int]:
    """The indexes in ``main`` of what must stand on one page with the date: the last paragraph of the body and the 附件说明.

    A last paragraph that is long or the only one is left to flow: LibreOffice moves a paragraph kept with its next as a whole, and would leave
    a page half empty, or the first page without any of the body (7.3.3).
    """
    tail = next((n for n, line in enumerate(reversed(main)) if line.kind not in (LineKind.ATTACHMENT, *CLOSING_KINDS)), len(main))
    last = len(main) - tail - 1
    if not main or main[-1].kind not in CLOSING_KINDS or last < 0:
        return frozenset()
    gaps = sum(empty_lines(before, line, style, sealed) for before, line in pairwise(main[last:]))
    alone = not any(line.kind is LineKind.BODY for line in main[:last])
    if alone or _rows(main[last], style) > _LONG_PARAGRAPH or sum(_rows(line, style) for line in main[last:]) + gaps > style.rows:
        last += 1
    return frozenset(range(last, len(main) - 1))


def _strips(report: Report, style: Style) -> Iterator[Strip]:
    printed = list(lines(report))
    head = [line for line in printed if line.kind in MASTHEAD_KINDS]
    main = [line for line in printed if line.kind.region is Region.MAIN]
    if head:
        from generator.render.masthead import masthead_height  # which few reports need

        yield Strip(masthead_height(head, style), True, False, style.line)
    kept = kept_with_closing(main, style, report.sealed)
    for n, (before, line) in enumerate(zip([head[-1] if head else None, *main], main, strict=False)):
        look = style.look(line.kind, line.level)
        gap = empty_lines(before, line, style, report.sealed) * style.line
        yield Strip(gap + _rows(line, style) * look.line, look.keep_next or n in kept, line.kind.running, look.line)


def _rows(line: Line, style: Style) -> int:
    if line.kind is LineKind.TITLE:
        return sum(len(title_lines(row.text, title_room(style))) for row in line.rows)
    return rows(line.text, style.look(line.kind, line.level), style.page.text_width)


def _placed(strips: Sequence[Strip], room: int) -> End:
    """Fill pages of ``room`` twips: paragraphs kept together move together, others break between their lines."""
    page, used, body = 1, 0, False
    start = 0
    while start < len(strips):
        stop = next((i for i in range(start, len(strips)) if not strips[i].kept), len(strips) - 1)
        chain = strips[start : stop + 1]
        least = sum(s.height for s in chain[:-1]) + min(chain[-1].height, chain[-1].pitch)
        if len(chain) > 1 and used + least > room >= least:
            page, used, body = page + 1, 0, False
        for strip in chain:
            page, used, body = _flow(strip, page, used, body, room)
        start = stop + 1
    return End(page, used, body)


def _flow(strip: Strip, page: int, used: int, body: bool, room: int) -> tuple[int, int, bool]:
    left = strip.height
    while left > 0:
        fitting = max(0, room - used) // strip.pitch * strip.pitch or (strip.pitch if not used else 0)
        taken = min(left, fitting)
        left, used = left - taken, used + taken
        body = body or (strip.body and taken > 0)
        if left > 0:
            page, used, body = page + 1, 0, False
    return page, used, body
