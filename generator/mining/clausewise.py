"""The clauses of a report's evidence, each once per line, slots named afresh: what coverage and collocations count."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.bank.phrase import Kind
from generator.chinese.punctuation import clauses
from generator.mining.evidence import ReportEvidence, Seen
from generator.mining.slots import numbered
from generator.mining.units import is_phrase

_ORDINAL_OF_SLOT = re.compile(r"(?<=\D)\d+(?=\})")


def clausewise(found: ReportEvidence) -> Iterator[tuple[str, Seen]]:
    """Every clause of every phrase in ``found`` with the sighting it was first met in.

    Quoted names are parts of clauses, and a skeleton is a clause told a second time.
    """
    told: set[tuple[int, str]] = set()
    for seen in found.seen:
        if seen.kind is Kind.FORMULATION or seen.filled or not is_phrase(seen.text, seen.kind):
            continue
        for text in bare_clauses(seen.text):
            if (seen.line, text) not in told:
                told.add((seen.line, text))
                yield text, seen


def bare_clauses(text: str) -> list[str]:
    """The clauses of ``text``, the slots of each numbered from its own beginning."""
    return [numbered(_ORDINAL_OF_SLOT.sub("", clause)) for _, clause in clauses(text)]
