"""Paragraphs broken by hand (Shift+Enter): each line that a paragraph of its own should be is judged by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

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
    starts = [0, *_breaks(paragraph.text), len(paragraph.text)]
    for n, (start, end) in enumerate(pairwise(starts)):
        yield _cut(paragraph, start, end, n) if len(starts) > 2 else paragraph


def _breaks(text: str) -> Iterator[int]:
    """Where the lines begin that are paragraphs of their own."""
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


def _cut(paragraph: Paragraph, start: int, end: int, line: int) -> Paragraph:
    runs = tuple(_within(paragraph.runs, start, end))
    text = "".join(run.text for run in runs).rstrip("\n")
    return replace(paragraph, text=text, runs=runs or (Run("", paragraph.face),), line=line)


def _within(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """The parts of ``runs`` from ``start`` to ``end`` of their text taken together."""
    at = 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if piece:
            yield replace(run, text=piece)


def cut(runs: Iterable[Run], at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """``runs`` up to the character at ``at`` of their text, and from it on."""
    found = tuple(runs)
    return tuple(_within(found, 0, at)), tuple(_within(found, at, sum(len(run.text) for run in found)))
