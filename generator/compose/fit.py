"""How many spots are filled: as many as the ceilings allow and the wanted length asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.compose.account import Share, length, shares
from generator.compose.spots import Spot
from generator.report import Report
from generator.template.model import Part, Template

Attempt = Callable[[Sequence[Spot]], Report]

_PER_SPOT = 30
"""Characters that a spot adds, by which the first guess at a surplus is made."""


def under_ceiling(attempt: Attempt, ranked: Sequence[Spot], template: Template) -> list[Spot]:
    """The spots that leave every part's share of formula under the template's ceiling; the least wanted of an overfull part go first."""
    spots = list(ranked)
    while True:
        found = shares(attempt(spots))[-len(template.parts) :]
        dropped = {s for part, share in zip(template.parts, found, strict=True) for s in _surplus(spots, part, share)}
        if not dropped:
            return spots
        spots = [s for s in spots if s not in dropped]


def _surplus(spots: Sequence[Spot], part: Part, found: Share) -> list[Spot]:
    """The last spots of an overfull part, about as many as it is too full by."""
    own = [s for s in spots if s.where.startswith(tuple(f"{f.feed}/" for f in part.feedings))]
    excess = found.formula - part.ceiling * found.body
    return own[-max(1, int(excess / _PER_SPOT)) :] if excess > 0 and own else []


def of_length(attempt: Attempt, spots: Sequence[Spot], wanted: int) -> Sequence[Spot]:
    """The first so many spots that come nearest to ``wanted``, found by bisection: more spots make a longer draft, but for small dips."""
    tried: dict[int, int] = {}
    low, high = 0, len(spots)
    while low <= high:
        middle = (low + high) // 2
        tried[middle] = length(attempt(spots[:middle]))
        low, high = (middle + 1, high) if tried[middle] < wanted else (low, middle - 1)
    return spots[: min(tried, key=lambda n: (abs(tried[n] - wanted), n))]
