"""What may stand in a text: word lists are long, a paragraph holds hardly any of them, and each takes time to be looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")
_OPENING = 2
"""Characters of a word that are looked for first."""


class Likely(Generic[T]):
    """``things`` to be found by any of their ``words``, none of them empty."""

    def __init__(self, things: Iterable[T], words: Callable[[T], Iterable[str]]) -> None:
        self._things = tuple(things)
        self._opened: dict[str, set[int]] = {}
        for n, thing in enumerate(self._things):
            for word in words(thing):
                self._opened.setdefault(word[:_OPENING], set()).add(n)

    def of(self, text: str) -> list[T]:
        """The things, in their order, of whose words any may stand in ``text``: no other's does."""
        found = {n for opening in self._opened.keys() & _openings(text) for n in self._opened[opening]}
        return [self._things[n] for n in sorted(found)]


@lru_cache(maxsize=1 << 10)
def _openings(text: str) -> frozenset[str]:
    """What any word within ``text`` may begin with."""
    return frozenset(text[at : at + length] for length in range(1, _OPENING + 1) for at in range(len(text)))
