"""The package of a draft in a look of the tool's own: parts that a style makes once for all its drafts, and those that each draft brings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.render.fingerprint import FINGERPRINT_PART
from generator.render.looks import Style
from generator.render.ooxml import Element, element, escaped
from generator.render.parts import application_part, blank_footer_part, document, fonts_part, footer_part, settings_part, styles_part, written
from generator.render.theme import theme_part

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DOCUMENT = "word/document.xml"
_LONGEST = 255
"""Characters of a property, as OPC's schema has it."""


COMMENTS = ("comments.xml", f"{_WORD}.comments+xml", f"{_OFFICE}/comments")
PEOPLE = ("people.xml", f"{_WORD}.people+xml", "http://schemas.microsoft.com/office/2011/relationships/people")
"""Name, content type and relation of the parts that comments need."""


class Part(Struct, frozen=True):
    """A part that the text refers to: its name under ``word/``, content type, kind of relation, and what it holds."""

    name: str
    content_type: str
    relation: str
    content: bytes


class Properties(Struct, frozen=True):
    """What a Word file says of itself: title, author, and when it was made (UTC)."""

    title: str
    author: str
    created: datetime


def package(style: Style, body: Iterable[Element], properties: Properties, added: tuple[Part, ...] = (), blank: bool = False) -> Mapping[str, bytes]:
    """The parts by name, but for the fingerprint. ``added`` are more than every draft has; ``blank`` adds the footers of a page without number."""
    own = _own(style, blank)
    named = {f"word/{part.name}": part.content for part in (*own, *added)}
    text = {_DOCUMENT: document("document", element("body", *body)), "docProps/core.xml": _core_part(properties)}
    return {**_frame(_bare((*own, *added))), **named, **text}


def section(style: Style, even: bool = False, numbered: bool = True) -> Element:
    """``sectPr``: the page and its footers. ``even``: it begins on an even page; not ``numbered``: with footers that say nothing."""
    page = style.page
    right, left = _NUMBERED if numbered else _BLANK
    return element(
        "sectPr",
        _footer_reference("default", right),
        _footer_reference("even", left),
        *([element("type", val="evenPage")] if even else []),
        element("pgSz", w=page.width, h=page.height),
        element("pgMar", top=page.top, right=page.right, bottom=page.bottom, left=page.left, header=850, footer=page.footer, gutter=0),
        element("cols", space=720),
        element("docGrid", type="lines", linePitch=style.line),
    )


_NUMBERED, _BLANK = (5, 6), (7, 8)
"""The relations of the footers of odd and of even pages."""


def _footer_reference(kind: str, relation: int) -> Element:
    return f'<w:footerReference w:type="{kind}" r:id="rId{relation}"/>'


@lru_cache(maxsize=16)
def _own(style: Style, blank: bool) -> tuple[Part, ...]:
    """The parts of a style; the place of each is the number of its relation."""
    numbered = tuple(_word_part(f"footer{n}.xml", "footer", footer_part(style, side)) for n, side in enumerate(("right", "left"), 1))
    silent = tuple(_word_part(f"footer{n}.xml", "footer", blank_footer_part()) for n in (3, 4)) if blank else ()
    return (
        _word_part("styles.xml", "styles", styles_part(style)),
        _word_part("settings.xml", "settings", settings_part()),
        _word_part("fontTable.xml", "fontTable", fonts_part(style)),
        Part("theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml", f"{_OFFICE}/theme", theme_part()),
        *numbered,
        *silent,
    )


def _word_part(name: str, kind: str, content: bytes) -> Part:
    return Part(name, f"{_WORD}.{kind}+xml", f"{_OFFICE}/{kind}", content)


@lru_cache(maxsize=16)
def _frame(named: tuple[Part, ...]) -> Mapping[str, bytes]:
    """What says which parts there are, and the properties that no draft changes; ``named`` hold nothing."""
    return {
        "[Content_Types].xml": _content_types(named),
        "_rels/.rels": _relations([(relation, target) for target, _, relation in _OUTER]),
        "word/_rels/document.xml.rels": _relations([(part.relation, part.name) for part in named]),
        "docProps/app.xml": application_part(),
    }


_OUTER = (
    (_DOCUMENT, f"{_WORD}.document.main+xml", f"{_OFFICE}/officeDocument"),
    ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", f"{_PACKAGE}/relationships/metadata/core-properties"),
    ("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", f"{_OFFICE}/extended-properties"),
    (FINGERPRINT_PART, "application/vnd.openxmlformats-officedocument.custom-properties+xml", f"{_OFFICE}/custom-properties"),
)


def _bare(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(replace(part, content=b"") for part in parts)


def _content_types(named: Iterable[Part]) -> bytes:
    defaults = (("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"))
    every = [(name, kind) for name, kind, _ in _OUTER] + [(f"word/{part.name}", part.content_type) for part in named]
    rows = [f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in defaults]
    rows += [f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in every]
    return written(f'<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>')


def _relations(targets: Iterable[tuple[str, str]]) -> bytes:
    rows = (f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, 1))
    return written(f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>')


def _core_part(properties: Properties) -> bytes:
    """``docProps/core.xml``."""
    title, author = (escaped(text[:_LONGEST]) for text in (properties.title, properties.author))
    moment = f' xsi:type="dcterms:W3CDTF">{properties.created:%Y-%m-%dT%H:%M:%SZ}'
    return written(
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>"
        f"<dcterms:created{moment}</dcterms:created><dcterms:modified{moment}</dcterms:modified><dc:language>zh-CN</dc:language></cp:coreProperties>"
    )
