"""A whole and all that it is made of: the halves and quarters of a year, so many times so many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, plainly, quantities, sentences_of
from generator.check.prose.figures.sums import CHECK, NUMBERS, added
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Need, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.months import calendar_year
from generator.chinese.numerals import count
from generator.chinese.punctuation import since_mark

_NO_GOAL = "(?!下达|计划|目标|任务)"
_YEAR = re.compile(f"^(?:全年|年度|合计|累计|全年度|一年){_NO_GOAL}")
_FIRST, _SECOND, _THREE = (re.compile(f"^(?:{said}){_NO_GOAL}") for said in ("上半年|合计|累计", "下半年|合计|累计", "前三季度|合计|累计"))
_PARTS = (
    (("上半年", "下半年"), _YEAR),
    (("一季度", "二季度", "三季度", "四季度"), _YEAR),
    (("1季度", "2季度", "3季度", "4季度"), _YEAR),
    (("一季度", "二季度", "三季度"), _THREE),
    (("上半年", "三季度"), _THREE),
    (("一季度", "二季度"), _FIRST),
    (("三季度", "四季度"), _SECOND),
)
"""What a year is made of, or a part of it, and how it is called itself."""
_AVERAGE = re.compile("平均|均值|每|同比|增长|下降|目标|计划|任务|达标")


def _of_the_year(subject: Subject) -> Iterator[Finding]:
    """上半年126人次，下半年148人次，全年264人次: all parts of a year and the year itself, of one measure."""
    for passage, start, end in sentences_of(subject.passages):
        found = [
            (q, since_mark(passage.text, q.start, "，。；、：（", start)) for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE
        ]
        for names, called in _PARTS if not _AVERAGE.search(passage.text, start, end) else ():
            total = next((q for q, said in found if called.match(said)), None)
            told = [[q for q, said in found if name in said and q is not total] for name in names]
            parts = [one[0] for one in told if len(one) == 1]
            if total is None or len(parts) != len(names) or len(found) != len(parts) + 1:
                continue
            if not _told_elsewhere(subject, passage.text, total, parts, names):
                yield from _unequal(passage, parts, total)


def _told_elsewhere(subject: Subject, text: str, total: Quantity, parts: Sequence[Quantity], names: Sequence[str]) -> bool:
    """Whether it is the rule on kinds that make up a whole before them, on what 其中 joins or on a total behind its parts that tells of it."""
    summed = re.match("合计|总计|共计", since_mark(text, total.start, "，。；、：（"))
    before = total.start < parts[0].start
    return summed is not None or (before and (names in subject.words.exhaustive or "其中" in text[total.end : parts[0].start]))


def _unequal(passage: Passage, parts: list[Quantity], total: Quantity) -> Iterator[Finding]:
    value = sum((q.value for q in parts), Decimal(0))
    alike = {q.measure for q in (*parts, total)} == {total.measure} and all(q.exact for q in (*parts, total))
    if alike and value != total.value:
        first, last = min(parts[0].start, total.start), max(parts[-1].end, total.end)
        fault = f"各段相加是{plainly(value)}{total.measure}（{added(parts)}），总数写的是{total.text}"
        yield at(passage, first, last, fault, CHECK)


_TIMES = (
    r"(?P<times>\d+)(?P<unit>[期场次批轮个班天组])[^，。；、\d]{0,8}[，、]每(?P<noun>(?P=unit))",
    r"(?P<times>\d+)(?P<unit>[个名户家所支])(?P<noun>[\u4e00-\u9fff]{1,6})，每(?P=unit)?(?P=noun)",
    r"(?P<noun>党?支部|社区|村|科室|班级|学校|站点|乡镇)(?P<times>\d+)(?P<unit>个)，每(?P=unit)?(?P=noun)",
)
_EACH = tuple(
    re.compile(
        rf"(?<![\d.]){times}(?:(?!至少|不少于)[^，。；\d]){{0,8}}(?P<each>\d+)(?P<measure>人次|[人名户件份条家台次场篇期])"
        r"，(?:共|共计|合计|总计|累计|受众|覆盖|参训|参加|受益)[^，。；\d]{0,6}(?P<whole>\d+)(?P=measure)(?:次)?(?=[，。；]|观看|参加|参训|受益)"
    )
    for times in _TIMES
)
"""So many times, or things, and how many each had: 培训4期，每期50人; 走访12个村，每村20户; 支部12个，每个支部2次."""


def _each_times(subject: Subject) -> Iterator[Finding]:
    """培训4期，每期50人，共培训240人."""
    for passage in subject.passages:
        found = {m.start(): m for pattern in _EACH for m in pattern.finditer(passage.text)}
        for m in found.values():
            value, each = int(m["times"]) * int(m["each"]), f"每{m['noun']}{m['each']}{m['measure']}"
            if value != int(m["whole"]):
                fault = f"{m['times']}{m['unit']}，{each}，是{value}{m['measure']}，写的是{m['whole']}{m['measure']}"
                yield at(passage, m.start(), m.end(), fault, CHECK)


_PERIODIC = re.compile(
    r"每(?:个)?(?P<per>月|季度?|半年)度?(?:组织|开展|召开|举办|进行|举行|安排)?[^，。；\d]{0,6}(?P<each>\d+|(?<![一二三四五六七八九十第])[一两二三四])(?P<measure>[次场期])(?P<what>[^，。；\d]{0,12})"
    r"，(?:全年|年内|一年|共|累计)[^，。；\d]{0,6}(?P<whole>\d+|(?<![一二三四五六七八九十第])[一两二三四五六七八九十]{1,3})(?P=measure)(?P<whose>[^，。；\d]{0,12})(?=[，。；])"
)
_A_YEAR = {"月": 12, "季": 4, "季度": 4, "半年": 2}
_MONTHLY = re.compile(
    r"(?<![\d.])(?P<whole>\d+)(?P<measure>[次场期件])[，、](?:平均)?(?:每月|月均)(?:组织|开展|召开|举办)?(?P<each>\d+(?:\.\d+)?)(?P=measure)(?=[，。；以])"
)
_PART_OF_IT = re.compile(r"起|自|从|[上下]半年|[一二三四]季度|\d月")
"""What says that it was so in a part of the year only."""


def _by_period(subject: Subject) -> Iterator[Finding]:
    """每月开展1次主题党日，全年开展10次: fewer in a year than there must have been."""
    for passage in subject.passages if subject.is_of_a_year else ():
        for m in _PERIODIC.finditer(passage.text):
            if m["what"] and m["whose"] and m["what"][:2] != m["whose"][:2]:
                continue
            least = count(m["each"]) * _A_YEAR[m["per"]]
            if count(m["whole"]) < least and not _PART_OF_IT.search(since_mark(passage.text, m.start(), "。；") + m[0]):
                fault = f"每{m['per']}{m['each']}{m['measure']}，一年是{least}{m['measure']}，写的是{m['whole']}"
                yield at(passage, m.start(), m.end(), fault, CHECK)
        for m in _MONTHLY.finditer(passage.text):
            months, each = Decimal(m["whole"]) / _A_YEAR["月"], Decimal(m["each"])
            if abs(months - each) >= 1 and not _PART_OF_IT.search(since_mark(passage.text, m.start(), "。；")):
                fault = f"一年{m['whole']}{m['measure']}，平均每月不是{m['each']}{m['measure']}"
                yield at(passage, m.start(), m.end(), fault, CHECK)


RULES = (
    Rule(
        "whole-year",
        "各季、上下半年相加等于它们的总数",
        Authority.PRACTICE,
        ACCURATE,
        _of_the_year,
        Example("上半年培训126人次，下半年培训148人次，全年培训264人次。"),
        Example("上半年培训126人次，下半年培训148人次，全年培训274人次。"),
        NUMBERS,
    ),
    Rule(
        "each-times",
        "每次的数乘次数等于总数",
        Authority.PRACTICE,
        ACCURATE,
        _each_times,
        Example("培训4期，每期50人，共培训240人。"),
        Example("培训4期，每期50人，共培训200人，共走访240户。"),
        NUMBERS,
    ),
    Rule(
        "by-period",
        "每月、每季的次数合得上全年",
        Authority.ADVICE,
        ACCURATE,
        _by_period,
        Example("每月开展1次主题党日，全年开展10次。", period=calendar_year(2025)),
        Example("每月开展1次主题党日，全年开展14次，每季度召开1次例会，从7月起召开2次。", period=calendar_year(2025)),
        NUMBERS,
        (Need.PERIOD,),
    ),
)
