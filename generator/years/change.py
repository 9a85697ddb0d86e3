"""From last year to this: what rose, fell, came and went."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from msgspec import Struct

from generator.report import BLANK_MARK
from generator.years.counting import Count, Told, Year
from generator.years.figure import shown
from generator.years.pairing import one_measure, paired, told_again

RATES = ("%", "％", "‰", "个百分点", "百分点")
"""Measures whose difference is in percentage points and has no per cent of its own."""


class Course(StrEnum):
    """What became of a count; the values are what a user reads."""

    ROSE = "增"
    FELL = "减"
    SAME = "平"
    CAME = "新增"
    GONE = "没有了"
    OPEN = "没报"
    UNSURE = "没有比"


class Change(Struct, frozen=True):
    """A count of two years; ``old`` or ``new`` is None where it came or went."""

    old: Count | None
    new: Count | None

    @property
    def count(self) -> Count:
        """The count as this year has it, else last year."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def course(self) -> Course:
        if self.old is None or self.new is None:
            return Course.CAME if self.old is None else Course.GONE
        if BLANK_MARK in (self.new.figure.text, self.old.figure.text):
            return Course.OPEN
        difference = self.difference
        if difference is None:
            return Course.UNSURE
        return Course.SAME if not difference else Course.ROSE if difference > 0 else Course.FELL

    @property
    def difference(self) -> Decimal | None:
        """This year's less last year's, in ones; None where they cannot be compared."""
        if self.old is None or self.new is None or not one_measure(self.old.measure, self.new.measure):
            return None
        before, after = self.old.figure.value, self.new.figure.value
        return after - before if before is not None and after is not None and not self._level_or_not else None

    @property
    def _level_or_not(self) -> bool:
        """Whether both figures are about so many, in other words each (约300, 300余): whether they are level nobody knows."""
        if self.old is None or self.new is None:
            return False
        before, after = self.old.figure, self.new.figure
        return (before.hedged or after.hedged) and before.value == after.value and before.text != after.text

    @property
    def per_cent(self) -> Decimal | None:
        """The difference in per cent of last year's, to one place; None for rates and where last year's was nothing."""
        if self.difference is None or self.old is None or not self.old.figure.value or self.count.measure in RATES:
            return None
        return (100 * self.difference / self.old.figure.value).quantize(Decimal("0.1"), ROUND_HALF_UP)

    @property
    def about(self) -> bool:
        """Whether either number is hedged, or rounded to 万 where the other is not, so that the difference is one of about so many."""
        sides = [c.figure for c in (self.old, self.new) if c is not None]
        return any(f.hedged for f in sides) or len({f.scale for f in sides}) > 1

    @property
    def why_not(self) -> str:
        """Why two numbers are not compared."""
        if self.course is not Course.UNSURE or self.old is None or self.new is None:
            return ""
        if not one_measure(self.old.measure, self.new.measure):
            return f"量词不同：{self.old.measure}、{self.new.measure}"
        return "是约数" if self._level_or_not else "是区间或文字"


class Compared(Struct, frozen=True):
    """Two years: every count with what became of it in the order of this year's file, what went behind what it stood by; facts that count nothing
    and are told in one year alone."""

    old: str
    new: str
    changes: tuple[Change, ...]
    gone: tuple[Told, ...]
    come: tuple[Told, ...]


def compared(old: Year, new: Year, light: Collection[str]) -> Compared:
    """``new`` beside ``old``."""
    pairs = paired(old.counts, new.counts, light)
    again = told_again(old.told, new.told, light)
    before, after = {i for i, _ in again}, {j for _, j in again}
    return Compared(
        *_names(old, new),
        tuple(_ordered(old, new, dict(pairs))),
        tuple(t for i, t in enumerate(old.told) if i not in before),
        tuple(t for j, t in enumerate(new.told) if j not in after),
    )


def _names(old: Year, new: Year) -> tuple[str, str]:
    return (old.name, new.name) if old.name and new.name and old.name != new.name else ("去年", "今年")


def _ordered(old: Year, new: Year, becomes: dict[int, int]) -> Iterator[Change]:
    was = {j: i for i, j in becomes.items()}
    gone = [(i, c) for i, c in enumerate(old.counts) if i not in becomes]
    blocks = list(dict.fromkeys((*(c.block for c in new.counts), *(c.block for _, c in gone))))
    for block in blocks:
        for j, count in enumerate(new.counts):
            if count.block == block:
                yield Change(old.counts[was[j]] if j in was else None, count)
        yield from (Change(c, None) for _, c in gone if c.block == block)


def signed(change: Change) -> str:
    """The difference as a table has it: +3, -1.2万, 约+20, +8.3个百分点; empty where there is none."""
    if change.difference is None:
        return ""
    scale = change.count.figure.scale
    points = "个百分点" if change.count.measure in RATES else ""
    return f"{_about(change)}{_sign(change.difference)}{shown(abs(change.difference), scale)}{points}" if change.difference else "0"


def signed_per_cent(change: Change) -> str:
    """The per cent as a table has it."""
    part = change.per_cent
    return "" if part is None else f"{_about(change)}{_sign(part)}{abs(part).normalize():f}%" if part else "0"


def _about(change: Change) -> str:
    return "约" if change.about else ""


def _sign(value: Decimal) -> str:
    return "+" if value > 0 else "-"
