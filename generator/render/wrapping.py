"""Lines of a given number of columns, by the rules of Chinese line breaking (行首行尾禁则)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from generator.chinese.width import columns
from generator.patterns import late
from generator.report import BLANK_MARK

NOT_FIRST = frozenset("，。；：、！？”’》〉）〕】」』…—·％‰,.;:!?)]}%")
NOT_LAST = frozenset("“‘《〈（〔【「『([{")

_ATOM = rf"{BLANK_MARK}|[A-Za-z0-9]+(?:[.,:/'_\-—～~][A-Za-z0-9]+)*[%‰]?|—+|…+|."
_ATOMS = late(_ATOM, re.DOTALL)
_USUAL = (range(0x20, 0x7F), range(0x2010, 0x2028), range(0x3000, 0x3021), range(0x4E00, 0xA000), range(0xFF01, 0xFF5F))
"""The characters that Chinese prose is made of: none is without width."""


def wrap(text: str, width: int, first: int = 0, rest: int = 0) -> list[tuple[int, int]]:
    """Offsets where each line of ``text`` begins and ends; ``first`` and ``rest`` are the indents of the first line and of the others.

    No line is wider than ``width``; none begins with a closing mark or ends with an opening one, and no number or Latin word is broken, unless the
    marks or the word alone are wider than a line. The lines joined are ``text``.
    """
    lines: list[tuple[int, int]] = []
    start = end = 0
    left = width - first
    for unit in _units(text, min(width - first, width - rest)):
        wide = columns(unit)
        if wide > left and end > start:
            lines.append((start, end))
            start, left = end, width - rest
        end += len(unit)
        left -= wide
    return [*lines, (start, end)] if end > start or not lines else lines


def _units(text: str, width: int) -> Iterator[str]:
    """What stays on one line, as far as ``width`` allows it."""
    for unit in unbreakable(text):
        if columns(unit) <= width:
            yield unit
            continue
        for atom in _ATOMS.findall(unit):
            if columns(atom) <= width:
                yield atom
            else:
                yield from atom


def unbreakable(text: str) -> list[str]:
    """Runs of ``text`` within which no line may end: a word or a Han character with the marks that lean on it."""
    found: list[str] = _unit("".join(filter(_is_weightless, sorted(set(text))))).findall(text)
    return found


@cache
def _is_weightless(character: str) -> bool:
    return not any(ord(character) in block for block in _USUAL) and columns(character) == 0


@lru_cache(maxsize=64)
def _unit(weightless: str) -> re.Pattern[str]:
    """An atom, before it the marks that end no line, behind it all that leans on it: marks that open no line, those without width."""
    leaning = re.escape("".join(sorted(NOT_FIRST)) + weightless)
    opening = re.escape("".join(sorted(NOT_LAST)))
    return re.compile(rf"(?:(?!{BLANK_MARK})[{opening}])*(?:{_ATOM})[{leaning}]*", re.DOTALL)
