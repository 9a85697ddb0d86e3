"""A text as a Word file, a paragraph a line, nothing but its marks of layout left out: then it is set like any other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from generator.chinese.width import columns
from generator.printed import LineKind
from generator.reading.lines import BLANKS, unbroken
from generator.render.archive import zipped
from generator.render.looks import Style
from generator.render.ooxml import Element, paragraph
from generator.render.package import Part, Properties, package, section
from generator.typeset.deeds import Account, Deed
from generator.typeset.inline import Piece, runs
from generator.typeset.wrapped import rejoined


def word_of_text(text: str, style: Style, created: datetime, account: Account) -> bytes:
    """The Word file that plain ``text`` makes: lines that an export broke at a fixed width are joined, empty lines stay."""
    return word((paragraph(LineKind.BODY.style, *runs([Piece(said)])) for said in _paragraphs(unbroken(text).split("\n"), account)), style, created)


def _paragraphs(lines: Sequence[str], account: Account) -> Iterator[str]:
    for n, raw in enumerate(lines, 1):
        if raw.strip(BLANKS) and raw.strip("\r\ufeff") != raw.strip(BLANKS + "\r\ufeff") and _wide(raw) < _FAR:
            account.did(Deed.BLANKS, n)
    for number, text, count in rejoined(lines):
        yield _placed(lines[number - 1], text)
        if count > 1:
            account.did(Deed.WRAPPED, number, count - 1)


def _placed(raw: str, text: str) -> str:
    """``text`` with blanks as wide as those that ``raw`` begins with where they place it: further in than any list."""
    wide = _wide(raw)
    return "\u3000" * (wide // 2) + text if wide >= _FAR else text


def _wide(raw: str) -> int:
    """The columns of the blanks that ``raw`` begins with."""
    return columns(raw[: len(raw) - len(raw.lstrip(BLANKS))].replace("\t", "    "))


_FAR = 14
"""Columns."""


def word(blocks: Iterable[Element], style: Style, created: datetime, added: tuple[Part, ...] = ()) -> bytes:
    """The Word file of ``blocks``; ``added`` are parts that they refer to."""
    return zipped(package(style, [*blocks, section(style)], Properties("", "", created), added))
