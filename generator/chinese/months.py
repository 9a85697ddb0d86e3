"""Months as year and number, how they are written in files (2021-02), and the months that a part of a year means."""

from __future__ import annotations

from collections.abc import Mapping

from generator.patterns import late

Month = tuple[int, int]

PARTS_OF_YEAR: Mapping[str, tuple[int, int]] = {"上半年": (1, 6), "半年": (1, 6), "年中": (1, 6), "下半年": (7, 12), "前三季度": (1, 9), "": (1, 12)}
"""First and last month of what is named; where no part is, the whole year's."""
_WRITTEN = late(r"([0-9]{4})-(0[1-9]|1[0-2])")


def month_of(text: str) -> Month | None:
    """The month that ``text`` is, as YYYY-MM."""
    match = _WRITTEN.fullmatch(text)
    return (int(match[1]), int(match[2])) if match else None


def written(month: Month) -> str:
    """``month`` as YYYY-MM."""
    return f"{month[0]}-{month[1]:02}"


def printed(month: Month) -> str:
    """``month`` as a person writes it: 2021年2月."""
    return f"{month[0]}年{month[1]}月"
