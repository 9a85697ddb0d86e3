"""Counts of things with the clause and the sentence they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property, lru_cache

from msgspec import Struct

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, quantities
from generator.check.prose.passage import Passage
from generator.check.prose.subject import Subject
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import clauses, sentences


class Count(Struct, frozen=True, dict=True):
    """A count in its clause and sentence; ``before`` and ``behind`` are what of the clause stands around it."""

    passage: Passage
    quantity: Quantity
    before: str
    behind: str
    sentence: str

    @cached_property
    def pairs(self) -> frozenset[str]:
        return pairs_of(self.sentence)


@lru_cache(maxsize=1 << 10)
def pairs_of(text: str) -> frozenset[str]:
    """The pairs of characters of ``text``, found once for all counts of a sentence."""
    return frozenset(pair for run in re.split(r"[^\u4e00-\u9fff]+", text) for pair in pairs(run))


def counts(subject: Subject) -> list[Count]:
    """Every exact count of things."""
    return [
        Count(passage, q, passage.text[offset : q.start], passage.text[q.end : offset + len(clause)], sentence)
        for passage in subject.passages
        for start, sentence in sentences(passage.text)
        for offset, clause in ((start + at, clause) for at, clause in clauses(sentence))
        for q in quantities(passage.text, offset, offset + len(clause))
        if q.exact and q.measure not in NO_WHOLE
    ]


RUN = 5
"""Counts that follow each other and may make up another."""


def runs_of(values: Sequence[Decimal]) -> set[Decimal]:
    """``values``, and what some of them that follow each other make up."""
    return {sum(values[i:j], Decimal(0)) for i in range(len(values)) for j in range(i + 1, min(len(values), i + RUN) + 1)}


def said_of(count: Count) -> str:
    """The clause of ``count``, without the number of a point."""
    return (count.before + count.quantity.text + count.behind).strip("一二三四五六七八九十是")
