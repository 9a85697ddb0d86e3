"""The printed paragraphs of a report as elements of a Word file: where each stands follows GB/T 9704-2012, clause 7.3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.chinese.width import ems
from generator.render.ooxml import CHARACTER, Element, Indent, line_break, paragraph, run
from generator.render.parts import BLANK_STYLE, LEAD_STYLE, STYLE_IDS
from generator.render.printable import printable
from generator.render.standing import stands_out
from generator.render.styles import Look, Style
from generator.render.title_lines import title_lines
from generator.report import Inline, Line, LineKind, Report, lines, plain


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters with the id of a character style and the colour they are marked with."""

    text: str
    style: str = ""
    highlight: str = ""


def paragraphs(report: Report, style: Style) -> Iterator[Element]:
    """The paragraphs of ``report`` from title to date, with the empty lines that the style puts between them."""
    printed = list(lines(report))
    closing = _Closing.of(report, style)
    for before, line, after in zip([None, *printed], printed, [*printed[1:], None], strict=False):
        for _ in range(_empty_lines(before, line, style)):
            yield paragraph(STYLE_IDS[LineKind.BODY], keep_next=line.kind is not LineKind.BODY)
        signed = after is not None and _ends(after) and not _ends(line)
        yield _paragraph(line, style, closing, keep_next=signed and _fits_with_closing(line, style))


def _ends(line: Line) -> bool:
    return line.kind in (LineKind.SIGNATURE, LineKind.DATE)


def _fits_with_closing(line: Line, style: Style) -> bool:
    """Whether a last paragraph can share one page with what closes the report.

    One that cannot is left to flow: LibreOffice moves a paragraph kept with its next as a whole, and would leave the page before it empty.
    """
    page = style.page
    rows = (page.height - page.top - page.bottom) // style.line
    look = style.look(line.kind, line.level)
    return (look.indent + _characters(line.text, look)) * CHARACTER <= (rows - style.signature.lines_before - 2) * page.text_width


def _empty_lines(before: Line | None, line: Line, style: Style) -> int:
    """Empty lines between two kinds of paragraph; a date without a signature stands where the signature would."""
    if before is None or before.kind is line.kind:
        return 0
    opening = style.signature if _ends(line) and not _ends(before) else style.look(line.kind, line.level)
    return max(style.look(before.kind, before.level).lines_after, opening.lines_before)


def _paragraph(line: Line, style: Style, closing: _Closing, keep_next: bool) -> Element:
    """One printed paragraph. ``keep_next``: the signature follows, and its date must not stand on a page alone (7.3.5.5)."""
    identity = STYLE_IDS[line.kind]
    pieces = list(_pieces(line, style))
    match line.kind:
        case LineKind.TITLE:
            return paragraph(identity, *_title_runs(pieces, style))
        case LineKind.HEADING:
            return paragraph(f"{identity}{line.level}", *_runs(pieces))
        case LineKind.ATTACHMENT:
            return paragraph(identity, *_runs(pieces), indent=_attachment_indent(line, style.attachment), keep_next=keep_next)
        case LineKind.SIGNATURE:
            return paragraph(identity, *_runs(pieces), indent=Indent(right=closing.signature))
        case LineKind.DATE:
            return paragraph(identity, *_runs(pieces), indent=Indent(right=closing.date))
        case _:
            return paragraph(identity, *_runs(pieces), keep_next=keep_next)


def _pieces(line: Line, style: Style) -> Iterator[_Piece]:
    if line.number:
        yield _Piece(printable(line.number), LEAD_STYLE if line.leads else "")
    for i, inline in enumerate(line.inlines):
        yield _piece(inline, i in line.leads, style)


def _piece(inline: Inline, leads: bool, style: Style) -> _Piece:
    if stands_out(inline):
        return _Piece(printable(inline.text), BLANK_STYLE, style.highlight)
    return _Piece(printable(inline.text), LEAD_STYLE if leads else "")


def _runs(pieces: Iterable[_Piece]) -> list[Element]:
    """Runs of ``pieces``, those that look alike joined."""
    alike = groupby(pieces, key=lambda p: (p.style, p.highlight))
    texts = [("".join(p.text for p in group), look) for look, group in alike]
    return [run(text, *look) for text, look in texts if text]


def _title_runs(pieces: list[_Piece], style: Style) -> list[Element]:
    """The title with its lines broken; none fills the width of the page, or a centred title would not look it."""
    full = style.page.text_width // (style.title.size * 10)
    offsets = _offsets(piece.text for piece in pieces)
    broken = title_lines("".join(piece.text for piece in pieces), full - 1, frozenset(offsets))
    runs: list[Element] = []
    for start, end in pairwise(_offsets(broken)):
        if runs:
            runs.append(line_break())
        runs += _runs(_between(pieces, start, end))
    return runs


def _offsets(texts: Iterable[str]) -> list[int]:
    """Where each of ``texts`` begins in all of them joined, and where the last one ends."""
    offsets = [0]
    for text in texts:
        offsets.append(offsets[-1] + len(text))
    return offsets


def _between(pieces: list[_Piece], start: int, end: int) -> Iterator[_Piece]:
    at = 0
    for piece in pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        at += len(piece.text)
        if text:
            yield _Piece(text, piece.style, piece.highlight)


def _characters(text: str, look: Look) -> float:
    """The width of ``text`` as printed, in the characters that indents are counted in."""
    return sum(ems(c) * look.size * 10 + look.spacing for c in text) / CHARACTER


def _attachment_indent(line: Line, look: Look) -> Indent:
    """附件：1. stands two characters in; names, and what of them runs over, align under the first character of the name (7.3.4)."""
    opening = _characters(line.number, look)
    start = look.indent + (0 if line.number.startswith("附件") else _characters("附件：", look))
    return Indent(left=start + opening, hanging=opening)


@dataclass(frozen=True, slots=True)
class _Closing:
    """How far signature and date stand from the right, in characters, in a report without a seal (7.3.5.2)."""

    signature: float
    date: float

    @classmethod
    def of(cls, report: Report, style: Style) -> _Closing:
        """The date begins two characters right of the signature; where it is the longer one it takes the gap and pushes the signature left."""
        gap, shift = style.signature_gap, style.date_shift
        room = style.page.text_width / CHARACTER - gap
        signature = min(room, _characters(plain(report.signature), style.signature))
        date = _characters(plain(report.date), style.date)
        if not report.signature:
            return cls(gap, gap)
        date_gap = gap + signature - shift - date
        if signature >= date:
            return cls(gap, max(0.0, date_gap))
        return cls(gap + shift + date - signature, gap)
