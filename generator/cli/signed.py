"""A text file that the tool wrote and may write anew: signed in a comment, so that one that nobody changed is known again."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping
from enum import Enum, auto

from msgspec import Struct

from generator.files import decode
from generator.problems import Faults

_SIGNATURE = re.compile(r"^# 校验 ([0-9a-f]{32})\n", re.M)
_LINE_DIGEST_BYTES = 6
"""Of a hundred thousand lines written, one in three thousand million added ones would be taken for one of them."""


class Hand(Enum):
    """Whose a file is."""

    TOOL = auto()
    """As the tool wrote it."""
    BOTH = auto()
    """The tool wrote it, and someone changed it, or called it otherwise."""
    PERSON = auto()
    """Not the tool's."""


def signed(name: str, head: str, body: str) -> bytes:
    """The file ``name``: the comment ``head``, a signature over the name and all that it says, and ``body``."""
    return f"{head}# 校验 {_digest(name, head + body)}\n{body}".encode()


def hand(name: str, opening: str, data: bytes) -> Hand:
    """Whose ``data`` is, found under ``name``; what the tool writes begins with the ``opening``. Line ends and encoding, which programs change
    unasked, are no one's hand."""
    text = _text(name, data)
    signature = _SIGNATURE.search(text)
    if signature is not None and signature[1] == _digest(name, text[: signature.start()] + text[signature.end() :]):
        return Hand.TOOL
    return Hand.BOTH if signature or text.startswith(opening) else Hand.PERSON


def _text(name: str, data: bytes) -> str:
    try:
        return decode(name, data).source.text
    except Faults:
        return ""


def _digest(name: str, text: str) -> str:
    return hashlib.blake2s(f"{name}\0{text}".encode(), digest_size=16).hexdigest()


# --- line by line -----------------------------------------------------------------------------------------------------------------------------


class Edits(Struct, frozen=True):
    """What a person did to a file: ``added`` lines (number, text), and how many of the tool's are no longer there."""

    added: tuple[tuple[int, str], ...]
    struck: int


def edits(written: str, data: bytes, name: str) -> Edits:
    """What sets ``data`` apart from the file whose ``line_record`` is ``written``."""
    left = Counter(written.split())
    added = []
    for number, line in enumerate(_text(name, data).split("\n"), 1):
        digest = _of_line(line)
        if left[digest]:
            left[digest] -= 1
        elif line.strip() and not _SIGNATURE.match(f"{line}\n"):
            added.append((number, line))
    return Edits(tuple(added), left.total())


def line_record(data: bytes) -> str:
    """A digest of every line of a file that the tool wrote, in order, so that lines of another's are told apart later."""
    return " ".join(_of_line(line) for line in data.decode().split("\n") if line.strip())


def _of_line(line: str) -> str:
    return hashlib.blake2s(line.encode(), digest_size=_LINE_DIGEST_BYTES).hexdigest()


def dump_records(records: Mapping[str, str]) -> str:
    """``records`` by file name as text; ``load_records`` gives them back."""
    return "".join(f"{name}\t{record}\n" for name, record in sorted(records.items()))


def load_records(text: str) -> dict[str, str]:
    """The line records of a file that ``dump_records`` wrote; rows that are none are left out."""
    return {name: record for name, tab, record in (row.partition("\t") for row in text.splitlines()) if tab}
