"""Figures of a bank: how many phrases of what, and which topics are too thin for drafts that should differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.bank.phrase import Kind, Nature, Phrase, Position, Status
from generator.report import Move

DRAFTS = 5
"""Drafts of one facts file that should each find a wording of their own."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Where a draft draws formulas of a topic from."""

    name: str
    kind: Kind
    move: Move
    position: Position | None = None

    def holds(self, p: Phrase) -> bool:
        return (p.kind, p.move, p.position) == (self.kind, self.move, self.position) and p.nature is Nature.FORMULA


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


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts by kind and nature, by topic and move ("" where there is none), and formulas per topic and pool."""

    kinds: Mapping[tuple[Kind, Nature], int]
    cells: Mapping[tuple[str, str], int]
    pools: Mapping[tuple[str, str], int]

    def topic(self, name: str) -> int:
        return sum(n for (topic, _), n in self.cells.items() if topic == name)

    def thin(self, topic: str) -> tuple[tuple[str, int], ...]:
        """The pools of ``topic`` that hold fewer formulas than drafts should differ, with how many they hold."""
        return tuple((p.name, n) for p in POOLS if (n := self.pools.get((topic, p.name), 0)) < DRAFTS)


def stats(phrases: Iterable[Phrase]) -> Stats:
    """The figures of ``phrases``, rejected ones left out."""
    kept = [p for p in phrases if p.status is not Status.REJECTED]
    return Stats(
        Counter((p.kind, p.nature) for p in kept),
        Counter((p.topic, str(p.move or "")) for p in kept),
        Counter((p.topic, pool.name) for p in kept for pool in POOLS if pool.holds(p)),
    )
