"""A report against last year's: what is said to have been added since is what the two figures differ by."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, compared, plainly, quantities
from generator.check.prose.passage import RUNNING, TOLD, Passage, passages
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN
from generator.report import Report

_SINCE = re.compile(
    r"(?:同比|[比较]?(?:上年|去年)(?:同期)?)(?:的(?P<base>\d[\d.,]*)[\u4e00-\u9fff]{1,2})?(?:净|共)?"
    r"(?P<verb>增加|增长|上升|提高|多|减少|下降|降低|少|压减)了?(?P<by>\d[\d.,]*)(?P<unit>[%％]|[万亿]?[\u4e00-\u9fff]{1,2})"
)
_UP = frozenset("增加 增长 上升 提高 多".split())
_LEAST_NAMED = 4
"""Han characters before a count by which it is the same count as last year's."""


class _Claim(Struct, frozen=True):
    """A figure of this year, what is said to have come of last year's, and where."""

    passage: Passage
    start: int
    end: int
    now: Quantity
    thing: str
    said: re.Match[str]


def _grown(subject: Subject) -> Iterator[Finding]:
    """受理投诉432件，比上年增加83件, where last year's report says 394."""
    then = _named(subject.last) if subject.last is not None else {}
    for claim in _claims(subject):
        same = {thing: v for (thing, measure), v in then.items() if measure == claim.now.measure}
        values = {v for thing, v in same.items() if thing.endswith(claim.thing)}
        values = values or {v for thing, v in same.items() if thing[-_LEAST_NAMED:] == claim.thing[-_LEAST_NAMED:] and thing[:2] == claim.thing[:2]}
        if len(values) == 1:
            wrong = _wrong(claim, values.pop())
            if wrong:
                yield at(claim.passage, claim.start, claim.end, wrong, "核对今年的数、去年的数和增减的数")


def _claims(subject: Subject) -> Iterator[_Claim]:
    """Figures with what came of last year's in the next clause."""
    for passage in subject.passages:
        parts = list(compared(passage.text))
        for (first, this), (second, clause) in itertools.pairwise(parts):
            said = _SINCE.match(clause)
            here = [q for q in quantities(passage.text, first, first + len(this)) if q.measure and q.measure not in NO_WHOLE]
            if said and len(here) == 1 and here[0].end == first + len(this):
                thing = "".join(HAN.findall(_bare(passage.printed[first : here[0].start])))
                if len(thing) >= _LEAST_NAMED:
                    yield _Claim(passage, first, second + said.end(), here[0], thing, said)


def _named(last: Report) -> dict[tuple[str, str], Decimal]:
    """Last year's counts by the words before them and their measure; those told with two values are left out."""
    found: dict[tuple[str, str], set[Decimal]] = {}
    for passage in (p for p in passages(last) if p.part in RUNNING):
        for offset, clause in compared(passage.printed):
            here = [q for q in quantities(passage.printed, offset, offset + len(clause)) if q.measure and q.measure not in NO_WHOLE]
            if len(here) == 1:
                thing = "".join(HAN.findall(_bare(passage.printed[offset : here[0].start])))
                found.setdefault((thing, here[0].measure), set()).add(here[0].value)
    return {key: values.pop() for key, values in found.items() if len(values) == 1}


def _bare(text: str) -> str:
    return re.sub("^(?:[一二三四五六七八九十]+是|全年|今年|年内|共|累计|新)+", "", text)


def _wrong(claim: _Claim, then: Decimal) -> str:
    """How what ``claim`` says differs from what last year's figure makes of it; empty where it does not."""
    said, now = claim.said, claim.now.value
    change = now - then if said["verb"] in _UP else then - now
    told = f"去年的稿子写的是{plainly(then)}{claim.now.measure}，今年{claim.now.text}"
    if said["base"] and Decimal(said["base"].replace(",", "")) != then and claim.now.exact:
        return f"{told.partition('，')[0]}，这里写的是{said['base']}"
    by = Decimal(said["by"].rstrip(".,").replace(",", ""))
    if said["unit"] in ("%", "％"):
        share = change * 100 / then if then else by
        return "" if abs(share - by) <= _LOOSELY else f"{told}，{said['verb']}的是{plainly(round(share, 1))}%，写的是{said['by']}%"
    if not claim.now.exact or not said["unit"].startswith(claim.now.measure):
        return ""
    return "" if change == by else f"{told}，差{plainly(abs(now - then))}，写的是{said['verb']}{said['by']}"


_LOOSELY = Decimal(1)
"""Points by which a growth may miss that of the two figures, which may be rounded."""

RULES = (
    Rule(
        "growth-from-last",
        "比去年增减多少，与去年稿子的数相符",
        Authority.PRACTICE,
        ACCURATE,
        _grown,
        Example("受理群众投诉432件，比上年增加83件。", last="受理群众投诉394件，办结377件。"),
        Example("受理群众投诉432件，比上年增加38件。", last="受理群众投诉394件，办结377件。"),
        Scope(TOLD, (*QUOTES, *TITLES), NOT_GOVERNMENT),
        (Need.LAST,),
    ),
)
