"""Going on after a YAML syntax error: the line on which it stopped is set right or left out, and the rest is read."""

from __future__ import annotations

import re

from msgspec import Struct, field
from msgspec.structs import replace

from generator.facts.mend import Edit
from generator.problems import MISSING_KEY, Faults, Place, Problem, Source
from generator.yamlfile import Mapping, Node, composed, indent

_MOST_SYNTAX_FAULTS = 40


class Removed(Struct, frozen=True):
    """The lines on which YAML stopped: what is missing only because they were left out is no fault of its own."""

    lines: tuple[tuple[int, str], ...] = ()

    def explains(self, problem: Problem) -> bool:
        if problem.code == MISSING_KEY:
            return any(key in text for _, text in self.lines for key in problem.keys)
        return problem.code in ("not-record", "not-text") and any(0 < line - problem.place.line <= 1 for line, _ in self.lines)


class Recovered(Struct, frozen=True):
    """The tree of what could be read, every fault on the way to it, the lines left out, and the indents set right (as edits)."""

    node: Node
    problems: tuple[Problem, ...]
    removed: Removed = Removed()
    edits: tuple[Edit, ...] = ()


def compose_all(source: Source) -> Recovered:
    """The tree of ``source``, past every line on which YAML stops."""
    return _Recovery(source, source.text.split("\n")).run()


class _Recovery(Struct):
    source: Source
    lines: list[str]
    faults: list[Problem] = field(default_factory=list)
    removed: list[tuple[int, str]] = field(default_factory=list)
    indents: dict[int, int] = field(default_factory=dict)

    def run(self) -> Recovered:
        while len(self.faults) < _MOST_SYNTAX_FAULTS and any(map(_has_content, self.lines)):
            try:
                found = composed(self._text(self.lines))
            except Faults as stop:
                self._pass(stop.problems[0])
                continue
            return Recovered(found.node, (*self.faults, *found.problems), Removed(tuple(self.removed)), tuple(self._edits()))
        node = Mapping((), Place(self.source.name, 1, 1))
        everything = tuple(enumerate(self.source.text.split("\n"), 1)) if self.faults else ()
        return Recovered(node, tuple(self.faults), Removed(everything))

    def _text(self, lines: list[str]) -> Source:
        return Source(self.source.name, "\n".join(lines))

    def _pass(self, fault: Problem) -> None:
        at = self._culprit(fault.place.line)
        old = indent(self.lines[at])
        if at not in self.indents and self._reindent(at, fault.place.line):
            fault = _shifted(fault, at + 1, self.indents[at] - old)
        else:
            self.removed += _remove_block(self.lines, at)
        self.faults.append(fault)

    def _culprit(self, line: int) -> int:
        """The index of the line to set right: the reported one, or the last line with content before it."""
        index = min(max(line, 1), len(self.lines)) - 1
        order: tuple[int, ...] = (*range(index, -1, -1), *range(index, len(self.lines)))
        return next(i for i in order if _has_content(self.lines[i]))

    def _reindent(self, at: int, stopped: int) -> bool:
        """Move the line to the nearest level above it on which YAML gets further."""
        text = self.lines[at].lstrip(" ")
        old = indent(self.lines[at])
        for width in sorted(self._levels(at) - {old}, key=lambda w: abs(w - old))[:4]:
            moved = [*self.lines[:at], " " * width + text, *self.lines[at + 1 :]]
            if self._reach(moved) > stopped:
                self.lines = moved
                self.indents[at] = width
                return True
        return False

    def _levels(self, at: int) -> set[int]:
        above = [line for line in self.lines[:at] if _has_content(line)]
        dashed = {indent(line) + len(m[0]) for line in above if (m := re.match(r"(?:- +)+", line.lstrip(" ")))}
        return {*map(indent, above), *dashed}

    def _reach(self, lines: list[str]) -> int:
        """The line that YAML gets to."""
        try:
            composed(self._text(lines))
        except Faults as stop:
            return stop.problems[0].place.line
        return len(lines) + 1

    def _edits(self) -> list[Edit]:
        original = self.source.text.split("\n")
        starts = [0]
        for line in original:
            starts.append(starts[-1] + len(line) + 1)
        return [Edit(starts[at], indent(original[at]), " " * width) for at, width in self.indents.items()]


def _shifted(fault: Problem, line: int, by: int) -> Problem:
    """``fault`` where its line stands after it was moved: all places are in the text that is read in the end."""
    place = fault.place
    return replace(fault, place=Place(place.path, line, place.column + by)) if place.line == line else fault


def _has_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _remove_block(lines: list[str], first: int) -> list[tuple[int, str]]:
    """Empty the line at index ``first`` and the deeper lines under it; what they said, by line number."""
    depth = indent(lines[first])
    last = first + 1
    while last < len(lines) and (not lines[last].strip() or indent(lines[last]) > depth):
        last += 1
    gone = [(i + 1, lines[i]) for i in range(first, last) if lines[i].strip()]
    lines[first:last] = [""] * (last - first)
    return gone
