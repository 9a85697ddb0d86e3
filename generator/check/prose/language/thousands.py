"""Commas in long numbers: in all of them or in none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.measures import MEASURE

_COUNTED = r"(?=(?:\.\d+)?(?:[\u4e00-\u9fff]|%|％))(?!(?:年|号|热线|平台|专线|电话|举报|政务|便民|市民|投诉|工程|标准|系统|网))"
"""Before what is counted; a year, a number that is a name, and a number to dial are no counts."""
_PARTED = re.compile(r"(?<![\d.,A-Za-z/—\-第])\d{1,3}(?:,\d{3})+(?![\d,])" + _COUNTED)
_WHOLE = re.compile(r"(?<![\d.,A-Za-z/—\-第〔\[线话])\d{4,}(?![\d,])" + _COUNTED)
_WIDE = re.compile(rf"(?<![\d.,，年月日第])\d{{1,3}}(?:，\d{{3}})+(?=[余多]?[万亿]?(?:{MEASURE.pattern}))")
"""The same number with commas of full width, as an input method sets them."""
_FOUR = 4
"""Digits up to which a number needs no comma where longer ones have it."""

_Found = list[tuple[Passage, re.Match[str]]]


def _commas(subject: Subject) -> Iterator[Finding]:
    """5,260人次 in a report that has 3800 and 12600 elsewhere, or the other way round; what is rarer is told."""
    for passage in subject.passages:
        for m in _WIDE.finditer(passage.text):
            right = m[0].replace("，", ",")
            yield at(passage, m.start(), m.end(), f"“{m[0]}”的千分撇是全角的", f"写成“{right}”", right)
    parted: _Found = [(p, m) for p in subject.passages for m in _PARTED.finditer(p.text)]
    least = min((_digits(m[0]) for _, m in parted), default=0)
    whole: _Found = [(p, m) for p in subject.passages for m in _WHOLE.finditer(p.text) if _digits(m[0]) >= min(least, _FOUR + 1)] if parted else []
    longest = max((_digits(m[0]) for _, m in whole), default=0)
    odd = [(p, m) for p, m in parted if _digits(m[0]) <= longest or _digits(m[0]) > _FOUR] if whole else []
    if odd and len(odd) <= len(whole):
        for passage, m in odd:
            right = m[0].replace(",", "")
            yield at(passage, m.start(), m.end(), f"“{m[0]}”加了千分撇，别处的数（如“{whole[0][1][0]}”）没有加", f"写成“{right}”", right)
    elif odd:
        for passage, m in whole:
            right = f"{int(m[0]):,}"
            yield at(passage, m.start(), m.end(), f"“{m[0]}”没有加千分撇，别处的数（如“{parted[0][1][0]}”）加了", f"写成“{right}”", right)


def _digits(number: str) -> int:
    return len(number.replace(",", ""))


RULES = (
    Rule(
        "thousands",
        "千分撇要加都加",
        Authority.ADVICE,
        "GB/T 15835—2011 5.1.1",
        _commas,
        Example("走访群众3800户，陪餐5,260人次，宣传1260人次。"),
        Example("走访群众3800户，发放资料12,600份，2025年拨打12345热线1260件。"),
        Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES)),
    ),
)
