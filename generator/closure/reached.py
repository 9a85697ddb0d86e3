"""Whether what a plan promised was reached by what answers it: 投资800万元 by 投资780万元 was not, nor was 建成科技馆 by 科技馆开工."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
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


_AT_MOST = re.compile(
    r"(?:降至|降到|降低到|下降到|控制在|压缩到|压减到|压降到|缩短到|缩短至|减少到|减至)(?P<value>\d+(?:\.\d+)?)(?P<measure>%|[\u4e00-\u9fff]{1,3}?)(?:以下|以内|之内)?(?=[，。；、]|$)"
)
_PART = re.compile(r"完成[^，。；、]{0,12}?(?P<value>\d{1,2}(?:\.\d+)?)%(?!以上)")


def too_much(plan: str, answer: str) -> Short | None:
    """What ``plan`` set as the most (降到1%以下) and ``answer`` stays above."""
    bound, reached = _AT_MOST.search(plan), _AT_MOST.search(answer)
    if bound is None or reached is None or bound["measure"] != reached["measure"] or float(reached["value"]) <= float(bound["value"]):
        return None
    return Short(f"{bound['value']}{bound['measure']}", f"{reached['value']}{reached['measure']}")


def unfinished(plan: str, answer: str, progress: Sequence[tuple[str, tuple[str, ...]]]) -> str:
    """The words of ``answer`` by which what ``plan`` meant to do is only begun, done in part or not done at all; empty where there are none.

    ``progress`` are such words, each with those that hold it and say something else. A plan that says no more itself is done by so much.
    """
    part = _PART.search(answer) if "%" not in plan else None
    said = (word for word, but in progress if word in answer and word not in plan and not any(other in answer for other in but))
    return part[0] if part else next(said, "")


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
