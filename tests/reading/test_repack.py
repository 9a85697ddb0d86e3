"""A Word file written again: python-docx, which asks for a faultless package, is the oracle."""

from __future__ import annotations

import io

import docx
import pytest

from generator.reading.package import opened
from generator.reading.repack import repacked
from tests.check.others import standard, templated
from tests.check.papers import REPORT

from .test_package import BODY, RELATED, SECTION, TEXT, related, strict
from .word_made import parts, relations, zipped

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{}"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>'
    '<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>'
)
_RELS = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'


def types(*entries: tuple[str, str]) -> str:
    """What states the types of parts by their names (which begin with a stroke) and of suffixes."""
    said = (
        f'<Override PartName="{of}" ContentType="{kind}"/>' if "/" in of else f'<Default Extension="{of}" ContentType="{kind}"/>'
        for of, kind in entries
    )
    return f"{_TYPES.partition('>')[0]}>{''.join(said)}</Types>"


GOOD = parts(BODY + SECTION) | {"[Content_Types].xml": _TYPES.format(_MAIN.format("document"))}
FAULTY = {
    "a picture that is not there": GOOD | {RELATED: related(("rId9", "image", "../NULL"))},
    "styles twice": GOOD | {RELATED: related(("rId9", "styles", "other.xml"), ("rId8", "styles", "styles.xml"))},
    "Strict": {name: strict(str(text)) for name, text in GOOD.items()},
    "a template": GOOD | {"[Content_Types].xml": _TYPES.format(_MAIN.format("template"))},
    "macros": GOOD
    | {
        "[Content_Types].xml": _TYPES.format("application/vnd.ms-word.document.macroEnabled.main+xml"),
        RELATED: related(("rId9", "vbaProject", "vbaProject.bin")),
        "word/vbaProject.bin": b"\0",
    },
    "no content types": {name: text for name, text in GOOD.items() if "Types" not in name},
    "content types that are cut": GOOD | {"[Content_Types].xml": "<Types"},
    "content types that say nothing": GOOD | {"[Content_Types].xml": f"{_TYPES.partition('>')[0]}/>"},
    "content types of the relations alone": GOOD | {"[Content_Types].xml": f"{_TYPES.partition('>')[0]}>{_RELS}</Types>"},
    "content types in small letters": {name.lower(): text for name, text in GOOD.items()},
    "no content types, a main part of another name": {
        name.replace("document", "document2"): text for name, text in GOOD.items() if "Types" not in name
    }
    | {"_rels/.rels": relations(("rId1", "officeDocument", "/word/document2.xml"))},
    "a lost part of the package": GOOD | {"_rels/.rels": relations(("a", "officeDocument", "word/document.xml"), ("b", "thumbnail", "x.jpeg"))},
}


RELS, TEXT_PART = ("rels", "application/vnd.openxmlformats-package.relationships+xml"), "/word/document.xml"
MAIN, STYLES = _MAIN.format("document"), "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
STATED = {
    "all that ends in xml is text": types(RELS, ("xml", MAIN)),
    "all that ends in xml is text, but for the styles": types(RELS, ("xml", MAIN), ("/word/styles.xml", STYLES)),
    "all that ends in xml is a template": types(RELS, ("xml", _MAIN.format("template"))),
    "all that ends in xml has macros": types(RELS, ("xml", "application/vnd.ms-word.document.macroEnabled.main+xml")),
    "all that ends in xml is styles": types(RELS, ("xml", STYLES), (TEXT_PART, MAIN)),
    "all that ends in xml is XML": types(RELS, ("xml", "application/xml")),
    "all that ends in xml is text/xml": types(RELS, ("xml", "text/xml")),
    "all that ends in xml is of no type": types(RELS, ("xml", "")),
    "all that ends in xml is of a type that nobody knows": types(RELS, ("xml", "application/vnd.ms-word.document.main+xml")),
    "suffixes in capitals": types(("RELS", RELS[1]), ("XML", MAIN)),
    "suffixes with their point": types((".rels", RELS[1]), (".xml", MAIN)),
    "the text is XML": types(RELS, ("xml", "application/xml"), (TEXT_PART, "application/xml")),
    "the text twice, first as XML": types(RELS, ("xml", "application/xml"), (TEXT_PART, "application/xml"), (TEXT_PART, MAIN)),
    "the text in capitals": types(RELS, ("xml", "application/xml"), (TEXT_PART.upper(), MAIN.upper())),
    "the text without the stroke before it": types(RELS, ("word/document.xml", MAIN)),
    "nothing of relations": types(("xml", MAIN)),
    "nothing but the text": types((TEXT_PART, MAIN)),
    "the styles are text": types(RELS, ("xml", "application/xml"), (TEXT_PART, MAIN), ("/word/styles.xml", MAIN)),
}
"""What the types of the parts are stated as, of files that are good otherwise."""
FAULTY |= {name: GOOD | {"[Content_Types].xml": stated} for name, stated in STATED.items()}


def again(data: bytes) -> bytes:
    return repacked(opened("甲", data), data)


@pytest.mark.parametrize("name", FAULTY)
def test_what_python_docx_refuses_it_opens_then(name: str) -> None:
    made = again(zipped(FAULTY[name]))
    document = docx.Document(io.BytesIO(made))
    assert [paragraph.text for paragraph in document.paragraphs] == TEXT
    assert document.styles is not None
    assert again(made) == made


def test_what_is_good_stays_as_it_is() -> None:
    for data in (zipped(GOOD), standard(REPORT), templated(REPORT)):
        assert again(data) is data
