"""Lexical bundles (词串): runs of two to six words that recur, hold together, and stand free of what is around them.

Recurrence over reports after Biber et al. (1999); cohesion is the least normalised pointwise mutual information (Bouma 2009) over the places where
the run can be cut in two; freedom is the lesser of the entropies of the words to its left and to its right (Jin & Tanaka-Ishii 2006). The edge
of a clause counts as a new neighbour each time: what always opens a clause is free on that side.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.mining.tokens import Word

LONGEST = 6
COHESION = 0.3
FREEDOM = 1.0

Run = tuple[str, ...]


class Bundle(Struct, frozen=True):
    """A run of words: how often, in how many reports, its cohesion (−1 to 1) and its freedom on the left and right in bits."""

    text: str
    words: int
    count: int
    reports: int
    cohesion: float
    left: float
    right: float


def bundles(clauses: Iterable[tuple[str, list[Word]]], of: str = "", least: int = 3, reports: int = 2) -> list[Bundle]:
    """The bundles of ``clauses``, in most reports first; only those that hold the text ``of`` if it is given."""
    counts: Counter[Run] = Counter()
    holders: defaultdict[Run, set[str]] = defaultdict(set)
    sides: tuple[defaultdict[Run, Counter[str]], ...] = (defaultdict(Counter), defaultdict(Counter))
    for n, (key, words) in enumerate(clauses):
        for run, left, right in _runs([w for w, _ in words]):
            counts[run] += 1
            holders[run].add(key)
            sides[0][run][left or f"^{n}"] += 1
            sides[1][run][right or f"${n}"] += 1
    total = sum(n for run, n in counts.items() if len(run) == 1)
    kept = (r for r, n in counts.items() if len(r) > 1 and n >= least and len(holders[r]) >= reports and of in "".join(r))
    made = (
        Bundle("".join(r), len(r), counts[r], len(holders[r]), cohesion(r, counts, total), entropy(sides[0][r]), entropy(sides[1][r])) for r in kept
    )
    good = (b for b in made if b.cohesion >= COHESION and min(b.left, b.right) >= FREEDOM)
    return sorted(good, key=lambda b: (-b.reports, -b.count, -b.words, b.text))


def _runs(words: list[str]) -> Iterator[tuple[Run, str, str]]:
    """Every run of a clause with its neighbours, empty at the edges; none goes over a mark or a blank."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + LONGEST, len(words)) + 1):
            if not words[end - 1][0].isalnum():
                break
            yield tuple(words[start:end]), words[start - 1] if start else "", words[end] if end < len(words) else ""


def cohesion(run: Run, counts: Counter[Run], total: int) -> float:
    """The least NPMI over the cuts of ``run``: log p(xy)/p(x)p(y), by −log p(xy)."""
    p = counts[run] / total
    if p >= 1:
        return 1.0
    return min(math.log(p * total * total / (counts[run[:i]] * counts[run[i:]])) for i in range(1, len(run))) / -math.log(p)


def entropy(neighbours: Counter[str]) -> float:
    """Shannon entropy in bits."""
    total = neighbours.total()
    return -sum(n / total * math.log2(n / total) for n in neighbours.values())
