"""条头判断: the weights by which a name is told from what says what is done. The head of ``phrasebank/条头判断.yaml`` explains its keys."""

from __future__ import annotations

from generator.bank.weights import number, row_of, weights_of
from generator.chinese.naming import Naming, Trait
from generator.declared import Given, Key, Many, Record, Text, whole
from generator.problems import Faults, Problem, Source
from generator.yamlfile import parse

_ROW = row_of(Trait, "大于零的像一句话，小于零的像光名词")
_SHAPE = Record(
    (
        Key("起点", Text(), required=True, doc="什么都没有时的分"),
        Key("动词", Many(Text()), doc="程序本来不认得、名单里打头的动词"),
        Key("打头", Many(Text()), doc="两个字的动词，名单里用它打头的都是话"),
        Key("或打头", Many(Text()), doc="两个字的动词，词典里有、名单里没有的"),
        Key("分", Many(_ROW), required=True, doc="一列分"),
    )
)


def load_naming(source: Source) -> Naming:
    """The weights in ``source``. Raises ``Faults`` with every misfit of shape and every weight that is no number."""
    given: Given = whole(parse(source), _SHAPE)
    problems: list[Problem] = []
    weights = weights_of(given.get("分"), Trait, problems)
    words = (frozenset(given.texts(key)) for key in ("动词", "打头", "或打头"))
    naming = Naming(number(given.get("起点"), problems), weights, *words)
    if problems:
        raise Faults(problems)
    return naming
