"""Word files made by hand, part by part, as small as they can be."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from generator.printed import lines
from generator.reading.body import Story
from generator.reading.package import opened
from generator.reading.word import read_word
from generator.report import Report

NAMES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "new": "http://example.org/later",
    }.items()
)
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)


def relations(*related: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{identity}" Type="{_RELATED}/{kind}" Target="{target}"/>' for identity, kind, target in related)
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return data.getvalue()


def parts(body: str, numbering: str = "", styles: str = "") -> dict[str, str | bytes]:
    """The parts of a file with those inner XMLs."""
    return {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml")),
        "word/document.xml": f"<w:document {NAMES}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {NAMES}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {NAMES}>{numbering}</w:numbering>",
    }


def word(body: str, numbering: str = "", styles: str = "") -> bytes:
    return zipped(parts(body, numbering, styles))


def t(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inner: str, properties: str = "") -> str:
    """A paragraph; bare text is put into a run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner if inner.startswith('<') or not inner else t(inner)}</w:p>"


def item(text: str, num: int | str = 1, level: int | str = 0) -> str:
    """A paragraph of a list."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(at: int, form: str = "decimal", pattern: str | None = None, inner: str = "", start: int = 1) -> str:
    text = f"%{at + 1}." if pattern is None else pattern
    begins = f'<w:start w:val="{start}"/>'
    return f'<w:lvl w:ilvl="{at}">{begins}<w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>{inner}</w:lvl>'


def abstract(identity: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{identity}">{"".join(levels)}</w:abstractNum>'


def num(identity: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def style(identity: str, name: str, inner: str = "", based: str = "", kind: str = "paragraph") -> str:
    based_on = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{based_on}{inner}</w:style>'


def paragraphs(data: bytes) -> list[str]:
    """The paragraphs of the body as they are read, before any structure is seen."""
    return [found.text for found in Story.of(opened("甲.docx", data)).paragraphs]


def said(data: bytes) -> list[str]:
    """The printed lines of the report that a file holds."""
    return [line.text for line in lines(report(data)[0])]


def report(data: bytes) -> tuple[Report, list[str]]:
    """The report that a file holds, and the codes of what was odd."""
    found, problems = read_word("甲.docx", data)
    return found, sorted({problem.code for problem in problems})
