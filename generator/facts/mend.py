"""Mending in memory: so that one slip does not hide the faults after it, while every place stays the place in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from generator.problems import Faults, Place, Problem, Source
from generator.yamlfile import Mapping, Node, compose, unreadable_character

_MOST_SYNTAX_FAULTS = 40
_BREAKS = re.compile("\r\n?")
# What YAML takes for a line break and an editor does not, and what it refuses altogether.
_STRAY = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Replace ``length`` characters at ``offset`` by ``text``; neither holds a line break."""

    offset: int
    length: int
    text: str


def clean(source: Source) -> Source:
    """``source`` without byte order mark, its lines ended by newlines."""
    return Source(source.name, _BREAKS.sub("\n", source.text.removeprefix("\ufeff")))


def strays(source: Source) -> tuple[list[Problem], list[Edit]]:
    """Control characters that a paste brought along, each a fault and to be read as a space."""
    found = list(_STRAY.finditer(source.text))
    return [unreadable_character(source, m.start()) for m in found], [Edit(m.start(), 1, " ") for m in found]


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


@dataclass(frozen=True, slots=True)
class Removed:
    """The lines on which YAML stopped: what is missing only because they were left out is no fault of its own."""

    lines: tuple[tuple[int, str], ...] = ()

    def explains(self, problem: Problem) -> bool:
        names = re.findall("“(.+?)”", problem.message)
        if problem.code == "missing-key":
            return any(name in text for _, text in self.lines for name in names)
        return problem.code in ("not-record", "not-text") and any(0 < line - problem.place.line <= 1 for line, _ in self.lines)


def compose_all(source: Source) -> tuple[Node, tuple[Problem, ...], Removed]:
    """The tree of ``source`` without the lines on which YAML stops, those faults and all that ``compose`` reports, and those lines."""
    lines = source.text.split("\n")
    faults: list[Problem] = []
    removed: list[tuple[int, str]] = []
    while len(faults) < _MOST_SYNTAX_FAULTS:
        try:
            node, problems = compose(Source(source.name, "\n".join(lines)))
        except Faults as stop:
            at = _culprit(lines, stop.problems[0].place.line)
            faults.append(_seen(stop.problems[0], removed))
            removed += _remove_block(lines, at)
            if not any(line.strip() for line in lines):
                break
            continue
        return node, (*faults, *problems), Removed(tuple(removed))
    return Mapping((), Place(source.name, 1, 1)), tuple(faults), Removed(((1, source.text),))


def _seen(problem: Problem, removed: list[tuple[int, str]]) -> Problem:
    """A second stop inside a block that is gone already belongs to the stop before it."""
    return problem if all(line != problem.place.line for line, _ in removed) else replace(problem, place=Place(problem.place.path, problem.place.line))


def _culprit(lines: list[str], line: int) -> int:
    """The index of the line to leave out: the reported one, or the last line with content before it."""
    index = min(max(line, 1), len(lines)) - 1
    return next((i for i in range(index, -1, -1) if _has_content(lines[i])), next((i for i, text in enumerate(lines) if text.strip()), index))


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _remove_block(lines: list[str], first: int) -> list[tuple[int, str]]:
    """Empty the line at index ``first`` and the deeper lines under it; what they said, by line number."""
    depth = _depth(lines[first])
    last = first + 1
    while last < len(lines) and (not lines[last].strip() or _depth(lines[last]) > depth):
        last += 1
    gone = [(i + 1, lines[i]) for i in range(first, last) if lines[i].strip()]
    lines[first:last] = [""] * (last - first)
    return gone


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
