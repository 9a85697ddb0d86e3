"""Growth stated beside last year's value: per cent and points that the two values contradict (1200张，比上年的1000张增长25%)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, pieces_of, plainly, quantities, sentences_of
from generator.check.prose.figures.sums import CHECK
from generator.check.prose.passage import Passage
from generator.check.prose.rule import Finding, at
from generator.check.prose.subject import Subject
from generator.chinese.punctuation import since_mark

_YEAR = "(?:上年度?|去年|上一年度?|同期)"
_SAID = re.compile(r"(?P<verb>增长|增加|上升|提高|提升|增幅|下降|减少|降低|降幅|压减)(?:了|达|为)?(?P<value>\d+(?:\.\d+)?)(?P<unit>[%％]|个百分点)")
_FALLS = frozenset("下降 减少 降低 降幅 压减".split())
_LAST = re.compile(rf"{_YEAR}(?:同期)?(?:(?![增减升降多少])[^，。；、\d]){{0,8}}$")
"""Before a count: it is last year's, and not what came of last year's."""
_BY = re.compile("(?:增加|增长|增|多|上升|下降|减少|减|少|降低)了?$")
"""Before a count: it is how many more or fewer."""
_OPENS = rf"^(?:总体)?(?:同比|(?:[比较]|与)?{_YEAR}(?:同期)?(?:相比)?的?)?"
"""What may open the clause that says how much came of it; anything else is a matter of its own."""
_OTHER = re.compile(r"前年|往年|年初|上月|上季|环比|年均|平均|[由从][^，。；\d]{0,12}\d|其中")
"""What says that a sentence holds more values than this year's and last year's, or that another rule reads them."""
_HEDGED = re.compile("(?:约|近|超|超过|至少|大约|不少于|不低于|逾)$")
_HUNDRED = Decimal(100)


def against_last_year(subject: Subject) -> Iterator[Finding]:
    """The pieces of sentences that hold one value of this year, one of last year and one growth, which is not that of the two."""
    for passage, start, end in pieces_of(subject.passages):
        said = list(_SAID.finditer(passage.text, start, end))
        if len(said) == 1 and not _OTHER.search(passage.text, start, end):
            values = [q for q in quantities(passage.text, start, end) if q.start != said[0].start("value")]
            then = [q for q in values if _LAST.search(passage.text[start : q.start])]
            now = [q for q in values if then and q.measure == then[0].measure and q not in then and not _BY.search(passage.text[start : q.start])]
            if len(then) == len(now) == 1 and _fits(passage.text, said[0], then[0]):
                yield from _held(passage, said[0], now[0], then[0])


_MORE = re.compile(r"(?P<verb>增加|增长|多|上升|减少|下降|少)了?$")
_FEWER = frozenset("减少 下降 少".split())


def differs_from_last_year(subject: Subject) -> Iterator[Finding]:
    """108批，较去年多12批（去年98批）: three counts of one measure, of which one is said to be by how much the others differ."""
    for passage, start, end in pieces_of(subject.passages):
        counted = quantities(passage.text, start, end) if not _OTHER.search(passage.text, start, end) else ()
        found = [q for q in counted if q.exact and q.measure not in NO_WHOLE]
        for by in found if len(found) == len(_THREE) and len({q.measure for q in found}) == 1 else ():
            said = _MORE.search(passage.text[start : by.start])
            then = [q for q in found if q is not by and _LAST.search(passage.text[start : q.start])]
            now = [q for q in found if q is not by and q not in then]
            if said is None or len(then) != 1 or len(now) != 1 or now[0].start > by.start:
                continue
            change = now[0].value - then[0].value
            if change != (-by.value if said["verb"] in _FEWER else by.value):
                fault = f"{then[0].text}和{now[0].text}差{plainly(abs(change))}{by.measure}，写的是{said['verb']}{by.text}"
                yield at(passage, min(now[0].start, then[0].start), max(then[0].end, by.end), fault, CHECK)


_THREE = ("now", "then", "by")
_BY_AMOUNT = re.compile(
    r"(?:同比|[比较](?:上年|去年)(?:同期)?)(?P<verb>增加|增长|增收|减少|下降|减收)了?(?P<by>\d[\d.,]*[万亿]?[\u4e00-\u9fff]{1,2})"
    r"[，、（](?:同比)?(?:增长|增幅|增加|下降|降幅|减少)(?:了|达|为)?(?P<value>\d+(?:\.\d+)?)[%％]"
)


def grows_by_amount(subject: Subject) -> Iterator[Finding]:
    """达1.2亿元，同比增加2000万元，增长30%: the growth by the value and by how much of it is new."""
    for passage, start, end in sentences_of(subject.passages):
        for m in _BY_AMOUNT.finditer(passage.text, start, end):
            now = next(reversed(list(quantities(passage.text, start, m.start()))), None)
            by = next(quantities(passage.text, m.start("by"), m.end("by")), None)
            spans = [_span(passage.text, q) for q in (now, by) if q is not None]
            if now is None or by is None or now.measure != by.measure or None in spans or m.start() - now.end > 1:
                continue
            (low, high), (least, most) = (span for span in spans if span is not None)
            falls = m["verb"] in _FALLS or m["verb"] == "减收"
            bases = [value + change if falls else value - change for value, change in ((high, least), (low, most))]
            slack = Decimal(1).scaleb(-len(m["value"].partition(".")[2]))
            if min(bases) > 0 and not least / max(bases) * _HUNDRED - slack < Decimal(m["value"]) < most / min(bases) * _HUNDRED + slack:
                right = by.value / (now.value + by.value if falls else now.value - by.value) * _HUNDRED
                fault = f"{now.text}里{m['verb']}的是{by.text}，是{plainly(round(right, 1))}%，写的是{m['value']}%"
                yield at(passage, now.start, m.end(), fault, CHECK)


def _fits(text: str, said: re.Match[str], then: Quantity) -> bool:
    """Whether the growth is said of nothing but the two values: points of two rates, per cent of two counts."""
    points = then.measure in ("%", "％")
    clause = since_mark(text, said.start(), "，。；、（")
    opening = re.compile(_OPENS + f"(?:{re.escape(then.text)})?$")
    return bool(then.measure) and points == (said["unit"] == "个百分点") and opening.match(clause) is not None


def _held(passage: Passage, said: re.Match[str], now: Quantity, then: Quantity) -> Iterator[Finding]:
    """``said`` against the least and the most that the two values, as they are rounded, can have grown by."""
    spans = [_span(passage.text, q) for q in (now, then)]
    if None in spans or not then.value or now.start > said.start() or (now.value < then.value) != (said["verb"] in _FALLS):
        return
    (low, high), (least, most) = (span or (q.value, q.value) for span, q in zip(spans, (now, then), strict=True))
    points = said["unit"] == "个百分点"
    grown = [low - most, high - least] if points else [(low / most - 1) * _HUNDRED, (high / least - 1) * _HUNDRED]
    first, last = sorted(abs(change) for change in grown)
    places = len(said["value"].partition(".")[2])
    slack = Decimal(1).scaleb(-places)
    if not first - slack < Decimal(said["value"]) < last + slack:
        right = abs(now.value - then.value) if points else abs(now.value / then.value - 1) * _HUNDRED
        unit = "个百分点" if points else "%"
        start, end = min(now.start, then.start), max(then.end, said.end())
        fault = f"{then.text}和{now.text}相比是{plainly(round(right, max(places, 1)))}{unit}，写的是{said[0]}"
        yield at(passage, start, end, fault, CHECK)


def _span(text: str, value: Quantity) -> tuple[Decimal, Decimal] | None:
    """The least and the most that ``value`` can be before it was rounded; nothing where it is a guess."""
    if re.search("[余多]", value.text) or _HEDGED.search(text[: value.start]):
        return None
    number = re.match(r"[\d,]+(?:\.(?P<places>\d+))?", value.text)
    places, written = len(number["places"] or "") if number else 0, Decimal(number[0].replace(",", "")) if number else value.value
    rounded = places or value.value != written or value.measure in ("%", "％")
    half = (value.value / written if written else Decimal(1)).scaleb(-places) / 2 if rounded else Decimal(0)
    return value.value - half, value.value + half
