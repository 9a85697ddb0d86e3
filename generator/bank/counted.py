"""数前动词: the weights by which a count gets its verb. The head of ``phrasebank/数前动词.yaml`` explains its keys."""

from __future__ import annotations

from generator.bank.weights import number, row_of, weights_of
from generator.chinese.counted import Counted, Trait
from generator.chinese.naming import Naming
from generator.declared import Given, Key, Many, Record, Text, whole
from generator.problems import Faults, Problem, Source
from generator.yamlfile import parse

NO_VERB = "无"
"""How the table writes that no verb is set."""
_VERB = Record(
    (
        Key("动词", Text(), required=True, doc="补的字；无是不补"),
        Key("起点", Text(), required=True, doc="什么都没有时的分"),
        Key("分", Many(row_of(Trait, "大于零的像要补这个动词")), required=True, doc="一列分"),
    )
)


def load_counted(source: Source, naming: Naming) -> Counted:
    """The weights in ``source``, told beside those of ``naming``. Raises ``Faults`` with every misfit of shape and every number that is none."""
    rows: list[Given] = whole(parse(source), Many(_VERB))
    problems: list[Problem] = []
    found = {row.text("动词").removeprefix(NO_VERB): row for row in rows}
    counted = Counted.of(
        {verb: number(row.get("起点"), problems) for verb, row in found.items()},
        {verb: weights_of(row.get("分"), Trait, problems) for verb, row in found.items()},
        naming,
    )
    if problems:
        raise Faults(problems)
    return counted
