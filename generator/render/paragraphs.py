"""The printed paragraphs of a report as elements of a Word file: where each stands follows GB/T 9704-2012, clauses 7.2 and 7.3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.printed import ANNEX_KINDS, IMPRINT_KINDS, MASTHEAD_KINDS, Line, LineKind, lines
from generator.render.closing import Closing
from generator.render.looks import Look, Style
from generator.render.ooxml import Element, Indent, line_break, paragraph
from generator.render.paging import empty_lines, kept_with_closing, title_room
from generator.render.pieces import Piece, characters, pieces, runs
from generator.render.title_lines import title_lines
from generator.report import Report, Table

if TYPE_CHECKING:  # few reports have annexes or a head of their own
    from generator.render.annex import Attach


def paragraphs(report: Report, style: Style, attach: Attach | None = None) -> Iterator[Element]:
    """The paragraphs of ``report`` from 版头 to the annexes, with the empty lines that the style puts between them.

    ``attach`` may add to each paragraph, seeing the line it prints.
    """
    seen = attach or _unseen
    printed = list(lines(report))
    head = [line for line in printed if line.kind in MASTHEAD_KINDS]
    main = [line for line in printed if line.kind not in (*MASTHEAD_KINDS, *ANNEX_KINDS, *IMPRINT_KINDS)]
    yield from _headed(head, style, seen) if head else ()
    yield from _main(main, head[-1] if head else None, report, style, seen)
    yield from _annexes(report, style, seen) if report.annexes else ()


def _unseen(made: Element, line: Line) -> Element:  # noqa: ARG001 - nobody looks
    return made


def _headed(head: Sequence[Line], style: Style, attach: Attach) -> Iterator[Element]:
    from generator.render.masthead import masthead

    before: Line | None = None
    for line, made in masthead(head, style):
        if before is not None and before.kind is LineKind.ISSUER:
            yield from _empty(style.masthead.number.lines_before)
        yield attach(made, line)
        before = line


def _empty(count: int, keep_next: bool = False) -> Iterator[Element]:
    for _ in range(count):
        yield paragraph(LineKind.BODY.style, keep_next=keep_next)


def _main(main: Sequence[Line], above: Line | None, report: Report, style: Style, attach: Attach) -> Iterator[Element]:
    closing = Closing.of(report, style)
    kept = kept_with_closing(main, style, report.sealed)
    for n, (before, line) in enumerate(zip([above, *main], main, strict=False)):
        yield from _empty(empty_lines(before, line, style, report.sealed), keep_next=line.kind is not LineKind.BODY)
        yield attach(_paragraph(line, style, closing, keep_next=n in kept), line)


def _annexes(report: Report, style: Style, attach: Attach) -> Iterator[Element]:
    from generator.render import annex

    tables: list[Table] = [a.table for a in report.annexes]
    before: Line | None = None
    for line in lines(report):
        if line.kind is LineKind.ANNEX:
            before = line
            yield annex.label(line, style)
        elif line.kind is LineKind.ANNEX_TITLE:
            yield from _empty(empty_lines(before, line, style, report.sealed), keep_next=True)
            yield attach(paragraph(line.kind.style, *_title_runs(line, style)), line)
            yield from _empty(style.annex.title.lines_after)
            yield from annex.table(tables.pop(0), style, attach)


def _paragraph(line: Line, style: Style, closing: Closing, keep_next: bool) -> Element:
    """One printed paragraph. ``keep_next``: the signature follows, and its date must not stand on a page alone (7.3.5.5)."""
    identity = line.kind.style
    found = list(pieces(line, style))
    match line.kind:
        case LineKind.TITLE:
            return paragraph(identity, *_title_runs(line, style))
        case LineKind.HEADING:
            return paragraph(f"{identity}{line.level}", *runs(found))
        case LineKind.ATTACHMENT:
            return paragraph(identity, *runs(found), indent=_attachment_indent(line, style.attachment), keep_next=keep_next)
        case LineKind.SIGNATURE:
            return paragraph(identity, *runs(found), indent=Indent(right=closing.signature))
        case LineKind.DATE:
            return paragraph(identity, *runs(found), indent=Indent(right=closing.date))
        case LineKind.ADDRESSEE | LineKind.BODY:
            return paragraph(identity, *runs(found), keep_next=keep_next)
        case (
            LineKind.COPY
            | LineKind.SECRECY
            | LineKind.URGENCY
            | LineKind.ISSUER
            | LineKind.NUMBER
            | LineKind.SIGNER
            | LineKind.ANNEX
            | LineKind.ANNEX_TITLE
            | LineKind.TABLE_HEAD
            | LineKind.TABLE_ROW
            | LineKind.COPIES
            | LineKind.PRINTER
            | LineKind.PRINTED
        ):
            raise ValueError(f"{line.kind} is laid out with its region, not in the text")


def _title_runs(line: Line, style: Style) -> list[Element]:
    """The title with its lines broken: where the clerk began one, and where one is too long."""
    rows = [_broken_runs(list(pieces(row, style)), style) for row in line.rows]
    return [made for n, row in enumerate(rows) for made in ([line_break(), *row] if n else row)]


def _broken_runs(found: list[Piece], style: Style) -> list[Element]:
    offsets = _offsets(piece.text for piece in found)
    broken = title_lines("".join(piece.text for piece in found), title_room(style), frozenset(offsets))
    made: list[Element] = []
    for start, end in pairwise(_offsets(broken)):
        if made:
            made.append(line_break())
        made += runs(_between(found, start, end))
    return made


def _offsets(texts: Iterable[str]) -> list[int]:
    """Where each of ``texts`` begins in all of them joined, and where the last one ends."""
    offsets = [0]
    for text in texts:
        offsets.append(offsets[-1] + len(text))
    return offsets


def _between(found: list[Piece], start: int, end: int) -> Iterator[Piece]:
    at = 0
    for piece in found:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        at += len(piece.text)
        if text:
            yield Piece(text, piece.style, piece.highlight)


def _attachment_indent(line: Line, look: Look) -> Indent:
    """附件：1. stands two characters in; names, and what of them runs over, align under the first character of the name (7.3.4)."""
    opening = characters(line.number, look)
    start = look.indent + (0 if line.number.startswith("附件") else characters("附件：", look))
    return Indent(left=start + opening, hanging=opening)
