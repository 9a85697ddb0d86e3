"""What blocks, problems and plans of a past report are made of: points, each with its head and what it states."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.patterns import late
from generator.reading.points import LONGEST_LEAD
from generator.recall.heads import is_count
from generator.recall.statements import Ear, Statement, Told
from generator.report import Block, Inlines, Point, Section, plain


class PastPoint(Struct, frozen=True):
    """A point, a problem or a plan: its ``head`` without its stop (empty: it has none) and what it states. ``said`` is all of it as printed, its
    label left out, ``line`` where it begins; ``topic`` its 主题, where a facts file gives it."""

    head: str
    line: int
    said: str
    statements: tuple[Statement, ...] = ()
    topic: str = ""

    @property
    def facts(self) -> tuple[Statement, ...]:
        return tuple(s for s in self.statements if s.told is Told.FACT)


def point_of(point: Point, ear: Ear) -> PastPoint:
    """``point`` as what it says; a first sentence that counts is a fact and no head."""
    if is_count(plain(point.lead), ear.vocabulary.persons):
        return PastPoint("", line_of(point), plain(point.lead + point.body), ear.statements(point.lead + point.body))
    stated = ear.statements(point.body)
    named = _NAMES_SUBJECT.fullmatch(stated[0].text) if stated and not point.lead else None
    head, stated = (named[1], stated[1:]) if named else (head_of(point.lead), stated)
    return PastPoint(head, line_of(point), plain(point.lead + point.body), stated)


def headed(point: PastPoint) -> PastPoint:
    """``point`` of what was done; a short one without a head that states nothing is a head without more."""
    states = point.head or len(point.said) > LONGEST_LEAD or any(s.told is not Told.FORMULA for s in point.statements)
    return point if states else replace(point, head=point.said.strip(STOPS), statements=())


_NAMES_SUBJECT = late("([^，]{2,16})方面")
"""A first clause that only says what the point is about: its head in the same sentence."""


def leads_on(block: Block) -> bool:
    """Whether ``block`` only leads on to what follows."""
    return plain(block.inlines).rstrip().endswith(COLONS)


COLONS = ("：", ":")

STOPS = "。；：，:; \u3000"


def head_of(inlines: Inlines) -> str:
    """``inlines`` as a head: without the stop."""
    return plain(inlines).strip(STOPS)


def said_under(title: Inlines, blocks: Sequence[Block]) -> str:
    """All that a section of ``title`` says."""
    text = "".join(plain(block.inlines) for block in blocks)
    return f"{head_of(title)}。{text}" if text and title else head_of(title) + text


def line_of(part: Section | Point) -> int:
    """The line of the report on which ``part`` begins."""
    if isinstance(part, Section):
        return line_of_words(part.title or next((block.inlines for block in part.blocks), ()))
    return line_of_words(part.inlines)


def line_of_words(inlines: Inlines) -> int:
    """The line on which ``inlines`` begin; 0: not known."""
    return next((i.origin.line for i in inlines if i.origin is not None), 0)
