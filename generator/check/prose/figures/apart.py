"""One quantity with two values in places apart: what is spoken of again is counted there as it was counted before, and so are a unit's own parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from generator.check.prose.entries import Body
from generator.check.prose.figures.count import Count, counts
from generator.check.prose.figures.ledger import NEAR, Again, How, again, kind, known
from generator.check.prose.figures.left import CHECK, best, left_elsewhere, unlike
from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.numerals import count

_LATER = (Part.PROBLEM, Part.PLAN)
_ACTS = frozenset("次 场 期 节 堂 轮 批".split())
"""Measures of what each of many does so many times."""
_APART = 3
"""Paragraphs before a count of all in which the counts stand that make it up."""


def _spoken_again(subject: Subject, found: Sequence[Count]) -> Iterator[Finding]:
    """发出建议32份, and 23份建议中有5份: what is spoken of again is as many, or made up of what follows each other."""
    for n, one in again(found):
        before = found[:n]
        if one.how is How.EACH:
            yield from _all_of_them(one, before)
            continue
        same = one.same(before)
        alike = _meant(one, before, same)
        if not alike or (one.how is How.AMONG and alike[0].passage is one.here.passage) or known(one.here.quantity.value, [*same, *alike]):
            continue
        if _is_more(one, same) or (one.kind not in _ACTS and (one.marks or _came(subject, alike, found[n - 1], one))):
            yield unlike(one.here, best(one.here, alike))


def _meant(one: Again, before: Sequence[Count], same: Sequence[Count]) -> list[Count]:
    """What ``one`` may speak of: a problem's where it is a plan's, what was done where it is too few."""
    match one.how:
        case How.AIM:
            return one.alike([c for c in before if c.passage.part is Part.PROBLEM and kind(c) == one.kind])
        case How.ONLY:
            return one.alike([c for c in same if c.passage.part is Part.PRACTICE])
        case _:
            return one.alike(same) or one.entered(before)


def _is_more(one: Again, same: Sequence[Count]) -> bool:
    """Whether there are more than there ever were of people that the 导语 says there are so many of."""
    return any(c.passage.part is Part.LEAD for c in same) and all(one.here.quantity.value > c.quantity.value for c in same)


def _came(subject: Subject, alike: Sequence[Count], just: Count, one: Again) -> bool:
    """Whether a name that says nothing of which they are must mean those that came in, all counted where they did: no others go by it."""
    came = {verb for row in subject.words.handled for verb in row.came}
    later = one.here.passage.part in _LATER and one.here.sentence is not just.sentence
    return later and len(alike) == 1 and any(verb in alike[0].before for verb in came)


def _all_of_them(one: Again, before: Sequence[Count]) -> Iterator[Finding]:
    """班子查摆问题11个，支部查摆问题64个…57个问题逐项整改: all of them are taken up, and not so many were counted."""
    near = [c for c in before if one.here.passage.number - c.passage.number <= _APART and kind(c) == one.kind]
    same, value = [c for c in near if one.of(c, NEAR)], one.here.quantity.value
    listed = len(same) > 1 and (value > max(c.quantity.value for c in same) or same[-1].sentence == same[-2].sentence)
    if listed and not known(value, same) and value not in {c.quantity.value for c in before if kind(c) == one.kind}:
        start, end = one.here.quantity.start, one.here.quantity.end + len(one.head)
        added = "＋".join(c.quantity.text for c in same[-2:])
        yield at(one.here.passage, start, end, f"这里是{one.here.quantity.text}，前面的是{added}", CHECK)


class _Told(Struct, frozen=True):
    """So many bodies: ``value`` of them in ``passage``; ``own`` says that they are the unit's, ``all`` that it has no others."""

    passage: Passage
    match: re.Match[str]
    value: int
    own: bool
    all: bool


