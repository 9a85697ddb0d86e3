"""How wide Chinese and Latin characters stand: in columns of a terminal, in ems of a printed line."""

from __future__ import annotations

_NARROW_EMS = dict.fromkeys(" .,;:'!|", 0.25) | dict.fromkeys("()[]-/\\", 1 / 3) | dict.fromkeys('"%&*+<=>', 0.55)

_BLANK_EMS = dict(
    zip(
        "\u2000\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u202f\u205f\ufeff",
        (0.5, 0.5, 1 / 3, 1 / 4, 1 / 6, 1 / 2, 1 / 4, 1 / 5, 1 / 8, 0.0, 1 / 5, 2 / 9, 0.0),
        strict=True,
    )
)
"""Blanks of a set width (Unicode, General Punctuation)."""


def columns(text: str) -> int:
    """Columns of a terminal that ``text`` takes; control characters count none."""
    from wcwidth import wcwidth  # its tables take as long to load as a Word file to write, which hardly ever asks

    return sum(max(0, wcwidth(c)) for c in text)


def ems(character: str) -> float:
    """The advance of one printed character as a share of its size: Han one, digits a half, stops of a serif Latin face a quarter.

    Signs outside ASCII (— · × “) count one, since the hint on each run sends them to the Chinese face.
    """
    if ord(character) >= 0x80:
        return _BLANK_EMS.get(character, 1.0)
    return _NARROW_EMS.get(character, 0.5)


def padded(text: str, width: int, right: bool | None = None) -> str:
    """``text`` with blanks up to ``width`` columns: after it, or before it (``right``); where that is not said, whole numbers stand to the right."""
    gap = " " * (width - columns(text))
    return gap + text if (text.isdecimal() if right is None else right) else text + gap


def cut(text: str, width: int) -> str:
    """``text`` in at most ``width`` columns, with … for what was cut."""
    if columns(text) <= width:
        return text
    kept = ""
    for c in text:
        if columns(kept + c) > width - 1:
            break
        kept += c
    return kept + "…"
