"""What is left of a whole once some of it is done (34个，改到位29个，其余5个), and more done than came in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, exceeds, quantities, sentences_of
from generator.check.prose.figures.sums import CHECK, MOST, NEAR, NUMBERS, added, one_list, part_over_whole
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark
from generator.patterns import worded

_REST = re.compile(r"(?:其余|剩余|余下|剩下|(?<![过所])剩|尚余|还差)的?[^，。；\d]{0,3}$")
OF_THOSE_DONE = re.compile("^(?:其中|包括|包含|含)|上年|去年|往年|历年|上半年|上月|上季度|年初")
"""What says of things left that they had been left before, and are among those done."""
_STILL = re.compile(r"(?:还|仍|尚|另)有[^，。；\d]{0,4}$")
"""The same, said so that it may be something else as well: of what came in where something was done about it."""
_UNSAID_REST = re.compile(
    r"[，；、](?P<open>[^，。；\d]{1,3}不[了动完成]的?|(?:因[^，。；\d]{1,8})?(?:暂|尚|还|仍)?(?:不能|不具备|未|没|无法|有待|待)[^，。；\d]{0,8}的?)?$"
)
"""Before a count that opens its clause, or says what is ``open``: behind what was done it is what was not."""
_WHY = re.compile("因|由于|正在|尚|仍|暂")
"""Behind a count: why what is left is left."""
_FROM_BEFORE = re.compile("积压|结转|上年|去年|历年|累计|往年|存量|积案|含")
"""More may be done than came in, where some came in before."""


def _rest(subject: Subject) -> Iterator[Finding]:
    """What is left (34个，改到位29个，其余5个) is the whole without what was done, whichever of the counts before are whole and done."""
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure and q.exact]
        for n, rest in enumerate(found):
            clause = since_mark(passage.text, rest.start, "，。；（", start)
            if not _REST.search(clause[-NEAR:]) or OF_THOSE_DONE.search(clause):
                continue
            before = [q for q in found[max(0, n - MOST) : n] if q.measure == rest.measure]
            if len(before) == 1:
                yield from _rest_of_before(subject, passage, start, end, before[0], rest)
            if len(before) < 2:
                continue
            *wholes, done = before
            if max(w.value for w in wholes) >= done.value and not _remains(before, rest):
                fault = f"{max(wholes, key=lambda w: w.value).text}去掉{done.text}，余下的不是{rest.text}"
                yield at(passage, wholes[0].start, rest.end, fault, CHECK)
    yield from _handled_and_rest(subject)
    yield from _handled_and_still(subject)


def _handled_and_still(subject: Subject) -> Iterator[Finding]:
    """排查隐患36处，整改30处，还有5处列入计划: three counts that follow each other, of one measure."""
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE and q.exact]
        for came, done, rest in zip(found, found[1:], found[2:], strict=False):
            if not came.measure == done.measure == rest.measure or not _STILL.search(since_mark(passage.text, rest.start, "，。；", start)):
                continue
            between = passage.text[came.end : done.start] + passage.text[done.end : rest.start]
            said = _said_of(_around(passage.text, start, end, came, "，；。："), _around(passage.text, start, end, done, "，；。：、"), subject)
            if said and "其中" not in between and done.value <= came.value and done.value + rest.value != came.value:
                yield at(passage, came.start, rest.end, f"{came.text}，办了{done.text}，余下的不是{rest.text}", CHECK)


def _rest_of_before(subject: Subject, passage: Passage, start: int, end: int, done: Quantity, rest: Quantity) -> Iterator[Finding]:
    """The same where what came in stands in a sentence before (查摆问题984个。…完成整改861个，对其余123个…)."""
    dealt_with = _around(passage.text, start, end, done, "，；。：、")
    before = [q for q in quantities(passage.text, 0, start) if q.measure == rest.measure and q.exact]
    came = [q for q in before if _said_of(_around(passage.text, 0, start, q, "，；。："), dealt_with, subject)]
    if came and came[-1].value >= done.value and all(q.value != done.value + rest.value for q in before):
        yield at(passage, came[-1].start, rest.end, f"{came[-1].text}去掉{done.text}，余下的不是{rest.text}", CHECK)


def _handled(subject: Subject) -> Iterator[Finding]:
    """More done than came in (受理来信20件，办结24件); what 其中 joins is another rule's."""
    parts = {(f.passage.number, f.end) for f in part_over_whole(subject) if f.passage is not None}
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE]
        for n, done in enumerate(found):
            if not _is_dealt_with(_around(passage.text, start, end, done, "，；。：、"), subject):
                continue
            before = [q for q in found[max(0, n - MOST) : n] if q.measure == done.measure]
            lists = [c for c in _lists(passage.text, before) if "其中" not in _around(passage.text, start, end, c[0], "，；。：")[0]]
            if not any(exceeds(done, c) for c in lists):  # as nearly always, and sooner told than what the words say
                continue
            told = _around(passage.text, start, end, done, "，；。：、")
            came = next((c for c in lists if _said_of(_around(passage.text, start, end, c[-1], "，；。："), told, subject)), [])
            if not came or not exceeds(done, came):
                continue
            if done.measure not in _BY_PIECE and _MEANT.search(_around(passage.text, start, end, came[0], "，；。：")[0]):
                continue
            if _done_already(passage.text, [q for q in before if q.start > came[-1].end], came, done, subject):
                continue
            if not _some_from_before(passage.text, start, came[0], done) and (passage.number, done.end) not in parts:
                yield at(passage, came[0].start, done.end, f"{added(came)}，后面办的是{done.text}：办的比来的多", CHECK)


