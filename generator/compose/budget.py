"""How many places are filled: as many as the ceilings allow and the wanted length asks for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.compose.account import Share, length, shares
from generator.compose.plan import Site
from generator.report import Report
from generator.template.model import Part, Template

Attempt = Callable[[Sequence[Site]], Report]

_TRIES = 4
"""Drafts made to come near the wanted length: what a place adds is known within a few characters, so two are nearly always enough."""
_NEAR = 0.02
"""Share of the wanted length that a draft may miss it by before another is made."""


def filled(attempt: Attempt, sites: Sequence[Site], template: Template, wanted: int | None) -> tuple[list[Site], Report]:
    """The sites to fill and the draft with them: within every part's ceiling and, where a length is wanted, as near to it as they bring it."""
    bare = attempt(())
    room = {part: _room(part, share) for part, share in zip(template.parts, _parts(bare, template), strict=True)}
    allowed = _allowed(sites, room)
    chosen = [s for s in allowed if s.plain] if wanted is None else _up_to(allowed, wanted - length(bare))
    report = attempt(chosen) if chosen else bare
    for _ in range(_TRIES):
        over = _over(chosen, report, template)
        if over:
            chosen = [s for s in chosen if s not in over]
            allowed = [s for s in allowed if s not in over]
        elif wanted is None or (changed := _nearer(chosen, allowed, wanted - length(report), wanted)) == chosen:
            return chosen, report
        else:
            chosen = changed
        report = attempt(chosen)
    return _under(attempt, chosen, template)


def _under(attempt: Attempt, chosen: list[Site], template: Template) -> tuple[list[Site], Report]:
    """``chosen`` without what still overfills a part."""
    report = attempt(chosen)
    while over := _over(chosen, report, template):
        chosen = [s for s in chosen if s not in over]
        report = attempt(chosen)
    return chosen, report


def _parts(report: Report, template: Template) -> list[Share]:
    return shares(report)[-len(template.parts) :]


def _room(part: Part, bare: Share) -> float:
    """Characters of formula that ``part`` still takes: formula ≤ ceiling × (what stands there + what is added)."""
    ceiling = min(part.ceiling, 0.99)
    return (ceiling * bare.body - bare.formula) / (1 - ceiling)


def _allowed(sites: Sequence[Site], room: dict[Part, float]) -> list[Site]:
    """The most wanted sites of every part that its ceiling leaves room for."""
    left = dict(room)
    found = []
    for site in sites:
        part = next((p for p in left if _is_in(site, p)), None)
        if part is None or left[part] >= site.adds:
            found.append(site)
            if part is not None:
                left[part] -= site.adds
    return found


def _is_in(site: Site, part: Part) -> bool:
    return site.spot.where.startswith(tuple(f"{f.feed}/" for f in part.feedings))


def _up_to(sites: Sequence[Site], characters: int) -> list[Site]:
    """The first sites that together add ``characters``, the last one taken where that comes nearer."""
    found: list[Site] = []
    for site in sites:
        if characters < site.adds / 2:
            break
        found.append(site)
        characters -= site.adds
    return found


def _nearer(chosen: list[Site], allowed: Sequence[Site], missing: int, wanted: int) -> list[Site]:
    """``chosen`` with further sites, or without its last ones, by ``missing`` characters; as it is where that is near enough."""
    if abs(missing) <= _NEAR * wanted:
        return chosen
    if missing > 0:
        return [*chosen, *_up_to([s for s in allowed if s not in chosen], missing)]
    dropped = _up_to(list(reversed(chosen)), -missing)
    return [s for s in chosen if s not in dropped]


def _over(chosen: Sequence[Site], report: Report, template: Template) -> list[Site]:
    """The last sites of every part that holds more formula than its ceiling allows."""
    found: list[Site] = []
    for part, share in zip(template.parts, _parts(report, template), strict=True):
        excess = share.formula - part.ceiling * share.body
        own = [s for s in chosen if _is_in(s, part)]
        while excess > 0 and own:
            found.append(own.pop())
            excess -= found[-1].adds * (1 - part.ceiling)
    return found
