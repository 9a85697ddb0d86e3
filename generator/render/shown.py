"""Styles that an office lends show what is written in them: one that hides its text, or sets it white on white, would lose it."""

from __future__ import annotations

from typing import Any

from generator.onoff import is_off

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HIDING = tuple(f"{W}{name}" for name in ("vanish", "webHidden", "specVanish"))
_WHITE = "FFFFFF"


def reveal(style: Any) -> bool:
    """Take out of ``style``, an element ``w:style``, what keeps its text from being seen; whether there was any."""
    properties = style.find(f"{W}rPr")
    if properties is None:
        return False
    hiding = [part for part in properties if part.tag in _HIDING and not is_off(part.get(f"{W}val"))]
    ground = properties.find(f"{W}shd") is not None or style.find(f"{W}pPr/{W}shd") is not None
    hiding += [] if ground else [part for part in properties.findall(f"{W}color") if part.get(f"{W}val", "").upper() == _WHITE]
    for part in hiding:
        properties.remove(part)
    return bool(hiding)
