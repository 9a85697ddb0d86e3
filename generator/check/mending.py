"""Mechanical faults mended in a text: each where it stands, what cannot be found there left alone."""

from __future__ import annotations

from collections.abc import Sequence

from generator.check.remark import Remark


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
        row, start = remark.place.line - 1, remark.place.column - 1
        if row < len(lines) and remark.instead is not None and lines[row].startswith(remark.quoted, start):
            lines[row] = lines[row][:start] + remark.instead + lines[row][start + len(remark.quoted) :]
            done.append(remark)
    return "\n".join(lines), done[::-1]
