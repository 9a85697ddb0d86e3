"""A report as a Word file: its package, its page, its properties. What it looks like is the style's."""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.parts.settings import SettingsPart
from docx.parts.styles import StylesPart
from docx.section import _BaseHeaderFooter

from generator.printable import printable
from generator.render.comments import Comments
from generator.render.last_page import add_imprint
from generator.render.looks import Style
from generator.render.ooxml import CHARACTER, Indent, element, page_field, paragraph, run
from generator.render.origins import Explain
from generator.render.paging import settled
from generator.render.paragraphs import paragraphs
from generator.render.parts import FOOTER_STYLE, application_part, fonts_part, settings_part, styles_part
from generator.render.reference import Reference
from generator.render.seal import SEAL_PART, sealed
from generator.report import Report, plain


def docx_bytes(
    report: Report, style: Style, *, created: datetime, title: str = "", explain: Explain | None = None, reference: Reference | None = None
) -> bytes:
    """``report`` as a Word file in ``style``: the same bytes for the same arguments.

    ``created`` (without a zone: taken as UTC) and ``title`` (the report's own if empty) go into the file's properties; its author is who signs it.
    With ``explain`` a comment on each sentence says where it comes from. ``reference`` lends its styles, page, headers and footers.
    """
    style = settled(report, style) if reference is None else reference.lent(style)
    document = _own_document(style) if reference is None else reference.document(style)
    _add_properties(document)
    body = document.element.body
    comments = Comments(explain, style.body, _utc(created)) if explain is not None else None
    attach = comments.attach if comments else None
    for at, made in enumerate(paragraphs(report, style, attach)):
        body.insert(at, made)
    add_imprint(document, report, style)
    if reference is not None:
        reference.rename(body)
    if comments:
        comments.add_to(document)
    _describe(document, printable(title or plain(report.title)), printable(plain(report.signature)), created)
    buffer = BytesIO()
    document.save(buffer)
    return sealed(buffer.getvalue())


def _own_document(style: Style) -> WordDocument:
    """An empty document in ``style``."""
    document = Document()
    _shed_template(document)
    _add_parts(document, style)
    _lay_out_page(document, style)
    body = document.element.body
    for made in body.xpath("./w:p"):
        body.remove(made)
    return document


def _shed_template(document: WordDocument) -> None:
    """Drop the parts of python-docx's template, which are another house's look, but for the theme: Word misses it, though nothing refers to it."""
    for package_or_part in (document.part, document.part.package):
        relations = package_or_part.rels
        for identity in [i for i, r in relations.items() if not r.reltype.endswith(("/officeDocument", "/core-properties", "/theme"))]:
            del relations[identity]


def _add_parts(document: WordDocument, style: Style) -> None:
    part, package = document.part, document.part.package
    styles = StylesPart(PackURI("/word/styles.xml"), CONTENT_TYPE.WML_STYLES, styles_part(style), package)
    settings = SettingsPart(PackURI("/word/settings.xml"), CONTENT_TYPE.WML_SETTINGS, settings_part(), package)
    fonts = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, fonts_part(style), package)
    part.relate_to(styles, RELATIONSHIP_TYPE.STYLES)
    part.relate_to(settings, RELATIONSHIP_TYPE.SETTINGS)
    part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)


def _add_properties(document: WordDocument) -> None:
    package = document.part.package
    application = Part(PackURI("/docProps/app.xml"), CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, application_part(), package)
    package.relate_to(application, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    seal = Part(PackURI(f"/{SEAL_PART}"), CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, b"<Properties/>", package)
    package.relate_to(seal, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _describe(document: WordDocument, title: str, author: str, created: datetime) -> None:
    properties = document.core_properties
    properties.title = title[:255]
    properties.author = properties.last_modified_by = author[:255]
    properties.comments = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = _utc(created)
    properties.revision = 1


def _utc(created: datetime) -> datetime:
    return created.astimezone(UTC) if created.tzinfo else created


def _lay_out_page(document: WordDocument, style: Style) -> None:
    page, section = style.page, document.sections[0]
    _set_footer(section.footer, "right", style)
    _set_footer(section.even_page_footer, "left", style)
    properties = document.element.body.sectPr
    for old in properties.xpath("./*[not(self::w:footerReference)]"):
        properties.remove(old)
    margins = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
    properties.append(element("pgSz", w=page.width, h=page.height))
    properties.append(element("pgMar", **margins, header=850, footer=page.footer, gutter=0))
    properties.append(element("cols", space=720))
    properties.append(element("docGrid", type="lines", linePitch=style.line))


def _set_footer(footer: _BaseHeaderFooter, side: str, style: Style) -> None:
    """— 1 —, one character from the right edge on odd pages and from the left on even ones (GB/T 9704-2012 7.5)."""
    footer.is_linked_to_previous = False
    root = footer.part.element
    for old in list(root):
        root.remove(old)
    edge = style.edge * style.page_number.size * 10 / CHARACTER
    indent = Indent(right=edge) if side == "right" else Indent(left=edge)
    made = paragraph(FOOTER_STYLE, run("— "), *page_field(), run(" —"), indent=indent)
    made.find("{*}pPr").append(element("jc", val=side))
    root.append(made)
