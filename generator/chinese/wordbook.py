"""Many words looked for at a place of a text: a pattern of them all would take longer to compile than a draft has to look for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct


def opens(text: str, words: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether ``text`` opens with one of ``words`` and does not go on with what makes another word of it: 再 but not 再生 ({"再": ("生",)})."""
    return any(text.startswith(word) and not text.startswith(but, len(word)) for word, but in words.items())


class Wordbook(Struct, frozen=True, dict=True):
    """Words by the character that each begins with, longer ones first."""

    words: tuple[str, ...]

    def at(self, text: str, start: int) -> Iterator[str]:
        """Those that stand in ``text`` from ``start`` on, the longest first."""
        return (word for word in self._by_first.get(text[start : start + 1], ()) if text.startswith(word, start))

    def replaced(self, text: str, by: str) -> str:
        """``text`` with ``by`` for each of the words that stands in it."""
        out, at = [], 0
        while at < len(text):
            word = next(self.at(text, at), "")
            out.append(by if word else text[at])
            at += len(word) or 1
        return "".join(out)

    @cached_property
    def _by_first(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted({*self.words} - {""}, key=lambda w: (-len(w), w)):
            found[word[0]].append(word)
        return found
