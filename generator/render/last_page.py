"""Where 版记 goes: on the last page, which is an even one (GB/T 9704-2012, 7.4 and 7.5)."""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from generator.render.imprint import imprint, imprint_height
from generator.render.looks import Style
from generator.render.ooxml import element
from generator.render.paging import end, end_of_annexes, steady
from generator.report import IMPRINT_KINDS, Report, lines

_BEFORE_TYPE = tuple(qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr"))
_SEAL_ROWS = 2
_GAP_ROWS = 1


def add_imprint(document: WordDocument, report: Report, style: Style) -> None:
    """Put 版记 behind the text: on its last page where that is surely even and has room, else in a section that opens on the next even page."""
    printed = [line for line in lines(report) if line.kind in IMPRINT_KINDS]
    if not printed:
        return
    last = end_of_annexes(report, style) if report.annexes else end(report, style)
    seal = _SEAL_ROWS if report.sealed and not report.annexes else 0
    free = style.page.text_height - last.used - (_GAP_ROWS + seal) * style.line
    if last.page % 2 or not steady(report, style) or imprint_height(printed, style) > free:
        _open_even_page(document, numbered=bool(last.page % 2))
    document.element.body.sectPr.addprevious(imprint(printed, style))


def _open_even_page(document: WordDocument, numbered: bool) -> None:
    """A section that begins on an even page; where a blank page comes before it, it bears no page number (7.5)."""
    properties = document.element.body.sectPr
    last = properties.getprevious()
    if last is None:
        return
    last.find(qn("w:pPr")).append(deepcopy(properties))
    before = [made for made in properties if made.tag in _BEFORE_TYPE]
    properties.insert(len(before), element("type", val="evenPage"))
    if not numbered:
        for inherited in properties.findall(qn("w:footerReference")):
            properties.remove(inherited)
        section = document.sections[-1]
        for footer in (section.footer, section.even_page_footer):
            footer.is_linked_to_previous = False
