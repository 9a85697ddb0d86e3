"""The types of the parts of a package (ECMA-376 part 2, 10.1.2), stated anew where the file that states them is lost, leaves a part out, or calls
it something else than what it is related as: by a default for all parts whose names end alike, or by itself."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import unquote

from lxml import etree

from generator.reading.elements import Element
from generator.reading.markup import parsed
from generator.reading.package import Package

TYPES = "[Content_Types].xml"
_SPACE = "http://schemas.openxmlformats.org/package/2006/content-types"
_ROOT = f"{{{_SPACE}}}Types"
_OFFICE = "application/vnd.openxmlformats-officedocument."
_MAIN = f"{_OFFICE}wordprocessingml.document.main+xml"
_MAINS = frozenset(
    (
        _MAIN,
        f"{_OFFICE}wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    )
)
"""What the part that holds the text may be."""
_OF_WORD = frozenset("styles numbering settings webSettings fontTable header footer footnotes endnotes comments".split())
_OTHERS = {
    "officeDocument": _MAIN,
    "theme": f"{_OFFICE}theme+xml",
    "glossaryDocument": f"{_OFFICE}wordprocessingml.document.glossary+xml",
    "customXmlProps": f"{_OFFICE}customXmlProperties+xml",
    "extended-properties": f"{_OFFICE}extended-properties+xml",
    "custom-properties": f"{_OFFICE}custom-properties+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
}
"""Types by the last word of the relation that leads to a part."""
_BY_SUFFIX = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "jpg": "image/jpeg",
    "emf": "image/x-emf",
    "wmf": "image/x-wmf",
    "svg": "image/svg+xml",
    "bin": f"{_OFFICE}oleObject",
    "vml": f"{_OFFICE}vmlDrawing",
    "odttf": f"{_OFFICE}obfuscatedFont",
    "xlsx": f"{_OFFICE}spreadsheetml.sheet",
    "docx": f"{_OFFICE}wordprocessingml.document",
}
"""Types by the suffix of a part; of others it is a picture."""


def of_suffix(suffix: str) -> str:
    """The type of parts whose names end in ``suffix``, in small letters and without its point."""
    return _BY_SUFFIX.get(suffix, f"image/{suffix}")


def completed(package: Package, stated: bytes | None) -> bytes | None:
    """What states the types of the parts of ``package``, whose own such part is ``stated``; None where that will do."""
    root = None if stated is None else parsed(stated)[0]
    whole = etree.Element(_ROOT, nsmap={None: _SPACE}) if root is None or root.tag != _ROOT else root
    before = etree.tostring(whole)
    by_part, by_suffix = _first(whole, _part), _first(whole, _extension)
    for name, kind in _types(package):
        own = by_part.get(f"/{name}".lower())
        if _type(own, by_suffix.get(_suffix(name))) not in (_MAINS if kind == _MAIN else (kind,)) or (kind == _MAIN and own is None):
            _state(whole, name, kind)
    for element in (e for e in whole if _extension(e)):
        if element.get("Extension", "").startswith("."):
            element.set("Extension", _extension(element))
        if element.get("ContentType") in _MAINS:  # the text says by itself what it is, and no other part is one
            element.set("ContentType", of_suffix(_extension(element)))
    for suffix in sorted({_suffix(name) for name, _ in package.parts()} - set(map(_extension, whole)) - {""}):
        whole.insert(0, whole.makeelement(f"{{{_SPACE}}}Default", Extension=suffix, ContentType=of_suffix(suffix)))
    written: bytes = etree.tostring(whole, xml_declaration=True, encoding="UTF-8", standalone=True)
    return None if whole is root and etree.tostring(whole) == before else written


def _first(root: Element, named: Callable[[Element], str]) -> Mapping[str, Element]:
    """What ``root`` states by what it is ``named``: of two by one name the first."""
    return {name: element for element in reversed(root) if (name := named(element))}


def _type(*stated: Element | None) -> str:
    """The type that the first of ``stated`` says which there is; empty where there is none."""
    return next((element.get("ContentType") or "" for element in stated if element is not None), "")


def _state(root: Element, name: str, kind: str) -> None:
    """Say in ``root`` that the part ``name`` is of the type ``kind``, once."""
    for stated in [element for element in root if _part(element) == f"/{name}".lower()]:
        root.remove(stated)
    etree.SubElement(root, f"{{{_SPACE}}}Override", PartName=f"/{name}", ContentType=kind)


def _part(element: Element) -> str:
    """The part that ``element`` says the type of; their names are the same in capitals (part 2, 9.1.1.2)."""
    return unquote(element.get("PartName") or "").lower()


def _suffix(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()


def _extension(element: Element) -> str:
    return (element.get("Extension") or "").lower().removeprefix(".")


def _types(package: Package) -> Iterator[tuple[str, str]]:
    """The parts that anything relates to, as they are written, and their types where those are more than XML."""
    kinds = {package.main: "officeDocument"} | {relation.target: relation.kind for relation in package.all_relations()}
    for name, kind in ((package.written(target), kind) for target, kind in kinds.items()):
        if kind in _OF_WORD or kind in _OTHERS:
            yield name, _OTHERS.get(kind, f"{_OFFICE}wordprocessingml.{kind}+xml")
