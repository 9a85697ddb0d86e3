"""The rows of a table of contents (目录), whether Word made it or somebody typed it: they repeat headings and are none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.check.document import Paragraph
from generator.reading.contents import heads, rows, typed_on
from generator.reading.lines import BLANKS

_STYLE = re.compile(r"toc\s?(\d|heading|标题)|目录\s?\d?|contents.*|index.*", re.IGNORECASE)


def contents(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The indexes of ``paragraphs`` that are a 目录: its title, which may stand over rows that Word made, and its rows."""
    texts = [paragraph.text.strip(BLANKS + "\n") for paragraph in paragraphs]
    made = {i for i, p in enumerate(paragraphs) if texts[i] and (p.listed or _STYLE.fullmatch(p.style))}
    for at in sorted(made):
        made.update(_typed_on(texts, at))
    over = {i for i, text in enumerate(texts) if heads(text) and next((n for n in range(i + 1, len(texts)) if texts[n]), None) in made}
    found = rows(texts, frozenset(i for i, p in enumerate(paragraphs) if p.shape.outline is not None or i in made))
    return frozenset({*made, *over, *(i for i in found if texts[i])})


def _typed_on(texts: Sequence[str], at: int) -> Iterator[int]:
    """The rows that somebody typed right below the one at ``at``."""
    return takewhile(lambda n: typed_on(texts[n]), range(at + 1, len(texts)))
