"""What became of the clerk's facts in an edited draft, and which blanks were filled there and not in the facts file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from generator.compare.changes import Change
from generator.compare.sentences import Sentence
from generator.report import Blank, Inline, Inlines, Origin, OriginKind, plain

_EDGES = "。；，、：,;: "
_SPACE = re.compile(r"\s+")


class Fate(StrEnum):
    """What became of a fact; the values are what a user reads."""

    GONE = "没有了"
    ALTERED = "改动了"
    FILLED = "补上了"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the facts file that the edited draft no longer prints as given. ``origin`` has its path and line."""

    fate: Fate
    origin: Origin
    text: str


def fates(changes: Sequence[Change], new: Sequence[Sentence]) -> tuple[Fact, ...]:
    """Facts and blanks of the old side of ``changes`` that ``new`` does not hold to the letter, each once, by line.

    Empty where the old side was not drafted from a facts file: then nothing in it has a fact for its origin.
    """
    said = _SPACE.sub("", "".join(s.text for s in new))
    found = {fact for change in changes for fact in _of_change(change, said)}
    return tuple(sorted(found, key=lambda fact: (fact.origin.line, fact.origin.column, fact.text)))


def _of_change(change: Change, said: str) -> Iterator[Fact]:
    for n, sentence in enumerate(change.old):
        became = change.new[n] if change.new else None
        for place, inlines in groupby(sentence.inlines, key=_place):
            owed = tuple(inlines)
            origin = owed[0].origin
            fate = _fate(owed, became, said) if place else None
            if fate is not None and origin is not None:
                yield Fact(fate, origin, plain(owed).strip(_EDGES))


def _place(inline: Inline) -> tuple[bool, str] | tuple[()]:
    """What inlines of one fact have in common, blanks apart from words; empty for what is not the clerk's."""
    origin = inline.origin
    blank = isinstance(inline, Blank)
    if origin is None or origin.kind is not (OriginKind.BLANK if blank else OriginKind.FACT):
        return ()
    return blank, origin.path


def _fate(owed: Inlines, became: Sentence | None, said: str) -> Fate | None:
    if isinstance(owed[0], Blank):
        return Fate.FILLED if became is not None and owed[0].text not in became.text else None
    words = _SPACE.sub("", plain(owed).strip(_EDGES))
    if not words or words in said:
        return None
    return Fate.GONE if became is None else Fate.ALTERED
