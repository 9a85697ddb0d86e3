"""Which sentence became which: equal ones in order first, then those alike but for their figures, then the most alike of what is left.

The work grows with the number of sentences, not with its square: what could have become what is found by the rare words that both hold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from generator.chinese.pairs import pairs
from generator.compare.sentences import Sentence

Pair = tuple[int, int]

_ALIKE = 0.5
"""Least likeness (Dice of character pairs, figures apart) of two sentences in one place that count as one edited."""

_ALIKE_AFAR = 0.65
"""The same of two sentences in different places, which count as one moved and edited."""

_SAME_TWICE = 100
"""Ways to pair the sentences of one wording up to which all are weighed; beyond, the first goes with the first, the second with the second."""

_EVERY_PAIR = 20_000
"""Pairs of sentences up to which every one is looked at: a tenth of a second."""

_LOOKED_UP = 400
"""Sentences that are looked up for one through the rarest of its character pairs."""

_LIKELIEST = 12
"""Of these, how many are compared with it: those that share most rare character pairs."""


def pairs_of(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Pair]:
    """Every sentence of ``old`` that lives on in ``new``, with what it became, by indexes and in the order of ``old``."""
    fixed = _in_order([s.key for s in old], [s.key for s in new], range(len(old)), range(len(new)))
    shapes = [s.shape for s in old], [s.shape for s in new]
    fixed = sorted([*fixed, *(pair for gap in _gaps(fixed, len(old), len(new)) for pair in _in_order(*shapes, *gap))])
    return sorted([*fixed, *_matched(old, new, fixed)])


def rising(pairs: Iterable[Pair]) -> list[Pair]:
    """The longest part of ``pairs`` in which both sides rise; pairs of one old sentence must come with the latest new one first."""
    ends: list[int] = []
    tops: list[int] = []
    listed = list(pairs)
    before: list[int] = []
    for n, (_, j) in enumerate(listed):
        at = bisect_left(ends, j)
        before.append(tops[at - 1] if at else -1)
        ends[at : at + 1] = [j]
        tops[at : at + 1] = [n]
    found: list[Pair] = []
    n = tops[-1] if tops else -1
    while n >= 0:
        found.append(listed[n])
        n = before[n]
    return found[::-1]


def each_once(ranked: Iterable[Pair]) -> Iterator[Pair]:
    """Those of ``ranked``, the likeliest first, neither side of which an earlier one has taken."""
    gone: set[int] = set()
    come: set[int] = set()
    for i, j in ranked:
        if i not in gone and j not in come:
            gone.add(i)
            come.add(j)
            yield i, j


def _in_order(old: Sequence[str], new: Sequence[str], olds: Iterable[int], news: Iterable[int]) -> list[Pair]:
    """The most pairs of equal texts among ``olds`` and ``news`` that keep their order."""
    where_old, where_new = _by_text(old, olds), _by_text(new, news)
    ways: list[Pair] = []
    for text, these in where_old.items():
        those = where_new.get(text, [])
        few = len(these) * len(those) <= _SAME_TWICE
        ways += [(i, j) for i in these for j in those] if few else zip(these, those, strict=False)
    return rising(sorted(ways, key=lambda pair: (pair[0], -pair[1])))


def _by_text(texts: Sequence[str], those: Iterable[int]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for i in those:
        found[texts[i]].append(i)
    return found


def _gaps(fixed: Sequence[Pair], old: int, new: int) -> list[tuple[range, range]]:
    """The stretches between the pairs of ``fixed``, where both sides have any."""
    edges = [(-1, -1), *fixed, (old, new)]
    found = ((range(a + 1, c), range(b + 1, d)) for (a, b), (c, d) in pairwise(edges))
    return [(olds, news) for olds, news in found if olds and news]


# --- what is left: by likeness ----------------------------------------------------------------------------------------------------------------

Features = frozenset[tuple[str, int]]


def _matched(old: Sequence[Sentence], new: Sequence[Sentence], fixed: Sequence[Pair]) -> Iterator[Pair]:
    """Pairs among the sentences that no pair of ``fixed`` holds, the most alike first; those in one place before those that moved."""
    gone, come = {i for i, _ in fixed}, {j for _, j in fixed}
    olds, news = [i for i in range(len(old)) if i not in gone], [j for j in range(len(new)) if j not in come]
    return each_once((-i, -j) for _, _, i, j in sorted(_candidates(old, new, olds, news, fixed), reverse=True))


def _candidates(
    old: Sequence[Sentence], new: Sequence[Sentence], olds: Sequence[int], news: Sequence[int], fixed: Sequence[Pair]
) -> Iterator[tuple[float, bool, int, int]]:
    """Likeness, whether in one place, and the negated indexes: the order in which pairs are chosen."""
    before_old, before_new = [i for i, _ in fixed], [j for _, j in fixed]
    has_old, has_new = ({k: features_of(side[k].shape) for k in those} for side, those in ((old, olds), (new, news)))
    for i, j in likely(has_old, has_new):
        here = bisect_left(before_old, i) == bisect_left(before_new, j)
        like = 1.0 + (old[i].text == new[j].text) if old[i].key == new[j].key else likeness(has_old[i], has_new[j])
        if like >= (_ALIKE if here else _ALIKE_AFAR):
            yield like, here, -i, -j


def features_of(text: str) -> Features:
    """The character pairs of ``text``, a second one of a kind told from the first."""
    seen: Counter[str] = Counter()
    found = []
    for pair in pairs(f"^{text}$"):
        seen[pair] += 1
        found.append((pair, seen[pair]))
    return frozenset(found)


def likeness(one: Features, other: Features) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def likely(olds: dict[int, Features], news: dict[int, Features]) -> Iterator[Pair]:
    """The pairs that are worth comparing: all of them where they are few, else for each old sentence those that share its rarest features."""
    if len(olds) * len(news) <= _EVERY_PAIR:
        yield from ((i, j) for i in olds for j in news)
        return
    holders: dict[tuple[str, int], list[int]] = defaultdict(list)
    for j, features in news.items():
        for feature in features:
            holders[feature].append(j)
    for i, features in olds.items():
        shared = _shared(holders, features, lambda feature: (len(holders[feature]), feature))
        nearest = sorted(shared, key=lambda j: (-shared[j], abs(j - i), j))
        yield from ((i, j) for j in nearest[:_LIKELIEST])


def _shared(
    holders: dict[tuple[str, int], list[int]], features: Features, rarity: Callable[[tuple[str, int]], tuple[int, tuple[str, int]]]
) -> Counter[int]:
    """How many of the rarest ``features`` each sentence holds that holds any."""
    found: Counter[int] = Counter()
    for feature in sorted((f for f in features if f in holders), key=rarity):
        if found and found.total() + len(holders[feature]) > _LOOKED_UP:
            break
        found.update(holders[feature][:_LOOKED_UP])
    return found
