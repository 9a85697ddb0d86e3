"""Answers typed for a gap: what they say, and what about them a careful colleague would ask again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.chinese.lookalikes import folded
from generator.chinese.measures import MEASURE
from generator.facts.blanks import split
from generator.facts.dates import date_parts, months, possible
from generator.facts.normalise import normalise
from generator.facts.worded import NUMERALS
from generator.report import Blank, Inlines, Origin, OriginKind, plain

if TYPE_CHECKING:
    from generator.facts.gaps import Gap

_COUNTED = re.compile(rf"({MEASURE.pattern})(?=[，。；、：）)”,;.\s]|$)")
_FIGURE = re.compile(r"[约近超过逾至少不于低高共达第前后\d.,，、—–~～－至到和余多来万亿千百十一二两三四五六七八九零〇半几数百分之左右以上下内\s/+-]+")
"""A number in digits or words, with what hedges it."""
_HAN = re.compile("[\u4e00-\u9fff]")
_SENTENCES = frozenset({"事项", "事实", "做了", "举措", "成效", "表现", "原因", "小标题", "总领", "导语", "结语"})
_PAIRS = {"《": "》", "“": "”", "（": "）", "(": ")"}
_EXAMPLES = {
    "时段": "2025年、2025年上半年、2025年1—11月",
    "成文日期": "2025-12-22",
    "数": "12、约40、300余、3—5",
    "字数": "3000",
    "全称": "云州市水务局",
    "姓名": "江月明",
    "职务": "党组书记、局长",
    "主题": "支部建设",
    "事项": "规范组织生活",
    "做了": "组织集中学习12次",
    "事实": "组织集中学习12次",
    "表现": "个别支部学习记录不够规范",
    "原因": "日常指导不够",
    "举措": "每季度检查一次组织生活记录",
}


def words_of(answer: str) -> str:
    """What ``answer`` says: a backslash before ×× and the like keeps them as words."""
    return plain(_read(answer))


def leaves_open(answer: str) -> bool:
    """Whether ``answer`` is itself no more than a mark for what is open: 待补, ××, ？？."""
    read = _read(answer)
    return bool(read) and all(isinstance(inline, Blank) for inline in read)


def bare(gap: Gap, answer: str) -> str:
    """``answer`` without the sign of per cent that stands behind ``gap`` already; any other measure word twice is asked about."""
    twice = gap.sentence[1].startswith(_PER_CENT) and answer.endswith(_PER_CENT)
    return answer[:-1].rstrip() if twice and not NUMERALS.isdisjoint(normalise(answer)) else answer


_PER_CENT = ("%", "％")


def example(gap: Gap) -> str:
    """What an answer looks like; nothing for a blank within words that show it themselves."""
    if follows := _COUNTED.match(gap.sentence[1]):
        return f"填数，如 {'85.5' if follows[1] in '%％' else '12'}"
    if gap.before or gap.after:
        return ""
    known = _EXAMPLES.get(gap.key.name)
    return f"如 {known}" if known else gap.key.doc


def objection(gap: Gap, answer: str) -> str:
    """Why ``answer`` looks wrong in ``gap``; empty if it does not. Only a doubt: the same answer given twice is taken."""
    checks = (
        _only_marks(answer),
        _still_open(answer),
        _no_words(gap, answer),
        _pair_twice(gap, answer),
        _not_a_count(gap, answer),
        _not_a_date(gap, answer),
        _not_a_period(gap, answer),
    )
    return next(filter(None, checks), "")


def _only_marks(answer: str) -> str:
    """Several marks of how an answer is given (= = -) where one is asked for would be printed as they stand."""
    said = answer.split()
    return f"这里只问一处，写一个“{said[0]}”就行" if len(said) > 1 and set(said) <= _MARKS else ""


_MARKS = frozenset("=＝-－.。·")


def _still_open(answer: str) -> str:
    """An answer with a blank in it would leave the gap where it is."""
    opened = next((inline.written for inline in _read(answer) if isinstance(inline, Blank)), "")
    return f"里面的“{opened}”还是空缺；真要印出来，前面加反斜杠：\\{opened}" if opened else ""


def _no_words(gap: Gap, answer: str) -> str:
    """A figure alone where the whole of a sentence is asked for."""
    asked = gap.key.name in _SENTENCES and not any(gap.sentence)
    if asked and answer.rstrip("。") in _NOTHING:
        return f"“{answer}”会照样印出来；今年没有的写 -"
    return "这里要写一句话，不能只写数" if asked and not _HAN.search(answer) else ""


_NOTHING = frozenset({"无", "没有", "暂无", "没有了"})


def _pair_twice(gap: Gap, answer: str) -> str:
    closer = _PAIRS.get(answer[:1], "")
    twice = closer and answer.endswith(closer) and gap.before.endswith(answer[0]) and gap.after.startswith(closer)
    return f"前后已经有“{answer[0]}{closer}”，只填里面的字" if twice else ""


def _not_a_count(gap: Gap, answer: str) -> str:
    counted = _COUNTED.match(gap.sentence[1])
    if not counted:
        return ""
    measure, answer = counted[1], folded(answer)
    if answer.endswith(measure):
        return f"后面已经有“{measure}”，只填数"
    if not NUMERALS.isdisjoint(normalise(answer)) and not _FIGURE.fullmatch(normalise(answer)):
        return f"“{measure}”前面只填一个数；别的话另写一件事"
    return "" if not NUMERALS.isdisjoint(normalise(answer)) else f"“{measure}”前面要填数，这里没有数字；形如 {_EXAMPLES['数']}"


def _not_a_date(gap: Gap, answer: str) -> str:
    if gap.key.name != "成文日期" or gap.before or gap.after:
        return ""
    parts = date_parts(normalise(answer))
    return "" if parts and all(p.isdigit() for p in parts) and possible(*parts) else "这不是日期；形如 2025-12-22 或 2025年12月22日"


def _not_a_period(gap: Gap, answer: str) -> str:
    if gap.key.name != "时段" or gap.before or gap.after:
        return ""
    return "" if months(_read(answer)) else f"读不出从哪月到哪月，提法的时效就没法核；形如 {_EXAMPLES['时段']}"


def _read(answer: str) -> Inlines:
    return split(normalise(answer), Origin(OriginKind.FACT), Origin(OriginKind.BLANK))
