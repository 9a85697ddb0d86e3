"""What each paragraph is, told from its text, its place and its looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.check.contents import contents
from generator.check.document import Align, Document, Paragraph
from generator.check.fonts import family, red
from generator.check.lines import lines
from generator.check.roles import Number, Part, Role
from generator.reading.headings import Heading, heading, numbered
from generator.reading.lines import BLANKS, SourceLine

_SECRECY = re.compile(r"(绝密|机密|秘密)\s*(★.{0,6})?")
_URGENCY = re.compile(r"特急|加急|平急|特提|急件")
_FILLED = r"[\d×xX＊*○_\s]"
_OPEN, _CLOSE = r"〔﹝\[［(（【", r"〕﹞\]］)）】"
DOCUMENT_NUMBER = re.compile(rf"[^\s，。；：《》{_OPEN}]{{0,15}}\s*[{_OPEN}]\s*{_FILLED}{{2,6}}\s*[{_CLOSE}]\s*第?\s*{_FILLED}+\s*号")
SERIAL_NUMBER = re.compile(
    r"[（(〔\[]?\s*((\d{4}|[〇○零一二三四五六七八九]{4})\s*年\s*)?第\s*([\d×xX]+|[一二三四五六七八九十百]+)\s*[号期次]\s*[）)〕\]]?"
)
_SIGNED_NUMBER = re.compile(rf"({DOCUMENT_NUMBER.pattern})(\s*(签发人.*)?)")
_SIGNER = re.compile(r"签发人\s*[：:]")
_DATE = re.compile(
    r"[（(]?([12]\d{3}|[〇○零O0一二三四五六七八九]{4})\s*(年\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月\s*((\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?"
    r"|[-./]\d{1,2}[-./]\d{1,2})[）)]?"
)
_DATED = re.compile(rf".+?\s+({_DATE.pattern})")
_ORDINAL = r"[（(]?\s*(\d{1,2}|[一二三四五六七八九十]{1,3}|[A-Z])?\s*[）)]?"
_ANNEX = re.compile(rf"附\s*件\s*{_ORDINAL}\s*[.．、]?\s*[：:]?")
_ANNEX_LIKE = re.compile(rf"附\s*[表录图]\s*{_ORDINAL}\s*[.．、]?\s*[：:]?")
_TITLED_ANNEX = re.compile(rf"附\s*件\s*{_ORDINAL}\s*([.．、：:]\s*|\s+)\S[^。；，]*")
_ATTACHMENT = re.compile(r"附\s*件?\s*[：:]\s*\S|附\s*件\s*[（(]?\s*(\d{1,2}|[一二三四五六七八九十]{1,2})\s*[）)]?\s*[.．、：:\s]\s*\S")
_ITEM = re.compile(r"\d{1,2}\s*[.．、]\s*\S")
_NOTE = re.compile(r"[（(].*[）)]")
_COPIED = re.compile(r"抄\s*[送报]\s*[：:]?")
_PRINTED = re.compile(r".*印发")
_ATTENDANCE = re.compile(r"(出\s*席|请\s*假|列\s*席|缺\s*席|参\s*加|参会)(人员|人|单位)?\s*[：:]")
_RECEIVER = re.compile(r"(委员会|[局委办厅院部处会]|党组|党委|党工委|机关工委|政府|单位|公司|中心|街道|领导小组|同志们?|代表|各位.{1,10})$")
_MASTHEAD = re.compile(r"(纪要|简报|专报|公报|信息)$")
_NO_RECEIVER = re.compile(
    r"如下|以下|下列|报告|汇报|(介绍|要求|条件|说明|事项|内容|安排|时间|地点|情况|职责|目的|方式|范围|对象|标准|流程|步骤|方法|原则|背景|目标"
    r"|主题|议题|摘要|导语|按|备注|注|问|答|记者|联系人|电话|主持人?|记录人?)[：:]$"
)
_CLOSING_WORDS = re.compile(r"(特此|专此|此复|妥否|当否|可否|以上|现予|请予|请.{0,4}批|此致|敬礼|如无不妥)")
_GENRES = (
    "决议|决定|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|总结|计划|规划|纲要|方案|要点|办法|规定|细则|规则|制度|条例|章程|思路"
    "|讲话|发言|致辞|汇报|述职|述廉|体会|建议|预案|清单|情况|责任书|承诺书|倡议书|慰问信|感谢信|简报|专报|信息|材料|提纲|日程|议程|手册|指南|说明"
)
GENRE = re.compile(rf"({_GENRES})([（(].{{1,12}}[）)])?$")
"""What the title of an official document, or of an office's everyday paper, ends with."""
NAMED = re.compile(_GENRES)
_LONGEST_TITLE = 60
_LONGEST_SIGNATURE = 40
_LONGEST_CLAUSE = 14
_STOPS = "。；，：？！、"
_HEAD_FACES = ("黑体", "楷体")
TITLE_SIZE = 36
"""Half-points from which on a line in the middle is a title."""


