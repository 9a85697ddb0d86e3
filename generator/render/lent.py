"""The package of a draft in an office's own file: that file with a new text, new properties, and 版记 at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import deepcopy
from io import BytesIO

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as WordPart
from docx.oxml.ns import qn

from generator.render.fingerprint import FINGERPRINT_PART, parts_of
from generator.render.last_page import Foot
from generator.render.looks import Style
from generator.render.ooxml import Element, element
from generator.render.package import Part, Properties
from generator.render.parts import application_part
from generator.render.reference import Node, Reference, nodes

_BEFORE_TYPE = tuple(qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr"))


def lent_package(
    reference: Reference, style: Style, blocks: Sequence[Element], last: Foot | None, properties: Properties, added: Sequence[Part]
) -> Mapping[str, bytes]:
    """The parts of ``reference`` with ``blocks`` as its text and ``last`` behind them; ``added`` are parts that the text refers to."""
    document = reference.document(style)
    body: Node = document.element.body
    for at, made in enumerate(nodes(*blocks)):
        body.insert(at, made)
    if last is not None:
        _close(document, last)
    reference.rename(body)
    for part in added:
        document.part.relate_to(WordPart(PackURI(f"/word/{part.name}"), part.content_type, part.content, document.part.package), part.relation)
    _describe(document, properties)
    buffer = BytesIO()
    document.save(buffer)
    return parts_of(buffer.getvalue())


def _close(document: WordDocument, last: Foot) -> None:
    if last.opens:
        _open_even_page(document, last.numbered)
    (box,) = nodes(last.box)
    document.element.body.sectPr.addprevious(box)


def _open_even_page(document: WordDocument, numbered: bool) -> None:
    """A section that begins on an even page; where a blank page comes before it, it bears no page number (7.5)."""
    properties = document.element.body.sectPr
    last = properties.getprevious()
    if last is None:
        return
    last.find(qn("w:pPr")).append(deepcopy(properties))
    before = [made for made in properties if made.tag in _BEFORE_TYPE]
    (even,) = nodes(element("type", val="evenPage"))
    properties.insert(len(before), even)
    if not numbered:
        for inherited in properties.findall(qn("w:footerReference")):
            properties.remove(inherited)
        section = document.sections[-1]
        for footer in (section.footer, section.even_page_footer):
            footer.is_linked_to_previous = False


def _describe(document: WordDocument, given: Properties) -> None:
    package = document.part.package
    application = WordPart(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, application_part(), package)
    package.relate_to(application, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    fingerprint = WordPart(PackURI(f"/{FINGERPRINT_PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, b"<Properties/>", package)
    package.relate_to(fingerprint, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    properties = document.core_properties
    properties.title, properties.comments, properties.language = given.title[:255], "", "zh-CN"
    properties.author = properties.last_modified_by = given.author[:255]
    properties.created = properties.modified = given.created
    properties.revision = 1
