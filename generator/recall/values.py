"""The values in a statement: what is of its year alone, and must be given anew. Numbers in digits and in words, 《titles》, the numbers of documents,
persons' names, dates, the numbers of plenary sessions, and the marks of what was left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from generator.chinese.calendar import DATE, HAN_DAY, HAN_MONTH, HAN_YEAR, TO, is_year
from generator.chinese.counts import CALLED, counts_in_words
from generator.chinese.measures import ECONOMIC, MEASURES
from generator.chinese.persons import Persons
from generator.facts.blanks import marks
from generator.patterns import late


class ValueKind(StrEnum):
    """What a value is."""

    NUMBER = "数"
    TITLE = "书名"
    OPEN = "空缺"
    PERSON = "人名"
    ISSUED = "文号的年份"
    DATE = "日期"
    SESSION = "届次"


class Value(Struct, frozen=True):
    """The stretch of a text that an answer takes. A number has its hedge (约, 余) within and its ``measure`` (万人次) behind the stretch; a title has
    its 《》 around it, and the year in the number of a document (〔2025〕14号) its brackets."""

    kind: ValueKind
    start: int
    end: int
    text: str
    measure: str = ""

    @property
    def counted(self) -> bool:
        """Whether it counts something: a number, or the mark in the place of one, with a measure word that is no part of a date."""
        return self.kind in (ValueKind.NUMBER, ValueKind.OPEN) and self.measure not in ("", "年", "月", "日")


_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_HEDGE = r"约|(?<![最附临接靠将])近|超过|(?<![赶反])超|逾|不少于|不低于"
_HEDGED = late(rf"(?:{_HEDGE})\Z")
_FIGURE = rf"(?:{_HEDGE})?(?:{_DIGITS})(?:{TO}(?:{_DIGITS})(?![\d.]*[年月日]))?(?:[百千万亿]{{1,2}}(?=[余多]))?[余多]?"
_NUMBER = late(rf"(?<![A-Za-z\d.+/])(?!{CALLED})(?:{_FIGURE})(?![A-Za-z\d])")
_ISSUED = late(r"(?<=[〔\[【（(［])(?:19|20|１９|２０)\d{2}(?=[〕\]】）)］]第?(?:\d|[×xX*]|待补|〔待补〕)+号)")
"""The year in the number of a document: 〔2025〕14号."""
_FURTHER = "人次 架次 台次 辆次 艘次 册次 课次 分钟 卷 种 页 字 根 盏 枚 道 眼 盒 株 款 顶 趟 千克".split()
"""Measure words that reports have behind a number and that stand for blanks in no facts file."""
_UNITS = "|".join(map(re.escape, sorted({*MEASURES, *ECONOMIC, *_FURTHER}, key=lambda m: (-len(m), m))))
_MEASURE = late(rf"(?:万亿|[百千万亿])?(?:{_UNITS})")
_QUOTED = late("“[^“”]*”")


@lru_cache(maxsize=1 << 12)
def values(text: str, persons: Persons) -> tuple[Value, ...]:
    """The values of ``text`` in order, names of ``persons`` among them. Digits within “” and those of a telephone line (12345热线) are a name's, a
    year's excepted; an age tells who is meant (35岁以下干部)."""
    titles = tuple(_titles(text))
    found = [*titles, *_apart(titles, [*_open(text), *_issued(text), *_dates(text), *_numbers(text), *_in_words(text), *_named(text, persons)])]
    return tuple(sorted(found, key=lambda value: value.start))


def bare(text: str, persons: Persons) -> str:
    """``text`` without its values: what two years say of the same thing has this in common."""
    pieces, at = [], 0
    for value in values(text, persons):
        pieces.append(text[at : value.start])
        at = value.end
    return "".join([*pieces, text[at:]])


def _apart(titles: tuple[Value, ...], found: list[Value]) -> Iterator[Value]:
    """Those of ``found`` that lie in no title and in nothing before them."""
    end = -1
    for value in sorted(found, key=lambda v: (v.start, -v.end)):
        if value.start >= end and not any(t.start <= value.start < t.end for t in titles):
            end = value.end
            yield value


def _titles(text: str) -> Iterator[Value]:
    """The 《titles》, one within another left to the outer one."""
    depth = start = 0
    for i, character in enumerate(text):
        if character == "《":
            depth += 1
            start = start if depth > 1 else i + 1
        elif character == "》" and depth:
            depth -= 1
            if not depth and i > start:
                yield Value(ValueKind.TITLE, start, i, text[start:i])


def _open(text: str) -> Iterator[Value]:
    for mark in marks(text):
        end = mark.end() + (text[mark.end() : mark.end() + 1] in ("余", "多"))
        yield Value(ValueKind.OPEN, mark.start(), end, text[mark.start() : end], _measure(text, end))


def _numbers(text: str) -> Iterator[Value]:
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    for m in _NUMBER.finditer(text):
        if is_year(m[0]) or not any(a < m.start() < b for a, b in quoted):
            yield Value(ValueKind.NUMBER, m.start(), m.end(), m[0], _measure(text, m.end()))


def _issued(text: str) -> Iterator[Value]:
    yield from (Value(ValueKind.ISSUED, *m.span(), m[0]) for m in _ISSUED.finditer(text))


def _dates(text: str) -> Iterator[Value]:
    """Days and months, each as one value with its parts, and which session of which congress met (八届六次)."""
    for kind, pattern in ((ValueKind.DATE, _DATE), (ValueKind.DATE, _HAN_DATE), (ValueKind.SESSION, _SESSION)):
        yield from (Value(kind, *m.span(), m[0]) for m in pattern.finditer(text))


_DATE = late(DATE)
_HAN_DAY_OF = rf"(?:{HAN_DAY})日|[上中下]旬|[底初份]"
_HAN_DATE = late(rf"(?:{HAN_YEAR}年(?:{HAN_MONTH})月(?:{_HAN_DAY_OF})?|(?:{HAN_MONTH})月(?:{_HAN_DAY_OF}))")
_ORDINAL = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_SESSION = late(rf"{_ORDINAL}届(?:人大|政协)?{_ORDINAL}次(?=全体|全会|党代|[\u4e00-\u9fff]{{0,4}}(?:会议|大会|全会))")


def _in_words(text: str) -> Iterator[Value]:
    quoted = [m.span() for m in _QUOTED.finditer(text)]
    for at, end in counts_in_words(text):
        hedged = _HEDGED.search(text[:at])
        start = hedged.start() if hedged else at
        if is_year(text[start:end]) or not any(a < start < b for a, b in quoted):
            yield Value(ValueKind.NUMBER, start, end, text[start:end], _measure(text, end))


def _named(text: str, persons: Persons) -> Iterator[Value]:
    yield from (Value(ValueKind.PERSON, start, end, text[start:end]) for start, end in persons.named(text))


def _measure(text: str, at: int) -> str:
    found = _MEASURE.match(text, at)
    return found[0] if found else ""
