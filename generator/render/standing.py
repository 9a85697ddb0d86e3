"""What must stand out wherever it is printed: blanks, and claims offered for the clerk to check."""

from __future__ import annotations

from collections.abc import Iterator

from generator.printed import lines
from generator.report import OFFERED, Blank, Inline, OriginKind, Report


def stands_out(inline: Inline) -> bool:
    """Whether ``inline`` is a blank, or text that nobody has vouched for."""
    if isinstance(inline, Blank):
        return True
    return OFFERED in inline.text or (inline.origin is not None and inline.origin.kind is OriginKind.BLANK)


def standing(report: Report) -> Iterator[Inline]:
    """Everything in ``report`` that stands out, in its order."""
    yield from (inline for line in lines(report) for inline in line.inlines if stands_out(inline))
