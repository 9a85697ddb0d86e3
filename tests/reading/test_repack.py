"""A Word file written again: python-docx, which asks for a faultless package, is the oracle."""

from __future__ import annotations

import io

import docx
import pytest

from generator.reading.package import opened
from generator.reading.repack import repacked

from .test_package import BODY, RELATED, SECTION, TEXT, related, strict
from .word_made import parts, relations, word, zipped

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="{}"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>'
)
_RELS = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
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
    for data in (zipped(GOOD), word(BODY)):
        assert again(data) is data
