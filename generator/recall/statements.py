"""Running text clause by clause: what a past report stated, what are its own words, and what is formula."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct

from generator.bank.formulations import Formulation
from generator.bank.phrase import Kind, Nature
from generator.chinese.punctuation import clauses, sentences
from generator.mining.claims import tells_of_event
from generator.mining.cues import cue
from generator.mining.nature import judge
from generator.mining.slots import empty, numbered
from generator.patterns import late
from generator.recall.values import Value, values
from generator.recall.vocabulary import Vocabulary
from generator.report import Inlines, Move, plain


class Told(StrEnum):
    """What a clause of a past report is to this year's."""

    FACT = "事实"
    """It holds a value, or surely says that something was done or reached: this year's is to be asked for."""
    OWN = "自己的话"
    """The report's own words, with nothing in them that could be asked for."""
    FORMULA = "套语"


class Statement(Struct, frozen=True):
    """A clause as it is printed, without its stop; one that only says when stands before the clause it belongs to. ``line`` and ``column`` are
    1-based in the report's file; ``source`` is who gave it, where a facts file says so; ``known``: somebody knows it to be formula."""

    text: str
    told: Told
    line: int = 0
    column: int = 0
    values: tuple[Value, ...] = ()
    source: str = ""
    known: bool = False

    @property
    def sounds(self) -> bool:
        """Whether it only sounds like formula: nobody knows its wording, and it may be what was done."""
        return self.told is Told.FORMULA and not self.known


class Ear(Struct, frozen=True):
    """Tells formula from what was stated: by the miner's rules, and by the wordings that somebody knows to be formula (``known`` says of one).
    ``vocabulary`` are the words by which values and deeds are told."""

    vocabulary: Vocabulary
    formulations: tuple[Formulation, ...] = ()
    known: Callable[[str], bool] = lambda _: False

    def statements(self, inlines: Inlines, running: bool = False) -> tuple[Statement, ...]:
        """The clauses of ``inlines`` in order; of ``running`` text, one that only says of what the next speaks (安全方面) joined to it. Total."""
        text = _HALF_STOP.sub(lambda stop: _FULL_STOPS[stop[0]], plain(inlines))
        origin = next((i.origin for i in inlines if i.origin is not None), None)
        line, column = (origin.line, origin.column) if origin else (0, 1)
        return tuple(s for start, sentence in sentences(text) for s in self._sentence(sentence, line, column + start, running))

    def _sentence(self, sentence: str, line: int, column: int, running: bool) -> Iterator[Statement]:
        found = list(_clauses(sentence, running))
        formula = known_among([clause for _, clause in found], self.known)
        for n, (at, clause) in enumerate(found):
            holds = values(clause, self.vocabulary.persons)
            told = Told.FACT if holds else Told.FORMULA if n in formula else self._told(clause)
            yield Statement(clause, told, line, column + at, holds, known=not holds and n in formula)

    def _told(self, text: str) -> Told:
        bare = text.replace("“", "").replace("”", "")
        nature, reason = _judged(bare, self.formulations)
        if nature is Nature.FORMULA:
            return Told.OWN if self.vocabulary.tells_deed(bare) else Told.FORMULA
        return Told.FACT if tells_of_event(reason) and not cue(bare) else Told.OWN


def known_among(texts: Sequence[str], known: Callable[[str], bool]) -> frozenset[int]:
    """Which of the clauses ``texts``, in their order, are wordings ``known`` to be formula, or parts of one that has several clauses."""
    runs = ((i, j) for i in range(len(texts)) for j in range(i + 1, min(i + _MOST_CLAUSES, len(texts)) + 1))
    return frozenset(n for i, j in runs if _is_known("，".join(texts[i:j]), known) for n in range(i, j))


def _is_known(text: str, known: Callable[[str], bool]) -> bool:
    """Whether ``text`` is a ``known`` wording, be it behind a subject (局党组坚持…)."""
    bare = text.replace("“", "").replace("”", "")
    return any(known(said) for said in (text, bare, *(text[n:] for n in range(1, min(_LONGEST_SUBJECT, len(text) - _LONGEST_SUBJECT) + 1))))


_MOST_CLAUSES = 4
"""Clauses that a wording of the bank has at the most."""
_LONGEST_SUBJECT = 6
"""Characters of whoever it is said of, where a wording is known without them: 市水务局党组."""


@lru_cache(maxsize=1 << 12)
def _judged(clause: str, formulations: tuple[Formulation, ...]) -> tuple[Nature, str]:
    judged = judge(numbered(empty(clause)), Kind.CLAUSE, Move.MEASURE, formulations)
    return judged.nature, judged.reason


_HALF_STOP = late(r"(?<=[\u4e00-\u9fff》”）%])(?:[,;:](?!\d)|\.(?=$|[\u4e00-\u9fff]))")
_FULL_STOPS = dict(zip(",;:.", "，；：。", strict=True))
"""Stops that a clerk typed in half width, one for one, so that every clause keeps its column."""
_WHEN = late("[0-9一二三四*×X自从在于截至止到年月日初中末底上下旬半季度春夏秋冬节全今去本当期间以来之前后起间、—－-]+")


_OF_WHAT = late("[\u4e00-\u9fff]{2,6}方面|(?:在|对于|关于)?[\u4e00-\u9fff]{2,6}上|下一?步|当前|目前")
"""What only says of what, or when, the next clause speaks."""


def _clauses(sentence: str, running: bool) -> Iterator[tuple[int, str]]:
    """The clauses of ``sentence`` with their offsets, one that only says when (3月至7月) joined to the next; in
    ``running`` text also one that says of what the next speaks."""
    held: tuple[int, str] | None = None
    for at, clause in clauses(sentence):
        held = (held[0], f"{held[1]}，{clause}") if held else (at, clause)
        last = held[1].rpartition("，")[2]
        if not (_WHEN.fullmatch(last) or (running and _OF_WHAT.fullmatch(last))):
            yield held
            held = None
    if held:
        yield held
