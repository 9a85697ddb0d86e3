"""What a version says, to be searched for a fact's words: without stops and spaces, full width and half width alike, no figure within another."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from msgspec import Struct

from generator.compare.ranges import alike
from generator.compare.sentences import Sentence
from generator.compare.words import NUMERALS, joined

_BETWEEN = "\n"
_TO = "~"
"""A sign that is no stop: it stays, and 3—5 is not 35."""
_BELOW_NOTHING, _BELOW = re.compile(r"(?<![\dA-Za-z%％)）~])[-−](?=\d)"), "∸"
"""A figure below nothing, and the sign that says so, which is no stop either: -3% is not 3%."""
_STOP_IN_FIGURE = re.compile(r"(?<=\d)(?:[.,:/-]| +)(?=\d)")
"""What parts the digits of a figure stays: 3 26 is neither 326 nor 26."""


def bare(text: str) -> str:
    """``text`` without stops, spaces and signs that print nothing, but for what stands within a figure (1.5, 12:30); 1,200 is 1200, and whatever
    stands between two figures, from one to the other, one sign."""
    plain = "".join(c if unicodedata.category(c) == "No" else unicodedata.normalize("NFKC", c) for c in text)
    plain = _BELOW_NOTHING.sub(_BELOW, alike(joined(plain), _TO))
    inside = {m.start() for m in _STOP_IN_FIGURE.finditer(plain)}
    return "".join(c for n, c in enumerate(plain) if n in inside or unicodedata.category(c)[0] not in "PZC" or c in "%‰")


class Version(Struct, frozen=True, dict=True):
    """The sentences of a version and their bare words."""

    sentences: tuple[Sentence, ...]

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Version:
        return cls(tuple(sentences))

    def holders(self, words: str) -> list[int]:
        """The numbers of the sentences that hold the bare ``words``, none of their figures being part of a longer one."""
        text = self._text
        return list(dict.fromkeys(bisect_right(self._starts, at) - 1 for at in _found(text, words)))

    def holds_across(self, words: str) -> bool:
        """Whether ``words`` stand there with the end of a sentence in them."""
        return next(_found(self._run_on, words), None) is not None

    def index(self, sentence: Sentence) -> int:
        """The number of ``sentence``, this very one."""
        return self._numbers[id(sentence)]

    @cached_property
    def _numbers(self) -> dict[int, int]:
        return {id(sentence): n for n, sentence in enumerate(self.sentences)}

    @cached_property
    def _bare(self) -> list[str]:
        return [bare(sentence.text) for sentence in self.sentences]

    @cached_property
    def _text(self) -> str:
        return _BETWEEN.join(self._bare)

    @cached_property
    def _run_on(self) -> str:
        return "".join(self._bare)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(words) + len(_BETWEEN) for words in self._bare)][:-1]


def times(text: str, words: str) -> int:
    """How often the bare ``words`` stand in the bare ``text``, none of their figures being part of a longer one."""
    return sum(1 for _ in _found(text, words))


def _found(text: str, words: str) -> Iterator[int]:
    """Where ``words`` stand in ``text`` as they are: 12名 does not stand in 312名."""
    at = text.find(words)
    while at >= 0:
        if not (_continues(text[max(0, at - 1) : at], words[0]) or _continues(words[-1], text[at + len(words) : at + len(words) + 1])):
            yield at
        at = text.find(words, at + 1)


def _continues(one: str, other: str) -> bool:
    """Whether two neighbouring characters belong to one figure."""
    if not one or not other:
        return False
    digits = ((one.isdigit() or one in f"., {_TO}") and other.isdigit()) or (one.isdigit() and other in "., ")
    return digits or (one in NUMERALS and other in NUMERALS)
