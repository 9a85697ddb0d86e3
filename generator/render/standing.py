"""What must stand out wherever it is printed: blanks, and claims offered for the clerk to check."""

from __future__ import annotations

from generator.report import Blank, Inline, OriginKind

OFFERED = "〔待核〕"
"""The mark of a claim that no fact fills, printed only where suggestions were asked for."""


def stands_out(inline: Inline) -> bool:
    """Whether ``inline`` is a blank, or text that nobody has vouched for."""
    if isinstance(inline, Blank):
        return True
    return OFFERED in inline.text or (inline.origin is not None and inline.origin.kind is OriginKind.BLANK)
