"""Which count of this year is which of last year: by what is counted and its measure word, the place a help and no condition.

Likeness proposes, agreement decides: 发放慰问金 and 发放助学金 are alike, and each says what the other does not.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.chinese.pairs import pairs
from generator.compare.agreement import Agreement, agreement, names_nothing
from generator.compare.pairing import Features, Pair, each_once, features_of, likely, likeness
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
_OTHER_SCALE, _FEW = 2, 10
"""Times by which two figures may differ whose words are not the same, but where both are few: of 165 such pairs of the archive's consecutive years
most beyond were of another circle (廉政谈话 of all, of the newly appointed)."""
_IN_COMPANY = 3
"""Pairs of characters, light verbs apart, that must stand beside both counts where their words do not settle it: they name nothing of their own
(培训, 整改), or one says more than the other (党课, 廉洁党课). Of 150 pairs read without it, one in ten was wrong."""
_TELLS = 8
"""Characters by which words name a thing whatever more the others say of it (党委理论学习中心组学习, 党委理论学习中心组集中学习)."""
_SIGN = re.compile(r"[\d.,，。；、：“”《》（）\s〔〕]")

T = TypeVar("T", Count, Told)


class _Read(Struct, frozen=True):
    """The words of a count as they are compared: whole, and what stands behind the last light verb; and these last as words. ``company`` is what
    else its 事项 says."""

    whole: Features
    core: Features
    act: str
    company: frozenset[str] = frozenset()


def paired(old: Sequence[Count], new: Sequence[Count], light: Collection[str]) -> list[Pair]:
    """The counts of ``old`` that ``new`` has again, by indexes: those of one place and wording, then the likeliest of what is left.

    ``light`` are verbs that do not say what was done. A count whose measure word has changed is the same only where its words are.
    """
    same = _same([_key(c) for c in old], [_key(c) for c in new])
    olds, news = _left(old, [i for i, _ in same]), _left(new, [j for _, j in same])
    before, after = (_all_read(side, those, light) for side, those in ((old, olds), (new, news)))
    candidates = likely({n: r.whole for n, r in before.items()}, {n: r.whole for n, r in after.items()})
    scored = ((_alike(old[i], new[j], before[i], after[j]), i, j) for i, j in candidates)
    liked = ((like, i, j) for like, i, j in scored if like >= _least(old[i], new[j]))
    agreed = ((like + kin, i, j) for like, i, j in liked if (kin := _kinship(old[i], new[j], before[i], after[j], light)))
    return sorted([*same, *_matched((_rank(old[i], new[j], like), i, j) for like, i, j in agreed)])


def told_again(old: Sequence[Told], new: Sequence[Told], light: Collection[str]) -> list[Pair]:
    """As ``paired``, for facts that count nothing."""
    before, after = ({n: features_of(_bare(t.words)) for n, t in enumerate(side)} for side in (old, new))
    scored = ((likeness(before[i], after[j]), i, j) for i, j in likely(before, after))
    least = {True: _TOLD_HERE, False: _TOLD_AFAR}
    liked = ((like, i, j) for like, i, j in scored if like >= least[old[i].block == new[j].block])
    agreed = ((like, i, j) for like, i, j in liked if agreement(_behind_light(old[i].words, light), _behind_light(new[j].words, light), light))
    return sorted(_matched((_rank(old[i], new[j], like), i, j) for like, i, j in agreed))


def one_measure(one: str, other: str) -> bool:
    """Whether two measure words count the same things, so that their numbers may be compared."""
    return one == other or any({one, other} <= same for same in _SAME_MEASURE)


def same_thing(one: Count, other: Count, light: Collection[str]) -> bool:
    """Whether two counts, wherever they stand, are of one thing."""
    here, there = _read(one.words, light), _read(other.words, light)
    return one_measure(one.measure, other.measure) and _alike(one, other, here, there) >= _AFAR and bool(agreement(here.act, there.act, light))


def _same(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Pair]:
    """Equal ones in order."""
    where: dict[Hashable, list[int]] = {}
    for j, key in enumerate(new):
        where.setdefault(key, []).append(j)
    return [(i, where[key].pop(0)) for i, key in enumerate(old) if where.get(key)]


def _left(side: Sequence[Count], taken: Collection[int]) -> frozenset[int]:
    return frozenset(range(len(side))) - frozenset(taken)


def _matched(candidates: Iterable[tuple[float, int, int]]) -> Iterator[Pair]:
    """Each at most once, the likeliest first; among equals those that keep their order."""
    return each_once((i, j) for _, i, j in sorted(candidates, key=lambda c: (-c[0], abs(c[1] - c[2]), c[1], c[2])))


def _key(count: Count) -> Hashable:
    return count.block, count.matter, _bare(count.words), count.measure


def _alike(one: Count, other: Count, read: _Read, there: _Read) -> float:
    whole = likeness(read.whole, there.whole)
    if not one_measure(one.measure, other.measure):
        return whole if whole == 1.0 and one.matter == other.matter else 0.0
    return max(whole, _CORE * likeness(read.core, there.core))


def _kinship(one: Count, other: Count, read: _Read, there: _Read, light: Collection[str]) -> Agreement:
    """How far two counts are of one thing. Those said in other words, or in words that name nothing, are where they stand in one company; those
    said in other words are not where their figures are of another scale."""
    same = agreement(one.words, other.words, light) is Agreement.SAME
    settled = (same or min(len(_bare(c.words)) for c in (one, other)) >= _TELLS) and not any(names_nothing(c.words, light) for c in (one, other))
    company = settled or (one.matter and one.matter == other.matter) or len(read.company & there.company) >= _IN_COMPANY
    return agreement(read.act, there.act, light) if company and (same or _one_scale(one, other)) else Agreement.NONE


def _all_read(side: Sequence[Count], those: Collection[int], light: Collection[str]) -> dict[int, _Read]:
    """``those`` of ``side`` as they are compared. Company is the name of the 事项, of the 板块 where there is none, and the other counts in it."""
    said: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for count in side:
        said[count.block, count.matter].update(pairs(_bare(count.matter or count.block)), pairs(_bare(count.words)))
    beside = {place: frozenset(found.difference(light)) for place, found in said.items()}
    own = {n: (side[n].words, beside[side[n].block, side[n].matter]) for n in those}
    return {n: replace(_read(words, light), company=there.difference(pairs(_bare(words)))) for n, (words, there) in own.items()}


def _one_scale(one: Count, other: Count) -> bool:
    values = sorted(abs(c.figure.value) for c in (one, other) if c.figure.value is not None)
    return len(values) < 2 or values[1] < _FEW or values[1] <= _OTHER_SCALE * values[0]


def _least(one: Count, other: Count) -> float:
    if one.block != other.block:
        return _AFAR
    return _HERE if one.matter == other.matter else _NEAR


def _rank(one: T, other: T, like: float) -> float:
    block = one.block == other.block
    return like + _PLACE * (block + (block and one.matter == other.matter))


def _read(words: str, light: Collection[str]) -> _Read:
    bare = _bare(words)
    act = _behind_light(bare, light)
    return _Read(features_of(bare), features_of(act), act)


def _behind_light(words: str, light: Collection[str]) -> str:
    """What stands behind the last light verb of ``words``; all of them where nothing does."""
    ends = (at + len(verb) for verb in light if (at := words.rfind(verb)) >= 0)
    return words[max((end for end in ends if end < len(words) - 1), default=0) :]


def _bare(words: str) -> str:
    return _SIGN.sub("", words)
