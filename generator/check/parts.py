"""What each paragraph is, told from its text, its place and its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.closings import Closing
from generator.check.cues import (
    ATTENDANCE,
    CAPTION,
    COPIED,
    DECIDED,
    DECIDES,
    HEAD_FACES,
    LONGEST_CLAUSE,
    LONGEST_SIGNATURE,
    NOTE,
    PRINTED,
    STOPS,
    TITLE_SIZE,
)
from generator.check.document import Align, Document, Paragraph
from generator.check.fonts import family
from generator.check.front import Front
from generator.check.labels import Labels
from generator.check.lines import lines
from generator.check.ranks import ranked
from generator.check.roles import Number, Part, Role
from generator.check.set_off import far_in, silent_heads
from generator.check.sheet import Sheet
from generator.chinese.punctuation import ITEM_SIGNS
from generator.reading.headings import Heading, heading, numbered
from generator.reading.lines import BLANKS, SourceLine


def parts(document: Document) -> tuple[Part, ...]:
    """Every paragraph of the body with its role, in order; behind them those of an imprint in a table or box. Never fails on any text."""
    found = list(ranked(_Reader(Sheet(tuple(lines(document.paragraphs)))).read()))
    return (*found, *_imprint(document.boxed, len(found)))


def _imprint(boxed: Sequence[Paragraph], start: int) -> Iterator[Part]:
    named = ((paragraph, _imprint_role(paragraph.text.strip(BLANKS))) for paragraph in boxed)
    yield from (Part(start + n, paragraph, role) for n, (paragraph, role) in enumerate((p, r) for p, r in named if r is not None))


def _imprint_role(text: str) -> Role | None:
    if COPIED.match(text):
        return Role.COPIED
    return Role.PRINTED if PRINTED.fullmatch(text) and re.search(r"\d", text) else None


class _Reader:
    """Goes down the page: what stands above the text, the text, what closes it, annexes."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.paragraphs, self.texts = sheet, sheet.paragraphs, sheet.texts
        self.silent = silent_heads(sheet.paragraphs)
        self.labels = Labels(sheet)
        end = next((i for i in sorted(self.labels.all) if i != sheet.first), len(self.texts))
        self.closing = Closing(self.paragraphs, self.texts, sheet.contents, self.labels.all, end)
        self.front = Front(sheet, self.labels.all, self.closing)
        self.date = self.closing.date
        self.deciding = False

    def read(self) -> Iterator[Part]:
        front = self.front.read()
        self.deciding = DECIDES.search("".join(self.texts[at] for at, role in front.items() if role in (Role.TITLE, Role.ISSUER))) is not None
        note = self.closing.attachment(max(front, default=-1) + 1)
        covered = {i: Role.COVER for i in self.sheet.cover if self.texts[i] or self.paragraphs[i].holds}
        closing = dict.fromkeys(self.closing.signature, Role.SIGNATURE) | ({} if self.date is None else {self.date: Role.DATE})
        passed = dict.fromkeys(self.sheet.contents, Role.CONTENTS) | dict.fromkeys(self.sheet.web, Role.OTHER)
        known = passed | closing | note | front | covered
        annexed = False
        for i, paragraph in enumerate(self.paragraphs):
            role = known.get(i) or self._behind(i, annexed)
            annexed = annexed or role is Role.ANNEX_LABEL
            yield Part(i, paragraph, role) if role else self._body(i, annexed)

    # --- annexes and what stands behind the date ------------------------------------------------------------------------------------------

    def _behind(self, at: int, annexed: bool) -> Role | None:
        """What may stand after the date, and what needs no place: empty lines."""
        text = self.texts[at]
        if not text:
            return Role.OTHER if self.paragraphs[at].holds else Role.EMPTY
        if at in self.labels.all and (annexed or self.date is None or at > self.date):
            return Role.ANNEX_LABEL
        if annexed and (above := self.sheet.before(at)) is not None and self.labels.alone(above):
            return Role.ANNEX_TITLE
        if ATTENDANCE.match(text):
            return Role.ATTENDANCE
        if self.date is not None and at > self.date:
            return _imprint_role(text) or (Role.NOTE if not annexed and NOTE.fullmatch(text) else None)
        return None

    # --- the body -------------------------------------------------------------------------------------------------------------------------

    def _body(self, at: int, annexed: bool) -> Part:
        paragraph, number, found = self.paragraphs[at], self._number(at), self._heading(at)
        if self._is_addressed_again(at):
            return Part(at, paragraph, Role.ADDRESSEE)
        if found is not None and (found.rest or not self._is_item(at, found)):
            return Part(at, paragraph, Role.BODY if found.rest else Role.HEADING, found, number)
        return Part(at, paragraph, Role.OTHER if self._is_aside(at, annexed) and not number else Role.BODY, None, number)

    def _is_addressed_again(self, at: int) -> bool:
        """Whether another document begins here within the file, as in one passed on: a title, and below it whom that one addresses."""
        above = self.sheet.before(at) if self.texts[at].endswith(("：", ":")) else None
        if above is None or not self.front.is_addressee(at):
            return False
        return self.paragraphs[above].shape.align is Align.CENTER and self.paragraphs[above].face.size >= TITLE_SIZE

    def _is_aside(self, at: int, annexed: bool) -> bool:
        """Captions, lines of a form, what stands beside a table or far in: short and without a stop. An item of a list is none."""
        text, paragraph = self.texts[at], self.paragraphs[at]
        if text[0] in ITEM_SIGNS:
            return False
        if far_in(paragraph) or is_caption(text):
            return True
        centred = paragraph.shape.align is Align.CENTER and len(text) <= LONGEST_SIGNATURE
        at_right = paragraph.shape.align is Align.RIGHT and text[-1] not in STOPS
        return centred or at_right or ((annexed or paragraph.apart) and len(text) <= LONGEST_SIGNATURE and text[-1] not in STOPS)

    def _is_item(self, at: int, found: Heading) -> bool:
        """Whether a numbered sentence is one of a list: nothing in its look sets it off, and it is long or in clauses, decides something, or stands
        among such ones."""
        if not self._is_plain_sentence(at):
            return False
        beside = list(self._beside(at, found.level))
        return self._is_long(at, found) or any(self._is_long(n, found) for n in beside) or self._decides(found, bool(beside))

    def _decides(self, found: Heading, among: bool) -> bool:
        """Whether a sentence is what a paper decides, point by point, and not the head of what follows; ``among``: another stands right beside it."""
        return among + self.deciding + (DECIDED.match(found.title) is not None) > 1

    def _is_plain_sentence(self, at: int) -> bool:
        text, paragraph = self.texts[at], self.paragraphs[at]
        if paragraph.shape.outline is not None or text[-1] not in "。；：;:，":
            return False
        return family(paragraph.face.east_asian.name or "") not in HEAD_FACES

    def _is_long(self, at: int, found: Heading) -> bool:
        return found.level > 2 or len(self.texts[at]) > LONGEST_CLAUSE or "，" in self.texts[at]

    def _beside(self, at: int, level: int) -> Iterator[int]:
        """The numbered sentences of that level before and behind the one at ``at``, as far as they follow each other with nothing between them."""
        for step in (self.sheet.before, lambda n: self.sheet.next(n + 1)):
            other = step(at)
            while other is not None and self._is_plain_sentence(other) and (number := self._number(other)) and number.level == level:
                yield other
                other = step(other)

    def _number(self, at: int) -> Number | None:
        found = numbered(self.texts[at])
        return Number(found[0], found[1], found[2]) if found else None

    def _heading(self, at: int) -> Heading | None:
        """A heading by its number, else by its outline level in Word, else by its looks."""
        found, outline = self.sheet.numbered(at), self.paragraphs[at].shape.outline
        if found is None and outline is not None and outline < 4:
            return heading(SourceLine(at + 1, self.texts[at], level=outline + 1))
        return heading(SourceLine(at + 1, self.texts[at], level=1)) if found is None and at in self.silent else found


def is_caption(text: str) -> bool:
    """Whether ``text`` stands over a table or below a figure: 表1 执法情况表."""
    return CAPTION.match(text) is not None and len(text) <= LONGEST_SIGNATURE and not re.search("[。；，：:？！]", text)
