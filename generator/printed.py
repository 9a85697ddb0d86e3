"""The printed paragraphs of a report, from 版头 to 版记, and the kinds they are of: what renderers lay out and readers tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, StrEnum

from msgspec import Struct
from msgspec.structs import replace

from generator.report import BREAK, Annex, Block, Imprint, Inline, Inlines, Masthead, Point, Report, Row, Section, Text, broken, plain, walk


class Line(Struct, frozen=True):
    """One printed paragraph of a report: what renderers lay out. ``section`` is the section it stands in, None outside.

    ``number`` is printed before ``inlines``: a heading's number, or what opens a line of attachments (附件： or 附件：1.). ``leads`` are the indexes
    of the inlines that head what follows on the same line: the label and lead of a point, a run-in heading, which is the first ``heading`` of them.
    ``cells`` are the inlines of a table's row by column.
    """

    kind: LineKind
    inlines: Inlines
    section: Section | None = None
    level: int = 0
    number: str = ""
    leads: frozenset[int] = frozenset()
    heading: int = 0
    cells: Row = ()

    @property
    def text(self) -> str:
        """As printed, on one line."""
        return self.number + plain(self.inlines).replace(BREAK, "")

    @property
    def rows(self) -> tuple[Line, ...]:
        """The lines that the clerk set apart in a title, each as one; a line of any other kind is its own only row."""
        rows = broken(self.inlines)
        return tuple(replace(self, inlines=row) for row in rows) if len(rows) > 1 else (self,)


class Region(Enum):
    """The regions of an official document (GB/T 9704-2012, 7.1), annexes apart from the text they belong to (7.3.7)."""

    MASTHEAD = "版头"
    MAIN = "主体"
    ANNEX = "附件"
    IMPRINT = "版记"


class Side(Enum):
    """How a kind of paragraph stands between the margins where there is no more than lines of text."""

    INDENTED = "左空二字"
    LEFT = "居左"
    CENTRE = "居中"
    RIGHT = "居右"
    CELLS = "分格"


class LineKind(StrEnum):
    """The kinds of printed paragraph, each with all that is known of it. What branches over them names each, so that mypy tells which is lacking.

    The value names the style in ``templates/styles/*.yaml``; then the ``region`` it stands in, the ``side`` it stands at, the id of its ``style`` in
    a Word file (title and headings are Word's own, so that its navigation pane knows them; a heading's level follows the id) and where a look keeps
    its ``look``.
    """

    region: Region
    side: Side
    style: str
    look: str

    COPY = "份号", Region.MASTHEAD, Side.LEFT, "NigaoCopy", "masthead.copy"
    SECRECY = "密级", Region.MASTHEAD, Side.LEFT, "NigaoSecrecy", "masthead.secrecy"
    URGENCY = "紧急程度", Region.MASTHEAD, Side.LEFT, "NigaoUrgency", "masthead.urgency"
    ISSUER = "发文机关标志", Region.MASTHEAD, Side.CENTRE, "NigaoIssuer", "masthead.issuer"
    NUMBER = "发文字号", Region.MASTHEAD, Side.CENTRE, "NigaoNumber", "masthead.number"
    SIGNER = "签发人", Region.MASTHEAD, Side.RIGHT, "NigaoNumber", "masthead.signer"
    TITLE = "标题", Region.MAIN, Side.CENTRE, "Title", "title"
    ADDRESSEE = "主送机关", Region.MAIN, Side.LEFT, "NigaoAddressee", "addressee"
    HEADING = "小标题", Region.MAIN, Side.INDENTED, "Heading", "headings"
    BODY = "正文", Region.MAIN, Side.INDENTED, "NigaoBody", "body"
    ATTACHMENT = "附件说明", Region.MAIN, Side.INDENTED, "NigaoAttachment", "attachment"
    SIGNATURE = "署名", Region.MAIN, Side.RIGHT, "NigaoSignature", "signature"
    DATE = "成文日期", Region.MAIN, Side.RIGHT, "NigaoDate", "date"
    ANNEX = "附件序号", Region.ANNEX, Side.LEFT, "NigaoAnnex", "annex.label"
    ANNEX_TITLE = "附件标题", Region.ANNEX, Side.CENTRE, "NigaoAnnexTitle", "annex.title"
    TABLE_HEAD = "台账表头", Region.ANNEX, Side.CELLS, "NigaoTableHead", "annex.head"
    TABLE_ROW = "台账", Region.ANNEX, Side.CELLS, "NigaoTable", "annex.row"
    COPIES = "抄送", Region.IMPRINT, Side.LEFT, "NigaoCopies", "imprint.copies"
    PRINTER = "印发机关", Region.IMPRINT, Side.LEFT, "NigaoPrinter", "imprint.printer"
    PRINTED = "印发日期", Region.IMPRINT, Side.RIGHT, "NigaoPrinter", "imprint.printer"

    def __new__(cls, name: str, region: Region, side: Side, style: str, look: str) -> LineKind:
        kind = str.__new__(cls, name)
        kind._value_ = name
        kind.region, kind.side, kind.style, kind.look = region, side, style, look
        return kind

    @property
    def running(self) -> bool:
        """Whether it is of the text itself, which sections are made of."""
        return self in (LineKind.HEADING, LineKind.BODY)


def _within(region: Region) -> tuple[LineKind, ...]:
    return tuple(kind for kind in LineKind if kind.region is region)


MASTHEAD_KINDS, ANNEX_KINDS, IMPRINT_KINDS = map(_within, (Region.MASTHEAD, Region.ANNEX, Region.IMPRINT))
TABLE_KINDS = tuple(kind for kind in LineKind if kind.side is Side.CELLS)
STYLED = {kind.style: kind for kind in reversed(LineKind)}
"""By the id of each style, the kind of paragraph that gives it its look: some stand beside another, in its paragraph."""


def lines(report: Report) -> Iterator[Line]:
    """The printed paragraphs of ``report`` from 版头 to 版记, run-in headings and points joined to their paragraphs."""
    if report.masthead:
        yield from _masthead_lines(report.masthead)
    if report.title:
        yield Line(LineKind.TITLE, report.title)
    if report.addressee:
        yield Line(LineKind.ADDRESSEE, _ended(report.addressee, "：", "：:"))
    yield from (Line(LineKind.BODY, p.inlines) for p in report.lead)
    for section in walk(report.sections):
        yield from _section_lines(section)
    yield from (Line(LineKind.BODY, p.inlines) for p in report.closing)
    yield from _attachment_lines(report.attachments)
    if report.signature:
        yield Line(LineKind.SIGNATURE, report.signature)
    if report.date:
        yield Line(LineKind.DATE, report.date)
    for annex in report.annexes:
        yield from _annex_lines(annex)
    if report.imprint:
        yield from _imprint_lines(report.imprint)


def _masthead_lines(masthead: Masthead) -> Iterator[Line]:
    single = (
        (LineKind.COPY, masthead.copy),
        (LineKind.SECRECY, masthead.secrecy),
        (LineKind.URGENCY, masthead.urgency),
        (LineKind.ISSUER, _ended(masthead.issuer, "文件", ("文件",)) if masthead.issuer and not masthead.bare else masthead.issuer),
        (LineKind.NUMBER, masthead.number),
    )
    yield from (Line(kind, inlines) for kind, inlines in single if inlines)
    for n, signer in enumerate(masthead.signers):
        yield Line(LineKind.SIGNER, signer, number="" if n else "签发人：")


def _annex_lines(annex: Annex) -> Iterator[Line]:
    yield Line(LineKind.ANNEX, (), number=annex.label)
    yield Line(LineKind.ANNEX_TITLE, annex.title)
    yield _row(LineKind.TABLE_HEAD, annex.table.head)
    yield from (_row(LineKind.TABLE_ROW, row) for row in annex.table.rows)


def _row(kind: LineKind, cells: Row) -> Line:
    return Line(kind, tuple(inline for cell in cells for inline in cell), cells=cells)


def _imprint_lines(imprint: Imprint) -> Iterator[Line]:
    if imprint.copies:
        yield Line(LineKind.COPIES, _ended(imprint.copies, "。", "。"), number="抄送：")
    if imprint.printer:
        yield Line(LineKind.PRINTER, imprint.printer)
    if imprint.printed:
        yield Line(LineKind.PRINTED, _ended(imprint.printed, "印发", ("印发",)))


def _attachment_lines(attachments: tuple[Inlines, ...]) -> Iterator[Line]:
    for n, name in enumerate(attachments, 1):
        number = f"{n}." if len(attachments) > 1 else ""
        yield Line(LineKind.ATTACHMENT, name, number=("附件：" if n == 1 else "") + number)


def _ended(inlines: Inlines, stop: str, stops: Sequence[str]) -> Inlines:
    """``inlines`` with ``stop`` after it, unless one of ``stops`` already ends it."""
    if plain(inlines).endswith(tuple(stops)):
        return inlines
    return (*inlines, Text(stop, inlines[-1].origin))


class _Paragraph(Struct, frozen=True):
    """A paragraph: inlines and which of them head what follows."""

    inlines: Inlines
    leads: frozenset[int]

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> _Paragraph:
        """``blocks`` in one paragraph."""
        inlines, leads = list[Inline](), set[int]()
        for block in blocks:
            heading = len(block.label + block.lead) if isinstance(block, Point) else 0
            leads.update(range(len(inlines), len(inlines) + heading))
            inlines += block.inlines
        return cls(tuple(inlines), frozenset(leads))


def _section_lines(section: Section) -> Iterator[Line]:
    paragraphs = _paragraphs(section.blocks)
    if section.run_in and paragraphs:
        heading = _ended(section.title, "。", "。！？：；") if section.title else ()
        leads = frozenset(range(len(heading))) | {i + len(heading) for i in paragraphs[0].leads}
        yield Line(LineKind.BODY, heading + paragraphs[0].inlines, section, section.level, section.number, leads, len(heading))
        paragraphs = paragraphs[1:]
    else:
        yield Line(LineKind.HEADING, section.title, section, section.level, section.number)
    yield from (Line(LineKind.BODY, p.inlines, section, leads=p.leads) for p in paragraphs)


def _paragraphs(blocks: tuple[Block, ...]) -> list[_Paragraph]:
    """The printed paragraphs of ``blocks``: a run-in point continues the one before it."""
    joined: list[list[Block]] = []
    for block in blocks:
        if joined and isinstance(block, Point) and block.run_in:
            joined[-1].append(block)
        else:
            joined.append([block])
    return [p for p in map(_Paragraph.of, joined) if p.inlines]
