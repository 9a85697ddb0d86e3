"""Which of several answers a text asks for, or none: a weighed sum for each over what is weighed of the text (softmax regression)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from math import exp
from typing import Any

from msgspec import Struct, field

ByAnswer = Mapping[str, float]
"""What weighs for each answer; most things weigh for few of them."""


class Softmax(Struct, frozen=True):
    """The ``weights`` that a value of a trait has for answers, and the ``starts`` that each answer has where nothing is weighed; the empty answer is
    none."""

    starts: ByAnswer = field(default_factory=dict)
    weights: Mapping[str, Mapping[str, ByAnswer]] = field(default_factory=dict)

    @classmethod
    def of(cls, starts: ByAnswer, by_answer: Mapping[str, Mapping[Any, Mapping[str, float]]]) -> Softmax:
        """With the weights as they are learned and written, answer by answer."""
        found: defaultdict[str, defaultdict[str, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
        for answer, weights in by_answer.items():
            for trait, values in weights.items():
                for value, weight in values.items():
                    found[trait][value][answer] = weight
        return cls(starts, {trait: dict(values) for trait, values in found.items()})

    def weighed(self, traits: Iterable[tuple[str, str]]) -> Iterator[ByAnswer]:
        """What each of ``traits`` weighs that weighs anything."""
        return (found for trait, value in traits if (found := self.weights.get(trait, {}).get(value)))

    def table(self) -> Iterator[tuple[str, str, ByAnswer]]:
        """All that weighs anything: its trait, its value and what it weighs."""
        return ((trait, value, found) for trait, values in self.weights.items() for value, found in values.items())

    def shares(self, traits: Iterable[tuple[str, str]]) -> ByAnswer:
        """The probability of each answer, of the likeliest first; nothing where nothing is learned."""
        sums = dict(self.starts)
        for weights in self.weighed(traits):
            for answer, weight in weights.items():
                sums[answer] += weight
        most = max(sums.values(), default=0.0)
        likely = {answer: exp(total - most) for answer, total in sums.items()}
        whole = sum(likely.values())
        return {a: likely[a] / whole for a in sorted(likely, key=lambda a: (likely[a], a), reverse=True)}


def together(shares: ByAnswer, alike: Iterable[Collection[str]]) -> float:
    """The probability of the likeliest answer and of those that say the ``alike``."""
    best = next(iter(shares))
    group = next((answers for answers in alike if best in answers), (best,))
    return sum(share for answer, share in shares.items() if answer in group)
