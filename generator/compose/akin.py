"""Which of many problems a text may have words in common with, found by their pairs of characters: the work grows with what is shared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence, Set

from msgspec import Struct

from generator.chinese.pairs import pairs
from generator.compose.said import han
from generator.fit.likeness import Held, held_by


class Akin(Struct, frozen=True):
    """Texts by number: the ``holders`` of each pair of Han characters, and the ``tellers`` of each word that is telling."""

    holders: Held
    tellers: Held
    telling: Callable[[str], Set[str]]

    @classmethod
    def of(cls, texts: Sequence[str], telling: Callable[[str], Set[str]]) -> Akin:
        return cls(held_by(map(_pairs, texts)), held_by(map(telling, texts)), telling)

    def sharing(self, text: str) -> Set[int]:
        """The texts that share a run of characters with ``text``."""
        return {n for pair in _pairs(text) for n in self.holders.get(pair, ())}

    def telling_of(self, text: str) -> Set[int]:
        """The texts that share several pairs with ``text``, or a word that is telling; one pair alone is no more than a word of two characters."""
        counted: Counter[int] = Counter()
        alone: set[int] = set()
        for pair in _pairs(text):
            found = self.holders.get(pair, ())
            counted.update(found)
            if found and (pair[0] == pair[1] or self.telling(pair)):
                alone.update(found)
        return alone.union((n for n, times in counted.items() if times > 1), (n for w in self.telling(text) for n in self.tellers.get(w, ())))


def _pairs(text: str) -> frozenset[str]:
    return frozenset(pairs(han(text)))
