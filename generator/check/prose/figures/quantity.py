"""Quantities in running text: a number in digits with its measure word, and the sentences they stand in."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from generator.check.prose.passage import Passage
from generator.chinese.measures import MEASURES
from generator.chinese.punctuation import clauses, sentences

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_CONTAINERS = tuple("卷盒袋箱棵扇款盏枚桶瓶艘趟")
"""Measure words of things that reports count now and then."""
_BARE = tuple(m for m in (*MEASURES, *_CONTAINERS) if m[0] not in "万亿")
_MEASURE = "|".join(map(re.escape, _BARE))
_QUANTITY = re.compile(
    rf"(?<![\d.,A-Za-z/-])(?P<number>{_NUMBER})(?P<open>余|多)?(?P<scale>[百千万亿]?)(?P<loose>余|多)?(?P<measure>(?!出[车警动诊勤])(?:{_MEASURE}))?(?![\d.])"
)
CALENDAR = frozenset("年月日")
"""Measures by which a date is written, which counts nothing."""
_NEAR = re.compile(r"(?:约|近|超|超过|至少|大约|不少于|不低于|以上|逾)$")


_HEDGE = 4
"""Characters of the longest hedge."""


class Quantity(Struct, frozen=True):
    """``value`` times its scale, ``measure`` as written (empty: none), offsets in the passage. ``exact``: neither ``hedged`` nor rounded."""

    value: Decimal
    measure: str
    start: int
    end: int
    exact: bool
    text: str
    hedged: bool = False

    @property
    def key(self) -> tuple[Decimal, str]:
        return self.value, self.measure


_ONE_WORD = str.maketrans("位人", "名名")
"""People are counted by any of these."""


def one_measure(q: Quantity) -> str:
    """The measure of ``q``, that of people by one word."""
    return q.measure.translate(_ONE_WORD)


def may_be_part(part: str, whole: str) -> bool:
    """Whether what is counted by ``part`` may be some of what is counted by ``whole``: persons are no more than the times that they came."""
    return part == whole or (whole == "人次" and part in _PERSON)


_PERSON = ("人", "名", "位")


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities of ``text`` between two offsets, in order."""
    found, starts = _quantities(text)
    first, last = bisect_left(starts, start), len(found) if end is None else bisect_left(starts, end)
    while last > first and end is not None and found[last - 1].end > end:
        last -= 1
    return iter(found[first:last])


@lru_cache(maxsize=1 << 12)
def _quantities(text: str) -> tuple[tuple[Quantity, ...], tuple[int, ...]]:
    """Those of all of ``text``, read once whatever stretches of it are asked for, and where each begins."""
    found = tuple(_found(text))
    return found, tuple(q.start for q in found)


def _found(text: str) -> Iterator[Quantity]:
    for m in _QUANTITY.finditer(text):
        value = Decimal(m["number"].replace(",", "")) * _SCALES[m["scale"]]
        hedged = bool(m["open"] or m["loose"] or _NEAR.search(text[max(0, m.start() - _HEDGE) : m.start()]))
        yield Quantity(value, m["measure"] or "", m.start(), m.end(), not (hedged or m["scale"]), m[0], hedged)


def scaled(q: Quantity) -> str:
    """The 万 or 亿 of ``q``."""
    m = re.search("[万亿]", q.text)
    return m[0] if m else ""


def scale(q: Quantity) -> Decimal:
    return Decimal(_SCALES[scaled(q)])


def last_place(q: Quantity) -> Decimal:
    """What one is in the last place that ``q`` is written to: 0.1 of 万 in 1.9万."""
    m = re.search(r"\.(\d+)", q.text)
    return scale(q).scaleb(-len(m[1]) if m else 0)


def rounding(q: Quantity) -> Decimal:
    """By how much ``q`` may miss what was counted: half of its last place where it is written in 万 or 亿."""
    return last_place(q) / 2 if scaled(q) else Decimal(0)


def exceeds(part: Quantity, whole: Sequence[Quantity]) -> bool:
    """Whether ``part`` is more than all of ``whole`` together, however they were rounded, and none of them is a guess."""
    most = sum((q.value + rounding(q) for q in whole), Decimal(0))
    return part.value - rounding(part) > most and not any(q.hedged for q in (part, *whole))


def together(text: str, last: int) -> Decimal:
    """The counts of one measure that follow each other up to the one that ends at ``last``, added (上半年24次，下半年28次 are 52)."""
    total, measure = Decimal(0), None
    sentence = max(text.rfind(stop, 0, last) for stop in "。；！？") + 1
    for quantity in reversed(list(quantities(text, sentence, last))):
        measure = quantity.measure if measure is None else measure
        if quantity.measure != measure:
            break
        total += quantity.value
    return total


NO_WHOLE = ("", "%", "％", "年", "月", "日", "个百分点")
"""Measures of what is no count of things: it has no parts."""


def sentences_of(passages: Iterable[Passage]) -> Iterator[tuple[Passage, int, int]]:
    """The sentences of ``passages`` with their offsets."""
    for passage in passages:
        yield from ((passage, at, at + len(sentence)) for at, sentence in sentences(passage.text))


_PIECE_END = re.compile("；")


def pieces_of(passages: Iterable[Passage]) -> Iterator[tuple[Passage, int, int]]:
    """As ``sentences_of``, the pieces between ； apart."""
    for passage, start, end in sentences_of(passages):
        cuts = [start, *(m.end() for m in _PIECE_END.finditer(passage.text, start, end)), end]
        yield from ((passage, first, last) for first, last in pairwise(cuts) if last > first)


def plainly(value: Decimal) -> str:
    """``value`` as a reader writes it: 12, 3.5, without zeros behind the point."""
    return f"{value.normalize():f}"


_THAN = re.compile("、(?=(?:同比|环比|[比较](?:上年|去年|前年|同期|往年|年初|上月|上季度|上半年)))")


def compared(text: str) -> Iterator[tuple[int, str]]:
    """The clauses of ``text``, and apart from them what a 、 joins to them that says how it was before (16次、比上年增加3次)."""
    for offset, clause in clauses(text):
        cuts = [0, *(m.end() for m in _THAN.finditer(clause)), len(clause)]
        yield from ((offset + first, clause[first:last].rstrip("、")) for first, last in pairwise(cuts) if last > first)
