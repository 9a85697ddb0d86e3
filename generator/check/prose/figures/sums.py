"""Parts and wholes: a total that its parts exceed or miss, a rest that does not remain, a rate that its counts contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.prose.figures.elided import of_those_before
from generator.check.prose.figures.quantity import (
    NO_WHOLE,
    Quantity,
    may_be_part,
    one_measure,
    pieces_of,
    plainly,
    quantities,
    rounding,
    scale,
    scaled,
)
from generator.check.prose.figures.within import named_parts
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark
from generator.chinese.verbs import heads_object

CHECK = "核对各个数，改正其中一个"
_OF_WHICH = re.compile(
    r"其中[，:：]?|(?<=，)(?:分别|主要)?用于(?=[^，。；\d]{2,10}\d)|(?<=[，、（])(?:包括|含|分别是|分别为)|(?<=[，（])[仅只]?有(?=\d)|：|中有|中，"
)
_TOTAL = re.compile(
    r"(?:(?:共计|合计|总计|总共)[^，。；、\d]{0,8}|[，、](?:[两三四五六七八九十][批次期类项个轮年级项地])?共[^，。；、\d]{0,6}|[，、][\u4e00-\u9fff]{0,4}总[数量人户](?:数)?[为达]?)$"
)
_NAMED_TOTAL = re.compile("总[数量人户]数?[为达]?$")
_CLOSE = 4
"""What is called a total (用户总数) is one of what stands before it where it misses their sum by no more than one in so many."""
NEAR, MOST = 20, 16
"""How far before a count the word stands that says what it is; how many counts of one sentence are held against each other."""
_LIST_GAP = 14
"""Characters that may stand between two items of a list of counts: a name and a mark."""


_THRESHOLDS = ("超", "超过", "过", "突破", "逾", "不低于", "高于")
"""What stands before a figure that parts those who reached it from others and is no part of a sum: 全部过15万元，其中超50万元的4个村."""


def part_over_whole(subject: Subject) -> Iterator[Finding]:
    """One part that is more than what it is said to be a part of."""
    for passage, _, _, wholes, parts in _divided(subject, "、和"):
        most = sum((w.value for w in wholes), Decimal(0))
        for part in parts:
            if part.value > most and not passage.text.endswith(_THRESHOLDS, 0, part.start):
                yield at(passage, wholes[0].start, part.end, f"其中的{part.text}比总数{added(wholes)}还多", CHECK)
    for passage, whole, part in (*named_parts(subject), *of_those_before(subject)):
        yield at(passage, whole.start, part.end, f"一部分是{part.text}，总数只有{whole.text}", CHECK)


def _parts_over_sum(subject: Subject) -> Iterator[Finding]:
    for passage, start, end, wholes, listed in _divided(subject, "，、和"):
        own = _of_one_list(passage.text, listed)
        beside = [n for n, part in enumerate(own) if _beside(subject, passage.text, wholes[-1], part)]
        parts = own[: beside[0]] if beside else own
        most, total = (sum((q.value for q in counts), Decimal(0)) for counts in (wholes, parts))
        said = passage.text[start : min(end, parts[-1].end + _LIST_GAP // 2)] if parts else ""
        crossing = any(word in said for word in subject.words.overlapping if not (wholes[-1].measure == "元" and word.endswith("级")))
        if len(parts) > 1 and total > most and all(p.value <= most for p in parts) and not crossing:
            fault = f"其中各项相加是{plainly(total)}{parts[0].measure}（{added(parts)}），多于总数{added(wholes)}"
            yield at(passage, wholes[0].start, parts[-1].end, fault, CHECK)


def _of_one_list(text: str, found: list[Quantity]) -> list[Quantity]:
    """``found`` up to a ， behind which another matter begins: a list that 、 joined has ended, or a verb with its object stands there."""
    for n in range(1, len(found)):
        between = text[found[n - 1].end : found[n].start]
        joined = n > 1 and text[found[n - 2].end] != "，"
        if between.startswith("，") and (joined or heads_object(between[1:])):
            return found[:n]
    return found


def _beside(subject: Subject, text: str, whole: Quantity, part: Quantity) -> bool:
    """Whether ``part`` is of another kind beside ``whole`` (上半年6次，其中专题会4次，下半年6次) and none of its parts."""
    first, rows = since_mark(text, whole.start, "，。；、："), (*subject.words.exhaustive, *subject.words.customary)
    others = tuple(other for row in rows for one in row if first.startswith(one) for other in row if one != other)
    return bool(others) and since_mark(text, part.start, "，。；、：").startswith(others)


def _divided(subject: Subject, marks: str) -> Iterator[tuple[Passage, int, int, list[Quantity], list[Quantity]]]:
    """Wholes and the parts told of them (86人次，其中…), with the offsets of what is told; several counts of one kind before are one whole."""
    for passage, start, end in pieces_of(subject.passages):
        for mark in _OF_WHICH.finditer(passage.text, start, end):
            first = start if mark.start() > start else _sentence_before(passage.text, start)
            before = [q for q in quantities(passage.text, first, mark.start()) if q.measure]
            reach = mark.start()
            while len(before) > 1 and _GROWN.fullmatch(passage.text, before[-2].end, before[-1].end):
                reach = before.pop().start - 1
            if not before or _growth(passage.text, before[-1], reach):
                continue
            measure = _divided_by(passage.text, mark, before, end)
            wholes = one_list(passage.text, [q for q in before if q.measure == measure])
            yield passage, mark.end(), end, wholes, _listed(passage.text, mark.end(), end, measure, marks)
        yield from _further_off(passage, start, end)


_GROWN = re.compile(r"[、，](?:同比|比上年|较上年|比去年)?(?:增长|增加|上升|提高|下降|减少|增幅|降幅)(?:了|达|为)?\d[\d.]*(?:[%％]|个百分点)")
"""Behind a whole: by how much it has grown."""


def _divided_by(text: str, mark: re.Match[str], before: Sequence[Quantity], end: int) -> str:
    """The measure of what is divided: that of the last count, or of the one that it tells more of (办班12期，培训684人，其中进修班3期)."""
    first = next((q for q in quantities(text, mark.end(), end) if q.measure and not _BOUND.match(text, q.end)), None)
    further = before[-2].measure if len(before) > 1 and before[-2].measure not in NO_WHOLE else ""
    beside = first is not None and first.measure == further and mark[0].startswith("其中")
    told = beside and not re.search("[。；]", text[before[-2].end : before[-1].start])
    return before[-2].measure if told else before[-1].measure


_FURTHER = 32
"""Characters between a whole and the 其中 of the next clause, with no other count and no mark between them but the one before 其中."""


def _further_off(passage: Passage, start: int, end: int) -> Iterator[tuple[Passage, int, int, list[Quantity], list[Quantity]]]:
    """29名离任干部由街道领导逐一谈话、颁发荣誉证书，其中17人: a whole further off, or of people by another measure word; its one part."""
    for mark in re.finditer("，其中", passage.text[start:end]):
        at_mark = start + mark.start()
        before = [q for q in quantities(passage.text, start, at_mark) if q.measure]
        part = next((q for q in quantities(passage.text, at_mark, end) if q.measure), None)
        if not before or part is None or part.start - at_mark > _LIST_GAP or _growth(passage.text, before[-1], before[-1].end):
            continue
        whole, between = before[-1], passage.text[before[-1].end : at_mark]
        one_kind = one_measure(whole) == one_measure(part)
        told = whole.measure == part.measure and len(between) < _LIST_GAP
        if one_kind and not told and not re.search("[，。；：]", between) and len(between) <= _FURTHER:
            yield passage, at_mark + len("，其中"), end, [whole], [part]


def _sentence_before(text: str, start: int) -> int:
    """Where the sentence before the one at ``start`` begins: 其中 at the head of a sentence speaks of it."""
    return max(text.rfind(stop, 0, max(0, start - 1)) for stop in "。；！？") + 1


def added(counts: Sequence[Quantity]) -> str:
    """``counts`` as the sum that they are."""
    return "＋".join(q.text for q in counts)


def _sum(subject: Subject) -> Iterator[Finding]:
    """A total said behind its parts (A 3次、B 4次，共计8次)."""
    for passage, start, end in pieces_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure]
        for n, total in enumerate(found):
            if not _TOTAL.search(passage.text[max(start, total.start - NEAR) : total.start]):
                continue
            counted = _tail([q for q in found[max(0, n - MOST) : n] if q.measure == total.measure], total.start)
            parts = _added_up(passage.text, counted, total)
            value = sum((p.value for p in parts), Decimal(0))
            named = _NAMED_TOTAL.search(passage.text, start, total.start) is None or abs(value - total.value) * _CLOSE <= total.value
            apart = any(re.search("[增减升降提高少][^，。；]{0,2}[到至]", passage.text[a.end : b.start]) for a, b in pairwise(parts))
            sure = not apart and not any(q.hedged for q in (total, *parts))
            if len(parts) > 1 and named and sure and abs(value - total.value) > sum(map(rounding, (total, *parts)), Decimal(0)):
                fault = f"各项相加是{plainly(value / scale(total))}{scaled(total)}{total.measure}（{added(parts)}），合计写的是{total.text}"
                yield at(passage, parts[0].start, total.end, fault, CHECK)


def _added_up(text: str, found: list[Quantity], total: Quantity) -> list[Quantity]:
    """What ``total`` is said of: not the same total before its parts (活动9场，线上4场、线下5场，合计9场), nor a count that only stands there."""
    if found and found[0].value == total.value:
        return found[1:]
    heads = (n for n in range(1, len(found) - 1) if "，" in text[found[n - 1].end : found[n].start])
    return next((found[n:] for n in heads if sum(q.value for q in found[n:]) == total.value), found)


def one_list(text: str, found: list[Quantity]) -> list[Quantity]:
    """The last of ``found``, and those before it that 、 joins to it."""
    kept = found[-1:]
    for quantity in reversed(found[:-1]):
        if not re.fullmatch("、[^，；。：]*", text[quantity.end : kept[0].start]):
            break
        kept.insert(0, quantity)
    return kept


def _growth(text: str, whole: Quantity, end: int) -> bool:
    """Whether what stands before 其中 is a share or a growth instead of a whole, or stands too far away to be it."""
    before = since_mark(text, whole.start, "，。；、")
    return whole.measure in NO_WHOLE or re.search("增加|增长|比上年|同比|多$", before) is not None or end - whole.end > _LIST_GAP


def _listed(text: str, start: int, end: int, measure: str, marks: str = "，、和") -> list[Quantity]:
    """The counts by ``measure`` of the list that begins at ``start``, each behind one of ``marks``, up to one that stands too far behind."""
    found: list[Quantity] = []
    for quantity in quantities(text, start, end):
        if not quantity.measure or _BOUND.match(text, quantity.end):
            continue
        joint = text[found[-1].end] if found and found[-1].end < len(text) else marks[0]
        if not may_be_part(quantity.measure, measure) or quantity.start - (found[-1].end if found else start) > _LIST_GAP or joint not in marks:
            break
        found.append(quantity)
    return found


_BOUND = re.compile("及?以[上下内外]|岁|年级")
"""Behind a figure: it says which are counted (5万元以上案件4起), and counts none."""


def _tail(found: list[Quantity], end: int) -> list[Quantity]:
    """The counts of ``found`` that stand in one list before ``end``."""
    kept: list[Quantity] = []
    for quantity in reversed(found):
        if (kept[0].start if kept else end) - quantity.end > _LIST_GAP:
            break
        kept.insert(0, quantity)
    return kept


NUMBERS = Scope(apart=(*QUOTES, *TITLES))

RULES = (
    Rule(
        "part-over-whole",
        "其中的一项不多于总数",
        Authority.REGULATION,
        ACCURATE,
        part_over_whole,
        Example("全年开展谈心谈话86人次，其中主要负责人谈话96人次。"),
        Example("全年开展谈心谈话86人次，其中主要负责人谈话16人次。"),
        NUMBERS,
    ),
    Rule(
        "parts-over-sum",
        "其中各项相加不多于总数",
        Authority.PRACTICE,
        ACCURATE,
        _parts_over_sum,
        Example("受理来信来访32件，其中来信20件、来访14件。"),
        Example("受理来信来访32件，其中来信20件、来访12件。"),
        NUMBERS,
    ),
    Rule(
        "sum",
        "各项相加等于合计",
        Authority.REGULATION,
        ACCURATE,
        _sum,
        Example("召开党组会12次、支部会15次，共计28次。"),
        Example("召开党组会12次、支部会15次，共计27次。"),
        NUMBERS,
    ),
)
