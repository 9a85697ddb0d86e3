"""Which count of this year is which of last year: by what is counted and its measure word, the place a help and no condition."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator.compare.pairing import Features, features_of, likely, likeness
from generator.years.counting import Count, Told

_HERE, _NEAR, _AFAR = 0.5, 0.6, 0.75
"""Least likeness (Dice of character pairs) of two counts under one 事项, in one 板块, and in different ones: the farther apart, the more alike."""
_TOLD_HERE, _TOLD_AFAR = 0.5, 0.65
"""The same for facts that count nothing, in one 板块 and in different ones."""
_CORE = 0.95
"""What the likeness of what stands behind the last light verb (开展, 组织) counts: places and occasions before it change from year to year."""
_PLACE = 0.05
"""What one 板块, and one 事项 in it, add each where several are equally alike."""
_SAME_MEASURE = (frozenset("名人位"), frozenset({"场", "场次"}), frozenset({"公里", "千米"}), frozenset({"%", "％"}), frozenset({"平方米", "㎡"}))
"""Measure words that count the same things; 人次 is not 人."""
_SIGN = re.compile(r"[\d.,，。；、：“”《》（）\s〔〕]")

Pair = tuple[int, int]
T = TypeVar("T", Count, Told)


@dataclass(frozen=True, slots=True)
class _Read:
    """The words of a count as they are compared: whole, and what stands behind the last light verb."""

    whole: Features
    core: Features


def paired(old: Sequence[Count], new: Sequence[Count], light: Collection[str]) -> list[Pair]:
    """The counts of ``old`` that ``new`` has again, by indexes: those of one place and wording, then the likeliest of what is left.

    ``light`` are verbs that do not say what was done. A count whose measure word has changed is the same only where its words are.
    """
    same = _same([_key(c) for c in old], [_key(c) for c in new])
    olds, news = _left(old, [i for i, _ in same]), _left(new, [j for _, j in same])
    before, after = ({n: _read(side[n].words, light) for n in those} for side, those in ((old, olds), (new, news)))
    candidates = likely({n: r.whole for n, r in before.items()}, {n: r.whole for n, r in after.items()})
    scored = ((_alike(old[i], new[j], before[i], after[j]), i, j) for i, j in candidates)
    return sorted([*same, *_matched((_rank(old[i], new[j], like), i, j) for like, i, j in scored if like >= _least(old[i], new[j]))])


def told_again(old: Sequence[Told], new: Sequence[Told]) -> list[Pair]:
    """As ``paired``, for facts that count nothing."""
    before, after = ({n: features_of(_bare(t.words)) for n, t in enumerate(side)} for side in (old, new))
    scored = ((likeness(before[i], after[j]), i, j) for i, j in likely(before, after))
    least = {True: _TOLD_HERE, False: _TOLD_AFAR}
    return sorted(_matched((_rank(old[i], new[j], like), i, j) for like, i, j in scored if like >= least[old[i].block == new[j].block]))


def one_measure(one: str, other: str) -> bool:
    """Whether two measure words count the same things, so that their numbers may be compared."""
    return one == other or any({one, other} <= same for same in _SAME_MEASURE)


def same_thing(one: Count, other: Count, light: Collection[str]) -> bool:
    """Whether two counts, wherever they stand, are of one thing."""
    return one_measure(one.measure, other.measure) and _alike(one, other, _read(one.words, light), _read(other.words, light)) >= _AFAR


def _same(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Equal ones in order."""
    where: dict[Hashable, list[int]] = {}
    for j, key in enumerate(new):
        where.setdefault(key, []).append(j)
    return [(i, where[key].pop(0)) for i, key in enumerate(old) if where.get(key)]


def _left(side: Sequence[Count], taken: Collection[int]) -> list[int]:
    return sorted(set(range(len(side))) - set(taken))


def _matched(candidates: Iterable[tuple[float, int, int]]) -> Iterator[Pair]:
    """Each at most once, the likeliest first; among equals those that keep their order."""
    gone: set[int] = set()
    come: set[int] = set()
    for _, i, j in sorted(candidates, key=lambda c: (-c[0], abs(c[1] - c[2]), c[1], c[2])):
        if i not in gone and j not in come:
            gone.add(i)
            come.add(j)
            yield i, j


def _key(count: Count) -> Hashable:
    return count.block, count.matter, _bare(count.words), count.measure


def _alike(one: Count, other: Count, read: _Read, there: _Read) -> float:
    whole = likeness(read.whole, there.whole)
    if not one_measure(one.measure, other.measure):
        return whole if whole == 1.0 and one.matter == other.matter else 0.0
    return max(whole, _CORE * likeness(read.core, there.core))


def _least(one: Count, other: Count) -> float:
    if one.block != other.block:
        return _AFAR
    return _HERE if one.matter == other.matter else _NEAR


def _rank(one: T, other: T, like: float) -> float:
    block = one.block == other.block
    return like + _PLACE * (block + (block and one.matter == other.matter))


def _read(words: str, light: Collection[str]) -> _Read:
    bare = _bare(words)
    return _Read(features_of(bare), features_of(_behind_light(bare, light)))


def _behind_light(words: str, light: Collection[str]) -> str:
    """What stands behind the last light verb of ``words``; all of them where nothing does."""
    ends = (at + len(verb) for verb in light if (at := words.rfind(verb)) >= 0)
    return words[max((end for end in ends if end < len(words) - 1), default=0) :]


def _bare(words: str) -> str:
    return _SIGN.sub("", words)
