"""Markdown line by line: what each line is by its signs (CommonMark, 4 and 5; tables and tasks as GitHub has them; notes as pandoc has them)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise

from msgspec import Struct

from generator.reading.front_matter import FrontMatter, front_matter
from generator.reading.lines import BLANKS, unbroken

_DEEPEST = 4
"""Levels of heads below the title; what is deeper is set as the last."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FENCE = re.compile(r"\s*(```+|~~~+)")
_RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*")
_DIVISION = re.compile(r"\s*</?div\b(?P<attributes>[^>]*)>\s*")
_STYLE = re.compile(r'custom-style="([^"]*)"')
_ROW = re.compile(r"\s*\|.*\|\s*")
_COLUMNS = re.compile(r"\s*\|[-:|\s]+\|\s*")
_PARTS_CELLS = re.compile(r"(?<!\\)\|")
_NOTE = re.compile(r"\[\^(?P<name>[^\]\s]+)\]:\s*(?P<words>.*)")
_NOTE_GOES_ON = re.compile(r"(?: {4}|\t)\s*(?P<words>\S.*)")
_HEAD = re.compile(r"(#{1,6})\s+")
_CLOSED = re.compile(r"\s+#+\s*$")
"""What may end the line of a head."""
_ITEM = re.compile(r"(?P<indent>\s*)([-*+]|>)\s+(?=\S)")
"""What opens an item of a list, or a quotation."""
_TASK = re.compile(r"\[(?P<done>[ xX])\]\s+(?=\S)")
_BOXES = {" ": "□", "x": "☑"}
_BREAK = re.compile(r"(?<!\\)\\$")
"""Ends a line that the next is to stand below (CommonMark, 6.7)."""
_UNDERLINE = re.compile(r" {0,3}(={2,}|-{2,})\s*")
_NOT_UNDERLINED = re.compile(r"\s*([-*+>|#]|\d+[.)])\s.*|.*[。；：！？!?;:]\s*|.{61,}|\s*")
"""What no head is over a line of signs: an item, a quotation, a row, a sentence; then the line is a rule (CommonMark, 4.1 and 4.3)."""


class What(Enum):
    """What a line is."""

    TITLE = auto()
    HEAD = auto()
    ITEM = auto()
    TEXT = auto()
    CODE = auto()
    ROW = auto()
    COLUMNS = auto()
    """The row that says where the columns of a table stand."""
    NOTE = auto()
    DIVISION = auto()
    """Where a division begins or ends."""
    SIGN = auto()
    """A fence, a rule, what underlines a head."""


class Marked(Struct, frozen=True):
    """A line of the file: its 1-based ``number``, what it is, its ``words`` without the signs around them (those within are still there) and the
    1-based ``column`` in which these begin; the ``level`` of a head, the ``cells`` of a row, how far an item is indented, the ``name`` of a note, or
    the style that a division is set in. ``raw`` is the line as it stands."""

    number: int
    raw: str
    what: What
    words: str = ""
    column: int = 1
    level: int = 0
    cells: tuple[str, ...] = ()
    indent: int = 0
    name: str = ""


class Markdown(Struct, frozen=True):
    """What a file says of itself ``above`` its text, its ``lines``, the first the title where that is told above alone, and how many comments were
    left out of them; ``titled_above``: whether the title above is that of the text."""

    above: FrontMatter
    lines: tuple[Marked, ...]
    comments: int
    titled_above: bool


def marked(text: str) -> Markdown:
    """``text`` line by line."""
    said, comments = _COMMENT.subn(lambda found: "\n" * found[0].count("\n"), unbroken(text))
    written = said.split("\n")
    above = front_matter(written)
    title = above.lacking(written)
    first = (Marked(above.line, "", What.TITLE, title),) if title else ()
    rows = list(enumerate(written[above.count :], above.count + 1))
    return Markdown(above, (*first, *_Lines(titled=bool(title)).read(rows)), comments, bool(title) or above.repeated(written))


class _Lines(Struct):
    """Reads one line after another: what it is depends on those above it."""

    titled: bool
    fenced: bool = False
    noted: str = ""
    """The name of the note that goes on in the next line where that is indented."""

    def read(self, rows: Sequence[tuple[int, str]]) -> Iterator[Marked]:
        underlines = False
        for (number, raw), (_, below) in pairwise([*rows, (0, "")]):
            if underlines:
                yield Marked(number, raw, What.SIGN)
                underlines = False
                continue
            depth = 0 if self.fenced else _underlined(raw, below)
            underlines = depth > 0
            yield self._head(number, raw, raw, 1, depth) if depth else self._line(number, raw, below)

    def _line(self, number: int, raw: str, below: str) -> Marked:
        if _FENCE.match(raw):
            self.fenced = not self.fenced
            return Marked(number, raw, What.SIGN)
        if self.fenced:
            return Marked(number, raw, What.CODE, raw)
        note, more = _NOTE.fullmatch(raw.rstrip(BLANKS)), _NOTE_GOES_ON.fullmatch(raw.rstrip(BLANKS))
        self.noted = note["name"] if note else self.noted if more else ""
        if self.noted and (told := note or more):
            return Marked(number, raw, What.NOTE, told["words"], name=self.noted)
        if _RULE.fullmatch(raw):
            return Marked(number, raw, What.SIGN)
        if division := _DIVISION.fullmatch(raw):
            style = _STYLE.search(division["attributes"])
            return Marked(number, raw, What.DIVISION, name=style[1] if style else "")
        if _ROW.fullmatch(raw):
            what = What.COLUMNS if _COLUMNS.fullmatch(raw) else What.ROW
            return Marked(number, raw, what, cells=tuple(cell.strip() for cell in _PARTS_CELLS.split(raw.strip())[1:-1]))
        return self._paragraph(number, raw, _BREAK.sub("", raw) if below.strip(BLANKS) else raw)

    def _paragraph(self, number: int, raw: str, words: str) -> Marked:
        if head := _HEAD.match(words):
            return self._head(number, raw, _CLOSED.sub("", words[head.end() :]), head.end() + 1, len(head[1]))
        if item := _ITEM.match(words):
            task = _TASK.sub(lambda found: _BOXES[found["done"].lower()], words[item.end() :])
            return Marked(number, raw, What.ITEM, task, item.end() + 1, indent=len(item["indent"].replace("\t", "    ")))
        return Marked(number, raw, What.TEXT, words)

    def _head(self, number: int, raw: str, words: str, column: int, depth: int) -> Marked:
        """The first head of depth 1 is the title, further ones head chapters."""
        if depth == 1 and not self.titled:
            self.titled = True
            return Marked(number, raw, What.TITLE, words, column)
        return Marked(number, raw, What.HEAD, words, column, min(max(depth - 1, 1), _DEEPEST))


def _underlined(raw: str, below: str) -> int:
    """How deep a head ``raw`` is by the line of signs ``below`` it: 1, 2; 0 where it is none."""
    found = _UNDERLINE.fullmatch(below)
    none = found is None or _NOT_UNDERLINED.fullmatch(raw) or _ROW.fullmatch(raw) or _RULE.fullmatch(raw) or _FENCE.match(raw)
    return 0 if found is None or none else 1 + found[1].startswith("-")
