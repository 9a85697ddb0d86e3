"""Several drafts of one facts file beside one another: where their wordings differ."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cli.drafting import Made
from generator.compose.spots import Spot


def side_by_side(drafts: Sequence[Made]) -> str:
    """The wordings of every place in every draft, by the names that ``nigao keep`` takes; alike ones once."""
    out: list[str] = []
    where = ""
    for spot, wordings in _by_spot(drafts).items():
        if spot.where != where:
            where = spot.where
            out.append(where)
        out += [f"  {spot.stand}　{'、'.join(seeds)}　{wording or '（不用套语）'}" for wording, seeds in wordings.items()]
    return "\n".join(out)


def _by_spot(drafts: Sequence[Made]) -> dict[Spot, dict[str, list[str]]]:
    """For each spot in the order of the draft, its wordings and the seeds that give them; spots empty in every draft left out."""
    found: dict[Spot, dict[str, list[str]]] = {}
    for made in drafts:
        for choice in made.draft.choices:
            found.setdefault(choice.spot, {}).setdefault(choice.wording, []).append(f"种子{made.order.seed}")
    first: dict[str, int] = {}
    for spot in found:
        for prefix in _prefixes(spot.where):
            first.setdefault(prefix, len(first))
    ordered = sorted(found, key=lambda spot: [first[prefix] for prefix in _prefixes(spot.where)])
    return {spot: found[spot] for spot in ordered if any(found[spot])}


def _prefixes(where: str) -> list[str]:
    """做法/政治建设 → 做法, 做法/政治建设."""
    names = where.split("/")
    return ["/".join(names[: n + 1]) for n in range(len(names))]
