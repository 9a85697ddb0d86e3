"""A report on a terminal: as the Word draft reads, wrapped at any width, coloured by where the words come from."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from generator.chinese.width import columns
from generator.limits import TERMINAL_COLUMNS
from generator.printable import printable
from generator.printed import IMPRINT_KINDS, Line, LineKind, Region, Side, lines
from generator.render.origins import ORIGIN_NAMES, Explain, placed, sourced
from generator.render.standing import stands_out
from generator.render.title_lines import title_lines
from generator.render.wrapping import wrap
from generator.report import Inline, OriginKind, Report

NARROWEST = 20
"""Columns below which no width is tried."""

_INDENT = 4
_TITLE_EMS = 19
_RESET = "\x1b[0m"
_PAINTS = {
    OriginKind.FACT: "\x1b[32m",
    OriginKind.PHRASE: "\x1b[36m",
    OriginKind.TEMPLATE: "\x1b[34m",
    OriginKind.BLANK: "\x1b[1;7;33m",
    OriginKind.REPORT: "",
    OriginKind.SUPPLIED: "\x1b[35m",
    OriginKind.ECHO: "\x1b[32m",
}
_LEGEND = (OriginKind.FACT, OriginKind.PHRASE, OriginKind.TEMPLATE, OriginKind.BLANK)


class _Span(Struct, frozen=True):
    """Characters in one colour; no kind: what the layout adds."""

    text: str
    kind: OriginKind | None = None


def terminal_text(report: Report, width: int, colour: bool) -> str:
    """``report`` in at most ``width`` columns (20 at least), ending with a line feed; with ``colour``, escapes by origin and a legend."""
    width = _width_taken(width)
    rows: list[str] = []
    before: LineKind | None = None
    signature = _first_width(report, LineKind.SIGNATURE)
    for line in lines(report):
        if _parted(before, line.kind):
            rows.append("")
        rows += _line_rows(line, width, colour, signature)
        before = line.kind
    if colour:
        rows += ["", *_legend(width)]
    return "".join(f"{row}\n" for row in rows)


def why_text(report: Report, explain: Explain, width: int, colour: bool) -> str:
    """``report`` sentence by sentence, under each where its words come from, each origin once."""
    width = _width_taken(width)
    rows = [row for line in lines(report) for row in _explained(line, explain, width, colour)]
    return "".join(f"{row}\n" for row in rows)


def _width_taken(width: int) -> int:
    return min(max(width, NARROWEST), TERMINAL_COLUMNS)


# --- layout ------------------------------------------------------------------------------------------------------------------------------


def _parted(before: LineKind | None, kind: LineKind) -> bool:
    """Whether an empty line stands between two kinds of paragraph."""
    if before is None or before is kind:
        return False
    if before is LineKind.ANNEX_TITLE:
        return True
    match kind:
        case LineKind.ISSUER | LineKind.NUMBER | LineKind.TITLE | LineKind.ATTACHMENT | LineKind.ANNEX | LineKind.ANNEX_TITLE:
            return True
        case LineKind.COPIES | LineKind.PRINTER | LineKind.PRINTED:
            return before not in IMPRINT_KINDS
        case LineKind.SIGNATURE | LineKind.DATE:
            return before is not LineKind.SIGNATURE
        case (
            LineKind.COPY
            | LineKind.SECRECY
            | LineKind.URGENCY
            | LineKind.SIGNER
            | LineKind.ADDRESSEE
            | LineKind.HEADING
            | LineKind.BODY
            | LineKind.TABLE_HEAD
            | LineKind.TABLE_ROW
        ):
            return before is LineKind.TITLE


def _first_width(report: Report, kind: LineKind) -> int:
    return next((columns(printable(line.text)) for line in lines(report) if line.kind is kind), 0)


def _line_rows(line: Line, width: int, colour: bool, signature: int) -> list[str]:
    spans = _spans(line)
    match line.kind.side:
        case Side.CENTRE:
            return [row for part in line.rows for row in _title_rows(_spans(part), width, colour)]
        case Side.CELLS:
            return _rows(_celled(line), width, colour)
        case Side.LEFT:
            return _rows(spans, width, colour, 0, columns(line.number))
        case Side.RIGHT:
            return _rows(spans, width, colour, *_right(_width(spans), _gap(line.kind, _width(spans), signature), width))
        case Side.INDENTED:
            return _rows(spans, width, colour, *_indents(line))


def _indents(line: Line) -> tuple[int, int]:
    """The indents of the first row and of those below it; attachments hang behind their number, all below the first."""
    if line.kind is not LineKind.ATTACHMENT:
        return _INDENT, 0
    start = _INDENT + columns("" if line.number.startswith("附件") else "附件：")
    return start, start + columns(line.number)


def _gap(kind: LineKind, wide: int, signature: int) -> int:
    """What is left free on the right. The date begins two characters right of the signature, as in print, where there is room."""
    if kind.region is not Region.MAIN:
        return 0
    return max(0, signature - wide) if kind is LineKind.DATE and signature else _INDENT


def _right(wide: int, gap: int, width: int) -> tuple[int, int]:
    indent = max(0, width - gap - wide)
    return indent, indent


def _spans(line: Line) -> tuple[_Span, ...]:
    number = (_Span(printable(line.number)),) if line.number else ()
    return (*number, *(_span(i) for i in line.inlines))


def _celled(line: Line) -> tuple[_Span, ...]:
    """The cells of a table's row, set apart by a mark."""
    cells = [tuple(map(_span, cell)) for cell in line.cells]
    return tuple(span for n, cell in enumerate(cells) for span in ((_Span("｜"), *cell) if n else cell))


