"""Figures of a bank: how many phrases of what, and beside which acts there is too little for drafts that should differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sized
from types import MappingProxyType

from msgspec import Struct

from generator.bank.bank import serves
from generator.bank.phrase import Kind, Nature, Phrase, Position, Status
from generator.report import Move

DRAFTS = 5
"""Drafts of one facts file that should each find a wording of their own."""


class Pool(Struct, frozen=True):
    """A stand of formula in a draft, and what may stand there."""

    name: str
    kind: Kind
    move: Move
    position: Position | None = None

    def holds(self, p: Phrase) -> bool:
        """Whether ``p`` may stand there: an aim of what was done serves as one of what will be, too."""
        return (p.kind, p.position) == (self.kind, self.position) and self.move in serves(p) and p.nature is Nature.FORMULA


POOLS = (
    Pool("做法标题", Kind.HEADING, Move.MEASURE),
    Pool("总领", Kind.CLAUSE, Move.GENERAL, Position.WHOLE),
    Pool("举措起", Kind.CLAUSE, Move.MEASURE, Position.OPEN),
    Pool("举措收", Kind.CLAUSE, Move.MEASURE, Position.CLOSE),
    Pool("打算标题", Kind.HEADING, Move.PLAN),
    Pool("打算起", Kind.CLAUSE, Move.PLAN, Position.OPEN),
    Pool("打算收", Kind.CLAUSE, Move.PLAN, Position.CLOSE),
    Pool("打算句", Kind.CLAUSE, Move.PLAN, Position.WHOLE),
)


AIMS = ("举措收", "打算收")
"""The pools whose formula goes with an act; openings and principles go with what is spoken of."""
TOLD = ("伴", "事类", "限", "情形")
"""What tells where a formula fits, as bank files name it."""


class Stats(Struct, frozen=True):
    """Counts by kind and nature, by topic and move ("" where there is none), of formulas per pool and how many of them say 伴, 事类, 限 and 情形,
    and per pool and act."""

    kinds: Mapping[tuple[Kind, Nature], int]
    cells: Mapping[tuple[str, str], int]
    pools: Mapping[str, int]
    told: Mapping[tuple[str, str], int]
    beside: Mapping[tuple[str, str], int]

    def topic(self, name: str) -> int:
        return sum(n for (topic, _), n in self.cells.items() if topic == name)

    def thin(self, act: str) -> tuple[tuple[str, int], ...]:
        """The pools that hold fewer formulas beside ``act`` than drafts should differ, with how many they hold."""
        return tuple((name, n) for name in AIMS if (n := self.beside.get((name, act), 0)) < DRAFTS)


def stats(phrases: Iterable[Phrase], acts_in: Mapping[str, Iterable[str]] = MappingProxyType({})) -> Stats:
    """The figures of ``phrases``, rejected ones left out; ``acts_in`` says which acts a situation is known by."""
    kept = [p for p in phrases if p.status is not Status.REJECTED]
    standing = [(pool.name, p) for p in kept for pool in POOLS if pool.holds(p)]
    return Stats(
        Counter((p.kind, p.nature) for p in kept),
        Counter((p.topic, str(p.move or "")) for p in kept),
        Counter(pool for pool, _ in standing),
        Counter((pool, told) for pool, p in standing for told, given in zip(TOLD, _told(p), strict=True) if given),
        Counter((pool, act) for pool, p in standing for act in _acts(p, acts_in)),
    )


def _told(p: Phrase) -> tuple[Sized, ...]:
    return p.beside, p.acts, p.licence, p.situations


def _acts(p: Phrase, acts_in: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """The acts beside which ``p`` may stand."""
    return frozenset((*(act for act, _ in p.acts), *(act for name in p.situations for act in acts_in.get(name, ()))))
