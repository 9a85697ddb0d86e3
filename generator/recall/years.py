"""One past report, or several years of them, as what is kept: what came in two years or more is asked for, what came once stands by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from generator.recall.past import Past, PastBlock, PastPoint
from generator.recall.statements import Statement, Told


class KeptFact(Struct, frozen=True):
    """A fact of last year's report. ``once``: no other year's has the like. ``others`` are the like of other years, by year, the latest first; a
    fact with a ``year`` of its own is not last year's but of that one, the latest that tells it."""

    said: Statement
    once: bool = False
    others: tuple[tuple[str, Statement], ...] = ()
    year: str = ""


class KeptPoint(Struct, frozen=True):
    """A point: its facts, the report's ``own`` words beside them, and what only ``sounds`` like formula. ``once`` and ``year`` as of a fact."""

    head: str
    line: int
    facts: tuple[KeptFact, ...] = ()
    own: tuple[str, ...] = ()
    once: bool = False
    year: str = ""
    sounds: tuple[Statement, ...] = ()


class KeptBlock(Struct, frozen=True):
    """A block: what stands outside its points is in ``loose``, under no head; ``topic`` is its 主题, where a facts file gave it; ``once`` and
    ``year`` as of a fact."""

    head: str
    line: int
    loose: KeptPoint
    points: tuple[KeptPoint, ...] = ()
    topic: str = ""
    once: bool = False
    year: str = ""

    @property
    def asks(self) -> bool:
        """Whether something of it is asked for already, or need not be, since all of it is set aside."""
        return self.once or not all(point.once for point in self.points) or not all(fact.once for fact in self.loose.facts)

    @property
    def facts(self) -> Iterator[KeptFact]:
        yield from chain(self.loose.facts, *(p.facts for p in self.points))


def blocks_of(past: Past) -> tuple[KeptBlock, ...]:
    """The blocks of ``past``, all of them to be asked for."""
    return tuple(map(_block, past.practices))


def _block(block: PastBlock) -> KeptBlock:
    """A clause without a value that stands over points leads on to them: it is remembered, and asked of nobody, like what only sounds like formula
    there."""
    over = tuple(replace(s, told=Told.OWN) if block.points and s.told is Told.FACT and not s.values else s for s in block.statements)
    sounds = _sounds(over)
    own = (*_own(over), *(s.text for s in sounds)) if block.points else _own(over)
    loose = KeptPoint("", block.line, _facts(over), own, sounds=() if block.points else sounds)
    return KeptBlock(block.head, block.line, loose, tuple(map(_point, block.points)), block.topic)


def _point(point: PastPoint) -> KeptPoint:
    return KeptPoint(point.head, point.line, _facts(point.statements), _own(point.statements), sounds=_sounds(point.statements))


def _facts(statements: Iterable[Statement]) -> tuple[KeptFact, ...]:
    return tuple(KeptFact(s) for s in statements if s.told is Told.FACT)


def _own(statements: Iterable[Statement]) -> tuple[str, ...]:
    return tuple(s.text for s in statements if s.told is Told.OWN)


def _sounds(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(s for s in statements if s.sounds)
