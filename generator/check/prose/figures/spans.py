"""Spans of days, months and years that end before they begin: 9月20日至9月12日, 2025年10月至2025年6月."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import Passage
from generator.check.prose.rule import Finding, at
from generator.chinese.punctuation import since_mark

_TO = "(?:—|－|-|～|起?至|起?到)"
_YEARS = re.compile(rf"(?<!\d)(?P<first>\d{{4}})(?:年)?{_TO}(?P<last>\d{{4}})年")
_MONTHS = re.compile(rf"(?<!\d)(?P<year>\d{{4}})年(?P<month>\d{{1,2}})月{_TO}(?P<last_year>\d{{4}})年(?P<last>\d{{1,2}})月(?!\d)")
_BARE_MONTHS = re.compile(rf"(?<![\d年—-])(?P<first>\d{{1,2}})月?{_TO}(?P<last>\d{{1,2}})月(?!\d)")
_DAYS = re.compile(
    rf"(?<![\d年—-])(?:(?P<year>\d{{4}})年)?(?P<month>\d{{1,2}})月(?P<day>\d{{1,2}})[日号]?{_TO}(?:(?P<last_year>\d{{4}})年)?(?:(?P<last>\d{{1,2}})月)?(?P<end>\d{{1,2}})[日号]"
)
_MOST_MONTHS = 12
_OVER_YEARS = re.compile("次年|跨年|来年|翌年|明年|每年|历年|常年|枯水期|采暖季|供暖季|防火期")
"""What says that the end of a span of months is of the next year."""


def reversed_spans(passage: Passage, of_one_year: bool) -> Iterator[Finding]:
    """The spans of ``passage`` that are the wrong way round; those of months without a year in a report ``of_one_year`` alone."""
    for m in _YEARS.finditer(passage.text):
        if int(m["last"]) < int(m["first"]):
            yield _reversed(passage, m, "核对年份")
    for m in _MONTHS.finditer(passage.text):
        if (int(m["last_year"]), int(m["last"])) < (int(m["year"]), int(m["month"])):
            yield _reversed(passage, m, "核对月份")
    for m in _BARE_MONTHS.finditer(passage.text) if of_one_year else ():
        if int(m["last"]) < int(m["first"]) <= _MOST_MONTHS:
            yield _reversed(passage, m, "核对月份")
    for m in _DAYS.finditer(passage.text):
        if _ends_before_it_begins(m) and not _OVER_YEARS.search(since_mark(passage.text, m.start(), "。；")):
            yield _reversed(passage, m, "核对日期")


def _reversed(passage: Passage, m: re.Match[str], mend: str) -> Finding:
    return at(passage, m.start(), m.end(), f"“{m[0]}”的起止颠倒了", mend)


def _ends_before_it_begins(m: re.Match[str]) -> bool:
    """Whether the days of ``m`` do, within a month or in years that are both named."""
    year, month = int(m["year"] or 0), int(m["month"])
    first, last = (year, month, int(m["day"])), (int(m["last_year"] or year), int(m["last"] or month), int(m["end"]))
    return last < first and (month == last[1] or m["last_year"] is not None)
