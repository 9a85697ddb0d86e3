"""From one figure to another: 3—5个, 3～5个, 3至5个 and 3个至5个 say the same, 10—20万元 and 10万—20万元 too (GB/T 15834-2011, 4.13.3.1)."""

from __future__ import annotations

import re

from generator.chinese.measures import MEASURE
from generator.compare.words import NUMERALS

AMOUNT = r"\d++(?:[.,:]\d++)*+"
"""A figure in digits, or a time of day."""
_SIGNS = "—–‐‑‒―－−~～〜∼∽˜-"
_TO = rf"\s*[{_SIGNS}]{{1,2}}\s*|至|到"
_UNIT = rf"(?:{MEASURE.pattern}|‰)"


def _range(number: str, names: str) -> str:
    """The pattern of a range of ``number``; its groups end in ``names``."""
    one = rf"(?P<one{names}>{number})(?P<much{names}>[万亿]?)(?P<unit{names}>{_UNIT}?)"
    return rf"{one}(?:{_TO})第?(?P<other{names}>{number})(?P<more{names}>[余多]?[万亿]?)(?P<last{names}>{_UNIT}?)"


_DIGITS = rf"(?<!\d)(?<!\d[.,:]){AMOUNT}"
_HAN = rf"(?<![{NUMERALS}])[{NUMERALS}]++"
RANGE = rf"(?:{_range(_DIGITS, '')}|{_range(_HAN, '_')})"
"""In a pattern: two figures, from one to the other. None begins within a figure, which would be gone through again from each of its digits."""
_RANGE = re.compile(RANGE)


def alike(text: str, sign: str = "—") -> str:
    """``text`` with every range in it said in one way: ``sign`` between its figures, its unit and its 万 behind the second alone where both have
    them."""
    return _RANGE.sub(lambda found: _said(found, sign), text)


def _said(found: re.Match[str], sign: str) -> str:
    names = "" if found["one"] else "_"
    one, much, unit, other, more, last = (found[f"{group}{names}"] for group in ("one", "much", "unit", "other", "more", "last"))
    shared = unit in ("", last) and much in ("", more[-1:])
    return f"{one}{'' if shared else much + unit}{sign}{other}{more}{last}"
