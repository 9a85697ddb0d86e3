"""Yes and no as Word files say them: ST_OnOff (ECMA-376 part 1, 22.9.2.7), with the words of its Transitional kind (part 4)."""

from __future__ import annotations

_OFF, _ON = frozenset({"0", "false", "off"}), frozenset({"1", "true", "on"})


def is_off(said: str | None) -> bool:
    """Whether ``said`` is no; what is not said is neither."""
    return said is not None and said.lower() in _OFF


def is_on(said: str | None) -> bool:
    """Whether ``said`` is yes; what is not said is neither."""
    return said is not None and said.lower() in _ON
