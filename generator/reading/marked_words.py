"""Markdown within a line: the marks that stand around words, or for something that is no words (CommonMark, 6; struck words as GitHub has them,
notes as pandoc has them)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from generator.chinese.measures import MEASURE

_MARKS = re.compile(
    r"""
      \\(?P<escaped>[!-/:-@\[-`{-~])
    | (?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | !\[(?P<alt>[^\]]*)\]\((?P<picture>[^()\s]*)[^)]*\)
    | \[\^(?P<note>[^\]\s]+)\]
    | \[(?P<linked>[^\[\]]+)\]\(\s*<?(?P<address>[^()\s<>]+)>?(?:\s+"[^"]*")?\s*\)
    | <(?P<bare>(?:https?|ftp|mailto):[^<>\s]+)>
    | ~~(?=\S)(?P<struck>.+?)(?<=\S)~~
    | (?P<stars>\*{1,3})(?=[^\s*])(?P<starred>.+?)(?<=[^\s*\\])(?P=stars)(?!\*)
    | (?<![A-Za-z0-9_])(?P<lines>_{1,3})(?=[^\s_])(?P<lined>.+?)(?<=[^\s_\\])(?P=lines)(?![A-Za-z0-9_])
    """,
    re.VERBOSE,
)
_PRODUCT = re.compile(r"\d\*+\d")
_UNIT = rf"(?:{MEASURE.pattern}|[年月日时分])"
_COUNTED = re.compile(rf"{_UNIT}(?P<ends>$|[，。；、：])?")
_COUNTS = re.compile(_UNIT)


class Sign(Enum):
    """What a mark makes of the words that it stands around, or stands for."""

    PLAIN = "as they are: escaped, or code"
    EMPHASIS = "emphasis"
    STRUCK = "struck through"
    LINK = "words that lead to an address"
    NOTE = "a note, by its name"
    PICTURE = "a picture, by its address"


class Mark(Struct, frozen=True):
    """A mark from ``start`` to ``end`` of a text: the ``words`` within, in which there may be marks again but for those that are plain, and the
    address or name it holds."""

    sign: Sign
    start: int
    end: int
    words: str = ""
    name: str = ""


def marks(text: str) -> Iterator[Mark]:
    """The outermost marks of ``text``, in their order."""
    at = 0
    while found := _MARKS.search(text, at):
        is_mark = not found["stars"] or not (_multiplies(found) or _is_left_open(found))
        at = found.end() if is_mark else found.end("stars")
        if is_mark:
            yield _mark(found)


def _multiplies(found: re.Match[str]) -> bool:
    """Whether the stars are signs of a product (3*2*1)."""
    return _PRODUCT.search(found.string[max(0, found.start() - 1) : found.start() + 4]) is not None


def _is_left_open(found: re.Match[str]) -> bool:
    """Whether a star stands for a number that is still to come (*月*日，走访*户)."""
    counted = _COUNTED.match(found["starred"]) if found["stars"] == "*" else None
    return counted is not None and (counted["ends"] is not None or _COUNTS.match(found.string, found.end()) is not None)


def _mark(found: re.Match[str]) -> Mark:
    said = found.groupdict()
    start, end = found.span()
    if plain := said["escaped"] or said["code"]:
        return Mark(Sign.PLAIN, start, end, plain)
    if said["note"]:
        return Mark(Sign.NOTE, start, end, name=said["note"])
    if said["picture"] is not None:
        return Mark(Sign.PICTURE, start, end, name=said["picture"])
    if address := said["address"] or said["bare"]:
        return Mark(Sign.LINK, start, end, said["linked"] or address, address)
    if said["struck"]:
        return Mark(Sign.STRUCK, start, end, said["struck"])
    return Mark(Sign.EMPHASIS, start, end, said["starred"] or said["lined"])


def unmarked(text: str) -> str:
    """The words of ``text`` without marks and notes; a picture stays as it is written."""
    pieces, at = list[str](), 0
    for mark in marks(text):
        pieces += [text[at : mark.start], _said(mark, text)]
        at = mark.end
    return "".join([*pieces, text[at:]])


def _said(mark: Mark, text: str) -> str:
    match mark.sign:
        case Sign.PICTURE:
            return text[mark.start : mark.end]
        case Sign.NOTE | Sign.PLAIN:
            return mark.words
        case _:
            return unmarked(mark.words)
