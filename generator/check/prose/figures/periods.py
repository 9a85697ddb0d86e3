"""Periods: the one the title names is the one the report opens with; what is planned is due after the report is signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.months import Month, Period, calendar_year, months_of
from generator.chinese.punctuation import since_mark, until_mark
from generator.report import Role

_PERIOD = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})年(?:度)?(?:(?P<part>上半年|下半年|前三季度|第?[一二三四1-4]季度)"
    r"|(?P<first>\d{1,2})月?(?:—|－|-|～|~|至|到)(?P<last>\d{1,2})月)?"
)
_NOT_TOLD = re.compile("计划|打算|安排|思路|要点")


def _span(m: re.Match[str]) -> Period | None:
    """The months that ``m`` names; None for a year alone."""
    year = int(m["year"])
    if m["first"]:
        return (year, int(m["first"])), (year, int(m["last"]))
    if not m["part"]:
        return None
    first, last = months_of(m["part"])
    return (year, first), (year, last)


def _two_periods(subject: Subject) -> Iterator[Finding]:
    """2024年1—11月工作总结 that opens with 2025年1—11月."""
    yield from _handed(subject)
    title = next((p for p in subject.passages if p.part is Part.TITLE), None)
    lead = [p for p in subject.passages if p.part is Part.LEAD]
    named = _PERIOD.search(title.text) if title is not None else None
    if title is None or named is None or _NOT_TOLD.search(title.text[: title.text.find("总结") if "总结" in title.text else None]):
        return
    for passage in lead:
        opened = re.match(_PERIOD.pattern + "(?:以来)?[，是]", passage.text)
        if opened is None:
            continue
        spans = _span(named), _span(opened)
        part_alone = spans[0] is None and spans[1] is not None and opened["year"] == named["year"] and "下半年" not in passage.text
        if part_alone and subject.period == calendar_year(int(named["year"])):
            yield _apart(title, named, opened)
            return
        years = opened["year"] != named["year"]
        told = _TITLED_YEAR.search(title.text) is not None and not _AHEAD_IN.search(passage.text[: passage.text.find("。") + 1] or passage.text)
        if (all(spans) and spans[0] != spans[1]) or (years and (any(spans) or told)):
            yield _apart(title, named, opened)
        return


_HANDED = re.compile("现将(?:我[局委院馆校镇乡办]|全[局市县区镇])?(?P<part>上半年|下半年|前三季度|[一二三四]季度|全年)")
_ALL_MONTHS = (1, 12)


def _handed(subject: Subject) -> Iterator[Finding]:
    """现将上半年工作情况报告如下 in a report on a whole year, and the other way round."""
    if subject.period is None or subject.year is None or _TITLED_PART.search(subject.title) is None:
        return
    span = subject.period[0][1], subject.period[1][1]
    for passage in (p for p in subject.passages if p.part is Part.LEAD):
        for m in _HANDED.finditer(passage.text):
            meant = _ALL_MONTHS if m["part"] == "全年" else months_of(m["part"])
            if (meant == _ALL_MONTHS) != (span == _ALL_MONTHS) and "打算" not in passage.text[m.end() :]:
                yield at(passage, m.start("part"), m.end("part"), f"标题是“{subject.title}”，这里说的是{m['part']}", "改成同一个时段")


_TITLED_PART = re.compile(r"\d{4}年(?:度|上半年|下半年|前三季度|[一二三四]季度|\d{1,2}[—－-]\d{1,2}月|[\u4e00-\u9fff]{0,8}(?:工作总结|总结|述职))")
_TITLED_YEAR = re.compile(r"^[^\d]*20\d{2}年度?[\u4e00-\u9fff]{0,20}(?:总结|述职报告|情况报告|情况汇报)$")
_AHEAD_IN = re.compile("将|开局|打算|计划|要")
"""What says of an opening that it looks ahead, or is of the year in which the report is given."""


def _apart(title: Passage, named: re.Match[str], opened: re.Match[str]) -> Finding:
    said = opened[0].rstrip("，是").removesuffix("以来")
    return at(title, named.start(), named.end(), f"标题写的是{named[0]}，开头说的是{said}", "改成同一个时段")


_DUE = re.compile(
    r"(?<!\d)(?P<year>20\d{2})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?|(?P<part>上半年|[一二三]季度|第[一二三]季度|年中))?"
    r"(?P<by>年?底以?前|年?底|[上中下]旬前?|末前?|以?前|之前|内|起|完成|建成|开工|实现|投用|启动)?"
)
_DONE = re.compile("的|已|以来|结转|续建|遗留|反馈|印发|发现|相比|比|同期|年度|底(?:[的已]|共|全)|自|从|现有|基础上|通过|获|出台")


def _overdue(subject: Subject) -> Iterator[Finding]:
    """A plan to be carried out by a month that is over when the report is signed."""
    now = subject.signed or (subject.period[1] if subject.period is not None else None)
    if now is None:
        return
    yield from _put_off(subject, now)
    for passage in (p for p in subject.passages if p.part is Part.PLAN or (p.section is not None and p.section.roles == {Role.PLAN})):
        for m in _DUE.finditer(passage.text):
            due = int(m["year"]), _last_month(m)
            around = since_mark(passage.text, m.start(), "，。；") + until_mark(passage.text, m.end(), "，。；")[:_NEAR]
            if (m["month"] or m["part"]) and m["by"] and due < now and not _DONE.search(around):
                yield at(passage, m.start(), m.end(), f"打算里的“{m[0]}”在成文以前", _LATER)
        yield from _overdue_month(subject, passage, now)


_STILL_OPEN = re.compile("(?:剩余|其余|余下|尚有|仍有|还有|未)[^。；]{0,24}(?:列入|纳入|计划|预计|拟|将|力争|延至|推迟)[^。；]{0,4}$")
"""Before a date: what is left is to be done by then."""


def _put_off(subject: Subject, now: Month) -> Iterator[Finding]:
    """剩余1个已列入2025年一季度整改 in a report that is signed in the December of that year."""
    for passage in (p for p in subject.passages if p.part is not Part.PLAN):
        for m in _DUE.finditer(passage.text):
            due = int(m["year"]), _last_month(m) if m["month"] or m["part"] else _ALL_MONTHS[1]
            if due < now and _STILL_OPEN.search(since_mark(passage.text, m.start(), "。；")):
                yield at(passage, m.start(), m.end(), f"没办完的排到“{m[0]}”，那时在成文以前", _LATER)


def _overdue_month(subject: Subject, passage: Passage, now: Month) -> Iterator[Finding]:
    """6月底前 in a report on half a year that is signed in July."""
    if subject.period is None or subject.period[1][1] > _LAST_MONTH_OF_A_PART or subject.period[1] > now:
        return
    year = subject.period[1][0]
    for m in _DUE_IN.finditer(passage.text):
        around = since_mark(passage.text, m.start(), "，。；") + until_mark(passage.text, m.end(), "，。；")[:_NEAR]
        if (year, int(m["month"])) < now and not _DONE.search(around) and not _OF_OTHER_YEAR.search(around):
            yield at(passage, m.start(), m.end(), f"打算里的“{m[0]}”在成文以前", _LATER)


_LATER = "改成以后的日期；已经做了的，写进做法"
_DUE_IN = re.compile(r"(?<![\d年—－～至到])(?P<month>1[0-2]|[1-9])月(?:底|末|中旬|上旬)?(?:以?前|之前)")
_OF_OTHER_YEAR = re.compile("明年|来年|次年|每年|\\d{4}年")
_LAST_MONTH_OF_A_PART = 9
"""The last month of a report on a part of the year: of one on a whole year, what is planned is of the next."""
_NEAR = 6
"""Characters behind a date in which it shows that what is told is over."""


def _last_month(m: re.Match[str]) -> int:
    return int(m["month"]) if m["month"] else months_of(m["part"] or "")[1]


_ALL_YEAR = re.compile("全年(?!度?目标|任务|计划|预算|工作|的|经济|预期|指标|各项|完成|总目标)(?=[\u4e00-\u9fff]{2,12}\\d)")
_NEXT_YEAR = re.compile("(?:^|(?<=[，。；]))(?:明年|来年)(?=[，将]|我[局馆院委中])")
_OVER = re.compile("(?:^|(?<=[，。；]))(?P<part>[上下]半年|[一二三]季度|前三季度)，?(?:(?:我|全|本)?[\u4e00-\u9fff]{1,8}?)?(?=将(?![近军领士]))")
"""A part of the year of which it is said what will be done in it."""
_HALF = 6


def _half_year(subject: Subject) -> Iterator[Finding]:
    """全年到馆读者86万人次 and 明年，我馆将 in a report on half a year."""
    if subject.period is None or subject.year is None:
        return
    (_, first), (_, last) = subject.period
    if last - first >= _HALF or last > _HALF + 1:
        return
    for passage in subject.passages:
        for m in _OVER.finditer(passage.text) if passage.part is Part.PLAN else ():
            if months_of(m["part"])[1] <= last:
                yield at(passage, *m.span("part"), f"这份报告说的就是{m['part']}，打算里写的还是“{m['part']}将”", "改成以后的时段，如“下半年”")
        pattern, said = (_NEXT_YEAR, "下半年") if passage.part is Part.PLAN else (_ALL_YEAR, "上半年")
        for m in pattern.finditer(passage.text) if passage.part in (Part.LEAD, Part.PRACTICE, Part.PLAN) else ():
            yield at(passage, m.start(), m.end(), f"这份报告说的是半年的事，这里写的是“{m[0]}”", f"是{said}的就改过来")


_TITLED = "云州市水务局{}工作总结\n2025年1—11月，我局工作平稳。\n一、主要做法\n学习3次。\n二、下一步打算\n继续推进。"
_HALF_YEAR = "云州市水务局2025年上半年工作总结\n2025年上半年，工作平稳。\n一、做法\n{}。\n二、下半年打算\n改造管网。"
_PLANNED = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n学习9次。\n二、下一步打算\n{}前建成泵站3座。\n云州市水务局\n2025年12月22日"

RULES = (
    Rule(
        "two-periods",
        "标题和开头说的是同一个时段",
        Authority.REGULATION,
        ACCURATE,
        _two_periods,
        Example(_TITLED.format("2025年1—10月")),
        Example(_TITLED.format("2025年1—11月")),
        Scope(frozenset({Part.TITLE, Part.LEAD}), (*QUOTES, *TITLES), NOT_GOVERNMENT),
    ),
    Rule(
        "half-year",
        "半年的报告不说全年、明年，打算里不说已经过去的半年",
        Authority.ADVICE,
        ACCURATE,
        _half_year,
        Example(_HALF_YEAR.format("全年接待读者86万人次"), period=((2025, 1), (2025, 6))),
        Example(_HALF_YEAR.format("接待读者86万人次，完成全年任务的52%"), period=((2025, 1), (2025, 6))),
        Scope(frozenset({Part.LEAD, Part.PRACTICE, Part.PLAN}), (*QUOTES, *TITLES), NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
    Rule(
        "plan-overdue",
        "打算在成文以后办",
        Authority.REGULATION,
        ACCURATE,
        _overdue,
        Example(_PLANNED.format("2025年8月底"), period=calendar_year(2025)),
        Example(_PLANNED.format("2026年8月底"), period=calendar_year(2025)),
        Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES), NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
)
