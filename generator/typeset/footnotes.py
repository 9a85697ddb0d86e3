"""The part of a Word file that holds its footnotes (ECMA-376 part 1, 17.11)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.printable import printable
from generator.render.looks import Style
from generator.render.ooxml import Element, dressed, element, fonts
from generator.render.package import Part
from generator.render.parts import document

_SIZE = 21
"""Half-points: 五号, two sizes below the text."""


def footnotes(texts: Sequence[str], style: Style) -> Part:
    """The notes 1, 2, 3 … of that text, and the two lines that Word draws over notes."""
    lines = [_separator(-1, "separator"), _separator(0, "continuationSeparator")]
    notes = [_note(number, text, style) for number, text in enumerate(texts, 1)]
    word, office = "application/vnd.openxmlformats-officedocument.wordprocessingml", "http://schemas.openxmlformats.org/officeDocument/2006"
    return Part("footnotes.xml", f"{word}.footnotes+xml", f"{office}/relationships/footnotes", document("footnotes", *lines, *notes))


def _separator(identity: int, kind: str) -> Element:
    flat = element("pPr", element("spacing", before=0, after=0, line=240, lineRule="auto"), element("ind", firstLineChars=0, firstLine=0))
    return element("footnote", element("p", flat, element("r", element(kind))), type=kind, id=identity)


def _note(number: int, text: str, style: Style) -> Element:
    spacing = element("spacing", before=0, after=0, line=_SIZE * 14, lineRule="exact")
    place = element("pPr", element("snapToGrid", val=0), spacing, element("ind", firstLineChars=0, firstLine=0))
    look = (fonts(style.body.east_asian, style.body.latin), element("sz", val=_SIZE), element("szCs", val=_SIZE))
    mark = element("r", element("rPr", *look, element("vertAlign", val="superscript")), element("footnoteRef"))
    return element("footnote", element("p", place, mark, dressed(f" {printable(text)}", *look)), id=number)
