"""What a paragraph can be: the elements of GB/T 9704-2012, clauses 7 and 10."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from generator.check.document import Paragraph
from generator.chinese.lookalikes import folded
from generator.printed import LineKind
from generator.reading.headings import Heading
from generator.reading.lines import BLANKS


class Role(StrEnum):
    """The elements of an official document; the values are what a user reads. ``kind`` is what the tool would print each as."""

    kind: LineKind

    COVER = "封面", LineKind.BODY
    COPY_NUMBER = "份号", LineKind.COPY
    SECRECY = "密级", LineKind.SECRECY
    URGENCY = "紧急程度", LineKind.URGENCY
    ISSUER = "发文机关标志", LineKind.ISSUER
    DOCUMENT_NUMBER = "发文字号", LineKind.NUMBER
    SIGNER = "签发人", LineKind.SIGNER
    TITLE = "标题", LineKind.TITLE
    SUBTITLE = "副标题", LineKind.TITLE
    ADDRESSEE = "主送机关", LineKind.ADDRESSEE
    HEADING = "小标题", LineKind.HEADING
    BODY = "正文", LineKind.BODY
    ATTACHMENT = "附件说明", LineKind.ATTACHMENT
    SIGNATURE = "署名", LineKind.SIGNATURE
    DATE = "成文日期", LineKind.DATE
    NOTE = "附注", LineKind.BODY
    ANNEX_LABEL = "附件序号", LineKind.ANNEX
    ANNEX_TITLE = "附件标题", LineKind.ANNEX_TITLE
    COPIED = "抄送机关", LineKind.COPIES
    PRINTED = "印发机关和印发日期", LineKind.PRINTER
    EMPTY = "空行", LineKind.BODY
    ATTENDANCE = "出席人员", LineKind.BODY
    CONTENTS = "目录", LineKind.BODY
    OTHER = "其他", LineKind.BODY

    def __new__(cls, name: str, kind: LineKind) -> Role:
        role = str.__new__(cls, name)
        role._value_ = name
        role.kind = kind
        return role


class Number(Struct, frozen=True):
    """A number at the head of a paragraph: ``level`` 1–4, ``printed`` as it stands there, ``ordinal`` its value."""

    level: int
    printed: str
    ordinal: int

    @property
    def chapter(self) -> bool:
        """Whether it counts chapters (第一章, 第一部分), which 一、 may stand below."""
        return self.printed.startswith("第")


class Part(Struct, frozen=True):
    """A paragraph and its role; ``at`` is its index among the parts. ``number`` is the number that opens it, of a heading or of a list.

    ``heading`` is the heading that it is, or that opens it (``heading.rest`` then follows); ``level`` is its level.
    """

    at: int
    paragraph: Paragraph
    role: Role
    heading: Heading | None = None
    number: Number | None = None

    @property
    def text(self) -> str:
        return folded(self.paragraph.text).strip(BLANKS + "\n")

    @property
    def level(self) -> int:
        return self.heading.level if self.heading else 0
