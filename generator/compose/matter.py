"""The matter of a report: the facts file laid out in blocks, points and plans, before any wording is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.bank import Bank
from generator.chinese.punctuation import clauses
from generator.chinese.weakness import names_weakness, weak_thing
from generator.compose import bodies
from generator.compose.answers import Reply, named, replies, solved
from generator.compose.bodies import Around, Body
from generator.compose.choose import Want
from generator.compose.statements import Glue
from generator.facts.model import Facts, Intention, Item, Practice, Shortcoming
from generator.fit.gist import Reader
from generator.report import plain


class PointMatter(Struct, frozen=True):
    """A point: the clerk's item and its sentences."""

    item: Item
    body: Body


class BlockMatter(Struct, frozen=True):
    """A block of 做法: its points, and the lead it may have where the clerk wrote none."""

    practice: Practice
    points: tuple[PointMatter, ...]
    general: Want | None


class Matter(Struct, frozen=True):
    """All blocks and plans in the order of the facts file; ``reader`` reads them."""

    blocks: tuple[BlockMatter, ...]
    plans: tuple[Body, ...]
    reader: Reader


def matter_of(facts: Facts, places: Mapping[str, str], bank: Bank, glue: Glue) -> Matter:
    """The matter of ``facts``; ``places`` names every path, ``glue`` makes the marks between the clerk's words."""
    weak = Weak(_weak(facts), _amiss(facts, bank), frozenset([s.topic for s in facts.shortcomings if s.topic]))
    blocks = tuple(_block(p, places, bank, glue, weak) for p in facts.practices)
    answered = replies(facts.intentions, facts.shortcomings, bank)
    plans = tuple(_plan(i, reply, places[i.path], bank, glue) for i, reply in zip(facts.intentions, answered, strict=True))
    return Matter(blocks, plans, bank.reader)


_LEAST_LED = 3
"""Things that a block must tell for a principle to stand over it: of the leads over one or two that readers saw most said more than the block."""


class Weak(Struct, frozen=True):
    """What a report owns up to: the ``things`` that its problems call weak, the words of each problem, and the ``topics`` that it is told under."""

    things: frozenset[str]
    told: tuple[frozenset[str], ...]
    topics: frozenset[str] = frozenset()

    def heeded(self, want: Want) -> Want:
        return replace(want, never=self.things, amiss=self.told)

    def concerns(self, want: Want, bank: Bank) -> bool:
        """Whether what is told there is what a problem speaks of: nothing is said for it that the problem then takes back (课题31个, of which nine
        were of use)."""
        told = frozenset(bank.reader.lexicon.words(want.about)) - bank.tables.things.words()
        return any(not told.isdisjoint(words) for words in self.told)


def _amiss(facts: Facts, bank: Bank) -> tuple[frozenset[str], ...]:
    words, common = bank.reader.lexicon.words, bank.tables.common.words
    return tuple(frozenset(words(_said(s))) - common for s in facts.shortcomings)


def _weak(facts: Facts) -> frozenset[str]:
    """What the problems say is weak: a block of what was done does not boast of it."""
    said = (clause for s in facts.shortcomings for _, clause in clauses(plain(s.shows)) if names_weakness(clause))
    return frozenset(map(weak_thing, said)) - {""}


def _block(practice: Practice, places: Mapping[str, str], bank: Bank, glue: Glue, weak: Weak) -> BlockMatter:
    within = bodies.around(bank.reader, practice)
    said = zip(practice.items, bodies.of_items(practice.items, places, within, bank.completions, glue), strict=True)
    points = tuple(PointMatter(item, _modest(bodies.with_wants(body, bank.reader), weak, bank, practice.topic)) for item, body in said)
    if plain(practice.lead) or len(bodies.told(practice)) < _LEAST_LED:
        return BlockMatter(practice, points, None)
    return BlockMatter(practice, points, weak.heeded(bodies.general(places[practice.path], practice, bank.reader)))


def _modest(body: Body, weak: Weak, bank: Bank, topic: str) -> Body:
    """``body`` without what its problems take back; of a ``topic`` that has a problem readers strike what else they expect."""
    wants = (replace(weak.heeded(want), owned=topic in weak.topics) for want in body.wants if not weak.concerns(want, bank))
    return replace(body, wants=tuple(wants))


def _plan(intention: Intention, reply: Reply | None, where: str, bank: Bank, glue: Glue) -> Body:
    """A plan's sentences, in what it stands in: its heads, and the problem that it answers."""
    problem = _said(reply.problem) if reply else ""
    around = Around(bodies.heads(bank.reader, intention.topic, plain(intention.heading), problem), intention.text)
    behind = solved(intention, reply, glue) if reply else ()
    before = named(intention, reply, glue) if reply and not behind else ()
    plan = bodies.of_intention(intention, where, around, bank.completions, glue)
    if reply and reply.remedy:
        return bodies.with_wants(bodies.mending(plan, reply.remedy, reply.measure), bank.reader)
    return bodies.with_wants(replace(plan, answer=before, solves=behind), bank.reader)


def _said(shortcoming: Shortcoming) -> str:
    return plain(shortcoming.shows + shortcoming.cause)
