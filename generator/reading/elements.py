"""Looking into WordprocessingML: children, values, switches and lengths by the local names of their elements."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import islice, takewhile
from typing import Any

from generator.onoff import is_off

Element = Any
"""An element of lxml, which carries no types."""

LARGEST = 10**8
"""No measure of a page is larger, in any of Word's units; a number beyond is a slip of the program that wrote it."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@cache
def tag(name: str) -> str:
    """``name`` in the namespace of WordprocessingML."""
    return f"{W}{name}"


def local(element: Element | None) -> str:
    """The name of ``element`` without its namespace; empty for a comment, and where there is none."""
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


def child(parent: Element | None, *path: str) -> Element | None:
    """The first descendant of ``parent`` by a path of names; None where one is missing."""
    for name in path:
        if parent is None:
            return None
        parent = next(parent.iterchildren(tag(name)), None)
    return parent


_MOST_BEFORE = 64
"""Children of a table or a row among which its properties are looked for: bookmarks may stand before them."""


def opening(parent: Element | None, name: str) -> Element | None:
    """The child ``name`` of ``parent``, a table or a row, where it stands before the rows or cells as it must (17.4.37, 17.4.78): nothing else is
    looked through, since each of sixty thousand cells may ask."""
    head = () if parent is None else islice(parent.iterchildren(), _MOST_BEFORE)
    return next((each for each in head if each.tag == tag(name)), None)


def between(element: Element, outer: Element) -> Iterator[Element]:
    """What stands around ``element`` within ``outer``, from within."""
    return takewhile(lambda above: above is not outer, element.iterancestors())


def attribute(element: Element | None, name: str) -> str | None:
    """The attribute ``w:name`` of ``element``."""
    found: str | None = None if element is None else element.get(tag(name))
    return found


def value(parent: Element | None, name: str) -> str | None:
    """``w:val`` of the child ``name``."""
    return attribute(child(parent, name), "val")


def switch(parent: Element | None, name: str) -> bool | None:
    """The on/off property ``name``, which is on where its element says nothing else (17.17.4): None where it is not said."""
    found = child(parent, name)
    return None if found is None else not is_off(attribute(found, "val"))


def whole(text: str | None) -> int | None:
    """``text`` as a whole number; None where it is none, or no measure."""
    try:
        found = None if text is None else round(float(text))
    except (ValueError, OverflowError):
        return None
    return None if found is None or abs(found) > LARGEST else found


def written(element: Element | None) -> tuple[object, ...]:
    """``element`` as it is written, attributes and children, to know another like it by."""
    return () if element is None else (element.tag, *element.attrib.items(), *map(written, element))
