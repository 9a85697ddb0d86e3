"""An entry of a facts file that this year has nothing for: set behind a ``# ``, where it can be put to use again; one of several lines behind
``## ``, since one of them alone would belong to what stands above."""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.facts.fill import Refused
from generator.facts.gaps import Gap, Reading
from generator.problems import Faults, Source

_ENTRY = re.compile(r"( *)- ")
_WHY = "这一处不是单独的一条，没有动；请在文件第 {line} 行改"


def set_aside(source: Source, now: Reading, gap: Gap, read: Callable[[Source], Reading]) -> str | Refused:
    """The text of ``source``, which says ``now``, with the entry that ``gap`` is in behind ``# ``. Refused where it is no entry on lines of its own,
    or the file would then say anything but the rest."""
    refused = Refused(_WHY.format(line=gap.place.line))
    if not gap.is_blank:
        return refused
    lines = source.text.split("\n")
    first = _first(lines, source.text.count("\n", 0, gap.start))
    if first is None:
        return refused
    end = _end(lines, first)
    for n in range(first, end):
        lines[n] = _behind("# " if end == first + 1 else "## ", lines[n])
    text = "\n".join(lines)
    try:
        then = read(Source(source.name, text))
    except Faults as faults:
        return Refused("；".join(filter(None, (faults.problems[0].message, faults.problems[0].hint))))
    return text if _says_the_rest(now, then, gap) else refused


def _first(lines: list[str], line: int) -> int | None:
    """The line on which the entry begins that ``line`` belongs to."""
    depth = _indent(lines[line]) + 1
    for n in range(line, -1, -1):
        entry = _ENTRY.match(lines[n])
        if entry and len(entry[1]) < depth:
            return n
        if lines[n].strip() and _indent(lines[n]) < depth - 1:
            depth = _indent(lines[n]) + 1
    return None


def _end(lines: list[str], first: int) -> int:
    """The line behind the last one of the entry that begins on ``first``."""
    depth = _indent(lines[first])
    end = first + 1
    while end < len(lines) and lines[end].strip() and _indent(lines[end]) > depth:
        end += 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _behind(mark: str, line: str) -> str:
    return f"{line[: _indent(line)]}{mark}{line.lstrip(' ')}"


def _says_the_rest(now: Reading, then: Reading, gap: Gap) -> bool:
    """Whether the file says what it said, without one of the parts that the gap is in."""
    parts = [gap.path[: m.end()] for m in re.finditer(r"\]", gap.path)]
    left = [said[1:] for said in then.said]
    return any(left == [said[1:] for said in now.said if not f"{said[0]}.".startswith(f"{part}.")] for part in parts)
