"""Why the wording of a draft stands where it does, and what else might have stood there: what ``--why`` tells of a phrase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.bank.bank import Bank
from generator.compose.choose import Sought
from generator.compose.draft import Draft
from generator.compose.spots import Spot
from generator.fit.judge import Judge
from generator.fit.telling import against, because

_MOST = 3
"""Runners-up, and refused phrases, that are listed for a spot."""


def reasons(draft: Draft) -> Mapping[str, str]:
    """Phrase id → why it stands where it does, for every phrase that was chosen by what it stands beside."""
    found: dict[str, str] = {}
    for choice in draft.choices:
        sought = draft.sought.get(choice.spot)
        fitting = next((c for c in sought.standing if c.phrase.id == choice.phrase), None) if sought and choice.phrase else None
        if fitting is not None:
            found[choice.phrase] = because(fitting.phrase, fitting.fit)
    return found


def alternatives(draft: Draft, bank: Bank) -> Iterator[tuple[Spot, str, tuple[str, ...]]]:
    """Every spot where formula was looked for, what stands there (empty: nothing), and the runners-up and the refused with the reason."""
    chosen = {c.spot: c for c in draft.choices}
    for spot, sought in draft.sought.items():
        taken = chosen.get(spot)
        others = [c for c in sought.standing if taken is None or c.phrase.id != taken.phrase][:_MOST]
        lines = [f"也合：{c.text}〔{c.phrase.id}〕{because(c.phrase, c.fit)}" for c in others]
        yield spot, taken.wording if taken else "", (*lines, *_refused(sought, bank))


def _refused(sought: Sought, bank: Bank) -> tuple[str, ...]:
    """The phrases that came nearest and may not stand, each with the reason."""
    want = sought.want
    judge = Judge(want.situated, bank.reader)
    tried = ((p, judge.fit(p)) for p in bank.beside(want.kind, want.move, want.position, want.situated.keys))
    nearest = sorted((f.other_act, len(f.lacks), -f.rank, p.id, against(p, f), p.text) for p, f in tried if not f.stands)[:_MOST]
    return tuple(f"不用：{text}〔{id}〕{reason}" for *_, id, reason, text in nearest)
