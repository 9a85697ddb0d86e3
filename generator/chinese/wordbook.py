"""Many words looked for at a place of a text: a pattern of them all would take longer to compile than a draft has to look for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct


class Wordbook(Struct, frozen=True, dict=True):
    """Words by the character that each begins with, longer ones first."""

    words: tuple[str, ...]

    def at(self, text: str, start: int) -> Iterator[str]:
        """Those that stand in ``text`` from ``start`` on, the longest first."""
        return (word for word in self._by_first.get(text[start : start + 1], ()) if text.startswith(word, start))

    @cached_property
    def _by_first(self) -> Mapping[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted({*self.words} - {""}, key=lambda w: (-len(w), w)):
            found[word[0]].append(word)
        return found
