"""成文日期 and 时段: what a clerk writes, as it is printed and as months that can be compared."""

from __future__ import annotations

import datetime
import re
from itertools import product

from generator.chinese.calendar import on_calendar
from generator.chinese.months import PARTS_OF_YEAR, Period, months_of
from generator.patterns import late
from generator.report import Inlines, Text, plain

_MARKS = "-/.年月日"
_PARTED = str.maketrans(dict.fromkeys(_MARKS, "-"))
_BEHIND_YEAR, _BEHIND_MONTH = frozenset("-/.年"), frozenset("-/.月")


def date_parts(text: str) -> tuple[str, str, str] | None:
    """Year, month and day of ``text`` without zero padding, each a number or the words that stand in its place; None: no date.

    Takes 2025-12-22, 2025/12/22, 2025.12.22 and 2025年12月22日.
    """
    bare = text.removesuffix("日")
    marks, parts = [c for c in bare if c in _MARKS], bare.translate(_PARTED).split("-")
    if len(marks) != 2 or marks[0] not in _BEHIND_YEAR or marks[1] not in _BEHIND_MONTH or not all(parts):
        return None
    year, month, day = (p.lstrip("0") or "0" if _NUMBER.fullmatch(p) else p for p in parts)
    return year, month, day


_NUMBER = late("[0-9]+")


def day_of(text: str) -> datetime.date | None:
    """The day that ``text`` names; None where it names none, or leaves some of it open."""
    parts = date_parts(text)
    return on_calendar(*map(int, parts)) if parts and all(map(_NUMBER.fullmatch, parts)) and possible(*parts) else None


_LEAP_YEAR = 2024
_OF_YEAR = 4


def possible(year: str, month: str, day: str) -> bool:
    """Whether the parts can be a date: one that is left open, whole (待补) or to a digit (202×, 1×), fits what it can stand for."""
    parts = product(_numbers(year, _OF_YEAR, _LEAP_YEAR), _numbers(month, 2, 1), _numbers(day, 2, 1))
    return any(on_calendar(*numbers) is not None for numbers in parts)


def _numbers(part: str, digits: int, default: int) -> list[int]:
    """The numbers of at most so many digits (a year has all of them) that ``part`` can stand for; ``default`` where it is all open."""
    if not re.search("[0-9]", part):
        return [default]
    if len(part) > digits or (digits == _OF_YEAR and len(part) < digits):
        return []
    return [int("".join(filled)) for filled in product(*(c if _NUMBER.fullmatch(c) else "0123456789" for c in part))]


_TO = "(?:—+|-|－|–|~|～|至|到)"
_HALVES = {**PARTS_OF_YEAR, "全年": (1, 12), "度": (1, 12)}
_HALF = late(rf"^(\d{{4}})年?(?:({'|'.join(filter(None, _HALVES))}))?$")
_QUARTER = late(r"^(\d{4})年(第?[一二三四1-4]季度)$")
_MONTHS = late(rf"^(\d{{4}})年(\d{{1,2}})月?(?:{_TO}(?:(\d{{4}})年)?(\d{{1,2}})月)?份?$")
_YEARS = late(rf"^(\d{{4}})年?{_TO}(\d{{4}})年$")


def months(words: Inlines) -> Period | None:
    """First and last month that 时段 names; None where it holds a blank or cannot be read."""
    text = plain(words) if all(isinstance(w, Text) for w in words) else ""
    found = _read(text.replace(" ", ""))
    if not found:
        return None
    (_, month), (_, last) = found
    return found if 1 <= month <= 12 and 1 <= last <= 12 and found[0] <= found[1] else None


def _read(text: str) -> Period | None:
    if m := _HALF.match(text):
        first, last = _HALVES[m[2] or ""]
        return (int(m[1]), first), (int(m[1]), last)
    if m := _QUARTER.match(text):
        first, last = months_of(m[2])
        return (int(m[1]), first), (int(m[1]), last)
    if m := _MONTHS.match(text):
        return (int(m[1]), int(m[2])), (int(m[3] or m[1]), int(m[4] or m[2]))
    if m := _YEARS.match(text):
        return (int(m[1]), 1), (int(m[2]), 12)
    return None
