"""Bands of age without a gap, and the whole that they miss: 党员92名，35岁以下42名、36至50岁30名、51岁以上20名."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.prose.figures.quantity import plainly
from generator.check.prose.figures.sums import CHECK, NUMBERS
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_BANDS = re.compile(
    r"(?<![\d.])(?P<whole>\d+)(?P<unit>[名人])，(?:其中)?[，:：]?(?P<list>\d+岁(?:及)?以下(?:的)?\d+(?P=unit)(?:[、，]\d+(?:岁)?(?:—|－|-|至|到)\d+岁(?:的)?\d+(?P=unit))*"
    r"[、，]\d+岁(?:及)?以上(?:的)?\d+(?P=unit))"
)


def _bands(subject: Subject) -> Iterator[Finding]:
    """党员86名，35岁以下42名、36至50岁30名、51岁以上20名: bands without a gap make up the whole."""
    for passage in subject.passages:
        for m in _BANDS.finditer(passage.text):
            value = sum((Decimal(n) for n in re.findall(rf"(?<!\d)(\d+){m['unit']}", m["list"])), Decimal(0))
            if value != Decimal(m["whole"]) and _without_a_gap(m["list"]):
                fault = f"各年龄段相加是{plainly(value)}{m['unit']}，总数写的是{m['whole']}{m['unit']}"
                yield at(passage, m.start(), m.end(), fault, CHECK)


def _without_a_gap(listed: str) -> bool:
    """Whether each band begins where the one before it ends, or a year later: 35岁以下, 60岁以上 are two of more."""
    first, *between, last = re.findall(r"(\d+)岁?(?:—|－|-|至|到)?(\d+)?岁", listed)
    ends = [int(first[0]), *(int(b) for _, b in between if b)]
    begins = [*(int(a) for a, b in between if b), int(last[0])]
    return all(0 <= begin - end <= 1 for end, begin in zip(ends, begins, strict=True))


RULES = (
    Rule(
        "bands-sum",
        "各年龄段相加等于总数",
        Authority.PRACTICE,
        ACCURATE,
        _bands,
        Example("党员86名，35岁以下42名、36至50岁30名、51岁以上20名。"),
        Example("党员92名，35岁以下42名、36至50岁30名、51岁以上20名。"),
        NUMBERS,
    ),
)
