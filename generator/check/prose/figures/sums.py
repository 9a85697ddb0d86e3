"""Parts and wholes: a total that its parts exceed or miss, a rest that does not remain, a rate that its counts contradict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, pieces_of, plainly, quantities, sentences_of
from generator.check.prose.figures.within import named_parts
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark

CHECK = "核对各个数，改正其中一个"
_OF_WHICH = re.compile(r"其中[，:：]?|(?<=[，、（])(?:包括|含|分别是|分别为)|(?<=[，（])[仅只]?有(?=\d)|：|中有|中，")
_TOTAL = re.compile(r"(?:(?:共计|合计|总计|总共)[^，。；、\d]{0,8}|[，、]共[^，。；、\d]{0,6})$")
_NEAR, MOST = 20, 16
"""How far before a count the word stands that says what it is; how many counts of one sentence are held against each other."""
_LIST_GAP = 14
"""Characters that may stand between two items of a list of counts: a name and a mark."""


def _part_over_whole(subject: Subject) -> Iterator[Finding]:
    for passage, _, _, wholes, parts in _divided(subject, "、和"):
        most = sum((w.value for w in wholes), Decimal(0))
        for part in parts:
            if part.value > most:
                yield at(passage, wholes[0].start, part.end, f"其中的{part.text}比总数{_added(wholes)}还多", CHECK)
    for passage, whole, part in named_parts(subject):
        yield at(passage, whole.start, part.end, f"一部分是{part.text}，总数只有{whole.text}", CHECK)


def _parts_over_sum(subject: Subject) -> Iterator[Finding]:
    for passage, start, end, wholes, parts in _divided(subject, "，、和"):
        most, total = (sum((q.value for q in counts), Decimal(0)) for counts in (wholes, parts))
        crossing = parts and any(word in passage.text[start : min(end, parts[-1].end + _LIST_GAP // 2)] for word in subject.words.overlapping)
        if len(parts) > 1 and total > most and all(p.value <= most for p in parts) and not crossing:
            fault = f"其中各项相加是{plainly(total)}{parts[0].measure}（{_added(parts)}），多于总数{_added(wholes)}"
            yield at(passage, wholes[0].start, parts[-1].end, fault, CHECK)


def _divided(subject: Subject, marks: str) -> Iterator[tuple[Passage, int, int, list[Quantity], list[Quantity]]]:
    """Wholes and the parts told of them (86人次，其中…), with the offsets of what is told; several counts of one kind before are one whole."""
    for passage, start, end in pieces_of(subject.passages):
        for mark in _OF_WHICH.finditer(passage.text, start, end):
            first = start if mark.start() > start else _sentence_before(passage.text, start)
            before = [q for q in quantities(passage.text, first, mark.start()) if q.measure]
            if not before or _growth(passage.text, before[-1], mark.start()):
                continue
            wholes = one_list(passage.text, [q for q in before if q.measure == before[-1].measure])
            yield passage, mark.end(), end, wholes, _listed(passage.text, mark.end(), end, before[-1].measure, marks)


def _sentence_before(text: str, start: int) -> int:
    """Where the sentence before the one at ``start`` begins: 其中 at the head of a sentence speaks of it."""
    return max(text.rfind(stop, 0, max(0, start - 1)) for stop in "。；！？") + 1


def _added(counts: Sequence[Quantity]) -> str:
    return "＋".join(q.text for q in counts)


def _sum(subject: Subject) -> Iterator[Finding]:
    """A total said behind its parts (A 3次、B 4次，共计8次)."""
    for passage, start, end in pieces_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure]
        for n, total in enumerate(found):
            if not _TOTAL.search(passage.text[max(start, total.start - _NEAR) : total.start]):
                continue
            parts = _tail([q for q in found[max(0, n - MOST) : n] if q.measure == total.measure], total.start)
            added = sum((p.value for p in parts), Decimal(0))
            if len(parts) > 1 and total.exact and all(p.exact for p in parts) and added != total.value:
                fault = f"各项相加是{plainly(added)}{total.measure}（{_added(parts)}），合计写的是{total.text}"
                yield at(passage, parts[0].start, total.end, fault, CHECK)


_REST = re.compile(r"(?:其余|剩余|余下|剩下)的?[^，。；\d]{0,3}$")
_UNSAID_REST = re.compile(
    r"[，；、](?P<open>[^，。；\d]{1,3}不[了动完成]的?|(?:因[^，。；\d]{1,8})?(?:暂|尚|还|仍)?(?:不能|不具备|未|没|无法|有待|待)[^，。；\d]{0,8}的?)?$"
)
"""Before a count that opens its clause, or says what is ``open``: behind what was done it is what was not."""
_FROM_BEFORE = re.compile("结转|上年|去年|历年|累计|往年|存量|积案|含")
"""More may be done than came in, where some came in before."""


def _rest(subject: Subject) -> Iterator[Finding]:
    """What is left (34个，改到位29个，其余5个) is the whole without what was done, whichever of the counts before are whole and done."""
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure and q.exact]
        for n, rest in enumerate(found):
            if not _REST.search(passage.text[max(start, rest.start - _NEAR) : rest.start]):
                continue
            before = [q for q in found[max(0, n - MOST) : n] if q.measure == rest.measure]
            if len(before) == 1:
                yield from _rest_of_before(subject, passage, start, end, before[0], rest)
            if len(before) < 2:
                continue
            *wholes, done = before
            if max(w.value for w in wholes) >= done.value and not _remains(before, rest):
                fault = f"{max(wholes, key=lambda w: w.value).text}去掉{done.text}，余下的不是{rest.text}"
                yield at(passage, wholes[0].start, rest.end, fault, CHECK)
    yield from _handled_and_rest(subject)


def _rest_of_before(subject: Subject, passage: Passage, start: int, end: int, done: Quantity, rest: Quantity) -> Iterator[Finding]:
    """The same where what came in stands in a sentence before (查摆问题984个。…完成整改861个，对其余123个…)."""
    dealt_with = _around(passage.text, start, end, done, "，；。：、")
    before = [q for q in quantities(passage.text, 0, start) if q.measure == rest.measure and q.exact]
    came = [q for q in before if _said_of(_around(passage.text, 0, start, q, "，；。："), dealt_with, subject)]
    if came and came[-1].value >= done.value and all(q.value != done.value + rest.value for q in before):
        yield at(passage, came[-1].start, rest.end, f"{came[-1].text}去掉{done.text}，余下的不是{rest.text}", CHECK)


def _handled(subject: Subject) -> Iterator[Finding]:
    """More done than came in (受理来信20件，办结24件); what 其中 joins is another rule's."""
    parts = {(f.passage.number, f.end) for f in _part_over_whole(subject) if f.passage is not None}
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE]
        for n, done in enumerate(found):
            before = [q for q in found[max(0, n - MOST) : n] if q.measure == done.measure]
            lists = (c for c in _lists(passage.text, before) if "其中" not in _around(passage.text, start, end, c[0], "，；。：")[0])
            told = _around(passage.text, start, end, done, "，；。：、")
            came = next((c for c in lists if _said_of(_around(passage.text, start, end, c[-1], "，；。："), told, subject)), [])
            if not came or sum(q.value for q in came) >= done.value or not all(q.exact for q in (*came, done)):
                continue
            if not _some_from_before(passage.text, start, came[0], done) and (passage.number, done.end) not in parts:
                yield at(passage, came[0].start, done.end, f"{_added(came)}，后面办的是{done.text}：办的比来的多", CHECK)


