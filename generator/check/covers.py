"""The cover of a file: its first page, where that says little and in large type, with the text or its 目录 on a new page."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from generator.check.document import Align, Paragraph
from generator.reading.lines import BLANKS

_MOST_LINES = 16
_LONGEST = 60
_LARGE = 32
"""Half-points."""
_FEWEST_EMPTY = 5
"""Empty lines that make a page of what stands over a 目录 that no page is begun for."""


def cover(paragraphs: Sequence[Paragraph], contents: Collection[int]) -> int:
    """How many of ``paragraphs``, from the first on, are the cover; 0 where there is none. ``contents`` are the rows of a 目录."""
    end = _end(paragraphs, contents)
    said = [paragraph for paragraph in paragraphs[:end] if paragraph.text.strip(BLANKS + "\n")]
    if not said or not any(paragraph.text.strip() for paragraph in paragraphs[end:]) or not _says_little(said):
        return 0
    empty = sum(paragraph.empty for paragraph in paragraphs[:end])
    turned = end not in contents or paragraphs[end].opens > paragraphs[0].opens
    centred = sum(paragraph.shape.align is Align.CENTER for paragraph in said)
    return end if empty >= _FEWEST_EMPTY or (turned and empty + len(said) >= _FEWEST_EMPTY and centred * 5 >= len(said) * 4) else 0


def _end(paragraphs: Sequence[Paragraph], contents: Collection[int]) -> int:
    """Where the second page begins, or a 目录 above it."""
    for at, paragraph in enumerate(paragraphs):
        if at in contents or paragraph.opens > paragraphs[0].opens or paragraph.section != paragraphs[0].section:
            return at
    return 0


def _says_little(said: Sequence[Paragraph]) -> bool:
    texts = [paragraph.text.strip(BLANKS + "\n") for paragraph in said]
    large = any(paragraph.face.size >= _LARGE and paragraph.shape.align is Align.CENTER for paragraph in said)
    return large and len(said) <= _MOST_LINES and all(len(text) <= _LONGEST and not text.endswith(("。", "；")) for text in texts)
