"""Numbers of documents that a text cites: the year in 〔〕, the number without 第 and without zeros before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import Part
from generator.check.prose.rule import Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_NUMBER = re.compile(
    r"(?P<sign>[\u4e00-\u9fff]{1,8}[\u4e00-\u9fff])(?P<open>[（(\[［【〔{])(?P<year>(?:19|20)?\d{2})(?P<close>[）)\]］】〕}])(?P<n>第?\d{1,4}(?:-\d{1,3})?)号"
)
_SIGNS = re.compile("(?:[发办函字政委党规通知令议纪组宣统人财建教卫农水林交工经贸环安税监市管局院校]|公告)$")
"""How the sign of an office ends before the year: of a lot, a case or a licence it ends otherwise."""
_CASES = re.compile("[案裁判审执诉复决罚许证]字?$")


_SHORT_YEAR = 2


def _cited(subject: Subject) -> Iterator[Finding]:
    """云水（2025）012号: as the standard writes numbers of documents, 云水〔2025〕12号."""
    for passage in subject.passages:
        for m in _NUMBER.finditer(passage.text):
            if not _SIGNS.search(m["sign"]) or _CASES.search(m["sign"]):
                continue
            year = f"20{m['year']}" if len(m["year"]) == _SHORT_YEAR else m["year"]
            right = f"〔{year}〕{m['n'].removeprefix('第').lstrip('0')}号"
            if passage.text[m.start("open") : m.end()] != right:
                start = m.start("open")
                yield at(
                    passage,
                    start,
                    m.end(),
                    f"发文字号“{passage.text[start : m.end()]}”应写作“{right}”",
                    "年份用六角括号，序号不加“第”、不编虚位",
                    right,
                )


RULES = (
    Rule(
        "cited-number",
        "引用的发文字号写得对",
        Authority.STANDARD,
        "GB/T 9704—2012 7.2.5",
        _cited,
        Example("落实《关于加强供水管理的通知》（云水（2025）12号），修订制度3项。"),
        Example("落实《关于加强供水管理的通知》（云水〔2025〕12号），办理（2025）云01民初12号案件，送达云水罚决字〔2025〕第012号决定书。"),
        Scope(frozenset(Part)),
    ),
)