def _own_bodies(subject: Subject) -> Iterator[Finding]:
    """下辖9个党支部, and 组织11个党支部: the bodies that a unit has are as many throughout, and so are those who head them."""
    for row in subject.words.bodies:
        told = [one for passage in subject.passages for one in _bodies(row, passage)]
        own = [one for one in told if one.own]
        most = Counter(one.value for one in own).most_common(1)
        whole = next((one.value for one in own if one.all), most[0][0] if most and most[0][1] > 1 else None)
        for one in own:
            if whole is not None and one.value > whole:
                said = one.passage.text[one.match.start("n") : one.match.end()]
                yield at(one.passage, one.match.start("n"), one.match.end(), f"这里是{said}，别处写的是{whole}个", CHECK)


def _bodies(row: Body, passage: Passage) -> Iterator[_Told]:
    for m in _regrouped(row).finditer(passage.text):
        yield _Told(passage, m, count(m["n"]), own=True, all=True)
    for m in _named(row).finditer(passage.text):
        signed = _SIGNED.match(passage.text, m.end()) is not None
        own = _OTHERS.search(m["before"].rstrip("与同和") if signed else m["before"]) is None
        yield _Told(passage, m, count(m["n"]), own, signed or passage.part is Part.LEAD or _HAS.search(m["before"]) is not None)


@cache
def _named(row: Body) -> re.Pattern[str]:
    names, heads = ("|".join(sorted(words, key=len, reverse=True)) for words in (row.names, row.heads))
    headed = f"|名(?:{heads})" if heads else ""
    bodies = rf"个(?:基层|机关|下属|下辖|所属)?(?:{names})(?!{_LONGER})"
    return re.compile(
        rf"(?P<before>[^，。；：、\d]{{0,8}})(?<![\d第])(?P<n>\d+|(?<![两三四五六七八九十])[两三四五六七八九十]+)(?:{bodies}{headed})(?![^，。；]{{0,4}}(?:{_REGROUPED}))"
    )


@cache
def _regrouped(row: Body) -> re.Pattern[str]:
    """How many there are now, of how many there were (党支部，由3个增至5个)."""
    return re.compile(rf"(?:{'|'.join(row.names)})(?:总?数量?)?，?[由从]\d+个(?:调整|优化|整合|合并|增加?|减少?|扩大|精简)[到至为](?P<n>\d+)个")


_LONGER = "书记|委员|成员|人员|干部|联合|共建|结对|先进|示范|试点|负责人|班子|中(?=[有的])|里"
_SIGNED = re.compile("(?:、\\d+个[^，。；\\d]{2,6})?(?:全部|逐一)?签订")
"""Behind bodies: what each of them signs, so that no others are left."""
_HAS = re.compile("(?:所属|所辖|下辖|下设|设有|共有|现有|全[镇乡县区市局院校系统]{1,2})(?:的|全部|全体)?$")
_REGROUPED = "调整|合并|优化|整合|重组|改建|增|减|撤"
_OTHERS = re.compile(
    "[与同和跟]|新|联系|走访|结对|共建|调研|帮|社区|村|企业|其他|外|全市|全县|整顿|创建|评|命名|星级|先进|示范|优秀|打造|培育|检查|抽查|督查|指导"
    f"|{_REGROUPED}"
)
"""Before a count of bodies: they may be others', or some of them; or there were so many until they were parted anew."""


def _same_quantity(subject: Subject) -> Iterator[Finding]:
    """Each count once: what two ways of reading say of it is one thing."""
    found, told = counts(subject), set[tuple[int, int]]()
    for finding in (*_spoken_again(subject, found), *left_elsewhere(found), *_own_bodies(subject)):
        spot = (finding.passage.number if finding.passage else 0, finding.start)
        if spot not in told:
            yield finding
        told.add(spot)


_EXAMPLE = (
    "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、主要做法\n发出整改建议{}份。\n"
    "二、存在问题\n23份建议中有5份没有回音。\n三、下一步打算\n继续推进。"
)

RULES = (
    Rule(
        "two-counts",
        "前后说到同一批，数一样",
        Authority.ADVICE,
        ACCURATE,
        _same_quantity,
        Example(_EXAMPLE.format("32")),
        Example(_EXAMPLE.format("23")),
        Scope(RUNNING, (*QUOTES, *TITLES), NOT_GOVERNMENT),
    ),
)
