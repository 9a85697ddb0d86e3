"""Days of the week that a date is not: 2025年5月8日（星期三）, a Thursday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import Part
from generator.check.prose.rule import ACCURATE, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.calendar import on_calendar

_NAMES = "一二三四五六日"
_DAY = r"(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
_OF_WEEK = "(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])"
_WEEKDAY = (re.compile(rf"(?<!\d){_DAY}[（，]?{_OF_WEEK}"), re.compile(rf"(?<!每)(?<!个)(?<!逢){_OF_WEEK}[（，]?{_DAY}"))


def _weekdays(subject: Subject) -> Iterator[Finding]:
    """A date without its year is one of the year that the report tells of."""
    for passage in subject.passages:
        for m in (m for pattern in _WEEKDAY for m in pattern.finditer(passage.text)):
            date = on_calendar(int(m["year"] or subject.year or 0), int(m["month"]), int(m["day"]))
            said = m["weekday"].replace("天", "日")
            if date is not None and _NAMES[date.weekday()] != said:
                fault = f"{date.year}年{date.month}月{date.day}日是星期{_NAMES[date.weekday()]}，写的是星期{said}"
                yield at(passage, m.start(), m.end(), fault, "核对日期")


RULES = (
    Rule(
        "weekday",
        "日期和星期对得上",
        Authority.REGULATION,
        ACCURATE,
        _weekdays,
        Example("2025年5月8日（星期三），召开动员会；周六（5月12日）开展检查。"),
        Example("2025年5月8日（星期四），召开动员会；每周五，5月9日起接待来访。"),
        Scope(frozenset(Part), (*QUOTES, *TITLES)),
    ),
)
