"""Pairs of neighbouring characters: what two texts have in common where nobody cuts them into words."""

from __future__ import annotations

from itertools import pairwise


def pairs(text: str) -> tuple[str, ...]:
    """The pairs of neighbouring characters of ``text``, in its order. What of a text is to count, and where it breaks, its reader knows."""
    return tuple(a + b for a, b in pairwise(text))
