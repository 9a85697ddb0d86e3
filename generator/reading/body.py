"""What the text of a Word file says as Word shows it: pending insertions made, pending deletions carried out, whatever a run is wrapped in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from functools import cached_property

from generator.limits import PARAGRAPHS
from generator.reading.contents import gallery, heads, styled
from generator.reading.elements import Element, W, attribute, child, switch, tag
from generator.reading.equations import MATH, linear
from generator.reading.fields import Fields
from generator.reading.numbering import Numbering, mark_deleted
from generator.reading.package import Package
from generator.reading.styles import Styles
from generator.reading.symbols import is_symbol_font, symbol, symbols, unknown

_BLOCK_WRAPPERS = frozenset(map(tag, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))
_RUN_WRAPPERS = _BLOCK_WRAPPERS | frozenset(map(tag, ("hyperlink", "smartTag", "fldSimple", "dir", "bdo", "ruby", "rubyBase")))
_EQUATIONS = frozenset({f"{MATH}oMath", f"{MATH}oMathPara"})
_PARAGRAPH, _TABLE, _ROW, _BOX, _PROPERTIES = map(tag, ("p", "tbl", "tr", "txbxContent", "pPr"))
_RUN, _TEXT, _BREAK, _RUBY, _SYMBOL, _FIELD_MARK = map(tag, ("r", "t", "br", "ruby", "sym", "fldChar"))
_SIGNS = {tag("tab"): "\t", tag("ptab"): "\t", tag("cr"): "\n", tag("noBreakHyphen"): "-"}
_GONE = frozenset(map(tag, ("del", "moveFrom", "rt")))
_FILES = frozenset(map(tag, ("altChunk", "subDoc")))
"""What stands for a whole other file."""
_TURNS = ("page", "column")
"""Breaks that end no line of a paragraph that is read without its pages (17.18.3)."""
_DROPPED = ("drop", "margin")
"""What a first letter does that stands in a paragraph of its own, several lines high, before the one it opens (17.3.1.11)."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHITE = re.compile(r"[\t\r\n]+")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,6}")
_FULL_STOPS = ("、", "）", "．", "。", "：", "，")
"""Signs with room of their own: no blank follows a number that ends in one."""


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """A paragraph: the element whose mark ends it, its 1-based number among the paragraphs of the body, its text with its number in a list."""

    element: Element
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Pending:
    """How many tracked changes nobody has accepted or refused yet."""

    inserted: int
    deleted: int
    moved: int


class Unread(StrEnum):
    """What nothing here can tell in words; the values are what a user reads, after how many there are."""

    CHUNK = "处嵌入的文件"
    FIELD = "处要由 Word 算出来的域"
    SIGN = "个特殊字体的符号"
    OTHER = "处认不出的内容"
    REST = "段以后的内容"


Boxed = tuple[BodyParagraph, ...]


