"""门槛.yaml: the rank that an office asks of phrases that nobody has read, as ``nigao bank test`` recommends it from marked insertions."""

from __future__ import annotations

from generator.declared import Given, Key, Record, Text, read
from generator.problems import Faults, Problem, Source
from generator.yamlfile import parse

_SHAPE = Record((Key("待审", Text("没有人审过的用语要合到多少才用"), required=True), Key("备注", Text())))
_HIGHEST = 2.0
"""No phrase ranks higher: a cosine, an act, two particulars and wide use add up to less."""


def load_threshold(source: Source) -> float:
    """The rank in ``source``. Raises ``Faults`` with every fault."""
    problems: list[Problem] = []
    given: Given | None = read(parse(source), _SHAPE, problems)
    if given is not None and "待审" in given:
        value = given.get("待审")
        rank = _number(value.text)
        if 0 <= rank <= _HIGHEST and not problems:
            return rank
        problems.append(Problem(value.place, "threshold", f"“{value.text}”不是门槛", f"写 0 到 {_HIGHEST:g} 的数，如 0.60；怎么定见 nigao bank test"))
    raise Faults(problems)


def _number(text: str) -> float:
    """The number that ``text`` is; -1 where it is none."""
    try:
        return float(text)
    except ValueError:
        return -1.0
