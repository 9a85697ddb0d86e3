"""Counts that are the parts of the one before them, because they add up to it: 接处警347起，火灾132起、抢险救援98起、社会救助117起."""

from __future__ import annotations

from decimal import Decimal

from generator.chinese.quantity import ends_in_count
from generator.patterns import late

_COUNT = late(r"(?P<number>\d+(?:\.\d+)?)(?P<power>[万亿]?)(?P<measure>[\u4e00-\u9fff]{1,3})$")
_POWERS = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
_STOPS = "，；。"
_FEWEST = 2
"""Parts from which it is no chance that they add up."""
_SAYS_SO = "其中"


def add_up(before: str, clause: str) -> bool:
    """Whether ``clause`` lists counts of things by one measure that add up to the count by it in which ``before`` ends, and nothing says so yet."""
    items = clause.split("、")
    last = before[max(map(before.rfind, _STOPS)) + 1 :]
    if len(items) < _FEWEST or not last or _SAYS_SO in last + clause or not all(map(ends_in_count, items)):
        return False
    whole, parts = _count(last), [_count(item) for item in items]
    alike = whole is not None and all(part is not None and part[1] == whole[1] for part in parts)
    return alike and whole is not None and sum(part[0] for part in parts if part is not None) == whole[0]


def _count(text: str) -> tuple[Decimal, str] | None:
    """The number and the measure in which ``text`` ends."""
    found = _COUNT.search(text)
    return (Decimal(found["number"]) * _POWERS[found["power"]], found["measure"]) if found else None
