"""Figures with two digits turned round against the same figure elsewhere (57个问题, 75个问题)."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.check.prose.figures.count import Count, counts, pairs_of
from generator.check.prose.figures.left import CHECK
from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, one_measure, quantities, scaled, sentences_of
from generator.check.prose.passage import RUNNING, Passage
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN, since_mark

_NOUN = re.compile("^[\u4e00-\u9fff]{2}")
_ACT = re.compile("[\u4e00-\u9fff]{4,}")
"""What was counted: the noun behind the number, or all of the clause before it."""


def _turned(subject: Subject) -> Iterator[Finding]:
    groups = defaultdict[tuple[str, str], list[Count]](list)
    for count in counts(subject):
        noun = _NOUN.match(count.behind)
        if noun and len(count.quantity.text) > len(count.quantity.measure) + 1:
            groups[count.quantity.measure, noun[0]].append(count)
        act = _ACT.fullmatch(since_mark(count.before, len(count.before), "，、"))
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
    yield from _told_twice(subject)


def _swapped(a: str, b: str) -> bool:
    differ = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return len(a) == len(b) and len(differ) == 2 and differ[1] == differ[0] + 1 and a[differ[0]] == b[differ[1]] and a[differ[1]] == b[differ[0]]


_DIGITS, _SHARED_PAIRS = 3, 2
"""Digits of a figure that nobody has twice by chance; pairs of characters that two sentences share which tell of one thing."""


def _told_twice(subject: Subject) -> Iterator[Finding]:
    """救护培训14.2万人次 in the 导语 and 普及培训…12.4万人次参加: two of three digits or more turned round, of a thing named alike."""
    found = [
        (p, q, pairs_of(_UNTOLD.sub("，", p.text[start:end])))
        for p, start, end in sentences_of(subject.passages)
        for q in quantities(p.text, start, end)
        if q.measure not in NO_WHOLE and not q.hedged and len(_digits(q.text)) >= _DIGITS
    ]
    by_digits = defaultdict[tuple[str, str], list[int]](list)
    for n, (_, q, _) in enumerate(found):
        by_digits["".join(sorted(_digits(q.text))), _kind(q)].append(n)
    often = Counter(_kind(q) + _digits(q.text) for _, q, _ in found)
    for n, (passage, q, told) in enumerate(found):
        mates = (found[i] for i in by_digits["".join(sorted(_digits(q.text))), _kind(q)] if i < n)
        for before, other, said in mates:
            apart = before.number != passage.number or "。" in passage.text[other.end : q.start]
            if (
                apart
                and often[_kind(q) + _digits(q.text)] == 1
                and _turned_round(other.text, q.text)
                and (len(told & said) >= _SHARED_PAIRS or _beside(passage, q) & _beside(before, other))
            ):
                yield at(passage, q.start, q.end, f"这里是{q.text}，别处是{other.text}：像是颠倒了两个数字", CHECK)
                break


def _beside(passage: Passage, q: Quantity) -> frozenset[str]:
    """The two characters at once before a figure and at once behind it: 轮训党员419名, 419名党员."""
    return frozenset(s for s in (passage.text[q.start - 2 : q.start], passage.text[q.end : q.end + 2]) if len(HAN.findall(s)) == len(s) == 2)


def _turned_round(a: str, b: str) -> bool:
    """Whether two figures, with their points in one place, differ in two digits beside each other."""
    return re.sub(r"\d", "0", _SHAPE.match(a)[0]) == re.sub(r"\d", "0", _SHAPE.match(b)[0]) and _swapped(  # type: ignore[index]
        _digits(a), _digits(b)
    )


_SHAPE = re.compile(r"[\d.,]*")
_NO_DIGIT = re.compile(r"\D")
_UNTOLD = re.compile("开展|组织|举办|全年|工作|活动|单位|服务|全[市县区镇]|进行|推动|完成")


def _digits(text: str) -> str:
    return _NO_DIGIT.sub("", text)


def _kind(q: Quantity) -> str:
    """The measure of ``q`` with its scale, persons by one word."""
    return scaled(q) + one_measure(q)


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
