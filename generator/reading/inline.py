"""What stands in a paragraph as Word prints it, run by run (ECMA-376 part 1, 17.3.3), through whatever runs are wrapped in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from generator.reading.elements import Element, attribute, child, tag
from generator.reading.equations import MATH, linear
from generator.reading.fields import Fields, without_result
from generator.reading.styles import Styles
from generator.reading.symbols import is_symbol_font, symbol, symbols, unknown
from generator.reading.wrappers import BLOCK_WRAPPERS, FILES, GONE, speaks, waiting

_RUN, _TEXT, _BREAK, _SYMBOL, _FIELD_MARK, _SIMPLE, _PROPERTIES = map(tag, ("r", "t", "br", "sym", "fldChar", "fldSimple", "pPr"))
_MATH_TEXT = f"{MATH}t"
EQUATIONS = frozenset({f"{MATH}oMath", f"{MATH}oMathPara"})
_WRAPPERS = BLOCK_WRAPPERS | frozenset(map(tag, ("hyperlink", "smartTag", "fldSimple", "dir", "bdo", "ruby", "rubyBase")))
_INNER = _WRAPPERS | {_RUN}
"""What stands in a paragraph, and in a run only where a program errs, but for the words that a ruby is about."""
_SIGNS = {tag("tab"): "\t", tag("ptab"): "\t", tag("cr"): "\n", tag("noBreakHyphen"): "-"}
_RECKONED = frozenset(map(tag, ("yearLong", "yearShort", "monthLong", "monthShort", "dayLong", "dayShort", "pgNum")))
"""What prints the day on which it is printed, or its page (17.3.3)."""
_KNOWN = frozenset(map(tag, ("rPr", "drawing", "pict", "object", "footnoteReference", "endnoteReference", "commentReference")))
"""Parts of a run whose text is none of the paragraph's: a box, a note."""
_TURNS = ("page", "column")
"""Breaks that end no line of a paragraph that is read without its pages (17.18.3)."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHITE = re.compile(r"[\t\r\n]+")
_HEXADECIMAL = re.compile(r"[0-9A-Fa-f]{1,6}")


class Unread(StrEnum):
    """What nothing here can tell in words; the values are what a user reads, after how many there are."""

    CHUNK = "处嵌入的文件"
    FIELD = "处要由 Word 算出来的域"
    SIGN = "个特殊字体的符号"
    OTHER = "处认不出的内容"
    REST = "段以后的内容"


Tell = Callable[[Unread], None]
"""Takes down that something of that kind was not read."""


class Inline:
    """Reads the characters of ``paragraph`` in a file with those ``styles`` and ``fields``; what it cannot read it tells ``tell``."""

    def __init__(self, paragraph: Element, styles: Styles, fields: Fields, tell: Tell) -> None:
        self._paragraph = paragraph
        self._styles = styles
        self._fields = fields
        self._tell = tell

    def text(self) -> str:
        """What the paragraph prints; what the equation does, where one stands in no paragraph."""
        alone = self._paragraph.tag in EQUATIONS
        return "".join(self._characters((self._paragraph,) if alone else self._paragraph))

    def _characters(self, parts: Iterable[Element]) -> Iterator[str]:
        for part in parts:
            if part.tag == _RUN:
                yield from self._run(part)
            elif part.tag in EQUATIONS:
                yield linear(part, lambda run: "".join(self._run(run)), self._fields.unprinted)
            elif part.tag in _WRAPPERS:
                yield from () if waiting(part) else self._wrapped(part)
            elif part.tag in FILES:
                self._tell(Unread.CHUNK)
            elif part.tag not in GONE and part.tag != _PROPERTIES and speaks(part):
                self._tell(Unread.OTHER)

    def _wrapped(self, wrapper: Element) -> Iterator[str]:
        if wrapper.tag == _SIMPLE and not speaks(wrapper):
            printed = without_result(attribute(wrapper, "instr") or "", child(wrapper, "ffData"))
            yield self._reckoned() if printed is None else printed
        else:
            yield from self._characters(wrapper)

    def _run(self, run: Element) -> Iterator[str]:
        """The characters of a run of text, or of an equation, which may hold what a run of text does (22.1.2.87)."""
        properties = child(run, "rPr")
        if self._styles.hidden(self._paragraph, properties):
            return
        font = self._styles.font(properties)
        capitals = run.tag == _RUN and self._styles.capitals(self._paragraph, properties)
        for part in run:
            if part in self._fields.unprinted:
                continue
            if part.tag in _INNER or part.tag in EQUATIONS:
                yield from self._characters((part,))
            else:
                said = self._said(part, font)
                yield said.upper() if capitals else said

    def _said(self, part: Element, font: str) -> str:
        """What one child of a run adds to the text: drawings, text boxes and references to notes add nothing."""
        if part.tag == _TEXT:
            return self._drawn(_content(part), font)
        if part.tag == _MATH_TEXT:
            return part.text or ""
        if part.tag == _BREAK:
            return "" if attribute(part, "type") in _TURNS else "\n"
        if part.tag == _SYMBOL:
            return self._sign(part)
        if part.tag in _RECKONED:
            return self._reckoned()
        if part.tag == _FIELD_MARK:
            return self._reckoned() if part in self._fields.strange else self._fields.printed.get(part, "")
        if part.tag not in _SIGNS and part.tag not in _KNOWN and part.tag not in GONE and speaks(part):
            self._tell(Unread.OTHER)
        return _SIGNS.get(part.tag, "")

    def _reckoned(self) -> str:
        self._tell(Unread.FIELD)
        return ""

    def _drawn(self, text: str, font: str) -> str:
        if not is_symbol_font(font) and not unknown(text):
            return text
        drawn = symbols(text, font)
        if len(drawn) < len(text):
            self._tell(Unread.SIGN)
        return drawn

    def _sign(self, sign: Element) -> str:
        code = attribute(sign, "char") or ""
        drawn = symbol(int(code, 16), attribute(sign, "font") or "") if _HEXADECIMAL.fullmatch(code) else ""
        if not drawn:
            self._tell(Unread.SIGN)
        return drawn


def _content(text: Element) -> str:
    """The characters of ``w:t``: blanks at its ends count only where it says so, line ends of the file are blanks (XML 1.0, 2.10)."""
    said = _WHITE.sub(" ", text.text or "")
    return said if text.get(_SPACE) == "preserve" else said.strip(" ")
