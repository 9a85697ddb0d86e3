"""Word comments that say where each sentence comes from: beside the text, never in it."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct, field

from generator.patterns import late
from generator.printed import Line
from generator.render.ooxml import Element, dressed, element, escaped, fonts, unescaped
from generator.render.origins import Explain, Sourced, sourced, told
from generator.render.package import COMMENTS, PEOPLE, Part
from generator.render.parts import document
from generator.render.styles import Look

AUTHOR = "拟稿"
_SIZE = 18
_PEOPLE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w15:people xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">'
    f'<w15:person w15:author="{AUTHOR}"><w15:presenceInfo w15:providerId="None" w15:userId="{AUTHOR}"/></w15:person></w15:people>'
).encode()
_RUN = late(r'(<w:r>(?:<w:rPr>(?:<w:[^<>]*/>)*</w:rPr>)?<w:t xml:space="preserve">)([^<]*)(</w:t></w:r>)')
"""A run of characters as ``ooxml.run`` writes it: what is before its text, its text, what is behind."""


class Comments(Struct):
    """The comments of one Word file in the making, numbered in the order of its text. ``body`` lends its fonts, ``created`` is their date."""

    explain: Explain
    body: Look
    created: datetime
    made: list[Element] = field(default_factory=list)

    def attach(self, paragraph: Element, line: Line) -> Element:
        """``paragraph``, which prints ``line``, with each of its sentences marked by one comment on all it rests on."""
        at = 0
        for sentence in sourced(line):
            end = at + len(sentence.printed)
            marked = _marked(paragraph, at, end, len(self.made)) if sentence.origins else paragraph
            if marked != paragraph:
                self.made.append(self._comment(sentence))
            paragraph = marked
            at = end
        return paragraph

    def parts(self) -> tuple[Part, ...]:
        """The parts that hold the comments and who wrote them."""
        return Part(*COMMENTS, document("comments", *self.made)), Part(*PEOPLE, _PEOPLE)

    def _comment(self, sentence: Sourced) -> Element:
        rows = [self._row(told(origin, self.explain)) for origin in sentence.origins]
        date = self.created.strftime("%Y-%m-%dT%H:%M:%SZ")
        return element("comment", *rows, id=len(self.made), author=AUTHOR, date=date, initials=AUTHOR[0])

    def _row(self, text: str) -> Element:
        """A paragraph of a comment, set small and close, whatever the body of the report looks like."""
        made = dressed(text, fonts(self.body.east_asian, self.body.latin), element("sz", val=_SIZE), element("szCs", val=_SIZE))
        close = (element("spacing", before=0, after=0, line=240, lineRule="auto"), element("ind", firstLineChars=0, firstLine=0))
        return element("p", element("pPr", *close, element("jc", val="left")), made)


def _marked(paragraph: Element, start: int, end: int, identity: int) -> Element:
    """``paragraph`` with the range of comment ``identity`` around its characters from ``start`` to ``end``; as it was where it has none there."""
    reference = element("r", element("commentReference", id=identity))
    closed = _inserted(paragraph, end - 1, element("commentRangeEnd", id=identity) + reference, behind=True)
    return _inserted(closed, start, element("commentRangeStart", id=identity), behind=False) if closed != paragraph and end > start else paragraph


def _inserted(paragraph: Element, at: int, what: Element, behind: bool) -> Element:
    """``what`` put before or behind character ``at``; a run that goes on over that place is cut in two that look alike."""
    offset = 0
    for found in _RUN.finditer(paragraph):
        before, text, after = found[1], unescaped(found[2]), found[3]
        if offset <= at < offset + len(text):
            cut = at - offset + behind
            first, second = (f"{before}{escaped(piece)}{after}" if piece else "" for piece in (text[:cut], text[cut:]))
            return f"{paragraph[: found.start()]}{first}{what}{second}{paragraph[found.end() :]}"
        offset += len(text)
    return paragraph
