"""From one version of a report to another: what was changed, removed, added and moved."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise

from generator.compare.sentences import Sentence


class ChangeKind(StrEnum):
    """What happened to a sentence; the values are what a user reads."""

    EDITED = "改"
    REMOVED = "删"
    ADDED = "增"
    MOVED = "移"
    RENUMBERED = "序"


@dataclass(frozen=True, slots=True)
class Change:
    """Sentences that changed together: ``old`` is empty for what was added, ``new`` for what was removed. A moved one may be edited too."""

    kind: ChangeKind
    old: tuple[Sentence, ...] = ()
    new: tuple[Sentence, ...] = ()


Pair = tuple[int, int]

_ALIKE = 0.5
"""Least likeness (Dice of character pairs, figures apart) of two sentences in one place that count as one edited."""

_ALIKE_AFAR = 0.65
"""The same of two sentences in different places, which count as one moved and edited."""


def changes(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Change]:
    """What sets ``new`` apart from ``old``, in the order of ``new``; what was removed stands where it would follow."""
    fixed = _in_order(old, new)
    pairs = sorted([*fixed, *_matched(old, new, fixed)])
    kept = set(_rising(pairs))
    placed = [*_paired(old, new, pairs, kept), *_unpaired(old, new, pairs, kept)]
    return [change for _, change in sorted(placed, key=lambda found: found[0])]


# --- which sentence became which -------------------------------------------------------------------------------------------------------------


def _in_order(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Pair]:
    """The pairs of equal sentences that kept their order: blocks as long as can be."""
    blocks = SequenceMatcher(None, [s.key for s in old], [s.key for s in new], autojunk=False).get_matching_blocks()
    return [(block.a + k, block.b + k) for block in blocks for k in range(block.size)]


def _matched(old: Sequence[Sentence], new: Sequence[Sentence], fixed: list[Pair]) -> Iterator[Pair]:
    """Pairs among the sentences that no pair of ``fixed`` holds, the most alike first."""
    olds, news = ([i for i in range(len(side)) if i not in {p[n] for p in fixed}] for n, side in enumerate((old, new)))
    ranked = sorted(_candidates(old, new, olds, news, fixed), reverse=True)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for _, _, i, j in ranked:
        if -i not in taken_old and -j not in taken_new:
            taken_old.add(-i)
            taken_new.add(-j)
            yield -i, -j


def _candidates(
    old: Sequence[Sentence], new: Sequence[Sentence], olds: list[int], news: list[int], fixed: list[Pair]
) -> Iterator[tuple[float, bool, int, int]]:
    """Likeness, whether in one place, and the negated indexes: the order in which pairs are chosen."""
    starts = [[p[n] for p in fixed] for n in (0, 1)]
    old_places, new_places = ({i: bisect_left(starts[n], i) for i in those} for n, those in enumerate((olds, news)))
    for i, j, likeness in _likenesses({i: _bag(old[i].shape) for i in olds}, {j: _bag(new[j].shape) for j in news}):
        here = old_places[i] == new_places[j]
        like = 1.0 + (old[i].text == new[j].text) if old[i].key == new[j].key else likeness
        if like >= (_ALIKE if here else _ALIKE_AFAR):
            yield like, here, -i, -j


def _bag(text: str) -> Counter[str]:
    return Counter(a + b for a, b in pairwise(f"^{text}$"))


def _likenesses(olds: dict[int, Counter[str]], news: dict[int, Counter[str]]) -> Iterator[tuple[int, int, float]]:
    """Every two bags that share anything, with the share that they share (Dice): by what holds each pair, since most bags share nothing."""
    holders: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for j, bag in news.items():
        for pair, count in bag.items():
            holders[pair].append((j, count))
    sizes = {j: bag.total() for j, bag in news.items()}
    for i, bag in olds.items():
        shared: dict[int, int] = defaultdict(int)
        for pair, count in bag.items():
            for j, other in holders.get(pair, ()):
                shared[j] += min(count, other)
        total = bag.total()
        yield from ((i, j, 2 * both / (total + sizes[j])) for j, both in shared.items())


def _rising(pairs: list[Pair]) -> list[Pair]:
    """The longest part of ``pairs`` (by old) in which new rises as well: what stands outside it has moved."""
    ends: list[int] = []
    best: list[list[Pair]] = []
    for pair in pairs:
        at = bisect_left(ends, pair[1])
        run = [*(best[at - 1] if at else ()), pair]
        ends[at : at + 1] = [pair[1]]
        best[at : at + 1] = [run]
    return best[-1] if best else []


# --- what that makes of each -----------------------------------------------------------------------------------------------------------------

Placed = tuple[tuple[float, int], Change]


def _paired(old: Sequence[Sentence], new: Sequence[Sentence], pairs: list[Pair], kept: set[Pair]) -> Iterator[Placed]:
    for i, j in pairs:
        if (i, j) in kept and old[i].key != new[j].key:
            yield (j, i), Change(ChangeKind.EDITED, (old[i],), (new[j],))
        elif (i, j) in kept and old[i].label != new[j].label:
            yield (j, i), Change(ChangeKind.RENUMBERED, (old[i],), (new[j],))
    for run in _runs(pair for pair in pairs if pair not in kept):
        yield (run[0][1], run[0][0]), Change(ChangeKind.MOVED, tuple(old[i] for i, _ in run), tuple(new[j] for _, j in run))


def _runs(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    """Pairs that follow each other on both sides, together."""
    run: list[Pair] = []
    for i, j in pairs:
        if run and (i, j) != (run[-1][0] + 1, run[-1][1] + 1):
            yield run
            run = []
        run.append((i, j))
    if run:
        yield run


def _unpaired(old: Sequence[Sentence], new: Sequence[Sentence], pairs: list[Pair], kept: set[Pair]) -> Iterator[Placed]:
    follows: dict[int, int] = defaultdict(lambda: -1)
    at = -1
    becomes = dict(sorted(kept))
    for i in range(len(old)):
        at = becomes.get(i, at)
        follows[i] = at
    gone, come = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from (((follows[i] + 0.5, i), Change(ChangeKind.REMOVED, (s,))) for i, s in enumerate(old) if i not in gone)
    yield from (((j, 0), Change(ChangeKind.ADDED, (), (s,))) for j, s in enumerate(new) if j not in come)
