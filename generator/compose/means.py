"""How a plan that gives a topic alone is to be carried out: in general terms, of a pool whose wording asks for a word in the topic's name."""

from __future__ import annotations

from generator.bank.phrase import Kind, Phrase
from generator.compose.choose import Chooser
from generator.compose.spots import Spot, Stand
from generator.report import Inlines, Move

_POOL = "只有题的打算"


def means(topic: str, head: str, where: str, chooser: Chooser) -> Inlines:
    """What is kept there, else wording for the longest word of ``topic`` that any asks for, remembered as printed; nothing where none does. No clause
    of it begins as one of the ``head`` above it."""
    spot = Spot(where, Stand.MEANS)
    if spot in chooser.kept:
        return chooser.print(spot, chooser.kept[spot].phrase, chooser.values)
    pool = (p for p in chooser.bank.pool(Kind.TRANSITION, Move.PLAN, _POOL) if _openings(p.text).isdisjoint(_openings(head)))
    found = {p: asked for p in pool if (asked := _asked(p, topic)) and _is_free(p, spot, chooser)}
    best = max(found, key=lambda p: (found[p], chooser.noise("means", where, p.id), p.id), default=None)
    return chooser.print(spot, best.id, chooser.values) if best else ()


def _asked(phrase: Phrase, topic: str) -> int:
    """Characters of the longest word that ``phrase`` asks for and ``topic`` holds."""
    return max((len(word) for group in phrase.licence for word in group if word in topic), default=0)


def _openings(text: str) -> set[str]:
    return {clause[:2] for clause in text.split("，")}


def _is_free(phrase: Phrase, spot: Spot, chooser: Chooser) -> bool:
    said = chooser.said
    return phrase.id not in said.phrases and not said.repeats(phrase.text) and chooser.may_be_said(phrase, spot, chooser.values)
