"""What the text of a Word file says as Word shows it: pending insertions made, pending deletions carried out, whatever a run is wrapped in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from functools import cached_property

from msgspec import Struct, field

from generator.limits import PARAGRAPHS
from generator.reading.contents import gallery, heads, styled, typed_on
from generator.reading.elements import Element, W, attribute, between, child, opening, switch, tag
from generator.reading.fields import Fields
from generator.reading.inline import EQUATIONS, Inline, Unread
from generator.reading.numbering import Numbering, mark_deleted
from generator.reading.package import Package
from generator.reading.styles import Styles
from generator.reading.wrappers import BLOCK_WRAPPERS, FILES, GONE, speaks, waiting

_PARAGRAPH, _TABLE, _ROW, _BOX = map(tag, ("p", "tbl", "tr", "txbxContent"))
_DROPPED = ("drop", "margin")
"""What a first letter does that stands in a paragraph of its own, several lines high, before the one it opens (17.3.1.11)."""
_FULL_STOPS = ("、", "）", "．", "。", "：", "，")
"""Signs with room of their own: no blank follows a number that ends in one."""


class BodyParagraph(Struct, frozen=True):
    """A paragraph: the element whose mark ends it, its 1-based number among the paragraphs of the body, its text with its number in a list.

    An equation that stands in no paragraph is one too, with the number of the paragraph before it.
    """

    element: Element
    number: int
    text: str


class Pending(Struct, frozen=True):
    """How many tracked changes nobody has accepted or refused yet."""

    inserted: int
    deleted: int
    moved: int


Boxed = tuple[BodyParagraph, ...]


class Story(Struct, dict=True):
    """The text of a file. ``unread`` are the numbers of the paragraphs with something that cannot be told, by what it is; known once all is read.

    A paragraph in a table or a text box has the number of the one of the body before it.
    """

    root: Element
    styles: Styles = field(default_factory=Styles)
    numbering: Numbering = field(default_factory=Numbering)
    unread: dict[Unread, list[int]] = field(default_factory=dict)
    paragraphs: list[BodyParagraph] = field(default_factory=list)
    tables: list[Boxed] = field(default_factory=list)
    boxes: list[Boxed] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    """The numbers of the paragraphs left out because they are Word's table of contents."""

    @classmethod
    def of(cls, package: Package) -> Story:
        """The text of ``package``, which has a body: paragraphs, tables row by row, text boxes, each apart.

        All in one pass, since lists count through all three in the order of the file.
        """
        styles = Styles.of(package.related("styles"))
        story = cls(child(package.document, "body"), styles, Numbering.of(package.related("numbering"), styles))
        story._read()
        return story

    @classmethod
    def over(cls, body: Element) -> Story:
        """The text of ``body`` alone, without the styles and lists of a package: for whoever has opened the file himself."""
        story = cls(body)
        story._read()
        return story

    @cached_property
    def fields(self) -> Fields:
        return Fields.of(self.root)

    @cached_property
    def gallery(self) -> frozenset[Element]:
        return gallery(self.root)

    def _read(self) -> None:
        number, joined = 0, list[_Piece]()
        for block in _blocks(self.root):
            number += block.tag == _PARAGRAPH
            printed = block.tag == _PARAGRAPH or block.tag in EQUATIONS
            if printed:
                joined.append(self._piece(block, max(number, 1)))
            if not printed or joined[-1].mark is _Mark.STAYS:
                self._close(joined)
                joined = []
            if block.tag == _TABLE:
                self.tables.append(self._boxed(_cells(block), number))
            elif not printed:
                self._tell(Unread.CHUNK if block.tag in FILES else Unread.OTHER, number)
            self.boxes += [self._boxed(_printed(box), number) for box in block.iter(_BOX) if not _inside(box, _BOX)]
            if number >= PARAGRAPHS:
                self._tell(Unread.REST, number)
                break
        self._close(joined)

    def _piece(self, element: Element, number: int) -> _Piece:
        inline = Inline(element, self.styles, self.fields, lambda what: self._tell(what, number))
        return _Piece(element, number, inline.text(), self._mark(element))

    def _mark(self, paragraph: Element) -> _Mark:
        if mark_deleted(paragraph) or attribute(child(paragraph, "pPr", "framePr"), "dropCap") in _DROPPED:
            return _Mark.DELETED
        return _Mark.HIDDEN if self.styles.hidden(paragraph, child(paragraph, "pPr", "rPr")) else _Mark.STAYS

    def _close(self, joined: list[_Piece]) -> None:
        """A paragraph ends: one that runs on behind a hidden mark keeps its look and number, behind a deleted one it takes those of the next."""
        if joined and (joined[-1].mark is _Mark.STAYS or any(piece.text for piece in joined)):
            spoken = [piece for piece in joined if piece.text] or joined[-1:]
            head = spoken[0] if spoken[0].mark is _Mark.HIDDEN else spoken[-1]
            text = "".join(piece.text for piece in joined)
            if self._lists_contents(head.element, text) or (self._is_below_contents(head.number) and typed_on(text)):
                self.contents += [self.paragraphs.pop().number] if self.paragraphs and heads(self.paragraphs[-1].text) else []
                self.contents.append(head.number)
            else:
                self.paragraphs.append(BodyParagraph(head.element, head.number, self._label(head.element) + text))

    def _boxed(self, elements: Iterable[Element], number: int) -> Boxed:
        pieces = [self._piece(element, number) for element in elements]
        kept = [piece for piece in pieces if piece.text or piece.mark is _Mark.STAYS]
        return tuple(BodyParagraph(p.element, p.number, self._label(p.element) + p.text) for p in kept)

    def _lists_contents(self, paragraph: Element, text: str) -> bool:
        return paragraph in self.gallery or styled(self.styles, paragraph) or (not text and paragraph in self.fields.contents)

    def _is_below_contents(self, number: int) -> bool:
        return bool(self.contents) and self.contents[-1] == number - 1

    def _label(self, paragraph: Element) -> str:
        """The number of ``paragraph`` in its list, and a blank where one parts it from the text; an equation has none."""
        label, after = ("", False) if paragraph.tag in EQUATIONS else self.numbering.shown(paragraph)
        return label + (" " if after and not label.endswith(_FULL_STOPS) else "")

    def _tell(self, what: Unread, number: int) -> None:
        self.unread.setdefault(what, []).append(max(number, 1))


