"""How many lines a text takes in a column, reckoned from the widths of its characters."""

from __future__ import annotations

from functools import lru_cache

from generator.render.looks import Look
from generator.render.ooxml import CHARACTER
from generator.render.pieces import advance
from generator.render.wrapping import unbreakable


def rows(text: str, look: Look, width: int, hanging: float = 0) -> int:
    """Lines that ``text`` takes in a column of ``width`` twips, its first one indented as ``look`` says, the others by ``hanging`` characters."""
    count, left = 1, width - look.indent * CHARACTER
    size, spacing = look.size, look.spacing
    for unit in unbreakable(text):
        wide = _wide(unit, size, spacing)
        if wide > left and left < width:
            count, left = count + 1, width - hanging * CHARACTER
        left -= wide
    return count


@lru_cache(maxsize=1 << 14)
def _wide(unit: str, size: int, spacing: int) -> float:
    """Twips; remembered, since the same few thousand characters make up all texts."""
    return advance(unit, size, spacing) * CHARACTER
