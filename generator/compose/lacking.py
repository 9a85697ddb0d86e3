"""What the reports most like this one usually give and it lacks, with rates and an example each: told, never printed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from generator.bank.bank import Bank
from generator.compose.facts import with_quantity
from generator.compose.offers import said, wording
from generator.facts.model import Facts
from generator.facts.peers import peers
from generator.facts.usual import Usual, is_practice, latest, usual_among
from generator.printed import lines
from generator.problems import Place, Problem, Severity
from generator.report import OFFERED, Inlines, Report, plain

_MOST_FACTS, _MOST_TOPICS = 6, 3
_SHARE_OF_FACTS, _SHARE_OF_TOPICS = 0.25, 0.6
"""Shares of the reports that give a fact, or take up a topic, from which it is usual: every fourth, and most of them."""


def peers_of(facts: Facts, bank: Bank) -> tuple[str, ...]:
    """The reports most like ``facts``."""
    return peers(bank, _text(facts))


def lacking(facts: Facts, bank: Bank, group: Collection[str], report: Report) -> Iterator[Problem]:
    """A hint for every fact that the reports of ``group`` usually give, and neither the file gives nor the ``report`` offers; then for every topic
    that they take up and it does not; the most usual first."""
    if group:
        offers = (inline.text for line in lines(report) for inline in line.inlines if inline.text.startswith(OFFERED))
        yield from _facts(facts, bank, group, [*(plain(words) for words in _own(facts)), *offers])
        yield from _topics(facts, bank, group, _text(facts))


def _text(facts: Facts) -> str:
    return "。".join([plain(facts.unit.business), *(p.text for p in facts.practices), *(p.topic for p in facts.practices)])


def _own(facts: Facts) -> Iterator[Inlines]:
    for item in (item for practice in facts.practices for item in practice.items):
        yield from filter(None, (item.matter, *item.measures, *map(with_quantity, item.facts), item.result))


def _facts(facts: Facts, bank: Bank, group: Collection[str], spoken: Collection[str]) -> Iterator[Problem]:
    usual = [u for u in usual_among(bank, group) if u.tells_what and u.support >= _SHARE_OF_FACTS * len(group)]
    fresh = [u for u in usual if not any(said(u.text, text) for text in spoken)]
    for fact in fresh[:_MOST_FACTS]:
        message = f"业务相近的 {len(group)} 份报告里 {fact.support} 份给出了“{wording(fact)}”，这里没有，如 {fact.example}"
        yield Problem(_place(facts, bank, fact), "usual-fact", message, "有这件事就补上，没有的不必写", Severity.HINT)


def _place(facts: Facts, bank: Bank, fact: Usual) -> Place:
    """The block that it would stand in: the one of its topic, else the file as a whole."""
    topic = bank.topic_of(fact.text)
    return Place(facts.name, next((p.line for p in facts.practices if topic and p.topic == topic), 0))


def _topics(facts: Facts, bank: Bank, group: Collection[str], text: str) -> Iterator[Problem]:
    silent = {t.name for t in bank.topics if not any(word in text for word in (t.name, *t.words))}
    taken = {topic: reports for topic, reports in _taken_up(bank, group).items() if topic in silent and len(reports) >= _SHARE_OF_TOPICS * len(group)}
    for topic, reports in sorted(taken.items(), key=lambda found: (-len(found[1]), found[0]))[:_MOST_TOPICS]:
        message = f"业务相近的 {len(group)} 份报告里 {len(reports)} 份写到“{topic}”，这里没有，如 {latest(reports)}"
        yield Problem(Place(facts.name), "usual-topic", message, "做了这方面的事就添一个板块", Severity.HINT)


def _taken_up(bank: Bank, group: Collection[str]) -> dict[str, set[str]]:
    """The reports of ``group`` that say something of each topic."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for phrase in filter(is_practice, bank.phrases.values()):
        found[phrase.topic].update(e.report for e in phrase.evidence if e.report in group)
    return found
