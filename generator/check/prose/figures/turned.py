"""Figures with two digits turned round against the same figure elsewhere (57个问题, 75个问题), and those a plan takes up from a problem."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.check.prose.figures.again import CHECK
from generator.check.prose.figures.count import Count, counts, pairs_of
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_NOUN = re.compile("^[\u4e00-\u9fff]{2}")
_ACT = re.compile("(?:^|(?<=[，、]))[\u4e00-\u9fff]{4,}$")
"""What was counted: the noun behind the number, or all of the clause before it."""


def _turned(subject: Subject) -> Iterator[Finding]:
    groups = defaultdict[tuple[str, str], list[Count]](list)
    for count in counts(subject):
        noun = _NOUN.match(count.behind)
        if noun and len(count.quantity.text) > len(count.quantity.measure) + 1:
            groups[count.quantity.measure, noun[0]].append(count)
        act = _ACT.search(count.before)
        if act and len(count.quantity.text) > len(count.quantity.measure) + 1:
            groups[count.quantity.measure, act[0]].append(count)
    for found in groups.values():
        values = [str(c.quantity.value) for c in found]
        often, of_digits = Counter(values), defaultdict[str, list[int]](list)
        for n, value in enumerate(values):
            of_digits["".join(sorted(value))].append(n)
        for n, count in enumerate(found):
            if often[values[n]] > 1:
                continue
            others = [found[i] for i in of_digits["".join(sorted(values[n]))] if _swapped(values[n], values[i])]
            if others:
                start, end = count.quantity.start, count.quantity.end + 2 * bool(_NOUN.match(count.behind))
                yield at(count.passage, start, end, f"这里是{count.quantity.text}，别处是{others[0].quantity.text}：像是颠倒了两个数字", CHECK)
                break
    yield from _taken_up(subject)


def _swapped(a: str, b: str) -> bool:
    differ = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return len(a) == len(b) and len(differ) == 2 and differ[1] == differ[0] + 1 and a[differ[0]] == b[differ[1]] and a[differ[1]] == b[differ[0]]


_AIMED = re.compile("(?:针对|围绕|对|聚焦)[^，。；\\d]{0,6}$")
_SHARED = 0.5


def _taken_up(subject: Subject) -> Iterator[Finding]:
    """针对9家机构未测评问题, where the problem was 7家未做测评."""
    found = counts(subject)
    problems = [c for c in found if c.passage.part is Part.PROBLEM]
    for here in (c for c in found if c.passage.part is Part.PLAN and _AIMED.search(c.before)):
        told = pairs_of(here.behind.partition("问题")[0]) - pairs_of("存在的未还没有")
        same = [c for c in problems if c.quantity.measure == here.quantity.measure and told and len(told & c.pairs) >= _SHARED * len(told)]
        if len(told) > 1 and same and all(c.quantity.value != here.quantity.value for c in same):
            start, end = here.quantity.start, here.quantity.end
            yield at(here.passage, start, end, f"这里是{here.quantity.text}，前面的问题写的是{same[-1].quantity.text}", CHECK)


_TEXT = "查摆57个问题，整改55个。{}个问题逐项定人定时。"

RULES = (
    Rule(
        "turned-digits",
        "同一个数前后不颠倒",
        Authority.ADVICE,
        ACCURATE,
        _turned,
        Example(_TEXT.format("75")),
        Example(_TEXT.format("57")),
        Scope(RUNNING, (*QUOTES, *TITLES), NOT_GOVERNMENT),
    ),
)
