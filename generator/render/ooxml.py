"""The elements of WordprocessingML that a report is written with, each in the order its schema asks for.

An element is the XML that says it: a Word file is written once, so a tree of nodes would be built only to be written out again.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from generator.patterns import late
from generator.render.looks import Look
from generator.render.styles import HIGHLIGHTS

Element = str

_PREFIXES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
NAMESPACES = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _PREFIXES.items())
"""Those that elements are written with, as the root of a part declares them."""

CHARACTER = 320
"""Twips of one 三号 character, Word's unit for indents in characters here."""

_FILLS = {"yellow": "FFFF00", "green": "00FF00", "cyan": "00FFFF", "magenta": "FF00FF", "lightGray": "D3D3D3"}
assert set(_FILLS) == set(HIGHLIGHTS.values())


def escaped(text: str) -> str:
    """``text`` as character data of XML; control characters are for ``printable`` to take out."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescaped(text: str) -> str:
    """What was ``escaped``."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """``<w:tag w:…=…>`` with ``children``."""
    given = "".join([f' w:{name}="{_quoted(value) if isinstance(value, str) else value}"' for name, value in attributes.items()])
    return f"<w:{tag}{given}>{''.join(children)}</w:{tag}>" if children else f"<w:{tag}{given}/>"


def _quoted(value: str) -> str:
    return escaped(value).replace('"', "&quot;")


def switch(tag: str, on: bool) -> Element:
    """An on/off property, written out both ways so that nothing inherited decides."""
    return element(tag, val=int(on))


def fonts(east_asian: str, latin: str) -> Element:
    """All four slots, so that no theme font shows through; the hint sends “ ” — … to the Chinese face."""
    return element("rFonts", hint="eastAsia", ascii=latin, hAnsi=latin, eastAsia=east_asian, cs=latin)


class Indent(Struct, frozen=True):
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
            right = {"rightChars": 0, "right": _twips(self.right)} if self.right else {}
            return element("ind", leftChars=0, left=_twips(self.left), **right, firstLineChars=0, hanging=_twips(self.hanging))
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
    level = () if outline is None else (element("outlineLvl", val=outline),)
    return element(
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
        *level,
    )


def run(text: str, style: str = "", highlight: str = "", scale: int = 100, size: int = 0) -> Element:
    """A run of characters; ``style`` is the id of a character style, ``scale`` its width in per cent, ``size`` in half-points (0: the style's)."""
    return f"<w:r>{_run_properties(style, highlight, scale, size)}{_text('t', text)}</w:r>"


@lru_cache(maxsize=256)
def _run_properties(style: str, highlight: str, scale: int, size: int) -> Element:
    sizes = (element("sz", val=size), element("szCs", val=size)) if size else ()
    return element(
        "rPr",
        *([element("rStyle", val=style)] if style else []),
        element("rFonts", hint="eastAsia"),
        *([element("w", val=scale)] if scale != 100 else []),
        *sizes,
        *([element("highlight", val=highlight)] if highlight else []),
    )


def dressed(text: str, *properties: Element) -> Element:
    """A run of characters with just these properties."""
    return element("r", element("rPr", *properties), _text("t", text))


def line_break() -> Element:
    return element("r", element("br"))


def page_field() -> list[Element]:
    """The runs of a PAGE field."""
    begin, separate, end = (element("r", element("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, element("r", _text("instrText", " PAGE ")), separate, run("1"), end]


def _text(tag: str, text: str) -> Element:
    return f'<w:{tag} xml:space="preserve">{escaped(text)}</w:{tag}>'


_ORDER = ("keepNext", "keepLines", "pageBreakBefore", "framePr", "pBdr", "tabs", "snapToGrid", "spacing", "ind", "jc", "outlineLvl", "rPr")
_TAG = late(r"<w:(\w+)")


def paragraph(style: str, *runs: Element, indent: Indent | None = None, keep_next: bool = False, own: Iterable[Element] = ()) -> Element:
    """A paragraph in the style of that id, with what it sets of its own: ``own`` are more properties, put in the order of the schema here."""
    return f"<w:p>{_paragraph_properties(style, indent, keep_next, tuple(own))}{''.join(runs)}</w:p>"


@lru_cache(maxsize=256)
def _paragraph_properties(style: str, indent: Indent | None, keep_next: bool, own: tuple[Element, ...]) -> Element:
    kept = (switch("keepNext", True),) if keep_next else ()
    indented = (indent.element(),) if indent is not None else ()
    ordered = sorted((*own, *kept, *indented), key=lambda made: _ORDER.index(_TAG.findall(made)[0]))
    return element("pPr", element("pStyle", val=style), *ordered)


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


def sliver(style: str, *runs: Element) -> Element:
    """A paragraph too low to be seen: Word wants one after a table and after a frame."""
    flat = element("spacing", before=0, after=0, line=20, lineRule="exact")
    return paragraph(style, *runs, indent=Indent(), own=(switch("snapToGrid", False), flat, element("rPr", element("sz", val=2))))


def shading(highlight: str) -> Element:
    """The background of a character style, since a highlight cannot be part of one in Word's own dialogues."""
    return element("shd", val="clear", color="auto", fill=_FILLS[highlight])
