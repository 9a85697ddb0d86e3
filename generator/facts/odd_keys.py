"""Keys that a clerk spelt in a way of his own: blanks within, quotes around, another sign where the colon goes."""

from __future__ import annotations

import re

from msgspec import Struct

from generator.facts.keys import declared
from generator.facts.mend import Edit
from generator.patterns import late

_COLONS = ":：;；﹕︰∶=＝"
"""What is typed for a colon: the semicolon has its key."""
_WORD = rf"[^\s{_COLONS}“”‘’「」]"
_KEY = late(rf"(?P<key>[“‘「]?{_WORD}(?:[ \u3000]*{_WORD}){{0,7}}[”’」]?)(?P<gap>[ \u3000]*)(?P<colon>[{_COLONS}])(?P<space>[ \u3000]*)")
_BARE = late("[ \u3000“”‘’「」]")


class OddKey(Struct, frozen=True):
    """Where the slip stands, what to say of it, how it is mended."""

    offset: int
    message: str
    hint: str
    edit: Edit
    parts_clauses: bool = False
    """Whether the sign is one that clauses are parted by: an item of a list (时间；六月) may be a sentence."""

    @property
    def key(self) -> str:
        return self.edit.text.rstrip(": ")


def odd_key(text: str, at: int, end: int) -> OddKey | None:
    """The slip in the key that begins at ``at``; None where there is none, or no key."""
    written = text[at:end]
    usual = written.startswith(("{", "[")) or set(_COLONS).isdisjoint(written) or written.partition(":")[0] in declared()
    if usual:  # as are nearly all lines
        return None
    found = _KEY.match(text, at, end)
    key = _BARE.sub("", found["key"]) if found else ""
    if found is None or key not in declared():
        return None
    mended = f"{key}: " if found.end() < end else f"{key}:"
    edit = Edit(at, found.end() - at, mended)
    if found["key"] != key:
        what = "外面有引号" if re.search("[“‘「]", found["key"]) else "中间有空格"
        return OddKey(at, f"“{key}”这个键{what}", f"写成“{key}: ”", edit)
    if found["colon"] not in ":：":
        return OddKey(found.start("colon"), f"“{key}”后面的“{found['colon']}”不是冒号", f"写成“{key}: ”", edit, found["colon"] in ";；")
    return None
