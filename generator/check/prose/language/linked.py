"""Conjunctions that come in pairs (既…又…): the first alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.check.prose.entries import Linked
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import sentences

_AROUND = 3
"""Characters on each side of a conjunction in which the word that it is a part of may stand."""


def _unanswered(subject: Subject) -> Iterator[Finding]:
    """既讲道理、讲故事: no 又 in the rest of what it stands in; what answers may stand between quotation marks."""
    for passage in subject.passages:
        for row in (row for row in subject.words.linked if any(word in passage.text for word in row.first)):
            pieces = sentences(passage.text) if row.within == "句" else [(0, passage.text)]
            for offset, piece in pieces:
                first = next((m for m in _first(row).finditer(piece) if not _of_another_word(row, piece, m)), None)
                if first is not None and not _then(row).search(passage.printed[offset + first.end() : offset + len(piece)]):
                    what = f"有“{first[0]}”，后面没有与它呼应的“{row.then[0]}”"
                    yield at(passage, offset + first.start(), offset + first.end(), what, f"补上“{row.then[0]}”，或删去“{first[0]}”")


def _of_another_word(row: Linked, piece: str, m: re.Match[str]) -> bool:
    around = piece[max(0, m.start() - _AROUND) : m.end() + _AROUND]
    return any(word in around for word in row.but)


@cache
def _first(row: Linked) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, row.first)))


@cache
def _then(row: Linked) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, row.then)))


RULES = (
    Rule(
        "half-pair",
        "成对的关联词两个都有",
        Authority.PRACTICE,
        "《现代汉语八百词》“既”“不仅”“一方面”等",
        _unanswered,
        Example("既讲本系统的案、讲身边人的事，受教育320人次。"),
        Example("既讲本系统的案、又讲身边人的事，既定的任务一如既往抓好。"),
        Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES)),
    ),
)
