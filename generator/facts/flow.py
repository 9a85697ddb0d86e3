"""Brackets and braces of a facts file, read leniently: where the entries of ``{…}`` and ``[…]`` begin and end, slips included."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import accumulate

from msgspec import Struct

from generator.chinese.punctuation import LETTER
from generator.limits import YAML_DEPTH
from generator.patterns import late

_OPENERS = {"[": "]", "{": "}"}
_COMMENT = late(r"""(?P<quoted>(?:^|(?<=[\s,:：\[{]))(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'))|[ \t]#[^\n]*""")


class Span(Struct, frozen=True):
    """A stretch of the file's text, without the white space around it."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def closing(text: str, start: int) -> int | None:
    """The offset of the bracket that closes the one at ``start``; None where none does before the next entry of the file."""
    expected = [_OPENERS[text[start]]]
    i = start + 1
    while i < len(text):
        c = text[i]
        if c in "\"'" and begins_value(text, i, start):
            i = _end_of_quote(text, i)
        elif c == "#" and text[i - 1] in " \t\n":
            i = _end_of_line(text, i) - 1
        elif c == "\n" and _ends_collection(text, i + 1, start):
            return None
        elif c in _OPENERS:
            expected.append(_OPENERS[c])
        elif c == expected[-1]:
            expected.pop()
            if not expected:
                return i
        i += 1
    return None


def entries(text: str, start: int, end: int, parts: Callable[[str, int, int], bool] | None = None) -> Iterator[Span]:
    """The entries between the brackets at ``start`` and ``end``, split at half-width commas and at each sign of which ``parts``
    tells, by its offset and the end of the whole, that a comma was meant."""
    first = i = start + 1
    while i < end:
        c = text[i]
        if c in "\"'" and begins_value(text, i, start):
            i = _end_of_quote(text, i)
        elif c in _OPENERS and (close := closing(text, i)) is not None and close < end:
            i = close
        elif c == "#" and text[i - 1] in " \t\n":
            i = _end_of_line(text, i) - 1
        elif c == "," or (parts and parts(text, i, end)):
            yield trimmed(text, first, i)
            first = i + 1
        i += 1
    last = trimmed(text, first, end)
    if last.start < last.end:
        yield last


def too_deep(text: str, start: int, end: int) -> bool:
    """Whether more brackets stand open at once between ``start`` and ``end`` than any facts file has a use for."""
    steps = (1 if c in _OPENERS else -1 for c in text[start:end] if c in "[]{}")
    return max(accumulate(steps), default=0) > YAML_DEPTH


def trimmed(text: str, start: int, end: int) -> Span:
    """The stretch without white space and comments around it."""
    piece = _COMMENT.sub(lambda m: m[0] if m["quoted"] else " " * len(m[0]), text[start:end])
    bare = piece.strip()
    if not bare:
        return Span(start, start)
    start += piece.index(bare)
    return Span(start, start + len(bare))


_COMMENT_BEHIND = late(rf"[ \t]#(?!(?:{LETTER}|[“《])[^#\n]*#)")


def value_span(text: str, at: int, end: int) -> Span:
    """The value from ``at`` without the comment after it; #话题# is no comment but a slip."""
    match = _COMMENT_BEHIND.search(text, at, end)
    return Span(at, at + len(text[at : match.start() if match else end].rstrip()))


def begins_value(text: str, i: int, start: int) -> bool:
    """Whether a quote at ``i`` opens a value; one in the midst of words is a plain character."""
    before = text[start:i].rstrip(" \n\t")
    return before.endswith((",", "[", "{")) or (before.endswith((":", "：")) and (text[i - 1] in " \n\t" or before.endswith("：")))


def _end_of_quote(text: str, start: int) -> int:
    """The offset of the closing quote on the same line; ``start`` itself where there is none."""
    end = end_of_quoted(text, start, _end_of_line(text, start))
    return start if end is None else end


def end_of_quoted(text: str, start: int, limit: int) -> int | None:
    """The offset of the quote that closes the one at ``start``, before ``limit``."""
    quote = text[start]
    pattern = re.compile(r'(?:[^"\\]|\\.)*"' if quote == '"' else r"(?:[^']|'')*'(?!')", re.DOTALL)
    match = pattern.match(text, start + 1, limit)
    return match.end() - 1 if match else None


def _end_of_line(text: str, i: int) -> int:
    end = text.find("\n", i)
    return len(text) if end < 0 else end


def _ends_collection(text: str, line: int, start: int) -> bool:
    """Whether the line at offset ``line`` can no longer belong to the brackets opened at ``start``."""
    rest = text[line : _end_of_line(text, line)]
    if not rest.strip():
        return False
    opened = text.rfind("\n", 0, start) + 1
    depth = start - opened - len(text[opened:start].lstrip())
    return re.match(r" *- ", rest) is not None or (len(rest) - len(rest.lstrip()) <= depth and rest.strip()[:1] not in "]}")


def quote_goes_on(text: str, at: int, end: int) -> int | None:
    """The end of the line on which a quoted value of several lines, begun at ``at``, ends; None where an entry comes before its end."""
    close = end_of_quoted(text, at, len(text))
    if close is None:
        return None
    last = text.find("\n", close)
    last = len(text) if last < 0 else last
    between = text[end + 1 : last].split("\n")
    if any(re.match(r" *(?:- |\S{1,5}: )", line) for line in between) or text[close + 1 : last].strip():
        return None
    return last
