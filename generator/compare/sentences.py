"""A report as the sentences that two versions of it are compared by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from generator.chinese.punctuation import ITEM_SIGNS
from generator.chinese.punctuation import sentences as split_sentences
from generator.printed import ANNEX_KINDS, Line, LineKind, lines
from generator.report import BLANK_MARK, CELL, Blank, Inline, Inlines, Report, Text, plain

_LABEL = re.compile(
    r"第?[一二三四五六七八九十]{1,3}(?:、|是|要(?=[^求点])|章|部分)|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d)"
    r"|(?:首先|其次|再次|最后)[，,：:]|附件：(?:\d{1,2}[.．、])?"
)
_SPACE = re.compile(r"[\s\u3000\u00a0\u200b]+")
_SPACE_OUTSIDE = re.compile(rf"(?<!\d){_SPACE.pattern}|{_SPACE.pattern}(?!\d)")
_DRAWN = re.compile(r"[①-⑳⑴-⒇⒈-⒛㈠-㈩㊀-㊉❶-❿]")
_BULLET = re.compile(f"[·{ITEM_SIGNS}]")
_NUMBER = re.compile(rf"\d+(?:[.,]\d+)*|{BLANK_MARK}|[×xX*]{{2,}}")


class Sentence(Struct, frozen=True):
    """One sentence, or one line that is none (title, heading, signature).

    ``trail`` are the headings it stands under, ``ordinal`` its place among the sentences of the innermost (1-based); ``kind`` is that of its line.
    ``text`` is as printed, number and all; ``inlines`` are its words without a heading's number.
    """

    kind: LineKind
    text: str
    trail: tuple[str, ...]
    ordinal: int
    inlines: Inlines = ()

    @property
    def label(self) -> str:
        """What numbers it: 一、 （一） 1. 一是 首先."""
        found = _LABEL.match(self.text)
        return found[0] if found else ""

    @property
    def key(self) -> str:
        """Its words without label and spaces: two sentences with one key say the same."""
        words = _SPACE.sub("", self.text[len(self.label) :])
        return words if self.label else _sign(words[:1]) + words[1:]

    @property
    def figured(self) -> str:
        """``key`` with the blanks within its numbers: nobody can tell whether 3 26件 are 326, 26 or two numbers."""
        words = _SPACE_OUTSIDE.sub("", self.text[len(self.label) :])
        return words if self.label else _sign(words[:1]) + words[1:]

    @property
    def shape(self) -> str:
        """``key`` with every number and blank alike, for a likeness that does not hang on figures."""
        return _NUMBER.sub("0", self.key)

    @property
    def where(self) -> str:
        """Where it stands, in a reader's words."""
        counted = {LineKind.BODY: "句", LineKind.TABLE_ROW: "行"}.get(self.kind)
        here = f"第{self.ordinal}{counted}" if counted else str(self.kind)
        return f"{' › '.join(self.trail)} {here}".strip()


def _sign(first: str) -> str:
    """The sign of an item of a list by what it counts: programs that lack ⑴ or ㊀ print 1 or ①, and each has bullets of its own."""
    if _DRAWN.match(first):
        return str(int(unicodedata.numeric(first)))
    return "•" if _BULLET.match(first) else first


def sentences(report: Report) -> Iterator[Sentence]:
    """The sentences of ``report`` in reading order, each row of an annex one."""
    trail: tuple[str, ...] = ()
    ordinal = 0
    for line in (line for line in lines(report) if line.kind not in ANNEX_KINDS):
        for kind, text, inlines in _pieces(line):
            if kind is LineKind.HEADING:
                trail = trail[: line.level - 1]
            ordinal += 1
            yield Sentence(kind, text, trail if kind in (LineKind.HEADING, LineKind.BODY) else (), ordinal, inlines)
            if kind is LineKind.HEADING:
                trail, ordinal = (*trail, text.rstrip("。")), 0
    yield from _annexed(report)


def _annexed(report: Report) -> Iterator[Sentence]:
    for annex in report.annexes:
        trail = (f"{annex.label}　{plain(annex.title)}",)
        yield Sentence(LineKind.ANNEX_TITLE, plain(annex.title), (annex.label,), 1, annex.title)
        for kind, rows in ((LineKind.TABLE_HEAD, (annex.table.head,)), (LineKind.TABLE_ROW, annex.table.rows)):
            for n, row in enumerate(rows, 1):
                inlines = tuple(inline for cell in row for inline in (*cell, Text(CELL)))[:-1]
                yield Sentence(kind, plain(inlines), trail, n, inlines)


def _pieces(line: Line) -> Iterator[tuple[LineKind, str, Inlines]]:
    """The sentences of ``line``; what heads a run-in section is its heading."""
    if line.kind is not LineKind.BODY:
        yield line.kind, line.text, line.inlines
        return
    for start, text in split_sentences(plain(line.inlines)):
        heads = start == 0 and line.level > 0
        inlines = tuple(_between(line.inlines, start, start + len(text)))
        yield LineKind.HEADING if heads else LineKind.BODY, (line.number if heads else "") + text, inlines


def _between(inlines: Inlines, start: int, end: int) -> Iterator[Inline]:
    at = 0
    for inline in inlines:
        text = inline.text[max(0, start - at) : max(0, end - at)]
        at += len(inline.text)
        if text:
            yield inline if isinstance(inline, Blank) else replace(inline, text=text)
