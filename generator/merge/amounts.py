"""Which numbers may be added up: exact ones that count things. Hedged ones, ranges, rates and ranks may not, and it is said why."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from generator.chinese.measures import MEASURES
from generator.facts.blanks import marks
from generator.facts.normalise import normalise

_FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_AMOUNT = re.compile(rf"(?P<figure>{_FIGURE})(?P<scale>[万亿]?)")
_RATES = ("%", "％", "‰", "个百分点", "百分点", "倍", "成", "折", "分", "度", "岁", "届", "年", "周年", "月", "日", "档", "层", "点", "秒")
"""Measures of rates, marks, ages and dates: three units at 95% are not at 285%."""
_NOT_COUNTED = re.compile("率|[人户]均|平均|占比|比重|比例|同比|环比|增长|下降|提高|降低|满意度|覆盖面|排名|排在|位居|位列|最[高低大小多少长短]")
"""Words of what is said of a rate, a change or a rank, whatever the measure."""
_COUNTING = "|".join(re.escape(m) for m in MEASURES if m not in _RATES)
_IN_TEXT = re.compile(rf"(?<![第\d.,—～~\-约近超逾])({_FIGURE}[万亿]?)(?=(?:{_COUNTING})(?!以|左右|上下))")
_OPEN = "待补"


class Amount(Struct, frozen=True):
    """An exact number; ``scale`` is 万 or 亿 where it was given in them."""

    value: Decimal
    scale: str = ""

    def __str__(self) -> str:
        return f"{self.value}{self.scale}"


def amount(text: str) -> Amount | None:
    """The number that ``text`` is, and nothing else; None where it is hedged, a range, open or in words."""
    found = _AMOUNT.fullmatch(normalise(text))
    return Amount(Decimal(found["figure"].replace(",", "")), found["scale"]) if found else None


def total(amounts: Sequence[Amount]) -> Amount | None:
    """The sum; None where some are in 万 or 亿 and others are not, since 3.2万 is no exact number of ones."""
    scales = {a.scale for a in amounts}
    return Amount(sum((a.value for a in amounts), Decimal()), scales.pop()) if len(scales) == 1 else None


def why_not(text: str) -> str:
    """What keeps the number ``text`` from being added up, in words for the user; empty where nothing does."""
    if not text or any(marks(text)):
        return "还没报"
    return "" if amount(text) else "是约数、区间或文字"


def counts(done: str, measure: str) -> bool:
    """Whether what was ``done`` is counted in a measure of things, so that numbers of it add up."""
    return measure not in _RATES and not _NOT_COUNTED.search(done)


class Counted(Struct, frozen=True):
    """A sentence whose every number counts things: the text between the numbers, and the numbers."""

    between: tuple[str, ...]
    amounts: tuple[Amount, ...]

    def filled(self, amounts: Sequence[Amount] | None) -> str:
        """The sentence with other numbers; None leaves them open."""
        shown = [str(a) for a in amounts] if amounts is not None else [_OPEN] * len(self.amounts)
        return "".join(piece for pair in zip(self.between, (*shown, ""), strict=True) for piece in pair)


def counted(text: str) -> Counted | None:
    """``text`` as a sentence that counts; None where it has a number that may not be added up, or none."""
    said = normalise(text)
    pieces = _IN_TEXT.split(said)
    between, numbers = tuple(pieces[::2]), pieces[1::2]
    found = [a for number in numbers if (a := amount(number))]
    sound = found and not re.search(r"\d", "".join(between)) and not any(marks(said)) and not _NOT_COUNTED.search(said)
    return Counted(between, tuple(found)) if sound else None
