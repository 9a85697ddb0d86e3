"""What each paragraph is, told from its text, its place and its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.closings import Closing
from generator.check.contents import contents
from generator.check.covers import cover
from generator.check.cues import (
    ANNEX,
    ANNEX_LIKE,
    ATTENDANCE,
    BYLINE,
    CAPTION,
    COPIED,
    DATE,
    DATED,
    DOCUMENT_NUMBER,
    FIRST_OF_SEVERAL,
    GENRE,
    HEAD_FACES,
    LONGEST_CLAUSE,
    LONGEST_SIGNATURE,
    LONGEST_TITLE,
    MASTHEAD,
    NO_RECEIVER,
    NOTE,
    PRINTED,
    RECEIVER,
    SECRECY,
    SERIAL_NUMBER,
    SIGNED_NUMBER,
    SIGNER,
    STOPS,
    TITLE_SIZE,
    TITLED_ANNEX,
    URGENCY,
    WEB,
)
from generator.check.document import Align, Document, Paragraph
from generator.check.fonts import family, red
from generator.check.lines import lines
from generator.check.ranks import ranked
from generator.check.roles import Number, Part, Role
from generator.check.set_off import far_in, silent_heads
from generator.chinese.lookalikes import folded
from generator.reading.headings import Heading, heading, numbered
from generator.reading.lines import BLANKS, SourceLine

_CLOSING_LINES = 6
"""Lines from attachments down to the date, empty ones with them."""


def parts(document: Document) -> tuple[Part, ...]:
    """Every paragraph of the body with its role, in order; behind them those of an imprint in a table or box. Never fails on any text."""
    found = list(ranked(_Reader(tuple(lines(document.paragraphs))).read()))
    return (*found, *_imprint(document.boxed, len(found)))


def _imprint(boxed: Sequence[Paragraph], start: int) -> Iterator[Part]:
    named = ((paragraph, _imprint_role(paragraph.text.strip(BLANKS))) for paragraph in boxed)
    yield from (Part(start + n, paragraph, role) for n, (paragraph, role) in enumerate((p, r) for p, r in named if r is not None))


def _imprint_role(text: str) -> Role | None:
    if COPIED.match(text):
        return Role.COPIED
    return Role.PRINTED if PRINTED.fullmatch(text) and re.search(r"\d", text) else None


class _Reader:
    """Goes down the page: what stands before the title, the title and whom it addresses, the body, what closes it, annexes."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.texts = [folded(p.text).strip(BLANKS + "\n") for p in paragraphs]
        self.contents = contents(paragraphs)
        self.silent = silent_heads(paragraphs)
        self.web = frozenset(web_words(self.texts))
        self.cover = range(cover(paragraphs, self.contents))
        self.passed = self.contents | self.web | frozenset(self.cover)
        self.first = self._next(0)
        labels = frozenset(i for i in range(len(self.texts)) if self._is_label(i))
        self.end = next((i for i in sorted(labels) if i != self.first), len(self.texts))
        self.closing = Closing(paragraphs, self.texts, self.contents, labels, self.end)
        self.date, self.signature = self.closing.date, self.closing.signature

    def read(self) -> Iterator[Part]:
        front = self._front()
        after = max(front, default=-1) + 1
        note = self.closing.attachment(after)
        covered = {i: Role.COVER for i in self.cover if self.texts[i] or self.paragraphs[i].holds}
        closing = dict.fromkeys(self.signature, Role.SIGNATURE) | ({} if self.date is None else {self.date: Role.DATE})
        known = dict.fromkeys(self.contents, Role.CONTENTS) | dict.fromkeys(self.web, Role.OTHER) | closing | note | front | covered
        annexed = False
        for i, paragraph in enumerate(self.paragraphs):
            role = known.get(i) or self._behind(i, annexed)
            annexed = annexed or role is Role.ANNEX_LABEL
            yield Part(i, paragraph, role) if role else self._body(i, annexed)

    # --- before the body ------------------------------------------------------------------------------------------------------------------

    def _front(self) -> dict[int, Role]:
        if self.first is None or self._is_label(self.first):
            return {}
        found = self._head()
        at = self._next(max(found, default=-1) + 1)
        while at is not None and self._is_title(at, found):
            found[at] = Role.TITLE
            at = at + 1 if at + 1 < len(self.texts) and at + 1 not in self.web else None
        if Role.TITLE not in found.values():
            return found
        at = self._next(max(found) + 1)
        while at is not None and self._is_subtitle(at):
            found[at] = Role.DOCUMENT_NUMBER if DOCUMENT_NUMBER.fullmatch(self.texts[at].strip("（）()")) else Role.SUBTITLE
            at = self._next(at + 1)
        if at is not None and self._is_addressee(at):
            found[at] = Role.ADDRESSEE
        return found

    def _head(self) -> dict[int, Role]:
        """份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, which stand above the title."""
        found: dict[int, Role] = {}
        at = self.first
        while at is not None and (role := self._head_role(at, found)):
            found[at] = role
            at = self._next(at + 1)
        return found

    def _head_role(self, at: int, found: dict[int, Role]) -> Role | None:
        text = self.texts[at]
        if re.fullmatch(r"\d{4,8}", text):
            return Role.COPY_NUMBER
        if SECRECY.fullmatch(text):
            return Role.SECRECY
        if URGENCY.fullmatch(text):
            return Role.URGENCY
        if _is_number(text):
            return Role.DOCUMENT_NUMBER
        if SIGNER.match(text):
            return Role.SIGNER
        if Role.DOCUMENT_NUMBER in found.values():
            return Role.OTHER if DATED.fullmatch(text) else None
        return Role.ISSUER if self._is_issuer(at) else None

    def _is_issuer(self, at: int) -> bool:
        """The name of the office over the number: 云州市水务局文件, or the bare name in a letter, an order, minutes."""
        text = self.texts[at]
        if len(text) > LONGEST_SIGNATURE or text[-1] in STOPS or self.paragraphs[at].line:
            return False
        numbered_below = any(_is_number(t) for t in self.texts[at + 1 : at + 6])
        named = MASTHEAD.search(text) is not None or not GENRE.search(text)
        if self.paragraphs[at].shape.align is Align.CENTER and (text.endswith("文件") or red(self.paragraphs[at].face.colour)):
            return named or numbered_below
        return named and numbered_below

    def _is_title(self, at: int, found: dict[int, Role]) -> bool:
        text, paragraph = self.texts[at], self.paragraphs[at]
        set_large = paragraph.face.size >= TITLE_SIZE and paragraph.shape.align is Align.CENTER
        if not text or len(text) > LONGEST_TITLE * (1 + set_large) or at == self.date or at in self.contents or re.search("[。；]", text):
            return False
        if text[-1] in STOPS or (self._numbered(at) and not set_large) or ATTENDANCE.match(text):
            return False
        before = self.paragraphs[at - 1] if found.get(at - 1) is Role.TITLE else None
        return before is None or (_alike(before, paragraph) and not self._is_addressee(at) and not BYLINE.fullmatch(text))

    def _is_subtitle(self, at: int) -> bool:
        text = self.texts[at]
        centred = self.paragraphs[at].shape.align is Align.CENTER and len(text) <= LONGEST_SIGNATURE and text[-1] not in "。；，：:"
        bracketed = len(text) <= LONGEST_SIGNATURE and NOTE.fullmatch(text) is not None
        named = BYLINE.fullmatch(text) or DOCUMENT_NUMBER.fullmatch(text)
        return not self._numbered(at) and (centred or bracketed or named is not None)

    def _is_addressee(self, at: int) -> bool:
        text = self.texts[at]
        if self.paragraphs[at].style == Role.ADDRESSEE:
            return True
        if len(text) > 2 * LONGEST_TITLE or re.search("[。；]", text) or at in self.signature or self._numbered(at) or ATTENDANCE.match(text):
            return False
        if text[-1:] in ("：", ":"):
            return NO_RECEIVER.search(text) is None
        named = re.search(r"(?<!主送)(?<!主送机关)[：:]", text) is None
        return named and self.paragraphs[at].shape.align is not Align.CENTER and RECEIVER.search(text.rstrip(STOPS + ",.;")) is not None

    # --- annexes and what stands behind the date ------------------------------------------------------------------------------------------

    def _is_label(self, at: int) -> bool:
        """附件1 above an annex; with the title behind it, or spelt as 附表, only where a page begins, or Word has it as a heading."""
        text, paragraph = self.texts[at], self.paragraphs[at]
        if not text.startswith(("附", "【附", "[附", "［附")) or at in self.contents:
            return False
        if ANNEX.fullmatch(text):
            return True
        if FIRST_OF_SEVERAL.match(text) or (text.startswith(("附件：", "附件:")) and self._closes_at(at)):
            return False
        above = next((p for p in reversed(self.paragraphs[max(0, at - 9) : at]) if not p.empty), None)
        begins = at == self.first or (above is not None and paragraph.opens > above.closes) or paragraph.shape.outline is not None
        return begins and paragraph.shape.align is not Align.CENTER and bool(ANNEX_LIKE.fullmatch(text) or TITLED_ANNEX.fullmatch(text))

    def _closes_at(self, at: int) -> bool:
        """Whether a date stands right below the line ``at``, with no more than a signature between."""
        below = [text for text in self.texts[at + 1 : at + _CLOSING_LINES] if text][:2]
        return any(map(DATE.fullmatch, below))

    def _behind(self, at: int, annexed: bool) -> Role | None:
        """What may stand after the date, and what needs no place: empty lines."""
        text = self.texts[at]
        if not text:
            return Role.OTHER if self.paragraphs[at].holds else Role.EMPTY
        if self._is_label(at) and (annexed or self.date is None or at > self.date):
            return Role.ANNEX_LABEL
        if annexed and (labelled := self._before(at)) is not None and self._is_label(labelled) and not TITLED_ANNEX.fullmatch(self.texts[labelled]):
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
        above = self._before(at) if self.texts[at].endswith(("：", ":")) else None
        if above is None or not self._is_addressee(at):
            return False
        return self.paragraphs[above].shape.align is Align.CENTER and self.paragraphs[above].face.size >= TITLE_SIZE

    def _is_aside(self, at: int, annexed: bool) -> bool:
        """Captions, lines of a form, what stands beside a table or far in: short and without a stop."""
        text, paragraph = self.texts[at], self.paragraphs[at]
        if far_in(paragraph) or is_caption(text):
            return True
        centred = paragraph.shape.align is Align.CENTER and len(text) <= LONGEST_SIGNATURE
        at_right = paragraph.shape.align is Align.RIGHT and text[-1] not in STOPS
        return centred or at_right or ((annexed or paragraph.apart) and len(text) <= LONGEST_SIGNATURE and text[-1] not in STOPS)

    def _is_item(self, at: int, found: Heading) -> bool:
        """Whether a numbered sentence is one of a list: nothing in its look sets it off, and it is long or in clauses, or stands among such ones."""
        return self._is_plain_sentence(at) and (self._is_long(at, found) or any(self._is_long(n, found) for n in self._beside(at, found.level)))

    def _is_plain_sentence(self, at: int) -> bool:
        text, paragraph = self.texts[at], self.paragraphs[at]
        if paragraph.shape.outline is not None or text[-1] not in "。；：;:，":
            return False
        return family(paragraph.face.east_asian.name or "") not in HEAD_FACES

    def _is_long(self, at: int, found: Heading) -> bool:
        return found.level > 2 or len(self.texts[at]) > LONGEST_CLAUSE or "，" in self.texts[at]

    def _beside(self, at: int, level: int) -> Iterator[int]:
        """The numbered sentences of that level before and behind the one at ``at``, as far as they follow each other with nothing between them."""
        for step in (self._before, lambda n: self._next(n + 1)):
            other = step(at)
            while other is not None and self._is_plain_sentence(other) and (number := self._number(other)) and number.level == level:
                yield other
                other = step(other)

    def _number(self, at: int) -> Number | None:
        found = numbered(self.texts[at])
        return Number(found[0], found[1], found[2]) if found else None

    def _heading(self, at: int) -> Heading | None:
        """A heading by its number, else by its outline level in Word, else by its looks."""
        found, outline = self._numbered(at), self.paragraphs[at].shape.outline
        if found is None and outline is not None and outline < 4:
            return heading(SourceLine(at + 1, self.texts[at], level=outline + 1))
        return heading(SourceLine(at + 1, self.texts[at], level=1)) if found is None and at in self.silent else found

    def _numbered(self, at: int) -> Heading | None:
        return heading(SourceLine(at + 1, self.texts[at]))

    def _next(self, at: int) -> int | None:
        return next((i for i in range(at, len(self.texts)) if self.texts[i] and i not in self.passed), None)

    def _before(self, at: int) -> int | None:
        return next((i for i in range(at - 1, -1, -1) if self.texts[i] and i not in self.passed), None)


def web_words(texts: Sequence[str]) -> Iterator[int]:
    """The indexes of what a web page left above the running text."""
    for at, text in enumerate(texts):
        if len(text) > 2 * LONGEST_TITLE or text.endswith("。"):
            return
        if WEB.fullmatch(text):
            yield at


def is_caption(text: str) -> bool:
    """Whether ``text`` stands over a table or below a figure: 表1 执法情况表."""
    return CAPTION.match(text) is not None and len(text) <= LONGEST_SIGNATURE and not re.search("[。；，：:？！]", text)


def _is_number(text: str) -> bool:
    return SIGNED_NUMBER.fullmatch(text) is not None or SERIAL_NUMBER.fullmatch(text) is not None


def _alike(above: Paragraph, below: Paragraph) -> bool:
    """Whether ``below`` may be a further line of the title ``above``."""
    set_apart = above.shape.align is Align.CENTER or above.face.size >= TITLE_SIZE
    return set_apart and abs(above.face.size - below.face.size) <= 2 and above.shape.align is below.shape.align
