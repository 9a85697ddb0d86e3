"""Whether a figure that a plan promised was reached by what answers it: 投资800万元 by 投资780万元 was not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from msgspec import Struct

from generator.compare.pairing import features_of, likeness
from generator.years.counting import Count, counted_in
from generator.years.pairing import one_measure

_LESS = re.compile("降|减|压|控制|不超|不高于|低于|以内|以下|缩短|精简")
"""Where less is meant, or meant to be the most, a lower figure is no shortfall."""
_SAME = 0.6
"""Likeness (Dice of character pairs) of what two figures of one measure are figures of, from which they are of one thing."""


class Short(Struct, frozen=True):
    """A figure ``promised`` and the most that was ``reached``, each as written with its measure."""

    promised: str
    reached: str

    def __str__(self) -> str:
        return f"打算{self.promised}，今年{self.reached}"


def shortfalls(plan: str, answers: Iterable[str]) -> Iterator[Short]:
    """The figures of ``plan`` that those of the ``answers`` which are most surely of the same thing stay below; one that none of them gives is not
    told."""
    wanted = () if _LESS.search(plan) else _counts(plan)
    told = [count for text in answers for count in _counts(text)] if wanted else []
    for promised in wanted:
        given = [(_alike(promised, count), count) for count in told if one_measure(count.measure, promised.measure)]
        nearest = max((like for like, _ in given), default=0.0)
        most = max((count for like, count in given if like >= max(_SAME, nearest)), key=_value, default=None)
        if most is not None and _value(most) < _value(promised):
            yield Short(_written(promised), _written(most))


def _alike(one: Count, other: Count) -> float:
    return likeness(features_of(one.words), features_of(other.words))


@lru_cache(maxsize=1 << 14)
def _counts(text: str) -> tuple[Count, ...]:
    """What ``text`` counts, open figures and ranges left out."""
    return tuple(count for count in counted_in(text) if count.figure.value is not None)


def _value(count: Count) -> float:
    return float(count.figure.value or 0)


def _written(count: Count) -> str:
    return f"{count.figure.text}{count.measure}"
