"""Coverage (覆盖): which share of a report's formulaic text a bank knows, and what it lacks.

Formulaic text is what mining the report would keep: headings, leads of points, clauses and frames, counted clause by clause. A clause is known

- 原样  word for word;
- 句式  by a frame: equal once its particulars are slots, or made of the literal parts of a frame around fillers;
- 提法  by a set formulation in it, which covers its own characters only;
- 近似  by a clause of the bank that shares bigrams with it (Dice ≥ ``NEAR``): shown, but not counted as known;

and the first of these that holds is taken.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from generator.bank.bank import Bank
from generator.bank.formulations import Formulation, contained
from generator.bank.phrase import SLOT, Kind, Nature, Status
from generator.bank.slots import type_of
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import HAN
from generator.mining.clausewise import bare_clauses, clausewise
from generator.mining.evidence import Seen
from generator.mining.extract import extract
from generator.mining.nature import judge
from generator.mining.topics import topic_of
from generator.patterns import late
from generator.report import Report

NEAR = 0.6
"""Dice's coefficient of character bigrams from which two clauses count as near."""

_FEWEST_LITERALS = 4
_LONGEST_FILLER = 16


class How(StrEnum):
    """How a bank knows a clause; the values are what tables say."""

    EXACT = "原样"
    FRAME = "句式"
    FORMULATION = "提法"
    NEAR = "近似"
    NONE = "没有"


class Unit(Struct, frozen=True):
    """A clause of a report, how the bank knows it and by which wording; ``characters`` are its Han characters, ``known`` those the bank has."""

    text: str
    report: str
    line: int
    move: str
    topic: str
    nature: Nature
    how: How
    by: str
    characters: int
    known: int


class Share(Struct, frozen=True):
    """A row of a coverage table: clauses by how they are known, characters, and how many of these are known."""

    name: str
    clauses: int
    by: tuple[tuple[How, int], ...]
    characters: int
    known: int

    @property
    def rate(self) -> float:
        """Known characters of all; 0 where there are none."""
        return self.known / self.characters if self.characters else 0.0


class Candidate(Struct, frozen=True):
    """A clause the bank lacks: how often and in how many reports it stands, and the nearest wording of the bank, if any is near."""

    text: str
    move: str
    topic: str
    nature: Nature
    reports: int
    count: int
    near: str


class Coverage(Struct, frozen=True):
    """What a bank knows of some reports."""

    units: tuple[Unit, ...]

    @property
    def total(self) -> Share:
        return _share("合计", self.units)

    @property
    def formula(self) -> Share:
        """Only the clauses that may be printed unasked."""
        return _share("其中套语", [u for u in self.units if u.nature is Nature.FORMULA])

    def by_move(self) -> list[Share]:
        return self._by(lambda u: u.move)

    def by_topic(self) -> list[Share]:
        return self._by(lambda u: u.topic or "（无主题）")

    def lacking(self) -> list[Candidate]:
        """What the bank lacks, most useful first: in more reports, more often, formula before claim, longer before shorter."""
        groups: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            if unit.how not in (How.EXACT, How.FRAME):
                groups[unit.text].append(unit)
        return sorted((_candidate(text, found) for text, found in groups.items()), key=_usefulness)

    def _by(self, key: Callable[[Unit], str]) -> list[Share]:
        groups: defaultdict[str, list[Unit]] = defaultdict(list)
        for unit in self.units:
            groups[key(unit)].append(unit)
        return sorted((_share(name, units) for name, units in groups.items()), key=lambda s: (-s.characters, s.name))


def _share(name: str, units: Sequence[Unit]) -> Share:
    by = Counter(u.how for u in units)
    return Share(name, len(units), tuple((how, by[how]) for how in How), sum(u.characters for u in units), sum(u.known for u in units))


def _candidate(text: str, found: list[Unit]) -> Candidate:
    first = min(found, key=lambda u: (u.report, u.line))
    near = first.by if first.how is How.NEAR else ""
    return Candidate(text, first.move, first.topic, first.nature, len({u.report for u in found}), len(found), near)


def _usefulness(c: Candidate) -> tuple[int, int, bool, int, str]:
    return -c.reports, -c.count, c.nature is Nature.CLAIM, -len(HAN.findall(c.text)), c.text


def coverage(reports: Iterable[Report], bank: Bank, formulations: tuple[Formulation, ...] = ()) -> Coverage:
    """What ``bank`` knows of ``reports``; a report given twice counts twice."""
    known = _known(bank, formulations)
    return Coverage(tuple(unit for report in reports for unit in _units(report, known)))


