"""What each paragraph is, told from its text, its place and its looks: the elements of GB/T 9704-2012, clause 7."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from generator.check.document import Align, Document, Paragraph
from generator.reading.headings import Heading, heading
from generator.reading.lines import BLANKS, SourceLine


class Role(StrEnum):
    """The elements of an official document; the values are what a user reads."""

    COPY_NUMBER = "份号"
    SECRECY = "密级"
    URGENCY = "紧急程度"
    ISSUER = "发文机关标志"
    DOCUMENT_NUMBER = "发文字号"
    SIGNER = "签发人"
    TITLE = "标题"
    SUBTITLE = "副标题"
    ADDRESSEE = "主送机关"
    HEADING = "小标题"
    BODY = "正文"
    ATTACHMENT = "附件说明"
    SIGNATURE = "署名"
    DATE = "成文日期"
    NOTE = "附注"
    ANNEX_LABEL = "附件序号"
    ANNEX_TITLE = "附件标题"
    COPIED = "抄送机关"
    PRINTED = "印发机关和印发日期"
    EMPTY = "空行"
    OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph and its role. ``heading`` is the heading that it is, or that opens it (``heading.rest`` then follows); ``level`` is its level."""

    paragraph: Paragraph
    role: Role
    heading: Heading | None = None

    @property
    def text(self) -> str:
        return self.paragraph.text.strip(BLANKS + "\n")

    @property
    def level(self) -> int:
        return self.heading.level if self.heading else 0


_SECRECY = re.compile(r"(绝密|机密|秘密)\s*(★.{0,6})?")
_URGENCY = re.compile(r"特急|加急|平急|特提|急件")
DOCUMENT_NUMBER = re.compile(r"[^\s，。；：《》]{1,15}\s*[〔\[［(（【]\s*\d{2,4}\s*[〕\]］)）】]\s*第?\s*\d+\s*号")
_SIGNER = re.compile(r"签发人\s*[：:]")
_DATE = re.compile(
    r"[（(]?([12]\d{3}|[〇○零O0一二三四五六七八九]{4})\s*(年\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*((\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?"
    r"|[-./]\d{1,2}[-./]\d{1,2})[）)]?"
)
_ANNEX = re.compile(r"附\s*件\s*\d{0,2}\s*[：:]?")
_ATTACHMENT = re.compile(r"附\s*件\s*([：:]\s*\S|\d{1,2}\s*[.．、]?\s*\S)")
_ITEM = re.compile(r"\d{1,2}\s*[.．、]\s*\S")
_NOTE = re.compile(r"[（(].*[）)]")
_COPIED = re.compile(r"抄\s*送\s*[：:]?")
_PRINTED = re.compile(r".*印发")
_RECEIVER = re.compile(r"(委员会|[局委办厅院部处会]|党组|党委|党工委|机关工委|政府|单位|公司|中心|街道|领导小组|同志们?|代表|各位.{1,10})$")
_LONGEST_TITLE = 60
_LONGEST_SIGNATURE = 40
_STOPS = "。；，：？！、"


def parts(document: Document) -> tuple[Part, ...]:
    """Every paragraph of the body with its role, in order; behind them those of an imprint in a table or box. Never fails on any text."""
    return (*_Reader(document.paragraphs).read(), *_imprint(document.boxed))


def _imprint(boxed: Sequence[Paragraph]) -> Iterator[Part]:
    for paragraph in boxed:
        role = _imprint_role(paragraph.text.strip(BLANKS))
        if role is not None:
            yield Part(paragraph, role)


def _imprint_role(text: str) -> Role | None:
    if _COPIED.match(text):
        return Role.COPIED
    return Role.PRINTED if _PRINTED.fullmatch(text) and re.search(r"\d", text) else None


