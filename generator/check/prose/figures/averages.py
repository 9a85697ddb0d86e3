"""Averages: what each has, by the count and the sum before it (6214人，发放1985.4万元，人均3195元)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, plainly, quantities, sentences_of
from generator.check.prose.figures.sums import CHECK, NUMBERS
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, apart_from, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark

_SCALES = {"": 1, "万": 10**4, "亿": 10**8}
_AVERAGE = re.compile(
    r"(?<![\d.])(?P<n>\d+(?:\.\d+)?)(?P<nscale>[万亿]?)(?P<unit>[人户名家])[^。；\d]{0,20}(?P<sum>\d+(?:\.\d+)?)(?P<scale>[万亿]?)元[，、]"
    r"(?:人均|户均|平均每[人户家名]|每[人户家]平均)(?:达|为|发放|补助|增收|受益)?(?P<each>\d+(?:\.\d+)?)(?P<escale>[万亿]?)元"
)
_SHARED = re.compile(
    r"(?:(?<!平)(?P<per>[人户场班件村校亩次车台站])均|平均每(?P<unit>[个名户家所支座期场次件项条批]))"
    r"(?P<verb>(?:(?!至少|不少于|不低于|约|近|增长|增加|提高|减少)[^，。；\d]){0,8})(?P<each>\d+(?:\.\d+)?[万亿]?[\u4e00-\u9fff]{1,2})"
)
_PER = {"人": ("人", "名"), "户": ("户",)}
_OF_OTHERS = re.compile("人均|户均|同比|上年|去年|[较比](?![武赛拼学亮拼看])|其中|增|减|降|每[年月天日]|日均|年均|月均")
"""What says that a sentence holds more than one sum, one count and one average."""
_REGULARLY = re.compile("(?<=，)每[年月季周天日](?!均)")
"""How often something is done that has nothing to do with the average before it."""
_LOOSELY = Decimal("0.03")
"""Share by which an average may miss, as each of the figures may be rounded."""


def _all_averages(subject: Subject) -> Iterator[Finding]:
    told = list(_averages(subject))
    yield from told
    yield from _daily(subject)
    yield from apart_from(told, _shared(subject))


_DAILY = re.compile(
    r"(?:全年|年|一年)(?:来|共|累计)?[^，。；、\d]{0,12}(?<![\d.])(?P<all>\d+(?:\.\d+)?)(?P<scale>万?)(?P<measure>人次|[人件次辆票宗])[，、（]"
    r"日均[^，。；、\d]{0,4}(?P<each>\d+(?:\.\d+)?)(?P<escale>万?)(?P=measure)"
)
_YEAR_DAYS, _WORKING_DAYS = 365, 220
"""Days of a year, and the fewest on which an office is open."""


def _daily(subject: Subject) -> Iterator[Finding]:
    """全年接待3600人次，日均30人次: more than so many days of a year give, or fewer."""
    for passage in subject.passages if subject.is_of_a_year else ():
        for m in _DAILY.finditer(passage.text):
            total, each = Decimal(m["all"]) * _SCALES[m["scale"]], Decimal(m["each"]) * _SCALES[m["escale"]]
            if not total / _YEAR_DAYS * (1 - _LOOSELY) - 1 <= each <= total / _WORKING_DAYS * (1 + _LOOSELY) + 1:
                fault = f"一年{m['all']}{m['scale']}{m['measure']}，日均不会是{m['each']}{m['escale']}{m['measure']}"
                yield at(passage, m.start(), m.end(), fault, CHECK)


def _averages(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _AVERAGE.finditer(passage.text):
            n, total, each = (Decimal(m[a]) * _SCALES[m[b]] for a, b in (("n", "nscale"), ("sum", "scale"), ("each", "escale")))
            right = total / n if n else each
            if abs(right - each) > each * _LOOSELY:
                said = f"{m['sum']}{m['scale']}元按{m['n']}{m['nscale']}{m['unit']}算"
                fault = f"{said}，平均是{plainly(round(right, 1))}元，写的是{m['each']}{m['escale']}元"
                yield at(passage, m.start(), m.end(), fault, CHECK)


def _shared(subject: Subject) -> Iterator[Finding]:
    """120万元，10个小区，平均每个小区15万元; 86名，人均126元，共12836元: in a sentence with one count and one sum, in whatever order."""
    for passage, start, end in sentences_of(subject.passages):
        said = list(_SHARED.finditer(passage.text, start, end))
        if len(said) != 1 or _OF_OTHERS.search(passage.text[start : said[0].start()] + _REGULARLY.sub("", passage.text[said[0].end() : end])):
            continue
        m = said[0]
        each = next(quantities(passage.text, m.start("each"), m.end("each")), None)
        others = [q for q in quantities(passage.text, start, end) if each is not None and q.start != each.start and q.measure not in NO_WHOLE]
        sums = [q for q in others if each is not None and q.measure == each.measure and (m["unit"] or _is_sum(passage.text, q, m["verb"]))]
        counts = [
            q
            for q in others
            if q not in sums
            and q.measure in (_PER.get(m["per"], (m["per"], f"{m['per']}次")) if m["per"] else (m["unit"],))
            and _is_of(passage.text, q, m)
        ]
        if each is None or len(sums) != 1 or len(counts) != 1 or any(re.search("[余多]", q.text) for q in others) or not counts[0].exact:
            continue
        total, count = sums[0], counts[0]
        right = total.value / count.value if count.value else each.value
        rounded = Decimal(1) if each.value == each.value.to_integral() and right < _FEW else Decimal(0)
        if abs(right - each.value) > max(each.value * _LOOSELY, rounded):
            fault = f"{total.text}按{count.text}算，平均是{plainly(round(right, 1))}{each.measure}，写的是{each.text}"
            yield at(passage, min(m.start(), total.start, count.start), max(m.end(), total.end, count.end), fault, CHECK)


_FEW = 3
"""Averages below this are often rounded to a whole number, and miss by more than their share."""


def _is_sum(text: str, total: Quantity, verb: str) -> bool:
    """Whether ``total`` is of what is shared out by ``verb``: 发放 is not what 户均增收 shares."""
    clause = since_mark(text, total.start, "，。；")
    return not verb or clause.startswith("共") or any(a + b in clause for a, b in pairwise(verb))


_OF_ACTS = "件项条批"
"""Measure words behind which stands what was done with each (每件评估4次)."""
_NOUN_WITHIN = 4
"""Characters behind a count in which its noun stands (48个党支部, 每个支部)."""


def _is_of(text: str, count: Quantity, m: re.Match[str]) -> bool:
    """Whether ``count`` counts what the average is said to be of (平均每个小区)."""
    noun = m["verb"][:2] if m["unit"] and m["unit"] not in _OF_ACTS else ""
    return not noun or noun in text[count.end : count.end + _NOUN_WITHIN] or noun in since_mark(text, count.start, "，。；、")


RULES = (
    Rule(
        "average",
        "人均、户均与总数相符",
        Authority.PRACTICE,
        ACCURATE,
        _all_averages,
        Example("审核通过6214人，发放1985.4万元，人均31950元。"),
        Example("审核通过6214人，发放1985.4万元，人均3195元。"),
        NUMBERS,
    ),
)
