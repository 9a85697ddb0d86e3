"""One quantity with two values in places apart: what is spoken of again is counted there as it was counted before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.check.prose.figures.bodies import own_bodies
from generator.check.prose.figures.count import Count, counts
from generator.check.prose.figures.ledger import NEAR, Again, How, again, kind, known
from generator.check.prose.figures.left import CHECK, best, left_elsewhere, unlike
from generator.check.prose.figures.named import named_again
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

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


def _same_quantity(subject: Subject) -> Iterator[Finding]:
    """Each count once: what two ways of reading say of it is one thing."""
    found, told = counts(subject), set[tuple[int, int]]()
    for finding in (*_spoken_again(subject, found), *left_elsewhere(found), *own_bodies(subject), *named_again(subject)):
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
