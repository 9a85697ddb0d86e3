"""What is checked: a report laid out for the rules, with the period it tells of and whatever else it is held against."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.formulations import Formulation
from generator.check.prose.passage import Part, Passage, passages
from generator.check.prose.words import Words
from generator.chinese.months import Month, Period, calendar_year
from generator.limits import LONG_PARAGRAPH, LONG_PARAGRAPHS, PARAGRAPH_CHARACTERS
from generator.report import Report, Section, plain

GOVERNMENT = "政府工作报告"
_OPENING = 8
"""Passages among which the delegates are addressed."""


class Given(Struct, frozen=True):
    """A fact as the facts file gives it: its words with their number, and where it stands there."""

    text: str
    path: str = ""
    line: int = 0

    @property
    def where(self) -> str:
        """Where it stands, as the user is told."""
        return f"事实表第{self.line}行" if self.line else "事实表里"


class Owed(Struct, frozen=True):
    """What a facts file asks of a report: its ``facts``, and ``words``, all that the clerk wrote there, in which any figure may stand.

    ``unit`` are the unit's names there, ``post`` is the reporter's (党组书记、局长), ``reporter`` his name.
    """

    facts: tuple[Given, ...]
    words: tuple[str, ...]
    name: str = ""
    unit: tuple[str, ...] = ()
    post: str = ""
    reporter: str = ""


class Subject(Struct, frozen=True, dict=True):
    """``period`` are the first and last month told of, None where that is unknown; ``order`` are names in the order the user wants.

    ``owed``, ``last`` and ``past`` are the facts, last year's report and older reports it is held against, where the user gave them.
    """

    report: Report
    words: Words
    formulations: tuple[Formulation, ...] = ()
    period: Period | None = None
    kind: str = ""
    owed: Owed | None = None
    last: Report | None = None
    past: tuple[Report, ...] = ()
    order: tuple[tuple[str, ...], ...] = ()
    within: tuple[Passage, ...] | None = None

    @property
    def year(self) -> int | None:
        """The one year that it tells of; None where the period is unknown, or goes from one year into another."""
        return self.period[0][0] if self.period and self.period[0][0] == self.period[1][0] else None

    @property
    def is_of_a_year(self) -> bool:
        """Whether it tells of a calendar year from end to end."""
        return self.year is not None and self.period == calendar_year(self.year)

    @cached_property
    def signed(self) -> Month | None:
        """The month that it is signed in; None where no date says so."""
        found = re.match(r"(\d{4})年(\d{1,2})月", plain(self.report.date))
        return (int(found[1]), int(found[2])) if found else None

    @cached_property
    def whole(self) -> tuple[Passage, ...]:
        """Every passage, unmasked, but for those that are ``too_long``."""
        return self._taken[0]

    @property
    def too_long(self) -> tuple[Passage, ...]:
        """The passages that no rule reads: each rule looks back and forth in one, and would do so for minutes."""
        return self._taken[1]

    @cached_property
    def _taken(self) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
        """The passages that rules read, and those that are too long for them: by themselves, or with the long ones before them."""
        read, left, long = list[Passage](), list[Passage](), 0
        for passage in self._printed:
            size = len(passage.printed)
            beyond = size > PARAGRAPH_CHARACTERS or (size > LONG_PARAGRAPH and long + size > LONG_PARAGRAPHS)
            long += size if size > LONG_PARAGRAPH and not beyond else 0
            (left if beyond else read).append(passage)
        return tuple(read), tuple(left)

    @cached_property
    def _printed(self) -> tuple[Passage, ...]:
        return tuple(passages(self.report))

    def read(self, parts: frozenset[Part], apart: tuple[tuple[str, str], ...]) -> tuple[Passage, ...]:
        """The passages in ``parts``, with what stands between each of the pairs of marks ``apart`` covered; made once for all rules that read so."""
        if (parts, apart) not in self._read:
            self._read[parts, apart] = tuple(p.masked(apart) for p in self.whole if p.part in parts)
        return self._read[parts, apart]

    @cached_property
    def _read(self) -> dict[tuple[frozenset[Part], tuple[tuple[str, str], ...]], tuple[Passage, ...]]:
        return {}

    def head(self, section: Section) -> Passage | None:
        """The passage that opens ``section``."""
        return self._heads.get(id(section))

    @cached_property
    def _heads(self) -> dict[int, Passage]:
        """The passage that opens each section, by the section's identity: sections that read alike are not the same."""
        return {id(p.section): p for p in reversed(self.whole) if p.section is not None}

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that the rule at work may read."""
        return self.whole if self.within is None else self.within

    @property
    def title(self) -> str:
        return plain(self.report.title)

    @property
    def government(self) -> bool:
        """Whether it is a 政府工作报告, read out before delegates: it says 我们 and looks back and ahead in ways of its own."""
        return GOVERNMENT in (self.kind, self.kind_said)

    @cached_property
    def kind_said(self) -> str:
        opening = "".join(p.printed for p in self.whole[:_OPENING])
        return GOVERNMENT if "政府工作报告" in self.title or "各位代表" in plain(self.report.addressee) + opening else ""

    def only(self, within: tuple[Passage, ...]) -> Subject:
        """The subject as a rule sees it."""
        narrowed = replace(self, within=within)
        narrowed.__dict__.update(whole=self.whole, _heads=self._heads)
        return narrowed