class _Reader:
    """Goes down the page: what stands before the title, the title and whom it addresses, the body, what closes it, annexes."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.texts = [p.text.strip(BLANKS + "\n") for p in paragraphs]
        self.end = next((i for i, text in enumerate(self.texts) if i and _ANNEX.fullmatch(text)), len(self.texts))
        self.date = self._date()
        self.signature = self._signature()

    def read(self) -> Iterator[Part]:
        front = self._front()
        after = max(front, default=-1) + 1
        note = self._attachment(after)
        closing = dict.fromkeys(self.signature, Role.SIGNATURE) | ({} if self.date is None else {self.date: Role.DATE})
        annexed = False
        for i, paragraph in enumerate(self.paragraphs):
            role = front.get(i) or note.get(i) or closing.get(i) or self._behind(i, annexed)
            annexed = annexed or role is Role.ANNEX_LABEL
            yield Part(paragraph, role) if role else self._body(i)

    # --- before the body ------------------------------------------------------------------------------------------------------------------

    def _front(self) -> dict[int, Role]:
        found = self._head()
        at = self._next(max(found, default=-1) + 1)
        while at is not None and self._is_title(at, found):
            found[at] = Role.TITLE
            at = at + 1 if at + 1 < len(self.texts) else None
        if Role.TITLE not in found.values():
            return found
        at = self._next(max(found) + 1)
        while at is not None and self._is_subtitle(at):
            found[at] = Role.SUBTITLE
            at = self._next(at + 1)
        if at is not None and self._is_addressee(at):
            found[at] = Role.ADDRESSEE
        return found

    def _head(self) -> dict[int, Role]:
        """份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人, which stand above the title."""
        found: dict[int, Role] = {}
        at = self._next(0)
        while at is not None and (role := self._head_role(at)):
            found[at] = role
            at = self._next(at + 1)
        return found

    def _head_role(self, at: int) -> Role | None:
        text = self.texts[at]
        if re.fullmatch(r"\d{4,8}", text):
            return Role.COPY_NUMBER
        if _SECRECY.fullmatch(text):
            return Role.SECRECY
        if _URGENCY.fullmatch(text):
            return Role.URGENCY
        if DOCUMENT_NUMBER.match(text):
            return Role.DOCUMENT_NUMBER
        if _SIGNER.match(text):
            return Role.SIGNER
        if self.paragraphs[at].shape.align is Align.CENTER and text.endswith("文件"):
            return Role.ISSUER
        numbered = any(DOCUMENT_NUMBER.match(t) for t in self.texts[at + 1 : at + 6])
        return Role.ISSUER if numbered and len(text) <= _LONGEST_SIGNATURE else None

    def _is_title(self, at: int, found: dict[int, Role]) -> bool:
        text = self.texts[at]
        if not text or len(text) > _LONGEST_TITLE or text[-1] in _STOPS or at == self.date or self._numbered(at) or re.search("[。；]", text):
            return False
        before = self.paragraphs[at - 1] if found.get(at - 1) is Role.TITLE else None
        return before is None or (abs(before.face.size - self.paragraphs[at].face.size) <= 2 and not self._is_addressee(at))

    def _is_subtitle(self, at: int) -> bool:
        text = self.texts[at]
        centred = self.paragraphs[at].shape.align is Align.CENTER and len(text) <= _LONGEST_SIGNATURE and text[-1] not in "。；，：:"
        return not self._numbered(at) and (centred or (_NOTE.fullmatch(text) is not None and len(text) <= _LONGEST_SIGNATURE))

    def _is_addressee(self, at: int) -> bool:
        text = self.texts[at]
        if self.paragraphs[at].style == Role.ADDRESSEE:
            return True
        if len(text) > 2 * _LONGEST_TITLE or re.search("[。；]", text) or at in self.signature or self._numbered(at):
            return False
        if text[-1:] in ("：", ":"):
            return not re.search(r"如下|以下|下列|报告|汇报", text)
        return self.paragraphs[at].shape.align is not Align.CENTER and _RECEIVER.search(text.rstrip(_STOPS + ",.;")) is not None

    # --- after the body -------------------------------------------------------------------------------------------------------------------

    def _date(self) -> int | None:
        """The last line that is a date alone, before any annex, with running text above it."""
        body = next((i for i, text in enumerate(self.texts) if len(text) > _LONGEST_SIGNATURE), 2)
        return next((i for i in range(self.end - 1, body, -1) if _DATE.fullmatch(self.texts[i])), None)

    def _signature(self) -> tuple[int, ...]:
        """The lines above the date, up to an empty one, that are names: of offices, or of the person who reports."""
        found: list[int] = []
        at = self._before(self.end if self.date is None else self.date)
        if self.date is None and at is not None and self.paragraphs[at].shape.align is not Align.RIGHT:
            return ()
        while at is not None and self._is_name(at):
            found.insert(0, at)
            at = at - 1 if at and self.texts[at - 1] else None
        return tuple(found)

    def _is_name(self, at: int) -> bool:
        text = self.texts[at]
        ruled = _ATTACHMENT.match(text) or _ITEM.match(text) or self._numbered(at) or _DATE.fullmatch(text)
        return not ruled and len(text) <= _LONGEST_SIGNATURE and not re.search("[。；，：:？！]", text)

    def _attachment(self, start: int) -> dict[int, Role]:
        end = self.signature[0] if self.signature else self.date if self.date is not None else len(self.texts)
        at = next((i for i in range(end - 1, start, -1) if _ATTACHMENT.match(self.texts[i])), None)
        if at is None:
            return {}
        found = {at: Role.ATTACHMENT}
        while at + 1 < end and _ITEM.match(self.texts[at + 1]):
            at += 1
            found[at] = Role.ATTACHMENT
        return found

    def _behind(self, at: int, annexed: bool) -> Role | None:
        """What may stand after the date, and what needs no place: empty lines."""
        text = self.texts[at]
        if not text:
            return Role.EMPTY
        if _ANNEX.fullmatch(text) and (annexed or self.date is None or at > self.date) and at:
            return Role.ANNEX_LABEL
        if self.date is None or at < self.date:
            return None
        if role := _imprint_role(text):
            return role
        if not annexed and _NOTE.fullmatch(text):
            return Role.NOTE
        labelled = self._before(at)
        return Role.ANNEX_TITLE if annexed and labelled is not None and _ANNEX.fullmatch(self.texts[labelled]) else None

    # --- the body -------------------------------------------------------------------------------------------------------------------------

    def _body(self, at: int) -> Part:
        paragraph, found = self.paragraphs[at], self._heading(at)
        if found is not None:
            return Part(paragraph, Role.BODY if found.rest else Role.HEADING, found)
        aside = paragraph.shape.align is Align.CENTER and len(self.texts[at]) <= _LONGEST_SIGNATURE
        return Part(paragraph, Role.OTHER if aside else Role.BODY)

    def _heading(self, at: int) -> Heading | None:
        """A heading by its number, else by its outline level in Word."""
        found, outline = self._numbered(at), self.paragraphs[at].shape.outline
        if found is None and outline is not None and outline < 4:
            return heading(SourceLine(at + 1, self.texts[at].replace("\n", ""), level=outline + 1))
        return found

    def _numbered(self, at: int) -> Heading | None:
        return heading(SourceLine(at + 1, self.texts[at].replace("\n", "")))

    def _next(self, at: int) -> int | None:
        return next((i for i in range(at, len(self.texts)) if self.texts[i]), None)

    def _before(self, at: int) -> int | None:
        return next((i for i in range(at - 1, -1, -1) if self.texts[i]), None)