def _units(report: Report, known: _Known) -> Iterator[Unit]:
    _, found = extract(report)
    for text, seen in clausewise(found):
        characters = len(HAN.findall(SLOT.sub("", text)))
        if characters:
            how, by = known.how(text)
            covered = characters if how in (How.EXACT, How.FRAME) else len(HAN.findall(by)) if how is How.FORMULATION else 0
            nature = judge(text, seen.kind, seen.move, known.formulations).nature
            yield Unit(text, found.name, seen.line, str(seen.move or "（标题）"), known.topic(text, seen), nature, how, by, characters, covered)


class _Known:
    """A bank made ready to be asked for clauses."""

    def __init__(self, bank: Bank, formulations: tuple[Formulation, ...]) -> None:
        held = [p for p in bank.phrases.values() if p.status is not Status.REJECTED]
        self._topics = bank.topics
        self.formulations = formulations
        self._clauses = sorted({clause for p in held if p.kind is not Kind.FORMULATION for clause in bare_clauses(p.text)})
        self._exact = frozenset(self._clauses)
        self._skeletons = [s for s in map(_skeleton, self._clauses) if s is not None]
        self._names = sorted({p.text for p in held if p.kind is Kind.FORMULATION and p.nature is Nature.FORMULA}, key=lambda t: (-len(t), t))
        self._bigrams = [_bigrams(clause) for clause in self._clauses]
        self._holders: defaultdict[str, list[int]] = defaultdict(list)
        for i, bigrams in enumerate(self._bigrams):
            for bigram in bigrams:
                self._holders[bigram].append(i)

    def topic(self, text: str, seen: Seen) -> str:
        return topic_of(text, seen.lead, seen.heading, self._topics)

    def how(self, text: str) -> tuple[How, str]:
        """How ``text`` is known, and the wording of the bank by which it is."""
        if text in self._exact:
            return (How.FRAME if SLOT.search(text) else How.EXACT), text
        frame = next((clause for literal, pattern, clause in self._skeletons if literal in text and pattern.fullmatch(text)), "")
        if frame:
            return How.FRAME, frame
        names = self._formulations(text)
        if names:
            return How.FORMULATION, names
        near = self._near(text)
        return (How.NEAR, near) if near else (How.NONE, "")

    def _formulations(self, text: str) -> str:
        """The set formulations in ``text``, none inside another, joined by 、."""
        found: list[str] = []
        for name in [*self._names, *(f.text for f in contained(text, self.formulations))]:
            if name in text:
                found.append(name)
                text = text.replace(name, "\0")
        return "、".join(found)

    def _near(self, text: str) -> str:
        own = _bigrams(text)
        shared = Counter(i for bigram in own for i in self._holders.get(bigram, ()))
        scored = [(2 * n / (len(own) + len(self._bigrams[i])), -i) for i, n in shared.items()]
        best, i = max(scored, default=(0.0, 0))
        return self._clauses[-i] if best >= NEAR else ""


@lru_cache(maxsize=1)
def _known(bank: Bank, formulations: tuple[Formulation, ...]) -> _Known:
    """Made once for whoever asks of one archive after another."""
    return _Known(bank, formulations)


def _bigrams(text: str) -> frozenset[str]:
    return frozenset(pairs(SLOT.sub(" ", text)))


def _skeleton(clause: str) -> tuple[str, re.Pattern[str], str] | None:
    """The longest literal of a frame's clause, the pattern of the whole, and the clause; None where too little of it is literal.

    A slot of numbers takes only a slot of its own name, any other up to sixteen characters or slots. There are thousands of frames, and few whose
    literal any text has.
    """
    literals = SLOT.split(clause)[::2]
    names = SLOT.findall(clause)
    if not names or len(HAN.findall("".join(literals))) < _FEWEST_LITERALS:
        return None
    parts = [re.escape(literals[0])]
    for name, literal in zip(names, literals[1:], strict=True):
        parts += [_filler(name), re.escape(literal)]
    return max(literals, key=len), late("".join(parts)), clause


def _filler(name: str) -> str:
    if type_of(name)[0] in ("数", "序"):
        return rf"\{{{re.escape(name.rstrip('0123456789'))}\d*\}}"
    return rf"(?:\{{[^{{}}]+\}}|[^{{}}，；：]){{1,{_LONGEST_FILLER}}}?"
