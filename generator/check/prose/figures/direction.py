"""Direction: what is said to have risen has, by its two figures, and what is said to have fallen has."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.check.prose.entries import Moved
from generator.check.prose.figures.quantity import Quantity, compared, quantities, together
from generator.check.prose.figures.sums import NUMBERS
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import clauses
from generator.patterns import worded

_CALENDAR = ("年", "月", "日")
_NEAR = 4
"""Characters between the verb and the figure it leads to."""
_WHEN = re.compile(r"(?:\d{4}年|今年|目前|现在|当前|年底|年末)(?:底|末|度)?的?")
"""What may stand between the verb and the figure it leads to, to say when it was reached."""
_RANKED = re.compile("名次|排名|位次|位列|列|排|倒数|第$")
"""What is counted from the top: the lower figure is the higher place."""
_PIECE = re.compile(r"(?:[．∶:：/]|(?<![由从])每[\u4e00-\u9fff]{0,2})$")
"""Before a figure that is one of a ratio, or says how many there are of something in each other thing."""
_BASE = re.compile(r"^[比较](?:上年|去年|前年|同期|往年|年初|上月|上季度|上半年)(?:同期)?的?[^，。；\d]{0,6}")
_TOLD = r"^[^，。；\d]{0,3}?(?P<verb>%s|多|少)(?![^，。；]*\d[^，。；]*(?:到|至))"


def _contrary(subject: Subject) -> Iterator[Finding]:
    """由18件升到12件; 82场，比上年的90场增加."""
    for row in subject.words.moved:
        for passage in subject.passages:
            for offset, clause in clauses(passage.text):
                found = list(quantities(passage.text, offset, offset + len(clause)))
                yield from _from_to(passage, offset, offset + len(clause), found, row)
            yield from _compared(passage, row)
    yield from _placed(subject)


def _from_to(passage: Passage, start: int, end: int, found: Sequence[Quantity], row: Moved) -> Iterator[Finding]:
    """The figure before each verb against the one it leads to."""
    for m in _to(row).finditer(passage.text, start, end):
        at = m.end() if (when := _WHEN.match(passage.text, m.end())) is None else when.end()
        after = next((q for q in found if at <= q.start <= at + _NEAR and q.measure not in _CALENDAR), None)
        before = [q for q in found if q.end <= m.start() and q.measure not in _CALENDAR]
        if after is None or not before or not _comparable(passage.text, before[-1], after) or not _leads(passage.text, start, before[-1], m.start()):
            continue
        if _is_contrary(before[-1], after, m["up"] is not None):
            yield _told(passage, before[-1], after, m[0])


def _compared(passage: Passage, row: Moved) -> Iterator[Finding]:
    """A figure, and in the next clause that of the year before with what came of it."""
    parts = list(compared(passage.text))
    verbs = "|".join(map(re.escape, sorted((*row.up, *row.down), key=len, reverse=True)))
    for (first, this), (second, clause) in itertools.pairwise(parts):
        base = _BASE.match(clause)
        here, then = (list(quantities(passage.text, at, at + len(text))) for at, text in ((first, this), (second, clause)))
        if base is None or not here or not then or then[0].start > second + base.end() or "。" in passage.text[first:second]:
            continue
        m = worded(_TOLD % verbs).match(clause[then[0].end - second :])
        up = m is not None and m["verb"] in (*row.up, "多")
        in_all = (together(passage.text, here[-1].end) < then[0].value) == up
        if m and in_all and _comparable(passage.text, then[0], here[-1]) and _is_contrary(then[0], here[-1], up):
            yield _told(passage, here[-1], then[0], m["verb"], then[0].text)


_PLACED = re.compile(
    r"(?:由|从)[^，。；\d]{0,8}第(?P<first>\d+)[位名]?(?:(?P<up>上升|提升|前移|跃升|升|进)|(?P<down>下降|下滑|后移|降|退))(?:到|至)[^，。；\d]{0,4}第(?P<last>\d+)"
)


def _placed(subject: Subject) -> Iterator[Finding]:
    """由第5位下降到第2位: of places the lower figure is the higher."""
    for passage in subject.passages:
        for m in _PLACED.finditer(passage.text):
            first, last = int(m["first"]), int(m["last"])
            if (last >= first) if m["up"] else (last <= first):
                fault = f"从第{m['first']}到第{m['last']}，写的是“{m['up'] or m['down']}”：与数相反"
                yield at(passage, m.start(), m.end(), fault, "核对两个数是不是写反了，或改动词")


def _is_contrary(before: Quantity, after: Quantity, up: bool) -> bool:
    return after.value < before.value if up else after.value > before.value


def _leads(text: str, start: int, before: Quantity, verb: int) -> bool:
    """Whether the clause sets one figure against the other: 由, 从 before the first, or the verb close behind it."""
    return re.search("[由从]", text[start : before.start]) is not None or verb - before.end <= 1


def _comparable(text: str, before: Quantity, after: Quantity) -> bool:
    ranked = any(_RANKED.search(text[max(0, q.start - 6) : q.start]) or q.measure in ("位", "名") for q in (before, after))
    per = [re.match("/[\u4e00-\u9fff]", text[q.end :]) for q in (before, after)]
    if all(per) and len({m[0] for m in per if m}) == 1 and not ranked:
        return before.measure == after.measure
    pieces = any(_PIECE.search(text[max(0, q.start - 4) : q.start]) or re.match(r"[\d∶:：/．亿万千]", text[q.end :]) for q in (before, after))
    return not ranked and not pieces and (before.measure == after.measure or not before.measure)


def _told(passage: Passage, first: Quantity, last: Quantity, verb: str, base: str = "") -> Finding:
    start, end = min(first.start, last.start), max(first.end, last.end)
    fault = f"{first.text}，比{base}{verb}：与数相反" if base else f"从{first.text}到{last.text}，写的是“{verb}”：与数相反"
    return at(passage, start, end, fault, "核对两个数是不是写反了，或改动词")


@cache
def _to(row: Moved) -> re.Pattern[str]:
    up, down = ("|".join(map(re.escape, sorted(verbs, key=len, reverse=True))) for verbs in (row.up, row.down))
    return re.compile(rf"(?:(?P<up>{up})|(?P<down>{down}))[到至为]了?")


RULES = (
    Rule(
        "direction",
        "升降与前后两个数一致",
        Authority.REGULATION,
        ACCURATE,
        _contrary,
        Example("信访件由90件降至120件。"),
        Example("信访件由120件降至90件，办理时限由20天压缩到5天，排名由第8位上升到第3位。"),
        NUMBERS,
    ),
)
