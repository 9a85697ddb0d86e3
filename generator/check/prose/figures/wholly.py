"""All of it, and a figure beside it by which it is not all: 全部整改到位，整改率96%; 未发生事故，发生事故3起; 计划12处，完成10处，超额完成."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.prose.figures.quantity import plainly, quantities
from generator.check.prose.figures.sums import CHECK, NUMBERS
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark

_VALUE = r"(?:达到?|为|是)?(?P<value>\d{1,2}(?:\.\d+)?)[%％]"
_ALL_DONE = re.compile(
    rf"(?:全部|均已?|都已?|全面)(?:按期|如期|及时|已)?(?:完成)?(?P<verb>整改|办结|销号|化解|答复|办理|落实|完成|交办|建成|开工)(?:到位|完毕|完成)?[^，。；\d]{{0,8}}，(?:问题|按期)?(?P=verb)率{_VALUE}"
)
_COVERED = re.compile(
    rf"(?<!未)(?<!尚未)(?<!基本)(?<!力争)(?<!努力)(?<!确保)(?<!逐步)(?<!争取)(?<!推动)(?:实现|达到|做到)[^，。；\d]{{0,8}}全覆盖，[^，。；\d]{{0,6}}覆盖率{_VALUE}"
)
_COUNTED = re.compile(
    r"(?<![\d.])(?P<all>\d+)(?P<measure>[\u4e00-\u9fff])(?P<what>[\u4e00-\u9fff]{0,6}?)(?:已)?(?:全部|均已?|都已?|逐一|悉数)(?:按期|如期|及时|已)?(?:完成)?"
    r"(?P<verb>整改|办结|销号|化解|答复|办理|落实|完成|交办|建成|开工|达标|验收)(?:到位|完毕|完成)?，(?:目前|现|年底前)?(?:已)?(?P=verb)(?:到位)?(?P<done>\d+)(?P=measure)"
)
_ALL_THEN = re.compile(
    r"(?<=，)(?:已)?全部(?:按期|如期|及时|已)?(?P<verb>整改|办结|销号|化解|答复|办理|落实|完成|交办|建成|开工|达标|验收)(?:到位|完毕|完成)?，(?:已)?(?P=verb)(?P<done>\d+)(?P<measure>[\u4e00-\u9fff])(?=[，。；])"
)
_NONE = re.compile(
    r"(?:未|没有)发生(?:一起|任何)?(?P<kind>[^，。；\d]{0,10}?)(?P<what>事故|案件|事件|火灾|疫情)，[^，。；\d]{0,4}发生(?P<other>[^，。；\d]{0,6}?)(?P=what)(?P<n>\d+)起"
)
_WORSE = re.compile("较大|重大|以上|重特大|责任|恶性|死亡|特别|群体|大规模|区域")
"""What says of accidents that did not happen that they are of a kind, beside which others may."""


def _not_all(subject: Subject) -> Iterator[Finding]:
    yield from _beyond(subject)
    for passage in subject.passages:
        for m in (m for pattern in (_ALL_DONE, _COVERED) for m in pattern.finditer(passage.text)):
            yield at(passage, m.start(), m.end(), f"前面说全部，后面写的是{m['value']}%", CHECK)
        for m in _COUNTED.finditer(passage.text):
            if Decimal(m["done"]) < Decimal(m["all"]):
                yield at(passage, m.start(), m.end(), f"前面说{m['all']}{m['measure']}全部{m['verb']}，后面写的是{m['done']}{m['measure']}", CHECK)
        for m in _ALL_THEN.finditer(passage.text):
            clause = since_mark(passage.text, m.start(), "。；")
            before = [q.value for q in quantities(clause) if q.measure == m["measure"] and q.exact]
            if before and Decimal(m["done"]) < before[-1]:
                fault = f"前面说{plainly(before[-1])}{m['measure']}全部{m['verb']}，后面写的是{m['done']}{m['measure']}"
                yield at(passage, m.start(), m.end(), fault, CHECK)
        for m in _NONE.finditer(passage.text):
            if not _WORSE.search(m["kind"]) and (not m["other"] or not m["kind"] or m["other"] in m["kind"] or m["other"] == "一般"):
                yield at(passage, m.start(), m.end(), f"前面说没有发生，后面写的是{m['n']}起", CHECK)


_BEYOND = re.compile(
    r"(?:计划|任务|目标|应)[^，。；\d]{0,8}(?P<meant>\d+(?:\.\d+)?)(?P<measure>[万亿]?[\u4e00-\u9fff]{1,2})，(?:实际|已|全年|共)?[^，。；\d]{0,6}(?:完成|建成|改造|整治|培训|实施|达到)"
    r"[^，。；\d]{0,6}(?P<done>\d+(?:\.\d+)?)(?P=measure)[^。；]{0,4}，(?:均|已)?超额(?:完成|实现)"
)


def _beyond(subject: Subject) -> Iterator[Finding]:
    """计划整治12处，完成10处，超额完成: less than was meant."""
    for passage in subject.passages:
        for m in _BEYOND.finditer(passage.text):
            if Decimal(m["done"]) <= Decimal(m["meant"]):
                fault = f"计划{m['meant']}{m['measure']}，完成{m['done']}{m['measure']}，没有超额"
                yield at(passage, m.start(), m.end(), fault, CHECK)


RULES = (
    Rule(
        "not-all",
        "说全部、没有的，数也是这样",
        Authority.PRACTICE,
        ACCURATE,
        _not_all,
        Example("问题全部整改到位，整改率96%。未发生安全事故，全年发生事故3起。"),
        Example("问题全部整改到位，整改率100%，满意率96%。未发生较大以上事故，全年发生一般事故3起。"),
        NUMBERS,
    ),
)
