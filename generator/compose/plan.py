"""How much the tool adds to the clerk's words, and where: decided before any word is chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from statistics import median

from generator.chinese.punctuation import count_characters
from generator.compose.choose import Chooser
from generator.compose.spots import Spot, Stand
from generator.facts.model import Facts, Item
from generator.report import plain

_PLAIN = 2.6
"""Without a wanted length, the spots of the tiers up to this one are filled."""
_HEAVY = 1.6
"""A point this many times as long as the middling one speaks for itself and is elaborated late."""


def spots(facts: Facts, places: Mapping[str, str], chooser: Chooser) -> tuple[tuple[Spot, ...], int]:
    """Every spot, the most wanted first, and how many of them are filled where no length is wanted."""
    ranked = sorted((tier, chooser.noise("spot", spot.where, spot.stand), spot) for tier, spot in _tiers(facts, places))
    plain_ones = sum(tier <= _PLAIN for tier, *_ in ranked)
    return tuple(spot for *_, spot in ranked), plain_ones


def _tiers(facts: Facts, places: Mapping[str, str]) -> Iterator[tuple[float, Spot]]:
    middling = median([weight(i) for p in facts.practices for i in p.items] or [0])
    for b, practice in enumerate(facts.practices):
        if not plain(practice.lead):
            yield (2.0 if practice.items else 0.0), Spot(places[practice.path], Stand.GENERAL)
        for n, item in enumerate(practice.items):
            late = 0.7 if weight(item) > _HEAVY * middling else 0.0
            yield from ((tier + late, Spot(places[item.path], stand)) for tier, stand in _item_tiers(item, (b + n) % 3))
    for n, intention in enumerate(facts.intentions):
        where = places[intention.path]
        yield 1.2, Spot(where, Stand.CLOSE)
        if intention.measures:
            yield (2.5 if n % 2 else 3.0), Spot(where, Stand.OPEN)
        yield (3.4 if intention.measures else 2.2), Spot(where, Stand.WHOLE)


def _item_tiers(item: Item, turn: int) -> Iterator[tuple[float, Stand]]:
    """A third of the points is left to end on its facts as long as may be."""
    if not item.result:
        yield (3.2 if turn == 2 else 1.0), Stand.CLOSE
    if item.facts or item.measures:
        yield (2.5 if turn == 1 else 3.5), Stand.OPEN
        yield (4.5 if turn else 5.5), Stand.INNER_CLOSE


def weight(item: Item) -> int:
    """How much a point says already, in characters of the clerk's."""
    return sum(count_characters(plain(words)) for words in (*item.measures, *(f.done for f in item.facts), item.result))
