"""Words without a segmenter: the longest known word at every place of a text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Split = tuple[tuple[int, str], ...]
"""The known words of a text in order, each with its offset."""


@dataclass(frozen=True)
class Lexicon:
    """Known words and how telling each is (0 to 1): 1 for a word of one phrase or office, less the more of them have it; ``longest`` has the length
    of the longest by the character that it begins with."""

    weights: Mapping[str, float]
    longest: Mapping[str, int]
    _found: dict[str, Split] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, *wordlists: Iterable[Iterable[str]]) -> Lexicon:
        """The words of two characters and more in ``wordlists``, each list one phrase's."""
        return cls.counted(Counter(w for lists in wordlists for words in lists for w in set(words)))

    @classmethod
    def counted(cls, counts: Mapping[str, int]) -> Lexicon:
        """Words with the number of phrases or offices that have each; those of one character are left out."""
        weights = {w: 1 / (1 + math.log(max(1, n))) for w, n in counts.items() if len(w) > 1}
        return cls(weights, {word[0]: len(word) for word in sorted(weights, key=len)})

    def words(self, text: str) -> tuple[str, ...]:
        """The known words of ``text`` in order, by forward maximum matching; what is unknown is passed over."""
        return tuple(word for _, word in self.split(text))

    def split(self, text: str) -> Split:
        """As ``words``, each with its offset. Each text is looked through once."""
        if text not in self._found:
            self._found[text] = tuple(self._matched(text))
        return self._found[text]

    def _matched(self, text: str) -> Iterable[tuple[int, str]]:
        at = 0
        while at < len(text):
            word = self._begun(text, at)
            if word:
                yield at, word
            at += len(word) or 1

    def _begun(self, text: str, at: int) -> str:
        """The longest known word that begins there; empty where none does."""
        for end in range(min(len(text), at + self.longest.get(text[at], 0)), at + 1, -1):
            if text[at:end] in self.weights:
                return text[at:end]
        return ""