def _some_from_before(text: str, start: int, came: Quantity, done: Quantity) -> bool:
    """Whether some of what was done came in before; where all of it did (上年度查出的212个问题), no more can be done either."""
    which = since_mark(text, came.start, "，；。：、", start)
    told = text[start : came.start].removesuffix(which) if which.endswith("的") else text[start : came.start]
    return _FROM_BEFORE.search(told + text[came.start : done.end]) is not None


def _lists(text: str, found: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """``found`` as lists joined by 、, the last first."""
    rest = list(found)
    while rest:
        kept = one_list(text, rest)
        yield kept
        rest = rest[: -len(kept)]


def _handled_and_rest(subject: Subject) -> Iterator[Finding]:
    """More done and left than came in (排查隐患174处，整改171处，5处制定停用方案)."""
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE and q.exact]
        for came, done, rest in zip(found, found[1:], found[2:], strict=False):
            left = _UNSAID_REST.search(passage.text[done.end : rest.start])
            if left is None or not came.measure == done.measure == rest.measure or done.value > came.value:
                continue
            if done.value + rest.value == came.value or (done.value + rest.value < came.value and not left["open"]):
                continue
            came_in, dealt_with = _around(passage.text, start, end, came, "，；。："), _around(passage.text, start, end, done, "，；。：、")
            if _said_of(came_in, dealt_with, subject) and not _said_of(came_in, _around(passage.text, start, end, rest, "，；。：、"), subject):
                yield at(passage, came.start, rest.end, f"{came.text}，办了{done.text}，余下的不是{rest.text}", CHECK)


