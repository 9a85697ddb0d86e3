"""What a paragraph stands on, since white characters on paper are seen by nobody: the colour of a cell (17.4.32 of ECMA-376), a box, a picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.check.cascade import shade
from generator.check.document import Paragraph
from generator.reading.elements import Element, child, local, opening, tag, value
from generator.reading.styles import Styles

_BOX = "图形"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_SHAPES = tuple(f"{{urn:schemas-microsoft-com:vml}}{name}" for name in ("rect", "shape", "roundrect", "group", "oval"))
_BELOW = re.compile(r"z-index:\s*-")


def ground(paragraph: Element, styles: Styles) -> str:
    """The colour around ``paragraph`` that a cell, its table or the style of that has; that of a box is not known, and named so. Empty for paper."""
    return next((found for found in _grounds(paragraph, styles) if found), "")


def behind(paragraph: Element) -> bool:
    """Whether ``paragraph`` anchors a picture or a shape behind the text, as a cover in colour has it."""
    drawn = any(anchor.get("behindDoc") in ("1", "true") for anchor in paragraph.iter(f"{_DRAWING}anchor"))
    return drawn or any(_BELOW.search(shape.get("style") or "") for shape in paragraph.iter(*_SHAPES))


def with_grounds(paragraphs: Sequence[Paragraph], elements: Sequence[Element]) -> Iterator[Paragraph]:
    """``paragraphs``, made of ``elements``, those on a page with something behind its text as standing on it."""
    pages = {(p.section, page) for p, element in zip(paragraphs, elements, strict=True) if behind(element) for page in (p.opens, p.closes)}
    for each in paragraphs:
        yield replace(each, ground=each.ground or _BOX) if {(each.section, each.opens), (each.section, each.closes)} & pages else each


def _grounds(paragraph: Element, styles: Styles) -> Iterator[str]:
    for above in paragraph.iterancestors():
        match local(above):
            case "txbxContent":
                yield _BOX
            case "tc":
                yield _said(child(above, "tcPr"))
            case "tr":
                yield _said(opening(above, "tblPrEx"))
            case "tbl":
                properties = opening(above, "tblPr")
                yield _said(properties)
                chain = styles.chain(value(properties, "tblStyle") or "")
                yield from (_said(each.getparent()) for style in chain for each in style.iter(tag("shd")))


def _said(properties: Element | None) -> str:
    return "" if properties is None else shade([properties])
