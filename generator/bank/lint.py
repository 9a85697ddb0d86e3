"""What is wrong with a bank, entry by entry: each finding at the place of its wording, with a hint.

Warnings are to be mended; hints (out of date today) are to be known.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from generator.bank.files import Entry
from generator.bank.formulations import Formulation, contained, validity
from generator.bank.full_forms import trimmed
from generator.bank.ledger import key_of
from generator.bank.phrase import SLOT, Kind, Layer, Nature, Phrase, Status
from generator.bank.slots import OF_THE_UNIT, TYPES, type_of
from generator.bank.topics import OF_THE_TEMPLATES
from generator.chinese.measures import ECONOMIC, MEASURES
from generator.chinese.months import Month, printed, written
from generator.chinese.pairs import pairs
from generator.fit.classes import LIGHT
from generator.problems import Problem, Severity, did_you_mean

OF_THE_FACTS = frozenset({"专题", "主题", "事项", "要点", "几"})
"""Slots that drafting fills from the facts' own keys."""
OPEN = frozenset({"某事"})
"""Slots of skeletons that any words may fill."""
NEAR = 0.8
"""Share of character pairs in common from which two wordings of one kind, topic and move would read as a repetition."""
_SHORTEST_NEAR = 8


class Knowledge(Struct, frozen=True):
    """What entries are held against. ``claims`` gives the reason why a wording says that something happened, empty where it does not;
    ``particulars`` the words of a wording that are nobody's but a trade's; ``acts`` are the classes of 事类.yaml, ``situations`` the names of
    情形.yaml."""

    topics: frozenset[str]
    formulations: tuple[Formulation, ...]
    claims: Callable[[Phrase], str]
    today: Month
    acts: frozenset[str] = frozenset()
    particulars: Callable[[Phrase], Sequence[str]] = lambda _: ()
    situations: frozenset[str] = frozenset()


def lint(entries: Sequence[Entry], known: Knowledge, beside: Sequence[Entry] = ()) -> list[Problem]:
    """The problems of ``entries``, in the order of their places; ``beside`` are further entries that they may repeat."""
    read = [e for e in entries if e.phrase.status is not Status.REJECTED]
    found = [problem for entry in read for check in _CHECKS for problem in check(entry, known)]
    return sorted({*found, *_repeated(read, beside), *_near(read, beside)})


def _problem(entry: Entry, code: str, message: str, hint: str, severity: Severity = Severity.WARNING) -> Problem:
    return Problem(entry.place, code, message, hint, severity)


# --- one entry ----------------------------------------------------------------------------------------------------------------------------


def _slots(entry: Entry, _: Knowledge) -> Iterator[Problem]:
    known = {*TYPES, *OF_THE_UNIT, *OF_THE_FACTS, *OPEN}
    for name in SLOT.findall(entry.phrase.text):
        if name.rstrip("0123456789") not in known and not _counts(name):
            yield _problem(entry, "slot", f"槽“{{{name}}}”没有什么可填", "用 次数、份数、文件、单位、日期、词 等名字，或 专题、主体、上级、业务")


_MEASURES = frozenset((*MEASURES, *ECONOMIC))
_SCALE = re.compile("^(万亿|万|亿)")


def _counts(name: str) -> bool:
    """Whether a slot asks for a number of a measure word, in tens of thousands too (万立方米数)."""
    kind, unit = type_of(name)
    return kind == "数" and (unit in _MEASURES or _SCALE.sub("", unit) in _MEASURES)


