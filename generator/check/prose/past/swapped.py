"""A report against its facts file: two figures of facts that stand in each other's places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from generator.check.prose.figures.count import pairs_of
from generator.check.prose.figures.quantity import CALENDAR, Quantity, quantities
from generator.check.prose.passage import RUNNING, Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Given, Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import sentences, until_mark

_BEFORE, _BEHIND = 10, 6
"""Characters before a figure and behind it that say what it counts."""
_BLANK = re.compile(r"\s+(?=\D)")
"""What a clerk parts notes by in one line, which is no part of what a figure counts: 书记党课2次  支部书记党课4次."""
_LEAST = 2
"""Pairs of characters by which the words around one figure must be nearer to a fact than those around another."""


class _Placed(Struct, frozen=True):
    """A figure with the pairs of characters around it, up to the figures beside it."""

    quantity: Quantity
    around: frozenset[str]


def _swapped(subject: Subject) -> Iterator[Finding]:
    """评出优质课426节 where the facts say 68, and 426 of something else in the same sentence."""
    if subject.owed is None:
        return
    said = [(p, start, s, _placed(s)) for p in subject.passages for start, s in sentences(p.text)]
    for fact in subject.owed.facts:
        for figure in _placed(_BLANK.sub("，", fact.text)):
            yield from _misplaced(fact, figure, said)
    yield from _exchanged(subject, said)


Sentence = tuple[Passage, int, str, list[_Placed]]


def _exchanged(subject: Subject, said: list[Sentence]) -> Iterator[Finding]:
    """主题党日312次，参加党员9人次, where the facts count 9次 and 312人次: the facts hold neither figure, and both with the numbers exchanged."""
    facts = [q for text in (subject.owed.words if subject.owed else ()) for q in quantities(text)]
    known, unmeasured = {q.key for q in facts}, {q.value for q in facts if not q.measure}
    for passage, start, _, placed in said:
        strange = [p.quantity for p in placed if p.quantity.key not in known and p.quantity.value not in unmeasured]
        for first, second in pairwise(strange):
            if first.measure != second.measure and {(second.value, first.measure), (first.value, second.measure)} <= known:
                fault = f"“{first.text}”和“{second.text}”在事实表里是另一个数：两个数换了位置"
                yield at(passage, start + first.start, start + second.end, fault, "照事实表换回来")


def _misplaced(fact: Given, figure: _Placed, said: list[Sentence]) -> Iterator[Finding]:
    """The sentence that holds ``figure`` nowhere near its words, which stand around another figure there."""
    held = [sentence for sentence in said if any(p.quantity.key == figure.quantity.key for p in sentence[3])]
    scored = [(max(len(figure.around & p.around) for p in sentence[3]), sentence) for sentence in held]
    near, sentence = max(scored, key=lambda pair: pair[0], default=(0, None))
    if sentence is None or near < _LEAST:
        return
    passage, start, _, placed = sentence
    alike = [p for p in placed if p.quantity.measure == figure.quantity.measure]
    own = max(len(figure.around & p.around) for p in alike if p.quantity.key == figure.quantity.key) if alike else near
    other = max(alike, key=lambda p: len(figure.around & p.around), default=None)
    if other is not None and other.quantity.key != figure.quantity.key and near == len(figure.around & other.around) >= own + _LEAST:
        q = other.quantity
        fault = f"{fact.where}写的是“{figure.quantity.text}”，稿子里这个地方是“{q.text}”：两个数换了位置"
        yield at(passage, start + q.start, start + q.end, fault, f"照“{fact.text}”改正")


def _placed(text: str) -> list[_Placed]:
    """The figures of ``text``, dates apart, each with what stands around it."""
    found = [q for q in quantities(text) if q.measure and q.measure not in CALENDAR]
    starts = [0, *(q.end for q in found)]
    ends = [*(q.start for q in found), len(text)]
    spans = list(zip(starts, ends, strict=True))
    return [
        _Placed(q, pairs_of(text[max(a, b - _BEFORE) : b]) | pairs_of(until_mark(text, c, "，。；", min(d, c + _BEHIND))))
        for q, ((a, b), (c, d)) in zip(found, pairwise(spans), strict=True)
    ]


_FACTS = ("组织公开课26节", "评出优质课8节", "书记党课 2次  支部书记党课 4次")

RULES = (
    Rule(
        "figures-swapped",
        "数字没有换位置",
        Authority.REGULATION,
        ACCURATE,
        _swapped,
        Example("全年组织公开课8节，评出优质课26节。", facts=_FACTS),
        Example("评出优质课8节，此前组织公开课26节。书记讲授党课2次，支部书记讲授党课4次。", facts=_FACTS),
        Scope(RUNNING),
        (Need.FACTS,),
    ),
)
