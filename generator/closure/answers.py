"""What this year's facts file, or report, says that may answer last year's: every fact, plan and problem, and the points they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from generator.compose.facts import with_quantity
from generator.facts.model import Facts, Intention, Item, Practice
from generator.recall.past import Past, PastBlock, PastPoint
from generator.recall.statements import Told
from generator.report import Inlines, is_open, plain


class AnswerKind(StrEnum):
    """What answers; the values are what a user reads. ``OPEN`` is a fact that is still to be filled in, and answers nothing yet."""

    FACT = "事实"
    PLAN = "打算"
    PROBLEM = "问题"
    OPEN = "待补"


class Answer(Struct, frozen=True):
    """Something said this year: ``text``, what it stands under (``about``), its ``line``, and its ``path`` in the facts file."""

    kind: AnswerKind
    text: str
    about: str
    line: int
    path: str = ""


class OneYear(Struct, frozen=True):
    """One year's words twice over: in ``statements``, each of which may answer a plan, and in ``points``, each of which may answer a problem."""

    statements: tuple[Answer, ...]
    points: tuple[Answer, ...]


def done(said: OneYear) -> tuple[str, ...]:
    """The words of what was done."""
    return tuple(a.text for a in said.statements if a.kind is AnswerKind.FACT)


def said_by_facts(facts: Facts) -> OneYear:
    """What the facts file says. Own sentences tell of what was done as facts do; what is open is so marked."""
    items = [(item, practice) for practice in facts.practices for item in practice.items]
    statements = (*(s for item, practice in items for s in _stated(item, practice)), *(s for i in facts.intentions for s in _intended(i)))
    points = (*(_point(item, practice) for item, practice in items), *map(_plan, facts.intentions), *_problems(facts))
    return OneYear(statements, tuple(p for p in points if p.text))


def _stated(item: Item, practice: Practice) -> Iterator[Answer]:
    about = "，".join(filter(None, (plain(item.matter), plain(practice.heading), practice.topic)))
    own = [(w, _path(w, item.path), _line(w, item.line)) for w in (*item.measures, item.result) if w]
    facts = [(with_quantity(f), f.path, f.line) for f in item.facts]
    if not own and not facts and item.matter:
        own = [(item.matter, item.path, item.line)]
    for words, path, line in (*own, *facts):
        yield Answer(AnswerKind.OPEN if is_open(words) else AnswerKind.FACT, plain(words), about, line, path)


def _intended(intention: Intention) -> Iterator[Answer]:
    about = "，".join(filter(None, (plain(intention.heading), intention.topic)))
    for words in intention.measures:
        if not is_open(words):
            yield Answer(AnswerKind.PLAN, plain(words), about, _line(words, intention.line), _path(words, intention.path))
    if not intention.measures and about:
        yield Answer(AnswerKind.PLAN, about, "", intention.line, intention.path)


def _point(item: Item, practice: Practice) -> Answer:
    own = [item.matter, *item.measures, *map(with_quantity, item.facts), item.result]
    said = [plain(w) for w in own if w and not is_open(w)]
    about = plain(practice.heading) or practice.topic
    return Answer(AnswerKind.FACT, "，".join(said) if len(said) > bool(item.matter) or not item.facts else "", about, item.line, item.path)


def _plan(intention: Intention) -> Answer:
    said = [plain(w) for w in (intention.heading, *intention.measures) if w and not is_open(w)]
    return Answer(AnswerKind.PLAN, "，".join(said), intention.topic, intention.line, intention.path)


def _problems(facts: Facts) -> Iterator[Answer]:
    for s in facts.shortcomings:
        said = [plain(w) for w in (s.shows, s.cause) if w and not is_open(w)]
        yield Answer(AnswerKind.PROBLEM, "，".join(said), s.topic, s.line, s.path)


def _line(words: Inlines, otherwise: int) -> int:
    return next((i.origin.line for i in words if i.origin), otherwise)


def _path(words: Inlines, otherwise: str) -> str:
    return next((i.origin.path for i in words if i.origin), otherwise)


# --- a report ----------------------------------------------------------------------------------------------------------------------------------


def said_by_report(past: Past) -> OneYear:
    """What the report says: its formula answers nothing."""
    points = [(point, block.head) for block in past.practices for point in block.points]
    loose = (Answer(AnswerKind.FACT, s.text, block.head, s.line) for block in past.practices for s in block.statements if _tells(s.told))
    statements = (
        *loose,
        *(Answer(AnswerKind.FACT, s.text, f"{p.head}，{head}", s.line) for p, head in points for s in p.statements if _tells(s.told)),
        *(Answer(AnswerKind.PLAN, s.text, p.head, s.line) for p in past.plans for s in p.statements if _tells(s.told)),
    )
    return OneYear(
        statements,
        (
            *(_whole(AnswerKind.FACT, p, head) for p, head in points),
            *(_loose(block) for block in past.practices if any(_tells(s.told) for s in block.statements)),
            *(_whole(AnswerKind.PLAN, p) for p in past.plans),
            *(_whole(AnswerKind.PROBLEM, p) for p in past.problems),
        ),
    )


def _loose(block: PastBlock) -> Answer:
    """What a block says outside its points, as one."""
    return Answer(AnswerKind.FACT, "，".join(s.text for s in block.statements if _tells(s.told)), block.head, block.line)


def _tells(told: Told) -> bool:
    return told is not Told.FORMULA


def _whole(kind: AnswerKind, point: PastPoint, about: str = "") -> Answer:
    said = point.said if point.said.startswith(point.head) else f"{point.head}。{point.said}"
    return Answer(kind, said, about, point.line)
