"""Annexes: what the text refers to stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.numerals import number

_REFERS = re.compile("(?:见|详见|参见)附[件表录](?P<n>\\d{1,2}|[一二三四五六七八九十])?|[（(]附[件表录](?P<m>\\d{1,2}|[一二三四五六七八九十])?[）)]")


def _missing(subject: Subject) -> Iterator[Finding]:
    """（见附件2） where there is none, or one."""
    report = subject.report
    there = max(len(report.attachments), len(report.annexes), _printed(subject))
    for passage in (p for p in subject.passages if p.part in RUNNING or p.part is Part.HEADING):
        for m in _REFERS.finditer(passage.text):
            said = m["n"] or m["m"]
            n = int(said) if said and said.isdecimal() else number(said) if said else 1
            if (n or 1) > there:
                behind = f"文后只有{there}个附件" if there else "文后没有附件"
                yield at(passage, m.start(), m.end(), f"文中说“{m[0].strip('（）()')}”，{behind}", "补上附件，或删去这几个字")


def _printed(subject: Subject) -> int:
    """How many annexes the lines behind the text name where they were read as something else."""
    found = [re.match(r"附[件表录]\s*(\d{0,2})", p.printed.strip()) for p in subject.whole]
    return max((int(m[1] or 1) for m in found if m), default=0)


_BODY = (
    "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n"
    "印发分工表（见附件{}），督查4次。\n二、打算\n继续推进。\n附件：分工表\n云州市水务局\n2025年12月22日"
)

RULES = (
    Rule(
        "annex-missing",
        "文中说到的附件文后都有",
        Authority.REGULATION,
        "GB/T 9704—2012 7.3.4；" + ACCURATE,
        _missing,
        Example(_BODY.format("2")),
        Example(_BODY.format("")),
        Scope(frozenset(Part)),
    ),
)
