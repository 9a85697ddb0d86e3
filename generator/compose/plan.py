"""How much the tool adds to the clerk's words, and where: decided before any word is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.compose.choose import Chooser
from generator.facts.model import Facts, Item
from generator.report import plain


class Kind(StrEnum):
    """The optional parts of a block."""

    OPEN = "起"
    CLOSE = "收"
    GENERAL = "总领"
    PAIR = "起收"


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where formula may be added: the path of the item, practice or intention, and what kind."""

    path: str
    kind: Kind


_PLAIN = 2.6
"""Without a wanted length, the spots of the tiers up to this one are filled."""


def spots(facts: Facts, chooser: Chooser) -> tuple[tuple[Spot, ...], int]:
    """Every spot, the most wanted first, and how many of them are filled where no length is wanted."""
    ranked = sorted((tier, chooser.noise("spot", spot.path, spot.kind), spot.path, spot.kind) for tier, spot in _tiers(facts))
    plain_ones = sum(tier <= _PLAIN for tier, *_ in ranked)
    return tuple(Spot(path, kind) for _, _, path, kind in ranked), plain_ones


def _tiers(facts: Facts) -> Iterator[tuple[float, Spot]]:
    for b, practice in enumerate(facts.practices):
        if not plain(practice.lead):
            yield (2.0 if practice.items else 0.0), Spot(practice.path, Kind.GENERAL)
        for n, item in enumerate(practice.items):
            yield from _item_tiers(item, (b + n) % 3)
    for n, intention in enumerate(facts.intentions):
        yield 1.2, Spot(intention.path, Kind.CLOSE)
        if intention.measures:
            yield (2.5 if n % 2 else 3.0), Spot(intention.path, Kind.OPEN)
        yield 2.2, Spot(intention.path, Kind.GENERAL)


def _item_tiers(item: Item, turn: int) -> Iterator[tuple[float, Spot]]:
    """A third of the points is left to end on its facts as long as may be."""
    if not item.result:
        yield (3.2 if turn == 2 else 1.0), Spot(item.path, Kind.CLOSE)
    if item.facts or item.measures:
        yield (2.5 if turn == 1 else 3.5), Spot(item.path, Kind.OPEN)
    yield (6.0 if item.result else 4.5 if turn else 5.5), Spot(item.path, Kind.PAIR)
