"""Words without a segmenter: the longest known word at every place of a text."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lexicon:
    """Known words and how telling each is: 1 for a word of one phrase, less the more phrases hold it."""

    weights: Mapping[str, float]
    longest: int
    _found: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, *wordlists: Iterable[tuple[str, ...]]) -> Lexicon:
        """The words of two characters and more in ``wordlists``, each list one phrase's."""
        counts = Counter(w for lists in wordlists for words in lists for w in set(words) if len(w) > 1)
        return cls({w: 1 / (1 + math.log(n)) for w, n in counts.items()}, max(map(len, counts), default=0))

    def words(self, text: str) -> tuple[str, ...]:
        """The known words of ``text`` in order, by forward maximum matching; what is unknown is passed over. Each text is looked through once."""
        if text not in self._found:
            self._found[text] = self._matched(text)
        return self._found[text]

    def _matched(self, text: str) -> tuple[str, ...]:
        found: list[str] = []
        at = 0
        while at < len(text):
            end = next((e for e in range(min(len(text), at + self.longest), at + 1, -1) if text[at:e] in self.weights), at)
            if end > at:
                found.append(text[at:end])
            at = max(end, at + 1)
        return tuple(found)
