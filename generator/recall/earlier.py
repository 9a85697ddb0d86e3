"""Earlier years laid under the latest, year by year: what is told again stands beside its like, what is not takes the place it had.

Nothing of any year is left out. A section is known again by the facts it has in common with another, by its head, else by its words; one that is
none of those there are stands behind them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from generator.chinese.persons import Persons
from generator.compare.agreement import agreement, names_nothing
from generator.compare.pairing import Features, Pair, each_once, features_of, likely, likeness
from generator.recall.past import Past
from generator.recall.statements import Statement
from generator.recall.values import bare
from generator.recall.years import KeptBlock, KeptFact, KeptPoint, blocks_of

ALIKE = 0.6
"""Dice's coefficient of character pairs, values left out, from which two statements may say the same of two years."""
_HEADS_ALIKE = 0.5
"""The same of two heads, which are shorter."""
_HEAD, _TOPIC, _WORDS = 2.0, 1.0, 4.0
"""As many facts in common tell a head that is alike, one topic of the bank, and all words alike: between blocks of one office that a reader puts
together these had a likeness of 0.25 and more, between others of 0.15."""
_HOME = 1.0
"""Least of all that from which a block is of the matter of another."""
LEAST_IN_COMMON = 0.2
"""The share of last year's facts that come again, below which the years were written each in its own way and tell nothing of each other."""
_LOOSE = -1
"""The place of what stands in a block outside its points."""

Place = tuple[int, int]
"""A block and a point in it."""
Topic = Callable[[str], str]
"""Which topic of the bank a text speaks of; empty: none."""


class Year(NamedTuple):
    """A past report and what its year is called."""

    name: str
    past: Past


class Sense(Struct, frozen=True, eq=False, dict=True):
    """What it takes to tell whether two years speak of one thing: the ``persons`` who may be named, the ``light`` verbs, which do not say what was
    done, and the ``topic`` of a text."""

    persons: Persons
    light: Collection[str] = ()
    topic: Topic = lambda _: ""

    @cached_property
    def topic_of(self) -> Topic:
        """As ``topic``; each text is asked of once."""
        return cache(self.topic)

    def agree(self, one: str, other: str) -> bool:
        """Whether two statements are of one thing; an act alone is where their titles are alike too (制定《…》)."""
        here, there = bare(one, self.persons), bare(other, self.persons)
        nameless = names_nothing(here, self.light) and "《" in one + other
        return bool(agreement(here, there, self.light)) and not (nameless and likeness(features_of(one), features_of(other)) < ALIKE)

    def alike(self, one: str, other: str) -> float:
        """How alike two heads are that both say something."""
        return likeness(self.features(one), self.features(other)) if one and other else 0.0

    def features(self, text: str) -> Features:
        return _features(text, self.persons)


@lru_cache(maxsize=1 << 14)
def _features(text: str, persons: Persons) -> Features:
    return features_of(bare(text, persons))


def kept(last: Past, earlier: Sequence[Year], sense: Sense) -> tuple[KeptBlock, ...]:
    """The blocks of ``last``, each fact with its like in the ``earlier`` years (the latest first), and in their places the facts, points and blocks
    that only those have. What only one year has is marked ``once``; where the years have little in common nothing of ``last`` is: all of it is to be
    asked for."""
    blocks = blocks_of(last)
    if not earlier:
        return blocks
    grown = _Growing([_all_once(block) for block in blocks], sense)
    for year in earlier:
        grown.take(year)
    own = [fact for block in grown.blocks for fact in block.facts if not fact.year]
    told_again = sum(not f.once for f in own) > LEAST_IN_COMMON * len(own)
    return tuple(_settled(block if told_again else _all_asked(block)) for block in grown.blocks)


def _all_once(block: KeptBlock, year: str = "") -> KeptBlock:
    """``block`` as one that nothing is known of in other years; the report's own words of a ``year`` before the last are nobody's concern."""
    loose, *points = (_once(point, year) for point in (block.loose, *block.points))
    return replace(block, loose=loose, points=tuple(points), once=True, year=year)


def _once(point: KeptPoint, year: str) -> KeptPoint:
    facts = tuple(replace(fact, once=True, year=year) for fact in point.facts)
    return replace(point, facts=facts, own=() if year else point.own, once=True, year=year, sounds=() if year else point.sounds)


def _all_asked(block: KeptBlock) -> KeptBlock:
    """``block`` with all that is last year's to be asked for."""
    loose, *points = (_asked(point) for point in (block.loose, *block.points))
    return replace(block, loose=loose, points=tuple(points), once=block.once and bool(block.year))


def _asked(point: KeptPoint) -> KeptPoint:
    facts = tuple(fact if fact.year else replace(fact, once=False) for fact in point.facts)
    return replace(point, facts=facts, once=point.once and bool(point.year))


def _settled(block: KeptBlock) -> KeptBlock:
    """What stands outside points is set aside by itself, or with its block."""
    return replace(block, loose=replace(block.loose, once=block.once))


# --- a year more -------------------------------------------------------------------------------------------------------------------------------


