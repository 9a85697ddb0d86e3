"""Days that have a name, and days on which something great began: the date beside the name is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.check.prose.entries import Day
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_DATE = r"(?<!\d)(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})[日号]"
_BESIDE = r"(?:，?是|的|（|，)?(?:党的|中国共产党|我国|全国|法定|第?[一二三四五六七八九十百\d]{1,4}个|“|\d{1,3})*"
_HELD = r"[^。；月]{0,30}?(?:收看|收听|观看|聆听|召开|开幕|闭幕|观礼)[^。；，\d]{0,10}"

_AROUND_IT = r"前|来临|到来|临近|将至|期间|宣传[周月]|[^，。；]{0,8}?(?:活动|大会|仪式|座谈|竞赛|晚会|彩排|慰问|部署会|演出)"
"""Behind the name of a day: what is held on its account, which may be before or after it."""


_POINTED = r"(?<!\d)(?P<month>\d{1,2})[·.．](?P<day>\d{1,2})[”’]?[“‘]?"
"""As the name of a day has it before it (5·8世界红十字日)."""


def _misdated(subject: Subject) -> Iterator[Finding]:
    """4月16日全民国家安全教育日; 10月18日集中收看党的二十大开幕会."""
    for passage in subject.passages:
        for row in (row for row in subject.words.days if any(name in passage.text for name in row.names) and _is_then(row, subject)):
            for m in (m for pattern in (_dated(row), _pointed(row)) for m in pattern.finditer(passage.text)):
                wrong_day = (int(m["month"]), int(m["day"])) != (row.month, row.day)
                wrong_year = bool(m.groupdict().get("year") and row.year and int(m["year"]) != row.year)
                if wrong_day or wrong_year:
                    right = f"{row.year}年" * wrong_year + f"{row.month}月{row.day}日"
                    yield at(
                        passage,
                        m.start(),
                        m.end("day") + (passage.text[m.end("day")] in "日号"),
                        f"{m['name']}在{right}",
                        f"核对日期。依据：{row.source}",
                    )


_UNNAMED = re.compile("^大会|^开幕|^闭幕")


def _is_then(row: Day, subject: Subject) -> bool:
    """Whether what the names of ``row`` alone leave open (大会开幕会) can be what was held in its year."""
    return not any(map(_UNNAMED.match, row.names)) or subject.year == row.year


@cache
def _dated(row: Day) -> re.Pattern[str]:
    """A date and the name: side by side, or, of what was held once, in the clause that says who followed it."""
    names = "|".join(map(re.escape, sorted(row.names, key=len, reverse=True)))
    return re.compile(rf"{_DATE}{f'(?:{_BESIDE}|{_HELD})' if row.year else _BESIDE}(?P<name>{names})(?!{_AROUND_IT})")


@cache
def _pointed(row: Day) -> re.Pattern[str]:
    """A month and a day with a point between them, and the name."""
    return re.compile(_POINTED + f"(?P<name>{'|'.join(map(re.escape, sorted(row.names, key=len, reverse=True)))})")


RULES = (
    Rule(
        "named-day",
        "节日、大事的日期对得上",
        Authority.PRACTICE,
        ACCURATE,
        _misdated,
        Example("4月16日全民国家安全教育日，开展宣传。"),
        Example("4月15日全民国家安全教育日，开展宣传；12月2日起开展国家宪法日宣传。"),
        Scope(RUNNING | {Part.HEADING}, TITLES),
    ),
)
