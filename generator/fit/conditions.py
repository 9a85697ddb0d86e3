"""What a phrase asks of a place before it is asked how well it fits, so that most are refused unread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from generator.bank.phrase import SLOT, Group, Kind, Layer, Phrase, Position, Status
from generator.fit.gist import Gist, Reader
from generator.fit.place import Place

ANSWERS = {Layer.MINED: 4, Layer.CURATED: 3, Layer.USER: 0}
"""Words of its co-text that must be said before an aim: of three that stood in trades without a rule of their own one was struck, with so many said
one in twenty (benchmarks/fit.md)."""


def asks_conditions_alone(phrase: Phrase) -> bool:
    """Whether a user wrote ``phrase`` for himself and said under which conditions, but not beside what words."""
    return phrase.layer is Layer.USER and not phrase.beside and phrase.status is not Status.REJECTED


def conditions(phrase: Phrase) -> tuple[Group, ...]:
    """What ``phrase`` asks of a place: of every group one word. A situation or, where it is tied to none, an act it stood beside, each of its
    particulars, a word of its co-text."""
    if phrase.situations:
        return (phrase.situations,)
    acts, beside = tuple([act for act, _ in phrase.acts]), tuple([word for word, _ in phrase.beside])
    return tuple(group for group in (acts, *phrase.licence, beside) if group)


Half = tuple[Sequence[str], Sequence[str]]
"""What the particulars of half a heading say: words, and things."""


class Asked(Struct, frozen=True, array_like=True):
    """What a phrase asks of a place, so that it can be refused unread: one of the ``keys`` by which it is found, all ``things`` that it speaks of,
    one of its acts, ``least`` words of its co-text (``beside``), one of every group of its licence, in the nearest statement alone where
    it is ``by_statement``; where it is to head a block, of each of its ``halves`` a particular, by a word or by a thing; of what is empty nothing.
    Where it is tied to ``situations``, one of these and nothing besides.
    """

    keys: Sequence[str]
    things: Sequence[str]
    acts: Sequence[str]
    least: int
    beside: Sequence[str]
    licence: Sequence[Sequence[str]]
    by_statement: bool = False
    halves: Sequence[Half] = ()
    situations: Sequence[str] = ()


def asked(phrase: Phrase, keys: Iterable[str], reader: Reader) -> Asked:
    """What ``phrase`` asks, which is found by ``keys``."""
    things = () if asks_conditions_alone(phrase) else sorted(reader.things_of(phrase.text))
    acts, beside = ([word for word, _ in counted] for counted in (phrase.acts, phrase.beside))
    halves = tuple(_halves(phrase, reader))
    return Asked(sorted(keys), things, acts, least_words(phrase), beside, phrase.licence, phrase.by_statement, halves, phrase.situations)


def _halves(phrase: Phrase, reader: Reader) -> Iterator[Half]:
    """What each half of a heading tells; of a user's own, and of what says nothing of anybody, nothing is asked."""
    if phrase.kind is Kind.HEADING and phrase.layer is not Layer.USER:
        for half in phrase.text.split("，"):
            if words := particulars_of(half, reader):
                said, things = zip(*map(reader.speaks_of, words), strict=True)
                yield sorted(frozenset().union(*said)), sorted(frozenset().union(*things))


def particulars_of(text: str, reader: Reader) -> list[str]:
    """The words of ``text`` that are no common property."""
    return [w for w in reader.lexicon.words(SLOT.sub("", text)) if w not in reader.common]


def may_head(asks: Asked, block: Gist) -> bool:
    """Whether every half of a heading says something that ``block`` says: 优化政务服务，激发市场活力 is not for who serves no market."""
    return all(not (block.said.isdisjoint(said) and block.things.isdisjoint(things)) for said, things in asks.halves)


def may_stand(asks: Asked, place: Place) -> bool:
    """Whether no condition of a phrase fails at ``place``, so that only how well it fits is left to judge."""
    if asks.situations:
        return not place.situations.isdisjoint(asks.situations)
    if not _says(place.nearest if asks.by_statement else place.licensing, asks.licence):  # what refuses most comes first
        return False
    if asks.acts and place.acts.keys().isdisjoint(asks.acts):
        return False
    if asks.things and place.beside and not place.licensing.things.issuperset(asks.things):
        return False
    if asks.beside and sum(map(place.nearness.__contains__, asks.beside)) < (asks.least if place.beside else 1):
        return False
    return "" in asks.keys or not place.keys.isdisjoint(asks.keys)


def _says(gist: Gist, licence: Iterable[Sequence[str]]) -> bool:
    """Whether ``gist`` says a word of every group."""
    named = gist.named
    return not any(map(named.isdisjoint, licence))


def least_words(phrase: Phrase) -> int:
    """Words of its co-text that must be said before ``phrase``: several where it is an aim."""
    return ANSWERS[phrase.layer] if phrase.kind is Kind.CLAUSE and phrase.position is Position.CLOSE else 1
