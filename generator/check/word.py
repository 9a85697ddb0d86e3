"""Word files to ``Document``: the one place that opens them. Styles, lists, theme and footers are read as Word reads them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from msgspec.structs import replace

from generator.check.cascade import Cascade
from generator.check.document import Document, Edges, Footer, Grid, Header, Paragraph, Section
from generator.check.footers import footer
from generator.check.grounds import with_grounds
from generator.check.headers import header
from generator.check.texts import Pages, body, boxes, paragraph
from generator.check.traces import traces
from generator.reading.elements import Element, attribute, child, local, switch, tag, value, whole
from generator.reading.fields import Fields
from generator.reading.numbering import Numbering
from generator.reading.package import Package, opened
from generator.reading.styles import Styles

_MARGINS = {"top": 1440, "bottom": 1440, "left": 1440, "right": 1440, "gutter": 0, "footer": 720}
"""What Word takes where a section does not say (an inch, half of one)."""
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read_layout(name: str, data: bytes, most: int | None = None) -> Document:
    """The Word file ``data`` with its formatting resolved; ``name`` is what problems call it. Raises ``Faults`` where it is none.

    Of a body of more than ``most`` paragraphs those are read.

    What tracked changes insert counts, what they delete does not; notes are left out.
    """
    return layout_of(opened(name, data), most)


def layout_of(package: Package, most: int | None = None) -> Document:
    """As ``read_layout``, of a file that was opened before."""
    settings, styles = package.related("settings"), package.related("styles")
    cascade = Cascade(Styles.of(styles), _levels(package.related("numbering")), theme(package.related("theme")))
    root = child(package.document, "body")
    marks = [e for e in (child(p, "pPr", "sectPr") for p in body(root)) if e is not None]
    sections = _sections(package, [*marks, child(root, "sectPr")], cascade)
    even_and_odd = bool(switch(settings, "evenAndOddHeaders"))
    language = attribute(child(styles, "docDefaults", "rPrDefault", "rPr", "lang"), "eastAsia") or ""
    boxed = tuple(paragraph(element, number, cascade) for number, element in boxes(root) if most is None or number <= most)
    numbering = Numbering.of(package.related("numbering"), cascade.styles)
    left = traces([root, *package.all_related("header", "footer", "footnotes", "endnotes")], package.related("comments"), package.properties())
    paragraphs = tuple(islice(_read(root, numbering, cascade, sections), most))
    paragraphs = tuple(with_grounds(paragraphs, list(islice(body(root), len(paragraphs)))))
    return Document(package.name, paragraphs, boxed, tuple(sections), even_and_odd, language, left)


# --- formatting ----------------------------------------------------------------------------------------------------------------------------


def _levels(numbering: Element | None) -> dict[tuple[str, str], Element]:
    """The levels of every list, by its id and theirs; what a list overrides is its own."""
    if numbering is None:
        return {}
    abstract = {attribute(a, "abstractNumId"): a.findall(tag("lvl")) for a in numbering.findall(tag("abstractNum"))}
    found: dict[tuple[str, str], Element] = {}
    for each in numbering.findall(tag("num")):
        own = [level for override in each.findall(tag("lvlOverride")) if (level := child(override, "lvl")) is not None]
        levels = (*abstract.get(value(each, "abstractNumId"), []), *own)
        found |= {(attribute(each, "numId") or "", attribute(level, "ilvl") or "0"): level for level in levels}
    return found


_SCHEME = {
    **dict.fromkeys(("dark1", "text1"), "dk1"),
    **dict.fromkeys(("light1", "background1"), "lt1"),
    **dict.fromkeys(("dark2", "text2"), "dk2"),
    **dict.fromkeys(("light2", "background2"), "lt2"),
    **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
"""The colour of a theme that each of Word's names for one means (ECMA-376 part 1, 17.18.97)."""


def theme(part: Element | None) -> dict[str, str]:
    """What the names of the theme ``part`` stand for: fonts and colours."""
    return _theme_fonts(part) | _theme_colours(part)


