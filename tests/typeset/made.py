"""Setting files anew, and reading what they say without a line of the product: the characters of ``w:t``, the bytes of parts."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

from lxml import etree

from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from generator.cli import shelf
from generator.typeset.changes import Decision
from generator.typeset.suit import Suit
from generator.typeset.typeset import Typeset, typeset

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DOCUMENT = "word/document.xml"
_BLANK = re.compile(r"\s")

TEXTUAL = frozenset(
    """
    half-width placeholder properties comments hidden-text header watermark title-missing heading-number heading-skip heading-order
    attachment-place attachment-colon attachment-stop attachment-number addressee-colon document-number copy-number secrecy-form mark-order
    copied-form date-padding date-numerals date-form note-form struck letter-record not-official
    """.split()
)
"""Rules that only other words, or somebody's judgement, could satisfy. All others are looks, and looks are set."""


@cache
def suit(name: str = "gbt9704") -> Suit:
    return Suit.of(shelf.style(name))


def set_anew(data: bytes, decision: Decision | None = None, style: str = "gbt9704") -> Typeset:
    return typeset("稿子.docx", data, suit(style), decision)


def root(data: bytes, part: str = DOCUMENT) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(part))


def part(data: bytes, name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(data)).read(name)


def names(data: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(data)).namelist()


def characters(data: bytes) -> str:
    """All that the text says, tables and boxes too, blanks left out."""
    return _BLANK.sub("", "".join(text.text or "" for text in root(data).iter(f"{W}t")))


def rows(data: bytes) -> list[str]:
    """What each paragraph says that says anything, blanks at its ends left out."""
    said = ("".join(text.text or "" for text in paragraph.iter(f"{W}t")).strip() for paragraph in root(data).iter(f"{W}p"))
    return [text for text in said if text]


def mendable(data: bytes) -> set[str]:
    """The rules that setting should have satisfied and that still find something, whatever kind of paper it is."""
    found = check_layout(read_layout("稿子.docx", data), STANDARD, ("not-official",))
    return {problem.code for problem in found} - TEXTUAL


def by_text(data: bytes) -> dict[str, etree._Element]:
    """The paragraphs of a file by what they say; of those that say the same the last."""
    return {"".join(text.text or "" for text in paragraph.iter(f"{W}t")): paragraph for paragraph in root(data).iter(f"{W}p")}


def said(paragraph: etree._Element, name: str, attribute: str = "val") -> str | None:
    """What ``paragraph`` says of its own of a property."""
    found = paragraph.find(f"{W}pPr/{W}{name}")
    return None if found is None else found.get(f"{W}{attribute}")
