"""Which light verb the count of a thing lacks (加密会商5次, 申报点13个), if it can be told without knowing more: 开展, 有.

A weighed sum for each verb tells (logistic regression, softmax): of how the noun ends and begins and of its measure. The weights are learned from
counts that people who write such reports gave in 80 trades with the verbs that are right whatever was the case, or none (``benchmarks/counted.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import exp

from generator.chinese.naming import NOTHING_LEARNED, Naming
from generator.chinese.verbs import ends_in_act, ends_in_verb, opens_clause

_LONGEST_END, _LONGEST_BEGINNING = 4, 2
"""Characters of the longest end and beginning that are weighed: five and three told the lists left out no better."""
SURE = 0.6
"""The probability from which a verb is set: of the lists left out half of the counts that need one get it, 98 of 100 one that the writer listed
(of the others most are near synonyms); at 0.7 two of five, 99 of 100."""
HAVING = "有"
"""The verb of what is there, be it new or old."""


class Trait(StrEnum):
    """What of a count is weighed; the value is its name in the table."""

    BEGINS = "开头"
    ENDS = "末尾"
    MEASURE = "量词"
    END_AND_MEASURE = "末字和量词"
    GRAMMAR = "句法"


_GRAMMAR: Mapping[str, Callable[[str], bool]] = {
    "动词开头": opens_clause,
    "末尾是办的事": ends_in_act,
    "末尾是动词": ends_in_verb,
}
"""What the grammar of verbs says of a noun."""


def traits(noun: str, measure: str, naming: Naming) -> Iterator[tuple[Trait, str]]:
    """Everything that is weighed of a count of ``noun`` by ``measure``; ``naming`` tells whether the noun is one or says what is done."""
    for n in range(1, min(_LONGEST_END, len(noun)) + 1):
        yield Trait.ENDS, noun[-n:]
    for n in range(1, min(_LONGEST_BEGINNING, len(noun) - 1) + 1):
        yield Trait.BEGINS, noun[:n]
    yield Trait.MEASURE, measure
    yield Trait.END_AND_MEASURE, noun[-1:] + measure
    yield from ((Trait.GRAMMAR, said) for said, holds in _GRAMMAR.items() if holds(noun))
    if naming.says_what_is_done(noun):
        yield Trait.GRAMMAR, "像一句话"


Weights = Mapping[Trait, Mapping[str, float]]


@dataclass(frozen=True)
class Counted:
    """By verb the weights of traits, and the ``starts`` that each verb has where nothing is weighed; the empty verb is none."""

    starts: Mapping[str, float] = field(default_factory=dict)
    weights: Mapping[str, Weights] = field(default_factory=dict)
    naming: Naming = NOTHING_LEARNED

    def verb(self, noun: str, measure: str) -> str:
        """The verb that goes before so many of ``noun``; empty where none is sure."""
        if not self.starts:
            return ""
        found = [(trait, value) for trait, value in traits(noun, measure, self.naming)]
        sums = {v: start + sum(self.weights[v].get(t, {}).get(value, 0.0) for t, value in found) for v, start in self.starts.items()}
        best = max(sums, key=lambda v: (sums[v], v))
        return best if sum(exp(s - sums[best]) for s in sums.values()) * SURE <= 1 else ""

    @property
    def verbs(self) -> frozenset[str]:
        """All verbs that are set."""
        return frozenset(self.starts) - {""}


NOTHING_COUNTED = Counted()
