"""What last year's report leaves to be answered: the things it meant to do, one by one, and its problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct

from generator.facts.model import Facts, Intention
from generator.recall.past import Past, PastPoint
from generator.recall.statements import Ear, Statement, Told, known_among
from generator.report import is_given, plain


class OwedKind(StrEnum):
    """The values are what a user reads."""

    PLAN = "打算"
    PROBLEM = "问题"


class Owed(Struct, frozen=True):
    """One thing to be answered: ``text`` names it, under ``head``; ``said`` is all that is said of it, ``line`` is last year's."""

    kind: OwedKind
    text: str
    head: str
    said: str
    line: int


_AIM = re.compile(
    "推动|引导|确保|努力|力争|力求|着力|切实|不断|营造|促进|促使|做到|实现|防止|避免|[让使](?!用)|为.{2,20}(?:提供|作出|贡献)|坚持|树立|树牢|深入学习|深入贯彻|学习贯彻"
)
"""How a clause opens that says what for, or in what spirit, and not what is to be done."""
_PREFACE = re.compile(
    "(?:针对|为了?解决|围绕|按照|根据|结合|面对|立足|聚焦|紧扣|对照).*(?:问题|任务|要求|需求|部署|思路|原则|安排|目标|实际|重点|精神)|.*(?:后|时|前|期间|以来|中)"
)
"""A clause that says on what occasion something is to be done."""
_STOPS = "。；，、 "
_FEWEST = 4
"""Characters from which a clause names something to be done."""


def owed_by_report(past: Past, known: Callable[[str], bool] = lambda _: False) -> tuple[Owed, ...]:
    """What the report ``past`` leaves to be answered, in its order, plans first; nothing that is ``known`` to be formula."""
    said = ((p, _unknown(p.statements, known)) for p in past.plans)
    plans = (owed for point, statements in said for owed in _plans(point.head, point.said, point.line, statements))
    return (*plans, *(_problem(point) for point in past.problems))


def _unknown(statements: tuple[Statement, ...], known: Callable[[str], bool]) -> tuple[Statement, ...]:
    formula = known_among([s.text for s in statements], known)
    return tuple(s for n, s in enumerate(statements) if n not in formula)


def owed_by_facts(facts: Facts, ear: Ear) -> tuple[Owed, ...]:
    """The same of last year's facts file; blanks are owed by nobody."""
    plans = (owed for intention in facts.intentions for owed in _intended(intention, ear))
    problems = (
        Owed(OwedKind.PROBLEM, plain(s.shows), s.topic, plain(s.shows) + plain(s.cause), s.line) for s in facts.shortcomings if is_given(s.shows)
    )
    return (*plans, *problems)


def _intended(intention: Intention, ear: Ear) -> Iterator[Owed]:
    head = plain(intention.heading) or intention.topic
    for measure in filter(is_given, intention.measures):
        line = measure[0].origin.line if measure[0].origin else intention.line
        yield from _plans(head, plain(measure), line, ear.statements(measure))


def _plans(head: str, said: str, line: int, statements: tuple[Statement, ...]) -> Iterator[Owed]:
    """The commitments of one plan; where none of its clauses is one, the plan itself, by its head, or by its words if these are more than an aim."""
    found = [s for s in statements if is_commitment(s)]
    yield from (Owed(OwedKind.PLAN, s.text, head, said, s.line or line) for s in found)
    whole = head or said.strip(_STOPS)
    if not found and whole and (head or statements) and not (whole == said.strip(_STOPS) and _AIM.match(whole)):
        yield Owed(OwedKind.PLAN, whole, head, said, line)


def is_commitment(statement: Statement) -> bool:
    """Whether a clause of a plan names something to be done, which next year's report can be asked for."""
    text = statement.text
    if len(text) < _FEWEST or _PREFACE.fullmatch(text):
        return False
    return statement.told is Told.FACT or not _AIM.match(text)


def _problem(point: PastPoint) -> Owed:
    return Owed(OwedKind.PROBLEM, point.head or point.said.strip(_STOPS), point.head, point.said, point.line)
