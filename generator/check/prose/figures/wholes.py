"""A whole and all that it is made of: the halves and quarters of a year, so many times so many."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, plainly, quantities, sentences_of
from generator.check.prose.figures.sums import CHECK, NUMBERS, added
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark

_PARTS = (("上半年", "下半年"), ("一季度", "二季度", "三季度", "四季度"), ("1季度", "2季度", "3季度", "4季度"))
"""What a year is made of."""
_YEAR = re.compile("^(?:全年|年度|合计|累计|全年度|一年)(?!下达|计划|目标|任务)")
_AVERAGE = re.compile("平均|均值|每|同比|增长|下降|目标|计划|任务|达标")


def _of_the_year(subject: Subject) -> Iterator[Finding]:
    """上半年126人次，下半年148人次，全年264人次: all parts of a year and the year itself, of one measure."""
    for passage, start, end in sentences_of(subject.passages):
        found = [
            (q, since_mark(passage.text, q.start, "，。；、：（", start)) for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE
        ]
        total = next((q for q, said in found if _YEAR.match(said)), None)
        for names in _PARTS if total is not None and not _AVERAGE.search(passage.text, start, end) else ():
            told = [[q for q, said in found if name in said] for name in names]
            parts = [one[0] for one in told if len(one) == 1]
            if total is not None and len(parts) == len(names) and len(found) == len(parts) + 1:
                yield from _unequal(passage, parts, total)


def _unequal(passage: Passage, parts: list[Quantity], total: Quantity) -> Iterator[Finding]:
    value = sum((q.value for q in parts), Decimal(0))
    alike = {q.measure for q in (*parts, total)} == {total.measure} and all(q.exact for q in (*parts, total))
    if alike and value != total.value:
        first, last = min(parts[0].start, total.start), max(parts[-1].end, total.end)
        fault = f"各段相加是{plainly(value)}{total.measure}（{added(parts)}），全年写的是{total.text}"
        yield at(passage, first, last, fault, CHECK)


_EACH = re.compile(
    r"(?P<times>\d+)(?P<unit>[期场次批轮个班天组])[^，。；\d]{0,8}，每(?P=unit)(?P<each>\d+)(?P<measure>人次|[人名户件份条家台])"
    r"，(?:共|共计|合计|总计|累计|共培训|共组织|培训)[^，。；\d]{0,4}(?P<whole>\d+)(?P=measure)(?=[，。；])"
)


def _each_times(subject: Subject) -> Iterator[Finding]:
    """培训4期，每期50人，共培训240人."""
    for passage in subject.passages:
        for m in _EACH.finditer(passage.text):
            value = int(m["times"]) * int(m["each"])
            if value != int(m["whole"]):
                fault = f"{m['times']}{m['unit']}，每{m['unit']}{m['each']}{m['measure']}，是{value}{m['measure']}，写的是{m['whole']}{m['measure']}"
                yield at(passage, m.start(), m.end(), fault, CHECK)


RULES = (
    Rule(
        "whole-year",
        "各季、上下半年相加等于全年",
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
)
