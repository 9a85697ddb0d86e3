"""The matter of a report: the facts file laid out in blocks, points and plans, before any wording is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.bank.bank import Bank
from generator.compose import bodies
from generator.compose.bodies import Around, Body
from generator.compose.choose import Want
from generator.compose.joining import Glue
from generator.facts.model import Facts, Intention, Item, Practice, Shortcoming
from generator.fit.gist import Reader
from generator.report import plain


@dataclass(frozen=True, slots=True)
class PointMatter:
    """A point: the clerk's item and its sentences."""

    item: Item
    body: Body


@dataclass(frozen=True, slots=True)
class BlockMatter:
    """A block of 做法: its points, and the lead it may have where the clerk wrote none."""

    practice: Practice
    points: tuple[PointMatter, ...]
    general: Want | None


@dataclass(frozen=True, slots=True)
class Matter:
    """All blocks and plans in the order of the facts file; ``reader`` reads them."""

    blocks: tuple[BlockMatter, ...]
    plans: tuple[Body, ...]
    reader: Reader


def matter_of(facts: Facts, places: Mapping[str, str], bank: Bank, glue: Glue) -> Matter:
    """The matter of ``facts``; ``places`` names every path, ``glue`` makes the marks between the clerk's words."""
    blocks = tuple(_block(p, places, bank, glue) for p in facts.practices)
    plans = tuple(bodies.of_intention(i, places[i.path], _plan(i, facts, bank.reader), bank.completions) for i in facts.intentions)
    return Matter(blocks, plans, bank.reader)


def _block(practice: Practice, places: Mapping[str, str], bank: Bank, glue: Glue) -> BlockMatter:
    within = bodies.around(bank.reader, practice)
    points = tuple(PointMatter(i, bodies.of_item(i, places[i.path], within, bank.completions, glue)) for i in practice.items)
    general = None if plain(practice.lead) else bodies.general(places[practice.path], practice, bank.reader)
    return BlockMatter(practice, points, general)


def _plan(intention: Intention, facts: Facts, reader: Reader) -> Around:
    """What a plan stands in: its heads, and the problem that it answers."""
    return Around(bodies.heads(reader, intention.topic, plain(intention.heading), _answered(facts, intention.topic)), intention.text)


def _answered(facts: Facts, topic: str) -> str:
    """What the problems of ``topic`` say: a plan of the same topic answers them."""
    return "，".join(_problem(s) for s in facts.shortcomings if topic and s.topic == topic)


def _problem(shortcoming: Shortcoming) -> str:
    return plain(shortcoming.shows + shortcoming.cause)
