"""Chinese ordinals as reports number their parts: 一、 （一） 1. （1） and 一是."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

_DIGITS = "零一二三四五六七八九"
_CAPITALS = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_UNITS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))


def chinese(n: int) -> str:
    """1–9999 in Chinese: 1 → 一, 10 → 十, 21 → 二十一, 101 → 一百零一, 110 → 一百一十. Raises ValueError outside."""
    if not 1 <= n <= 9999:
        raise ValueError(f"not a section number: {n}")
    out, gap = "", False
    for value, unit in _UNITS:
        digit, n = divmod(n, value)
        out += f"{'零' if gap and digit else ''}{_DIGITS[digit]}{unit}" if digit else ""
        gap = not digit and bool(out)
    return out.removeprefix("一") if out.startswith("一十") else out


@cache
def _numerals() -> Mapping[str, int]:
    return {chinese(n): n for n in range(1, 1000)}


def number(text: str) -> int | None:
    """The inverse of ``chinese`` up to 999; None where ``text`` is no numeral from 一 to 九百九十九."""
    return _numerals().get(text.translate(_CAPITALS))


def count(text: str) -> int:
    """How many ``text`` says that there are: in digits, in Chinese, or 两, which counts and never numbers; 0 where it says no whole number."""
    return 2 if text == "两" else int(text) if text.isdecimal() else number(text) or 0


def value_of(digits: str) -> int:
    """The value of a heading's number without its marks: in digits, in Chinese, or one character with its brackets or stop (⑴, ㈠, ⒈); 0 where it is
    none."""
    if digits.isdecimal():
        return int(digits)
    return number(digits) or (int(unicodedata.numeric(digits, 0)) if len(digits) == 1 else 0)


def section_number(level: int, n: int) -> str:
    """The ``n``-th number of a heading of ``level`` 1–4, as GB/T 9704-2012 7.3.3 sets it."""
    match level:
        case 1:
            return f"{chinese(n)}、"
        case 2:
            return f"（{chinese(n)}）"
        case 3:
            return f"{n}."
        case _:
            return f"（{n}）"


class Ordinals(StrEnum):
    """How the points of a chain are counted; the values are what template files say."""

    IS = "一是"
    MUST = "一是要"
    FIRST = "首先"


_FIRST = (("首先，", "其次，"), ("首先，", "其次，", "再次，"), ("首先，", "其次，", "再次，", "最后，"))


def chain(ordinals: Ordinals, count: int) -> tuple[str, ...]:
    """What opens each of ``count`` points: nothing for a single one, 一是 二是 …, or 首先 其次 再次 最后, which reaches no further than four."""
    if count < 2:
        return ("",) * count
    if ordinals is Ordinals.FIRST and count <= len(_FIRST) + 1:
        return _FIRST[count - 2]
    tail = "要" if ordinals is Ordinals.MUST else ""
    return tuple(f"{chinese(n)}是{tail}" for n in range(1, count + 1))


ARTICLE = r"第[一二三四五六七八九十百千零〇\d]{1,7}条(?:之[一二三四五六七八九十]{1,3})?"
"""In a pattern: what numbers an article of rules."""
DIVISION = rf"(?:第[一二三四五六七八九十百千零〇\d]{{1,7}}(?:编|章|节|部分)|{ARTICLE})"
"""In a pattern: what numbers a division of rules; a blank stands behind it, and no stop."""
