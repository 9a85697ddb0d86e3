"""Paragraphs of a Word file: their characters run by run, and where pages are known to begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.cascade import Cascade
from generator.check.document import Paragraph, Run
from generator.reading.elements import Element, attribute, child, local, switch

_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "hyperlink", "smartTag", "fldSimple", "dir", "bdo"})
_BOXES = frozenset({"tc", "txbxContent"})


@dataclass
class Pages:
    """Beginnings of pages met so far: asked for, or where Word last laid one out."""

    count: int = 0

    def turn(self) -> str:
        """A page begins; nothing is printed for it."""
        self.count += 1
        return ""


def body(parent: Element) -> Iterator[Element]:
    """The paragraphs of the body, those in content controls too, tables left out."""
    for part in parent:
        if local(part) == "p":
            yield part
        elif local(part) in _WRAPPERS:
            yield from body(part)


def boxes(root: Element) -> Iterator[tuple[int, Element]]:
    """The paragraphs in tables and text boxes, each with the number of the paragraph of the body before it. Word's fallback drawings are left out."""
    outer = {element: number for number, element in enumerate(body(root), 1)}
    number = 1
    for part in root.iter():
        number = outer.get(part, number)
        boxed = local(part) == "p" and part not in outer and local(part.getparent()) in _BOXES
        if boxed and not any(local(above) == "Fallback" for above in part.iterancestors()):
            yield number, part


def paragraph(
    element: Element, number: int, cascade: Cascade, label: str = "", section: int = 0, grid_pitch: int = 0, pages: Pages | None = None
) -> Paragraph:
    """One paragraph, ``label`` (its number in a list of Word) before its text in the face of its first run."""
    pages = pages or Pages()
    if cascade.starts_page(element):
        pages.turn()
    opens = pages.count + _opens_page(element)
    mark = cascade.face(element, None)
    runs = tuple(_runs(element, element, cascade, pages))
    labelled = (Run(label, runs[0].face if runs else mark), *runs) if label else runs or (Run("", mark),)
    size = max(labelled, key=lambda run: len(run.text)).face.size
    text = "".join(run.text for run in labelled)
    return Paragraph(number, text, labelled, cascade.shape(element, size, grid_pitch), cascade.style_name(element), section, opens, pages.count)


def _opens_page(element: Element) -> bool:
    """Whether a page begins before the first character of ``element``, by Word's last layout or a break."""
    for part in element.iter():
        if local(part) == "lastRenderedPageBreak" or (local(part) == "br" and attribute(part, "type") == "page"):
            return True
        if local(part) == "t" and part.text:
            return False
    return False


def _runs(parent: Element, paragraph: Element, cascade: Cascade, pages: Pages) -> Iterator[Run]:
    for part in parent:
        if local(part) in _WRAPPERS:
            yield from _runs(part, paragraph, cascade, pages)
        elif local(part) == "r" and not switch(child(part, "rPr"), "vanish"):
            text = "".join(_printed(sign, pages) for sign in part)
            if text:
                yield Run(text, cascade.face(paragraph, part))


def _printed(sign: Element, pages: Pages) -> str:
    match local(sign):
        case "t":
            return sign.text or ""
        case "tab" | "ptab":
            return "\t"
        case "noBreakHyphen":
            return "-"
        case "br" if attribute(sign, "type") == "page":
            return pages.turn()
        case "br" | "cr":
            return "\n"
        case "lastRenderedPageBreak":
            return pages.turn()
        case _:
            return ""
