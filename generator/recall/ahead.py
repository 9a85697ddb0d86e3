"""The problems and plans of a past report, from a chapter that is of either or of both."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.chinese.punctuation import clauses
from generator.patterns import late
from generator.recall.mixed import names_part, parted, says_problem, turn, turning
from generator.recall.pieces import COLONS, STOPS, PastPoint, head_of, leads_on, line_of, line_of_words, point_of, said_under
from generator.recall.statements import Ear
from generator.report import Block, Inlines, Paragraph, Point, Role, Section, Text, plain, sliced

AHEAD = frozenset({Role.PROBLEM, Role.PLAN})


class Ahead(Struct, frozen=True):
    """The ``section`` of problems, of plans or of both."""

    section: Section
    ear: Ear

    def answers(self, role: Role) -> Iterator[PastPoint]:
        """The problems, or the plans, of the chapter. Where it holds both, the points are problems up to the paragraph that turns to the plans, and
        sections are what their roles say."""
        section = self.section
        if role not in section.roles:
            return
        if section.roles >= AHEAD:
            yield from self._mixed(role)
            return
        blocks = section.blocks
        if not blocks and not section.sections and not names_part(section):
            yield self._under(section)
        leads = (b for b in blocks if role is Role.PLAN and isinstance(b, Paragraph))
        yield from (point for lead in leads for point in self._meanwhile(lead))
        yield from self._answers(blocks)
        if not section.points and not section.sections:
            yield from (self._whole(block.inlines) for block in blocks if not leads_on(block))
        yield from (point for below in section.sections if role in below.roles for point in self._grouped(below, role))

    def _grouped(self, section: Section, role: Role) -> Iterator[PastPoint]:
        """What is told under one head of a chapter: a group of problems (（一）思想方面, with 1. and 2. below it) is as many as stand below it, each
        said to be of the group."""
        below = [child for child in section.sections if child.title]
        if role is Role.PROBLEM and len(below) > 1 and not section.points:
            group = head_of(section.title)
            for child in below:
                point = self._under(child)
                yield replace(point, said=f"{group}：{point.said}" if group else point.said)
            yield from (self._whole(block.inlines) for block in section.blocks if not leads_on(block))
        else:
            yield self._under(section)

    def _answers(self, blocks: Sequence[Block]) -> Iterator[PastPoint]:
        yield from (point_of(block, self.ear) for block in blocks if isinstance(block, Point))
        yield from (self._besides(block) for block in _behind_points(blocks) if _BESIDES.match(plain(block.inlines)))

    def _mixed(self, role: Role) -> Iterator[PastPoint]:
        """Those of ``role`` where problems and plans are in one: the points before the turn are problems up to the sentence that tells what is to be
        done, what stands behind it is plan; without points the same of paragraphs."""
        section = self.section
        at = turn(section.blocks)
        before, behind = section.blocks[:at], section.blocks[at:]
        pointed = bool(section.points)
        if role is Role.PROBLEM:
            yield from self._answers(tuple(b for block in before for b in _up_to_turn(block)))
            if not pointed and not section.sections:
                yield from (self._whole(b.inlines) for block in before for b in _up_to_turn(block) if not leads_on(b))
        else:
            yield from (point for block in section.blocks if isinstance(block, Paragraph) for point in self._meanwhile(block))
            turned = (parted(block.inlines)[1] for block in before if isinstance(block, Point) or not pointed)
            yield from (self._whole(said) for said in turned if plain(said) and not plain(said).rstrip().endswith(COLONS))
            yield from self._answers(behind)
            if not any(isinstance(block, Point) for block in behind) and not section.sections:
                yield from (self._whole(block.inlines) for block in behind if not leads_on(block))
        for below in section.sections:
            yield from self._below(below, role)

    def _below(self, section: Section, role: Role) -> Iterator[PastPoint]:
        """What a headed problem, or plan, of a mixed chapter says of ``role``: a problem may tell itself what is to be done."""
        if names_part(section):
            yield from Ahead(section, self.ear).answers(role)
        elif _sole(section) is role is Role.PLAN:
            yield self._under(section)
        elif _sole(section) is Role.PROBLEM and role is Role.PROBLEM:
            yield self._under(replace(section, blocks=tuple(b for block in section.blocks for b in _up_to_turn(block))))
        elif _sole(section) is Role.PROBLEM:
            turned = (parted(block.inlines)[1] for block in section.blocks)
            yield from (self._whole(said) for said in turned if plain(said))

    def _whole(self, inlines: Inlines) -> PastPoint:
        """All of a paragraph, without the clause that leads on to what it says (主要是：)."""
        leads = _LEADS_ON.match(plain(inlines))
        said = sliced(inlines, leads.end() if leads else 0, len(plain(inlines)))
        return PastPoint("", line_of_words(inlines), plain(said), self.ear.statements(said))

    def _besides(self, paragraph: Paragraph) -> PastPoint:
        """A last thing told behind the points without a number: its first clause is its head."""
        text = plain(paragraph.inlines)
        opens = _BESIDES.match(text)
        start = opens.end() if opens else 0
        at, first = next(clauses(text[start:]), (0, ""))
        rest = sliced(paragraph.inlines, start + at + len(first) + 1, len(text))
        return PastPoint(first, line_of_words(paragraph.inlines), text[start:], self.ear.statements(rest))

    def _meanwhile(self, paragraph: Paragraph) -> Iterator[PastPoint]:
        """What a lead says is done beside all that follows: a head with nothing under it."""
        said = _MEANWHILE.search(plain(paragraph.inlines))
        if said:
            yield PastPoint(said[1], line_of_words(paragraph.inlines), said[1])

    def _under(self, section: Section) -> PastPoint:
        """A headed problem or plan, with all that stands under its head."""
        blocks = (*section.blocks, *(b for below in section.sections for b in (Paragraph(_ended(below.title)), *below.blocks)))
        stated = tuple(s for block in blocks for s in self.ear.statements(block.inlines))
        return PastPoint(head_of(section.title), line_of(section), said_under(section.title, blocks), stated)


def _ended(title: Inlines) -> Inlines:
    """``title`` with the stop that a head has lost, so that what stands behind it does not run into it."""
    return title if not title or plain(title)[-1] in STOPS else (*title, Text("。"))


def _up_to_turn(block: Block) -> Iterator[Block]:
    """``block`` without what it says is to be done; nothing where it says nothing else."""
    if not turning(block.inlines):
        return
    length = turning(block.inlines)
    if isinstance(block, Paragraph):
        yield replace(block, inlines=sliced(block.inlines, 0, length))
        return
    before = len(plain(block.label + block.lead))
    yield block if length < before else replace(block, body=sliced(block.body, 0, length - before))


def _sole(section: Section) -> Role:
    """Whether what stands under the head of ``section``, in a chapter of problems and plans, are problems; one that could be either is a plan."""
    named = Role.PROBLEM in section.roles and Role.PLAN not in section.roles
    return Role.PROBLEM if named or says_problem(section) else Role.PLAN


def _behind_points(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs behind the last point of ``blocks``; none where there is no point."""
    last = max((i for i, block in enumerate(blocks) if isinstance(block, Point)), default=len(blocks))
    return (block for block in blocks[last + 1 :] if isinstance(block, Paragraph))


_LEADS_ON = late("[^。；：]*(?:主要是|主要有|主要为|表现在|表现为|体现在|如下|以下[^。；：]{0,8}|方面|重点[^。；：]{0,10}工作)[：:](?=.)")

_BESIDES = late("(?:同时|此外|另外)，")

_MEANWHILE = late("(?:^|，|将)在([^，。；]{2,40})的同时，[^。]*(?:[：:]|。$)")
"""What the lead of a part is to be done beside the plans that follow."""
