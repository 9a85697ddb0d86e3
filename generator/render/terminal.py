"""A report on a terminal: as the Word draft reads, wrapped at any width, coloured by where the words come from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from generator.chinese.punctuation import HAN, sentences
from generator.chinese.width import columns
from generator.render.printable import printable
from generator.render.standing import stands_out
from generator.render.title_lines import title_lines
from generator.render.wrapping import wrap
from generator.report import Blank, Inline, Line, LineKind, Origin, OriginKind, Report, lines

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
}
_NAMES = {
    OriginKind.FACT: "事实",
    OriginKind.PHRASE: "用语",
    OriginKind.TEMPLATE: "模板",
    OriginKind.BLANK: "空缺",
    OriginKind.REPORT: "原文",
}
_LEGEND = (OriginKind.FACT, OriginKind.PHRASE, OriginKind.TEMPLATE, OriginKind.BLANK)


@dataclass(frozen=True, slots=True)
class _Span:
    """Characters in one colour; no kind: what the layout adds."""

    text: str
    kind: OriginKind | None = None


def terminal_text(report: Report, width: int, colour: bool) -> str:
    """``report`` in at most ``width`` columns (20 at least), ending with a line feed; with ``colour``, escapes by origin and a legend."""
    width = max(width, NARROWEST)
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


def why_text(report: Report, explain: Callable[[Origin], str], width: int, colour: bool) -> str:
    """``report`` sentence by sentence, under each where its words come from, each origin once.

    ``explain`` says what the caller knows of an origin (a phrase's reports and years, a fact's 来源), or nothing; it stands after the origin's place.
    """
    width = max(width, NARROWEST)
    rows = [row for line in lines(report) for sentence in _sentences(line) for row in _explained(sentence, explain, width, colour)]
    return "".join(f"{row}\n" for row in rows)


# --- layout ------------------------------------------------------------------------------------------------------------------------------


def _parted(before: LineKind | None, kind: LineKind) -> bool:
    """Whether an empty line stands between two kinds of paragraph."""
    if before is None or before is kind:
        return False
    opens = kind is LineKind.ATTACHMENT or (kind in (LineKind.SIGNATURE, LineKind.DATE) and before is not LineKind.SIGNATURE)
    return opens or before is LineKind.TITLE


def _first_width(report: Report, kind: LineKind) -> int:
    return next((columns(printable(line.text)) for line in lines(report) if line.kind is kind), 0)


def _line_rows(line: Line, width: int, colour: bool, signature: int) -> list[str]:
    spans = _spans(line)
    match line.kind:
        case LineKind.TITLE:
            return _title_rows(spans, width, colour)
        case LineKind.ADDRESSEE:
            return _rows(spans, width, colour)
        case LineKind.ATTACHMENT:
            label = "" if line.number.startswith("附件") else "附件："
            start = _INDENT + columns(label)
            return _rows(spans, width, colour, start, start + columns(line.number))
        case LineKind.SIGNATURE:
            return _rows(spans, width, colour, *_right(_width(spans), _INDENT, width))
        case LineKind.DATE:
            return _rows(spans, width, colour, *_right(_width(spans), _date_gap(signature, _width(spans)), width))
        case _:
            return _rows(spans, width, colour, _INDENT)


def _date_gap(signature: int, date: int) -> int:
    """The date begins two characters right of the signature, as in print, where there is room."""
    return max(0, signature - date) if signature else _INDENT


def _right(wide: int, gap: int, width: int) -> tuple[int, int]:
    indent = max(0, width - gap - wide)
    return indent, indent


def _spans(line: Line) -> tuple[_Span, ...]:
    number = (_Span(printable(line.number)),) if line.number else ()
    return (*number, *(_span(i) for i in line.inlines))


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
    spans = tuple(span for kind in _LEGEND for span in (_Span(_NAMES[kind], kind), _Span(" ")))
    return _rows((_Span("颜色："), *spans[:-1]), width, colour=True)


# --- where the words come from -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Sentence:
    spans: tuple[_Span, ...]
    origins: tuple[Origin, ...]


def _sentences(line: Line) -> Iterator[_Sentence]:
    """The sentences of a printed paragraph, its number with the first, each with the origins it rests on."""
    offset = 0
    pieces: list[tuple[int, Inline]] = []
    for inline in line.inlines:
        pieces.append((offset, inline))
        offset += len(inline.text)
    for start, text in sentences("".join(inline.text for inline in line.inlines)):
        end = start + len(text)
        within = [(at, inline) for at, inline in pieces if at < end and at + len(inline.text) > start]
        cut = tuple(_cut(inline, start - at, end - at) for at, inline in within)
        number = (_Span(printable(line.number)),) if line.number and start == 0 else ()
        yield _Sentence((*number, *cut), tuple(dict.fromkeys(o for _, inline in within if (o := _origin(inline)))))


def _cut(inline: Inline, start: int, end: int) -> _Span:
    return _Span(printable(inline.text[max(0, start) : end]), _span(inline).kind)


def _origin(inline: Inline) -> Origin | None:
    """Where ``inline`` comes from; a blank is one whatever fact it is missing from, and a template's bare marks need no explaining."""
    if isinstance(inline, Blank):
        return replace(inline.origin or Origin(OriginKind.BLANK), kind=OriginKind.BLANK, column=0)
    if inline.origin is None or (inline.origin.kind is OriginKind.TEMPLATE and not HAN.search(inline.text)):
        return None
    return replace(inline.origin, column=0)


def _explained(sentence: _Sentence, explain: Callable[[Origin], str], width: int, colour: bool) -> Iterator[str]:
    yield from _rows(sentence.spans, width, colour)
    for origin in sentence.origins:
        spans = (_Span("· "), _Span(_NAMES[origin.kind], origin.kind), _Span(printable(f" {_placed(origin)}{_said(explain(origin))}")))
        yield from _rows(spans, width, colour, _INDENT, _INDENT + 2)


def _said(explanation: str) -> str:
    return f"　{explanation}" if explanation else ""


def _placed(origin: Origin) -> str:
    match origin.kind:
        case OriginKind.PHRASE:
            return origin.phrase
        case OriginKind.FACT | OriginKind.BLANK:
            return f"{origin.path}（第{origin.line}行）" if origin.line else origin.path
        case _:
            return f"{origin.path}:{origin.line}" if origin.line else origin.path
