"""The XML of a part, as everything behind this module sees it: Transitional names, alternatives decided, no entities, as deep as libxml2 allows."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator

from lxml import etree

from generator.reading.elements import Element, tag

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
_TRANSITIONAL = rb"http://schemas.openxmlformats.org/\1/2006/"
_UNDERSTOOD = ("http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAYS_UTF8 = re.compile(rb"\s*(?!<\?xml)|\s*<\?xml(?![^>]*encoding)[^>]*\?>|\s*<\?xml[^>]*encoding\s*=\s*[\"']utf-?8[\"']", re.IGNORECASE)
"""What says that it is UTF-8, or says nothing of it (XML 1.0, 4.3.3)."""
_CONTROL = re.compile(rb"&#(?:0*(?:[0-8]|1[1245-9]|2\d|3[01])|x0*(?:[0-8bce-f]|1[0-9a-f]));", re.IGNORECASE)
"""References to characters that no XML may hold: a parser that mends lets them in."""


def parsed(data: bytes) -> tuple[Element | None, bool]:
    """The root of the XML ``data`` (None: nothing can be read) and whether it was read whole."""
    root, whole = _transitional(data)
    if root is not None:
        decide(root)
        if b"ProcessContent" in data:
            _unwrap(root)
    return root, whole


def undecided(data: bytes) -> Element | None:
    """The root of the XML ``data`` with its alternatives as they are written; None where it cannot be read whole."""
    root, whole = _transitional(data)
    return root if whole else None


def _transitional(data: bytes) -> tuple[Element | None, bool]:
    plain, strict = _STRICT.subn(_TRANSITIONAL, _utf8(data))
    root, whole = _tree(plain)
    if root is not None and strict:
        _in_twips(root)
    return root, whole


def is_strict(data: bytes) -> bool:
    """Whether the XML ``data`` speaks the Strict kind of WordprocessingML."""
    return _STRICT.search(_utf8(data)) is not None


def _utf8(data: bytes) -> bytes:
    """``data`` in an encoding that holds ASCII as it is, and in GB 18030 what is written so and says that it is UTF-8."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return _DECLARATION.sub("", data.decode("utf-16", errors="replace")).encode("utf-8", errors="replace")
    return _mislabelled(data) if _SAYS_UTF8.match(data) else data


def _mislabelled(data: bytes) -> bytes:
    """``data`` as UTF-8 where all of it is GB 18030 and not all of it UTF-8; else as it is."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return _DECLARATION.sub("", data.decode("gb18030")).encode("utf-8")
        except UnicodeDecodeError:
            pass
    return data


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


# --- alternatives (ECMA-376 part 3, 7.6) -------------------------------------------------------------------------------------------------------


def decide(root: Element, which: Callable[[Element], bool] = lambda _: True) -> None:
    """In the place of every ``mc:AlternateContent`` (of those that ``which`` picks) what Word shows of it: the first choice whose requirements it
    understands, else the fallback."""
    for alternatives in list(root.iter(f"{_MC}AlternateContent")):
        parent = alternatives.getparent()
        if parent is None or not which(alternatives):
            continue
        for element in _chosen(alternatives):
            alternatives.addprevious(element)
        parent.remove(alternatives)


def _chosen(alternatives: Element) -> list[Element]:
    branches = (b for b in alternatives if b.tag == f"{_MC}Fallback" or (b.tag == f"{_MC}Choice" and _understood(b)))
    return list(next(branches, ()))


def _understood(choice: Element) -> bool:
    required = (choice.get("Requires") or "").split()
    return bool(required) and all((choice.nsmap.get(prefix) or "").startswith(_UNDERSTOOD) for prefix in required)


def _unwrap(root: Element) -> None:
    """In the place of elements that may be passed over what stands in them, where the root says that this is to be read (part 3, 7.4)."""
    names = frozenset(_named(root))
    for element in [e for e in root.iter(etree.Element) if e.tag in names or f"{e.tag.partition('}')[0]}}}*" in names]:
        parent = element.getparent()
        if parent is not None:
            for part in list(element):
                element.addprevious(part)
            parent.remove(element)


def _named(root: Element) -> Iterator[str]:
    """The names in ``mc:ProcessContent``, of namespaces that ``mc:Ignorable`` names; ``*`` stands for all of one."""
    passed = (root.get(f"{_MC}Ignorable") or "").split()
    for name in (root.get(f"{_MC}ProcessContent") or "").split():
        prefix, _, own = name.partition(":")
        if prefix in passed and prefix in root.nsmap:
            yield f"{{{root.nsmap[prefix]}}}{own}"


# --- lengths of the Strict kind (ECMA-376 part 1, 22.9.2.15) -----------------------------------------------------------------------------------

_LENGTH = re.compile(r"(-?\d{1,9}(?:\.\d{1,9})?)(pt|pc|pi|in|cm|mm)")
_TWIPS = {"pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54}
_HALF_POINTS = frozenset(map(tag, ("sz", "szCs", "kern", "position")))


def _in_twips(root: Element) -> None:
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
