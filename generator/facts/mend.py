"""Mending in memory: so that one slip does not hide the faults after it, while every place stays the place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator.patterns import late
from generator.printable import is_plain
from generator.problems import Place, Problem, Source
from generator.yamlfile import unreadable_character

_BREAKS = late("\r\n?")
_INVISIBLE = late(r"^[^\S\n]*(?:- +)*[^\s:：#]{0,6}?([\u200b-\u200f\u202a-\u202e\u2060]+)(?=-|[^\s:：#]{0,6}\s*[:：])", re.MULTILINE)
# What YAML takes for a line break and an editor does not, and what it refuses altogether.
_STRAY = late("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


class Edit(Struct, frozen=True, order=True):
    """Replace ``length`` characters at ``offset`` by ``text``; neither holds a line break."""

    offset: int
    length: int
    text: str


def clean(source: Source) -> Source:
    """``source`` without byte order mark, its lines ended by newlines."""
    return Source(source.name, _BREAKS.sub("\n", source.text.removeprefix("\ufeff")))


def strays(source: Source) -> tuple[list[Problem], list[Edit]]:
    """Characters that a paste brought along: control characters, to be read as spaces, and invisible ones in or before a key, as nothing."""
    if is_plain(source.text):  # as nearly all are
        return [], []
    controls = [m.start() for m in _STRAY.finditer(source.text)]
    hidden = [m.span(1) for m in _INVISIBLE.finditer(source.text)]
    problems = [unreadable_character(source, offset) for offset in controls]
    problems += [Problem(source.place(first), "invisible", "这里有看不见的字符", "删去这几个字，重新打一遍") for first, _ in hidden]
    edits = [Edit(offset, 1, " ") for offset in controls]
    return problems, edits + [Edit(first, last - first, "") for first, last in hidden]


class Mended:
    """``original`` with ``edits`` made: ``source`` to read on with, ``at_home`` to bring a problem back to its place in the file."""

    def __init__(self, original: Source, edits: Iterable[Edit]) -> None:
        self._original = original
        self._ends: list[int] = []
        self._originals: list[int] = []
        pieces: list[str] = []
        done = length = 0
        for edit in sorted(edits):
            if edit.offset < done:
                continue
            pieces += original.text[done : edit.offset], edit.text
            length += edit.offset - done
            self._mark(length, edit.offset)
            length += len(edit.text)
            done = edit.offset + edit.length
            self._mark(length, done)
        pieces.append(original.text[done:])
        self.source = Source(original.name, "".join(pieces))

    def _mark(self, mended: int, original: int) -> None:
        self._ends.append(mended)
        self._originals.append(original)

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.source.text))]

    def at_home(self, problem: Problem) -> Problem:
        """``problem`` of the mended text at its place in the original."""
        place = problem.place
        if not 1 <= place.line <= len(self._starts):
            return problem
        offset = self._starts[place.line - 1] + place.column - 1
        index = bisect_right(self._ends, offset) - 1
        home = self._original.place(self._originals[index] + offset - self._ends[index] if index >= 0 else offset)
        return replace(problem, place=home if home.line == place.line else Place(place.path, place.line, 1))
