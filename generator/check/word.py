"""Word files to ``Document``: the one place that opens them. Styles, lists, theme and footers are read as Word reads them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.parser import OxmlElement, parse_xml
from docx.text.paragraph import Paragraph as WordParagraph

from generator.check.cascade import Cascade
from generator.check.document import Document, Edges, Footer, Grid, Paragraph, Section
from generator.check.elements import Element, attribute, child, switch, tag, value, whole
from generator.check.footers import footer
from generator.check.texts import Pages, body, boxes, paragraph
from generator.problems import Faults, Place, Problem
from generator.reading.numbering import Numbering

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def read_layout(name: str, data: bytes) -> Document:
    """The .docx ``data`` with its formatting resolved; ``name`` is what problems call it. Raises ``Faults`` where it is none.

    What tracked changes insert counts, what they delete does not; notes are left out.
    """
    try:
        return _document(name, docx.Document(io.BytesIO(data)))
    except Exception:  # python-docx raises whatever the broken part raises: zip, XML, key errors
        hint = "另存为 .docx 后重试；旧式 .doc、.wps 先用 Word 或 WPS 另存为 .docx"
        raise Faults([Problem(Place(name), "not-word", "不是能读的 Word 文件", hint)]) from None


def _document(name: str, word: WordDocument) -> Document:
    settings, styles = _part(word, "settings"), _part(word, "styles")
    cascade = _cascade(word, styles)
    root: Any = word.element.body
    marks = [e for e in (child(p, "pPr", "sectPr") for p in body(root)) if e is not None]
    last = root.find(tag("sectPr"))
    sections = _sections(word, [*marks, last if last is not None else OxmlElement("w:sectPr")], cascade)
    even_and_odd = bool(switch(settings, "evenAndOddHeaders"))
    language = attribute(child(styles, "docDefaults", "rPrDefault", "rPr", "lang"), "eastAsia") or ""
    boxed = tuple(paragraph(element, number, cascade) for number, element in boxes(root))
    return Document(name, tuple(_read(word, cascade, sections)), boxed, tuple(sections), even_and_odd, language)


def _part(word: WordDocument, kind: str) -> Element | None:
    """The root of the part of that kind beside the text."""
    for relation in word.part.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            return parse_xml(relation.target_part.blob)
    return None


# --- formatting ----------------------------------------------------------------------------------------------------------------------------


def _cascade(word: WordDocument, styles: Element | None) -> Cascade:
    found = [] if styles is None else styles.findall(tag("style"))
    defaulted = {attribute(s, "type") or "": attribute(s, "styleId") or "" for s in found if attribute(s, "default") in ("1", "true", "on")}
    by_id = {attribute(s, "styleId") or "": s for s in found}
    return Cascade(child(styles, "docDefaults"), by_id, _levels(_part(word, "numbering")), _theme_fonts(_part(word, "theme")), defaulted)


def _levels(numbering: Element | None) -> dict[tuple[str, str], Element]:
    """The levels of every list, by its id and theirs."""
    if numbering is None:
        return {}
    abstract = {attribute(a, "abstractNumId"): a.findall(tag("lvl")) for a in numbering.findall(tag("abstractNum"))}
    lists = ((attribute(n, "numId") or "", value(n, "abstractNumId")) for n in numbering.findall(tag("num")))
    return {(identity, attribute(level, "ilvl") or "0"): level for identity, kind in lists for level in abstract.get(kind, [])}


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    """The fonts that minorEastAsia and its like stand for, the Chinese one where the theme leaves it to the language."""
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        scheme = None if theme is None else theme.find(f".//{_DRAWING}{size}Font")
        if scheme is not None:
            latin, east = (scheme.find(f"{_DRAWING}{name}").get("typeface") for name in ("latin", "ea"))
            chinese = scheme.find(f"{_DRAWING}font[@script='Hans']")
            fonts[f"{size}EastAsia"] = east or ("" if chinese is None else chinese.get("typeface"))
            fonts |= {f"{size}HAnsi": latin, f"{size}Ascii": latin}
    return {name: font for name, font in fonts.items() if font}


# --- paragraphs ----------------------------------------------------------------------------------------------------------------------------


def _read(word: WordDocument, cascade: Cascade, sections: list[Section]) -> Iterator[Paragraph]:
    """The paragraphs of the body, with the numbers of Word's lists before them."""
    numbering, pages, section = Numbering.of(word), Pages(), 0
    for number, element in enumerate(body(word.element.body), 1):
        label = numbering.label(WordParagraph(element, word))
        yield paragraph(element, number, cascade, label, section, sections[section].grid.pitch, pages)
        if child(element, "pPr", "sectPr") is not None:
            section += 1
            if not sections[section].continuous:
                pages.turn()


# --- sections ------------------------------------------------------------------------------------------------------------------------------


def _sections(word: WordDocument, marks: list[Element], cascade: Cascade) -> list[Section]:
    """The sections; one without a footer of a kind goes on with the one before it."""
    found: list[Section] = []
    footers: dict[Edges, Footer | None] = {}
    for mark in marks:
        grid = _grid(child(mark, "docGrid"))
        for reference in mark.findall(tag("footerReference")):
            edges = Edges(attribute(reference, "type") or "default")
            root = parse_xml(word.part.related_parts[reference.get(_RELATION)].blob)
            footers = footers | {edges: footer(root, cascade, grid.pitch)}
        found.append(_section(mark, grid, footers))
    return found


def _section(mark: Element, grid: Grid, footers: dict[Edges, Footer | None]) -> Section:
    size, margins, numbers = child(mark, "pgSz"), child(mark, "pgMar"), child(mark, "pgNumType")
    sides = {name: abs(whole(attribute(margins, name)) or 0) for name in ("top", "bottom", "left", "right", "gutter", "footer")}
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
    )


def _grid(mark: Element | None) -> Grid:
    kind = attribute(mark, "type") or ""
    pitch, characters = (whole(attribute(mark, name)) or 0 for name in ("linePitch", "charSpace"))
    return Grid("" if kind == "default" else kind, pitch, characters)
