"""Months as year and number, how they are written in files (2021-02), and the months that a part of a year means."""

from __future__ import annotations

from collections.abc import Mapping

from generator.patterns import late

Month = tuple[int, int]
Period = tuple[Month, Month]
"""The first and the last month of it."""

PARTS_OF_YEAR: Mapping[str, tuple[int, int]] = {"上半年": (1, 6), "半年": (1, 6), "年中": (1, 6), "下半年": (7, 12), "前三季度": (1, 9), "": (1, 12)}
"""First and last month of what is named; where no part is, the whole year's."""
_WRITTEN = late(r"([0-9]{4})-(0[1-9]|1[0-2])")


def months_of(part: str) -> tuple[int, int]:
    """The first and last month of a ``part`` of a year: one of ``PARTS_OF_YEAR``, or a quarter by its number (一季度, 第3季度)."""
    if part.endswith("季度") and part not in PARTS_OF_YEAR:
        n = "一二三四1234".index(part.removeprefix("第")[0]) % 4 + 1
        return 3 * n - 2, 3 * n
    return PARTS_OF_YEAR[part]


def calendar_year(year: int) -> Period:
    """The whole of ``year``."""
    return (year, 1), (year, 12)


def month_of(text: str) -> Month | None:
    """The month that ``text`` is, as YYYY-MM."""
    match = _WRITTEN.fullmatch(text)
    return (int(match[1]), int(match[2])) if match else None


def written(month: Month) -> str:
    """``month`` as YYYY-MM."""
    return f"{month[0]}-{month[1]:02}"


def months_between(month: Month, later: Month) -> int:
    """How many months ``later`` comes behind ``month``; less than 0 where it comes before it."""
    return (later[0] - month[0]) * 12 + later[1] - month[1]


def printed(month: Month) -> str:
    """``month`` as a person writes it: 2021年2月."""
    return f"{month[0]}年{month[1]}月"
