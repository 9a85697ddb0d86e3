"""A past report as what it says: the blocks of what was done with their points, the problems, the plans.

This is where a report is read for what it states, be it to make this year's facts file of it or to hold this year's against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.reading.headings import own_roles
from generator.reading.points import LONGEST_LEAD
from generator.recall.ahead import AHEAD, Ahead
from generator.recall.heads import is_count, opening_head
from generator.recall.passing import with_ahead
from generator.recall.pieces import STOPS, PastPoint, head_of, headed, leads_on, line_of, line_of_words, point_of, said_under
from generator.recall.statements import Ear, Statement, Told
from generator.report import Block, Paragraph, Point, Report, Role, Section, plain, sliced

__all__ = ["Past", "PastBlock", "PastPoint", "asking", "past_of"]


class PastBlock(Struct, frozen=True):
    """A block of what was done, under its ``head`` (empty: none): what it states outside its points, and these; ``topic`` its 主题, where
    a facts file gives it."""

    head: str
    line: int
    statements: tuple[Statement, ...] = ()
    points: tuple[PastPoint, ...] = ()
    topic: str = ""


class Past(Struct, frozen=True):
    """What ``report`` says, in its order. ``aside`` are the paragraphs that lead from one part to the next."""

    report: Report
    practices: tuple[PastBlock, ...] = ()
    problems: tuple[PastPoint, ...] = ()
    plans: tuple[PastPoint, ...] = ()
    aside: tuple[str, ...] = ()


def past_of(report: Report, ear: Ear) -> Past:
    """What ``report`` says, told apart from its formula by ``ear``. Total: any report says something, if only aside."""
    report = with_ahead(report)
    unnamed = sum(not _names_part(section) for section in report.sections)
    chapters = [_Chapter(section, ear, _names_part(section) or unnamed == 1) for section in report.sections]
    return Past(
        report,
        tuple(block for chapter in chapters if chapter.looks_back for block in chapter.blocks()),
        tuple(point for chapter in chapters for point in Ahead(chapter.section, ear).answers(Role.PROBLEM)),
        tuple(point for chapter in chapters for point in Ahead(chapter.section, ear).answers(Role.PLAN) if not _signs(point, report)),
        tuple(text for chapter in chapters for text in chapter.aside()),
    )


def _signs(point: PastPoint, report: Report) -> bool:
    """Whether what stands last is who reports: without a date below it nothing else tells."""
    return len(point.said) >= _SHORTEST_NAME and point.said[-1] not in STOPS and plain(report.title).startswith(point.said)


_SHORTEST_NAME = 4


def _names_part(section: Section) -> bool:
    """Whether the title is that of a part of the report (主要做法), and not of a block of the work."""
    return bool(own_roles(plain(section.title)) or section.roles & AHEAD)


def asking(past: Past) -> Past:
    """``past`` with all that it says of what was done, formula left out, to be asked for: that of which no rule says that it was done in that year
    is confirmed or struck out, too."""
    blocks = (
        replace(b, statements=_asked(b.statements), points=tuple(replace(p, statements=_asked(p.statements)) for p in b.points))
        for b in past.practices
    )
    return replace(past, practices=tuple(blocks))


def _asked(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    return tuple(replace(s, told=Told.FACT) if s.told is Told.OWN else s for s in statements)


class _Chapter(Struct, frozen=True):
    """A top section. One that names neither problems nor plans tells what was done; ``is_part``: its blocks stand below it, else it is one."""

    section: Section
    ear: Ear
    is_part: bool

    @property
    def looks_back(self) -> bool:
        return not self.section.roles & AHEAD

    # --- what was done ---

    def blocks(self) -> Iterator[PastBlock]:
        """The blocks: the sections below a part, else its points where they have heads, else the chapter itself. Facts that stand beside them are a
        block without a head."""
        section = self.section
        if section.sections and self.is_part:
            loose = tuple(s for block in section.blocks for s in self.ear.statements(block.inlines))
            yield from (*_headless(loose), *(self._block(below) for below in section.sections))
        elif self._is_of_points:
            loose, points = self._sorted(section)
            yield from (*_headless(loose), *(PastBlock(p.head, p.line, p.statements) for p in points))
        else:
            yield self._block(section)

    @property
    def _is_of_points(self) -> bool:
        """Whether its points are the blocks."""
        section = self.section
        return _names_part(section) and not section.sections and sum(bool(p.lead) for p in section.points) > 1

    def _block(self, section: Section) -> PastBlock:
        """A block; without points, a first sentence that counts is a fact of it and no head, and one that heads its only paragraph makes it a
        point."""
        loose, points = self._sorted(section)
        named = section is not self.section or not _names_part(section)
        if points or section.sections:
            return PastBlock(head_of(section.title) if named else "", line_of(section), loose, (*points, *self._below(section.sections)))
        if named and section.run_in and self._is_count(section):
            return PastBlock("", line_of(section), (*self.ear.statements(section.title), *loose))
        alone = tuple(self._alone(section.blocks)) if named else ()
        return PastBlock(head_of(section.title) if named else "", line_of(section), () if alone else loose, alone)

    def _is_count(self, section: Section) -> bool:
        """Whether the head of ``section`` says how much was done, and is none."""
        return is_count(plain(section.title), self.ear.vocabulary.persons)

    def _alone(self, blocks: Sequence[Block]) -> Iterator[PastPoint]:
        """The point that the only paragraph of a block is, where its first sentence heads the rest: a single point has no number, or no second."""
        text = plain(blocks[0].inlines) if len(blocks) == 1 else ""
        start = len(_LONE) if text.startswith(_LONE) else 0
        end = start + opening_head(text[start:], self.ear.vocabulary.persons, marked=start > 0)
        if end > start and all(s.told is Told.OWN for s in self.ear.statements(sliced(blocks[0].inlines, start, end))):
            stated = self.ear.statements(sliced(blocks[0].inlines, end, len(text)))
            yield PastPoint(text[start:end].strip(STOPS), line_of_words(blocks[0].inlines), text[start:], stated)
        elif start:
            stated = self.ear.statements(sliced(blocks[0].inlines, start, len(text)))
            yield PastPoint("", line_of_words(blocks[0].inlines), text[start:], stated)

    def _below(self, sections: Sequence[Section]) -> Iterator[PastPoint]:
        """Sections within a block as points of it, and what they hold behind them; a numbered sentence that counts and heads nothing is no head."""
        for section in sections:
            loose, points = self._sorted(section)
            title = self.ear.statements(section.title)
            if self._is_count(section) or (any(s.values for s in title) and not (section.blocks or section.sections)):
                yield PastPoint("", line_of(section), said_under(section.title, section.blocks), (*title, *loose))
                yield from points
                yield from self._below(section.sections)
                continue
            yield PastPoint(head_of(section.title), line_of(section), said_under(section.title, section.blocks), loose)
            yield from points
            yield from self._below(section.sections)

    def _sorted(self, section: Section) -> tuple[tuple[Statement, ...], tuple[PastPoint, ...]]:
        """What stands outside the points of ``section``, and the points; a paragraph between two points goes on with the first, and one behind a
        point that is only a head says what stands under it."""
        loose: list[Statement] = []
        points: list[PastPoint] = []
        last = max((i for i, block in enumerate(section.blocks) if isinstance(block, Point)), default=0)
        for i, block in enumerate(section.blocks):
            if isinstance(block, Point):
                points.append(headed(point_of(block, self.ear)))
            elif points and (i < last or _is_head(points[-1])):
                points[-1] = self._longer(points[-1], block)
            else:
                loose.extend(self.ear.statements(block.inlines, running=True))
        return tuple(loose), tuple(points)

    def _longer(self, point: PastPoint, paragraph: Paragraph) -> PastPoint:
        more = self.ear.statements(paragraph.inlines)
        if _is_head(point):
            return replace(point, head=point.said.strip(STOPS), said=point.said + plain(paragraph.inlines), statements=more)
        return replace(point, said=point.said + plain(paragraph.inlines), statements=point.statements + more)

    def aside(self) -> Iterator[str]:
        """The paragraphs beside the points or sections of a chapter; of one whose points are the blocks, those that say more than facts."""
        section = self.section
        if self.looks_back and self._is_of_points:
            points = [i for i, block in enumerate(section.blocks) if isinstance(block, Point)]
            beside = (b for i, b in enumerate(section.blocks) if not points[0] <= i <= points[-1])
            yield from (plain(b.inlines) for b in beside if any(_says_more(s) for s in self.ear.statements(b.inlines)))
        elif section.sections or section.points:
            yield from (plain(b.inlines) for b in section.blocks if isinstance(b, Paragraph) and (section.sections or not self.looks_back))
        elif not self.looks_back:
            yield from (plain(b.inlines) for b in section.blocks if leads_on(b))


def _says_more(statement: Statement) -> bool:
    """Whether ``statement`` is kept though it is no fact."""
    return statement.told is Told.OWN or statement.sounds


_LONE = "一是"


def _headless(loose: tuple[Statement, ...]) -> Iterator[PastBlock]:
    facts = tuple(s for s in loose if s.told is Told.FACT)
    if facts:
        yield PastBlock("", facts[0].line, facts)


def _is_head(point: PastPoint) -> bool:
    """Whether ``point`` is one short sentence that states nothing: its head, on a line of its own."""
    return not (point.head or point.facts) and len(point.said) <= LONGEST_LEAD