def parts(document: Document) -> tuple[Part, ...]:
    """Every paragraph of the body with its role, in order; behind them those of an imprint in a table or box. Never fails on any text."""
    found = list(_Reader(tuple(lines(document.paragraphs))).read())
    return (*found, *_imprint(document.boxed, len(found)))


def _imprint(boxed: Sequence[Paragraph], start: int) -> Iterator[Part]:
    named = ((paragraph, _imprint_role(paragraph.text.strip(BLANKS))) for paragraph in boxed)
    yield from (Part(start + n, paragraph, role) for n, (paragraph, role) in enumerate((p, r) for p, r in named if r is not None))


def _imprint_role(text: str) -> Role | None:
    if _COPIED.match(text):
        return Role.COPIED
    return Role.PRINTED if _PRINTED.fullmatch(text) and re.search(r"\d", text) else None


class _Reader:
    """Goes down the page: what stands before the title, the title and whom it addresses, the body, what closes it, annexes."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        self.paragraphs = paragraphs
        self.texts = [p.text.strip(BLANKS + "\n") for p in paragraphs]
        self.contents = contents(paragraphs)
        self.first = self._next(0)
        self.end = next((i for i in range(len(self.texts)) if i != self.first and self._is_label(i)), len(self.texts))
        self.date = self._date()
        self.signature = self._signature()

    def read(self) -> Iterator[Part]:
        front = self._front()
        after = max(front, default=-1) + 1
        note = self._attachment(after)
        closing = dict.fromkeys(self.signature, Role.SIGNATURE) | ({} if self.date is None else {self.date: Role.DATE})
        known = dict.fromkeys(self.contents, Role.CONTENTS) | closing | note | front
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
            at = at + 1 if at + 1 < len(self.texts) else None
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
        if _SECRECY.fullmatch(text):
            return Role.SECRECY
        if _URGENCY.fullmatch(text):
            return Role.URGENCY
        if _is_number(text):
            return Role.DOCUMENT_NUMBER
        if _SIGNER.match(text):
            return Role.SIGNER
        if Role.DOCUMENT_NUMBER in found.values():
            return Role.OTHER if _DATED.fullmatch(text) else None
        return Role.ISSUER if self._is_issuer(at) else None

    def _is_issuer(self, at: int) -> bool:
        """The name of the office over the number: 云州市水务局文件, or the bare name in a letter, an order, minutes."""
        text = self.texts[at]
        if len(text) > _LONGEST_SIGNATURE or text[-1] in _STOPS or self.paragraphs[at].line:
            return False
        if self.paragraphs[at].shape.align is Align.CENTER and (text.endswith("文件") or red(self.paragraphs[at].face.colour)):
            return True
        return (_MASTHEAD.search(text) is not None or not GENRE.search(text)) and any(_is_number(t) for t in self.texts[at + 1 : at + 6])

    def _is_title(self, at: int, found: dict[int, Role]) -> bool:
        text, paragraph = self.texts[at], self.paragraphs[at]
        set_large = paragraph.face.size >= TITLE_SIZE and paragraph.shape.align is Align.CENTER
        if not text or len(text) > _LONGEST_TITLE * (1 + set_large) or at == self.date or at in self.contents or re.search("[。；]", text):
            return False
        if text[-1] in _STOPS or (self._numbered(at) and not set_large) or _ATTENDANCE.match(text):
            return False
        before = self.paragraphs[at - 1] if found.get(at - 1) is Role.TITLE else None
        return before is None or (_alike(before, paragraph) and not self._is_addressee(at))

    def _is_subtitle(self, at: int) -> bool:
        text = self.texts[at]
        centred = self.paragraphs[at].shape.align is Align.CENTER and len(text) <= _LONGEST_SIGNATURE and text[-1] not in "。；，：:"
        bracketed = len(text) <= _LONGEST_SIGNATURE and _NOTE.fullmatch(text) is not None
        return not self._numbered(at) and (centred or bracketed or DOCUMENT_NUMBER.fullmatch(text) is not None)

    def _is_addressee(self, at: int) -> bool:
        text = self.texts[at]
        if self.paragraphs[at].style == Role.ADDRESSEE:
            return True
        if len(text) > 2 * _LONGEST_TITLE or re.search("[。；]", text) or at in self.signature or self._numbered(at) or _ATTENDANCE.match(text):
            return False
        if text[-1:] in ("：", ":"):
            return _NO_RECEIVER.search(text) is None
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
        ruled = _ATTACHMENT.match(text) or _ITEM.match(text) or self._numbered(at) or _DATE.fullmatch(text) or _CLOSING_WORDS.match(text)
        return not ruled and at not in self.contents and len(text) <= _LONGEST_SIGNATURE and not re.search("[。；，：:？！]|[.,;]$", text)

    def _attachment(self, start: int) -> dict[int, Role]:
        """附件说明, above the signature; below the date where somebody put it there."""
        end = self.signature[0] if self.signature else self.date if self.date is not None else self.end
        at = self._last_attachment(start, end)
        if at is None and self.date is not None:
            end = self.end
            at = self._last_attachment(self.date + 1, end)
        if at is None:
            return {}
        found = {at: Role.ATTACHMENT}
        while at + 1 < end and (_ITEM.match(self.texts[at + 1]) or _ATTACHMENT.match(self.texts[at + 1])):
            at += 1
            found[at] = Role.ATTACHMENT
        return found

    def _last_attachment(self, start: int, end: int) -> int | None:
        """The first of the last lines from ``start`` to ``end`` that name attachments one below the other."""
        named = [i for i in range(start, end) if _ATTACHMENT.match(self.texts[i]) and "，" not in self.texts[i] and not self._is_label(i)]
        while len(named) > 1 and named[-2] == named[-1] - 1:
            named.pop()
        return named[-1] if named else None

    def _is_label(self, at: int) -> bool:
        """附件1 above an annex; with the title behind it, or spelt as 附表, only where a page begins."""
        text, paragraph = self.texts[at], self.paragraphs[at]
        if not text.startswith("附") or at in self.contents:
            return False
        if _ANNEX.fullmatch(text):
            return True
        above = next((p for p in reversed(self.paragraphs[max(0, at - 9) : at]) if not p.empty), None)
        begins = at == self.first or (above is not None and paragraph.opens > above.closes)
        return begins and paragraph.shape.align is not Align.CENTER and bool(_ANNEX_LIKE.fullmatch(text) or _TITLED_ANNEX.fullmatch(text))

    def _behind(self, at: int, annexed: bool) -> Role | None:
        """What may stand after the date, and what needs no place: empty lines."""
        text = self.texts[at]
        if not text:
            return Role.OTHER if self.paragraphs[at].holds else Role.EMPTY
        if self._is_label(at) and (annexed or self.date is None or at > self.date):
            return Role.ANNEX_LABEL
        if annexed and (labelled := self._before(at)) is not None and self._is_label(labelled) and not _TITLED_ANNEX.fullmatch(self.texts[labelled]):
            return Role.ANNEX_TITLE
        if _ATTENDANCE.match(text):
            return Role.ATTENDANCE
        if self.date is not None and at > self.date:
            return _imprint_role(text) or (Role.NOTE if not annexed and _NOTE.fullmatch(text) else None)
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
        """Captions, lines of a form, what stands beside a table: short and without a stop."""
        text, paragraph = self.texts[at], self.paragraphs[at]
        centred = paragraph.shape.align is Align.CENTER and len(text) <= _LONGEST_SIGNATURE
        at_right = paragraph.shape.align is Align.RIGHT and text[-1] not in _STOPS
        return centred or at_right or ((annexed or paragraph.apart) and len(text) <= _LONGEST_SIGNATURE and text[-1] not in _STOPS)

    def _is_item(self, at: int, found: Heading) -> bool:
        """Whether a numbered sentence is one of a list: nothing in its look sets it off, and it is long or in clauses, or stands among such ones."""
        return self._is_plain_sentence(at) and (self._is_long(at, found) or any(self._is_long(n, found) for n in self._beside(at, found.level)))

    def _is_plain_sentence(self, at: int) -> bool:
        text, paragraph = self.texts[at], self.paragraphs[at]
        if paragraph.shape.outline is not None or text[-1] not in "。；：;:，":
            return False
        return family(paragraph.face.east_asian.name or "") not in _HEAD_FACES

    def _is_long(self, at: int, found: Heading) -> bool:
        return found.level > 2 or len(self.texts[at]) > _LONGEST_CLAUSE or "，" in self.texts[at]

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
        """A heading by its number, else by its outline level in Word."""
        found, outline = self._numbered(at), self.paragraphs[at].shape.outline
        if found is None and outline is not None and outline < 4:
            return heading(SourceLine(at + 1, self.texts[at], level=outline + 1))
        return found

    def _numbered(self, at: int) -> Heading | None:
        return heading(SourceLine(at + 1, self.texts[at]))

    def _next(self, at: int) -> int | None:
        return next((i for i in range(at, len(self.texts)) if self.texts[i] and i not in self.contents), None)

    def _before(self, at: int) -> int | None:
        return next((i for i in range(at - 1, -1, -1) if self.texts[i] and i not in self.contents), None)


def _is_number(text: str) -> bool:
    return _SIGNED_NUMBER.fullmatch(text) is not None or SERIAL_NUMBER.fullmatch(text) is not None


def _alike(above: Paragraph, below: Paragraph) -> bool:
    """Whether ``below`` may be a further line of the title ``above``."""
    set_apart = above.shape.align is Align.CENTER or above.face.size >= TITLE_SIZE
    return set_apart and abs(above.face.size - below.face.size) <= 2 and above.shape.align is below.shape.align
