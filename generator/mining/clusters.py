"""Near-duplicate reports, so that a phrase copied from one report into another counts once."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations

from generator.mining.evidence import Evidence

CONTAINMENT = 0.08
COPIED = 0.3
"""Of two offices' reports so much must be shared: what less they have in common is the stock of the genre, which both wrote."""
_STOCK = 50


def clusters(evidence: Evidence) -> dict[str, str]:
    """Content key → the least key of its cluster. Two reports belong together that share at least 8 % of the smaller one's 8-grams.

    8-grams of more than fifty reports are stock wording and tell nothing. Containment of shingles after Broder (1997).
    """
    shared = _shared(evidence)
    parent = {key: key for key in evidence}
    for (a, b), n in sorted(shared.items()):
        apart = evidence[a].unit != evidence[b].unit and "/" in evidence[a].name and "/" in evidence[b].name
        if n >= (COPIED if apart else CONTAINMENT) * min(len(evidence[a].shingles), len(evidence[b].shingles)):
            low, high = sorted((_root(parent, a), _root(parent, b)))
            parent[high] = low
    return {key: _root(parent, key) for key in parent}


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        key = parent[key]
    return key


def _shared(evidence: Evidence) -> Counter[tuple[str, str]]:
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for key in sorted(evidence):
        for shingle in evidence[key].shingles:
            holders[shingle].append(key)
    return Counter(pair for keys in holders.values() if 1 < len(keys) <= _STOCK for pair in combinations(keys, 2))
