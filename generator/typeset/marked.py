"""Markdown as a Word file: headings by their level, tables as tables, notes as notes, links as fields; marks of looks and of lists taken off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby

from msgspec import Struct

from generator.printed import Line, LineKind
from generator.reading.front_matter import TITLE_KEYS
from generator.reading.lines import BLANKS
from generator.reading.marked_lines import Markdown, Marked, What, marked
from generator.render.annex import table
from generator.render.looks import Style
from generator.render.ooxml import Element, element, paragraph
from generator.render.package import Part
from generator.report import Table, Text
from generator.typeset.deeds import Account, Deed
from generator.typeset.footnotes import footnotes
from generator.typeset.inline import Found, Piece, runs
from generator.typeset.plain import word

_NESTED = 2
"""Blanks before the mark of an item that stands below another."""


class _Line(Struct, frozen=True):
    """A paragraph: its style and what it says; or a row of a table with its cells, or where the columns of one stand."""

    style: str = ""
    said: tuple[Piece, ...] = ()
    cells: tuple[tuple[Piece, ...], ...] = ()
    aligns: tuple[str, ...] = ()

    @property
    def tabled(self) -> bool:
        return bool(self.cells or self.aligns)


def word_of_markdown(text: str, style: Style, created: datetime, account: Account) -> bytes:
    """The Word file that Markdown makes. What cannot be set as it is meant is told."""
    read = marked(text)
    notes = _notes(read.lines)
    found = Found(notes)
    lines = [made for line in read.lines for made in _made(line, found, account)]
    spare = [name for name in notes if name not in found.numbered]
    lines = [*_without_gaps(lines), *(_Line(LineKind.BODY.style, (Piece(f"[^{name}]: {notes[name]}"),)) for name in spare)]
    blocks = [made for tabled, group in groupby(lines, key=lambda line: line.tabled) for made in _blocks(list(group), tabled, style)]
    _tell_above(read, account)
    _tell(found, sum(line.indent >= _NESTED for line in read.lines), spare, account)
    if read.comments:
        account.leave("comments-left", f"有 {read.comments} 处注释（<!-- -->）没有排进去", "要印出来的，写进正文")
    return word(blocks, style, created, _notes_part(found, style))


def _notes(lines: Sequence[Marked]) -> dict[str, str]:
    """The notes by name, those of several lines in one; of two of a name the first."""
    notes, before = dict[str, str](), 0
    for line in (line for line in lines if line.what is What.NOTE):
        goes_on = line.number == before + 1 and not line.raw.startswith("[^")
        notes[line.name] = notes[line.name] + line.words if goes_on else notes.get(line.name, line.words)
        before = line.number
    return notes


def _made(line: Marked, found: Found, account: Account) -> Iterator[_Line]:
    """The paragraph or row that ``line`` makes; what is met in it goes into ``found``, marks taken off into ``account``."""
    match line.what:
        case What.CODE:
            yield _Line(LineKind.BODY.style, (Piece(line.words.strip(BLANKS)),))
        case What.ROW:
            yield _Line(cells=tuple(tuple(found.pieces(cell)) for cell in line.cells))
        case What.COLUMNS:
            account.did(Deed.MARKUP, line.number)
            yield _Line(aligns=tuple(map(_align, line.cells)))
        case What.DIVISION | What.SIGN:
            account.did(Deed.MARKUP, line.number)
        case What.TITLE | What.HEAD | What.ITEM | What.TEXT:
            said = tuple(found.pieces(line.words.strip(BLANKS)))
            if "".join(piece.text for piece in said) != line.raw.strip(BLANKS) and line.raw:
                account.did(Deed.MARKUP, line.number)
            yield _Line(_style(line), said)
        case What.NOTE:
            pass


def _style(line: Marked) -> str:
    return LineKind.TITLE.style if line.what is What.TITLE else f"Heading{line.level}" if line.what is What.HEAD else LineKind.BODY.style


def _without_gaps(found: Sequence[_Line]) -> list[_Line]:
    """No empty line behind a table: the paragraph that Word wants there is one."""
    kept: list[_Line] = []
    for line in found:
        if line.said or line.tabled or not (kept and kept[-1].tabled):
            kept.append(line)
    return kept


def _notes_part(found: Found, style: Style) -> tuple[Part, ...]:
    """The notes that the text refers to."""
    said = ["".join(piece.text for piece in Found().pieces(found.notes[name])) for name in found.numbered]
    return (footnotes(said, style),) if said else ()


def _tell_above(read: Markdown, account: Account) -> None:
    if read.above.count:
        account.did(Deed.MARKUP, 1, read.above.count)
        left = [key for key in read.above.keys if not read.titled_above or key.lower() not in TITLE_KEYS]
        if left:
            account.leave("front-matter", f"开头 YAML 里的 {'、'.join(left)} 没有排进去", "要印出来的，写进正文")


def _tell(found: Found, nested: int, spare: Sequence[str], account: Account) -> None:
    if found.links:
        account.leave("links", f"有 {found.links} 处链接，字照排，地址在域里，印出来看不见", "要印出地址的，写在字后面")
    if found.pictures:
        account.leave("pictures", f"有 {len(found.pictures)} 幅图没有放进去（{'、'.join(found.pictures)}）", "在 Word 里插入")
    if nested:
        account.leave("nested-lists", f"有 {nested} 项是列表下面的列表，排成了平列的段", "要分层次的，写成 1.（1）")
    if spare:
        account.leave("spare-notes", f"脚注 {'、'.join(spare)} 正文里没有用到，放在末尾", "在正文里标出来，或删去")


# --- blocks ----------------------------------------------------------------------------------------------------------------------------------


def _blocks(lines: Sequence[_Line], tabled: bool, style: Style) -> Iterator[Element]:
    return _table(lines, style) if tabled else (paragraph(line.style, *runs(line.said)) for line in lines)


def _table(lines: Sequence[_Line], style: Style) -> Iterator[Element]:
    aligns = next((line.aligns for line in lines if line.aligns), ())
    widest = max((len(line.cells) for line in lines), default=0)
    if not widest:
        return
    head, *rest = [_padded(line.cells, widest) for line in lines if line.cells]
    places = (*aligns, *[""] * widest)[:widest]
    made = iter([each for row in (head, *rest) for each in zip(row, places, strict=True)])

    def cell(_: Element, line: Line) -> Element:
        said, align = next(made)
        return paragraph(line.kind.style, *runs(said), own=(element("jc", val=align),) if align else ())

    yield from table(Table(_texts(head), tuple(map(_texts, rest))), style, cell)


def _texts(row: Sequence[Sequence[Piece]]) -> tuple[tuple[Text, ...], ...]:
    return tuple(tuple(Text(piece.text) for piece in cell if piece.text) for cell in row)


def _padded(row: Sequence[tuple[Piece, ...]], widest: int) -> list[tuple[Piece, ...]]:
    empty: tuple[Piece, ...] = ()
    return [*row, *[empty] * (widest - len(row))]


def _align(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""
