"""How a text is spelt as a value of a facts file: on one line, in quotes where without them it would be taken for a sign or for a slip."""

from __future__ import annotations

from generator.facts.odd_keys import odd_key
from generator.patterns import late
from generator.yamlfile import scalar

_MARKS = late(r"[\[\]{}\\:,#&*!|>'\"%@`]|^[?\-［｛]")
"""What a facts file takes for a sign of its own, or for a slip of the clerk's, in a value without quotes."""
_NUMBER = late(r"(?:0|[1-9]\d*)(?:\.\d+)?")


def spelt(text: str) -> str:
    """``text`` as a facts file has it; a number needs no quotes."""
    if _NUMBER.fullmatch(text):
        return text
    written = scalar(text)
    bare = written == text.strip()
    return "'" + text.replace("'", "''") + "'" if bare and _is_taken_amiss(text) else written


def _is_taken_amiss(text: str) -> bool:
    return _MARKS.search(text) is not None or odd_key(text, 0, len(text)) is not None
