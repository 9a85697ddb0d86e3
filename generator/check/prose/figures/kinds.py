"""Parts that by their kind are all there are (男、女, 线上、线下): they make up the whole, no less and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, last_place, pieces_of, plainly, quantities, scaled
from generator.check.prose.figures.sums import CHECK, NUMBERS
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark, until_mark
from generator.chinese.verbs import opens_clause

_GAP = 14
"""Characters that may stand between two counts: a mark, 其中 and a name."""
_LABEL = re.compile(r"[，、；：（和]*(?:其中)?[，:：]?(?:包括|包含|含|有|分别是|分别为)?(?P<label>[^，。；：、（）\d]*)$")
_JOINS = ("、", "和")


def _kinds(subject: Subject) -> Iterator[Finding]:
    """56名，其中女20名、男30名: what is neither is missing, or one of the three counts is wrong."""
    yield from _divided(subject, subject.words.exhaustive)
    yield from _taken_on(subject)


_TAKES = "(?:认领|分认|领办|分领|包案|包联|承办)"
_TAKEN_ON = re.compile(
    rf"(?<!\d)(?P<whole>\d+)(?P<measure>[个件条项名户])[，、；][\u4e00-\u9fff]{{0,6}}(?:书记|主要负责人|主要领导|一把手|局长|主任|院长|校长|镇长|班子集体){_TAKES}(?P<one>\d+)(?P=measure)"
    rf"[、，]?(?:班子(?:其他)?成员|其他(?:班子)?成员|其余(?:班子)?成员|分管领导|副[职局主院校镇][长任]?){_TAKES}(?P<other>\d+)(?P=measure)"
)
"""What the head and the others of a leading body share out among them is all of it."""


def _taken_on(subject: Subject) -> Iterator[Finding]:
    """问题28个，党委书记认领7个、班子成员分认20个."""
    for passage in subject.passages:
        for m in _TAKEN_ON.finditer(passage.text):
            total = int(m["one"]) + int(m["other"])
            if total != int(m["whole"]):
                fault = f"分成的几类相加是{total}{m['measure']}（{m['one']}＋{m['other']}），总数写的是{m['whole']}{m['measure']}"
                yield at(passage, m.start(), m.end(), fault, CHECK)


def _usual_kinds(subject: Subject) -> Iterator[Finding]:
    """23名，在职15名、退休7名: there may be others, but those are told where there are any."""
    yield from _divided(subject, subject.words.customary)


def _divided(subject: Subject, rows: Sequence[Sequence[str]]) -> Iterator[Finding]:
    """Where the kinds of one of ``rows`` do not make up what they are kinds of."""
    for passage, start, end in pieces_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE]
        for row in (row for row in rows if len(found) > len(row) and all(passage.text.find(kind, start, end) >= 0 for kind in row)):
            for n in range(1, len(found) - len(row) + 1):
                parts, behind = found[n : n + len(row)], found[n + len(row) :]
                whole = _whole(passage.text, found[:n], parts, row) if _are_kinds(passage.text, found[n - 1], parts, row) else None
                if whole is None or _goes_on(passage.text, behind, parts, whole) or _told(subject, passage, whole, parts, behind):
                    continue
                yield _unequal(passage, whole, parts)


def _unequal(passage: Passage, whole: Quantity, parts: Sequence[Quantity]) -> Finding:
    added = "＋".join(q.text for q in parts)
    fault = f"分成的几类相加是{plainly(_sum(parts))}{whole.measure}（{added}），总数写的是{whole.text}"
    return at(passage, whole.start, parts[-1].end, fault, CHECK)


def _sum(parts: Sequence[Quantity]) -> Decimal:
    return sum((q.value for q in parts), Decimal(0))


def _are_kinds(text: str, before: Quantity, parts: Sequence[Quantity], row: Sequence[str]) -> bool:
    """Whether ``parts`` are one list behind ``before``, each named by another of ``row`` and all alike for the rest."""
    if len({(q.measure, scaled(q)) for q in parts}) > 1 or any(q.hedged for q in parts):
        return False
    labels = [_label(text, first, second) for first, second in zip((before, *parts[:-1]), parts, strict=True)]
    named = [next((kind for kind in row if label.startswith(kind)), "") for label in labels]
    rests = {label.removeprefix(kind) for label, kind in zip(labels, named, strict=True)}
    if set(named) != set(row) or (len(rests) > 1 and "" not in rests):
        return False
    said = since_mark(text, before.start, "，。；")
    return not any(opens_clause(rest) for rest in rests if rest not in said)


def _label(text: str, before: Quantity, part: Quantity) -> str:
    m = _LABEL.match(text, before.end, part.start) if part.start - before.end <= _GAP else None
    return m["label"] if m else ""


def _whole(text: str, before: Sequence[Quantity], parts: Sequence[Quantity], row: Sequence[str]) -> Quantity | None:
    """The count that ``parts`` are parts of and do not make up; nothing where they make up one that stands before, or where it is not clear which."""
    same = [q for q in before if q.measure == parts[0].measure]
    wholes = [q for q in same if not q.hedged and scaled(q) == scaled(parts[0]) and q.value >= max(p.value for p in parts)]
    if not wholes or wholes[-1] is not same[-1] or any(abs(q.value - _sum(parts)) <= _rounding([q, *parts]) for q in same):
        return None
    if abs(wholes[-1].value - _sum(parts)) > wholes[-1].value * _MOST_OFF:
        return None
    told = since_mark(text, wholes[-1].start, "，。；、") + until_mark(text, wholes[-1].end, "，。；、（")
    return None if any(kind in told for kind in row) or _STRANGE.search(told) else wholes[-1]


def _rounding(counts: Sequence[Quantity]) -> Decimal:
    """By how much the parts may miss their whole where all are rounded to 万: half of the last place of each."""
    return sum((last_place(q) / 2 for q in counts if not q.exact), Decimal(0))


_MOST_OFF = Decimal("0.5")
"""Share of the whole by which its kinds may miss it: those further off are kinds of a part of it (省内跨市120件, 省外36件 of 3600件)."""
_STRANGE = re.compile("每|人均|平均|至少|增加|增长|比上年|同比")
"""What says of a count that it is no whole."""


def _goes_on(text: str, behind: Sequence[Quantity], parts: Sequence[Quantity], whole: Quantity) -> bool:
    """Whether the list holds more than the kinds, or what follows makes up the rest."""
    more = [q for q in behind if q.measure == whole.measure]
    rest = [_sum([*parts, *more[: n + 1]]) for n in range(len(more))]
    return (bool(more) and text[parts[-1].end] in _JOINS) or whole.value in rest


_TOTALS = re.compile("[，、（]?(?:共计|合计|总计|总共|共)")


def _told(subject: Subject, passage: Passage, whole: Quantity, parts: Sequence[Quantity], behind: Sequence[Quantity]) -> bool:
    """Whether it is the rule on what 其中 joins, or on a total behind its parts, that tells of them."""
    said, total = passage.text[whole.start : parts[-1].end], _sum(parts)
    over = "其中" in said and total > whole.value and not any(word in said for word in subject.words.overlapping)
    totalled = _TOTALS.match(passage.text, parts[-1].end) is not None and bool(behind) and behind[0].value != total
    return over or totalled


RULES = (
    Rule(
        "kinds-sum",
        "分成的几类相加等于总数",
        Authority.PRACTICE,
        ACCURATE,
        _kinds,
        Example("共有党员56名，其中女党员20名、男党员30名。"),
        Example("共有党员56名，其中女党员26名、男党员30名，线上活动20场，线下9场。"),
        NUMBERS,
    ),
    Rule(
        "usual-kinds-sum",
        "通常只分这几类的相加等于总数",
        Authority.ADVICE,
        ACCURATE,
        _usual_kinds,
        Example("支部有党员23名，在职15名、退休7名。"),
        Example("支部有党员23名，在职15名、退休7名、离休1名，另有流动党员2名。"),
        NUMBERS,
    ),
)
