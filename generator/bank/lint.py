"""What is wrong with a bank, entry by entry: each finding at the place of its wording, with a hint.

Warnings are to be mended; hints (out of date today) are to be known.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.bank.files import Entry
from generator.bank.formulations import Formulation, contained, validity
from generator.bank.full_forms import trimmed
from generator.bank.ledger import key_of
from generator.bank.phrase import SLOT, Kind, Layer, Month, Nature, Phrase, Status
from generator.bank.slots import OF_THE_UNIT, TYPES
from generator.chinese.measures import MEASURES
from generator.problems import Problem, Severity

OF_THE_FACTS = frozenset({"专题", "主题", "事项"})
"""Slots that drafting fills from the facts' own keys."""
OPEN = frozenset({"某事"})
"""Slots of skeletons that any words may fill."""
OF_THE_TEMPLATES = frozenset(
    """
    通用 指导思想 遵循 中心 专题 抓手 履职 目标 从严 从严目标 问题引语 原因引语 引语 从严引语 对此 要点动词 要点谓语 述职结语
    """.split()
)
"""Topics that templates ask for by name; 主题.yaml holds the others."""
NEAR = 0.8
"""Share of character pairs in common from which two wordings of one kind, topic and move would read as a repetition."""
_SHORTEST_NEAR = 8


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What entries are held against. ``claims`` gives the reason why a wording says that something happened, empty where it does not."""

    topics: frozenset[str]
    formulations: tuple[Formulation, ...]
    claims: Callable[[Phrase], str]
    today: Month


def lint(entries: Sequence[Entry], known: Knowledge, beside: Sequence[Entry] = ()) -> list[Problem]:
    """The problems of ``entries``, in the order of their places; ``beside`` are further entries that they may repeat."""
    read = [e for e in entries if e.phrase.status is not Status.REJECTED]
    found = [problem for entry in read for check in _CHECKS for problem in check(entry, known)]
    return sorted({*found, *_repeated(read, beside), *_near(read, beside)})


def _problem(entry: Entry, code: str, message: str, hint: str, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(entry.place, code, message, hint, severity)


# --- one entry ----------------------------------------------------------------------------------------------------------------------------


def _slots(entry: Entry, _: Knowledge) -> Iterator[Problem]:
    known = {*TYPES, *OF_THE_UNIT, *OF_THE_FACTS, *OPEN, *(f"{m}数" for m in MEASURES)}
    for name in SLOT.findall(entry.phrase.text):
        if name.rstrip("0123456789") not in known:
            yield _problem(entry, "slot", f"槽“{{{name}}}”没有什么可填", "用 次数、份数、文件、单位、日期、词 等名字，或 专题、主体、上级、业务")


def _topics(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    topic = entry.phrase.topic
    if topic and topic not in known.topics | OF_THE_TEMPLATES:
        yield _problem(entry, "topic", f"主题.yaml 里没有“{topic}”这个主题", "改用已有的主题，或在 主题.yaml 里加一条")


def _expired(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    until = entry.phrase.until
    if until and until < known.today:
        yield _problem(entry, "expired", f"到{_said(until)}为止，现在不说了", "只用于写那时的报告；不再写的可以删去", Severity.HINT)


def _dates(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    p = entry.phrase
    months = validity(SLOT.sub("", p.text), known.formulations)
    if months is None:
        return
    names = "、".join(f.text for f in contained(SLOT.sub("", p.text), known.formulations))
    since, until = months
    if p.since is None or p.since < since:
        yield _problem(entry, "undated", f"“{names}”从{_said(since)}起才说，这一条没有写明", f"加上 起: {_written(since)}")
    if until and (p.until is None or p.until > until):
        yield _problem(entry, "unended", f"“{names}”到{_said(until)}为止，这一条没有写明", f"加上 止: {_written(until)}")


def _said(month: Month) -> str:
    return f"{month[0]}年{month[1]}月"


def _written(month: Month) -> str:
    return f"{month[0]}-{month[1]:02}"


def _claims(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    p = entry.phrase
    reason = known.claims(p) if p.nature is Nature.FORMULA else ""
    if reason:
        yield _problem(entry, "claim", f"记作套语，却{reason}", "加上 性质: 事实，或改成只说态度、目的")


_PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("〔", "〕"), ("「", "」"))


def _marks(entry: Entry, _: Knowledge) -> Iterator[Problem]:
    text = entry.phrase.text
    for a, b in _PAIRS:
        if not _balanced(text, a, b):
            yield _problem(entry, "marks", f"{a}{b}没有配对", "补上另一半")
    if '"' in text or re.search(r"[,;?!()]", SLOT.sub("", text)):
        yield _problem(entry, "marks", "标点是半角的", "改成全角")


def _balanced(text: str, opener: str, closer: str) -> bool:
    depth = 0
    for c in text:
        depth += (c == opener) - (c == closer)
        if depth < 0:
            return False
    return depth == 0


_UNSPEAKABLE = re.compile(r"[\s{}，。；：！？]")


def _needs(entry: Entry, _: Knowledge) -> Iterator[Problem]:
    for word in entry.phrase.needs:
        if not word.strip() or _UNSPEAKABLE.search(word):
            yield _problem(entry, "need", f"须有的“{word}”在要点里不会出现", "写一个词，不带空格、句读和花括号")


def _full_forms(entry: Entry, _: Knowledge) -> Iterator[Problem]:
    for form in trimmed(entry.phrase.text):
        yield _problem(entry, "trimmed", f"“{form.words}”没有说全", f"写成：{form.full}")


_CHECKS = (_full_forms, _slots, _topics, _expired, _dates, _claims, _marks, _needs)


# --- entries beside each other ------------------------------------------------------------------------------------------------------------


def _repeated(entries: Sequence[Entry], beside: Sequence[Entry]) -> Iterator[Problem]:
    """The same wording again: of two with one id only the later is used."""
    first: dict[tuple[Kind, str], Entry] = {}
    for entry in beside:
        first.setdefault((entry.phrase.kind, key_of(entry.phrase.text)), entry)
    for entry in entries:
        earlier = first.setdefault((entry.phrase.kind, key_of(entry.phrase.text)), entry)
        if earlier is not entry and earlier.place != entry.place and not _overrides(entry, earlier):
            yield _problem(entry, "duplicate", f"“{entry.phrase.text}”重复，{earlier.place} 已经有了", "删去一处；同一条只有后读到的有效")


def _overrides(entry: Entry, earlier: Entry) -> bool:
    """Whether ``entry`` is a person's word on a mined phrase, which is what layers are for."""
    return earlier.phrase.layer is Layer.MINED and entry.phrase.layer is not Layer.MINED


