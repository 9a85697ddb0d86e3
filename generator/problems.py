"""Located problems: a named source text, a place in it, a problem with a hint, and the one exception loaders raise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from functools import cached_property, lru_cache
from itertools import accumulate

from msgspec import Struct

from generator.printable import printable


class Severity(StrEnum):
    """How much a problem weighs; the values are what a user reads."""

    ERROR = "错误"
    WARNING = "注意"
    HINT = "提示"


class Place(Struct, frozen=True, order=True):
    """A place in a named text: ``path`` as the user gave it, 1-based line and column (0: the text as a whole)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])


class Source(Struct, frozen=True, dict=True):
    """A text and the name it goes by in messages."""

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n")[:-1])]

    def place(self, offset: int) -> Place:
        """The place of the character at ``offset`` (0-based, in code points)."""
        line = bisect_right(self._line_starts, offset)
        return Place(self.name, line, offset - self._line_starts[line - 1] + 1)

    def offset(self, place: Place) -> int:
        """The offset of the character at ``place``, a line and column of this text."""
        return self._line_starts[place.line - 1] + place.column - 1


MISSING_KEY = "missing-key"
"""The code of a problem that names the ``keys`` a file lacks."""
UNKNOWN_KEY = "unknown-key"
"""The code of a problem that names the one of ``keys`` that nobody reads there."""


class Problem(Struct, frozen=True, order=True):
    """What is wrong, where, and what to do about it. ``code`` is a short stable English name, the rest is Chinese; ``keys`` are those of the file
    that are missing, of which any would do, or the one that is not known."""

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    keys: tuple[str, ...] = ()

    def __str__(self) -> str:
        said = printable(f"{self.place}: {self.severity}：{self.message}")
        return f"{said}\n    {printable(self.hint)}" if self.hint else said


class Faults(Exception):
    """Raised by loaders of configuration (facts, template, bank, style), once, with every fault found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def fault(path: object, code: str, message: str, hint: str = "") -> Faults:
    """The one thing that is wrong with the file, folder or argument at ``path`` as a whole."""
    return Faults([Problem(Place(str(path)), code, message, hint)])


@contextmanager
def gathered(problems: list[Problem]) -> Iterator[None]:
    """``Faults`` that are raised within go into ``problems``, so that the rest is looked at too."""
    try:
        yield
    except Faults as faults:
        problems.extend(faults.problems)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that a mistyped ``word`` most likely means, or None where none is near.

    Chinese keys are two or three characters long, so one character in common already counts.
    """
    return _nearest(word, tuple(known))


@lru_cache(maxsize=1 << 10)
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    """As ``nearest``. Each word is compared once: many facts files have the same keys and topics."""
    import difflib  # for a slip alone

    found = difflib.get_close_matches(word, known, n=1, cutoff=0.5 if len(word) <= 4 else 0.6)
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """The hint for a ``word`` that is none of ``known``: the nearest of them; where none is near, ``otherwise``, or all there are."""
    names = list(known)
    near = nearest(word, names)
    if near is not None:
        return f"是不是“{near}”？"
    return "可用：" + "、".join(names) if otherwise is None else otherwise
