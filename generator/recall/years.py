"""One past report, or several years of them, as what is kept: what comes every year is asked for, what came once stands by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import chain
from typing import NamedTuple

from generator.compare.pairing import Features, features_of, likely, likeness
from generator.recall.past import Past, PastBlock, PastPoint
from generator.recall.statements import Statement, Told
from generator.recall.values import values


@dataclass(frozen=True, slots=True)
class KeptFact:
    """A fact of last year's report. ``once``: no other year's has the like. ``others`` are the like of other years, by year, the latest first; a
    fact with a ``year`` of its own is not last year's."""

    said: Statement
    once: bool = False
    others: tuple[tuple[str, Statement], ...] = ()
    year: str = ""


@dataclass(frozen=True, slots=True)
class KeptPoint:
    """A point: its facts, and the report's ``own`` words beside them."""

    head: str
    line: int
    facts: tuple[KeptFact, ...] = ()
    own: tuple[str, ...] = ()
    once: bool = False


@dataclass(frozen=True, slots=True)
class KeptBlock:
    """A block: what stands outside its points is in ``loose``, under no head; ``topic`` is its 主题, where a facts file gave it."""

    head: str
    line: int
    loose: KeptPoint
    points: tuple[KeptPoint, ...] = ()
    topic: str = ""
    once: bool = False

    @property
    def facts(self) -> Iterator[KeptFact]:
        yield from chain(self.loose.facts, *(p.facts for p in self.points))


class Year(NamedTuple):
    """A past report and what its year is called."""

    name: str
    past: Past


def kept(last: Past, earlier: Sequence[Year] = ()) -> tuple[KeptBlock, ...]:
    """The blocks of ``last``, each fact with its like in the ``earlier`` years (the latest first). What only one year has is marked ``once``, and
    facts of earlier years alone stand, marked so, in the point that is most like theirs. Where the years have little in common nothing is: all of
    ``last`` is to be asked for."""
    blocks = tuple(_block(block) for block in last.practices)
    if not earlier:
        return blocks
    years = _Earlier.of(blocks, earlier)
    matched = reduce(_placed, years.left, tuple(map(years.beside, blocks)))
    facts = [fact for block in matched for fact in block.facts if not fact.year]
    return matched if sum(not f.once for f in facts) > LEAST_IN_COMMON * len(facts) else tuple(map(_all_asked, matched))


LEAST_IN_COMMON = 0.2
"""The share of last year's facts that come again, below which the years were written each in its own way and tell nothing of each other."""


def _all_asked(block: KeptBlock) -> KeptBlock:
    loose, *points = (_asked(point) for point in (block.loose, *block.points))
    return replace(block, loose=loose, points=tuple(points), once=False)


def _asked(point: KeptPoint) -> KeptPoint:
    return replace(point, facts=tuple(replace(f, once=False) for f in point.facts if not f.year), once=False)


def _block(block: PastBlock) -> KeptBlock:
    """A clause without a value that stands over points leads on to them: it is remembered, and asked of nobody."""
    over = tuple(replace(s, told=Told.OWN) if block.points and s.told is Told.FACT and not s.values else s for s in block.statements)
    loose = KeptPoint("", block.line, _facts(over), _own(over))
    return KeptBlock(block.head, block.line, loose, tuple(map(_point, block.points)), block.topic)


def _point(point: PastPoint) -> KeptPoint:
    return KeptPoint(point.head, point.line, _facts(point.statements), _own(point.statements))


def _facts(statements: Iterable[Statement]) -> tuple[KeptFact, ...]:
    return tuple(KeptFact(s) for s in statements if s.told is Told.FACT)