def _theme_colours(theme: Element | None) -> dict[str, str]:
    scheme = None if theme is None else theme.find(f".//{_DRAWING}clrScheme")
    found = {name: None if scheme is None else scheme.find(f"{_DRAWING}{own}/*") for name, own in _SCHEME.items()}
    said = {name: colour.get("lastClr") or colour.get("val") or "" for name, colour in found.items() if colour is not None}
    return {name: colour.upper() for name, colour in said.items() if colour}


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The fonts that minorEastAsia and its like stand for, the Chinese one where the theme leaves it to the language."""
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        scheme = None if theme is None else theme.find(f".//{_DRAWING}{size}Font")
        if scheme is not None:
            latin, east, chinese = (_typeface(scheme, name) for name in ("latin", "ea", "font[@script='Hans']"))
            fonts[f"{size}EastAsia"] = east or chinese
            fonts |= {f"{size}HAnsi": latin, f"{size}Ascii": latin}
    return {name: font for name, font in fonts.items() if font}


def _typeface(scheme: Element, path: str) -> str:
    found = scheme.find(f"{_DRAWING}{path}")
    return "" if found is None else found.get("typeface") or ""


# --- paragraphs ----------------------------------------------------------------------------------------------------------------------------


def _read(root: Element, numbering: Numbering, cascade: Cascade, sections: list[Section]) -> Iterator[Paragraph]:
    """The paragraphs of the body, with the numbers of Word's lists before them."""
    labels, listed, pages, section = numbering.labels(root), Fields.of(root).contents, Pages(), 0
    for number, element in enumerate(body(root), 1):
        found = paragraph(element, number, cascade, labels.get(element, ""), section, sections[section].grid.pitch, pages)
        yield replace(found, listed=True) if element in listed else found
        if child(element, "pPr", "sectPr") is not None:
            section += 1
            if not sections[section].continuous:
                pages.turn()


# --- sections ------------------------------------------------------------------------------------------------------------------------------


def _sections(package: Package, marks: list[Element | None], cascade: Cascade) -> list[Section]:
    """The sections; one without a header or footer of a kind goes on with the one before it."""
    found: list[Section] = []
    footers: dict[Edges, Footer | None] = {}
    headers: dict[Edges, Header] = {}
    for mark in marks:
        grid = _grid(child(mark, "docGrid"))
        footers = footers | {edges: footer(root, cascade, grid.pitch) for edges, root in _edges(package, mark, "footerReference")}
        headers = headers | {edges: header(root, cascade) for edges, root in _edges(package, mark, "headerReference")}
        found.append(_section(mark, grid, footers, headers))
    return found


def _edges(package: Package, mark: Element | None, kind: str) -> Iterator[tuple[Edges, Element]]:
    """The headers or footers that a section names, by the pages they stand on."""
    for reference in () if mark is None else mark.findall(tag(kind)):
        edges, root = attribute(reference, "type") or "default", package.referred(reference)
        if edges in set(Edges) and root is not None:
            yield Edges(edges), root


def _section(mark: Element | None, grid: Grid, footers: dict[Edges, Footer | None], headers: dict[Edges, Header]) -> Section:
    size, margins, numbers = child(mark, "pgSz"), child(mark, "pgMar"), child(mark, "pgNumType")
    sides = {name: abs(_side(margins, name, usual)) for name, usual in _MARGINS.items()}
    return Section(
        width=whole(attribute(size, "w")) or 12240,
        height=whole(attribute(size, "h")) or 15840,
        top=sides["top"],
        bottom=sides["bottom"],
        left=sides["left"] + sides["gutter"],
        right=sides["right"],
        footer=sides["footer"],
        grid=grid,
        footers=footers,
        continuous=value(mark, "type") == "continuous",
        title_page=bool(switch(mark, "titlePg")),
        start=whole(attribute(numbers, "start")),
        number_format=attribute(numbers, "fmt") or "decimal",
        headers=headers,
        columns=_columns(child(mark, "cols")),
        extras=frozenset(_extras(mark)),
    )


_VERTICAL = ("tbRl", "btLr", "tbLrV", "tbRlV", "rl", "lr", "lrV", "rlV")


def _extras(mark: Element | None) -> Iterator[str]:
    borders = child(mark, "pgBorders")
    if borders is not None and any(attribute(side, "val") not in (None, "nil", "none") for side in borders):
        yield "页面边框"
    if whole(attribute(child(mark, "lnNumType"), "countBy")):
        yield "行号"
    if value(mark, "textDirection") in _VERTICAL:
        yield "竖排的文字"
    if (value(mark, "vAlign") or "top") not in ("top", "both"):
        yield "垂直居中或靠下的页面"


def _side(margins: Element | None, name: str, usual: int) -> int:
    found = whole(attribute(margins, name))
    return usual if found is None else found


def _columns(mark: Element | None) -> int:
    named = 0 if mark is None else sum(local(part) == "col" for part in mark)
    return max(whole(attribute(mark, "num")) or 1, named, 1)


def _grid(mark: Element | None) -> Grid:
    kind = attribute(mark, "type") or ""
    pitch, characters = (whole(attribute(mark, name)) or 0 for name in ("linePitch", "charSpace"))
    return Grid("" if kind == "default" else kind, pitch, characters)
