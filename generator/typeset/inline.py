"""Markdown within a paragraph: marks that can be set (notes, links, struck words) as they are meant, those of looks taken off (CommonMark, 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.printable import printable
from generator.render.ooxml import Element, dressed, element, escaped, run, tab

_MARKS = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | !\[(?P<alt>[^\]]*)\]\((?P<picture>[^()\s]*)[^)]*\)
    | \[\^(?P<note>[^\]\s]+)\]
    | \[(?P<linked>[^\[\]]+)\]\(\s*<?(?P<address>[^()\s<>]+)>?(?:\s+"[^"]*")?\s*\)
    | <(?P<bare>(?:https?|ftp|mailto):[^<>\s]+)>
    | ~~(?=\S)(?P<struck>.+?)(?<=\S)~~
    | (?P<stars>\*{1,3})(?=[^\s*])(?P<starred>.+?)(?<=[^\s*\\])(?P=stars)(?!\*)
    | (?<![A-Za-z0-9_])(?P<lines>_{1,3})(?=[^\s_])(?P<lined>.+?)(?<=[^\s_\\])(?P=lines)(?![A-Za-z0-9_])
    """,
    re.VERBOSE,
)
_FIGURES = re.compile(r"\d\*+\d")


class Piece(Struct, frozen=True):
    """Characters: struck through, with the address that they lead to, or with a note in their stead, by its number."""

    text: str
    struck: bool = False
    address: str = ""
    note: int = 0


class Found(Struct):
    """What is met in a text: ``notes`` by name as far as they are told below it, ``numbered`` those referred to, one after another, ``links`` and
    ``pictures`` how many."""

    notes: Mapping[str, str] = field(default_factory=dict)
    numbered: list[str] = field(default_factory=list)
    links: int = 0
    pictures: list[str] = field(default_factory=list)

    def pieces(self, text: str) -> list[Piece]:
        """``text`` without its marks."""
        return list(self._pieces(text, Piece("")))

    def _pieces(self, text: str, look: Piece) -> Iterator[Piece]:
        at = 0
        for found in _MARKS.finditer(text):
            if found["stars"] and _FIGURES.search(text[max(0, found.start() - 1) : found.start() + 4]):
                continue  # 3*2*1 is a product
            made = list(self._marked(found, look))
            if made:
                yield from self._said(text[at : found.start()], look)
                yield from made
                at = found.end()
        yield from self._said(text[at:], look)

    @staticmethod
    def _said(text: str, look: Piece) -> Iterator[Piece]:
        if text:
            yield replace(look, text=text)

    def _marked(self, found: re.Match[str], look: Piece) -> Iterator[Piece]:
        """What a mark makes of its text; nothing where it is to stay as it is written."""
        said = found.groupdict()
        plain = said["escaped"] or said["code"]
        if plain:
            yield replace(look, text=plain)
        elif said["note"] in self.notes:
            self.numbered.append(said["note"])
            yield Piece("", note=len(self.numbered))
        elif said["picture"] is not None:
            self.pictures.append(said["picture"])
        elif address := said["address"] or said["bare"]:
            self.links += 1
            yield from self._pieces(said["linked"] or address, replace(look, address=address))
        elif said["struck"]:
            yield from self._pieces(said["struck"], replace(look, struck=True))
        elif inner := said["starred"] or said["lined"]:
            yield from self._pieces(inner, look)


def runs(pieces: Iterable[Piece]) -> Iterator[Element]:
    """The runs of ``pieces``."""
    for piece in pieces:
        if piece.note:
            mark = element("footnoteReference", id=piece.note)
            yield element("r", element("rPr", element("vertAlign", val="superscript")), mark)
        elif piece.address:
            yield from _linked(list(_said(piece)), piece.address)
        else:
            yield from _said(piece)


def _said(piece: Piece) -> Iterator[Element]:
    for n, text in enumerate(piece.text.split("\t")):
        if n:
            yield tab()
        if text:
            yield dressed(printable(text), element("strike")) if piece.struck else run(printable(text))


def _linked(inner: Sequence[Element], address: str) -> Iterator[Element]:
    """A field, since a relation would have to be named in the package."""
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    told = escaped(f' HYPERLINK "{printable(address)}" ')
    yield from (begin, f'<w:r><w:instrText xml:space="preserve">{told}</w:instrText></w:r>', separate, *inner, end)
