"""Whether a figure that a plan promised was reached by what answers it: 投资800万元 by 投资780万元 was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from generator.check.prose.figures.quantity import CALENDAR, quantities
from generator.chinese.measures import ECONOMIC
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import clauses

_LESS = re.compile("降|减|压|控制|不超|不高于|低于|以内|以下|缩短|精简")
"""Where less is meant, or meant to be the most, a lower figure is no shortfall."""
_RATES = ("%", "％", "‰", "个百分点")
_UNITS = tuple(sorted((*ECONOMIC, *_RATES), key=len, reverse=True))
_SAME = 0.6
"""Likeness (Dice of character pairs) of what two figures of one measure are figures of, from which they are of one thing."""


class Short(Struct, frozen=True):
    """A figure ``promised`` and the most that was ``reached``, each as written with its measure."""

    promised: str
    reached: str

    def __str__(self) -> str:
        return f"打算{self.promised}，今年{self.reached}"


class _Figure(Struct, frozen=True):
    value: float
    text: str
    measure: str
    thing: frozenset[str]


def shortfalls(plan: str, answers: Iterable[str]) -> Iterator[Short]:
    """The figures of ``plan`` that those of the ``answers`` which are most surely of the same thing stay below; one that none of them gives is not
    told."""
    wanted = () if _LESS.search(plan) else _figures(plan)
    told = [figure for text in answers for figure in _figures(text)] if wanted else []
    for promised in wanted:
        given = [(_alike(promised, f), f) for f in told if f.measure == promised.measure]
        nearest = max((like for like, _ in given), default=0.0)
        most = max((f for like, f in given if like >= max(_SAME, nearest)), key=lambda f: f.value, default=None)
        if most is not None and most.value < promised.value:
            yield Short(promised.text, most.text)


def _alike(one: _Figure, other: _Figure) -> float:
    return 2 * len(one.thing & other.thing) / ((len(one.thing) + len(other.thing)) or 1)


@lru_cache(maxsize=1 << 14)
def _figures(text: str) -> tuple[_Figure, ...]:
    """The figures of ``text`` that count something, each with the pairs of characters of what its clause counts by it."""
    return tuple(_counted(text))


def _counted(text: str) -> Iterator[_Figure]:
    for _, clause in clauses(text):
        found = [(q, q.measure or next((u for u in _UNITS if clause.startswith(u, q.end)), "")) for q in quantities(clause)]
        edges = [0, *(q.end for q, _ in found)]
        for (q, measure), before in zip(found, edges, strict=False):
            end = q.end if q.measure else q.end + len(measure)
            if measure and measure not in CALENDAR:
                behind = re.match("[\u4e00-\u9fff]*", clause[end:])
                words = clause[before : q.start] + (behind[0] if behind else "")
                yield _Figure(float(q.value), clause[q.start : end], measure, frozenset(pairs(re.sub("[^\u4e00-\u9fff]", "", words))))
