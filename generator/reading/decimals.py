"""Headings numbered 1.1 and 1.1.1. Decimals by themselves may be amounts (1.1万人): a report is seen to number by them before any counts as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from generator.reading.headings import decimal, numbered
from generator.reading.lines import SourceLine

_Number = tuple[int, ...]
_DEEPEST = 4
"""Levels of headings that there are (GB/T 9704-2012, 7.3.3): what is deeper stands with the last."""
_FEWEST = 2


def levelled(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """``lines`` with the levels of those that decimals number: each one below the line that has its first part for a number (1. or 一、), which is of
    the first level where no Han number heads anything."""
    series = dict(_series(lines))
    if len(series) < _FEWEST:
        return list(lines)
    parents = dict(_parents(lines, series))
    by_han = any(_han_level(line) for line in lines)
    levels = {at: (_han_level(lines[at]) or (_level(lines[at]) if by_han else 1)) for at in parents.values()}
    levels |= {} if by_han else dict.fromkeys(_childless(lines, series, parents), 1)
    for at, number in series.items():
        above = parents.get(number[0])
        levels[at] = min(_DEEPEST, (levels[above] if above is not None else 1) + len(number) - 1)
    return [replace(line, level=levels[at]) if at in levels and not line.styled else line for at, line in enumerate(lines)]


def _series(lines: Sequence[SourceLine]) -> Iterator[tuple[int, _Number]]:
    """Where decimals of two parts or more stand that begin with .1 and only rise."""
    last: _Number = ()
    for at, line in enumerate(lines):
        number = _number(line)
        if len(number) < 2 or not (_follows(last, number) if last else set(number[1:]) == {1}):
            continue
        last = number
        yield at, number


def _follows(last: _Number, number: _Number) -> bool:
    """Whether ``number`` comes behind ``last``: one further in its part, or the first of what is deeper or of a later part."""
    shared = next((n for n, (a, b) in enumerate(zip(last, number, strict=False)) if a != b), min(len(last), len(number)))
    rest = number[shared:]
    opens = all(part == 1 for part in rest[1:])
    return bool(rest) and opens and (shared == len(last) or rest[0] > last[shared]) and (shared < len(last) or rest[0] == 1)


def _parents(lines: Sequence[SourceLine], series: dict[int, _Number]) -> Iterator[tuple[int, int]]:
    """For each first part the line above its decimals that bears it alone."""
    before = -1
    for first in dict.fromkeys(number[0] for number in series.values()):
        start = next(at for at, number in series.items() if number[0] == first)
        above = next((at for at in range(start - 1, before, -1) if at not in series and _own(lines[at]) == first), None)
        if above is not None:
            yield first, above
        before = start


def _childless(lines: Sequence[SourceLine], series: dict[int, _Number], parents: dict[int, int]) -> Iterator[int]:
    """The heads of the first level that have nothing in decimals below them: unstopped lines that count on from those that have."""
    known = {at: number for number, at in parents.items()}
    last = 0
    for at, line in enumerate(lines):
        if at in known:
            last = known[at]
        elif last and at not in series and _own(line) == last + 1 and last + 1 not in parents and line.text[-1] not in "。；，：":
            last += 1
            yield at


def _own(line: SourceLine) -> int:
    """The number of a heading of one part, whatever it is printed in."""
    found = numbered(line.text) or decimal(line.text)
    return found[2] if found else 0


def _number(line: SourceLine) -> _Number:
    found = decimal(line.text)
    return tuple(map(int, found[1].replace("．", ".").strip(".、 \u3000").split("."))) if found else ()


def _level(line: SourceLine) -> int:
    found = numbered(line.text)
    return found[0] if found else 1


def _han_level(line: SourceLine) -> int:
    """The level of a heading that Han numerals number, else 0."""
    return line.level or (level if (level := _level(line)) < 3 and numbered(line.text) else 0)
