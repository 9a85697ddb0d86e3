"""What stands above the text: the marks of the head (GB/T 9704-2012, 7.2), the title (7.3.1) and whom it addresses (7.3.2)."""

from __future__ import annotations

import re
from collections.abc import Collection

from msgspec import Struct

from generator.check.closings import Closing
from generator.check.cues import (
    ATTENDANCE,
    BYLINE,
    COPY_NUMBER,
    DASHED,
    DATED,
    DOCUMENT_NUMBER,
    GENRE,
    GREETING,
    LABELLED,
    LONGEST_SIGNATURE,
    LONGEST_TITLE,
    MASTHEAD,
    NO_RECEIVER,
    NOTE,
    RECEIVER,
    SECRECY,
    SERIAL_NUMBER,
    SIGNED_NUMBER,
    SIGNER,
    STOPS,
    TITLE_SIZE,
    URGENCY,
)
from generator.check.document import Align, Paragraph
from generator.check.fonts import red
from generator.check.roles import Role
from generator.check.sheet import Sheet
from generator.check.titles import MOST_LINES, Seam, seams
from generator.chinese.punctuation import HAN
from generator.reading.headings import FRAMED

_LONGEST_NAME = 16
_SAME, _MUCH = 2, 1.5
"""Half-points by which lines of one title may differ; how many times as large the name of an office over a title is."""


