"""Where the tool adds to the clerk's words: every place where something fits, the most wanted first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.phrase import Layer
from generator.chinese.punctuation import count_characters
from generator.compose.bodies import Body
from generator.compose.choose import Chooser, Want
from generator.compose.matter import Matter
from generator.compose.spots import Spot, Stand
from generator.facts.model import Item
from generator.report import plain

_PLAIN = 2.6
"""Without a wanted length, the places of the tiers up to this one are filled."""
_HEAVY = 1.6
"""A point this many times as long as the middling one speaks for itself and is elaborated late."""
_ROOM = 60
"""Characters of a point that bear formula both before and behind them: a shorter one is lost between the two."""
_FITTING = 1.0
"""How much sooner a place is filled for each whole rank by which its best phrase fits."""


class Site(Struct, frozen=True):
    """A place where something fits, and about how many characters that would add; ``plain``: filled where no length is wanted."""

    spot: Spot
    adds: int
    plain: bool


def sites(matter: Matter, chooser: Chooser) -> tuple[Site, ...]:
    """Every place where a phrase fits, the most wanted first: what the user wrote himself, then by what the place is worth and how well its best
    phrase fits. An aim amid a point stands only where another ends it, an opening before a short one only where none does, a lead over a block only
    where half of the blocks may have one and, where no length is wanted, only where all may: readers mind blocks without beside some with one."""
    found = []
    for worth, want in tiers(matter):
        best = next(chooser.printed_there(want), None)
        if best:
            order = (
                best.phrase.layer is not Layer.USER,
                worth - _FITTING * min(1.0, best.fit.rank),
                chooser.noise("spot", want.spot.where, want.spot.stand),
            )
            found.append((order, Site(want.spot, count_characters(plain(best.inlines)) + 1, worth <= _PLAIN)))
    ended = {site.spot.where for _, site in found if site.spot.stand == Stand.CLOSE}
    leads = [site.spot for _, site in found if site.spot.stand == Stand.GENERAL]
    crowded, led, all_led = ended & _short(matter), 2 * len(leads) >= len(matter.blocks), len(leads) == len(matter.blocks)

    def may_stand(spot: Spot) -> bool:
        match spot.stand:
            case Stand.INNER_CLOSE:
                return spot.where in ended
            case Stand.OPEN:
                return spot.where not in crowded
            case Stand.GENERAL:
                return led
        return True

    ordered = (site for _, site in sorted(found, key=lambda f: (f[0], f[1].spot)) if may_stand(site.spot))
    return tuple(replace(site, plain=False) if site.spot.stand == Stand.GENERAL and not all_led else site for site in ordered)


def _short(matter: Matter) -> frozenset[str]:
    """Where points and plans stand that say too little to bear formula at both ends."""
    bodies = (*(point.body for block in matter.blocks for point in block.points), *matter.plans)
    return frozenset([body.where for body in bodies if _length(body) < _ROOM])


def _length(body: Body) -> int:
    return sum(count_characters(plain(said.inlines)) for sentence in body.sentences for said in sentence)


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
