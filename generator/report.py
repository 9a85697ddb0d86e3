"""The tree: a past report that was read and a draft that was composed are the same ``Report``.

Readers and the composer build it, renderers only read it; mining and checking walk it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """What a section is for. A section's roles are a set: 问题+打算 may stand in one."""

    PRACTICE = "做法"
    RESULT = "成效"
    PROBLEM = "问题"
    CAUSE = "原因"
    PLAN = "打算"


class Move(StrEnum):
    """语步: what a sentence or clause does in the argument (glossary in the README)."""

    LEAD = "导语"
    GENERAL = "总领"
    MEASURE = "举措"
    RESULT = "成效"
    TURN = "过渡"
    PROBLEM = "问题"
    CAUSE = "原因"
    PLAN = "打算"
    CLOSING = "结语"


class OriginKind(StrEnum):
    """Where a span of text comes from."""

    FACT = "fact"
    PHRASE = "phrase"
    TEMPLATE = "template"
    BLANK = "blank"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Origin:
    """Provenance of one span.

    ``path`` is the fact's path (``做法[0].要点[1].事实[0]``) for facts and blanks, the file for templates and past reports,
    empty for phrases; ``line`` is 1-based in the file it belongs to; ``phrase`` is the id of a phrase of the bank.
    """

    kind: OriginKind
    path: str = ""
    line: int = 0
    column: int = 0
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters with one origin. The origin stands outside equality."""

    text: str
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Blank:
    """A missing fact. ``written`` is how the clerk left it (××, 待补, empty); what is printed is always ``BLANK_MARK``."""

    written: str = ""
    origin: Origin | None = field(default=None, compare=False, repr=False)

    @property
    def text(self) -> str:
        return BLANK_MARK


BLANK_MARK = "〔待补〕"

Inline = Text | Blank
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text. ``move`` is what it does, where that is known."""

    inlines: Inlines
    move: Move | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """一是…: ``label`` (一是, 首先), ``lead`` (its heading sentence with its stop, or empty) and ``body``.

    ``run_in`` says that the point continues the paragraph before it instead of opening one.
    """

    label: Inlines
    lead: Inlines
    body: Inlines
    run_in: bool = False
    move: Move | None = None

    @property
    def inlines(self) -> Inlines:
        return self.label + self.lead + self.body


Block = Paragraph | Point


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part: ``level`` 1–4, ``number`` as printed (一、 （一） 1. （1）, empty if none), ``title`` without its stop.

    ``run_in`` says that the text follows the heading on its line. ``blocks`` stand before ``sections``.
    """

    level: int
    number: str
    title: Inlines
    roles: frozenset[Role] = frozenset()
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    run_in: bool = False
    topic: str = ""

    @property
    def points(self) -> tuple[Point, ...]:
        return tuple(b for b in self.blocks if isinstance(b, Point))


@dataclass(frozen=True, slots=True)
class Report:
    """A report: ``lead`` is the 导语, ``closing`` the 结语; whatever a report lacks is empty."""

    title: Inlines = ()
    addressee: Inlines = ()
    lead: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    attachments: tuple[Inlines, ...] = ()
    signature: Inlines = ()
    date: Inlines = ()
    name: str = field(default="", compare=False)


def plain(inlines: Inlines) -> str:
    """The characters of ``inlines`` as printed."""
    return "".join(i.text for i in inlines)


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section, parents before children, in reading order."""
    for section in sections:
        yield section
        yield from walk(section.sections)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed paragraph of a report: what renderers lay out. ``section`` is the section it stands in, None outside."""

    kind: LineKind
    inlines: Inlines
    section: Section | None = None
    level: int = 0
    number: str = ""


class LineKind(StrEnum):
    """The kinds of printed paragraph; the values name the styles in ``templates/styles/*.yaml``."""

    TITLE = "标题"
    ADDRESSEE = "主送机关"
    HEADING = "小标题"
    BODY = "正文"
    ATTACHMENT = "附件说明"
    SIGNATURE = "署名"
    DATE = "成文日期"


def lines(report: Report) -> Iterator[Line]:
    """The printed paragraphs of ``report`` from the title to the date, run-in headings and points joined to their paragraphs."""
    if report.title:
        yield Line(LineKind.TITLE, report.title)
    if report.addressee:
        yield Line(LineKind.ADDRESSEE, report.addressee)
    yield from (Line(LineKind.BODY, p.inlines) for p in report.lead)
    for section in walk(report.sections):
        yield from _section_lines(section)
    yield from (Line(LineKind.BODY, p.inlines) for p in report.closing)
    yield from (Line(LineKind.ATTACHMENT, a) for a in report.attachments)
    if report.signature:
        yield Line(LineKind.SIGNATURE, report.signature)
    if report.date:
        yield Line(LineKind.DATE, report.date)


def _section_lines(section: Section) -> Iterator[Line]:
    yield Line(LineKind.HEADING, section.title, section, section.level, section.number)
    paragraph: Inlines = ()
    for block in section.blocks:
        if isinstance(block, Point) and block.run_in:
            paragraph += block.inlines
            continue
        if paragraph:
            yield Line(LineKind.BODY, paragraph, section)
        paragraph = block.inlines
    if paragraph:
        yield Line(LineKind.BODY, paragraph, section)
