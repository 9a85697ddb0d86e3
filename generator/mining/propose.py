"""A sentence as a bank entry: slots, kind, nature, topic, move and licence as the miner would give them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec.structs import replace

from generator.bank.bank import Topic
from generator.bank.formulations import Formulation
from generator.bank.phrase import Kind, Layer, Phrase, Position, Status
from generator.bank.slots import asks_for_facts, slots_of
from generator.chinese.punctuation import CLAUSE_MARKS, clauses
from generator.fit.gist import Reader
from generator.fit.tables import NO_TABLES, Tables
from generator.mining.describing import described
from generator.mining.moves import Place, is_transition
from generator.mining.moves import move as move_of
from generator.mining.slots import empty, numbered, with_subject
from generator.report import Move, Role


def propose(
    sentence: str,
    topics: Sequence[Topic],
    formulations: Sequence[Formulation],
    topic: str = "",
    move: Move | None = None,
    kind: Kind | None = None,
    *,
    beside: Sequence[str] = (),
    tables: Tables = NO_TABLES,
    counts: Mapping[str, int] = MappingProxyType({}),
) -> Phrase:
    """The phrase that ``sentence`` makes; ``topic``, ``move`` and ``kind`` where they are given, else by the rules, as if it stood in a point.

    ``beside`` are statements it is to stand beside: from them follow the situations that all of them are in or, where there is none, its co-text
    and acts, and its licence from ``tables`` and the words of ``counts``.
    """
    place = Place(frozenset({Role.PRACTICE}), in_point=True)
    found = move or move_of(sentence, place)
    text = numbered(with_subject(empty(sentence.strip().strip(CLAUSE_MARKS))))
    size = kind or _kind(text, found, place)
    whole = size is Kind.CLAUSE and len(list(clauses(text))) > 1
    p = described(size, text, found, topics, formulations, whole, beside=tuple(map(empty, beside)), tables=tables, counts=counts)
    own = replace(p, topic=topic or p.topic, slots=slots_of(text, topic or p.topic), status=Status.ACCEPTED, layer=Layer.USER)
    situations = _shared(beside, tables.reader(counts)) if own.position in _BESIDE else ()
    return replace(own, situations=situations, beside=(), acts=(), licence=()) if situations else own


_BESIDE = (Position.OPEN, Position.CLOSE)


def _shared(statements: Sequence[str], reader: Reader) -> tuple[str, ...]:
    """The situations that all of ``statements`` are in."""
    found = [reader.situations_of((text,)) for text in statements]
    return tuple(sorted(frozenset.intersection(*found))) if found else ()


def _kind(text: str, move: Move, place: Place) -> Kind:
    if asks_for_facts(text):
        return Kind.FRAME
    return Kind.TRANSITION if is_transition(text, move, place) else Kind.CLAUSE
