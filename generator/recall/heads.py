"""What heads a point and what already states: 抓实12项重点任务 heads what follows, 受理案件312件，挽回损失480万元 is what was done."""

from __future__ import annotations

from generator.chinese.persons import Persons
from generator.chinese.punctuation import clauses
from generator.chinese.verbs import is_verbal_head
from generator.patterns import late
from generator.reading.points import lead_length
from generator.recall.values import Value, ValueKind, values

_NAMED_AFTER = frozenset("个 项 条 件 类 种 大 点 级".split())
"""Measure words before what a head is about (做好2个试点)."""
_THING = late(r"[\u4e00-\u9fff“”]{2,}$")
_LONGEST_HEAD = 16


def is_count(sentence: str, persons: Persons) -> bool:
    """Whether ``sentence`` says how much was done, and so is no head, though it stands where one would."""
    return any(_counts(clause, persons) for _, clause in clauses(sentence))


def _counts(clause: str, persons: Persons) -> bool:
    counted = [v for v in values(clause, persons) if v.kind is ValueKind.NUMBER and v.counted]
    return bool(counted) and not (len(counted) == 1 and _names(clause, counted[0]))


def _names(clause: str, value: Value) -> bool:
    """Whether ``value`` stands before the thing that a head is about: the clause opens with what is done to it."""
    behind = clause[value.end + len(value.measure) :]
    return value.start > 0 and value.measure in _NAMED_AFTER and _THING.match(behind) is not None


def opening_head(text: str, persons: Persons, marked: bool = False) -> int:
    """How many characters of a paragraph are the head of a point that stands by itself, its stop included; 0: it opens with none. ``marked``: a 一是
    before it says that it is a point, whose first sentence is a head as those of its like are."""
    length = lead_length(text)
    head = text[: max(length - 1, 0)]
    if marked:
        return 0 if is_count(head, persons) else length
    single = 2 < len(head) <= _LONGEST_HEAD and len(list(clauses(head))) == 1 and not values(head, persons)
    return length if single and is_verbal_head(head) else 0