class _Growing(Struct):
    """Blocks that grow by what further years say."""

    blocks: list[KeptBlock]
    sense: Sense

    def take(self, year: Year) -> None:
        """Puts all that ``year`` states beside its like, or where its like would stand."""
        old, known = blocks_of(year.past), tuple(self.blocks)
        mine, theirs = list(_facts(known)), list(_facts(old))
        votes: dict[Place, Counter[Place]] = {}
        paired: set[tuple[Place, int]] = set()
        for m, o in _paired([fact.said for *_, fact in mine], [fact.said for *_, fact in theirs], self.sense):
            (place, n, _), (there, at, told) = mine[m], theirs[o]
            self._told_again(place, n, year.name, told.said)
            votes.setdefault(there, Counter())[place] += 1
            paired.add((there, at))
        for b, block in enumerate(old):
            self._take_block(_all_once(block, year.name), b, known, votes, paired)

    def _told_again(self, place: Place, n: int, year: str, said: Statement) -> None:
        point = self._point(place)
        fact = replace(point.facts[n], once=False, others=(*point.facts[n].others, (year, said)))
        self._put(place, replace(point, facts=(*point.facts[:n], fact, *point.facts[n + 1 :]), once=False))

    def _take_block(
        self, block: KeptBlock, b: int, known: Sequence[KeptBlock], votes: Mapping[Place, Counter[Place]], paired: Collection[tuple[Place, int]]
    ) -> None:
        home = self._home(block, _of_blocks(votes, b), known)
        if home is None:
            self.blocks.append(block)
            return
        self.blocks[home] = replace(self.blocks[home], once=False)
        for p, point in enumerate((block.loose, *block.points), _LOOSE):
            left = replace(point, facts=tuple(fact for n, fact in enumerate(point.facts) if ((b, p), n) not in paired))
            self._take_point(left, p, home, known, votes.get((b, p), Counter()))

    def _take_point(self, point: KeptPoint, p: int, home: int, known: Sequence[KeptBlock], votes: Counter[Place]) -> None:
        """Puts ``point``, of which what other years have too is gone, into the point that is its like, else as one of its own behind the others."""
        seat = _seat(point, votes, home, known, self.sense) or ((home, _LOOSE) if p == _LOOSE else None)
        if seat is not None:
            there = self._point(seat)
            self._put(seat, replace(there, facts=(*there.facts, *point.facts), once=False))
        else:
            self.blocks[home] = replace(self.blocks[home], points=(*self.blocks[home].points, point))

    def _home(self, block: KeptBlock, votes: Counter[int], known: Sequence[KeptBlock]) -> int | None:
        """Which of the ``known`` blocks is of the matter of ``block``."""
        like = [votes[n] + self._like(block, other) for n, other in enumerate(known)]
        best = max(range(len(like)), key=lambda n: (like[n], -n), default=0)
        return best if like and like[best] >= _HOME else None

    def _like(self, one: KeptBlock, other: KeptBlock) -> float:
        here, there = _words(one), _words(other)
        topic = self.sense.topic_of(here)
        same_topic = bool(topic and topic == self.sense.topic_of(there))
        head = self.sense.alike(_name(one), _name(other)) >= _HEADS_ALIKE
        return _HEAD * head + _TOPIC * same_topic + _WORDS * self.sense.alike(here, there)

    def _point(self, place: Place) -> KeptPoint:
        block = self.blocks[place[0]]
        return block.loose if place[1] == _LOOSE else block.points[place[1]]

    def _put(self, place: Place, point: KeptPoint) -> None:
        b, p = place
        points = self.blocks[b].points
        block = replace(self.blocks[b], once=False)
        self.blocks[b] = replace(block, loose=point) if p == _LOOSE else replace(block, points=(*points[:p], point, *points[p + 1 :]))


def _facts(blocks: Sequence[KeptBlock]) -> Iterator[tuple[Place, int, KeptFact]]:
    """Every fact with its place and its number there."""
    for b, block in enumerate(blocks):
        for p, point in enumerate((block.loose, *block.points), _LOOSE):
            yield from (((b, p), n, fact) for n, fact in enumerate(point.facts))


def _of_blocks(votes: Mapping[Place, Counter[Place]], b: int) -> Counter[int]:
    """How many facts block ``b`` has in common with each of those there are."""
    return Counter({home: n for (own, _), found in votes.items() if own == b for (home, _), n in found.items()})


def _seat(point: KeptPoint, votes: Counter[Place], home: int, known: Sequence[KeptBlock], sense: Sense) -> Place | None:
    """Which of the ``known`` points is of the matter of ``point``: by facts and by its head, one in the block ``home`` before others."""
    heads = {(b, p): other.head for b, block in enumerate(known) for p, other in enumerate(block.points)}
    told = {place: votes[place] + _HEAD * (sense.alike(point.head, head) >= _HEADS_ALIKE) for place, head in heads.items()} | {
        place: n for place, n in votes.items() if place[1] == _LOOSE
    }
    best = max(told, key=lambda place: (told[place], place[0] == home, -place[0], -place[1]), default=None)
    return best if best is not None and told[best] else None


def _name(block: KeptBlock) -> str:
    return block.head or block.topic


def _words(block: KeptBlock) -> str:
    """All that ``block`` says."""
    return "，".join((block.head, *(p.head for p in block.points), *(fact.said.text for fact in block.facts)))


def _paired(mine: Sequence[Statement], old: Sequence[Statement], sense: Sense) -> list[Pair]:
    """The statements of a year with their like, by indexes: the likest first, each once."""
    ranked = sorted(_pairs(mine, old, sense), key=lambda pair: (-pair[0], pair[1], pair[2]))
    return sorted(each_once((m, o) for _, m, o in ranked))


def _pairs(mine: Sequence[Statement], old: Sequence[Statement], sense: Sense) -> Iterator[tuple[float, int, int]]:
    """The statements that say the same, by indexes, with how alike they are."""
    news, olds = ({n: sense.features(s.text) for n, s in enumerate(side)} for side in (mine, old))
    for m, o in likely(news, olds):
        score = likeness(news[m], olds[o])
        if score >= ALIKE and sense.agree(mine[m].text, old[o].text):
            yield score, m, o
