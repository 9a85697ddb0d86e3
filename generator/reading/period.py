"""The period that a report tells of, by its title, its opening or its date."""

from __future__ import annotations

import re
from collections import Counter

from generator.chinese.months import Period, calendar_year, months_of
from generator.printed import lines
from generator.report import Report, plain

_YEAR = re.compile(
    r"(?<!\d)(?P<first>(?:19|20)\d{2})(?:年?(?:—|－|-|～|至|到)(?P<last>(?:19|20)\d{2}))?年(?:度)?"
    r"(?P<part>上半年|下半年|半年|年中(?!央)|前三季度|第?[一二三四1-4]季度|(?P<begin>\d{1,2})(?:月?(?:—|－|-|～|至|到)(?P<end>\d{1,2}))?月)?"
)
_SCHOOL = re.compile(
    r"(?P<year>(?:19|20)\d{2})(?:(?:年?(?:—|－|-|～|至|到)(?:19|20)?\d{2})?学年度?(?P<term>第?[一二12上下]学期|上学期|下学期)?|年?(?P<season>[春秋])季?学?期)"
)
"""A school year, one of its terms, or the term of a season."""
_BLANKS = re.compile("[ \u3000\u00a0]+")
"""What writing programs and writers set between a year and its 年 (2024 年)."""
_AHEAD = re.compile("思路|计划|安排|要点|打算")
_BACK = re.compile("总结|情况|述职|报告")


def period_of(report: Report) -> Period | None:
    """First and last month; None where no year is named. A plan is told of the year before it, too; so is a 政府工作报告."""
    title = _BLANKS.sub("", plain(report.title))
    school = _SCHOOL.search(title)
    if school is not None:
        return _of_school(school)
    found = _YEAR.search(title)
    if found is None:
        return _by_opening(report)
    first, last = int(found["first"]), int(found["last"] or found["first"])
    begin, end = _months_named(found) if found["begin"] else months_of(found["part"] or "")
    if (_AHEAD.search(title) and not _BACK.search(title)) or "政府工作报告" in title or "各位代表" in plain(report.addressee):
        return (first - 1, 1), (last, 12)
    return (first, begin), (last, end)


def _months_named(found: re.Match[str]) -> tuple[int, int]:
    """The months of 2025年1—9月; the whole year where they are none."""
    begin, end = int(found["begin"]), int(found["end"] or found["begin"])
    return (begin, end) if 1 <= begin <= end <= _YEAR_ENDS else (1, _YEAR_ENDS)


_YEAR_ENDS = 12


def _of_school(found: re.Match[str]) -> Period:
    """The months of a school year, from September to August, or of a term."""
    year, said = int(found["year"]), found["term"] or found["season"] or ""
    if said == "春":
        return (year, 2), (year, 8)
    if said == "秋" or re.search("[一1上]", said):
        return (year, 9), (year + 1, 2)
    return (year + 1, 2) if said else (year, 9), (year + 1, 8)


def _by_opening(report: Report) -> Period | None:
    """The year the report says it reports on; else that of its date, which in January and February is the year before."""
    lead = "".join(plain(p.inlines) for p in report.lead)
    told = re.search(r"现将[^。]{0,14}?((?:19|20)\d{2})年", lead)
    if told:
        return calendar_year(int(told[1]))
    dated = re.fullmatch(r"((?:19|20)\d{2})年(\d{1,2})月(?:\d{1,2}日)?", plain(report.date))
    if dated is None:
        return _by_mentions(report)
    year = int(dated[1]) - (int(dated[2]) <= _STILL_LAST_YEAR)
    return (year, 1), (int(dated[1]), 12)


def _by_mentions(report: Report) -> Period | None:
    """The year spoken of most, where it is spoken of twice, up to the year after it."""
    years = Counter(int(y) for line in lines(report) for y in re.findall(r"(?<!\d)((?:19|20)\d{2})年", line.text))
    most, count = max(years.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    return ((most, 1), (most + 1, 12)) if count > 1 else None


_STILL_LAST_YEAR = 2
"""The month up to which a report tells of the year before."""
