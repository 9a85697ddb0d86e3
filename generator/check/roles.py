"""What a paragraph can be: the elements of GB/T 9704-2012, clauses 7 and 10."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.check.document import Paragraph
from generator.reading.headings import Heading
from generator.reading.lines import BLANKS


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
    ATTENDANCE = "出席人员"
    CONTENTS = "目录"
    OTHER = "其他"


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the head of a paragraph: ``level`` 1–4, ``printed`` as it stands there, ``ordinal`` its value."""

    level: int
    printed: str
    ordinal: int

    @property
    def chapter(self) -> bool:
        """Whether it counts chapters (第一章, 第一部分), which 一、 may stand below."""
        return self.printed.startswith("第")


@dataclass(frozen=True, slots=True)
class Part:
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
        return self.paragraph.text.strip(BLANKS + "\n")

    @property
    def level(self) -> int:
        return self.heading.level if self.heading else 0
