"""The tree: a past report that was read and a draft that was composed are the same ``Report``.

Readers and the composer build it, renderers only read it; mining and checking walk it.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import astuple, replace


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
    SUPPLIED = "supplied"
    ECHO = "echo"


class Origin(Struct, frozen=True):
    """Provenance of one span.

    ``path`` is the fact's path (``做法[0].要点[1].事实[0]``) for facts and blanks, the file for templates and past reports,
    empty for phrases; ``line`` is 1-based in the file it belongs to; ``phrase`` is the id of a phrase of the bank, ``layer`` its layer (语料,
    自撰, 用户). For a word that the clerk's note lacked, ``path`` is the rule that supplied it and ``line`` the rule's in its table. Words of the
    clerk's that are said again, to name a problem in the plan that answers it or as the verb of what a point counts, are an echo of the
    ``path`` where they stand.
    """

    kind: OriginKind
    path: str = ""
    line: int = 0
    column: int = 0
    phrase: str = ""
    layer: str = ""


class Text(Struct, frozen=True):
    """A run of characters with one origin. The origin stands outside equality."""

    text: str
    origin: Origin | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)


class Blank(Struct, frozen=True):
    """A missing fact. ``written`` is how the clerk left it (××, 待补, empty); what is printed is always ``BLANK_MARK``. The origin stands outside
    equality."""

    written: str = ""
    origin: Origin | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Blank) and self.written == other.written

    def __hash__(self) -> int:
        return hash(self.written)

    @property
    def text(self) -> str:
        return BLANK_MARK


BLANK_MARK = "〔待补〕"
OFFERED = "〔待核〕"
"""The mark of a claim that no fact fills, printed only where suggestions were asked for."""

Inline = Text | Blank
Inlines = tuple[Inline, ...]


class Paragraph(Struct, frozen=True):
    """Running text. ``move`` is what it does, where that is known."""

    inlines: Inlines
    move: Move | None = None


class Point(Struct, frozen=True):
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


class Section(Struct, frozen=True):
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


class Masthead(Struct, frozen=True):
    """版头 (GB/T 9704-2012, 7.2): what stands above the red line. ``issuer`` is the 发文机关, ``number`` the 发文字号.

    ``bare``: the mark is as it stands in ``issuer``, without 文件 behind it, as in letters, orders and minutes (10).
    """

    copy: Inlines = ()
    secrecy: Inlines = ()
    urgency: Inlines = ()
    issuer: Inlines = ()
    number: Inlines = ()
    signers: tuple[Inlines, ...] = ()
    bare: bool = False


class Imprint(Struct, frozen=True):
    """版记 (7.4): ``copies`` is the 抄送, ``printer`` the 印发机关, ``printed`` the date of printing."""

    copies: Inlines = ()
    printer: Inlines = ()
    printed: Inlines = ()


Row = tuple[Inlines, ...]
CELL = "｜"
"""What parts the cells of a row where it is written on one line."""


class Table(Struct, frozen=True):
    """A table. In the first ``stub`` columns an empty cell continues the one above it; the last column holds quantities."""

    head: Row
    rows: tuple[Row, ...]
    stub: int = 0


class Annex(Struct, frozen=True):
    """附件正文 (7.3.7): a page of its own with ``label`` (附件, 附件1), a title and a table."""

    label: str
    title: Inlines
    table: Table


class Report(Struct, frozen=True):
    """A report: ``lead`` is the 导语, ``closing`` the 结语; whatever a report lacks is empty. ``sealed``: the unit's seal goes over its signature.

    ``title`` may hold a ``BREAK`` wherever its lines are to end.
    """

    title: Inlines = ()
    addressee: Inlines = ()
    lead: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    closing: tuple[Paragraph, ...] = ()
    attachments: tuple[Inlines, ...] = ()
    signature: Inlines = ()
    date: Inlines = ()
    name: str = ""
    masthead: Masthead | None = None
    imprint: Imprint | None = None
    sealed: bool = False
    annexes: tuple[Annex, ...] = ()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Report) and astuple(replace(self, name=other.name)) == astuple(other)


def plain(inlines: Inlines) -> str:
    """The characters of ``inlines`` as printed."""
    return "".join([i.text for i in inlines])


def is_open(inlines: Inlines) -> bool:
    """Whether anything of ``inlines`` is still to be filled in."""
    return any(isinstance(i, Blank) for i in inlines)


def is_given(inlines: Inlines) -> bool:
    """Whether there are any, and none of them is still to be filled in."""
    return bool(inlines) and not is_open(inlines)


BREAK = "\n"
"""The text of an inline that ends a line: those of a title are set as written, those of a 导语 or 结语 end a paragraph."""


def broken(inlines: Inlines) -> tuple[Inlines, ...]:
    """``inlines`` line by line, the breaks left out."""
    ends = [i for i, inline in enumerate(inlines) if inline.text == BREAK]
    return tuple(inlines[a + 1 : b] for a, b in pairwise((-1, *ends, len(inlines))) if b > a + 1)


def sliced(inlines: Inlines, start: int, end: int) -> Inlines:
    """The characters of ``inlines`` from ``start`` to ``end``, blanks whole, each with its origin."""
    at, out = 0, []
    for inline in inlines:
        first, last = max(start, at), min(end, at + len(inline.text))
        if first < last:
            out.append(inline if isinstance(inline, Blank) else replace(inline, text=inline.text[first - at : last - at]))
        at += len(inline.text)
    return tuple(out)


def echoed(words: Inlines) -> Inlines:
    """The clerk's ``words`` said a second time."""
    return tuple(Text(i.text, replace(i.origin or Origin(OriginKind.FACT), kind=OriginKind.ECHO)) for i in words)


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Every section, parents before children, in reading order."""
    for section in sections:
        yield section
        yield from walk(section.sections)
