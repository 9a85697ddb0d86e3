"""Many words looked for at a place of a text: a pattern of them all would take longer to compile than a draft has to look for them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct, field


class Wordbook(Struct, frozen=True, dict=True):
    """Words by the character that each begins with, longer ones first; ``but`` is what makes another word of one (再 and not 再生)."""

    words: tuple[str, ...]
    but: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def at(self, text: str, start: int) -> Iterator[str]:
        """Those that stand in ``text`` from ``start`` on, the longest first."""
        found = (word for word in self._by_first.get(text[start : start + 1], ()) if text.startswith(word, start))
        return (word for word in found if not text.startswith(self.but.get(word, ()), start + len(word))) if self.but else found

    def opens(self, text: str, start: int = 0) -> bool:
        """Whether one of them stands there."""
        return any(True for _ in self.at(text, start))

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
