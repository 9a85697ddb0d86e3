"""Words without a segmenter: the longest known word at every place of a text."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from typing import TypeVar

from msgspec import Struct

_COMMA = "，"
_TEXTS = 1 << 14
"""Texts of which it is remembered what they say: those of a hundred drafts. A batch has any number of them."""
Split = tuple[tuple[int, str], ...]
"""The known words of a text in order, each with its offset."""
Found = TypeVar("Found")


def recalled(memory: dict[str, Found], text: str, find: Callable[[str], Found]) -> Found:
    """What ``find`` finds of ``text``, from ``memory`` where it was found before; all is forgotten when that is full. ``lru_cache`` around a method
    would hold whose method it is until Python looks for rings, which here is seldom: mining 10,000 reports took 297 MB with it and takes 254."""
    found = memory.get(text)
    if found is None:
        if len(memory) >= _TEXTS:
            memory.clear()
        found = memory[text] = find(text)
    return found


class Lexicon(Struct, frozen=True, dict=True):
    """Known words and how telling each is (0 to 1): 1 for a word of one phrase or office, less the more of them have it; ``lengths`` says how long
    those are that begin with a character, the longest first."""

    weights: Mapping[str, float]
    lengths: Mapping[str, Sequence[int]]

    @cached_property
    def _found(self) -> dict[str, Split]:
        return {}

    @classmethod
    def of(cls, *wordlists: Iterable[Iterable[str]]) -> Lexicon:
        """The words of two characters and more in ``wordlists``, each list one phrase's."""
        return cls.counted(Counter(w for lists in wordlists for words in lists for w in set(words)))

    @classmethod
    def counted(cls, counts: Mapping[str, int]) -> Lexicon:
        """Words with the number of phrases or offices that have each; those of one character, or with a comma, are left out."""
        weights = {w: 1 / (1 + math.log(max(1, n))) for w, n in counts.items() if len(w) > 1 and _COMMA not in w}
        lengths: defaultdict[str, set[int]] = defaultdict(set)
        for word in weights:
            lengths[word[0]].add(len(word))
        return cls(weights, {first: sorted(found, reverse=True) for first, found in lengths.items()})

    def had_by(self, share: float) -> float:
        """How telling a word is that ``share`` of those have who have the most widely used one, be they many or few."""
        return 1 / max(1.0, 1 / self._least + math.log(share))

    @cached_property
    def _least(self) -> float:
        """How telling the most widely used word is."""
        return min(self.weights.values(), default=1.0)

    def knowing(self, beginning: Callable[[Set[str]], Iterable[str]]) -> Lexicon:
        """This and further words, each as telling as one of one phrase; ``beginning`` says which begin with one of some characters."""
        return _Learning(dict(self.weights), dict(self.lengths), beginning)

    def words(self, text: str) -> tuple[str, ...]:
        """The known words of ``text`` in order, by forward maximum matching; what is unknown is passed over."""
        return tuple(word for _, word in self.split(text))

    def split(self, text: str) -> Split:
        """As ``words``, each with its offset. Each clause is looked through once, whatever it stands in: no word holds a comma."""
        return recalled(self._found, text, self._split)

    def _split(self, text: str) -> Split:
        return self._joined(text) if _COMMA in text else tuple(self._matched(text))

    def _joined(self, text: str) -> Split:
        found: list[tuple[int, str]] = []
        start = 0
        for clause in text.split(_COMMA):
            found += [(start + at, word) for at, word in self.split(clause)]
            start += len(clause) + 1
        return tuple(found)

    def _matched(self, text: str) -> Iterator[tuple[int, str]]:
        """At every place the longest known word that begins there, and on behind it; one character on where none does."""
        lengths, known, behind = self.lengths, self.weights, 0
        for at, first in enumerate(text):
            if at >= behind and first in lengths:
                for length in lengths[first]:
                    word = text[at : at + length]
                    if word in known:
                        yield at, word
                        behind = at + length
                        break


class _Learning(Lexicon, frozen=True, dict=True):
    """Learns further words when it meets a character that they begin with: a draft needs few of thousands, and reading all takes longer than it."""

    weights: dict[str, float]
    lengths: dict[str, Sequence[int]]
    beginning: Callable[[Set[str]], Iterable[str]]

    @cached_property
    def _met(self) -> set[str]:
        return set()

    def _split(self, text: str) -> Split:
        met = {*text} - self._met
        if met:
            self._met.update(met)
            self._learn([word for word in self.beginning(met) if len(word) > 1 and word not in self.weights])
        return super()._split(text)

    def _learn(self, words: Sequence[str]) -> None:
        self.weights.update(dict.fromkeys(words, 1.0))
        for word in words:
            known = self.lengths.get(word[0], ())
            if len(word) not in known:
                self.lengths[word[0]] = sorted((*known, len(word)), reverse=True)
