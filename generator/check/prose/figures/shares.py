"""Shares: 占 so many per cent, said of a part whose whole the sentence counts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, plainly, quantities, rounding
from generator.check.prose.figures.sums import CHECK
from generator.check.prose.passage import Passage
from generator.check.prose.rule import Finding, at
from generator.chinese.punctuation import since_mark

SAID = "(?:达到|达|为|均为|均达|实现|是)?"
VALUE = r"(?P<value>\d+(?:\.\d+)?)[%％]"
_SHARE = re.compile(rf"[，、（](?:约)?占(?:比|总数的|全部的|[\u4e00-\u9fff]{{1,6}}总数的)?{SAID}{VALUE}")
_OF_ALL = "总数"
_OF_WHICH = ("其中", "中有", "中，")
_NEAR = 7
"""Characters between a part and the share it is said to be."""


def mismatch(whole: Quantity, part: Quantity, value: str) -> str:
    """How the share of ``part`` in ``whole`` differs from ``value``; empty where it does not by more than rounding, or where either is a guess."""
    if whole.hedged or part.hedged or not 0 < part.value <= whole.value:
        return ""
    places = len(value.partition(".")[2])
    share = part.value * 100 / whole.value
    loosely = share * (rounding(part) / part.value + rounding(whole) / whole.value)
    if abs(share - Decimal(value)) < Decimal(1).scaleb(-places) + loosely:
        return ""
    return f"{whole.text}中的{part.text}是{plainly(round(share, max(places, 1)))}%"


_SHARE_OF = re.compile(rf"[，、（]占[^，。；\d（]{{2,10}}（?(?P<whole>\d[\d.]*[万亿]?[\u4e00-\u9fff]{{1,2}})）?的{VALUE}")


_ROUNDED = 1
"""Points by which a share may miss where both figures are rounded to 万 or 亿."""


def _of_named(passage: Passage, start: int, end: int) -> Iterator[Finding]:
    """完成8600万元，占年度计划1.2亿元的61.7%: the whole stands within what is said of the share."""
    for m in _SHARE_OF.finditer(passage.text, start, end):
        part = next((q for q in reversed(list(quantities(passage.text, start, m.start())))), None)
        whole = next(quantities(passage.text, m.start("whole"), m.end("whole")), None)
        same = part is not None and whole is not None and part.measure == whole.measure and m.start() - part.end <= _NEAR
        if not same or part is None or whole is None or not 0 < part.value <= whole.value or re.search("[余多约近]", part.text + whole.text):
            continue
        share = part.value * 100 / whole.value
        if abs(share - Decimal(m["value"])) > _ROUNDED:
            said = f"{whole.text}中的{part.text}是{plainly(round(share, 1))}%，写的是{m['value']}%"
            yield at(passage, part.start, m.end(), said, CHECK)


def shares(passage: Passage, start: int, end: int) -> Iterator[Finding]:
    """党员43名，其中女党员12名，占29.7%; 处理66人次，第一种形态47人次，占77.2%."""
    yield from _of_named(passage, start, end)
    told = list(_SHARE.finditer(passage.text, start, end))
    for m in told:
        counted = [q for q in quantities(passage.text, start, m.start()) if q.measure not in NO_WHOLE]
        part = counted[-1] if counted and m.start() - counted[-1].end <= _NEAR else None
        wholes = [q for q in counted[:-1] if part is not None and q.measure == part.measure]
        if part is None or not wholes:
            continue
        mark = max(passage.text.rfind(said, start, m.start()) for said in _OF_WHICH)
        named = [q for q in wholes if q.end <= mark]
        alone = len(named) == len(wholes) and counted[-2] is named[-1] if named else False
        whole = named[-1] if named and (alone or _fits_another(passage.text, named[-1], told, m)) else _by_a_slip(passage.text, wholes, part, m)
        wrong = mismatch(whole, part, m["value"]) if whole is not None else ""
        if wrong and whole is not None:
            yield at(passage, whole.start, m.end(), f"{wrong}，写的是{m['value']}%", CHECK)


def _fits_another(text: str, whole: Quantity, told: Sequence[re.Match[str]], here: re.Match[str]) -> bool:
    """Whether another share of the sentence is one of ``whole``: then so is this one."""
    for m in told:
        part = next((q for q in reversed(list(quantities(text, whole.end, m.start())))), None) if m is not here and m.start() > whole.end else None
        if part is not None and part.measure == whole.measure and part.exact and part.value <= whole.value and not mismatch(whole, part, m["value"]):
            return True
    return False


def _by_a_slip(text: str, wholes: Sequence[Quantity], part: Quantity, m: re.Match[str]) -> Quantity | None:
    """The whole before ``part`` of which the share is ``m`` but for a digit, where it is the share of none of ``wholes``, alone or together."""
    value, larger = m["value"], [q for q in wholes if q.value >= part.value]
    near = larger[-1] if larger and larger[-1] is wholes[-1] else None
    total = sum((q.value for q in wholes), Decimal(0))
    in_all = [Quantity(sum_, part.measure, part.start, part.end, True, "") for sum_ in (total, total + part.value)]
    if near is None or not all(mismatch(q, part, value) for q in (*larger, *in_all)) or not mismatch(near, part, value):
        return None
    places = len(value.partition(".")[2])
    right = f"{part.value * 100 / near.value:.{places}f}"
    sure = places > 0 or "，" not in text[near.end : part.start].replace("，", "", 1)
    of_these = _OF_ALL not in m[0] or m[0].partition(_OF_ALL)[0].strip("，、（约占") in since_mark(text, near.start, "。；")
    return near if sure and of_these and _one_slip(value, right) else None


def _one_slip(said: str, right: str) -> bool:
    """Whether ``said`` is ``right`` with one digit another, or its digits in another order."""
    return len(said) == len(right) and (sum(a != b for a, b in zip(said, right, strict=True)) == 1 or sorted(said) == sorted(right))