def _own(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(s.text for s in statements if s.told is Told.OWN)


# --- several years -----------------------------------------------------------------------------------------------------------------------------

ALIKE = 0.6
"""Dice's coefficient of character pairs, values left out, from which two statements say the same of two years."""
_HEADS_ALIKE = 0.5
"""The same of two heads, which are shorter."""


def bare(text: str) -> str:
    """``text`` without its values: what two years say of the same thing has this in common."""
    pieces, at = [], 0
    for value in values(text):
        pieces.append(text[at : value.start])
        at = value.end
    return "".join([*pieces, text[at:]])


def _alike(one: str, other: str) -> float:
    """How alike two heads are that both say something."""
    return likeness(_features(one), _features(other)) if one and other else 0.0


@lru_cache(maxsize=1 << 14)
def _features(text: str) -> Features:
    return features_of(bare(text))


class _Old(NamedTuple):
    """A fact of an earlier year and the head of the point, or block, that it stood in."""

    year: str
    head: str
    said: Statement


@dataclass(frozen=True, slots=True)
class _Earlier:
    """What earlier years have: the ``like`` of last year's facts, by year, the latest first; the ``heads`` of their blocks and points; and the facts
    that are ``left``, the latest telling of each."""

    like: Mapping[Statement, tuple[tuple[str, Statement], ...]]
    heads: frozenset[str]
    left: tuple[_Old, ...]

    @classmethod
    def of(cls, blocks: Sequence[KeptBlock], years: Sequence[Year]) -> _Earlier:
        old = [fact for year in years for fact in _all(year)]
        mine = [fact.said for block in blocks for fact in block.facts]
        pairs = _paired(mine, old)
        used = {o for _, o in pairs}
        like = {said: tuple((old[o].year, old[o].said) for m, o in pairs if m == n) for n, said in enumerate(mine)}
        heads = frozenset(fact.head for fact in old) | {b.head or b.topic for year in years for b in year.past.practices}
        return cls(like, heads, tuple(_told_once(fact for n, fact in enumerate(old) if n not in used)))

    def beside(self, block: KeptBlock) -> KeptBlock:
        """``block`` with what earlier years have of it."""
        loose = replace(block.loose, facts=self._facts(block.loose))
        points = tuple(map(self._point, block.points))
        again = any(not f.once for f in loose.facts) or any(not p.once for p in points) or self._comes_again(block.head or block.topic)
        return replace(block, loose=loose, points=points, once=not again)

    def _point(self, point: KeptPoint) -> KeptPoint:
        facts = self._facts(point)
        return replace(point, facts=facts, once=not (any(not f.once for f in facts) or self._comes_again(point.head)))

    def _facts(self, point: KeptPoint) -> tuple[KeptFact, ...]:
        return tuple(replace(fact, once=not self.like[fact.said], others=self.like[fact.said]) for fact in point.facts)

    def _comes_again(self, head: str) -> bool:
        return any(_alike(head, other) >= _HEADS_ALIKE for other in self.heads)


def _paired(mine: Sequence[Statement], old: Sequence[_Old]) -> list[tuple[int, int]]:
    """Last year's facts with their like, by indexes, in the order of both: the likest first, each with one of a year."""
    taken: set[tuple[int, str]] = set()
    used: dict[int, int] = {}
    for _, m, o in sorted(_pairs(mine, [fact.said for fact in old]), key=lambda pair: (-pair[0], pair[1], pair[2])):
        if (m, old[o].year) not in taken and o not in used:
            taken.add((m, old[o].year))
            used[o] = m
    return sorted((m, o) for o, m in used.items())


def _told_once(left: Iterable[_Old]) -> Iterator[_Old]:
    """The first telling of each of the facts ``left``."""
    found: list[_Old] = []
    for fact in left:
        if not any(_alike(fact.said.text, known.said.text) >= ALIKE for known in found):
            found.append(fact)
            yield fact


def _all(year: Year) -> Iterator[_Old]:
    for block in year.past.practices:
        head = block.head or block.topic
        yield from (_Old(year.name, head, s) for s in block.statements if s.told is Told.FACT)
        for point in block.points:
            yield from (_Old(year.name, point.head or head, s) for s in point.facts)


def _pairs(mine: Sequence[Statement], old: Sequence[Statement]) -> Iterator[tuple[float, int, int]]:
    """The statements that say the same, by indexes, with how alike they are."""
    news, olds = ({n: _features(s.text) for n, s in enumerate(side)} for side in (mine, old))
    for m, o in likely(news, olds):
        score = likeness(news[m], olds[o])
        if score >= ALIKE:
            yield score, m, o


def _placed(blocks: tuple[KeptBlock, ...], fact: _Old) -> tuple[KeptBlock, ...]:
    """``blocks`` with a fact of an earlier year in the point whose head is most like its own; one that no head is like is left out: its point is
    gone."""
    places = [(_alike(point.head, fact.head), b, p) for b, block in enumerate(blocks) for p, point in enumerate(block.points)]
    places += [(_alike(block.head or block.topic, fact.head), b, -1) for b, block in enumerate(blocks)]
    score, b, p = max(places, key=lambda place: (place[0], -place[1], -place[2]), default=(0.0, 0, 0))
    if score < _HEADS_ALIKE:
        return blocks
    block = blocks[b]
    point = block.loose if p < 0 else block.points[p]
    grown = replace(point, facts=(*point.facts, KeptFact(fact.said, once=True, year=fact.year)))
    points = (*block.points[:p], grown, *block.points[p + 1 :])
    return (*blocks[:b], replace(block, loose=grown) if p < 0 else replace(block, points=points), *blocks[b + 1 :])
