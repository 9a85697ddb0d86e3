"""A text as a Word file, a paragraph a line, nothing but its marks of layout left out: then it is set like any other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from generator.chinese.width import columns
from generator.printable import printable
from generator.printed import LineKind
from generator.reading.lines import BLANKS
from generator.render.annex import table
from generator.render.archive import zipped
from generator.render.looks import Style
from generator.render.ooxml import Element, paragraph, run, tab
from generator.render.package import Properties, package, section
from generator.report import Table, Text
from generator.typeset.deeds import Account, Deed
from generator.typeset.wrapped import rejoined

_HEAD = re.compile(r"(#{1,6})\s+")
_EMPHASIS = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)(?<!\\)\1")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_DIVISION = re.compile(r"\s*</?div\b[^>]*>\s*")
_RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*")
_MARK = re.compile(r"\s*([-*+]|>)\s+(?=\S)")
_ROW = re.compile(r"\s*\|.*\|\s*")
_BETWEEN = re.compile(r"\s*\|[-:|\s]+\|\s*")
_CELLS = re.compile(r"(?<!\\)\|")
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph: its style, its text, and the cells of a row of a table instead."""

    number: int
    style: str
    text: str
    cells: tuple[str, ...] = ()


def word_of_text(text: str, style: Style, created: datetime, account: Account) -> bytes:
    """The Word file that plain ``text`` makes: lines that an export broke at a fixed width are joined, empty lines stay."""
    return _word([*_paragraphs(text.split("\n"), account)], style, created)


def word_of_markdown(text: str, style: Style, created: datetime, account: Account) -> bytes:
    """The Word file that Markdown makes: headings by their level, tables as tables, marks of emphasis and of lists taken off."""
    found = [line for n, raw in enumerate(text.split("\n"), 1) for line in _marked(n, raw, account)]
    title = next((n for n, line in enumerate(found) if line.style == "Heading0"), None)
    made = [_Line(line.number, _style_of(line, n == title), line.text, line.cells) for n, line in enumerate(found)]
    return _word(made, style, created)


def _paragraphs(lines: Sequence[str], account: Account) -> Iterator[_Line]:
    for n in (n for n, raw in enumerate(lines, 1) if raw.strip(BLANKS) and raw.strip("\r\ufeff") != raw.strip(BLANKS + "\r\ufeff")):
        account.did(Deed.BLANKS, n)
    for number, text, count in rejoined(lines):
        yield _Line(number, LineKind.BODY.style, _placed(lines[number - 1], text))
        if count > 1:
            account.did(Deed.WRAPPED, number, count - 1)


def _placed(raw: str, text: str) -> str:
    """``text`` with the blanks that ``raw`` begins with where those place it: further in than any list."""
    blanks = raw[: len(raw) - len(raw.lstrip(BLANKS))]
    return blanks + text if columns(blanks.replace("\t", "    ")) >= _FAR else text


_FAR = 14
"""Columns."""


# --- Markdown --------------------------------------------------------------------------------------------------------------------------------


def _marked(number: int, raw: str, account: Account) -> Iterator[_Line]:
    if _DIVISION.fullmatch(raw) or _RULE.fullmatch(raw) or _BETWEEN.fullmatch(raw):
        account.did(Deed.MARKUP, number)
    elif _ROW.fullmatch(raw):
        yield _Line(number, "", "", tuple(_bare(cell).strip() for cell in _CELLS.split(raw.strip())[1:-1]))
    else:
        yield _paragraph(number, raw, account)


def _paragraph(number: int, raw: str, account: Account) -> _Line:
    head, mark = _HEAD.match(raw), _MARK.match(raw)
    opening = head or mark
    text = _bare(raw[opening.end() :] if opening else raw)
    if text != raw:
        account.did(Deed.MARKUP, number)
    return _Line(number, f"Heading{len(head[1]) - 1}" if head else "", text.strip(BLANKS))


def _bare(text: str) -> str:
    return _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", text))


def _style_of(line: _Line, title: bool) -> str:
    """The first # is the title, further ones head chapters."""
    if title:
        return LineKind.TITLE.style
    level = line.style.removeprefix("Heading")
    return f"Heading{min(max(int(level), 1), _DEEPEST)}" if level else LineKind.BODY.style


# --- the file --------------------------------------------------------------------------------------------------------------------------------


def _word(found: Sequence[_Line], style: Style, created: datetime) -> bytes:
    body = [made for tabled, group in groupby(found, key=lambda line: bool(line.cells)) for made in _blocks(list(group), tabled, style)]
    return zipped(package(style, [*body, section(style)], Properties("", "", created)))


def _blocks(group: Sequence[_Line], tabled: bool, style: Style) -> Iterator[Element]:
    if not tabled:
        yield from (paragraph(line.style, *_runs(line.text)) for line in group)
        return
    widest = max(len(line.cells) for line in group)
    head, *rest = [tuple((Text(cell),) if cell else () for cell in (*line.cells, *[""] * (widest - len(line.cells)))) for line in group]
    yield from table(Table(head, tuple(rest)), style, lambda made, _: made)


def _runs(text: str) -> Iterator[Element]:
    for n, piece in enumerate(text.split("\t")):
        yield from (tab(),) if n else ()
        yield from (run(printable(piece)),) if piece else ()
