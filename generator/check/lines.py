"""Paragraphs broken by hand (Shift+Enter): each line that a paragraph of its own should be is judged by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from msgspec.structs import replace

from generator.check.document import Paragraph, Run
from generator.reading.headings import numbered
from generator.reading.lines import BLANKS

_LONGEST_HEADING = 30
_ENDS = tuple("。！？；：:;!?")
_OPENS = re.compile(r"附\s*件\s*\d{0,2}\s*([：:]|$)|[（(]?\d{4}\s*年\s*\d{1,2}\s*月(\s*\d{1,2}\s*日)?[）)]?$")
_LABEL = re.compile(r"附\s*[件录表]\s*[（(]?\s*[\d一二三四五六七八九十A-Z]{0,3}\s*[）)]?\s*[：:.、]?$")


def lines(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """``paragraphs``, apart at the breaks that should have ended them; a break within a sentence or a title parts nothing."""
    for paragraph in paragraphs:
        if "\n" in paragraph.text.strip(BLANKS + "\n"):
            yield from _apart(paragraph)
        else:
            yield paragraph


def _apart(paragraph: Paragraph) -> Iterator[Paragraph]:
    cuts = list(starts(paragraph.text))
    if not cuts:
        yield paragraph
        return
    for n, runs in enumerate(_pieces(paragraph.runs, cuts)):
        text = "".join(run.text for run in runs).rstrip("\n")
        yield replace(paragraph, text=text, runs=tuple(runs) or (Run("", paragraph.face),), line=n)


def _pieces(runs: Iterable[Run], cuts: Iterable[int]) -> Iterator[list[Run]]:
    """``runs`` in pieces, one up to each of ``cuts`` in their text taken together, in order, and one behind the last."""
    ends = iter(cuts)
    end, at = next(ends, None), 0
    piece: list[Run] = []
    for run in runs:
        text = run.text
        while end is not None and at + len(text) >= end:
            piece += [replace(run, text=text[: end - at])] if end > at else []
            yield piece
            text, at, end, piece = text[end - at :], end, next(ends, None), []
        piece += [replace(run, text=text)] if text else []
        at += len(text)
    yield piece


def starts(text: str) -> Iterator[int]:
    """Where lines of ``text`` begin that should be paragraphs of their own."""
    at = 0
    pieces = text.split("\n")
    for above, below in pairwise(pieces):
        at += len(above) + 1
        before, after = above.strip(BLANKS), below.strip(BLANKS)
        if before and after and (before.endswith(_ENDS) or numbered(after) or _OPENS.match(after) or _heads(before, after)):
            yield at


def _heads(above: str, below: str) -> bool:
    """Whether ``above`` stands over ``below``: the label of an annex, a numbered heading over running text."""
    return _LABEL.match(above) is not None or (numbered(above) is not None and len(above) <= _LONGEST_HEADING and "。" in below)


def cut(runs: Iterable[Run], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """``runs`` up to the character at ``at`` of their text, and from it on."""
    before, *behind = _pieces(runs, [at])
    return tuple(before), tuple(run for piece in behind for run in piece)