class _Mark(Enum):
    """What becomes of the mark that ends a paragraph."""

    STAYS = auto()
    DELETED = auto()
    HIDDEN = auto()


class _Piece(Struct, frozen=True):
    """One ``w:p`` of a paragraph; more than one where marks between them are deleted or hidden. Or an equation between paragraphs."""

    element: Element
    number: int
    text: str
    mark: _Mark


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs, tables and what else holds text in ``parent``, in order, through what they are wrapped in.

    Among the last are equations that stand in no paragraph, as they may (EG_RunLevelElements, 17.2.2); Word gives them a line of their own.
    """
    for block in parent:
        if block.tag in (_PARAGRAPH, _TABLE) or block.tag in FILES:
            yield block
        elif block.tag in BLOCK_WRAPPERS:
            yield from () if waiting(block) else _blocks(block)
        elif block.tag not in GONE and speaks(block):
            yield block


def _cells(table: Element) -> Iterator[Element]:
    """The paragraphs of ``table`` in rows that nobody has deleted or hidden, text boxes left out."""
    for paragraph in _printed(table):
        around = paragraph.iterancestors(_BOX, _ROW)
        if not any(above.tag == _BOX or _unprinted(above) for above in around):
            yield paragraph


def _printed(parent: Element) -> Iterator[Element]:
    """The paragraphs in ``parent``, however deep, and the equations that stand in none of them."""
    whole = (_PARAGRAPH, *EQUATIONS)
    for found in parent.iter(*whole):
        if found.tag == _PARAGRAPH or not any(above.tag in whole for above in between(found, parent)):
            yield found


def _unprinted(row: Element) -> bool:
    """Whether ``row`` is deleted, or hidden (17.4.20)."""
    properties = opening(row, "trPr")
    return child(properties, "del") is not None or bool(switch(properties, "hidden"))


def _inside(element: Element, name: str) -> bool:
    return next(element.iterancestors(name), None) is not None


# --- tracked changes ---------------------------------------------------------------------------------------------------------------------------

_CHANGED = ".//w:{tag}[not(parent::w:rPr or preceding-sibling::*[1][self::w:{tag}])] | .//w:p[w:pPr/w:rPr/w:{tag} and not(w:{tag})]"


def pending(body: Element) -> Pending:
    """The tracked changes in ``body``: a move counts once, and so do neighbours, and what takes a paragraph with its mark."""
    inserted, deleted, moved = (len(body.xpath(_CHANGED.format(tag=name), namespaces={"w": W[1:-1]})) for name in ("ins", "del", "moveTo"))
    return Pending(inserted, deleted, moved)
