"""How alike two things are that are known by counted features: words of a section, company of a verb, the trade of an office.

The cosine of their features, each weighed by how often it was seen (1 + ln n) and by how few things have it (ln N/n), after Salton and Buckley
(1988), "Term-weighting approaches in automatic text retrieval".
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

Counts = Mapping[str, int]
Vector = Mapping[str, float]
Held = Mapping[str, Sequence[int]]
"""The things, by number, that have each feature."""


def held_by(things: Iterable[Iterable[str]]) -> Held:
    """Which of ``things``, each a set of features, have each of these: what is like another is looked for among those that share one."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for n, thing in enumerate(things):
        for feature in thing:
            found[feature].append(n)
    return found


def telling(things: Collection[Iterable[str]]) -> Vector:
    """How telling each feature is that several of ``things`` have: nothing where all have it. What one alone has makes it like no other."""
    had = Counter(feature for thing in things for feature in set(thing))
    return {feature: math.log(len(things) / n) for feature, n in had.items() if n > 1}


def weighed(counts: Counts, tells: Vector) -> Vector:
    """The features of one thing as a vector of length 1; empty where none tells anything."""
    raw = {f: (1 + math.log(n)) * tells.get(f, 0.0) for f, n in counts.items() if n > 0}
    length = math.sqrt(sum(x * x for x in raw.values()))
    return {f: x / length for f, x in raw.items() if x} if length else {}


def cosine(one: Vector, other: Vector) -> float:
    """0 (nothing in common) to 1, of vectors of length 1."""
    short, long = sorted((one, other), key=len)
    return sum(x * long[f] for f, x in short.items() if f in long)


def shared(one: Vector, other: Vector) -> tuple[str, ...]:
    """The features that two things share, those first on which their likeness rests most."""
    both = {f: x * other[f] for f, x in one.items() if f in other}
    return tuple(sorted(both, key=lambda f: (-both[f], f)))


def centre(vectors: Sequence[Vector]) -> Vector:
    """The vector in the middle of ``vectors``, of length 1: its cosine with a thing says how like them all that is."""
    total: dict[str, float] = {}
    for vector in vectors:
        for f, x in vector.items():
            total[f] = total.get(f, 0.0) + x
    length = math.sqrt(sum(x * x for x in total.values()))
    return {f: x / length for f, x in total.items()} if length else {}
