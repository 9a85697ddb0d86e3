"""What the body of a Word file says as it stands: pending insertions made, pending deletions carried out, whatever a run is wrapped in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_BLOCK_WRAPPERS = frozenset(map(qn, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo")))
_RUN_WRAPPERS = _BLOCK_WRAPPERS | frozenset(map(qn, ("w:hyperlink", "w:smartTag", "w:fldSimple", "w:dir", "w:bdo", "w:ruby", "w:rubyBase")))
_PARAGRAPH, _RUN, _TEXT, _BREAK, _RUBY = map(qn, ("w:p", "w:r", "w:t", "w:br", "w:ruby"))
_SIGNS = {qn("w:tab"): "\t", qn("w:ptab"): "\t", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}

_CHANGED = ".//w:{tag}[not(parent::w:rPr or preceding-sibling::*[1][self::w:{tag}])] | .//w:p[w:pPr/w:rPr/w:{tag} and not(w:{tag})]"


@dataclass(frozen=True, slots=True)
class BodyParagraph:
    """A paragraph of the body: the element whose mark ends it, its 1-based number among the paragraphs of the file, its text."""

    element: Any
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Pending:
    """How many tracked changes nobody has accepted or refused yet."""

    inserted: int
    deleted: int
    moved: int


def body_paragraphs(body: Any) -> Iterator[BodyParagraph]:
    """The paragraphs of ``body`` in order, those in content controls too, tables left out. One whose mark is deleted runs on into the next."""
    carried = ""
    last: BodyParagraph | None = None
    for number, element in enumerate(_paragraphs(body), 1):
        text = _text(element)
        if last is None or text:
            last = BodyParagraph(element, number, carried + text)
        carried = last.text
        if not _mark_deleted(element):
            yield last
            carried, last = "", None
    if last is not None and last.text:
        yield last


def text_boxes(body: Any) -> Iterator[list[BodyParagraph]]:
    """The paragraphs of each text box in ``body``, tables in it too; the second copy of a box, for old programs, is passed over."""
    for box in body.xpath(".//w:txbxContent[not(ancestor::*[local-name()='Fallback'])]"):
        yield [BodyParagraph(element, number, _text(element)) for number, element in enumerate(box.iter(_PARAGRAPH), 1)]


def pending(body: Any) -> Pending:
    """The tracked changes in ``body``: a move counts once, and so do neighbours, and what takes a paragraph with its mark."""
    inserted, deleted, moved = (len(body.xpath(_CHANGED.format(tag=tag))) for tag in ("ins", "del", "moveTo"))
    return Pending(inserted, deleted, moved)


def _paragraphs(parent: Any) -> Iterator[Any]:
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield child
        elif child.tag in _BLOCK_WRAPPERS and not _waiting(child):
            yield from _paragraphs(child)


def _mark_deleted(element: Any) -> bool:
    return bool(element.xpath("./w:pPr/w:rPr/w:del | ./w:pPr/w:rPr/w:moveFrom"))


def _text(parent: Any) -> str:
    return "".join(_characters(parent))


def _characters(parent: Any) -> Iterator[str]:
    for child in parent:
        if child.tag == _RUN:
            yield from () if _hidden(child) else map(_said, child)
        elif child.tag in _RUN_WRAPPERS and not _waiting(child):
            yield from _characters(child)


def _waiting(wrapper: Any) -> bool:
    """Whether ``wrapper`` is a content control that nobody has filled: what it shows asks for text and is none."""
    return wrapper.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is not None


def _hidden(run: Any) -> bool:
    switch = run.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
    return switch is not None and switch.get(qn("w:val"), "1") not in ("0", "false", "off")


def _said(part: Any) -> str:
    """What one child of a run adds to the text: drawings, text boxes and note references add nothing."""
    if part.tag == _TEXT:
        return part.text or ""
    if part.tag == _BREAK:
        return "\n" if part.get(qn("w:type"), "textWrapping") == "textWrapping" else ""
    return _text(part) if part.tag == _RUBY else _SIGNS.get(part.tag, "")
