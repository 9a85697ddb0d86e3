"""Word comments that say where each sentence comes from: beside the text, never in it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from datetime import datetime

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn

from generator.render.ooxml import Element, element, fonts, run
from generator.render.origins import Explain, Sourced, sourced, told
from generator.render.styles import Look
from generator.report import Line

AUTHOR = "拟稿"
_SIZE = 18
_PEOPLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    f'<w15:person w15:author="{AUTHOR}"><w15:presenceInfo w15:providerId="None" w15:userId="{AUTHOR}"/></w15:person></w15:people>'
).encode()
_PEOPLE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.people+xml"
_PEOPLE_RELATION = "http://schemas.microsoft.com/office/2011/relationships/people"


@dataclass
class Comments:
    """The comments of one Word file in the making, numbered in the order of its text. ``body`` lends its fonts, ``created`` is their date."""

    explain: Explain
    body: Look
    created: datetime
    made: list[Element] = field(default_factory=list)

    def attach(self, paragraph: Element, line: Line) -> None:
        """Mark each sentence of ``paragraph``, which prints ``line``, with one comment on all it rests on."""
        at = 0
        for sentence in sourced(line):
            end = at + len(sentence.printed)
            if sentence.origins and _mark(paragraph, at, end, len(self.made)):
                self.made.append(self._comment(sentence))
            at = end

    def add_to(self, document: WordDocument) -> None:
        """The parts that hold the comments and who wrote them."""
        part, package = document.part, document.part.package
        comments = XmlPart(PackURI("/word/comments.xml"), CONTENT_TYPE.WML_COMMENTS, element("comments", *self.made), package)
        part.relate_to(comments, RELATIONSHIP_TYPE.COMMENTS)
        part.relate_to(Part(PackURI("/word/people.xml"), _PEOPLE_TYPE, _PEOPLE, package), _PEOPLE_RELATION)

    def _comment(self, sentence: Sourced) -> Element:
        rows = [self._row(told(origin, self.explain)) for origin in sentence.origins]
        date = self.created.strftime("%Y-%m-%dT%H:%M:%SZ")
        return element("comment", *rows, id=len(self.made), author=AUTHOR, date=date, initials=AUTHOR[0])

    def _row(self, text: str) -> Element:
        """A paragraph of a comment, set small and close, whatever the body of the report looks like."""
        made = run(text)
        properties = made.find(qn("w:rPr"))
        properties.remove(properties.find(qn("w:rFonts")))
        properties.extend((fonts(self.body.east_asian, self.body.latin), element("sz", val=_SIZE), element("szCs", val=_SIZE)))
        close = (element("spacing", before=0, after=0, line=240, lineRule="auto"), element("ind", firstLineChars=0, firstLine=0))
        return element("p", element("pPr", *close, element("jc", val="left")), made)


def _mark(paragraph: Element, start: int, end: int, identity: int) -> bool:
    """Put the range of comment ``identity`` around the characters from ``start`` to ``end`` of ``paragraph``; False where there are none."""
    _split(paragraph, start)
    _split(paragraph, end)
    spanned = [made for at, length, made in _runs(paragraph) if length and start <= at < end]
    if not spanned:
        return False
    spanned[0].addprevious(element("commentRangeStart", id=identity))
    reference = element("r", element("commentReference", id=identity))
    spanned[-1].addnext(reference)
    reference.addprevious(element("commentRangeEnd", id=identity))
    return True


def _split(paragraph: Element, offset: int) -> None:
    """Cut the run that goes on over ``offset`` in two that look alike."""
    for at, length, whole in _runs(paragraph):
        if at < offset < at + length:
            rest = deepcopy(whole)
            _set_text(rest, _text(whole)[offset - at :])
            _set_text(whole, _text(whole)[: offset - at])
            whole.addnext(rest)
            return


def _runs(paragraph: Element) -> list[tuple[int, int, Element]]:
    """The runs of ``paragraph``: where each begins in its text, how long it is."""
    found = []
    at = 0
    for made in paragraph.findall(qn("w:r")):
        found.append((at, len(_text(made)), made))
        at += len(_text(made))
    return found


def _text(made: Element) -> str:
    return made.findtext(qn("w:t")) or ""


def _set_text(made: Element, text: str) -> None:
    made.find(qn("w:t")).text = text
