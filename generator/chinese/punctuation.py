"""Sentences, clauses and stops of Chinese prose. Nothing here fails on any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.patterns import late

CLAUSE_MARKS = "，；。！？："
_CLAUSE_LEVEL = CLAUSE_MARKS + "、,;"
"""Marks of which one pattern finds all, for whoever splits after some of them."""
_OPENERS = {"“": "”", "《": "》", "（": "）", "〔": "〕", "‘": "’"}

_BLANKS = " \t\u3000\u00a0"
ITEM_SIGNS = "•●○■□◆◇▪▲△▼★☆►▶◎※➢❖✓"
"""What people set before the items of a list."""
_AROUND, _BEFORE = CLAUSE_MARKS + _BLANKS, "—–" + ITEM_SIGNS + _BLANKS

HAN = late(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff〇]")
"""A Han character, for whoever goes through much text: it takes 2 ms to compile, and ``is_han`` nothing."""
LETTER = r"[^\W\d_A-Za-z]"
"""In a pattern: a letter that is not Latin, in these texts a Han character. It compiles at once; Python goes through the characters of a range one by
one, half a millisecond for all Han."""


def is_han(character: str) -> bool:
    """Whether a ``character`` is what ``HAN`` finds."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or "\uf900" <= character <= "\ufaff" or character == "〇"


def holds_han(text: str) -> bool:
    return any(map(is_han, text))


def split_after(text: str, marks: str) -> Iterator[tuple[int, str]]:
    """Pieces of ``text``, each with its offset and the mark that ends it, split after ``marks`` outside quotes and brackets.

    A quote without its partner in the same sentence shields nothing, so one lost ” cannot swallow a paragraph.
    """
    start = 0
    closers: list[str] = []
    for sign in _signs(_CLAUSE_LEVEL if "，" in marks or marks == "、" else marks).finditer(text):
        i, c = sign.start(), sign[0]
        if closers and c == closers[-1]:
            closers.pop()
        elif c in _OPENERS and _closes(text, i, _OPENERS[c]):
            closers.append(_OPENERS[c])
        if c in marks and not closers:
            yield start, text[start : i + 1]
            start = i + 1
    if start < len(text):
        yield start, text[start:]


@cache
def _signs(marks: str) -> re.Pattern[str]:
    """All that splitting after ``marks`` looks at."""
    return re.compile(f"[{re.escape(marks + ''.join(_OPENERS) + ''.join(_OPENERS.values()))}]")


def _closes(text: str, opener: int, closer: str) -> bool:
    end = text.find(closer, opener + 1, opener + _LONGEST_QUOTE)
    return end != -1 and "。" not in text[opener:end]


_LONGEST_QUOTE = 2000
"""Characters within which a quote has its partner; a text of nothing but openers would else be searched to its end from each."""


_ASKED = 1 << 12
"""Texts whose pieces are remembered: a long report has as many paragraphs, and a hundred rules that ask for those of each."""


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Sentences with their offsets, stops included."""
    return iter(_sentences(text))


@lru_cache(maxsize=_ASKED)
def _sentences(text: str) -> tuple[tuple[int, str], ...]:
    return tuple(split_after(text, "。！？"))


def clauses(text: str) -> Iterator[tuple[int, str]]:
    """Clauses with their offsets, marks stripped, and the dash or bullet that opens an item of a list; empty ones left out."""
    return iter(_clauses(text))


@lru_cache(maxsize=_ASKED)
def _clauses(text: str) -> tuple[tuple[int, str], ...]:
    return tuple(_found_clauses(text))


def _found_clauses(text: str) -> Iterator[tuple[int, str]]:
    for offset, piece in split_after(text, CLAUSE_MARKS):
        bare = piece.strip(_AROUND).lstrip(_BEFORE)
        if bare:
            yield offset + piece.index(bare[0]), bare


@lru_cache(maxsize=1 << 14)
def count_characters(text: str) -> int:
    """Length as Word counts it: each Han character and full-width stop one, a run of digits or Latin letters one."""
    return len(_COUNTED.findall(text))


_COUNTED = late(r"(?<![.,\-])[.,\-]*[A-Za-z0-9%][A-Za-z0-9.,%\-]*|[^\sA-Za-z0-9]")
"""The look behind keeps a run of dashes from being gone through again at each of them."""


def since_mark(text: str, at: int, marks: str, start: int = 0) -> str:
    """What stands between the last of ``marks`` from ``start`` on and ``at``: looked for backwards, so that long texts cost no more."""
    return text[max(start, 1 + max(text.rfind(mark, start, at) for mark in marks)) : at]


def until_mark(text: str, at: int, marks: str, end: int | None = None) -> str:
    """What stands between ``at`` and the first of ``marks`` before ``end``."""
    last = len(text) if end is None else end
    return text[at : min((i for mark in marks if (i := text.find(mark, at, last)) >= 0), default=last)]
