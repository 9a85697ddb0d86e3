"""字号: sizes of type by the names that Word's list and the standard give them."""

from __future__ import annotations

SIZES = {
    "初号": 84, "小初": 72, "一号": 52, "小一": 48, "二号": 44, "小二": 36, "三号": 32, "小三": 30, "四号": 28, "小四": 24, "五号": 21, "小五": 18,
    "六号": 15, "小六": 13, "七号": 11, "八号": 10,
}  # fmt: skip
"""字号 → half-points."""

_NAMES = {size: name for name, size in SIZES.items()}


def size_name(half_points: int) -> str:
    """A size as Word's list shows it: 三号, else 12.5 磅."""
    return _NAMES.get(half_points) or f"{half_points / 2:g} 磅"
