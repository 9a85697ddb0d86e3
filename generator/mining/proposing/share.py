"""How many offices of an archive must use a word before it is proposed: a share of them all, so that one rule serves three offices and fifty."""

from __future__ import annotations

from generator.mining.evidence import Evidence

_LEAST = 2
_CLASSED = 0.06
"""Share of the offices that must use a word for a class: four of seventy. A person reads the proposal, so it may name what is not yet wide."""
_COMMON = 0.1
"""Share of the offices over which a word must be spread to be common property: seven of seventy, below which one word in three is of a trade."""
_ACTS = 5.0
"""Acts over which it must be spread. Of the words that the reviewed table has, the archive shows two in three so widely spread."""


def offices(evidence: Evidence) -> int:
    return len({found.unit for found in evidence.values()})


def wide(evidence: Evidence) -> int:
    """Offices that must use a word for a class: two, and a share of many; the one there is where an archive is of one office."""
    count = offices(evidence)
    return min(count, max(_LEAST, round(_CLASSED * count)))


def spread(evidence: Evidence) -> tuple[float, float]:
    """Over how many offices, and acts, a word must be spread to be common property."""
    return max(_LEAST, _COMMON * offices(evidence)), _ACTS