@dataclass
class Story:
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
            if block.tag == _PARAGRAPH:
                number += 1
                joined.append(self._piece(block, number))
            if block.tag != _PARAGRAPH or joined[-1].mark is _Mark.STAYS:
                self._close(joined)
                joined = []
            if block.tag == _TABLE:
                self.tables.append(self._boxed(_cells(block), number))
            elif block.tag != _PARAGRAPH:
                self._tell(Unread.CHUNK if block.tag in _FILES else Unread.OTHER, number)
            self.boxes += [self._boxed(box.iter(_PARAGRAPH), number) for box in block.iter(_BOX) if not _inside(box, _BOX)]
            if number >= PARAGRAPHS:
                self._tell(Unread.REST, number)
                break
        self._close(joined)

    def _piece(self, element: Element, number: int) -> _Piece:
        return _Piece(element, number, self._text(element, number), self._mark(element))

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
            if self._lists_contents(head.element, text):
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

    def _label(self, paragraph: Element) -> str:
        """The number of ``paragraph`` in its list, and a blank where one parts it from the text."""
        label, after = self.numbering.shown(paragraph)
        return label + (" " if after and not label.endswith(_FULL_STOPS) else "")

    # --- characters -------------------------------------------------------------------------------------------------------------------------

    def _text(self, paragraph: Element, number: int) -> str:
        return "".join(self._characters(paragraph, paragraph, number))

    def _characters(self, parent: Element, paragraph: Element, number: int) -> Iterator[str]:
        for part in parent:
            if part.tag == _RUN:
                yield self._run(part, paragraph, number)
            elif part.tag in _EQUATIONS:
                yield linear(part, lambda run: self._run(run, paragraph, number))
            elif part.tag in _RUN_WRAPPERS:
                yield from () if _waiting(part) else self._characters(part, paragraph, number)
            elif part.tag in _FILES:
                self._tell(Unread.CHUNK, number)
            elif part.tag not in _GONE and part.tag != _PROPERTIES and next(part.iter(_TEXT), None) is not None:
                self._tell(Unread.OTHER, number)

    def _run(self, run: Element, paragraph: Element, number: int) -> str:
        properties = child(run, "rPr")
        if self.styles.hidden(paragraph, properties):
            return ""
        font = self.styles.font(properties)
        printed = (part for part in run if part not in self.fields.unprinted)
        said = "".join(self._said(part, font, paragraph, number) for part in printed)
        return said.upper() if self.styles.capitals(paragraph, properties) else said

    def _said(self, part: Element, font: str, paragraph: Element, number: int) -> str:
        """What one child of a run adds to the text: drawings, text boxes and references to notes add nothing."""
        if part.tag == _TEXT:
            return self._drawn(_content(part), font, number)
        if part.tag == _BREAK:
            return "" if attribute(part, "type") in _TURNS else "\n"
        if part.tag == _SYMBOL:
            return self._sign(part, number)
        if part.tag == _FIELD_MARK:
            if part in self.fields.strange:
                self._tell(Unread.FIELD, number)
            return self.fields.printed.get(part, "")
        return "".join(self._characters(part, paragraph, number)) if part.tag == _RUBY else _SIGNS.get(part.tag, "")

    def _drawn(self, text: str, font: str, number: int) -> str:
        if not is_symbol_font(font) and not unknown(text):
            return text
        drawn = symbols(text, font)
        if len(drawn) < len(text):
            self._tell(Unread.SIGN, number)
        return drawn

    def _sign(self, sign: Element, number: int) -> str:
        code = attribute(sign, "char") or ""
        drawn = symbol(int(code, 16), attribute(sign, "font") or "") if _HEXADECIMAL.fullmatch(code) else ""
        if not drawn:
            self._tell(Unread.SIGN, number)
        return drawn

    def _tell(self, what: Unread, number: int) -> None:
        self.unread.setdefault(what, []).append(max(number, 1))


class _Mark(Enum):
    """What becomes of the mark that ends a paragraph."""

    STAYS = auto()
    DELETED = auto()
    HIDDEN = auto()


@dataclass(frozen=True, slots=True)
class _Piece:
    """One ``w:p`` of a paragraph; more than one where marks between them are deleted or hidden."""

    element: Element
    number: int
    text: str
    mark: _Mark


def _blocks(parent: Element) -> Iterator[Element]:
    """Paragraphs, tables and what else holds text in ``parent``, in order, through what they are wrapped in."""
    for block in parent:
        if block.tag in (_PARAGRAPH, _TABLE) or block.tag in _FILES:
            yield block
        elif block.tag in _BLOCK_WRAPPERS:
            yield from () if _waiting(block) else _blocks(block)
        elif block.tag not in _GONE and next(block.iter(_TEXT), None) is not None:
            yield block


def _cells(table: Element) -> Iterator[Element]:
    """The paragraphs of ``table`` in rows that nobody has deleted or hidden, text boxes left out."""
    for paragraph in table.iter(_PARAGRAPH):
        around = paragraph.iterancestors(_BOX, _ROW)
        if not any(above.tag == _BOX or _unprinted(above) for above in around):
            yield paragraph


def _unprinted(row: Element) -> bool:
    """Whether ``row`` is deleted, or hidden (17.4.20)."""
    properties = child(row, "trPr")
    return child(properties, "del") is not None or bool(switch(properties, "hidden"))


def _inside(element: Element, name: str) -> bool:
    return next(element.iterancestors(name), None) is not None


def _waiting(wrapper: Element) -> bool:
    """Whether ``wrapper`` is a content control that nobody has filled: what it shows asks for text and is none."""
    return bool(switch(child(wrapper, "sdtPr"), "showingPlcHdr"))


def _content(text: Element) -> str:
    """The characters of ``w:t``: blanks at its ends count only where it says so, line ends of the file are blanks (XML 1.0, 2.10)."""
    said = _WHITE.sub(" ", text.text or "")
    return said if text.get(_SPACE) == "preserve" else said.strip(" ")


# --- tracked changes ---------------------------------------------------------------------------------------------------------------------------

_CHANGED = ".//w:{tag}[not(parent::w:rPr or preceding-sibling::*[1][self::w:{tag}])] | .//w:p[w:pPr/w:rPr/w:{tag} and not(w:{tag})]"


def pending(body: Element) -> Pending:
    """The tracked changes in ``body``: a move counts once, and so do neighbours, and what takes a paragraph with its mark."""
    inserted, deleted, moved = (len(body.xpath(_CHANGED.format(tag=name), namespaces={"w": W[1:-1]})) for name in ("ins", "del", "moveTo"))
    return Pending(inserted, deleted, moved)
