"""Inside one sentence: which words went and which came."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct

from generator.report import BLANK_MARK


class Mark(StrEnum):
    """What became of a run of characters."""

    SAME = "same"
    GONE = "gone"
    COME = "come"


class Marked(Struct, frozen=True):
    """A run of characters with its mark."""

    mark: Mark
    text: str


DIGITS = r"\d+(?:[.,]\d+)*"
NUMERALS = "一二三四五六七八九十百千万亿两〇零"
FIGURE = rf"(?:{DIGITS}|[{NUMERALS}]+)"
"""A figure in digits or in Chinese numerals, as a regular expression."""
BLANK = "[ \u00a0\u2009\u202f\u3000]"
_COMMA = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_BLANKS = re.compile(rf"(?<![\d.])\d{{1,3}}(?:{BLANK}\d{{3}})+(?!{BLANK}?\d)")


def joined(text: str) -> str:
    """``text`` with its thousands together: 1,200 and 1 200, as the standard has them (GB/T 15835-2011, 5.1.3), are 1200; 3 26 stays as it is, since
    nobody can tell what it was to be."""
    return _BLANKS.sub(lambda m: re.sub(BLANK, "", m[0]), _COMMA.sub("", text))


_CUT = re.compile(rf"\d+(?:{BLANK}+\d+)+")


def cut_figures(text: str) -> list[str]:
    """The figures of ``text`` that blanks have cut into pieces (3 26)."""
    return _CUT.findall(joined(text))


_TOKEN = re.compile(rf"{BLANK_MARK}|{FIGURE}|[A-Za-z]+|.", re.DOTALL)
_SHORTEST_SAME = 2


def marked(old: str, new: str) -> tuple[Marked, ...]:
    """``old`` and ``new`` in one line. Figures are never cut; a single character kept between two changes goes with them."""
    a, b = _TOKEN.findall(old), _TOKEN.findall(new)
    gone, come = "", ""
    found: list[Marked] = []
    for operation, i, j, k, m in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        same = operation == "equal" and not ((gone or come) and j - i < _SHORTEST_SAME and j < len(a) and m < len(b))
        if same:
            found += _changed(gone, come)
            found.append(Marked(Mark.SAME, "".join(a[i:j])))
            gone, come = "", ""
        else:
            gone += "".join(a[i:j])
            come += "".join(b[k:m])
    return (*found, *_changed(gone, come))


def _changed(gone: str, come: str) -> list[Marked]:
    return [Marked(mark, text) for mark, text in ((Mark.GONE, gone), (Mark.COME, come)) if text]


def within(pieces: Iterable[Marked], start: int, end: int) -> tuple[Marked, ...]:
    """What ``pieces`` made of the old characters from ``start`` to ``end``: those, kept or gone, and what came between or instead of them."""
    found: list[Marked] = []
    at = 0
    last = Mark.SAME
    for piece in pieces:
        if piece.mark is Mark.COME:
            inside = start < at < end or (at == end and last is Mark.GONE and bool(found))
            found += [piece] if inside else []
        else:
            text = piece.text[max(0, start - at) : max(0, end - at)]
            at += len(piece.text)
            found += [Marked(piece.mark, text)] if text else []
        last = piece.mark
    return tuple(found)


def around(pieces: Iterable[Marked], start: int, end: int) -> tuple[str, str]:
    """What came right before the old characters from ``start`` to ``end``, and right behind them."""
    before = behind = ""
    at = 0
    for piece in pieces:
        if piece.mark is Mark.COME:
            before, behind = piece.text if at == start else before, piece.text if at == end else behind
        else:
            at += len(piece.text)
    return before, behind
