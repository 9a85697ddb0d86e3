"""Where the words of a draft come from, and what else might stand there: ``--why``, ``--all``, ``--annotate``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli.drafting import Made
from generator.report import Origin, OriginKind

if TYPE_CHECKING:  # where sentences come from is told where it is asked for
    from generator.render.origins import Explain

_MOST_REPORTS = 6
"""Reports named for a phrase; ``nigao bank show`` lists all."""


def explainer(made: Made, facts: str = "") -> Explain:
    """What is known of an origin; with ``facts``, the name of the facts file, that of the clerk's too."""
    from generator.compose.reasons import reasons

    given, bank, why = made.facts, made.bank, reasons(made.draft)
    sources: dict[str, str] = {f.path: f.source for p in given.practices for i in p.items for f in i.facts if f.source}

    def explain(origin: Origin) -> str:
        if origin.kind is OriginKind.PHRASE:
            phrase = bank.phrases[origin.phrase]
            seen = "、".join(sorted({e.report for e in phrase.evidence})[:_MOST_REPORTS]) or f"{phrase.layer}用语"
            return f"{phrase.text}〔{why.get(phrase.id) or seen}〕"
        source = sources.get(origin.path)
        named = facts if origin.kind in (OriginKind.FACT, OriginKind.BLANK, OriginKind.ECHO) else ""
        return "，".join(filter(None, (named, f"来源：{source}" if source else "")))

    return explain


def alternatives(made: Made) -> str:
    """Every place where formula was looked for: what stands there, what else might, what was refused and why."""
    from generator.compose import reasons

    out: list[str] = []
    for spot, wording, others in reasons.alternatives(made.draft, made.bank):
        out += [f"{spot.where}　{spot.stand}：{wording or '（不用套语）'}", *(f"    {line}" for line in others)]
    return "\n".join(out)
