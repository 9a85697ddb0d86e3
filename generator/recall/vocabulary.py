"""The words by which past reports are understood and this year's facts held against them. The head of ``phrasebank/旧稿.yaml`` explains its keys."""

from __future__ import annotations

import re
from functools import cached_property

from msgspec import Struct

from generator.chinese.persons import Persons
from generator.declared import Given, Key, Many, Record, Text, whole
from generator.problems import Faults, Problem, Source
from generator.yamlfile import parse


class Deed(Struct, frozen=True, dict=True):
    """How a clause says that something was done though it opens as a stance does: it begins with one of ``opens``, and ``least`` characters or more
    behind it has one of ``then``, where there are any; none of ``but``."""

    opens: tuple[str, ...]
    then: tuple[str, ...]
    but: tuple[str, ...]
    least: int

    def is_told(self, clause: str) -> bool:
        return self._pattern.match(clause) is not None and not any(word in clause for word in self.but)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        opens, then = ("|".join(map(re.escape, words)) for words in (self.opens, self.then))
        return re.compile(rf"(?:{opens})[\u4e00-\u9fff、（）]{{{self.least},}}?(?:{then})")


class Vocabulary(Struct, frozen=True):
    """``persons``: names; ``deeds``: what was done; ``how`` and ``falling_short``: words that say how something is to be done and what makes a
    problem of it, and not what it is about."""

    persons: Persons = Persons()
    deeds: tuple[Deed, ...] = ()
    how: frozenset[str] = frozenset()
    falling_short: frozenset[str] = frozenset()

    def tells_deed(self, clause: str) -> bool:
        """Whether ``clause``, which sounds like a stance, says that something was done."""
        return any(deed.is_told(clause) for deed in self.deeds)


_LEAST = 2
"""Characters of the least that stands between how such a clause opens and what was done."""
_PERSONS = ("姓", "复姓", "非名", "职务", "身份", "看望", "接")
_SAYS_NOTHING = ("怎样", "不足")
_SHAPE = Record(
    (
        Key("人名", Record(tuple(Key(name, Text(), required=True) for name in _PERSONS)), required=True),
        Key("实做", Many(Record((Key("开头", Text(), required=True), Key("后面", Text()), Key("没有", Text()), Key("至少", Text())))), required=True),
        Key("虚说", Record(tuple(Key(name, Text(), required=True) for name in _SAYS_NOTHING)), required=True),
    )
)


def load_vocabulary(source: Source) -> Vocabulary:
    """The words of ``source``. Raises ``Faults`` with every misfit of shape, and every count that is none."""
    given: Given = whole(parse(source), _SHAPE)
    least = [row.get("至少") for row in given.get("实做") if "至少" in row]
    if problems := [Problem(n.place, "not-number", f"“{n.text}”不是整数", "写成整数") for n in least if not n.text.isdecimal()]:
        raise Faults(problems)
    surnames, two, others, posts, sorts, seen, behind = (tuple(given.get("人名").text(name).split()) for name in _PERSONS)
    how, falling_short = (frozenset(given.get("虚说").text(name).split()) for name in _SAYS_NOTHING)
    persons = Persons(surnames, two, frozenset(others), posts, sorts, seen, behind)
    return Vocabulary(persons, tuple(map(_deed, given.get("实做"))), how, falling_short)


def _deed(row: Given) -> Deed:
    opens, then, but = (tuple(row.text(key).split()) for key in ("开头", "后面", "没有"))
    return Deed(opens, then, but, int(row.text("至少") or _LEAST))
