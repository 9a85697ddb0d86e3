"""A report against its facts file: figures that stand in no fact, facts that the report has lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from generator.check.prose.figures.quantity import Quantity, plainly, quantities
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import sentences

_CALENDAR = frozenset("年 月 日".split())
_HELD, _NEAR = 0.6, 0.45
"""Shares of a fact's pairs of characters from which a sentence is that fact; below the second it is not even that fact altered."""
_SHORTEST = 4


def _not_in_facts(subject: Subject) -> Iterator[Finding]:
    """A count of things that the facts file does not hold, or not with that measure word."""
    if subject.owed is None:
        return
    written = [q for text in subject.owed.words for q in quantities(text)]
    known = {q.key for q in written}
    bare = {q.value for q in written if not q.measure}
    for passage in subject.passages:
        for q in quantities(passage.text, passage.label):
            if q.measure in _CALENDAR or q.key in known or q.value in bare or (not q.measure and q.value in {w.value for w in written}):
                continue
            yield at(passage, q.start, q.end, f"“{q.text}”不在事实表里", _meant(subject, passage.text, q))


def _meant(subject: Subject, text: str, q: Quantity) -> str:
    """The fact whose words stand around the figure, as what it was to be."""
    around = _content(text[max(0, q.start - 16) : q.end + 8])
    scored = [(len(around & _content(g.text)), g) for g in (subject.owed.facts if subject.owed else ()) if any(True for _ in quantities(g.text))]
    most, fact = max(scored, key=lambda pair: pair[0], default=(0, None))
    return f"事实表第{fact.line}行写的是“{fact.text}”；核对" if fact is not None and most > 2 and fact.line else "核对，补进事实表，或改正"


def _lost(subject: Subject) -> Iterator[Finding]:
    if subject.owed is None:
        return
    said = [s for p in subject.whole if p.part is not Part.TITLE for _, s in sentences(p.text)]
    bags = [(_content(s), s) for s in said]
    joined = _STOPS.sub("", "".join(said))
    for fact in subject.owed.facts:
        words = _STOPS.sub("", fact.text)
        if len(words) < _SHORTEST or words in joined:
            continue
        told = _content(fact.text)
        best = max((len(told & bag) / len(told) for bag, _ in bags), default=0.0) if told else 1.0
        figures = {q.key for q in quantities(fact.text) if q.measure}
        held = any(len(told & bag) / len(told) >= _NEAR and figures <= {q.key for q in quantities(s)} for bag, s in bags) if told else True
        where = f"事实表第{fact.line}行" if fact.line else "事实表里"
        if best < _NEAR:
            yield Finding(f"{where}的“{_cut(fact.text)}”稿子里没有了", "补上；确实不写的，从事实表里删去")
        elif missing := [t for t in _TITLE.findall(fact.text) if _STOPS.sub("", t) not in joined]:
            yield Finding(f"{where}的“{_cut(fact.text)}”改动了：稿子里没有“{missing[0]}”", "核对，改正其中一边")
        elif not held:
            lost = "、".join(plainly(value) + measure for value, measure in sorted(figures, key=str))
            yield Finding(f"{where}的“{_cut(fact.text)}”改动了：稿子里那一句没有“{lost}”", "核对，改正其中一边")
        elif best < _HELD and not figures:
            yield Finding(f"{where}的“{_cut(fact.text)}”稿子里没有了", "补上；确实不写的，从事实表里删去")


_LONGEST_SHOWN = 30
_STOPS = re.compile(r"[\s，。；：、]")
"""What may stand otherwise between the words of a fact: the first clause of a problem may head the rest."""


_TITLE = re.compile("《[^《》]+》|“[^“”]+”")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _content(text: str) -> frozenset[str]:
    """The pairs of characters of ``text``, figures and stops aside."""
    bare = re.sub(r"[\s\d.,，。；、：“”《》（）]", "", text)
    return frozenset(pairs(bare))


_LIKE = 0.75
"""Share of a fact's pairs of characters from which a sentence says that fact, if in other words."""
_LONGEST_CHANGE = 4
"""Characters of a fact that may be changed for the change to look like a slip instead of another way of saying it."""


def _reworded(subject: Subject) -> Iterator[Finding]:
    """A fact of which a few characters became others: a name, a place, a date."""
    said = [(p, at, s) for p in subject.passages for at, s in sentences(p.text)]
    if subject.owed is None or not said:
        return
    joined = _STOPS.sub("", "".join(s for _, _, s in said))
    for fact in subject.owed.facts:
        told = _content(fact.text)
        if not told or _STOPS.sub("", fact.text) in joined:
            continue
        share, (passage, start, sentence) = max(((len(told & _content(s)) / len(told), (p, a, s)) for p, a, s in said), key=lambda found: found[0])
        for was, first, last in _changed(fact.text, sentence) if share >= _LIKE else ():
            where = f"事实表第{fact.line}行" if fact.line else "事实表里"
            yield at(passage, start + first, start + last, f"{where}写的是“{was}”，稿子里是“{sentence[first:last]}”", "核对，改正其中一边")


def _changed(fact: str, sentence: str) -> Iterator[tuple[str, int, int]]:
    """Characters of ``fact`` that others stand for in ``sentence``, both a few and no figures, with what stands around them unchanged."""
    ops = SequenceMatcher(None, fact, sentence, autojunk=False).get_opcodes()
    for before, (tag, i, j, first, last), after in zip(ops, ops[1:], ops[2:], strict=False):
        kept = before[0] == after[0] == "equal" and after[2] - before[1] - (j - i) >= _LONGEST_CHANGE
        few = 0 < max(j - i, last - first) <= _LONGEST_CHANGE
        if tag == "replace" and kept and few and not re.search(r"[\d，。；：、]", fact[i:j] + sentence[first:last]):
            yield fact[i:j], first, last


_FACTS = ("开展主题党日9次", "慰问困难党员12名")

RULES = (
    Rule(
        "not-in-facts",
        "数字都在事实表里",
        Authority.REGULATION,
        ACCURATE,
        _not_in_facts,
        Example("开展主题党日19次，慰问困难党员12名。", facts=_FACTS),
        Example("开展主题党日9次，慰问困难党员12名。", facts=_FACTS),
        Scope(RUNNING),
        (Need.FACTS,),
    ),
    Rule(
        "fact-lost",
        "事实表里的都写上了",
        Authority.REGULATION,
        ACCURATE,
        _lost,
        Example("慰问困难党员12名。", facts=_FACTS),
        Example("开展主题党日9次，还慰问困难党员12名。", facts=_FACTS),
        Scope(RUNNING),
        (Need.FACTS,),
    ),
    Rule(
        "fact-reworded",
        "事实表里的字没有走样",
        Authority.ADVICE,
        ACCURATE,
        _reworded,
        Example("到青石河泵站开展主题党日9次。", facts=("到青石桥泵站开展主题党日9次",)),
        Example("到青石桥泵站多次开展主题党日，共9次。", facts=("到青石桥泵站开展主题党日9次",)),
        Scope(RUNNING),
        (Need.FACTS,),
    ),
)
