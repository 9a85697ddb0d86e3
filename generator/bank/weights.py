"""Rows of weights in a table that is learned: where to look, how much it weighs, what stands there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from generator.declared import Given, Key, Many, Record, Text
from generator.problems import Problem
from generator.yamlfile import Scalar

_Trait = TypeVar("_Trait", bound=StrEnum)


def row_of(traits: type[StrEnum], weighs: str) -> Record:
    """The shape of a row of weights over ``traits``; ``weighs`` says in the schema what more than nothing speaks for."""
    return Record(
        (
            Key("看", Text(choices=tuple(traits)), required=True, doc="看哪一处"),
            Key("重", Text(), required=True, doc=weighs),
            Key("是", Many(Text()), required=True, doc="那一处是哪几个字"),
        )
    )


def weights_of(rows: Iterable[Given], traits: type[_Trait], problems: list[Problem]) -> dict[_Trait, dict[str, float]]:
    """The weights of ``rows`` by trait and value. Appends to ``problems`` every weight that is no number."""
    found: defaultdict[_Trait, dict[str, float]] = defaultdict(dict)
    for row in rows:
        weight = number(row.get("重"), problems)
        found[traits(row.text("看"))].update((value, weight) for value in row.texts("是"))
    return dict(found)


def number(written: Scalar, problems: list[Problem]) -> float:
    """``written`` as a number; 0, with a problem, where it is none."""
    try:
        return float(written.text)
    except ValueError:
        problems.append(Problem(written.place, "number", f"“{written.text}”不是数", "写成 1.2 或 -0.8"))
        return 0.0
