"""Looking into WordprocessingML: children, values, switches and lengths by the local names of their elements."""

from __future__ import annotations

from typing import Any

Element = Any
"""An element of lxml, which carries no types."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})


def tag(name: str) -> str:
    """``name`` in the namespace of WordprocessingML."""
    return f"{W}{name}"


def local(element: Element) -> str:
    """The name of ``element`` without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def child(parent: Element | None, *path: str) -> Element | None:
    """The first descendant of ``parent`` by a path of names; None where one is missing."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(tag(name))
    return parent


def attribute(element: Element | None, name: str) -> str | None:
    """The attribute ``w:name`` of ``element``."""
    found: str | None = None if element is None else element.get(tag(name))
    return found


def value(parent: Element | None, name: str) -> str | None:
    """``w:val`` of the child ``name``."""
    return attribute(child(parent, name), "val")


def switch(parent: Element | None, name: str) -> bool | None:
    """The on/off property ``name``: None where it is not said."""
    found = child(parent, name)
    return None if found is None else (attribute(found, "val") or "1").lower() not in _OFF


def whole(text: str | None) -> int | None:
    """``text`` as a whole number; None where it is none."""
    try:
        return None if text is None else round(float(text))
    except (ValueError, OverflowError):
        return None
