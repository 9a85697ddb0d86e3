"""The facts of one point set right by what they say of themselves: the sum before its parts, an act before the rate that comes of it, and 其中 behind
what it is part of. Without such a cue the clerk's order stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import isclose

from generator.chinese.punctuation import LETTER
from generator.chinese.wordbook import Wordbook
from generator.compose.statements import Statement, leans
from generator.patterns import late
from generator.report import plain

_SUMS = tuple("合计 共计 总计 总共 一共 累计 共".split())
_SUM = Wordbook(_SUMS, dict.fromkeys(_SUMS, tuple("同建享青和")))
"""How a sum begins, but for 共同, 共享 and the like."""
_RATE = late(rf"({LETTER}{{2}})率(?:为|达到?|均)?[约近超]?\d")
_COUNT = late(rf"(?<![\d.])(\d+(?:\.\d+)?)({LETTER}{{1,2}})")
_PART = "其中"

Unit = tuple[Statement, ...]
"""A statement with those behind it that lean on it."""


def in_order(facts: Sequence[Statement]) -> list[Statement]:
    """``facts`` in an order that their own cues ask for."""
    units = _acts_first(_units(_sums_first(_parts_behind(facts))))
    return [s for unit in units for s in unit]


def _parts_behind(facts: Sequence[Statement]) -> list[Statement]:
    """``facts`` with those that open with 其中 and have nothing before them behind the first that does not."""
    lead = next((n for n, s in enumerate(facts) if not _text(s).startswith(_PART)), 0)
    return [*facts[lead : lead + 1], *facts[:lead], *facts[lead + 1 :]]


def _units(facts: Sequence[Statement]) -> list[Unit]:
    units: list[Unit] = []
    for fact in facts:
        units = [*units[:-1], (*units[-1], fact)] if units and leans(_text(fact)) else [*units, (fact,)]
    return units


def _sums_first(facts: Sequence[Statement]) -> list[Statement]:
    """A sum, which says that it is one and is the sum of what stands before it, goes before its parts."""
    out: list[Statement] = []
    for fact in facts:
        parts = _parts_of(fact, out)
        out = [*out[: len(out) - parts], fact, *out[len(out) - parts :]]
    return out


def _parts_of(fact: Statement, before: Sequence[Statement]) -> int:
    """How many of the facts right before ``fact`` add up to it; 0 where it is no sum of theirs."""
    total = _count(fact) if _SUM.opens(_text(fact)) else None
    found = 0.0
    for n, part in enumerate(reversed(before), 1):
        count = _count(part)
        if total is None or count is None or count[1] != total[1]:
            return 0
        found += count[0]
        if n > 1 and isclose(found, total[0]):
            return n
    return 0


def _count(fact: Statement) -> tuple[float, str] | None:
    """The only count of a fact and its measure."""
    found = _COUNT.findall(_text(fact))
    return (float(found[0][0]), found[0][1]) if len(found) == 1 else None


def _acts_first(units: list[Unit]) -> list[Unit]:
    """A rate goes behind the first unit that tells of its act, where none before it does."""
    for n, unit in enumerate(units):
        rate = _text(unit[0])[2:3] == "率" and _RATE.match(_text(unit[0]))
        if rate and not any(_tells(u, rate[1]) for u in units[:n]):
            later = next((m for m, u in enumerate(units[n + 1 :], n + 1) if _tells(u, rate[1])), n)
            return [*units[:n], *units[n + 1 : later + 1], unit, *units[later + 1 :]]
    return units


def _tells(unit: Unit, act: str) -> bool:
    return any(re.search(rf"{act}(?!率)[^，；]{{0,12}}\d", _text(s)) for s in unit)


def _text(said: Statement) -> str:
    return plain(said.inlines)