def _span(inline: Inline) -> _Span:
    if stands_out(inline):
        return _Span(printable(inline.text), OriginKind.BLANK)
    return _Span(printable(inline.text), inline.origin.kind if inline.origin else None)


def _text(spans: tuple[_Span, ...]) -> str:
    return "".join(span.text for span in spans)


def _width(spans: tuple[_Span, ...]) -> int:
    return columns(_text(spans))


def _rows(spans: tuple[_Span, ...], width: int, colour: bool, first: int = 0, rest: int = 0) -> list[str]:
    """``spans`` wrapped and painted; indents that leave no room to read are given up."""
    first, rest = (indent if width - indent >= 8 else 0 for indent in (first, rest))
    indents = [first, *([rest] * len(_text(spans)))]
    cuts = wrap(_text(spans), width, first, rest)
    return [" " * indent + _painted(spans, start, end, colour) for indent, (start, end) in zip(indents, cuts, strict=False)]


def _title_rows(spans: tuple[_Span, ...], width: int, colour: bool) -> list[str]:
    rows: list[str] = []
    at = 0
    for line in title_lines(_text(spans), min(_TITLE_EMS, width // 2), _seams(spans)):
        for start, end in wrap(line, width):
            centre = (width - columns(line[start:end])) // 2
            rows.append(" " * centre + _painted(spans, at + start, at + end, colour))
        at += len(line)
    return rows


def _seams(spans: tuple[_Span, ...]) -> frozenset[int]:
    return frozenset(len(_text(spans[:i])) for i in range(1, len(spans)))


def _painted(spans: tuple[_Span, ...], start: int, end: int, colour: bool) -> str:
    painted = []
    at = 0
    for span in spans:
        text = span.text[max(0, start - at) : max(0, end - at)]
        at += len(span.text)
        paint = _PAINTS[span.kind] if colour and span.kind else ""
        painted.append(f"{paint}{text}{_RESET}" if text and paint else text)
    return "".join(painted)


def _legend(width: int) -> list[str]:
    spans = tuple(span for kind in _LEGEND for span in (_Span(ORIGIN_NAMES[kind], kind), _Span(" ")))
    return _rows((_Span("颜色："), *spans[:-1]), width, colour=True)


# --- where the words come from -----------------------------------------------------------------------------------------------------------


def _explained(line: Line, explain: Explain, width: int, colour: bool) -> Iterator[str]:
    for sentence in sourced(line):
        number = (_Span(printable(sentence.number)),) if sentence.number else ()
        yield from _rows((*number, *map(_span, sentence.inlines)), width, colour)
        for origin in sentence.origins:
            spans = (_Span("· "), _Span(ORIGIN_NAMES[origin.kind], origin.kind), _Span(f" {placed(origin, explain)}"))
            yield from _rows(spans, width, colour, _INDENT, _INDENT + 2)
