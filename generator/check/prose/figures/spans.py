"""Spans of days and months that end before they begin, days of the week that a date is not, and quarters that no year has."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from generator.check.prose.passage import Part, Passage
from generator.check.prose.rule import ACCURATE, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark

_TO = "(?:—|－|-|～|起?至|起?到)"
_DAYS = re.compile(
    rf"(?<![\d年—-])(?:(?P<year>\d{{4}})年)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?{_TO}(?:(?P<last_year>\d{{4}})年)?(?:(?P<last>\d{{1,2}})月)?(?P<end>\d{{1,2}})[日号]"
)
_MONTHS = re.compile(rf"(?<!\d)(?P<year>\d{{4}})年(?P<month>\d{{1,2}})月{_TO}(?P<last_year>\d{{4}})年(?P<last>\d{{1,2}})月(?!\d)")
_QUARTER = re.compile("第(?P<n>[五六七八九5-9])季度")
_HOURS = (
    re.compile(r"(?<![\d.第])(?:2[5-9]|[3-9]\d)[时点](?!代|速|长|多|余|位|对|调|击|评|钟)[0-5]?\d?分?(?=[，。；、起至到—前后]|[发召启开]|$)"),
    re.compile(r"(?<![\d.第])\d{1,2}[时点](?:[6-9]\d)分"),
    re.compile(r"(?:凌晨|早上|清晨|上午|中午|下午|傍晚|晚上|当晚|当日)(?:2[5-9]|[3-9]\d)[时点]"),
)
"""Hours that no day has, and minutes that no hour has."""
_WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(
    r"(?<!\d)(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号][（，]?(?:星期|周|礼拜)(?P<weekday>[一二三四五六日天])"
)
_OVER_YEARS = re.compile("次年|跨年|来年|翌年|明年|每年|历年|常年|枯水期|采暖季|供暖季|防火期")
"""What says that the end of a span of months is of the next year."""


def reversed_spans(passage: Passage) -> Iterator[Finding]:
    """9月20日至9月12日, 2025年10月至2025年6月."""
    for m in _DAYS.finditer(passage.text):
        year, month = int(m["year"] or 0), int(m["month"])
        first, last = (year, month, int(m["day"])), (int(m["last_year"] or year), int(m["last"] or month), int(m["end"]))
        same_month = month == last[1] or m["last_year"] is not None
        if last < first and same_month and not _OVER_YEARS.search(since_mark(passage.text, m.start(), "。；")):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”的起止颠倒了", "核对日期")
    for m in _MONTHS.finditer(passage.text):
        if (int(m["last_year"]), int(m["last"])) < (int(m["year"]), int(m["month"])):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”的起止颠倒了", "核对月份")
    for m in (m for pattern in _HOURS for m in pattern.finditer(passage.text)):
        yield at(passage, m.start(), m.end(), f"没有“{m[0]}”这个时刻", "一天24时、一时60分，核对")
    for m in _QUARTER.finditer(passage.text):
        yield at(passage, m.start(), m.end(), f"没有“{m[0]}”", "一年四个季度，核对")


def _weekdays(subject: Subject) -> Iterator[Finding]:
    """2025年5月8日（星期三）: a Thursday. A date without its year is one of the year that the report tells of."""
    one_year = subject.period[0][0] if subject.period is not None and subject.period[0][0] == subject.period[1][0] else 0
    for passage in subject.passages:
        for m in _WEEKDAY.finditer(passage.text):
            date = _date(int(m["year"] or one_year), int(m["month"]), int(m["day"]))
            said = m["weekday"].replace("天", "日")
            if date is not None and _WEEKDAYS[date.weekday()] != said:
                day = f"{date.year}年{date.month}月{date.day}日"
                yield at(passage, m.start(), m.end(), f"{day}是星期{_WEEKDAYS[date.weekday()]}，写的是星期{said}", "核对日期")


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


RULES = (
    Rule(
        "weekday",
        "日期和星期对得上",
        Authority.REGULATION,
        ACCURATE,
        _weekdays,
        Example("2025年5月8日（星期三），召开动员会。"),
        Example("2025年5月8日（星期四），召开动员会。"),
        Scope(frozenset(Part), (*QUOTES, *TITLES)),
    ),
)
