"""What is a phrase at all: sizes, and clauses that make no sense away from their neighbours."""

from __future__ import annotations

import re

from generator.bank.phrase import SLOT, Kind
from generator.chinese.punctuation import HAN

_LONGEST = {Kind.HEADING: 36, Kind.LEAD: 36, Kind.CLAUSE: 30, Kind.TRANSITION: 34, Kind.FORMULATION: 16, Kind.FRAME: 90}
_SHORTEST = {Kind.FORMULATION: 2, Kind.TRANSITION: 2, Kind.FRAME: 2}
_SHORTEST_AROUND = 2
"""Characters of what is set around the name of a matter."""
_LONGEST_SENTENCE = 44
"""Characters of a sentence of formula that is one unit: two or three clauses."""
_LONGEST_RUN = 30
_MASK = re.compile(r"[*_〇×]|[Xx]{1,}")
_UNTYPED = re.compile(r"(?<!“)\{词\d*\}|\{词\d*\}(?!”)")
_DEPENDENT_START = re.compile(
    r"(以及|和|与|及(?!时)|并|而|但|其|这|该|同时|特别是|尤其|则|又|也|还|才|就|却|、|”|）|等|使|从而|进而|同(?!向)|是|至|做出)"
)
_DEPENDENT_END = re.compile(r"(等|的|中|时|后|以来|方面|基础上|来看|同时|要求|为|过程|因为|如下|（|和|与|、)$")
_SLOTS_ONLY = re.compile(r"(?:\{[^{}]+\}[\u4e00-\u9fff%]{0,2})+")
_COMMITMENT = re.compile(r"每(月|季度|半年|年|周)|至少")  # how often something shall be done is not how often it was
_DATED_ONLY = re.compile(r"(?:[^{}]|\{(?:年|月|日期|周年)\d*\})+|(?:根据|按照|依据)\{文件\d*\}")
_SENTENCE_MARK, _FIGURE = re.compile(r"[。；！？：]"), re.compile(r"\d")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"))


def is_phrase(text: str, kind: Kind) -> bool:
    """Whether ``text`` is phrase-sized, complete and free of masks, so that it may stand in a bank."""
    bare = SLOT.sub("", text)
    sentence = kind is Kind.CLAUSE and "，" in text
    shortest = _SHORTEST_AROUND if kind is Kind.LEAD and bare != text else _SHORTEST.get(kind, 4)
    if not shortest <= len(HAN.findall(bare)) or len(text) > (_LONGEST_SENTENCE if sentence else _LONGEST[kind]):
        return False
    run = re.split("，|" + SLOT.pattern, text) if sentence else SLOT.split(text)[::2]
    if max(map(len, filter(None, run))) > (36 if kind in (Kind.HEADING, Kind.LEAD) else _LONGEST_RUN):
        return False
    return _is_whole(text, kind) and not _MASK.search(bare) and not _UNTYPED.search(text)


def _is_whole(text: str, kind: Kind) -> bool:
    if any(text.count(a) != text.count(b) for a, b in _PAIRS) or _SENTENCE_MARK.search(text):
        return False
    if kind in (Kind.TRANSITION, Kind.FORMULATION):
        return True
    if kind is Kind.FRAME and (
        _DATED_ONLY.fullmatch(text) or _COMMITMENT.search(text) or _SLOTS_ONLY.fullmatch(text) or _FIGURE.search(SLOT.sub("", text))
    ):
        return False
    return not _DEPENDENT_START.match(text) and not _DEPENDENT_END.search(text)
