"""Accuracy and macro-F1 of labels against what a reader gave, and the confusion matrix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """One item: the labels a reader accepts, best first, and the one the rules gave."""

    accepted: tuple[str, ...]
    given: str

    @property
    def wanted(self) -> str:
        """What counts as true: what was given if it is accepted, else the best accepted."""
        return self.given if self.given in self.accepted else self.accepted[0]


def accuracy(pairs: Sequence[Pair]) -> float:
    """The share of ``pairs`` that are right."""
    return sum(p.given in p.accepted for p in pairs) / len(pairs)


def macro_f1(pairs: Sequence[Pair]) -> float:
    """The mean F1 over the labels that are wanted anywhere."""
    labels = sorted({p.wanted for p in pairs})
    return sum(_f1(label, pairs) for label in labels) / len(labels)


def _f1(label: str, pairs: Sequence[Pair]) -> float:
    right = sum(p.given == p.wanted == label for p in pairs)
    return 2 * right / (sum(p.given == label for p in pairs) + sum(p.wanted == label for p in pairs))


def confusion(pairs: Sequence[Pair]) -> Counter[tuple[str, str]]:
    """How often each (wanted, given) came up."""
    return Counter((p.wanted, p.given) for p in pairs)
