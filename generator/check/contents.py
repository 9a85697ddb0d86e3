"""The rows of a table of contents (目录), whether Word made it or somebody typed it: they repeat headings and are none."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from generator.check.document import Paragraph
from generator.reading.headings import numbered
from generator.reading.lines import BLANKS

TITLE = re.compile(r"目\s*[录次]")
_PAGED = re.compile(r".*?\S\s*(?:\t\s*|[.．·…—\-_]{2,}\s*|\s{2,}|[（(]\s*|/\s*|\s|(?=第))(?:第\s*)?(?:\d{1,3}|[ivxIVX]{1,5})\s*(?:页)?\s*[）)]?")
_STYLE = re.compile(r"toc\s?(\d|heading|标题)|目录\s?\d?|contents.*|index.*", re.IGNORECASE)
_LONGEST_ROW = 80
_FEWEST = 3
"""Rows with a page number that stand together without 目录 above them are taken for one from this many on."""


def contents(paragraphs: Sequence[Paragraph]) -> frozenset[int]:
    """The indexes of ``paragraphs`` that are a 目录: its title and its rows."""
    texts = [paragraph.text.strip(BLANKS + "\n") for paragraph in paragraphs]
    made = {i for i, p in enumerate(paragraphs) if texts[i] and (p.listed or _STYLE.fullmatch(p.style))}
    return frozenset({*made, *_titled(texts, made), *_untitled(texts)})


def _titled(texts: Sequence[str], made: Collection[int]) -> Iterator[int]:
    """The title and what follows it, as long as it ends in a page number or says again what is said below; over rows that Word made it stands
    alone."""
    titles = [i for i, text in enumerate(texts) if TITLE.fullmatch(text)]
    later = {_bare(text): i for i, text in enumerate(texts)} if titles else {}
    for at in titles:
        rows = list(_rows(texts, at + 1, later))
        if rows or next((i for i in range(at + 1, len(texts)) if texts[i]), None) in made:
            yield from (at, *rows)


def _rows(texts: Sequence[str], start: int, later: dict[str, int]) -> Iterator[int]:
    """``later`` holds the last place of every text below."""
    seen: set[str] = set()
    for i in range(start, len(texts)):
        bare = _bare(texts[i])
        again = later.get(bare, i) > i and bare not in seen
        if texts[i] and not again and (len(texts[i]) > _LONGEST_ROW or not _PAGED.fullmatch(texts[i])):
            return
        if texts[i]:
            seen.add(bare)
            yield i


def _untitled(texts: Sequence[str]) -> Iterator[int]:
    row: list[int] = []
    for i, text in enumerate(texts):
        if text and numbered(text) and re.search(r"(\t|[.．·…]{3,})\s*\d{1,3}$", text):
            row.append(i)
        elif text:
            yield from row if len(row) >= _FEWEST else ()
            row = []
    yield from row if len(row) >= _FEWEST else ()


def _bare(text: str) -> str:
    return re.sub(r"\s", "", re.sub(r"[\s.．·…—\-_]*\d*$", "", text))
