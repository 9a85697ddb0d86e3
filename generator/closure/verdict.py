"""What became of each thing that last year's report left to be answered, and what the clerk has decided of it already."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from msgspec import Struct

from generator.closure.answers import Answer, AnswerKind
from generator.closure.match import Match, Matcher
from generator.closure.owed import Owed, OwedKind
from generator.closure.reached import Short, shortfalls, too_much, unfinished
from generator.facts.model import Facts, Settled

Progress = Sequence[tuple[str, tuple[str, ...]]]
_MOST = 3
"""Answers that are shown of one thing."""


class Outcome(StrEnum):
    """What seems to have become of something; the values are what a user reads."""

    DONE = "完成"
    CARRIED = "继续"
    ANSWERED = "有回应"
    REPEATED = "又提到"
    OPEN = "等着填"
    SILENT = "未提"


_OUTCOMES = {
    (OwedKind.PLAN, AnswerKind.FACT): Outcome.DONE,
    (OwedKind.PLAN, AnswerKind.PLAN): Outcome.CARRIED,
    (OwedKind.PROBLEM, AnswerKind.FACT): Outcome.ANSWERED,
    (OwedKind.PROBLEM, AnswerKind.PLAN): Outcome.ANSWERED,
    (OwedKind.PROBLEM, AnswerKind.PROBLEM): Outcome.REPEATED,
    (OwedKind.PLAN, AnswerKind.OPEN): Outcome.OPEN,
    (OwedKind.PROBLEM, AnswerKind.OPEN): Outcome.OPEN,
}


class Verdict(Struct, frozen=True):
    """What seems to have become of ``owed``, and the ``answers`` that say so, the best first. ``settled``: what the clerk decided, by what he has
    ``seen`` to answer it, where that is still in the file. ``short``: the figures promised that were not reached;
    ``unfinished``: the words by which what answers it is only begun, or not done."""

    owed: Owed
    outcome: Outcome
    answers: tuple[Answer, ...] = ()
    settled: Settled | None = None
    seen: Answer | None = None
    short: tuple[Short, ...] = ()
    unfinished: str = ""


def verdicts(matcher: Matcher, facts: Facts | None = None, progress: Progress = ()) -> tuple[Verdict, ...]:
    """A verdict on each thing that ``matcher`` knows to be owed, with what ``facts`` record as decided.

    ``progress`` are words for what is begun or not done (``unfinished``).
    """
    decided = {(kind, bare(s.text)): s for kind, found in _settled(facts) for s in found} if facts else {}
    places = {a.path: a for a in (*matcher.said.points, *matcher.said.statements) if a.path}
    return tuple(_verdict(o, matcher.answers(o), decided.get((o.kind, bare(o.text))), places, progress) for o in matcher.owed)


def _verdict(owed: Owed, found: Sequence[Match], settled: Settled | None, places: Mapping[str, Answer], progress: Progress) -> Verdict:
    """The best answer decides; one still to be filled in, only where there is no other. What promised more than was reached goes on."""
    given = [m.answer for m in found if m.answer.kind is not AnswerKind.OPEN]
    answers = given or [m.answer for m in found]
    outcome = _OUTCOMES[owed.kind, answers[0].kind] if answers else Outcome.SILENT
    facts = [a.text for a in answers if a.kind is AnswerKind.FACT]
    short = tuple(shortfalls(owed.text, facts)) if outcome is Outcome.DONE else ()
    above = too_much(owed.text, facts[0]) if outcome is Outcome.DONE else None
    short = (*short, above) if above else short
    begun = unfinished(owed.text, facts[0], progress) if outcome is Outcome.DONE else ""
    outcome = Outcome.CARRIED if short or begun else outcome
    return Verdict(owed, outcome, tuple(answers[:_MOST]), settled, places.get(settled.seen) if settled else None, short, begun)


def _settled(facts: Facts) -> tuple[tuple[OwedKind, tuple[Settled, ...]], ...]:
    return (OwedKind.PLAN, facts.settled_plans), (OwedKind.PROBLEM, facts.settled_problems)


def bare(text: str) -> str:
    """``text`` without marks and spaces: by this a decision knows what it is of, however it was copied."""
    return re.sub(r"[\s，。；、：“”《》（）,.;:()]", "", text)
