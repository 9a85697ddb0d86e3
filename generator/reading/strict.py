"""The Strict kind of WordprocessingML made Transitional (ECMA-376 parts 1 and 4): the names of its namespaces, lengths with a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.reading.elements import Element, tag

_HOST = b"http://purl.oclc.org/ooxml/"
_NAMES = re.compile(re.escape(_HOST) + rb"(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt|pc|pi|in|cm|mm)")
_TWIPS = {"pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}
_HALF_POINTS = frozenset(map(tag, ("sz", "szCs", "kern", "position")))
"""Elements that count half points (22.9.2.15)."""


def renamed(data: bytes) -> tuple[bytes, bool]:
    """The XML ``data``, in an encoding that holds ASCII as it is, with Transitional names, and whether any was Strict."""
    plain, count = _NAMES.subn(_TRANSITIONAL, data) if _HOST in data else (data, 0)
    return plain, bool(count)


def names_strict(data: bytes) -> bool:
    """Whether the XML ``data``, in an encoding that holds ASCII as it is, names anything of the Strict kind."""
    return _HOST in data and _NAMES.search(data) is not None


def in_twips(root: Element) -> None:
    """Lengths with a unit in plain numbers, as Transitional files have them."""
    for element in root.iter(etree.Element):
        for name, number in list(_lengths(element)):
            element.set(name, number)


def _lengths(element: Element) -> Iterator[tuple[str, str]]:
    for name, text in element.attrib.items():
        found = _LENGTH.fullmatch(text) if name.startswith("{http://schemas.openxmlformats.org/wordprocessingml/") else None
        if found:
            twips = float(found[1]) * _TWIPS[found[2]]
            yield name, str(round(twips / 10 if element.tag in _HALF_POINTS else twips))
