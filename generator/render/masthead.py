"""版头 as elements of a Word file: where each stands follows GB/T 9704-2012, clause 7.2."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from generator.printed import Line, LineKind
from generator.render.looks import Look, Style
from generator.render.ooxml import CHARACTER, Element, borders, element, paragraph, rule, tab, tab_stop
from generator.render.parts import SIGNER_NAME_STYLE
from generator.render.pieces import characters, inline_runs, pieces, runs
from generator.report import plain

_MARKS = (LineKind.COPY, LineKind.SECRECY, LineKind.URGENCY)
_NARROWEST = 0.6
_LEADING = 16
_RED = "FF0000"
_SIGNERS_A_ROW = 2
_LOW, _DESCENT = 0.2, 0.12


def masthead(lines: Sequence[Line], style: Style) -> Iterator[tuple[Line, Element]]:
    """The paragraphs of 版头, each with the line it begins with; nothing where ``lines`` is empty."""
    marks = [line for line in lines if line.kind in _MARKS]
    for mark in marks:
        yield mark, paragraph(mark.kind.style, *runs(pieces(mark, style)))
    issuer = next((line for line in lines if line.kind is LineKind.ISSUER), None)
    if issuer is not None:
        yield issuer, _issuer(issuer, len(marks), style)
    yield from _numbered(lines, issuer is not None, style)


def issuer_fit(text: str, style: Style) -> tuple[int, int]:
    """Size (half-points) and width (per cent) at which the 发文机关标志 stands on one line: first narrower, then smaller."""
    look = style.masthead.issuer
    wide = characters(text, look) * CHARACTER
    share = style.page.text_width / wide if wide else 1.0
    if share >= 1:
        return look.size, 100
    if share >= _NARROWEST:
        return look.size, int(share * 100)
    return max(2, int(look.size * share / _NARROWEST)), int(_NARROWEST * 100)


def _issuer(line: Line, rows: int, style: Style) -> Element:
    """Its upper edge stands 35 mm below that of the type area, whatever stands above it; the pitch of its line gives 8 pt of leading."""
    size, scale = issuer_fit(line.text, style)
    spacing = element("spacing", **issuer_spacing(size, rows, style))
    return paragraph(line.kind.style, *runs(pieces(line, style), scale, size), own=(spacing,))


def issuer_spacing(size: int, rows: int | None, style: Style) -> dict[str, str | int]:
    """``spacing`` of the 发文机关标志, set in ``size`` half-points below so many ``rows``; None: its place is not told from the type area."""
    before = 0 if rows is None else max(0, style.masthead.top - rows * style.line - _LEADING * 5)
    return {"before": before, "after": 0, "line": (size + _LEADING) * 10, "lineRule": "exact"}


class _Columns(Struct, frozen=True):
    """Where 签发人 and the names begin, in twips from the left; the last name ends one character from the right (7.2.6)."""

    label: int
    names: tuple[int, ...]

    @classmethod
    def of(cls, signers: Sequence[Line], style: Style) -> _Columns:
        look = style.masthead.signer
        widths = [max(_wide(plain(s.inlines), look) for s in signers[n::_SIGNERS_A_ROW]) for n in range(min(_SIGNERS_A_ROW, len(signers)))]
        label, gap = _wide(signers[0].number, look), CHARACTER
        start = style.page.text_width - CHARACTER - sum(widths) - gap * (len(widths) - 1) - label
        names = [start + label]
        for width in widths[:-1]:
            names.append(names[-1] + width + gap)
        return cls(start, tuple(names))


def _wide(text: str, look: Look) -> int:
    return round(characters(text, look) * CHARACTER)


def _numbered(lines: Sequence[Line], ruled: bool, style: Style) -> Iterator[tuple[Line, Element]]:
    """The 发文字号, centred, or left of the last 签发人; the red line under it."""
    number = next((line for line in lines if line.kind is LineKind.NUMBER), None)
    signers = [line for line in lines if line.kind is LineKind.SIGNER]
    rows = [signers[i : i + _SIGNERS_A_ROW] for i in range(0, len(signers), _SIGNERS_A_ROW)] or [[]]
    if number is None and not signers and not ruled:
        return
    for n, row in enumerate(rows):
        last = n == len(rows) - 1
        stops, made = _signer_runs(row, _Columns.of(signers, style), n == 0, style) if row else ([], [])
        head = runs(pieces(number, style)) if number is not None and last else []
        first = number if number is not None and last else (row[0] if row else Line(LineKind.NUMBER, ()))
        if signers:
            head = [tab(), *head]
        own = [*stops, *([red_line(style)] if ruled and last else []), *([element("jc", val="left")] if signers else [])]
        yield first, paragraph(LineKind.NUMBER.style, *head, *made, own=own)


def _signer_runs(row: Sequence[Line], columns: _Columns, labelled: bool, style: Style) -> tuple[list[Element], list[Element]]:
    """The first stop is that of the number, one character in: an indent would shorten the red line."""
    stops = [tab_stop(at) for at in (CHARACTER, *((columns.label,) if labelled else ()), *columns.names[0 if not labelled else 1 : len(row)])]
    made: list[Element] = []
    for line in row:
        made += [tab(), *runs(pieces(Line(line.kind, (), number=line.number), style)), *inline_runs(line.inlines, style, SIGNER_NAME_STYLE)]
    return [element("tabs", *stops)], made


def red_line(style: Style) -> Element:
    """The border below the last line of 版头, as wide as the type area (7.2.7)."""
    return borders(bottom=rule("bottom", style.masthead.rule, _RED, _rule_space(style)))


def _rule_space(style: Style) -> int:
    """Points between the line of the 发文字号 and the red line 4 mm under its characters.

    An exact pitch leaves a fifth of it below the base line, of which descenders take their part.
    """
    look = style.masthead.number
    below = (look.line * _LOW - look.size * 10 * _DESCENT) / 20
    return max(0, min(31, round(style.masthead.rule_gap / 20 - below)))


def masthead_height(lines: Sequence[Line], style: Style) -> int:
    """How high 版头 stands, in twips."""
    marks = [line for line in lines if line.kind in _MARKS]
    issuer = next((line for line in lines if line.kind is LineKind.ISSUER), None)
    signers = sum(line.kind is LineKind.SIGNER for line in lines)
    numbered = max(-(-signers // _SIGNERS_A_ROW), int(issuer is not None or len(marks) + signers < len(lines))) * style.line
    if issuer is None:
        return len(marks) * style.line + numbered
    pitch = (issuer_fit(issuer.text, style)[0] + _LEADING) * 10
    ruled = _rule_space(style) * 20 + style.masthead.rule * 20 // 8
    return style.masthead.top - _LEADING * 5 + pitch + style.masthead.number.lines_before * style.line + numbered + ruled
