"""A report against last year's, and against its own year: old figures, old reckoning of years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.figures.quantity import Quantity, quantities
from generator.check.prose.passage import RUNNING, TOLD, Part, passages
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.months import calendar_year, months_between
from generator.chinese.punctuation import HAN, clauses
from generator.report import Role

FEWEST_TOLD = 4
"""Han characters with a figure from which a clause says what was counted."""


def _last_figure(subject: Subject) -> Iterator[Finding]:
    old = {_bare(c) for p in passages(subject.last) for _, c in clauses(p.printed)} if subject.last else set()
    for passage in subject.passages:
        for offset, shown in clauses(passage.text):
            clause = passage.printed[offset : offset + len(shown)]
            counted = [q for q in quantities(shown) if q.measure and q.measure not in ("年", "月", "日") and q.value > 1]
            by_rule = all(routine(q) or (_PERIODIC.search(clause) and q.value in _PER_YEAR) for q in counted)
            if _bare(clause) in old and counted and len(HAN.findall(clause)) >= FEWEST_TOLD and not by_rule:
                yield at(passage, offset, offset + len(clause), f"与去年的稿子一字不差：“{clause}”", "核对是不是忘了改")


_PERIODIC, _PER_YEAR = re.compile("每|按季|按月|季度|月度|逐月|逐季|半年"), (2, 4, 12)
"""What is done by the calendar is done as often every year."""


_SELDOM, _MONTHS = 4, 12


def routine(q: Quantity) -> bool:
    """Whether ``q`` counts meetings held once a quarter or less, or once a month: those are as many every year."""
    return q.measure in ("次", "场", "期", "轮") and (q.value <= _SELDOM or q.value == _MONTHS)


def _bare(clause: str) -> str:
    """``clause`` without what says which year or point it belongs to."""
    return re.sub("^(?:[一二三四五六七八九十]+是|全年|今年|年内|一年来)", "", clause)


_SINCE = re.compile(r"(?:自)?去年(?:以来|年初)|(?:一年多|去年一年)来?")
_TOLD = re.compile(
    r"现将(?:本单位|我[局委办院校街道]{1,2}|本[局委办院校]|[\u4e00-\u9fff]{0,12}?)?(?P<year>\d{4})年(?:度)?[^。；]{0,24}?(?:报告|汇报|总结|通报)如下"
)
_OPENS = re.compile(r"(?:^|(?<=[。；]))(?P<year>\d{4})年(?:度)?(?:以来)?，(?:在|我|全|局|区|市|县|面对|以|坚持|紧|深入|认真|围绕|按照|机关|街道|党)")
_BEGINS = re.compile(r"^(?P<year>\d{4})年(?:度)?(?:以来)?[，是]")
_YEAR_IS = re.compile(r"(?:^|(?<=[。；]))(?P<year>\d{4})年(?:度)?是(?!我|本)")
_MEANS_TO = re.compile(r"^(?P<year>\d{4})年(?:度)?，[^。]{0,40}?(?:将|(?<![主重需纪摘必])要(?![求点])|重点(?:做好|抓好)|着力|计划)")


_DOES_THEN = re.compile(
    r"(?:^|(?<=[。；]))(?P<year>\d{4})年，?(?=改造|新建|建设|组织|开展|举办|召开|实施|推进|启动|招录|培训|力争|计划|争取|建成|更新|打造|创建|培育|完成)(?P<rest>(?!.{2}的)[^。；]*)"
)
"""A sentence of a plan that says in which year it is to be done."""
_PLAN_HEAD = re.compile(r"(?P<year>\d{4})年(?:度)?(?:的|下一步|重点)*(?:工作)?(?:打算|计划|安排|思路|重点|要点|目标|任务)")


def _since_last_year(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _SINCE.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"“{m[0]}”：这份报告说的是一年里的事", "核对是不是去年的稿子留下来的")
    yield from _since_its_year(subject)


_SINCE_YEAR = re.compile(r"(?:^|(?<=[。；]))(?P<year>\d{4})年(?:年初|\d{1,2}月)?以来(?=，)")
_LONGER = re.compile("[^。；]*(?:累计|连续|先后|逐年|年年|两年|历时|试点|至今|持续|坚持|已)")
"""What says behind it that more than a year is meant."""


def _since_its_year(subject: Subject) -> Iterator[Finding]:
    """2024年以来，走访42家 in a report on 2025."""
    year = subject.year
    for passage in subject.passages if year is not None else ():
        for m in _SINCE_YEAR.finditer(passage.text):
            if int(m["year"]) + 1 == year and not _LONGER.match(passage.text, m.end()):
                yield at(passage, m.start(), m.end(), f"“{m[0]}”：这份报告说的是{year}年的事", "核对是不是去年的稿子留下来的")


def _other_year(subject: Subject) -> Iterator[Finding]:
    """The year that the report says it tells of is not the year of its title."""
    if subject.period is None:
        return
    years = range(subject.period[0][0], subject.period[1][0] + 1)
    for passage in subject.passages:
        for pattern in (_TOLD, _OPENS, _YEAR_IS, *([_BEGINS] if passage.part is Part.LEAD else [])):
            for m in pattern.finditer(passage.text):
                if int(m["year"]) not in years and (pattern is _TOLD or int(m["year"]) == years[0] - 1):
                    said = f"{years[0]}年" if len(years) == 1 else f"{years[0]}—{years[-1]}年"
                    yield at(passage, m.start("year"), m.end("year") + 1, f"写的是{m['year']}年，报告的是{said}", "改成今年")
    yield from _title_behind(subject, years)


def _title_behind(subject: Subject, years: range) -> Iterator[Finding]:
    """The report opens with the year after the one its title names."""
    title = next((p for p in subject.whole if p.part is Part.TITLE), None)
    opened = next((m for p in subject.passages if p.part is Part.LEAD for m in (_BEGINS.match(p.text),) if m), None)
    named = re.search(rf"{years[-1]}年", title.printed) if title is not None else None
    if title is not None and opened and named and int(opened["year"]) == years[-1] + 1:
        yield at(title, named.start(), named.end(), f"标题写的是{years[-1]}年，开头说的是{opened['year']}年", "改成同一年")


def _plan_behind(subject: Subject) -> Iterator[Finding]:
    """What is yet to be done, put into the year that the report tells of (or one before it) though that year is told to its end."""
    year = subject.year
    if subject.period is None or year is None or subject.period[1][1] < _ALL_BUT_OVER:
        return
    for passage in subject.passages:
        if passage.part is Part.HEADING and (passage.section is None or Role.PLAN not in passage.section.roles):
            continue
        m = _MEANS_TO.match(passage.text) if passage.part is Part.PLAN else _PLAN_HEAD.match(passage.text, passage.label)
        for own in _DOES_THEN.finditer(passage.text) if passage.part is Part.PLAN and not m else ():
            if int(own["year"]) <= year and not re.search(r"已|了|以来|基础上|明年|来年|\d{4}年", own["rest"]):
                yield at(passage, own.start("year"), own.end("year") + 1, f"打算里写的是{own['year']}年，这份报告说的就是那一年", "改成下一年")
        if m and int(m["year"]) <= year:
            yield at(passage, m.start("year"), m.end("year") + 1, f"打算里写的是{m['year']}年，这份报告说的就是那一年", "改成下一年")


_ALL_BUT_OVER = 11
"""The month up to which a period must run for its year to be over."""


def _other_signature(subject: Subject) -> Iterator[Finding]:
    """Signed before the period began."""
    dated = next((p for p in reversed(subject.passages) if p.part is Part.FORMAL and re.fullmatch(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?", p.text)), None)
    if dated is not None and subject.period is not None:
        year, month = int(dated.text[:4]), int(re.findall(r"\d+", dated.text)[1])
        ended, last = subject.period[1]
        whole = subject.year is not None and re.search(r"\d{4}年.*(?:年度|总结|述职)", subject.title) is not None
        late = months_between((ended, last), (year, month))
        if late > _LATE and not re.search("规划|回顾", subject.title):
            yield at(dated, 0, len(dated.text), f"成文日期“{dated.text}”比报告的时段晚了{late}个月", "核对标题里的年份和成文日期")
        elif (year, month) < subject.period[0] or (whole and (year, month) < (ended, last - _EARLY)):
            yield at(dated, 0, len(dated.text), f"成文日期“{dated.text}”早于报告的时段", "核对年份")


_LATE = 8
"""Months behind its period after which no report on it is signed."""
_EARLY = 3
"""Months before its period is over at which a report on it may be signed."""


_TEXT = Scope(TOLD, (*QUOTES, *TITLES), NOT_GOVERNMENT)
_WHOLE_YEAR = calendar_year(2025)
_PLANNED = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n学习9次。\n二、下一步打算\n{}，我局将改造管网。"

RULES = (
    Rule(
        "last-figure",
        "数字不是去年的",
        Authority.ADVICE,
        ACCURATE,
        _last_figure,
        Example("走访重点企业36家。", last="走访重点企业36家。"),
        Example("走访重点企业42家。", last="走访重点企业36家。"),
        _TEXT,
        (Need.LAST,),
    ),
    Rule(
        "since-last-year",
        "不说“去年以来”",
        Authority.ADVICE,
        ACCURATE,
        _since_last_year,
        Example("去年以来，我局加强学习，学习9次。"),
        Example("今年以来，我局加强学习，学习9次，比去年多2次。"),
        Scope(RUNNING, (*QUOTES, *TITLES), NOT_GOVERNMENT),
    ),
    Rule(
        "other-year",
        "说的是报告的那一年",
        Authority.REGULATION,
        ACCURATE,
        _other_year,
        Example("现将2024年工作情况报告如下。", period=_WHOLE_YEAR),
        Example("现将2025年工作情况报告如下。", period=_WHOLE_YEAR),
        _TEXT,
        (Need.PERIOD,),
    ),
    Rule(
        "plan-year",
        "打算是下一年的",
        Authority.REGULATION,
        ACCURATE,
        _plan_behind,
        Example(_PLANNED.format("2025年"), period=_WHOLE_YEAR),
        Example(_PLANNED.format("2026年"), period=_WHOLE_YEAR),
        Scope(frozenset({Part.PLAN, Part.HEADING}), (*QUOTES, *TITLES), NOT_GOVERNMENT),
        (Need.PERIOD,),
    ),
    Rule(
        "other-date",
        "成文日期不早于报告的时段",
        Authority.REGULATION,
        ACCURATE,
        _other_signature,
        Example("云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n学习9次。\n云州市水务局\n2024年12月20日", period=_WHOLE_YEAR),
        Example("云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n学习9次。\n云州市水务局\n2025年12月20日", period=_WHOLE_YEAR),
        Scope(frozenset(Part)),
        (Need.PERIOD,),
    ),
)
