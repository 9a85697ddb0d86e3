"""Markdown as a Word file: headings by their level, tables as tables, notes as notes, links as fields; marks of looks and of lists taken off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise

from msgspec import Struct, field

from generator.printed import Line, LineKind
from generator.reading.front_matter import TITLE_KEYS, FrontMatter, front_matter
from generator.reading.lines import BLANKS, unbroken
from generator.reading.markdown import CLOSED, FENCE, MARK, RULE, boxed, uncommented, underlined
from generator.render.annex import table
from generator.render.looks import Style
from generator.render.ooxml import Element, element, paragraph
from generator.render.package import Part
from generator.report import Table, Text
from generator.typeset.deeds import Account, Deed
from generator.typeset.footnotes import footnotes
from generator.typeset.inline import Found, Piece, runs
from generator.typeset.plain import word

_HEAD = re.compile(r"(#{1,6})\s+")
_DIVISION = re.compile(r"\s*</?div\b[^>]*>\s*")
_ROW = re.compile(r"\s*\|.*\|\s*")
_BETWEEN = re.compile(r"\s*\|[-:|\s]+\|\s*")
_CELLS = re.compile(r"(?<!\\)\|")
_NOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\]:\s*(?P<text>.*)")
_GOES_ON = re.compile(r"(?: {4}|\t)\s*(?P<text>\S.*)")
_BROKEN = re.compile(r"(?<!\\)\\$")
"""Ends a line that the next is to stand below (CommonMark, 6.7)."""
_DEEPEST = 4
_NESTED = 2
"""Blanks before the mark of an item that stands below another."""


class _Line(Struct, frozen=True):
    """A paragraph: its style and what it says; or a row of a table with its cells, or where the columns of one stand."""

    number: int
    style: str = ""
    said: tuple[Piece, ...] = ()
    cells: tuple[tuple[Piece, ...], ...] = ()
    aligns: tuple[str, ...] = ()

    @property
    def tabled(self) -> bool:
        return bool(self.cells or self.aligns)


class _Reader(Struct):
    """Reads a text line by line."""

    account: Account
    found: Found = field(default_factory=Found)
    titled: bool = False
    fenced: bool = False
    nested: int = 0

    def read(self, rows: Sequence[tuple[int, str]]) -> Iterator[_Line]:
        passed = False
        for (number, raw), (_, below) in pairwise([*rows, (0, "")]):
            depth = 0 if self.fenced or passed else underlined(raw, below)
            if passed:
                passed = False
            elif depth:
                self.account.did(Deed.MARKUP, number)
                passed = True
                yield _Line(number, self._style(depth), tuple(self.found.pieces(raw.strip(BLANKS))))
            else:
                yield from self._line(number, raw, below)

    def _line(self, number: int, raw: str, below: str) -> Iterator[_Line]:
        if FENCE.match(raw) or (not self.fenced and (_DIVISION.fullmatch(raw) or RULE.fullmatch(raw))):
            self.fenced ^= FENCE.match(raw) is not None
            self.account.did(Deed.MARKUP, number)
        elif self.fenced:
            yield _Line(number, LineKind.BODY.style, (Piece(raw.strip(BLANKS)),))
        elif _BETWEEN.fullmatch(raw):
            self.account.did(Deed.MARKUP, number)
            yield _Line(number, aligns=tuple(_align(cell.strip()) for cell in _split(raw)))
        elif _ROW.fullmatch(raw):
            yield _Line(number, cells=tuple(tuple(self.found.pieces(cell.strip())) for cell in _split(raw)))
        else:
            yield self._paragraph(number, _BROKEN.sub("", raw) if below.strip(BLANKS) else raw, raw)

    def _paragraph(self, number: int, raw: str, written: str) -> _Line:
        head, mark = _HEAD.match(raw), MARK.match(raw)
        opening = head or mark
        self.nested += mark is not None and len(mark["in"].replace("\t", "    ")) >= _NESTED
        text = raw[opening.end() if opening else 0 :].strip(BLANKS)
        text = boxed(text) if mark else text
        said = tuple(self.found.pieces(CLOSED.sub("", text) if head else text))
        if "".join(piece.text for piece in said) != written.strip(BLANKS):
            self.account.did(Deed.MARKUP, number)
        return _Line(number, self._style(len(head[1]) if head else 0), said)

    def _style(self, depth: int) -> str:
        """The first # is the title, further ones head chapters."""
        if depth == 1 and not self.titled:
            self.titled = True
            return LineKind.TITLE.style
        return f"Heading{min(max(depth - 1, 1), _DEEPEST)}" if depth else LineKind.BODY.style


