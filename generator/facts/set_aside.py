"""An entry of a facts file that this year has nothing for: set behind a ``# ``, where it can be put to use again; one of several lines behind
``## ``, since one of them alone would belong to what stands above."""

from __future__ import annotations

import re

from generator.facts.gaps import Gap, Reading
from generator.facts.reread import Read, Refused, reread
from generator.problems import Source
from generator.yamlfile import indent

_ENTRY = re.compile(r"( *)- ")
_NAMED = re.compile(" *- (?:事项|主题|小标题):")
_REMEMBERED = re.compile(r" *(?:去年|备注):")
_EMPTY = re.compile(r" *(?:事实|举措|要点):\s*(?:#.*)?$| *小标题:")
_WHY = "这一处不是单独的一条，没有动；按回车先留着，或在文件第 {line} 行改"


def set_aside(source: Source, now: Reading, gap: Gap, read: Read) -> str | Refused:
    """The text of ``source``, which says ``now``, with the entry that ``gap`` is in behind ``# ``. Refused where it is no entry on lines of its own,
    or the file would then say anything but the rest."""
    refused = Refused(_WHY.format(line=gap.place.line))
    if not gap.is_blank:
        return refused
    lines = source.text.split("\n")
    first = _first(lines, source.text.count("\n", 0, gap.start))
    if first is None:
        return refused
    tried: str | Refused | None = None
    for n in (*_emptied(lines, first), first):
        tried = _without(source, now, gap, read, lines, n)
        if isinstance(tried, str):
            return tried
    return tried or refused


def _without(source: Source, now: Reading, gap: Gap, read: Read, lines: list[str], first: int) -> str | Refused | None:
    """The text without the entry that begins on line ``first``; None where it would then say anything but the rest."""
    end = _end(lines, first)
    mark = "# " if end == first + 1 else "## "
    text = "\n".join(line if not first <= n < end or _is_aside(line) else _behind(mark, line) for n, line in enumerate(lines))
    then = reread(source, text, read)
    if isinstance(then, Refused):
        return then
    return text if _says_the_rest(now, then, gap) else None


def _emptied(lines: list[str], first: int) -> list[int]:
    """The lines on which the block and the point begin that have nothing left but their names once the entry that begins on ``first`` is gone."""
    found = [first]
    while (wider := _bare(lines, found[-1])) is not None:
        found.append(wider)
    return found[:0:-1]


def _bare(lines: list[str], first: int) -> int | None:
    """The line on which the entry begins that holds the one at ``first`` and besides it a name at most."""
    point = _first(lines, first - 1) if first else None
    while point is not None and indent(lines[point]) >= indent(lines[first]):
        point = _first(lines, point - 1) if point else None
    if point is None or not _NAMED.match(lines[point]):
        return None
    gone = range(first, _end(lines, first))
    rest = [line for n, line in enumerate(lines[point + 1 : _end(lines, point)], point + 1) if n not in gone and line.strip() and not _is_aside(line)]
    return point if _only_remembered(rest) else None


def _only_remembered(lines: list[str]) -> bool:
    """Whether all that ``lines`` say is what was last year's, under keys that hold nothing else."""
    depth = None
    for line in lines:
        if depth is not None and indent(line) > depth:
            continue
        depth = indent(line) if _REMEMBERED.match(line) else None
        if depth is None and not _EMPTY.match(line):
            return False
    return True


def _is_aside(line: str) -> bool:
    return line.lstrip().startswith("#")


def _first(lines: list[str], line: int) -> int | None:
    """The line on which the entry begins that ``line`` belongs to."""
    depth = indent(lines[line]) + 1
    for n in range(line, -1, -1):
        entry = _ENTRY.match(lines[n])
        if entry and len(entry[1]) < depth:
            return n
        if lines[n].strip() and indent(lines[n]) < depth - 1:
            depth = indent(lines[n]) + 1
    return None


def _end(lines: list[str], first: int) -> int:
    """The line behind the last one of the entry that begins on ``first``."""
    depth = indent(lines[first])
    end = first + 1
    while end < len(lines) and lines[end].strip() and indent(lines[end]) > depth:
        end += 1
    return end


def _behind(mark: str, line: str) -> str:
    return f"{line[: indent(line)]}{mark}{line.lstrip(' ')}"


def _says_the_rest(now: Reading, then: Reading, gap: Gap) -> bool:
    """Whether the file says what it said, without one of the parts that the gap is in."""
    parts = [gap.path[: m.end()] for m in re.finditer(r"\]", gap.path)]
    left = [said[1:] for said in then.said]
    return any(left == [said[1:] for said in now.said if not f"{said[0]}.".startswith(f"{part}.")] for part in parts)
