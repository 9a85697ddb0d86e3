"""Averages: what each has, by the count and the sum before it (6214人，发放1985.4万元，人均3195元)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.prose.figures.quantity import plainly
from generator.check.prose.figures.sums import CHECK, NUMBERS
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_SCALES = {"": 1, "万": 10**4, "亿": 10**8}
_AVERAGE = re.compile(
    r"(?<![\d.])(?P<n>\d+(?:\.\d+)?)(?P<nscale>[万亿]?)(?P<unit>[人户名家])[^。；\d]{0,12}(?P<sum>\d+(?:\.\d+)?)(?P<scale>[万亿]?)元[，、]"
    r"(?:人均|户均|平均每[人户家名]|每[人户家]平均)(?:达|为|发放|补助|增收|受益)?(?P<each>\d+(?:\.\d+)?)(?P<escale>[万亿]?)元"
)
_LOOSELY = Decimal("0.03")
"""Share by which an average may miss, as each of the figures may be rounded."""


def _averages(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _AVERAGE.finditer(passage.text):
            n, total, each = (Decimal(m[a]) * _SCALES[m[b]] for a, b in (("n", "nscale"), ("sum", "scale"), ("each", "escale")))
            right = total / n if n else each
            if abs(right - each) > each * _LOOSELY:
                said = f"{m['sum']}{m['scale']}元按{m['n']}{m['nscale']}{m['unit']}算"
                fault = f"{said}，平均是{plainly(round(right, 1))}元，写的是{m['each']}{m['escale']}元"
                yield at(passage, m.start(), m.end(), fault, CHECK)


RULES = (
    Rule(
        "average",
        "人均、户均与总数相符",
        Authority.PRACTICE,
        ACCURATE,
        _averages,
        Example("审核通过6214人，发放1985.4万元，人均31950元。"),
        Example("审核通过6214人，发放1985.4万元，人均3195元。"),
        NUMBERS,
    ),
)
