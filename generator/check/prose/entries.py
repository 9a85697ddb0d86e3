"""What the word lists hold: one kind of entry for each file of ``phrasebank/检查/``."""

from __future__ import annotations

from msgspec import Struct

from generator.chinese.months import Month


class FixedSet(Struct, frozen=True):
    """A set of wordings with a fixed membership and order, from ``since``, the month in which it became what it is, to ``until``, where that is over.

    ``spared`` are members without which it is told as well, ``also`` what may stand in the place of one.
    """

    name: str
    members: tuple[str, ...]
    since: Month
    source: str
    until: Month | None = None
    spared: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


class Swap(Struct, frozen=True):
    """A wording that is wrong wherever it stands, but inside one of ``but``, and what it should be."""

    wrong: str
    right: str
    source: str
    but: tuple[str, ...] = ()


class Idiom(Struct, frozen=True):
    """A fixed wording of four characters; ``also`` are wordings one character off that are right."""

    word: str
    source: str
    also: tuple[str, ...] = ()


class Tangle(Struct, frozen=True):
    """Two constructions run together: one of ``first`` and, later in the same clause or sentence, one of ``then``; ``but`` between excuses it."""

    first: tuple[str, ...]
    then: tuple[str, ...]
    why: str
    within: str
    source: str
    but: tuple[str, ...] = ()


class Measured(Struct, frozen=True):
    """A noun and the measure words that do not count it."""

    noun: str
    never: tuple[str, ...]
    source: str


class Misheard(Struct, frozen=True):
    """A character typed for a measure word of the same sound; ``nouns`` are the things it is wrong for (none: it counts nothing at all)."""

    wrong: str
    right: str
    nouns: tuple[str, ...]
    source: str


class Ranked(Struct, frozen=True):
    """Bodies or posts, each of ``first`` higher than each of ``second``."""

    first: tuple[str, ...]
    second: tuple[str, ...]
    source: str


class Worn(Struct, frozen=True):
    """A word that wears thin: how many a thousand characters may hold."""

    word: str
    most: int
    source: str


class Rate(Struct, frozen=True):
    """A rate that cannot exceed 100 per cent; ``done`` are the verbs whose count is its numerator."""

    name: str
    done: tuple[str, ...]
    source: str


class Handled(Struct, frozen=True):
    """What comes in and what is done about it, as verbs: no more can be done than came in."""

    came: tuple[str, ...]
    done: tuple[str, ...]
    source: str


class Dated(Struct, frozen=True):
    """What happened in ``year``, by the names it goes by."""

    names: tuple[str, ...]
    year: int
    source: str


class Plan(Struct, frozen=True):
    """A five-year plan and its first and last year."""

    name: str
    first: int
    last: int
    source: str


class Moved(Struct, frozen=True):
    """Verbs that say of two figures that the second is the higher (``up``), or the lower (``down``)."""

    up: tuple[str, ...]
    down: tuple[str, ...]
    source: str


class Body(Struct, frozen=True):
    """Bodies that a unit consists of, by their names; ``heads`` are those who lead one each."""

    names: tuple[str, ...]
    heads: tuple[str, ...]
    source: str


NUMERALS = "一二两三四五六七八九十双"
"""Characters that count in a name."""


class Counted(Struct, frozen=True):
    """A name that holds a number, the verbs that usually stand before it, and what looks like it and is right (``but``)."""

    name: str
    verbs: tuple[str, ...]
    source: str
    but: tuple[str, ...] = ()


class Promised(Struct, frozen=True):
    """A matter that heads name, and the other words by which the text under them speaks of it (``also``)."""

    word: str
    also: tuple[str, ...]
    source: str


class Day(Struct, frozen=True):
    """A day by the names of what falls on it: every year, or in ``year`` alone (0: every year)."""

    names: tuple[str, ...]
    year: int
    month: int
    day: int
    source: str


class Uncounted(Struct, frozen=True):
    """A noun and the measure words that at the end of a clause can only have lost their number behind it."""

    noun: str
    measures: tuple[str, ...]
    source: str


class Slot(Struct, frozen=True):
    """A place between one of ``before`` and one of ``after`` that the words ``right`` alone fill."""

    before: tuple[str, ...]
    right: tuple[str, ...]
    after: tuple[str, ...]
    source: str


class Confused(Struct, frozen=True):
    """Words taken for each other: ``wrong`` directly behind one of ``before``, or directly before one of ``after``, should be ``right``;

    so should a verb ``wrong`` in a clause that ends with one of ``ends``, its object.
    """

    wrong: str
    right: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    source: str
    but: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()


class Frame(Struct, frozen=True):
    """A construction of two halves (统一到…上来): behind ``first`` a clause that ends with one of ``ends`` ends with one of ``then`` instead.

    ``opening``: only where ``first`` opens its clause. One of ``but`` within the clause excuses it.
    """

    first: tuple[str, ...]
    ends: tuple[str, ...]
    then: tuple[str, ...]
    source: str
    opening: bool = False
    but: tuple[str, ...] = ()


class Linked(Struct, frozen=True):
    """A conjunction that asks for another: behind one of ``first`` comes one of ``then``.

    It comes in the same sentence or paragraph (``within``); a ``first`` that is part of one of ``but`` asks for nothing.
    """

    first: tuple[str, ...]
    then: tuple[str, ...]
    within: str
    source: str
    but: tuple[str, ...] = ()


class Sounded(Struct, frozen=True):
    """Words of two characters that begin alike, each with what it looks like with one of them another of the same sound or shape."""

    words: tuple[tuple[str, ...], ...]
    source: str


class Residue(Struct, frozen=True):
    """What is no word of a report, of a ``kind``: one of ``first``, and where ``then`` is given, one of those behind it in the same sentence."""

    kind: str
    first: tuple[str, ...]
    then: tuple[str, ...]
    source: str
