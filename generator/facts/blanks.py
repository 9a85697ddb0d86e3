"""Blanks: the marks by which a clerk leaves a fact open, told apart from the same characters in ordinary use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.chinese.measures import MEASURES
from generator.facts.normalise import normalise
from generator.patterns import worded
from generator.problems import Place
from generator.report import BREAK, Blank, Inline, Inlines, Origin, OriginKind, Text
from generator.yamlfile import Scalar

_LETTER = "A-Za-zＡ-Ｚａ-ｚ"
_MARKS = "×XxＸｘ*＊_"
_LATIN = "XxＸｘ_"

# A run whose edge is a letter is no blank inside a Latin word (MAXX); 二〇〇八年 is a year.
_RUN = rf"(?:(?<![{_LETTER}])(?=[{_LATIN}])|(?=[^{_LATIN}]))[{_MARKS}]{{2,}}(?:(?<=[{_LATIN}])(?![{_LETTER}])|(?<![{_LATIN}]))"
_ZEROS = "(?<![一二三四五六七八九零〇])〇{2,}(?![一二三四五六七八九零〇])"
# 待补贴, 待补录 … are words of their own; the brackets around the year of a document's number (〔待补〕14号) are the number's.
_NUMBERED = r"(?!第?(?:待补|〔待补〕|\d+|[×xX*]+)号)"
_WORD = rf"(?:〔待补〕|【待补】|\[待补\]){_NUMBERED}|待补充?(?![贴助录缴偿齐短强])"
_BRACKETS = rf"（\s*）|(?<![{_LETTER}])\(\s*\)"
# 1×2 and 3*4次 are sums, but 202×年 and 1X日 are dates with a digit missing.
_DATE_MARK = rf"(?<![{_LETTER}])[×XＸ*＊](?=[年月日])"
_ONE = rf"(?P<one>(?<![{_LETTER}0-9])[×XＸ*＊NＮ])"
_COUNTS = (*MEASURES, *"年月日")
"""What stands behind one mark for a number."""
_KINDS = (
    (frozenset("待"), _WORD),
    (frozenset("？?"), "[？?]{2,}"),
    (frozenset(_MARKS), _RUN),
    (frozenset("〇"), _ZEROS),
    (frozenset("（("), _BRACKETS),
    (frozenset("×XＸ*＊"), _DATE_MARK),
    (frozenset("×XＸ*＊NＮ"), _ONE),
)
"""The marks, each with the characters of which it holds one: no text has all, and a pattern of all takes longer to compile than the facts to read."""
_SIGNS = frozenset().union(*(signs for signs, _ in _KINDS))
_LITERAL = rf"\\(?P<literal>[{_MARKS}NＮ〇？?]+|待补|（\s*）|\(\s*\))"


def inlines(value: Scalar, path: str, empty_is_blank: bool = False) -> Inlines:
    """The words and blanks of one value of the file, each with the fact's ``path`` and the value's line as its origin.

    An empty value is a blank where a fact belongs (``empty_is_blank``), else nothing.
    """
    text = normalise(value.text, value.folded)
    place = value.place
    fact, blank = (Origin(kind, path, place.line, place.column) for kind in (OriginKind.FACT, OriginKind.BLANK))
    if not text:
        return (Blank("", blank),) if empty_is_blank else ()
    return split(text, fact, blank)


def line_by_line(value: Scalar, path: str) -> Inlines:
    """As ``inlines``, where the lines of a ``|`` block, and the paragraphs of a folded value, stay apart: a ``BREAK`` stands between them."""
    out: Inlines = ()
    for n, line in enumerate(value.text.split("\n")):
        column = value.indent + len(line) - len(line.lstrip()) + 1
        place = Place(value.place.path, value.place.line + n + 1, column) if value.block else value.place
        words = inlines(Scalar(line, place, value.quoted, folded=value.folded), path)
        if words:
            out = (*out, Text(BREAK, words[0].origin), *words) if out else words
    return out


def marks(text: str) -> Iterator[re.Match[str]]:
    """The marks of ``text`` that stand for blanks, in order."""
    return (match for match in _found(text) if match["blank"])


def _found(text: str) -> Iterator[re.Match[str]]:
    """The marks of ``text``, those that a backslash keeps as words (``literal``) and those that stand for blanks (``blank``)."""
    kinds = [mark for signs, mark in _KINDS if not signs.isdisjoint(text)] if not _SIGNS.isdisjoint(text) else []
    if not kinds:
        return iter(())
    blank = f"(?P<blank>{'|'.join(kinds)})"
    pattern = worded(f"{_LITERAL}|{blank}" if "\\" in text else blank)
    return (m for m in pattern.finditer(text) if not m.groupdict().get("one") or text.startswith(_COUNTS, m.end()))


def split(text: str, fact: Origin, blank: Origin) -> Inlines:
    """``text`` as words and blanks; a backslash before a mark keeps the mark as words."""
    return tuple(_joined(_pieces(text, fact, blank)))


def _pieces(text: str, fact: Origin, blank: Origin) -> Iterator[Inline]:
    start = 0
    for match in _found(text):
        yield Text(text[start : match.start()], fact)
        literal = match.groupdict().get("literal")
        yield Text(literal, fact) if literal else Blank(match["blank"], blank)
        start = match.end()
    yield Text(text[start:], fact)


def _joined(pieces: Iterator[Inline]) -> Iterator[Inline]:
    words: Text | None = None
    for piece in pieces:
        if isinstance(piece, Text):
            words = Text(words.text + piece.text, piece.origin) if words else piece
            continue
        if words and words.text:
            yield words
        words = None
        yield piece
    if words and words.text:
        yield words
