"""Last year's own facts file as what it says: its facts are given, and nothing has to be told from formula."""

from __future__ import annotations

from collections.abc import Iterator

from generator.chinese.persons import Persons
from generator.facts.gaps import sentence
from generator.facts.model import Fact, Facts, Intention, Item, Practice, Shortcoming
from generator.recall.particulars import Particulars
from generator.recall.past import Past, PastBlock, PastPoint
from generator.recall.statements import Statement, Told
from generator.recall.values import values
from generator.report import Inlines, Origin, OriginKind, Paragraph, Report, broken, plain


def past_of_facts(facts: Facts, persons: Persons) -> Past:
    """What ``facts`` says, as a past report says it, with the ``persons`` that it names; the lines are those of the facts file."""
    report = Report(
        title=facts.title,
        addressee=facts.addressee,
        lead=tuple(map(Paragraph, broken(facts.lead))),
        closing=tuple(map(Paragraph, broken(facts.closing))),
        attachments=facts.attachments,
        date=facts.date,
        name=facts.name,
    )
    return Past(
        report,
        tuple(_block(practice, persons) for practice in facts.practices),
        tuple(map(_problem, facts.shortcomings)),
        tuple(map(_plan, facts.intentions)),
    )


def particulars_of_facts(facts: Facts) -> Particulars:
    """What heads ``facts``, as far as the clerk gave it himself."""
    unit, period = facts.unit, facts.period
    return Particulars(
        title=plain(facts.title).replace("\n", ""),
        full=plain(unit.full),
        short=_given(unit.short) if unit.short != unit.full else "",
        self_name=_given(unit.self_name),
        party=_given(unit.party),
        business=plain(unit.business),
        superior=plain(unit.superior),
        reporter=plain(facts.reporter.name) if facts.reporter else "",
        post=plain(facts.reporter.post) if facts.reporter else "",
        branches=tuple(map(plain, unit.branches)),
        campaigns=tuple(map(plain, facts.themes)),
        period=plain(period.words) if period else "",
        months=(period.first, period.last) if period and period.first and period.last else None,
        length=facts.length,
    )


def _given(inlines: Inlines) -> str:
    """The words of ``inlines``; empty where they are a default and not the clerk's."""
    origin = inlines[0].origin if inlines else None
    return plain(inlines) if isinstance(origin, Origin) and origin.kind is OriginKind.FACT else ""


def _block(practice: Practice, persons: Persons) -> PastBlock:
    loose = tuple(s for item in practice.items if not item.matter for s in _statements(item, persons))
    lead = (_own(plain(practice.lead), practice.line, persons),) if practice.lead else ()
    points = tuple(_point(item, persons) for item in practice.items if item.matter)
    return PastBlock(plain(practice.heading), practice.line, (*lead, *loose), points, practice.topic)


def _point(item: Item, persons: Persons) -> PastPoint:
    return PastPoint(plain(item.matter), item.line, item.text, tuple(_statements(item, persons)))


def _statements(item: Item, persons: Persons) -> Iterator[Statement]:
    yield from (_own(plain(measure), item.line, persons) for measure in item.measures)
    yield from (_fact(fact, persons) for fact in item.facts)
    if item.result:
        yield _own(plain(item.result), item.line, persons)


def _own(text: str, line: int, persons: Persons) -> Statement:
    """A sentence of the clerk's own: a fact where it holds a value, which must not be taken over."""
    found = values(text, persons)
    return Statement(text, Told.FACT if found else Told.OWN, line, 1, found)


def _fact(fact: Fact, persons: Persons) -> Statement:
    text = plain(sentence(fact)) + (f"（{plain(fact.document)}）" if fact.document else "")
    return Statement(text, Told.FACT, fact.line, 1, values(text, persons), fact.source)


def _problem(shortcoming: Shortcoming) -> PastPoint:
    said = "，".join(filter(None, (plain(shortcoming.shows), plain(shortcoming.cause))))
    return PastPoint("", shortcoming.line, said, topic=shortcoming.topic)


def _plan(intention: Intention) -> PastPoint:
    own = "；".join(map(plain, intention.measures))
    head = plain(intention.heading)
    said = "。".join(filter(None, (head, own))) or intention.topic
    return PastPoint(head, intention.line, said, topic=intention.topic)
