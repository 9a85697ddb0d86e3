"""Tables of softmax weights (数前动词, 句前补字): an answer a row, with what speaks for it. The heads of the files explain their keys."""

from __future__ import annotations

from enum import StrEnum

from generator.bank.weights import number, row_of, weights_of
from generator.chinese.softmax import Softmax
from generator.declared import Given, Key, Many, Record, Text, whole
from generator.problems import Faults, Problem, Source
from generator.yamlfile import parse

NONE = "无"
"""How a table writes that no word is set."""


def load_softmax(source: Source, traits: type[StrEnum]) -> Softmax:
    """The weights in ``source`` over ``traits``. Raises ``Faults`` with every misfit of shape and every number that is none."""
    rows: list[Given] = whole(parse(source), Many(_shape(traits)))
    problems: list[Problem] = []
    found = {row.text("动词").removeprefix(NONE): row for row in rows}
    learned = Softmax.of(
        {word: number(row.get("起点"), problems) for word, row in found.items()},
        {word: weights_of(row.get("分"), traits, problems) for word, row in found.items()},
    )
    if problems:
        raise Faults(problems)
    return learned


def _shape(traits: type[StrEnum]) -> Record:
    return Record(
        (
            Key("动词", Text(), required=True, doc="补的字；无是不补"),
            Key("起点", Text(), required=True, doc="什么都没有时的分"),
            Key("分", Many(row_of(traits, "大于零的像要补这个字")), required=True, doc="一列分"),
        )
    )
