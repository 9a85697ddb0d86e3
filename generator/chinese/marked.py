"""Text whose every character knows where it comes from: its place in the note, or the rule that supplied it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from msgspec import Struct

from generator.chinese.forms import Rule

Mark = tuple[str, "int | Rule"]
Marked = tuple[Mark, ...]


class Run(Struct, frozen=True):
    """A run of a completed note: the clerk's characters from ``start`` on or, with a ``rule``, words that it supplied."""

    text: str
    start: int = 0
    rule: Rule | None = None


def marked(text: str, start: int) -> Marked:
    """``text`` as it stands in the note from ``start`` on."""
    return tuple(zip(text, count(start)))


def supplied(text: str, rule: Rule) -> Marked:
    """``text`` as ``rule`` supplies it."""
    return tuple((c, rule) for c in text)


def text_of(piece: Marked) -> str:
    return "".join([c for c, _ in piece])


def own(piece: Marked) -> Marked:
    """``piece`` without what was supplied."""
    return tuple(mark for mark in piece if isinstance(mark[1], int))


def first_place(piece: Marked) -> int:
    """The first place in the note that ``piece`` comes from."""
    return min(source for _, source in piece if isinstance(source, int))


def runs(piece: Marked) -> Iterator[Run]:
    """Neighbouring characters of one source as one run."""
    start = 0
    for end in range(1, len(piece) + 1):
        if end == len(piece) or not _follows(piece[end - 1], piece[end]):
            text, source = text_of(piece[start:end]), piece[start][1]
            yield Run(text, source) if isinstance(source, int) else Run(text, rule=source)
            start = end


def _follows(before: Mark, after: Mark) -> bool:
    one, other = before[1], after[1]
    return other == one + 1 if isinstance(one, int) and isinstance(other, int) else one is other
