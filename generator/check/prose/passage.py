"""Passages: the printed paragraphs of a report as rules read them, each with the part it stands in and the way back to its file."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.patterns import worded
from generator.printed import Line, LineKind, lines
from generator.report import Inlines, Report, Role, Section, plain


class Part(StrEnum):
    """Where in a report a passage stands; the values are what a user reads."""

    TITLE = "标题"
    HEADING = "小标题"
    LEAD = "导语"
    PRACTICE = "做法"
    PROBLEM = "问题"
    PLAN = "打算"
    OTHER = "其他正文"
    CLOSING = "结语"
    FORMAL = "格式要素"


RUNNING = frozenset({Part.LEAD, Part.PRACTICE, Part.PROBLEM, Part.PLAN, Part.OTHER, Part.CLOSING})
"""The parts that are sentences."""
TOLD = RUNNING - {Part.PLAN}
"""The parts that tell of the period instead of what comes after it."""

MASK = "□"
"""Stands for each character that a rule is not to read."""


class Passage(Struct, frozen=True):
    """One printed paragraph. ``text`` is what a rule reads of it, masked where its scope says so; ``printed`` is what stands there.

    ``number`` counts passages from 0; ``trail`` are the headings above it; ``label`` is how many characters of it are a heading's number.
    """

    number: int
    part: Part
    text: str
    printed: str
    inlines: Inlines
    trail: tuple[str, ...] = ()
    section: Section | None = None
    label: int = 0

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column in the file of the character at ``offset``; 0 where that is not known."""
        at = self.label
        for inline in self.inlines:
            if offset < at + len(inline.text) and inline.origin is not None:
                return inline.origin.line, inline.origin.column + max(0, offset - at)
            at += len(inline.text)
        last = self.inlines[-1].origin if self.inlines else None
        return (last.line, last.column + len(self.inlines[-1].text)) if last else (0, 0)

    def masked(self, pairs: tuple[tuple[str, str], ...]) -> Passage:
        """The passage with what stands between each of ``pairs`` of marks covered."""
        text = _masked(self.printed, pairs) if pairs else self.text
        return self if text == self.text else replace(self, text=text)


@lru_cache(maxsize=4096)
def _masked(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for opener, closer in pairs:
        pattern = f"(?<={opener})[^{opener}{closer}]+(?={closer})"
        text = worded(pattern).sub(lambda m: MASK * len(m[0]), text)
    return text


def passages(report: Report) -> Iterator[Passage]:
    """The passages of ``report`` from title to date."""
    trail: tuple[str, ...] = ()
    opened = False
    for number, line in enumerate(lines(report)):
        if line.level:
            trail = (*trail[: line.level - 1], line.number + plain(line.section.title if line.section else ()))
        opened = opened or line.section is not None
        yield Passage(number, _part(line, opened), line.text, line.text, line.inlines, trail, line.section, len(line.number))


_ROLES = (
    (Role.PLAN, Part.PLAN),
    (Role.PROBLEM, Part.PROBLEM),
    (Role.CAUSE, Part.PROBLEM),
    (Role.PRACTICE, Part.PRACTICE),
    (Role.RESULT, Part.PRACTICE),
)


def _part(line: Line, opened: bool) -> Part:
    if line.kind is LineKind.TITLE:
        return Part.TITLE
    if not line.kind.running:
        return Part.FORMAL
    if line.kind is LineKind.HEADING:
        return Part.HEADING
    if line.section is None:
        return Part.CLOSING if opened else Part.LEAD
    roles = line.section.roles
    if {Role.PLAN, Role.PROBLEM} <= roles:
        return Part.OTHER
    return next((part for role, part in _ROLES if role in roles), Part.OTHER)
