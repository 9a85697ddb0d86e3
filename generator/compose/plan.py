"""Where the tool adds to the clerk's words: every place where something fits, the most wanted first."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from msgspec import Struct

from generator.bank.phrase import Layer
from generator.chinese.punctuation import count_characters
from generator.compose.choose import Chooser, Want
from generator.compose.leads import named
from generator.compose.matter import Matter
from generator.compose.spots import Spot, Stand
from generator.facts.model import Item
from generator.report import plain

_PLAIN = 2.6
"""Without a wanted length, the places of the tiers up to this one are filled."""
_HEAVY = 1.6
"""A point this many times as long as the middling one speaks for itself and is elaborated late."""
_AROUND_NAMES = 10
"""About how many characters stand around the names."""
_FITTING = 1.0
"""How much sooner a place is filled for each whole rank by which its best phrase fits."""


class Site(Struct, frozen=True):
    """A place where something fits, and about how many characters that would add; ``plain``: filled where no length is wanted. ``alike``: the places
    that are filled with it or left with it."""

    spot: Spot
    adds: int
    plain: bool
    alike: tuple[Spot, ...] = ()


def sites(matter: Matter, chooser: Chooser) -> tuple[Site, ...]:
    """Every place where a phrase fits, the most wanted first: what the user wrote himself, what opens the blocks, then by what the place is worth
    and how well its best phrase fits. An aim amid a point stands only where another ends it."""
    found = []
    for worth, want in tiers(matter):
        if standing := chooser.standing(want):
            best = standing[0]
            of_others = best.phrase.layer is not Layer.USER
            order = (of_others, worth - _FITTING * min(1.0, best.fit.rank), chooser.noise("spot", want.spot.where, want.spot.stand))
            found.append((order, Site(want.spot, count_characters(plain(best.inlines)) + 1, worth <= _PLAIN)))
    ended = {site.spot.where for _, site in found if site.spot.stand == Stand.CLOSE}
    last = sorted((f for f in found if f[1].spot.stand != Stand.INNER_CLOSE or f[1].spot.where in ended), key=lambda f: (f[0], f[1].spot))
    own, others = ([site for (is_others, *_), site in last if is_others is which] for which in (False, True))
    principles = [site for site in others if site.spot.stand == Stand.GENERAL]
    apart = principles if 2 * len(principles) >= len(matter.blocks) else []
    opening = _opening(matter, {site.spot: site.adds for site in principles if site not in apart}, {s.spot for s in (*own, *apart)})
    return (*own, *opening, *(site for site in others if site in apart or site not in principles))


def _opening(matter: Matter, principles: Mapping[Spot, int], opened: Container[Spot]) -> Iterator[Site]:
    """What opens the blocks that are not ``opened``, all in one so that half of all are or none: the few ``principles``, else the points named.
    Readers miss nothing as much as the sentence that opens a block."""
    adds = {Spot(block.where, Stand.GENERAL): sum(map(len, named(block.practice))) for block in matter.blocks}
    adds = {spot: principles.get(spot) or n + _AROUND_NAMES for spot, n in adds.items() if (n or spot in principles) and spot not in opened}
    led = sum(bool(block.practice.lead) or Spot(block.where, Stand.GENERAL) in opened for block in matter.blocks)
    if adds and 2 * (len(adds) + led) >= len(matter.blocks):
        first, *rest = adds
        yield Site(first, sum(adds.values()), plain=True, alike=tuple(rest))


def tiers(matter: Matter) -> Iterator[tuple[float, Want]]:
    """Every want with what it is worth: aims before leads of blocks, these before openings."""
    items = [body.item for block in matter.blocks for body in block.points]
    middling = _middling([weight(i) for i in items] or [0])
    for b, block in enumerate(matter.blocks):
        if block.general:
            yield (1.4 if block.points else 0.0), block.general
        for n, point in enumerate(block.points):
            late = 0.7 if weight(point.item) > _HEAVY * middling else 0.0
            worth = _item_tiers((b + n) % 3)
            for want in point.body.wants:
                if not (want.spot.stand is Stand.CLOSE and point.item.result):
                    yield worth[want.spot.stand] + late, want
    for n, plan in enumerate(matter.plans):
        worth = {Stand.CLOSE: 1.2, Stand.OPEN: 2.5 if n % 2 else 3.0, Stand.INNER_CLOSE: 4.0}
        yield from ((worth[want.spot.stand], want) for want in plan.wants)


def _middling(numbers: Sequence[int]) -> float:
    """The median of ``numbers``."""
    ordered, half = sorted(numbers), len(numbers) // 2
    return (ordered[half] + ordered[-half - 1]) / 2


def _item_tiers(turn: int) -> dict[str, float]:
    """A third of the points is left to end on its facts as long as may be."""
    return {Stand.CLOSE: 3.2 if turn == 2 else 1.0, Stand.OPEN: 2.5 if turn == 1 else 3.5, Stand.INNER_CLOSE: 4.5 if turn else 5.5}


def weight(item: Item) -> int:
    """How much a point says already, in characters of the clerk's."""
    return sum(count_characters(plain(words)) for words in (*item.measures, *(f.done for f in item.facts), item.result))


def spots(found: Sequence[Site]) -> tuple[Spot, ...]:
    """The spots of ``found``, in their order."""
    return tuple(site.spot for site in found)
