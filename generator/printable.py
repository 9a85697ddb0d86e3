"""Which characters may be printed: neither XML nor a terminal bears control characters."""

from __future__ import annotations

from generator.patterns import late

_BREAKS = late(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_UNPRINTABLE = late("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """``text`` on one line, without control characters, lone surrogates and direction marks, which would hide or forge what is read."""
    if text.isprintable():  # as nearly all is
        return text
    return _UNPRINTABLE.sub("", _BREAKS.sub(" ", text))
