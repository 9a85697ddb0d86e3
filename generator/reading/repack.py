"""A Word file written again for a program that asks for a faultless one: Transitional, a document, relations that hold, types stated, no macros."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from generator.limits import PACKAGE_BYTES
from generator.reading.content_types import TYPES, completed
from generator.reading.elements import Element, local
from generator.reading.markup import is_strict, parsed
from generator.reading.package import Package, part_name

_ONCE = frozenset({"styles", "numbering", "settings", "theme", "fontTable", "webSettings"})
_LEFT_BEHIND = frozenset({"vbaProject", "attachedTemplate", "keyMapCustomizations"})
_TYPES = part_name(TYPES)
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAINS = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)


def repacked(package: Package, data: bytes) -> bytes:
    """The file ``data``, opened as ``package``, without what is wrong with it; ``data`` itself where nothing is, or where it is too big."""
    if package.size > PACKAGE_BYTES:
        return data
    old = list(package.parts())
    whole = mended(package, old)
    return data if sorted(whole) == sorted(old) else _zipped(whole)


def mended(package: Package, old: Sequence[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """The parts ``old`` of ``package`` without what is wrong with them."""
    new = [(name, _mended(name, part, package)) for name, part in old if part_name(name) != _TYPES]
    stated = next((part for name, part in old if part_name(name) == _TYPES), None)
    types = completed(package, stated) or (stated or b"")
    for other in _OTHER_MAINS:
        types = types.replace(other, _MAIN)
    return [(TYPES, types), *new]


def _mended(name: str, part: bytes, package: Package) -> bytes:
    if not name.endswith((".xml", ".rels")) or not (is_strict(part) or name.endswith(".rels")):
        return part
    root, _ = parsed(part)
    if root is None:
        return part
    stray = list(_strays(root, posixpath.dirname(posixpath.dirname(name)), package)) if name.endswith(".rels") else []
    for relation in stray:
        root.remove(relation)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written if stray or is_strict(part) else part


def _strays(root: Element, folder: str, package: Package) -> Iterator[Element]:
    """The relations that lead nowhere, that nothing here has a use for, or that name a second part where there is one."""
    seen: set[str] = set()
    for relation in root:
        kind = (relation.get("Type") or "").rpartition("/")[2]
        internal = relation.get("TargetMode") != "External"
        lost = internal and not package.has(part_name(posixpath.join("/", folder, relation.get("Target") or "")))
        if local(relation) == "Relationship" and (lost or kind in _LEFT_BEHIND or (kind in _ONCE and kind in seen)):
            yield relation
        seen.add(kind)


def _zipped(parts: list[tuple[str, bytes]]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts:
            archive.writestr(name, part)
    return data.getvalue()
