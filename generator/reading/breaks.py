"""Soft line breaks (Shift+Enter) inside a Word paragraph: some writers end paragraphs with them, others only break a line."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from generator.printed import LineKind
from generator.reading.headings import heading
from generator.reading.lines import BLANKS, SourceLine

_ENDS = tuple("。！？；：;!?:”’）)》〉】〕")


def printed_lines(paragraph: SourceLine) -> Iterator[SourceLine]:
    """``paragraph`` apart at those of its soft breaks that end a paragraph, its level with the first line; the others are closed up."""
    first, *others = (SourceLine(paragraph.number, text, 1, paragraph.kind) for text in paragraph.text.split("\n"))
    line = replace(first, level=paragraph.level)
    for following in others:
        if runs_on(line, following):
            line = replace(line, text=line.text.rstrip(BLANKS) + following.text.lstrip(BLANKS))
        else:
            yield line
            line = following
    yield line


def runs_on(line: SourceLine, following: SourceLine) -> bool:
    """Whether the break stands inside a sentence: at a comma, or in running text before anything has ended."""
    before, after = (replace(each, text=each.text.strip(BLANKS)) for each in (line, following))
    if not before.text or not after.text or before.text.endswith(_ENDS) or heading(after) is not None:
        return False
    if before.text[-1] in "，、":
        return True
    running = before.kind is LineKind.BODY or any(mark in before.text for mark in "，。；")
    return running and heading(before) is None
