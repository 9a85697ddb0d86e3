"""Markdown within a paragraph as runs: notes, links and struck words as they are meant, the words of other marks alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from generator.printable import printable
from generator.reading.marked_words import Mark, Sign, marks
from generator.render.ooxml import Element, dressed, element, escaped, run, tab


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
        for mark in marks(text):
            if mark.sign is Sign.PICTURE:
                self.pictures.append(mark.name)
            if mark.sign is Sign.PICTURE or (mark.sign is Sign.NOTE and mark.name not in self.notes):
                continue  # it stays as it is written
            yield from _words(text[at : mark.start], look)
            yield from self._marked(mark, look)
            at = mark.end
        yield from _words(text[at:], look)

    def _marked(self, mark: Mark, look: Piece) -> Iterator[Piece]:
        """What ``mark`` makes of its words."""
        match mark.sign:
            case Sign.PLAIN:
                yield replace(look, text=mark.words)
            case Sign.NOTE:
                self.numbered.append(mark.name)
                yield Piece("", note=len(self.numbered))
            case Sign.LINK:
                self.links += 1
                yield from self._pieces(mark.words, replace(look, address=mark.name))
            case Sign.STRUCK:
                yield from self._pieces(mark.words, replace(look, struck=True))
            case Sign.EMPHASIS:
                yield from self._pieces(mark.words, look)


def _words(text: str, look: Piece) -> Iterator[Piece]:
    if text:
        yield replace(look, text=text)


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
