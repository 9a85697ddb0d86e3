"""Words that count the points of one series: of one form from the first to the last."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Passage
from generator.check.prose.rule import CONCISE, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.structure.numbering import points_of
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.numerals import chinese

_SERIES = "是要第其"
"""The families that count with a number, each by its sign; 首先 and 其次 go on in other words (首先…二是…)."""
_FEWEST = 2
"""Points of one form behind which another form is a slip."""
_NEAR = 2
"""Paragraphs between two points of one series."""


def _mixed(subject: Subject) -> Iterator[Finding]:
    """一是…二是…三是…第四，: the next point, in a form that has not been counted in before."""
    sections: dict[int, list[tuple[Passage, str, int, int, int]]] = {}
    for passage in subject.passages:
        for family, ordinal, start, end in points_of(passage.text):
            if family in _SERIES:
                sections.setdefault(id(passage.section), []).append((passage, family, ordinal, start, end))
    for points in sections.values():
        yield from _of_another_form(points)


def _of_another_form(points: list[tuple[Passage, str, int, int, int]]) -> Iterator[Finding]:
    run, last = 0, points[0]
    counted: set[tuple[str, int]] = set()
    for point in points:
        passage, family, ordinal, start, end = point
        goes_on = ordinal == last[2] + 1 and passage.number - last[0].number <= _NEAR
        if goes_on and family != last[1] and run >= _FEWEST and (family, ordinal - 1) not in counted:
            said, right = passage.text[start:end].rstrip("，、"), _written(last[1], ordinal)
            yield at(passage, start, end, f"“{said}”和前面的“{_written(last[1], last[2])}”不是一种序次语", f"一串要点用一种，写成“{right}”")
        counted.add((family, ordinal))
        run = run + 1 if goes_on and family == last[1] else 1
        last = point


def _written(family: str, ordinal: int) -> str:
    numeral = chinese(ordinal)
    return f"{family}{numeral}" if family in "第其" else f"{numeral}{family}"


RULES = (
    Rule(
        "point-form",
        "一串要点用一种序次语",
        Authority.PRACTICE,
        CONCISE,
        _mixed,
        Example("一是抓学习，学习9次。二是抓制度，修订3项。第三，抓作风，督查4次。"),
        Example("一是抓学习，一要读原文，二要写体会。二是抓制度，修订3项。三是抓作风，督查4次。"),
        Scope(RUNNING, (*QUOTES, *TITLES)),
    ),
)