def word_of_markdown(text: str, style: Style, created: datetime, account: Account) -> bytes:
    """The Word file that Markdown makes. What cannot be set as it is meant is told."""
    said, comments = uncommented(unbroken(text))
    written = said.split("\n")
    above = front_matter(written)
    title = above.lacking(written)
    rows, notes = _without_notes(written)
    reader = _Reader(account, Found(notes), titled=bool(title))
    found = list(reader.read([row for row in rows if row[0] > above.count]))
    found[:0] = [_Line(above.line, LineKind.TITLE.style, tuple(reader.found.pieces(title)))] if title else []
    _tell_above(above, bool(title) or above.repeated(written), account)
    spare = [name for name in notes if name not in reader.found.numbered]
    lines = [*_without_gaps(found), *(_Line(0, LineKind.BODY.style, (Piece(f"[^{name}]: {notes[name]}"),)) for name in spare)]
    blocks = [made for tabled, group in groupby(lines, key=lambda line: line.tabled) for made in _blocks(list(group), tabled, style)]
    _tell(reader, account, spare)
    if comments:
        account.leave("comments-left", f"有 {comments} 处注释（<!-- -->）没有排进去", "要印出来的，写进正文")
    return word(blocks, style, created, _notes_part(reader.found, style))


def _without_notes(lines: Sequence[str]) -> tuple[list[tuple[int, str]], dict[str, str]]:
    """The lines with their numbers but for those that tell notes, and the notes by name."""
    kept, notes, name = list[tuple[int, str]](), dict[str, str](), ""
    for number, raw in enumerate(lines, 1):
        told, more = _NOTE.fullmatch(raw.rstrip(BLANKS)), _GOES_ON.fullmatch(raw.rstrip(BLANKS))
        if told:
            name = told["name"]
            notes.setdefault(name, told["text"])
        elif name and more:
            notes[name] += more["text"]
        else:
            name = ""
            kept.append((number, raw))
    return kept, notes


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


def _tell_above(above: FrontMatter, titled: bool, account: Account) -> None:
    if above.count:
        account.did(Deed.MARKUP, 1, above.count)
        left = [key for key in above.keys if not titled or key.lower() not in TITLE_KEYS]
        if left:
            account.leave("front-matter", f"开头 YAML 里的 {'、'.join(left)} 没有排进去", "要印出来的，写进正文")


def _tell(reader: _Reader, account: Account, spare: Sequence[str]) -> None:
    found = reader.found
    if found.links:
        account.leave("links", f"有 {found.links} 处链接，字照排，地址在域里，印出来看不见", "要印出地址的，写在字后面")
    if found.pictures:
        account.leave("pictures", f"有 {len(found.pictures)} 幅图没有放进去（{'、'.join(found.pictures)}）", "在 Word 里插入")
    if reader.nested:
        account.leave("nested-lists", f"有 {reader.nested} 项是列表下面的列表，排成了平列的段", "要分层次的，写成 1.（1）")
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


def _split(raw: str) -> list[str]:
    return _CELLS.split(raw.strip())[1:-1]


def _align(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    return "center" if left and right else "right" if right else "left" if left else ""