_LONGEST_CLAUSE = 120
"""Characters of a clause on either side of a count: a list of thousands was gone through again for each of its counts."""
_MEANT = re.compile("任务|计划|目标|指标")
_BY_PIECE = frozenset("项 件 条 个 处 次".split())
"""Measures of what is listed one by one: of what is measured off, more than was meant can be done (下达任务86公里，完成92公里)."""


def _some_from_before(text: str, start: int, came: Quantity, done: Quantity) -> bool:
    """Whether some of what was done came in before; where all of it did (上年度查出的212个问题), no more can be done either."""
    which = since_mark(text, came.start, "，；。：、", start)
    told = text[start : came.start].removesuffix(which) if which.endswith("的") else text[start : came.start]
    among = re.match("[，（](?:其中|含|包括|包含)[^，。；]*", text[done.end :])
    return _FROM_BEFORE.search(told + text[came.start : done.end] + (among[0] if among else "")) is not None


def _done_already(text: str, between: Sequence[Quantity], came: Sequence[Quantity], done: Quantity, subject: Subject) -> bool:
    """Whether another count between says what was done about what came in, and behind a ； another matter begins (整改40处；企业自查整改126处)."""
    dealt = (q for q in between if q.value <= sum(c.value for c in came) and "；" in text[q.end : done.start])
    came_in = _around(text, 0, len(text), came[-1], "，；。：")
    return any(_said_of(came_in, _around(text, 0, len(text), q, "，；。：、"), subject) for q in dealt)


def _lists(text: str, found: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """``found`` as lists joined by 、, the last first."""
    rest = list(found)
    while rest:
        kept = one_list(text, rest)
        yield kept
        rest = rest[: -len(kept)]


def _handled_and_rest(subject: Subject) -> Iterator[Finding]:
    """More done and left than came in (排查隐患174处，整改171处，5处制定停用方案)."""
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE and q.exact]
        for came, done, rest in zip(found, found[1:], found[2:], strict=False):
            left = _UNSAID_REST.search(passage.text[done.end : rest.start])
            if left is None or not came.measure == done.measure == rest.measure or done.value > came.value:
                continue
            still_open = left["open"] or _WHY.match(passage.text, rest.end)
            if done.value + rest.value == came.value or (done.value + rest.value < came.value and not still_open):
                continue
            came_in, dealt_with = _around(passage.text, start, end, came, "，；。："), _around(passage.text, start, end, done, "，；。：、")
            if _said_of(came_in, dealt_with, subject) and not _said_of(came_in, _around(passage.text, start, end, rest, "，；。：、"), subject):
                yield at(passage, came.start, rest.end, f"{came.text}，办了{done.text}，余下的不是{rest.text}", CHECK)


def _around(text: str, start: int, end: int, quantity: Quantity, marks: str) -> tuple[str, str]:
    """What is said before ``quantity`` and behind it, up to one of ``marks``, and no further than a clause is long."""
    start, end = max(start, quantity.start - _LONGEST_CLAUSE), min(end, quantity.end + _LONGEST_CLAUSE)
    for mark in marks:
        start = max(start, text.rfind(mark, start, quantity.start) + 1)
        at = text.find(mark, quantity.end, end)
        end = end if at < 0 else at
    return text[start : quantity.start], text[quantity.end : end]


def _is_dealt_with(told: tuple[str, str], subject: Subject) -> bool:
    """Whether the clause ``told`` holds any verb of dealing with things: most counts are told without one, and are done with here."""
    return any(verb in part for row in subject.words.handled for verb in row.done for part in told)


def _said_of(came: tuple[str, str], done: tuple[str, str], subject: Subject) -> bool:
    """Whether the clause ``came`` says that something came in, and ``done`` no more than that it was dealt with."""
    before, behind = done
    return any(
        any(verb in part for verb in row.came for part in came)
        and any(_ends_in(verb, before, came) or worded(f"(?:已|全部)?{verb}(?:到位|完成|了)?$").match(behind) for verb in row.done)
        for row in subject.words.handled
    )


def _ends_in(verb: str, before: str, came: tuple[str, str]) -> bool:
    """Whether ``before`` ends in ``verb``, alone or with the noun that was counted as it came in (认领微心愿30个，完成微心愿28个)."""
    m = worded(rf"{verb}(?:到位|完成|了)?(?P<noun>[\u4e00-\u9fff]{{0,6}})$").search(before)
    return m is not None and (not m["noun"] or came[0].endswith(m["noun"]) or (len(m["noun"]) > 1 and came[1].startswith(m["noun"])))


def _remains(before: Sequence[Quantity], rest: Quantity) -> bool:
    """Whether some run of counts before makes up a whole that another, with the rest, makes up too."""
    values = [q.value for q in before]
    runs = {sum(values[i:j], Decimal(0)) for i in range(len(values)) for j in range(i + 1, len(values) + 1)}
    return any(done + rest.value in runs for done in runs)


RULES = (
    Rule(
        "rest",
        "总数去掉已办的等于余下的",
        Authority.PRACTICE,
        ACCURATE,
        _rest,
        Example("列入清单的问题34个，年底改到位29个，其余6个跨年推进。"),
        Example("列入清单的问题34个，年底改到位29个，其余5个跨年推进。"),
        NUMBERS,
    ),
    Rule(
        "done-over-came",
        "办的不比来的多",
        Authority.PRACTICE,
        ACCURATE,
        _handled,
        Example("受理群众来信34件，办结39件。"),
        Example("受理群众来信34件，办结34件，走访企业36家。"),
        NUMBERS,
    ),
)
