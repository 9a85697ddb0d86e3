"""Mechanical faults mended in a text: each where it stands, what cannot be found there left alone."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.remark import Remark
from generator.printable import seen


def mendable(remarks: Sequence[Remark]) -> list[Remark]:
    """The remarks that a machine may act on, of those that overlap the first."""
    kept: list[Remark] = []
    for remark in sorted(r for r in remarks if r.instead is not None and r.quoted and r.place.column):
        before = kept[-1] if kept else None
        if before is None or before.place.line != remark.place.line or before.place.column + len(before.quoted) <= remark.place.column:
            kept.append(remark)
    return kept


def mended_text(text: str, remarks: Sequence[Remark]) -> tuple[str, list[Remark]]:
    """``text`` with what each of ``remarks`` prints instead, and those that were found where they say."""
    lines = text.split("\n")
    done = []
    for remark in sorted(remarks, reverse=True):
        row = remark.place.line - 1
        start, end = _span(lines[row], remark) if row < len(lines) else (0, 0)
        if end and remark.instead is not None:
            lines[row] = lines[row][:start] + remark.instead + lines[row][end:]
            done.append(remark)
    return "\n".join(lines), done[::-1]


def _span(line: str, remark: Remark) -> tuple[int, int]:
    """From where to where in ``line`` stands what ``remark`` quotes, characters that nobody sees not counted; else (0, 0)."""
    start = remark.place.column - 1
    if line.startswith(remark.quoted, start):
        return start, start + len(remark.quoted)
    shown = [n for n, character in enumerate(line) if seen(character)]
    found = shown[start : start + len(remark.quoted)]
    return (found[0], found[-1] + 1) if "".join(line[n] for n in found) == remark.quoted else (0, 0)
