"""What a file is set in."""

from __future__ import annotations

from msgspec import Struct

from generator.reading.elements import Element
from generator.render.looks import Style
from generator.typeset.container import Container
from generator.typeset.wardrobe import Wardrobe


class Sheet(Struct, frozen=True):
    """The page of an office's own file: the properties of its section, the file they are from, and whether even pages have feet of their own."""

    section: Element
    lender: Container
    even_and_odd: bool


class Suit(Struct, frozen=True):
    """The measures of a look, and the styles it gives; the page of an office's own file, where one lends it."""

    style: Style
    wardrobe: Wardrobe
    sheet: Sheet | None = None

    @classmethod
    def of(cls, style: Style) -> Suit:
        """One of the tool's own looks."""
        return cls(style, Wardrobe.of(style))
