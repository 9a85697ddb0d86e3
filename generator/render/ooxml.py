"""The elements of WordprocessingML that a report is written with, each in the order its schema asks for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

from generator.render.looks import Look
from generator.render.styles import HIGHLIGHTS

Element = BaseOxmlElement

CHARACTER = 320
"""Twips of one 三号 character, Word's unit for indents in characters here."""

_FILLS = {"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "lightGray": "D3D3D3"}
assert set(_FILLS) == set(HIGHLIGHTS.values())


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """``<w:tag w:…=…>`` with ``children``."""
    made: Element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(children)
    return made


def switch(tag: str, on: bool) -> Element:
    """An on/off property, written out both ways so that nothing inherited decides."""
    return element(tag, val=int(on))


def fonts(east_asian: str, latin: str) -> Element:
    """All four slots, so that no theme font shows through; the hint sends “ ” — … to the Chinese face."""
    return element("rFonts", hint="eastAsia", ascii=latin, hAnsi=latin, eastAsia=east_asian, cs=latin)


@dataclass(frozen=True, slots=True)
class Indent:
    """Indents in characters. ``hanging`` leaves that much of the first line outside ``left``."""

    first: float = 0
    left: float = 0
    right: float = 0
    hanging: float = 0

    def element(self) -> Element:
        """``ind``: Word goes by the ``…Chars`` attributes where they are not 0, other programs by the twips beside them.

        A hanging indent is given in twips alone, since Word does not count it into ``leftChars``.
        """
        if self.hanging:
            return element("ind", leftChars=0, left=_twips(self.left), firstLineChars=0, hanging=_twips(self.hanging))
        sides = {"left": self.left, "right": self.right, "firstLine": self.first}
        attributes = {key: value for name, n in sides.items() for key, value in ((f"{name}Chars", round(n * 100)), (name, _twips(n)))}
        return element("ind", **attributes)


def _twips(characters: float) -> int:
    return round(characters * CHARACTER)


def run_look(look: Look) -> Element:
    """``rPr`` of a paragraph style."""
    return element(
        "rPr",
        fonts(look.east_asian, look.latin),
        switch("b", look.bold),
        switch("bCs", look.bold),
        switch("i", False),
        switch("iCs", False),
        element("color", val=look.colour),
        element("spacing", val=look.spacing),
        element("kern", val=0),
        element("sz", val=look.size),
        element("szCs", val=look.size),
        element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"),
    )


def paragraph_look(look: Look, indent: Indent, outline: int | None = None) -> Element:
    """``pPr`` of a paragraph style; ``outline`` 0–3 puts it into the navigation pane.

    Type of another size than 三号 leaves the grid of lines: LibreOffice would give each of its lines one or two rows, whatever its pitch says.
    """
    made = element(
        "pPr",
        switch("keepNext", look.keep_next),
        switch("keepLines", False),
        switch("widowControl", False),
        switch("overflowPunct", True),
        switch("autoSpaceDE", False),
        switch("autoSpaceDN", False),
        switch("snapToGrid", look.size * 10 == CHARACTER),
        element("spacing", before=0, after=0, line=look.line, lineRule="exact"),
        indent.element(),
        switch("contextualSpacing", False),
        element("jc", val=look.align),
    )
    if outline is not None:
        made.append(element("outlineLvl", val=outline))
    return made


def run(text: str, style: str = "", highlight: str = "", scale: int = 100, size: int = 0) -> Element:
    """A run of characters; ``style`` is the id of a character style, ``scale`` its width in per cent, ``size`` in half-points (0: the style's)."""
    properties = element("rPr")
    if style:
        properties.append(element("rStyle", val=style))
    properties.append(element("rFonts", hint="eastAsia"))
    if scale != 100:
        properties.append(element("w", val=scale))
    if size:
        properties.extend((element("sz", val=size), element("szCs", val=size)))
    if highlight:
        properties.append(element("highlight", val=highlight))
    return element("r", properties, _text("t", text))


def line_break() -> Element:
    return element("r", element("br"))


def page_field() -> list[Element]:
    """The runs of a PAGE field."""
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, element("r", _text("instrText", " PAGE ")), separate, run("1"), end]


def _text(tag: str, text: str) -> Element:
    made = element(tag)
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


_ORDER = ("keepNext", "keepLines", "pageBreakBefore", "framePr", "pBdr", "tabs", "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "rPr")


def paragraph(style: str, *runs: Element, indent: Indent | None = None, keep_next: bool = False, own: Iterable[Element] = ()) -> Element:
    """A paragraph in the style of that id, with what it sets of its own: ``own`` are more properties, put in the order of the schema here."""
    properties = [*own]
    if keep_next:
        properties.append(switch("keepNext", True))
    if indent is not None:
        properties.append(indent.element())
    ordered = sorted(properties, key=lambda made: _ORDER.index(made.tag.split("}")[1]))
    return element("p", element("pPr", element("pStyle", val=style), *ordered), *runs)


def borders(**sides: Element) -> Element:
    """``pBdr`` with the sides given (top, bottom), in the order of the schema."""
    return element("pBdr", *(sides[side] for side in ("top", "bottom") if side in sides))


def rule(side: str, eighths: int, colour: str = "000000", space: int = 0) -> Element:
    """A single line on one side; ``space`` in points between it and the text."""
    return element(side, val="single", sz=eighths, space=space, color=colour)


def tab_stop(position: int, align: str = "left") -> Element:
    return element("tab", val=align, pos=position)


def tab() -> Element:
    return element("r", element("tab"))


def sliver(style: str) -> Element:
    """A paragraph too low to be seen: Word wants one after a table and after a frame."""
    flat = element("spacing", before=0, after=0, line=20, lineRule="exact")
    return paragraph(style, indent=Indent(), own=(switch("snapToGrid", False), flat, element("rPr", element("sz", val=2))))


def shading(highlight: str) -> Element:
    """The background of a character style, since a highlight cannot be part of one in Word's own dialogues."""
    return element("shd", val="clear", color="auto", fill=_FILLS[highlight])
