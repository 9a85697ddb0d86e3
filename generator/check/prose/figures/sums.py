"""Parts and wholes: a total that its parts exceed or miss, a rest that does not remain, a rate that its counts contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import Quantity, plainly, quantities, said_in
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_CHECK = "核对各个数，改正其中一个"
_OF_WHICH = re.compile("其中[，:：]?")
_TOTAL = re.compile(r"(?:共计|合计|总计|总共)[^，。；、\d]{0,8}$")
_REST = re.compile(r"(?:其余|剩余|余下|其他|另外|还有)的?[^，。；\d]{0,3}$")
_LIST_GAP = 14
"""Characters that may stand between two items of a list of counts: a name and a mark."""


def _part_over_whole(subject: Subject) -> Iterator[Finding]:
    for passage, start, end in _sentences(subject):
        for mark in _OF_WHICH.finditer(passage.text, start, end):
            whole = _last(quantities(passage.text, start, mark.start()))
            if whole is None or not whole.measure:
                continue
            for part in _listed(passage.text, mark.end(), end, whole.measure, "、和"):
                if part.value > whole.value and not _growth(passage.text, whole, mark.start()):
                    yield at(passage, whole.start, part.end, f"其中的{part.text}比总数{whole.text}还多", _CHECK)


def _parts_over_sum(subject: Subject) -> Iterator[Finding]:
    for passage, start, end in _sentences(subject):
        for mark in _OF_WHICH.finditer(passage.text, start, end):
            whole = _last(quantities(passage.text, start, mark.start()))
            behind = passage.text[mark.end() : end]
            if whole is None or not whole.measure or any(word in behind for word in subject.words.overlapping):
                continue
            parts = _listed(passage.text, mark.end(), end, whole.measure)
            total = sum((p.value for p in parts), Decimal(0))
            if len(parts) > 1 and total > whole.value and all(p.value <= whole.value for p in parts):
                said = "＋".join(p.text for p in parts)
                yield at(
                    passage, whole.start, parts[-1].end, f"其中各项相加是{plainly(total)}{whole.measure}（{said}），多于总数{whole.text}", _CHECK
                )


def _sum(subject: Subject) -> Iterator[Finding]:
    """A total said behind its parts (A 3次、B 4次，共计8次)."""
    for passage, start, end in _sentences(subject):
        found = [q for q in quantities(passage.text, start, end) if q.measure]
        for n, total in enumerate(found):
            before = found[:n]
            if not _TOTAL.search(passage.text[start : total.start]):
                continue
            parts = _tail([q for q in before if q.measure == total.measure], total.start)
            added = sum((p.value for p in parts), Decimal(0))
            if len(parts) > 1 and total.exact and all(p.exact for p in parts) and added != total.value:
                said = "＋".join(p.text for p in parts)
                yield at(passage, parts[0].start, total.end, f"各项相加是{plainly(added)}{total.measure}（{said}），合计写的是{total.text}", _CHECK)


def _rest(subject: Subject) -> Iterator[Finding]:
    for passage, start, end in _sentences(subject):
        found = [q for q in quantities(passage.text, start, end) if q.measure]
        for n, rest in enumerate(found):
            if not _REST.search(passage.text[start : rest.start]) or not rest.exact:
                continue
            before = [q for q in found[:n] if q.measure == rest.measure]
            if len(before) < 2 or not all(q.exact for q in before):
                continue
            whole, *parts = before
            left = {whole.value - parts[-1].value, whole.value - sum(p.value for p in parts)}
            if rest.value not in left and all(p.value <= whole.value for p in parts):
                said = "、".join(q.text for q in parts)
                yield at(passage, whole.start, rest.end, f"{whole.text}去掉{said}，余下的不是{rest.text}", _CHECK)


def _rate(subject: Subject) -> Iterator[Finding]:
    """A rate of parts that the sentence gives (受理34件，办结29件，办结率100%)."""
    for passage, start, end in _sentences(subject):
        for rate in subject.words.rates:
            pattern = rf"(?<!按期)(?<!按时)(?<!及时){rate.name}(?:达到|达|为|均为|均达|实现|是)?(?P<value>\d+(?:\.\d+)?)[%％]"
            for m in re.finditer(pattern, passage.text[start:end]):
                before = [q for q in quantities(passage.text, start, start + m.start()) if q.measure not in ("", "%", "％", "年", "月", "日")]
                wrong = _contradicted(passage.text, start, before, rate.done, m["value"])
                if wrong:
                    whole, part, share = wrong
                    fault = f"{whole.text}中的{part.text}是{share}%，{rate.name}写的是{m['value']}%"
                    yield at(passage, whole.start, start + m.end(), fault, _CHECK)


def _contradicted(text: str, start: int, before: Sequence[Quantity], done: Sequence[str], value: str) -> tuple[Quantity, Quantity, str] | None:
    """Whole, part and the share they give, where ``value`` per cent is none of its roundings."""
    if len(before) < 2 or before[-1].measure != before[-2].measure or not (before[-1].exact and before[-2].exact):
        return None
    whole, part = before[-2:]
    clause = re.split("[，；。：]", text[start : part.start])[-1]
    if not any(clause.strip().endswith(verb) for verb in done) or not 0 < part.value <= whole.value:
        return None
    places = len(value.partition(".")[2])
    share = part.value * 100 / whole.value
    step = Decimal(1).scaleb(-places)
    return None if abs(share - Decimal(value)) < step else (whole, part, plainly(round(share, max(places, 1))))


def _over(subject: Subject) -> Iterator[Finding]:
    names = "|".join(sorted((re.escape(rate.name) for rate in subject.words.rates), key=len, reverse=True))
    if not names:
        return
    pattern = re.compile(rf"(?:{names})(?:达到|达|为|均为|均达|高达|实现|是)?(?P<value>\d+(?:\.\d+)?)[%％]")
    for passage in subject.passages:
        for m in pattern.finditer(passage.text):
            if Decimal(m["value"]) > 100:
                yield at(passage, m.start(), m.end(), f"{m[0]}：这个比率不会超过 100%", "核对这个数")


def _sentences(subject: Subject) -> Iterator[tuple[Passage, int, int]]:
    for passage in subject.passages:
        yield from ((passage, start, end) for start, end in said_in(passage))


def _last(found: Iterator[Quantity]) -> Quantity | None:
    return next(reversed([q for q in found if q.measure]), None)


def _growth(text: str, whole: Quantity, end: int) -> bool:
    """Whether what stands before 其中 is a share or a growth instead of a whole, or stands too far away to be it."""
    before = re.split("[，。；、]", text[: whole.start])[-1]
    return whole.measure in ("%", "％", "个百分点") or re.search("增加|增长|比上年|同比|多$", before) is not None or end - whole.end > _LIST_GAP


def _listed(text: str, start: int, end: int, measure: str, marks: str = "，、和") -> list[Quantity]:
    """The counts by ``measure`` of the list that begins at ``start``, each behind one of ``marks``, up to one that stands too far behind."""
    found: list[Quantity] = []
    for quantity in quantities(text, start, end):
        joint = text[found[-1].end] if found and found[-1].end < len(text) else marks[0]
        if quantity.measure != measure or quantity.start - (found[-1].end if found else start) > _LIST_GAP or joint not in marks:
            break
        found.append(quantity)
    return found


def _tail(found: list[Quantity], end: int) -> list[Quantity]:
    """The counts of ``found`` that stand in one list before ``end``."""
    kept: list[Quantity] = []
    for quantity in reversed(found):
        if (kept[0].start if kept else end) - quantity.end > _LIST_GAP:
            break
        kept.insert(0, quantity)
    return kept


_NUMBERS = Scope(apart=(*QUOTES, *TITLES))

RULES = (
    Rule(
        "part-over-whole",
        "其中的一项不多于总数",
        Authority.REGULATION,
        ACCURATE,
        _part_over_whole,
        Example("全年开展谈心谈话86人次，其中主要负责人谈话96人次。"),
        Example("全年开展谈心谈话86人次，其中主要负责人谈话16人次。"),
        _NUMBERS,
    ),
    Rule(
        "parts-over-sum",
        "其中各项相加不多于总数",
        Authority.PRACTICE,
        ACCURATE,
        _parts_over_sum,
        Example("受理来信来访32件，其中来信20件、来访14件。"),
        Example("受理来信来访32件，其中来信20件、来访12件。"),
        _NUMBERS,
    ),
    Rule(
        "sum",
        "各项相加等于合计",
        Authority.REGULATION,
        ACCURATE,
        _sum,
        Example("召开党组会12次、支部会15次，共计28次。"),
        Example("召开党组会12次、支部会15次，共计27次。"),
        _NUMBERS,
    ),
    Rule(
        "rest",
        "总数去掉已办的等于余下的",
        Authority.PRACTICE,
        ACCURATE,
        _rest,
        Example("列入清单的问题34个，年底改到位29个，其余6个跨年推进。"),
        Example("列入清单的问题34个，年底改到位29个，其余5个跨年推进。"),
        _NUMBERS,
    ),
    Rule(
        "rate",
        "比率与前面的两个数相符",
        Authority.REGULATION,
        ACCURATE,
        _rate,
        Example("受理群众来信34件，办结29件，办结率100%。"),
        Example("受理群众来信34件，办结29件，办结率85.3%。"),
        _NUMBERS,
    ),
    Rule(
        "over-hundred",
        "部分与整体之比不超过100%",
        Authority.REGULATION,
        ACCURATE,
        _over,
        Example("党员集中学习参学率达120%。"),
        Example("党员集中学习参学率达100%，任务完成率达120%。"),
        _NUMBERS,
    ),
)
