"""What the unit printed before, and which wordings come too near to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.bank.phrase import SLOT, Phrase
from generator.compose.said import han
from generator.patterns import late

_RUN = 8
_SHORTEST = 5
_BLANKS = late(r"[ \t\u3000]+")


class Past(Struct, frozen=True):
    """Earlier reports as wording to keep away from. Empty: nothing to keep away from."""

    text: str = ""
    runs: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    printed: str = ""

    @classmethod
    def of(cls, texts: Iterable[str], fixed: Iterable[str] = ()) -> Past:
        """From the texts of earlier reports; ``fixed`` are set wordings and names, which may come again."""
        kept = list(texts)
        bare = "\n".join(map(han, kept))
        return cls(bare, frozenset(_runs(bare)), frozenset(run for f in fixed for run in _runs(han(f))), "\n".join(map(_closed, kept)))

    def holds(self, phrase: Phrase) -> bool:
        """Whether the phrase's own words were printed before: eight characters in a row, or all of a shorter one."""
        return bool(self.text) and any(self._printed(han(piece)) for piece in SLOT.split(phrase.text)[::2])

    def counts(self, words: str) -> bool:
        """Whether ``words`` stand there figure by figure, blanks aside."""
        return bool(self.printed) and _closed(words) in self.printed

    def contains(self, words: str) -> bool:
        """Whether the Han characters ``words`` stand there in a row, and are more than names and set wordings."""
        return words in self.text and any(run not in self.fixed for run in _runs(words))

    def _printed(self, words: str) -> bool:
        if len(words) < _RUN:
            return len(words) >= _SHORTEST and words in self.text
        return any(run in self.runs and run not in self.fixed for run in _runs(words))


NOTHING_PAST = Past()


def _closed(text: str) -> str:
    return _BLANKS.sub("", text)


def _runs(text: str) -> Iterator[str]:
    return (text[i : i + _RUN] for i in range(len(text) - _RUN + 1))
