"""Days written with points, strokes or hyphens where a text says year, month and day, or without their 日."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING
from generator.check.prose.rule import QUOTES, REGULAR, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_DOTTED = re.compile(
    r"(?<![\d.\-/A-Za-z])(?P<year>20\d{2})(?P<by>[.\-/．])(?P<month>1[0-2]|0?[1-9])(?P=by)(?P<day>3[01]|[12]\d|0?[1-9])(?![\d.\-/．A-Za-z])"
)


def _dotted(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _DOTTED.finditer(passage.text):
            right = f"{m['year']}年{int(m['month'])}月{int(m['day'])}日"
            yield at(passage, m.start(), m.end(), f"正文里的日期写成了“{m[0]}”", f"写成“{right}”", right)


_HALF_DAY = re.compile(
    r"(?<![\d年、—～-])(?:(?P<year>(?:19|20)\d{2})年)?(?P<month>1[0-2]|[1-9])月(?P<day>3[01]|[12]\d|[1-9])"
    r"(?=[，。；]|起?(?:[，。；]|举办|举行|召开|开展|组织|实施|施行|启动|启用|执行|正式|在|到|赴|前往|前(?:完成|全部)|上午|下午|晚|凌晨|发布|印发|建成|完工|开工|开始|开通))"
)
"""A month with a number behind it that counts nothing: what follows is what was done that day."""


def _half_a_day(subject: Subject) -> Iterator[Finding]:
    """4月22起举办: the day without its 日."""
    for passage in subject.passages:
        for m in _HALF_DAY.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"日期“{m[0]}”缺“日”", f"写成“{m[0]}日”", f"{m[0]}日")


RULES = (
    Rule(
        "half-day",
        "日期里的“日”写上",
        Authority.STANDARD,
        "GB/T 15835—2011 5.1.4",
        _half_a_day,
        Example("4月22起举办读书班，12月3召开大会。"),
        Example("4月22日起举办读书班，截至9月12家企业开工，6月18个项目开工，每年5月到10月开放。"),
        Scope(RUNNING, (*QUOTES, *TITLES)),
    ),
    Rule(
        "dotted-date",
        "正文里的日期写年、月、日",
        Authority.ADVICE,
        REGULAR,
        _dotted,
        Example("2025.6.12召开推进会。"),
        Example("2025年6月12日召开推进会，升级到2025.6.12.3版，网址为a/2025/6/12/b。"),
        Scope(RUNNING, (*QUOTES, *TITLES)),
    ),
)
