"""A facts file that was changed, read again before the change counts."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct

from generator.facts.gaps import Reading, Said
from generator.problems import Faults, Source

Read = Callable[[Source], Reading]
"""What a clean text says and leaves open; raises ``Faults`` with what answers cannot mend."""


class Refused(Struct, frozen=True):
    """Why a change cannot stand, in words for the one who asked for it."""

    why: str


def reread(source: Source, text: str, read: Read) -> Reading | Refused:
    """What the file of ``source`` says with ``text`` in it; refused where the loader finds a fault, with what that says."""
    try:
        return read(Source(source.name, text))
    except Faults as faults:
        return Refused("；".join(filter(None, (faults.problems[0].message, faults.problems[0].hint))))


def only_change(now: Reading, then: Reading) -> tuple[Said, Said] | None:
    """What the one value that differs said and says; None where none differs, several do, or one came or went."""
    if len(now.said) != len(then.said):
        return None
    changed = [pair for pair in zip(now.said, then.said, strict=True) if pair[0] != pair[1]]
    return changed[0] if len(changed) == 1 else None
