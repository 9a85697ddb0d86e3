"""What stands around text in a Word file (ECMA-376 part 1, 17.5, 17.13): what is read through, what is gone, what is another file."""

from __future__ import annotations

from generator.reading.elements import Element, between, child, switch, tag

BLOCK_WRAPPERS = frozenset(map(tag, ("sdt", "sdtContent", "customXml", "ins", "moveTo")))
"""What paragraphs and tables may be wrapped in, and runs too."""
GONE = frozenset(map(tag, ("del", "moveFrom", "rt")))
FILES = frozenset(map(tag, ("altChunk", "subDoc")))
"""What stands for a whole other file."""
_BOX = tag("txbxContent")
_SPOKEN = (tag("t"), tag("sym"), "{http://schemas.openxmlformats.org/officeDocument/2006/math}t")


def waiting(wrapper: Element) -> bool:
    """Whether ``wrapper`` is a content control that nobody has filled (17.5.2.39): what it shows asks for text and is none."""
    return bool(switch(child(wrapper, "sdtPr"), "showingPlcHdr"))


def speaks(element: Element) -> bool:
    """Whether any characters stand in ``element``, or are it, but for those in text boxes, which are read apart."""
    return any(not _boxed(said, element) for said in element.iter(*_SPOKEN))


def _boxed(said: Element, outer: Element) -> bool:
    """Whether ``said`` stands in a text box within ``outer``."""
    return said is not outer and any(above.tag == _BOX for above in between(said, outer))
