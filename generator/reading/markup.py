"""The XML of a part, as everything behind this module sees it: Transitional names, alternatives decided, no entities, as deep as libxml2 allows."""

from __future__ import annotations

import re

from lxml import etree

from generator.reading.alternatives import decide, unwrap
from generator.reading.decoding import ascii_kept
from generator.reading.elements import Element
from generator.reading.strict import in_twips, names_strict, renamed

_CONTROL = re.compile(rb"&#(?:0*(?:[0-8]|1[1245-9]|2\d|3[01])|x0*(?:[0-8bce-f]|1[0-9a-f]));", re.IGNORECASE)
"""References to characters that no XML may hold: a parser that mends lets them in."""


def parsed(data: bytes) -> tuple[Element | None, bool]:
    """The root of the XML ``data`` (None: nothing can be read) and whether it was read whole."""
    root, whole = _transitional(data)
    if root is not None:
        decide(root)
        if b"ProcessContent" in data:
            unwrap(root)
    return root, whole


def undecided(data: bytes) -> Element | None:
    """The root of the XML ``data`` with its alternatives as they are written; None where it cannot be read whole."""
    root, whole = _transitional(data)
    return root if whole else None


def _transitional(data: bytes) -> tuple[Element | None, bool]:
    plain, strict = renamed(ascii_kept(data))
    root, whole = _tree(plain)
    if root is not None and strict:
        in_twips(root)
    return root, whole


def is_strict(data: bytes) -> bool:
    """Whether the XML ``data`` speaks the Strict kind of WordprocessingML."""
    return names_strict(ascii_kept(data))


def _tree(data: bytes) -> tuple[Element | None, bool]:
    for recover in (False, True):
        data = _CONTROL.sub(b"", data) if recover else data
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=recover)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        if root is not None and root.getroottree().docinfo.internalDTD is None:  # Word reads no document type, and entities grow
            return root, not recover
        break
    return None, False
