"""Marks of quotation by how they stand in each other: “ ” outside, ‘ ’ within, 《 》 about the name of what is written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_TWICE = re.compile("“[ ]?“|”[ ]?”")
_SINGLE = re.compile("‘(?P<said>[^‘’“”]{1,30})’")

_INNER_TITLE = re.compile("〈(?P<said>[^〈〉《》]{2,30})〉")


def _nested(subject: Subject) -> Iterator[Finding]:
    """““三会一课””: the outer marks within the outer marks; ‘三会一课’: the inner ones with none around them."""
    for passage in subject.passages:
        for m in _TWICE.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"引号“{m[0]}”重了", "留一个；引号里再用引号，里面的用单引号", m[0][0])
        for m in _SINGLE.finditer(passage.text):
            before = passage.text[: m.start()]
            if before.count("“") <= before.count("”") and passage.text.count("“") == passage.text.count("”"):
                yield at(passage, m.start(), m.end(), "外层用了单引号", "外层用双引号，里层用单引号", f"“{m['said']}”")
        for m in _INNER_TITLE.finditer(passage.text):
            before = passage.text[: m.start()]
            if before.count("《") <= before.count("》"):
                yield at(passage, m.start(), m.end(), "外层用了单书名号", "外层用双书名号，里层用单书名号", f"《{m['said']}》")


RULES = (
    Rule(
        "quote-levels",
        "双引号在外，单引号在里",
        Authority.STANDARD,
        "GB/T 15834—2011 4.8.3",
        _nested,
        Example("落实‘三会一课’制度，开展““四下基层””活动。"),
        Example("落实“三会一课”制度，有党员说：“‘四下基层’不能停。”"),
        Scope(RUNNING | {Part.HEADING, Part.TITLE}, TITLES),
    ),
)
