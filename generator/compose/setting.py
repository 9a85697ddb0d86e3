"""How a list is set by its material: chapters under headings, points in paragraphs of their own, or points in running text; one way for all of it."""

from __future__ import annotations

from collections.abc import Iterable

from generator.chinese.punctuation import count_characters
from generator.template.model import Division, Layout

_STOP = "。"

CHAPTER = 40
"""Characters that fill a chapter under a heading on a line of its own: a line and a half of a page, less is a stub."""
LINE = 28
"""Characters of a line of a page (GB/T 9704-2012, 5.2.4): what does not fill one is no paragraph."""
UNDER_HEAD = 8
"""Characters that a point needs behind a heading sentence: a clause. Readers of pairs preferred plans under heads down to this length."""


def in_chapters(wanted: Division, characters: Iterable[int]) -> bool:
    """Whether every item says enough to stand under a heading, where the 文种 wants headings; behind one on its own line a line is enough."""
    least = LINE if wanted is Division.RUN_IN_HEADED else CHAPTER
    return wanted is not Division.POINTS and all(n >= least for n in characters)


def layout(wanted: Layout, texts: Iterable[str]) -> Layout:
    """Paragraphs of their own, where the 文种 wants them and the points fill a line on the average, half of one where a point is of several
    sentences; else running text: blind readers took a chapter of half lines for a list that nobody had written out."""
    said = [text.rstrip(_STOP) for text in texts]
    least = LINE / 2 if any(_STOP in text for text in said) else LINE
    return Layout.SEPARATE if wanted is Layout.SEPARATE and sum(map(count_characters, said)) >= least * len(said) else Layout.RUN_IN
