"""A report as sentences to quote: each whole, with the heading it stands under and the year the report is of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from generator.chinese.punctuation import sentences
from generator.printed import Line, LineKind, lines
from generator.report import Report, plain

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=年|\D|$)")
_SHORTEST = 8
"""Characters of a sentence worth quoting; shorter ones are heads and labels."""


class Quote(NamedTuple):
    """A sentence and the heading above it."""

    text: str
    heading: str


def quotes(report: Report) -> Iterator[Quote]:
    """The sentences of the body of ``report``, in order."""
    for line in lines(report):
        if line.kind is LineKind.BODY:
            for _, text in sentences(line.text):
                if len(text.strip()) >= _SHORTEST:
                    yield Quote(text.strip(), _heading(line))


def _heading(line: Line) -> str:
    return f"{line.section.number}{plain(line.section.title)}" if line.section is not None else ""


def year_of(name: str, report: Report) -> str:
    """The year that ``report``, of that file name, is of: the first that its name tells, else its title, its date, its text; empty if none does."""
    texts = (name, plain(report.title), plain(report.date), *(line.text for line in lines(report)))
    return next((found[0] for text in texts if (found := _YEAR.search(text))), "")
