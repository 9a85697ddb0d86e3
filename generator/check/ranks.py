"""Headings whose level only a style of Word tells: the highest of a text are its first level, whatever style they wear (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from generator.check.roles import Part, Role


def ranked(parts: Iterable[Part]) -> Iterator[Part]:
    """``parts`` with headings that bear no number of an official document as much higher as the highest of all stand too low."""
    found = tuple(parts)
    heads = [part for part in found if part.role is Role.HEADING]
    top = min((part.level for part in heads), default=1)
    low = 0 if any(part.number and part.level == top for part in heads) else top - 1
    yield from (_raised(part, low) if low and part.role is Role.HEADING and not part.number else part for part in found)


def _raised(part: Part, low: int) -> Part:
    return replace(part, heading=replace(part.heading, level=part.heading.level - low)) if part.heading else part
