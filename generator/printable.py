"""Which characters may be printed: neither XML nor a terminal bears control characters."""

from __future__ import annotations

from generator.patterns import late

_UNSEEN = late(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
"""What prints nothing: hyphens that a line might break at, joiners, blanks without width, direction marks, variants of a character,
what steers a terminal or ends a file of DOS."""
_UNSEEN_MARKS = frozenset(map(chr, (0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, *range(0x180B, 0x180E), *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))))
"""Of these, the letters and marks, which Python takes for printable."""
_BREAKS = late(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_UNPRINTABLE = late("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


def seen(text: str) -> str:
    """``text`` without the characters that nobody sees: they come with what is copied, and keep words from being found."""
    return text if text.isprintable() and _UNSEEN_MARKS.isdisjoint(text) else _UNSEEN.sub("", text)


def is_plain(text: str) -> bool:
    """Whether ``text``, of several lines, holds nothing but characters that print, and half-width blanks."""
    return text.replace("\n", "").isprintable()


def printable(text: str) -> str:
    """``text`` on one line, without control characters, lone surrogates and direction marks, which would hide or forge what is read."""
    if text.isprintable():  # as nearly all is
        return text
    return _UNPRINTABLE.sub("", _BREAKS.sub(" ", spelled(text)))


# --- names of files, which need not be text ------------------------------------------------------------------------------------------------------

ESCAPED_BYTES = range(0xDC80, 0xDD00)
"""What Python makes of the bytes of a file name that are no text in the system's encoding (PEP 383)."""
_ESCAPED = late("[\udc80-\udcff]")


def spelled(text: str, byte: str = "\\x{:02x}") -> str:
    """``text`` with each such byte written as ``byte`` is formatted: \\xb8."""
    return text if text.isprintable() else _ESCAPED.sub(lambda found: byte.format(ord(found[0]) - 0xDC00), text)


def encoded(text: str) -> bytes:
    """``text`` as it is written into a file: in UTF-8, names ``spelled``, and ? for what else is no character."""
    return spelled(text).encode("utf-8", "replace")
