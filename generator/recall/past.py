"""A past report as what it says: the blocks of what was done with their points, the problems, the plans.

This is where a report is read for what it states, be it to make this year's facts file of it or to hold this year's against it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.chinese.punctuation import clauses
from generator.patterns import late
from generator.reading.headings import own_roles
from generator.reading.points import LONGEST_LEAD
from generator.recall.statements import Ear, Statement, Told
from generator.report import Block, Inlines, Paragraph, Point, Report, Role, Section, plain, sliced


@dataclass(frozen=True, slots=True)
class PastPoint:
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


@dataclass(frozen=True, slots=True)
class PastBlock:
    """A block of what was done, under its ``head`` (empty: none): what it states outside its points, and these; ``topic`` as above."""

    head: str
    line: int
    statements: tuple[Statement, ...] = ()
    points: tuple[PastPoint, ...] = ()
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Past:
    """What ``report`` says, in its order. ``aside`` are the paragraphs that lead from one part to the next."""

    report: Report
    practices: tuple[PastBlock, ...] = ()
    problems: tuple[PastPoint, ...] = ()
    plans: tuple[PastPoint, ...] = ()
    aside: tuple[str, ...] = ()


def past_of(report: Report, ear: Ear) -> Past:
    """What ``report`` says, told apart from its formula by ``ear``. Total: any report says something, if only aside."""
    unnamed = sum(not _names_part(section) for section in report.sections)
    chapters = [_Chapter(section, ear, _names_part(section) or unnamed == 1) for section in report.sections]
    return Past(
        report,
        tuple(block for chapter in chapters if chapter.looks_back for block in chapter.blocks()),
        tuple(point for chapter in chapters for point in chapter.answers(Role.PROBLEM)),
        tuple(point for chapter in chapters for point in chapter.answers(Role.PLAN)),
        tuple(text for chapter in chapters for text in chapter.aside()),
    )


_AHEAD = frozenset({Role.PROBLEM, Role.PLAN})


def _names_part(section: Section) -> bool:
    """Whether the title is that of a part of the report (主要做法), and not of a block of the work."""
    return bool(own_roles(plain(section.title)) or section.roles & _AHEAD)


@dataclass(frozen=True)
class _Chapter:
    """A top section. One that names neither problems nor plans tells what was done; ``is_part``: its blocks stand below it, else it is one."""

    section: Section
    ear: Ear
    is_part: bool

    @property
    def looks_back(self) -> bool:
        return not self.section.roles & _AHEAD

    # --- what was done ---

    def blocks(self) -> Iterator[PastBlock]:
        """The blocks: the sections below a part, else its points where they have heads, else the chapter itself. Facts that stand beside them are a
        block without a head."""
        section = self.section
        if section.sections and self.is_part:
            loose = tuple(s for block in section.blocks for s in self.ear.statements(block.inlines))
            yield from (*_headless(loose), *(self._block(below) for below in section.sections))
        elif _names_part(section) and not section.sections and sum(bool(p.lead) for p in section.points) > 1:
            loose, points = self._sorted(section)
            yield from (*_headless(loose), *(PastBlock(p.head, p.line, p.statements) for p in points))
        else:
            yield self._block(section)

    def _block(self, section: Section) -> PastBlock:
        loose, points = self._sorted(section)
        named = section is not self.section or not _names_part(section)
        return PastBlock(_head(section.title) if named else "", _line(section), loose, (*points, *self._below(section.sections)))

    def _below(self, sections: Sequence[Section]) -> Iterator[PastPoint]:
        """Sections within a block as points of it, and what they hold behind them; a numbered sentence that counts and heads nothing is no head."""
        for section in sections:
            loose, points = self._sorted(section)
            title = self.ear.statements(section.title)
            if any(s.values for s in title) and not (section.blocks or section.sections):
                yield PastPoint("", _line(section), _head(section.title), title)
                continue
            yield PastPoint(_head(section.title), _line(section), _said(section.title, section.blocks), loose)
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
                points.append(self._point(block))
            elif points and (i < last or _is_head(points[-1])):
                points[-1] = self._longer(points[-1], block)
            else:
                loose.extend(self.ear.statements(block.inlines))
        return tuple(loose), tuple(points)

    def _longer(self, point: PastPoint, paragraph: Paragraph) -> PastPoint:
        more = self.ear.statements(paragraph.inlines)
        if _is_head(point):
            return replace(point, head=point.said.strip(_STOPS), said=point.said + plain(paragraph.inlines), statements=more)
        return replace(point, said=point.said + plain(paragraph.inlines), statements=point.statements + more)

    def _point(self, point: Point) -> PastPoint:
        stated = self.ear.statements(point.body)
        named = _NAMES_SUBJECT.fullmatch(stated[0].text) if stated and not point.lead else None
        head, stated = (named[1], stated[1:]) if named else (_head(point.lead), stated)
        return PastPoint(head, _line(point), plain(point.lead + point.body), stated)

    # --- problems and plans ---

    def answers(self, role: Role) -> Iterator[PastPoint]:
        """The problems, or the plans, of the chapter. Where it holds both, the points are problems up to the paragraph that turns to the plans, and
        sections are what their roles say."""
        section = self.section
        if role not in section.roles:
            return
        mixed = section.roles >= _AHEAD
        turn = _turn(section.blocks) if mixed else 0
        blocks = section.blocks[:turn] if mixed and role is Role.PROBLEM else section.blocks[turn:]
        leads = (b for b in section.blocks if role is Role.PLAN and isinstance(b, Paragraph))
        yield from (point for lead in leads for point in self._meanwhile(lead))
        yield from (self._point(block) for block in blocks if isinstance(block, Point))
        yield from (self._besides(block) for block in _behind_points(blocks) if _BESIDES.match(plain(block.inlines)))
        if not section.points and not section.sections:
            yield from (self._whole(block.inlines) for block in blocks if not _leads_on(block))
        yield from (self._under(below) for below in section.sections if _sole(below, role, mixed))

    def _whole(self, inlines: Inlines) -> PastPoint:
        return PastPoint("", _line_of(inlines), plain(inlines), self.ear.statements(inlines))

    def _besides(self, paragraph: Paragraph) -> PastPoint:
        """A last thing told behind the points without a number: its first clause is its head."""
        text = plain(paragraph.inlines)
        opens = _BESIDES.match(text)
        start = opens.end() if opens else 0
        at, first = next(clauses(text[start:]), (0, ""))
        rest = sliced(paragraph.inlines, start + at + len(first) + 1, len(text))
        return PastPoint(first, _line_of(paragraph.inlines), text[start:], self.ear.statements(rest))

    def _meanwhile(self, paragraph: Paragraph) -> Iterator[PastPoint]:
        """What a lead says is done beside all that follows: a head with nothing under it."""
        said = _MEANWHILE.search(plain(paragraph.inlines))
        if said:
            yield PastPoint(said[1], _line_of(paragraph.inlines), said[1])

    def _under(self, section: Section) -> PastPoint:
        """A headed problem or plan, with all that stands under its head."""
        blocks = (*section.blocks, *(b for below in section.sections for b in (Paragraph(below.title), *below.blocks)))
        stated = tuple(s for block in blocks for s in self.ear.statements(block.inlines))
        return PastPoint(_head(section.title), _line(section), _said(section.title, blocks), stated)

    def aside(self) -> Iterator[str]:
        """The paragraphs beside the points or sections of a chapter."""
        section = self.section
        if section.sections or section.points:
            yield from (plain(b.inlines) for b in section.blocks if isinstance(b, Paragraph) and (section.sections or not self.looks_back))
        elif not self.looks_back:
            yield from (plain(b.inlines) for b in section.blocks if _leads_on(b))


def _headless(loose: tuple[Statement, ...]) -> Iterator[PastBlock]:
    facts = tuple(s for s in loose if s.told is Told.FACT)
    if facts:
        yield PastBlock("", facts[0].line, facts)


def _is_head(point: PastPoint) -> bool:
    """Whether ``point`` is one short sentence that states nothing: its head, on a line of its own."""
    return not (point.head or point.facts) and len(point.said) <= LONGEST_LEAD


def _turn(blocks: Sequence[Block]) -> int:
    """Where in a chapter of problems and plans the plans begin: behind the last paragraph that has points on both sides; its end where none has."""
    pointed = [isinstance(block, Point) for block in blocks]
    turns = (i for i, point in enumerate(pointed) if not point and any(pointed[:i]) and any(pointed[i:]))
    return max(turns, default=len(blocks) - 1) + 1


def _sole(section: Section, role: Role, mixed: bool) -> bool:
    """Whether what stands under the head of ``section`` is of ``role``; one that could be either is a plan."""
    return role in section.roles and (not mixed or role is Role.PLAN or Role.PLAN not in section.roles)


def _behind_points(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs behind the last point of ``blocks``; none where there is no point."""
    last = max((i for i, block in enumerate(blocks) if isinstance(block, Point)), default=len(blocks))
    return (block for block in blocks[last + 1 :] if isinstance(block, Paragraph))


def _leads_on(block: Block) -> bool:
    return plain(block.inlines).rstrip().endswith(("：", ":"))


_NAMES_SUBJECT = late("([^，]{2,16})方面")
"""A first clause that only says what the point is about: its head in the same sentence."""

_BESIDES = late("(?:同时|此外|另外)，")

_MEANWHILE = late("(?:^|，|将)在([^，。；]{2,40})的同时，[^。]*(?:[：:]|。$)")
"""What the lead of a part is to be done beside the plans that follow."""

_STOPS = "。；：，:; \u3000"


def _head(inlines: Inlines) -> str:
    return plain(inlines).strip(_STOPS)


def _said(title: Inlines, blocks: Sequence[Block]) -> str:
    text = "".join(plain(block.inlines) for block in blocks)
    return f"{_head(title)}。{text}" if text and title else _head(title) + text


def _line(part: Section | Point) -> int:
    return _line_of(part.title if isinstance(part, Section) else part.inlines)


def _line_of(inlines: Inlines) -> int:
    return next((i.origin.line for i in inlines if i.origin is not None), 0)
