"""From one version of a report to another: what was changed, removed, added and moved."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct

from generator.compare.pairing import Pair, pairs_of, rising
from generator.compare.sentences import Sentence


class ChangeKind(StrEnum):
    """What happened to a sentence; the values are what a user reads."""

    EDITED = "改"
    REMOVED = "删"
    ADDED = "增"
    MOVED = "移"
    RENUMBERED = "序"


class Change(Struct, frozen=True):
    """Sentences that changed together: ``old`` is empty for what was added, ``new`` for what was removed. A moved one may be edited too."""

    kind: ChangeKind
    old: tuple[Sentence, ...] = ()
    new: tuple[Sentence, ...] = ()


def changes(old: Sequence[Sentence], new: Sequence[Sentence]) -> list[Change]:
    """What sets ``new`` apart from ``old``, in the order of ``new``; what was removed stands where it would follow."""
    pairs = pairs_of(old, new)
    kept = set(rising(pairs))
    placed = [*_paired(old, new, pairs, kept), *_unpaired(old, new, pairs, kept)]
    return [change for _, change in sorted(placed, key=lambda found: found[0])]


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
