"""A number as the clerk wrote it, with what can be reckoned from it."""

from __future__ import annotations

import re
from decimal import Decimal

from msgspec import Struct

from generator.chinese.numerals import count
from generator.facts.normalise import normalise
from generator.merge.amounts import amount

SCALES = {"": Decimal(1), "万": Decimal(10**4), "亿": Decimal(10**8)}
_HEDGED = re.compile(
    r"(?:大约|约|将近|近|超过|超|逾|突破|不少于|不低于|至少)?(?P<bare>[\d,.]+)(?P<open>余|多)?(?P<scale>[万亿]?)(?:余|多|左右|上下|以上)?"
)


class Figure(Struct, frozen=True):
    """``text`` as written, hedge and scale too; ``value`` in ones, None where it is open, a range or in words that say no number; ``hedged``: about
    so many. ``scale`` is 万 or 亿 where it was given in them, which makes it a rounded one."""

    text: str
    value: Decimal | None = None
    hedged: bool = False
    scale: str = ""

    def __str__(self) -> str:
        return self.text


def figure(text: str, measure: str = "") -> tuple[Figure, str]:
    """The figure that ``text`` is, and its measure without a scale of its own: 3.2 with 万元 is 3.2万 with 元."""
    said, scale, bare = normalise(text), *_scaled(measure)
    if found := amount(said + scale) or amount(said):
        return Figure(said + scale, found.value * SCALES[found.scale], False, found.scale), bare
    if hedged := _HEDGED.fullmatch(said + scale):
        held = amount(hedged["bare"] + hedged["scale"])
        if held:
            return Figure(said + scale, held.value * SCALES[held.scale], True, held.scale), bare
    told = count(said)
    return (Figure(said, Decimal(told)), measure) if told else (Figure(said), measure)


def _scaled(measure: str) -> tuple[str, str]:
    """The scale that a measure word begins with, and the rest."""
    return (measure[0], measure[1:]) if measure[:1] in ("万", "亿") and len(measure) > 1 else ("", measure)


def shown(value: Decimal, scale: str = "") -> str:
    """``value`` as a reader writes it, in ``scale``: 12, 3.5, without zeros behind the point."""
    scaled = value / SCALES[scale]
    return f"{scaled.quantize(Decimal(1)) if scaled == scaled.to_integral_value() else scaled.normalize():f}{scale}"