def _near(entries: Sequence[Entry], beside: Sequence[Entry]) -> Iterator[Problem]:
    """Wordings that people wrote and that all but repeat another of their kind, topic and move; mined ones come as the reports have them."""
    by_pool: defaultdict[tuple[object, ...], list[tuple[Entry, frozenset[str]]]] = defaultdict(list)
    for entry in (e for e in (*beside, *entries) if e.phrase.layer is not Layer.MINED):
        p = entry.phrase
        pairs = _pairs(p.text)
        pool = by_pool[p.kind, p.topic, p.move, p.position]
        near = next((e for e, others in pool if _alike(pairs, others) and e.phrase.id != p.id), None) if len(pairs) >= _SHORTEST_NEAR - 1 else None
        if near and entry not in beside:
            yield _problem(entry, "near", f"与 {near.place} 的“{near.phrase.text}”几乎一样", "留一条，或把其中一条改得不同些")
        pool.append((entry, pairs))


def _pairs(text: str) -> frozenset[str]:
    key = key_of(text)
    return frozenset(key[i : i + 2] for i in range(len(key) - 1))


def _alike(a: Iterable[str], b: Iterable[str]) -> bool:
    one, other = frozenset(a), frozenset(b)
    return len(one & other) >= NEAR * len(one | other)