def _around(text: str, start: int, end: int, quantity: Quantity, marks: str) -> tuple[str, str]:
    """What is said before ``quantity`` and behind it, up to one of ``marks``."""
    for mark in marks:
        start = max(start, text.rfind(mark, start, quantity.start) + 1)
        at = text.find(mark, quantity.end, end)
        end = end if at < 0 else at
    return text[start : quantity.start], text[quantity.end : end]


def one_list(text: str, found: list[Quantity]) -> list[Quantity]:
    """The last of ``found``, and those before it that 、 joins to it."""
    kept = found[-1:]
    for quantity in reversed(found[:-1]):
        if not re.fullmatch("、[^，；。：]*", text[quantity.end : kept[0].start]):
            break
        kept.insert(0, quantity)
    return kept


def _said_of(came: tuple[str, str], done: tuple[str, str], subject: Subject) -> bool:
    """Whether the clause ``came`` says that something came in, and ``done`` no more than that it was dealt with."""
    before, behind = done
    return any(
        any(verb in part for verb in row.came for part in came)
        and any(_ends_in(verb, before, came) or re.match(f"(?:已|全部)?{verb}(?:到位|完成|了)?$", behind) for verb in row.done)
        for row in subject.words.handled
    )


def _ends_in(verb: str, before: str, came: tuple[str, str]) -> bool:
    """Whether ``before`` ends in ``verb``, alone or with the noun that was counted as it came in (认领微心愿30个，完成微心愿28个)."""
    m = re.search(rf"{verb}(?:到位|完成|了)?(?P<noun>[\u4e00-\u9fff]{{0,6}})$", before)
    return m is not None and (not m["noun"] or came[0].endswith(m["noun"]) or (len(m["noun"]) > 1 and came[1].startswith(m["noun"])))


def _remains(before: Sequence[Quantity], rest: Quantity) -> bool:
    """Whether some run of counts before makes up a whole that another, with the rest, makes up too."""
    values = [q.value for q in before]
    runs = {sum(values[i:j], Decimal(0)) for i in range(len(values)) for j in range(i + 1, len(values) + 1)}
    return any(done + rest.value in runs for done in runs)


def _growth(text: str, whole: Quantity, end: int) -> bool:
    """Whether what stands before 其中 is a share or a growth instead of a whole, or stands too far away to be it."""
    before = since_mark(text, whole.start, "，。；、")
    return whole.measure in NO_WHOLE or re.search("增加|增长|比上年|同比|多$", before) is not None or end - whole.end > _LIST_GAP


def _listed(text: str, start: int, end: int, measure: str, marks: str = "，、和") -> list[Quantity]:
    """The counts by ``measure`` of the list that begins at ``start``, each behind one of ``marks``, up to one that stands too far behind."""
    found: list[Quantity] = []
    for quantity in quantities(text, start, end):
        if not quantity.measure:
            continue
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


NUMBERS = Scope(apart=(*QUOTES, *TITLES))

RULES = (
    Rule(
        "part-over-whole",
        "其中的一项不多于总数",
        Authority.REGULATION,
        ACCURATE,
        _part_over_whole,
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
    Rule(
        "rest",
        "总数去掉已办的等于余下的",
        Authority.PRACTICE,
        ACCURATE,
        _rest,
        Example("列入清单的问题34个，年底改到位29个，其余6个跨年推进。"),
        Example("列入清单的问题34个，年底改到位29个，其余5个跨年推进。"),
        NUMBERS,
    ),
    Rule(
        "done-over-came",
        "办的不比来的多",
        Authority.PRACTICE,
        ACCURATE,
        _handled,
        Example("受理群众来信34件，办结39件。"),
        Example("受理群众来信34件，办结34件，走访企业36家。"),
        NUMBERS,
    ),
)
