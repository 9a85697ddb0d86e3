"""Days written with points, strokes or hyphens where a text says year, month and day."""

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


RULES = (
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
