"""Texts whose lines a program broke at a fixed width, joined again: the width is measured over the whole file, indents counted."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise

from msgspec.structs import replace

from generator.chinese.width import columns
from generator.reading.headings import numbered
from generator.reading.lines import BLANKS, SourceLine, unwrapped

_STOPS = tuple("。！？；：!?;:”）》")
_CLOSES = re.compile(r"[，、。；：！？）》〉】〕”’％%]")
_DIGITS = re.compile(r"\d+(?![\d.．、)）])")
_LONG = 50
"""Columns of a line that may break off within a number."""
_NARROWEST, _RAGGED = 30, 4
"""Columns of a line at least, and by how many a full one may fall short: a stop does not open a line."""
_FEWEST, _SHARE, _OPEN = 3, 0.2, 0.6
"""Full lines that show a width: how many, their share of all, and the share of them that end in no stop."""
_NEARLY = 0.7


def rejoined(lines: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """The paragraphs of ``lines``: the number of the first line of each, its text without blanks around it, of how many lines it was made.

    Empty lines stay.
    """
    width = _wrapped_at(lines)
    if width is None:
        yield from _by_block(lines)
        return
    indented = _indented(lines)
    start, said, count = 0, "", 0
    for number, (above, line) in enumerate(pairwise(["", *lines]), 1):
        if count and said and line.strip(BLANKS) and (_always(above, line) or _goes_on(above, line, width, indented)):
            said, count = _joined(said, line.strip(BLANKS)), count + 1
            continue
        if count:
            yield start, said, count
        start, said, count = number, line.strip(BLANKS), 1
    if count:
        yield start, said, count


Measure = Callable[[str], int]


def _wrapped_at(lines: Sequence[str]) -> tuple[Measure, int] | None:
    """How long the lines are that a program broke, by columns or by characters, whichever shows it; None where the lines are paragraphs."""
    said = [line.rstrip(BLANKS) for line in lines if line.strip(BLANKS)]
    found = ((measure, *_full(said, measure)) for measure in (columns, len))
    shown = [(count, measure, top) for measure, top, count in found if count >= max(_FEWEST, _SHARE * len(said))]
    return max(((measure, top) for _, measure, top in shown), key=lambda each: _full(said, each[0])[1], default=None)


def _full(said: Sequence[str], measure: Measure) -> tuple[int, int]:
    """The longest of the lines, and how many are about as long where most of those end in no stop; else none."""
    top = max(map(measure, said), default=0)
    full = [line for line in said if measure(line) >= top - (_RAGGED if measure is columns else 0)]
    broken = sum(not line.endswith(_STOPS) for line in full)
    wide = max(map(columns, said), default=0) >= _NARROWEST
    return top, len(full) if wide and broken >= _OPEN * len(full) else 0


def _indented(lines: Sequence[str]) -> bool:
    """Whether paragraphs begin with an indent: most of the lines that follow a line ended by a full stop or an empty one have one."""
    first = [
        line for above, line in pairwise(["", *lines]) if line.strip(BLANKS) and (not above.strip(BLANKS) or above.rstrip(BLANKS).endswith("。"))
    ]
    return sum(map(_indents, first)) * 2 > len(first)


def _indents(line: str) -> bool:
    return columns(line[: len(line) - len(line.lstrip(BLANKS))].replace("\t", "    ")) > 1


def _goes_on(above: str, line: str, width: tuple[Measure, int], indented: bool) -> bool:
    """Whether ``line`` goes on with what ``above`` broke off."""
    measure, top = width
    bare, ended = above.rstrip(BLANKS), above.rstrip(BLANKS).endswith(_STOPS)
    if _indents(line):
        return False
    full = measure(bare) >= top - (_RAGGED if measure is columns else 0)
    if indented:
        return full or (not ended and measure(bare) >= _NEARLY * top and numbered(line.strip(BLANKS)) is None)
    return full and not ended and numbered(line.strip(BLANKS)) is None


def _always(above: str, line: str) -> bool:
    """Whether no paragraph begins like ``line``: with a mark that closes, or within a number."""
    before, after = above.rstrip(BLANKS), line.strip(BLANKS)
    if _CLOSES.match(after):
        return bool(before)
    return before[-1:].isdecimal() and columns(above) >= _LONG and _DIGITS.match(after) is not None and not _indents(line)


def _joined(before: str, after: str) -> str:
    return f"{before} {after}" if before[-1].isascii() and before[-1].isalpha() and after[0].isascii() and after[0].isalpha() else before + after


def _by_block(lines: Sequence[str]) -> Iterator[tuple[int, str, int]]:
    """Block by block between empty lines, where no width is known: a long line cut at a comma goes on."""
    found, counts = list[SourceLine](), dict[int, int]()
    for number, (above, line) in enumerate(pairwise(["", *lines]), 1):
        bare = line.strip(BLANKS)
        if bare and found and found[-1].text and _always(above, line):
            found[-1] = replace(found[-1], text=_joined(found[-1].text, bare))
            counts[found[-1].number] += 1
        else:
            found.append(SourceLine(number, bare, 1 + len(line) - len(line.lstrip(BLANKS))))
            counts[number] = 1
    places, before = list(counts), [0, *accumulate(counts.values())]
    for filled, group in groupby(found, key=lambda source: bool(source.text)):
        block = list(group)
        made = unwrapped(block) if filled else block
        for source, end in zip(made, [*(each.number for each in made[1:]), block[-1].number + 1], strict=True):
            yield source.number, source.text, before[bisect_left(places, end)] - before[bisect_left(places, source.number)]
