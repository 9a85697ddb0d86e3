"""What one report shows, and how the evidence of many is put together.

Evidence is keyed by a hash of the report's content, so a report counts once however often and in whatever order it comes: ``merge`` is
associative, commutative and idempotent.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import reduce
from itertools import accumulate

from msgspec import Struct

from generator.bank.phrase import Kind, Position
from generator.printed import lines
from generator.report import Move, Report, Role, plain


class Seen(Struct, frozen=True, order=True):
    """One sighting of a unit.

    ``position`` and ``beside`` tell where a formula stands and beside which statements, nearest first, particulars emptied; ``lead`` and ``heading``
    are its context; ``filled`` is what stands in the open slots of a skeleton.
    """

    text: str
    kind: Kind
    line: int
    move: Move | None = None
    level: int = 0
    roles: tuple[Role, ...] = ()
    position: Position | None = None
    beside: tuple[str, ...] = ()
    lead: str = ""
    heading: str = ""
    filled: tuple[str, ...] = ()


class ReportEvidence(Struct, frozen=True, order=True):
    """One report: its name and unit, its sightings, hashes of its character 8-grams, in order, by which near-duplicates are known, and its words."""

    name: str
    seen: tuple[Seen, ...]
    shingles: tuple[int, ...]
    unit: str = ""
    words: tuple[str, ...] = ()


Evidence = Mapping[str, ReportEvidence]


def content_key(report: Report) -> str:
    """A hash over what ``report`` says; its name has no part in it."""
    said = "\n".join(plain(line.inlines) for line in lines(report))
    return hashlib.blake2s(said.encode(), digest_size=16).hexdigest()


def merge(*parts: Evidence) -> Evidence:
    """The union of ``parts``. One content under several names goes by the first name in order."""
    return reduce(_merge, parts, {})


def _merge(a: Evidence, b: Evidence) -> Evidence:
    shared = a.keys() & b.keys()
    return {**a, **b, **{key: min(a[key], b[key], key=lambda e: (e.name, e.seen)) for key in shared}}


_GRAM = 8
HASHES = 2**61 - 1
"""Above all hashes of 8-grams: a Mersenne prime."""
_BASE = 0x1F3D5B79A8C6E4
_LEAVING = pow(_BASE, _GRAM, HASHES)


def shingles(text: str) -> tuple[int, ...]:
    """Stable hashes of the 8-grams of ``text``, each once, in order: rolled along the text after Karp and Rabin (1987)."""
    codes = list(map(ord, text))
    first = reduce(lambda value, code: (value * _BASE + code) % HASHES, codes[:_GRAM], 0)
    steps = zip(codes, codes[_GRAM:], strict=False)
    rolled = accumulate(steps, lambda value, step: (value * _BASE + step[1] - step[0] * _LEAVING) % HASHES, initial=first)
    return tuple(sorted(set(rolled))) if len(codes) >= _GRAM else ()
