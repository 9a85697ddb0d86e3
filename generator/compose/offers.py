"""Suggestions: what reports of this kind usually say and this one does not, each marked 〔待核〕 for the clerk to check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.bank.bank import Bank
from generator.bank.phrase import SLOT, Kind, Nature, Period, Phrase, Position
from generator.compose.joining import Glue
from generator.facts.model import Facts, Practice, Shortcoming
from generator.facts.usual import Usual, usual_facts
from generator.report import OFFERED, Blank, Block, Inline, Move, Origin, OriginKind, Paragraph, Point, Report, Role, Section, Text

_MOST = 3
_OPEN = "××"
_KNOWN = 0.5
"""Share of a fact's character pairs from which the clerk has said it already."""


def offered(report: Report, facts: Facts, bank: Bank, period: Period | None, glue: Glue) -> Report:
    """``report`` with a paragraph of offered facts behind each block of 做法, wordings offered where a problem only names its topic, and behind the
    plans sentences for those that do."""
    return replace(report, sections=tuple(_part(s, facts, bank, period, glue) for s in report.sections))


def _part(part: Section, facts: Facts, bank: Bank, period: Period | None, glue: Glue) -> Section:
    if Role.PRACTICE in part.roles and len(part.sections) == len(facts.practices):
        pairs = zip(part.sections, facts.practices, strict=True)
        return replace(part, sections=tuple(replace(s, blocks=s.blocks + _facts(s.topic, p, bank, glue)) for s, p in pairs))
    if Role.PROBLEM in part.roles:
        bare = {s.path: s for s in facts.shortcomings if s.topic}
        part = replace(part, blocks=tuple(_problem(b, bare, bank, period, glue) for b in part.blocks))
    return replace(part, blocks=part.blocks + _plans(facts, bank, period, glue)) if Role.PLAN in part.roles else part


def _facts(topic: str, practice: Practice, bank: Bank, glue: Glue) -> tuple[Block, ...]:
    fresh = [u for u in usual_facts(bank, topic) if not _said(u.text, practice.text)][:_MOST]
    offers = [_offer(_wording(u), practice.path, practice.line) for u in fresh]
    return (Paragraph(_listed(offers, glue), Move.MEASURE),) if offers else ()


def _wording(fact: Usual) -> str:
    return _supported(SLOT.sub(_OPEN, fact.text), fact.support)


def _supported(text: str, reports: int) -> str:
    return f"{text}（{reports}份报告写过）"


def _said(offer: str, text: str) -> bool:
    pairs = {run[i : i + 2] for run in SLOT.split(offer)[::2] for i in range(len(run) - 1)}
    return sum(p in text for p in pairs) >= _KNOWN * len(pairs)


def _problem(block: Block, bare: dict[str, Shortcoming], bank: Bank, period: Period | None, glue: Glue) -> Block:
    """``block`` with the wordings that past reports have for its topic in place of the blank that stands for how the problem shows."""
    if not isinstance(block, Point):
        return block
    out: list[Inline] = []
    for inline in block.body:
        item = bare.get(inline.origin.path.partition(".")[0]) if isinstance(inline, Blank) and inline.origin else None
        offers = [_offer(_supported(p.text, p.support), item.path, item.line, p.id) for p in _problems(bank, item.topic, period)] if item else []
        out += (inline, *_listed(offers, glue, stop="")) if offers else (inline,)
    return replace(block, body=tuple(out))


def _problems(bank: Bank, topic: str, period: Period | None) -> list[Phrase]:
    claims = bank.having(Kind.CLAUSE, Move.PROBLEM, topic, Nature.CLAIM) if topic else ()
    found = [p for p in claims if p.spoken(period) and not SLOT.search(p.text)]
    return sorted(found, key=lambda p: (-p.support, len(p.text), p.text))[:_MOST]


def _plans(facts: Facts, bank: Bank, period: Period | None, glue: Glue) -> tuple[Block, ...]:
    """A paragraph of what may be said for each plan that gives a topic alone: printed as it stands it would promise what the clerk does not."""
    alone = (i for i in facts.intentions if i.topic and not i.measures and not i.heading)
    found = ([_offer(p.text, i.path, i.line, p.id) for p in _sentences(bank, i.topic, period)] for i in alone)
    return tuple(Paragraph(_listed(offers, glue), Move.PLAN) for offers in found if offers)


def _sentences(bank: Bank, topic: str, period: Period | None) -> list[Phrase]:
    held = [p for p in bank.having(Kind.CLAUSE, Move.PLAN, topic, Nature.FORMULA) if p.position is Position.WHOLE]
    found = [p for p in held if p.spoken(period) and not SLOT.search(p.text)]
    return sorted(found, key=lambda p: (-p.support, p.id))[:_MOST]


def _offer(wording: str, path: str, line: int, phrase: str = "") -> Text:
    """A wording offered at a place of the facts file."""
    return Text(OFFERED + wording, Origin(OriginKind.BLANK, path, line, phrase=phrase))


def _listed(offers: list[Text], glue: Glue, stop: str = "。") -> tuple[Inline, ...]:
    return tuple(_between(offers, glue)) + ((glue(stop),) if stop else ())


def _between(offers: list[Text], glue: Glue) -> Iterator[Inline]:
    for n, offer in enumerate(offers):
        if n:
            yield glue("；")
        yield offer