def _topics(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    topic = entry.phrase.topic
    if topic and topic not in known.topics | OF_THE_TEMPLATES:
        yield _problem(entry, "topic", f"主题.yaml 里没有“{topic}”这个主题", "改用已有的主题，或在 主题.yaml 里加一条")


def _expired(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    until = entry.phrase.until
    if until and until < known.today:
        yield _problem(entry, "expired", f"到{printed(until)}为止，现在不说了", "只用于写那时的报告；不再写的可以删去", Severity.HINT)


def _dates(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    p = entry.phrase
    months = validity(SLOT.sub("", p.text), known.formulations)
    if months is None:
        return
    names = "、".join(f.text for f in contained(SLOT.sub("", p.text), known.formulations))
    since, until = months
    if p.since is None or p.since < since:
        yield _problem(entry, "undated", f"“{names}”从{printed(since)}起才说，这一条没有写明", f"加上 起: {written(since)}")
    if until and (p.until is None or p.until > until):
        yield _problem(entry, "unended", f"“{names}”到{printed(until)}为止，这一条没有写明", f"加上 止: {written(until)}")


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


_SHORTEST_WORD = 2
_UNSPEAKABLE = re.compile(r"[\s{}，。；：！？]")


def _licence(entry: Entry, _: Knowledge) -> Iterator[Problem]:
    any_name = ("",) if entry.phrase.surrounds_name else ()
    for word in (w for group in entry.phrase.licence for w in group if w not in any_name):
        if not word.strip() or _UNSPEAKABLE.search(word):
            yield _problem(entry, "licence", f"“限”里的“{word}”在稿子里不会出现", "写一个词，不带空格、句读和花括号")
        elif len(word) < _SHORTEST_WORD and entry.phrase.kind is not Kind.LEAD:
            yield _problem(entry, "licence", f"“限”里的“{word}”只有一个字，许多词里都有", "写成整个的词")


def _acts(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    for act, _ in entry.phrase.acts:
        if act not in known.acts:
            hint = did_you_mean(act, known.acts, "改用已有的一类，或在 事类.yaml 里加一条")
            yield _problem(entry, "act", f"事类.yaml 里没有“{act}”这一类事", hint)
        elif act == LIGHT:
            yield _problem(entry, "act", f"“{LIGHT}”一类的词本身不说做了什么，没有哪件事算这一类", "写成后面真正的那一类事")


def _situations(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    for name in entry.phrase.situations:
        if name not in known.situations:
            hint = did_you_mean(name, known.situations, "改用已有的一种，或在 情形.yaml 里加一条")
            yield _problem(entry, "situation", f"情形.yaml 里没有“{name}”这种情形", hint)


def _stands(entry: Entry, known: Knowledge) -> Iterator[Problem]:
    """A formula that is chosen by what it stands beside must say what that is; a mined one that nobody read may not hold a trade's words freely."""
    p = entry.phrase
    if p.nature is not Nature.FORMULA or p.topic in OF_THE_TEMPLATES or not _is_fitted(p):
        return
    if not (p.beside or p.licence or p.situations):
        hint = "加上 情形，或 限（稿子那一处要说到的词），或 伴（跟在一起的词）"
        yield _problem(entry, "nowhere", "没有“情形”，没有“伴”，也没有“限”，哪里都用不上", hint)
    elif p.status is Status.MINED and not p.licence and (words := known.particulars(p)):
        yield _problem(entry, "unlicensed", f"“{'、'.join(words)}”不是哪个行当都用得上的词，却没有“限”", "加上 限，或把词写进 常用.yaml")


def _is_fitted(p: Phrase) -> bool:
    """Whether drafting chooses ``p`` by what it stands beside. Mined headings count where they have a use: many are those of whole parts."""
    return p.position is not None if p.kind is Kind.CLAUSE else p.kind is Kind.HEADING and p.layer is not Layer.MINED and p.move is not None


def _full_forms(entry: Entry, _: Knowledge) -> Iterator[Problem]:
    for form in trimmed(entry.phrase.text):
        yield _problem(entry, "trimmed", f"“{form.words}”没有说全", f"写成：{form.full}")


_CHECKS = (_full_forms, _slots, _topics, _expired, _dates, _claims, _marks, _licence, _acts, _situations, _stands)


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
    """Whether ``entry`` is a person's word on a mined phrase, which is what layers are for, or both are as the reports have them, with quotation
    marks and without."""
    return earlier.phrase.layer is Layer.MINED and (entry.phrase.layer is not Layer.MINED or entry.phrase.id != earlier.phrase.id)


def _near(entries: Sequence[Entry], beside: Sequence[Entry]) -> Iterator[Problem]:
    """Wordings that people wrote and that all but repeat another of their kind, topic and move; mined ones come as the reports have them, and what
    is set around a name differs by a verb."""
    by_pool: defaultdict[tuple[object, ...], _Likes] = defaultdict(_Likes)
    for entry in (e for e in (*beside, *entries) if not (e.phrase.layer is Layer.MINED or e.phrase.surrounds_name)):
        p = entry.phrase
        own = frozenset(pairs(key_of(p.text)))
        pool = by_pool[p.kind, p.topic, p.move, p.position]
        near = pool.first(own, p.id) if len(own) >= _SHORTEST_NEAR - 1 else None
        if near and entry not in beside:
            yield _problem(entry, "near", f"与 {near.place} 的“{near.phrase.text}”几乎一样", "留一条，或把其中一条改得不同些")
        pool.add(entry, own)


class _Likes:
    """Entries by the pairs of characters they hold, so that only those which share some are looked at."""

    def __init__(self) -> None:
        self._entries: list[tuple[Entry, int]] = []
        self._holding: defaultdict[str, list[int]] = defaultdict(list)

    def first(self, own: frozenset[str], id: str) -> Entry | None:
        """The first entry of another id whose pairs are nearly ``own``."""
        shared = Counter(n for pair in own for n in self._holding.get(pair, ()))
        near = (n for n, both in shared.items() if both >= NEAR * (len(own) + self._entries[n][1] - both) and self._entries[n][0].phrase.id != id)
        return self._entries[n][0] if (n := min(near, default=None)) is not None else None

    def add(self, entry: Entry, own: frozenset[str]) -> None:
        for pair in own:
            self._holding[pair].append(len(self._entries))
        self._entries.append((entry, len(own)))
