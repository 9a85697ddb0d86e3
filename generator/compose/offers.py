"""Suggestions: what reports of this kind usually say and this one does not, each marked 〔待核〕 for the clerk to check."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from msgspec.structs import replace

from generator.bank.anyones import is_anyones_plan
from generator.bank.bank import Bank
from generator.bank.phrase import SLOT, Kind, Nature, Phrase, Position
from generator.chinese.months import Period
from generator.chinese.pairs import pairs
from generator.compose.statements import Glue
from generator.facts.model import Facts, Intention, Practice, Shortcoming
from generator.facts.usual import Usual, latest, usual_facts, writers
from generator.fit import licence
from generator.report import OFFERED, Blank, Block, Inline, Move, Origin, OriginKind, Paragraph, Point, Report, Role, Section, Text

_MOST = 3
_FEWEST = 2
"""Reports that give a fact from which it is more than one office's own."""
_USUAL = 0.1
"""Share of the reports on a topic that must give a fact where none of those most like this one does."""
_OPEN = "××"
_KNOWN = 0.5
"""Share of a fact's character pairs from which the clerk has said it already."""


def offered(report: Report, facts: Facts, bank: Bank, period: Period | None, glue: Glue, group: Collection[str] = ()) -> Report:
    """``report`` with a paragraph of offered facts behind each block of 做法, what reports of the ``group`` give before what others do; wordings
    offered where a problem only names its topic; and behind the plans what such reports mean to do."""
    return replace(report, sections=tuple(_part(s, facts, bank, period, glue, frozenset(group)) for s in report.sections))


def _part(part: Section, facts: Facts, bank: Bank, period: Period | None, glue: Glue, group: frozenset[str]) -> Section:
    if Role.PRACTICE in part.roles and len(part.sections) == len(facts.practices):
        blocks = zip(part.sections, facts.practices, strict=True)
        return replace(part, sections=tuple(replace(s, blocks=s.blocks + _facts(s.topic, p, bank, glue, group)) for s, p in blocks))
    if Role.PROBLEM in part.roles:
        bare = {s.path: s for s in facts.shortcomings if s.topic}
        part = replace(part, blocks=tuple(_problem(b, bare, bank, period, glue) for b in part.blocks))
    return replace(part, blocks=part.blocks + _plans(facts, bank, period, glue)) if Role.PLAN in part.roles else part


def _facts(topic: str, practice: Practice, bank: Bank, glue: Glue, group: frozenset[str]) -> tuple[Block, ...]:
    unsaid = [u for u in (usual_facts(bank, topic) if topic else ()) if u.support >= _FEWEST and u.tells_what and not said(u.text, practice.text)]
    among = len(writers(bank, topic)) if unsaid else 0
    usual = [u for u in unsaid if not u.reports.isdisjoint(group) or u.support >= _USUAL * among]
    fresh = sorted(usual, key=lambda u: -len(u.reports & group))[:_MOST]
    offers = [_offer(f"{wording(u)}（{among}份写到{topic}的报告里{u.support}份给出，如{u.example}）", practice.path, practice.line) for u in fresh]
    return (Paragraph(_listed(offers, glue), Move.MEASURE),) if offers else ()


def wording(fact: Usual) -> str:
    """A fact with its values open."""
    return SLOT.sub(_OPEN, fact.text)


def _supported(phrase: Phrase) -> str:
    """A wording with the number of reports that have it, and one of them."""
    example = latest(e.report for e in phrase.evidence)
    reports = f"{phrase.support}份报告写过，如{example}" if phrase.support > 1 else f"{example}写过"
    return f"{SLOT.sub(_OPEN, phrase.text)}（{reports}）" if example else phrase.text


def said(offer: str, text: str) -> bool:
    """Whether ``text`` says already what is offered."""
    told = {pair for run in SLOT.split(offer)[::2] for pair in pairs(run)}
    return sum(pair in text for pair in told) >= _KNOWN * len(told)


def _problem(block: Block, bare: dict[str, Shortcoming], bank: Bank, period: Period | None, glue: Glue) -> Block:
    """``block`` with the wordings that past reports have for its topic in place of the blank that stands for how the problem shows."""
    if not isinstance(block, Point):
        return block
    out: list[Inline] = []
    for inline in block.body:
        item = bare.get(inline.origin.path.partition(".")[0]) if isinstance(inline, Blank) and inline.origin else None
        offers = [_offer(_supported(p), item.path, item.line, p.id) for p in _problems(bank, item.topic, period)] if item else []
        out += (inline, *_listed(offers, glue, stop="")) if offers else (inline,)
    return replace(block, body=tuple(out))


def _problems(bank: Bank, topic: str, period: Period | None) -> list[Phrase]:
    claims = bank.having(Kind.CLAUSE, Move.PROBLEM, topic, Nature.CLAIM) if topic else ()
    found = [p for p in claims if p.spoken(period) and not SLOT.search(p.text)]
    return sorted(found, key=lambda p: (-p.support, len(p.text), p.text))[:_MOST]


def _plans(facts: Facts, bank: Bank, period: Period | None, glue: Glue) -> tuple[Block, ...]:
    """A paragraph for each plan with a topic: where the clerk gives it alone what may be said for it, and what past reports committed themselves to;
    printed as it stands either would promise what the clerk does not."""
    topical = [i for i in facts.intentions if i.topic] if facts.intentions else _topics_of(facts)
    found = ([_offer(text, i.path, i.line, id) for text, id in _planned(i, facts, bank, period)] for i in topical)
    return tuple(Paragraph(_listed(offers, glue), Move.PLAN) for offers in found if offers)


def _topics_of(facts: Facts) -> list[Intention]:
    """The topics of what was done, as what may be meant to be done where the file says nothing of that."""
    return [Intention("打算", practice.line, practice.topic) for practice in facts.practices if practice.topic]


def _planned(intention: Intention, facts: Facts, bank: Bank, period: Period | None) -> Iterator[tuple[str, str]]:
    if not intention.measures and not intention.heading:
        yield from ((p.text, p.id) for p in _sentences(bank, intention.topic, period))
    yield from ((_supported(p), p.id) for p in _commitments(intention, facts, bank, period))


def _commitments(intention: Intention, facts: Facts, bank: Bank, period: Period | None) -> list[Phrase]:
    """What past reports meant to do under the topic: claims, so each with its report; none of a particular that the file does not speak of."""
    gist = bank.reader.gist("。".join((*(p.text for p in facts.practices), *(i.text for i in facts.intentions))))
    common = bank.tables.common
    claims = [p for p in bank.having(None, Move.PLAN, intention.topic, Nature.CLAIM) if p.kind in (Kind.CLAUSE, Kind.FRAME)]
    fresh = [p for p in claims if p.spoken(period) and p.evidence and not said(p.text, intention.text) and is_anyones_plan(p.text)]
    found = [
        p for p in fresh if not licence.unsaid(licence.particulars(p.text, bank.reader, common), gist) and not licence.strange(p.text, bank.reader)
    ]
    return sorted(found, key=lambda p: (-p.support, len(p.text), p.text))[:_MOST]


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
