"""A rule of prose: what it asks for, what it rests on, where it applies, what it catches and what it must let pass."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum

from msgspec import Struct, field

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.subject import GOVERNMENT, Subject
from generator.check.rule import Authority
from generator.chinese.months import Period

ACCURATE = "《党政机关公文处理工作条例》第二十条：人名、地名、时间、数字、段落顺序、引文等准确"
"""中办发〔2012〕14号."""
REGULAR = "《党政机关公文处理工作条例》第二十条：文字、数字、计量单位和标点符号等用法规范"
CONCISE = "《党政机关公文处理工作条例》第十九条：内容简洁，主题突出，观点鲜明，结构严谨，表述准确，文字精练"
POLICY = "《党政机关公文处理工作条例》第十九条：符合党的理论路线方针政策，同现行有关公文相衔接"


class Need(StrEnum):
    """What a rule holds a report against; the values are the options that give it."""

    FACTS = "--facts"
    LAST = "--last"
    PAST = "--against"
    PERIOD = "时段"
    ORDER = "检查.yaml 里的次序"


QUOTES = (("“", "”"), ("‘", "’"))
TITLES = (("《", "》"),)


class Scope(Struct, frozen=True):
    """Where a rule applies: ``parts`` of a report; what stands between ``apart`` (pairs of marks) is not read; not in reports of ``not_kinds``."""

    parts: frozenset[Part] = RUNNING
    apart: tuple[tuple[str, str], ...] = ()
    not_kinds: frozenset[str] = frozenset()

    def of(self, subject: Subject) -> tuple[Passage, ...]:
        """The passages of ``subject`` that the rule may read."""
        return subject.read(self.parts, self.apart)

    def covers(self, subject: Subject) -> bool:
        """Whether the rule applies to reports of this kind at all."""
        return not self.not_kinds & {subject.kind, subject.kind_said}

    def __str__(self) -> str:
        where = "、".join(part for part in Part if part in self.parts)
        outside = f"，{'、'.join(f'{a}{b}' for a, b in self.apart)}里的不查" if self.apart else ""
        return where + outside + (f"，{'、'.join(sorted(self.not_kinds))}不查" if self.not_kinds else "")


NOT_GOVERNMENT = frozenset({GOVERNMENT})


class Example(Struct, frozen=True):
    """A report in little. ``text`` of one line is a paragraph of 做法; more lines are a report as a text file holds it.

    ``facts`` are those of a facts file, ``post`` is the reporter's there, ``last`` and ``past`` older reports, ``period`` the first and last month.
    """

    text: str
    facts: tuple[str, ...] = ()
    post: str = ""
    last: str = ""
    past: str = ""
    period: Period | None = None
    order: tuple[str, ...] = ()


def a_report(*lines: str) -> Example:
    """The example of a report with ``lines`` under its title and opening."""
    return Example("\n".join(("云州市水务局2025年工作总结", "2025年，工作平稳。", *lines)))


class Finding(Struct, frozen=True):
    """One breach: what is wrong (``fault``), what to do (``mend``), where in which passage.

    ``instead`` is what to print in place of the characters from ``start`` to ``end``, where that is certain without understanding the sentence.
    """

    fault: str
    mend: str = ""
    passage: Passage | None = None
    start: int = 0
    end: int = 0
    instead: str | None = None


Find = Callable[[Subject], Iterable[Finding]]


class Rule(Struct, frozen=True):
    """``code`` is a short stable English name, ``about`` what it asks for, ``authority`` the text it rests on.

    ``catches`` and ``spares`` are what it finds and what it must let pass; both are run as tests.
    """

    code: str
    about: str
    level: Authority
    authority: str
    find: Find
    catches: Example
    spares: Example
    scope: Scope = field(default_factory=Scope)
    needs: tuple[Need, ...] = ()

    def applied(self, subject: Subject) -> Iterator[Finding]:
        """What the rule finds in ``subject``; nothing where what it needs was not given."""
        if self.scope.covers(subject) and all(_has(subject, need) for need in self.needs):
            yield from self.find(subject.only(self.scope.of(subject)))


def _has(subject: Subject, need: Need) -> bool:
    match need:
        case Need.FACTS:
            return subject.owed is not None
        case Need.LAST:
            return subject.last is not None
        case Need.PAST:
            return bool(subject.past)
        case Need.PERIOD:
            return subject.period is not None
        case Need.ORDER:
            return bool(subject.order)


def at(passage: Passage, start: int, end: int, fault: str, mend: str = "", instead: str | None = None) -> Finding:
    """A finding on the characters from ``start`` to ``end`` of ``passage``."""
    return Finding(fault, mend, passage, start, end, instead)


def apart_from(told: Sequence[Finding], found: Iterable[Finding]) -> Iterator[Finding]:
    """Those that were ``found`` besides and touch nothing that is ``told``."""
    return (f for f in found if not any(f.passage is t.passage and f.start < t.end and t.start < f.end for t in told))
