"""How many lines a text takes in a column, reckoned from the widths of its characters."""

from __future__ import annotations

from generator.render.looks import Look
from generator.render.ooxml import CHARACTER
from generator.render.pieces import characters
from generator.render.wrapping import unbreakable


def rows(text: str, look: Look, width: int, hanging: float = 0) -> int:
    """Lines that ``text`` takes in a column of ``width`` twips, its first one indented as ``look`` says, the others by ``hanging`` characters."""
    count, left = 1, width - look.indent * CHARACTER
    for unit in unbreakable(text):
        wide = characters(unit, look) * CHARACTER
        if wide > left and left < width:
            count, left = count + 1, width - hanging * CHARACTER
        left -= wide
    return count
