"""The page that an office's own file lends: its sheet and margins, as far as there is room to write in."""

from __future__ import annotations

import re
from typing import Any

from generator.limits import PAGE_MILLIMETRES
from generator.render.looks import Page
from generator.render.shown import W

_LENGTH = re.compile(r"(-?[0-9]{1,9}(?:\.[0-9]+)?)(mm|cm|in|pt|pc|pi)?")
_TWIPS = {"": 1.0, "mm": 1440 / 25.4, "cm": 1440 / 2.54, "in": 1440.0, "pt": 20.0, "pc": 240.0, "pi": 240.0}
_SIDES = (("pgSz", "w"), ("pgSz", "h"), ("pgMar", "top"), ("pgMar", "bottom"), ("pgMar", "left"), ("pgMar", "right"))


def lent_page(section: Any, default: Page) -> Page:
    """The page of ``section``, an element ``w:sectPr``, its margins in twips; ``default`` where that leaves no room to write in."""
    width, height, top, bottom, left, right = (_twips(section.find(f"{W}{name}"), side) for name, side in _SIDES)
    if None in (width, height, top, bottom, left, right):
        return default
    page = Page(width or 0, height or 0, abs(top or 0), abs(bottom or 0), left or 0, right or 0, default.footer)
    largest = round(PAGE_MILLIMETRES * 1440 / 25.4)
    fits = 0 < page.width <= largest and 0 < page.height <= largest and min(page.left, page.right) >= 0
    return page if fits and page.text_width >= _LEAST_ROOM and page.text_height >= _LEAST_ROOM else default


_LEAST_ROOM = 2268
"""Twips (4 cm) of a type area that can be written in at all: a card's."""


def _twips(node: Any, side: str) -> int | None:
    """A measure of the page, a number of twips or one with its unit (ECMA-376 part 1, 22.9.2.14); None where it is neither."""
    found = _LENGTH.fullmatch(node.get(f"{W}{side}", "")) if node is not None else None
    return round(float(found[1]) * _TWIPS[found[2] or ""]) if found else None
