"""The characters of a printed paragraph with the look that each wears: what runs of a Word file are made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from msgspec import Struct

from generator.chinese.width import ems
from generator.printable import printable
from generator.printed import Line
from generator.render.looks import Look, Style
from generator.render.ooxml import CHARACTER, Element, run
from generator.render.parts import BLANK_STYLE, LEAD_STYLE, RUN_IN_STYLES
from generator.render.standing import stands_out
from generator.report import Inline, Inlines


class Piece(Struct, frozen=True):
    """Characters with the id of a character style and the colour they are marked with."""

    text: str
    style: str = ""
    highlight: str = ""


def pieces(line: Line, style: Style) -> Iterator[Piece]:
    """The number and the inlines of ``line``."""
    head = RUN_IN_STYLES.get(line.level, LEAD_STYLE) if line.heading else LEAD_STYLE
    if line.number:
        yield Piece(printable(line.number), head if line.leads else "")
    for i, inline in enumerate(line.inlines):
        worn = head if i < line.heading else LEAD_STYLE
        yield _piece(inline, style, worn if i in line.leads else "")


def _piece(inline: Inline, style: Style, worn: str) -> Piece:
    if stands_out(inline):
        return Piece(printable(inline.text), BLANK_STYLE, style.highlight)
    return Piece(printable(inline.text), worn)


def runs(pieces: Iterable[Piece], scale: int = 100, size: int = 0) -> list[Element]:
    """Runs of ``pieces``, those that look alike joined; ``scale`` and ``size`` as of ``ooxml.run``."""
    alike = groupby(pieces, key=lambda p: (p.style, p.highlight))
    texts = [("".join(p.text for p in group), look) for look, group in alike]
    return [run(text, *look, scale, size) for text, look in texts if text]


def inline_runs(inlines: Inlines, style: Style, worn: str = "") -> list[Element]:
    """Runs of ``inlines`` in the character style ``worn``."""
    return runs(_piece(inline, style, worn) for inline in inlines)


def characters(text: str, look: Look) -> float:
    """The width of ``text`` as printed, in the characters that indents are counted in."""
    return advance(text, look.size, look.spacing)


def advance(text: str, size: int, spacing: int) -> float:
    """As ``characters``, of type of that size (half-points) and spacing (twips)."""
    return sum(ems(c) * size * 10 + spacing for c in printable(text)) / CHARACTER
