"""条头判断: the weights by which a name is told from what says what is done. The head of ``phrasebank/条头判断.yaml`` explains its keys."""

from __future__ import annotations

from collections import defaultdict

from generator.chinese.naming import Naming, Trait
from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Problem, Source
from generator.yamlfile import Scalar, parse

_ROW = Record(
    (
        Key("看", Text(choices=tuple(Trait)), required=True, doc="看事项的哪一处"),
        Key("重", Text(), required=True, doc="大于零的像一句话，小于零的像光名词"),
        Key("是", Many(Text()), required=True, doc="那一处是哪几个字"),
    )
)
_SHAPE = Record((Key("起点", Text(), required=True, doc="什么都没有时的分"), Key("分", Many(_ROW), required=True, doc="一列分")))


def load_naming(source: Source) -> Naming:
    """The weights in ``source``. Raises ``Faults`` with every misfit of shape and every weight that is no number."""
    problems: list[Problem] = []
    given: Given | None = read(parse(source), _SHAPE, problems)
    if given is None or problems:
        raise Faults(problems)
    weights: defaultdict[Trait, dict[str, float]] = defaultdict(dict)
    start = _number(given.get("起点"), problems)
    for row in given.get("分"):
        weight = _number(row.get("重"), problems)
        weights[Trait(row.get("看").text)].update((item.text, weight) for item in row.get("是"))
    if problems:
        raise Faults(problems)
    return Naming(start, dict(weights))


def _number(written: Scalar, problems: list[Problem]) -> float:
    try:
        return float(written.text)
    except ValueError:
        problems.append(Problem(written.place, "number", f"“{written.text}”不是数", "写成 1.2 或 -0.8"))
        return 0.0