class Front(Struct, frozen=True):
    """Finds it on ``sheet``; ``labels`` are those of annexes, ``closing`` is what ends the text."""

    sheet: Sheet
    labels: Collection[int]
    closing: Closing

    def read(self) -> dict[int, Role]:
        """The roles of the lines above the text, by their index."""
        if self.sheet.first is None or self.sheet.first in self.labels:
            return {}
        found = self._head()
        at = self.sheet.next(max(found, default=-1) + 1)
        found |= dict.fromkeys(() if at is None else self._title(at), Role.TITLE)
        if Role.TITLE not in found.values():
            return found
        at = self.sheet.next(max(found) + 1)
        while at is not None and self._is_subtitle(at):
            found[at] = Role.DOCUMENT_NUMBER if DOCUMENT_NUMBER.fullmatch(self.sheet.texts[at].strip("（）()")) else Role.SUBTITLE
            at = self.sheet.next(at + 1)
        if at is not None and self.is_addressee(at):
            found[at] = Role.ADDRESSEE
        return found

    # --- the head -------------------------------------------------------------------------------------------------------------------------

    def _head(self) -> dict[int, Role]:
        """份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, which stand above the title."""
        found: dict[int, Role] = {}
        at = self.sheet.first
        while at is not None and (role := self._head_role(at, found)):
            found[at] = role
            at = self.sheet.next(at + 1)
        return found

    def _head_role(self, at: int, found: dict[int, Role]) -> Role | None:
        text = self.sheet.texts[at]
        if COPY_NUMBER.fullmatch(text):
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
        text, paragraph = self.sheet.texts[at], self.sheet.paragraphs[at]
        if len(text) > LONGEST_SIGNATURE or text[-1] in STOPS or paragraph.line:
            return False
        numbered_below = any(_is_number(t) for t in self.sheet.texts[at + 1 : at + 6])
        named = MASTHEAD.search(text) is not None or not GENRE.search(text)
        if paragraph.shape.align is Align.CENTER and (text.endswith("文件") or red(paragraph.face.colour)):
            return named or numbered_below
        return named and numbered_below

    # --- the title and below it -----------------------------------------------------------------------------------------------------------

    def _title(self, start: int) -> list[int]:
        """The lines of the title that begins at ``start``: further ones are known by their words, or by looking like it."""
        found = self._worded(start)
        if not self._may_be_title(start, ended=len(found) == 1):
            return []
        while (at := found[-1] + 1) < len(self.sheet.texts) and at not in self.sheet.web and self._looks_on(found[-1], at):
            found.append(at)
        return found

    def _worded(self, start: int) -> list[int]:
        """The lines from ``start`` on that are one title by their words."""
        lines = [start]
        while len(lines) <= MOST_LINES and (at := self._below(lines[-1])) is not None:
            lines.append(at)
        found = [start]
        for sure, at in zip(seams([self.sheet.texts[i] for i in lines]), lines[1:], strict=False):
            above, below = self.sheet.paragraphs[found[-1]], self.sheet.paragraphs[at]
            alike = abs(above.face.size - below.face.size) <= _SAME and above.shape.align is below.shape.align
            if at == self.closing.date or not (alike if sure is Seam.LIKELY or at > found[-1] + 1 else above.face.size < _MUCH * below.face.size):
                break
            found.append(at)
        return found

    def _below(self, at: int) -> int | None:
        """The next line that is not passed over, with one empty one between at most."""
        found = self.sheet.next(at + 1)
        return found if found is not None and found <= at + 2 else None

    def _may_be_title(self, at: int, ended: bool = True) -> bool:
        """Whether the line ``at`` may be one of a title, which ends with it or not."""
        text, paragraph = self.sheet.texts[at], self.sheet.paragraphs[at]
        set_large = paragraph.face.size >= TITLE_SIZE and paragraph.shape.align is Align.CENTER
        if not text or len(text) > LONGEST_TITLE * (1 + set_large) or at == self.closing.date or at in self.sheet.contents:
            return False
        stopped = re.search("[。；]", text) or text[-1] in (STOPS if ended else STOPS.replace("、", ""))
        headed = self.sheet.numbered(at) is not None or FRAMED.fullmatch(text) is not None or LABELLED.match(text) is not None
        headed = headed and (not set_large or bool(self.sheet.cover))
        return not (stopped or headed or ATTENDANCE.match(text) or not HAN.search(text))

    def _looks_on(self, above: int, at: int) -> bool:
        """Whether the line ``at`` looks like a further one of the title that ends at ``above``."""
        if not self._may_be_title(at) or self.is_addressee(at) or BYLINE.fullmatch(self.sheet.texts[at]):
            return False
        return _alike(self.sheet.paragraphs[above], self.sheet.paragraphs[at])

    def _is_subtitle(self, at: int) -> bool:
        text = self.sheet.texts[at]
        centred = self.sheet.paragraphs[at].shape.align is Align.CENTER and len(text) <= LONGEST_SIGNATURE and text[-1] not in "。；，：:"
        bracketed = len(text) <= LONGEST_SIGNATURE and NOTE.fullmatch(text) is not None
        named = BYLINE.fullmatch(text) or DOCUMENT_NUMBER.fullmatch(text) or DASHED.fullmatch(text)
        return not self.sheet.numbered(at) and (centred or bracketed or named is not None or self._signs(at) or self._names_speaker(at))

    def _names_speaker(self, at: int) -> bool:
        """Whether the line ``at`` is a bare name or office between the title and the day, or whom the speaker speaks to."""
        below = self.sheet.next(at + 1)
        if below is None or len(self.sheet.texts[at]) > _LONGEST_NAME or re.search(r"[^\w\s]", self.sheet.texts[at]):
            return False
        said = self.sheet.texts[below]
        return BYLINE.fullmatch(said) is not None or (said[-1] in "：:" and self.is_addressee(below))

    def _signs(self, at: int) -> bool:
        """Whether the line ``at`` names whoever signs the paper, and so nobody that it addresses."""
        return any(self.sheet.texts[at] == self.sheet.texts[i] for i in self.closing.signature)

    def is_addressee(self, at: int) -> bool:
        """Whether the line ``at`` may say whom the paper addresses."""
        text, paragraph = self.sheet.texts[at], self.sheet.paragraphs[at]
        if paragraph.style == Role.ADDRESSEE:
            return True
        if len(text) > 2 * LONGEST_TITLE or re.search("[。；]", text) or self._signs(at):
            return False
        if self.sheet.numbered(at) or ATTENDANCE.match(text):
            return False
        if text[-1:] in ("：", ":"):
            return NO_RECEIVER.search(text) is None
        if GREETING.search(text):
            return False
        named = re.search(r"(?<!主送)(?<!主送机关)[：:]", text) is None
        return named and paragraph.shape.align is not Align.CENTER and RECEIVER.search(text.rstrip(STOPS + ",.;")) is not None


def _is_number(text: str) -> bool:
    return SIGNED_NUMBER.fullmatch(text) is not None or SERIAL_NUMBER.fullmatch(text) is not None


def _alike(above: Paragraph, below: Paragraph) -> bool:
    """Whether ``below`` may be a further line of the title ``above``."""
    set_apart = above.shape.align is Align.CENTER or above.face.size >= TITLE_SIZE
    return set_apart and abs(above.face.size - below.face.size) <= _SAME and above.shape.align is below.shape.align
