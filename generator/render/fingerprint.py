"""The package of a Word file, the same bytes every time, and a fingerprint by which an untouched draft is known again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from io import BytesIO

from generator.render.archive import zipped

FINGERPRINT_PART = "docProps/custom.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_PROPERTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="nigao"><vt:lpwstr>{digest}</vt:lpwstr></property></Properties>'
)
_DIGEST = re.compile(rb'name="nigao"[^>]*>\s*<vt:lpwstr>(sha256:[0-9a-f]{64})</vt:lpwstr>')


def fingerprinted(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of ``parts``, in one order and with one fixed date, and in its custom properties a digest of all other parts."""
    whole = {**parts, FINGERPRINT_PART: _PROPERTY.format(digest=_digest(parts)).encode()}
    return zipped({name: whole[name] for name in sorted(whole, key=lambda n: (n != _CONTENT_TYPES, n != "_rels/.rels", n))})


def made_and_untouched(data: bytes) -> bool:
    """Whether ``data`` is a draft as it was written: Word and WPS write every part anew, so one that a person saved again is no longer."""
    try:
        parts = parts_of(data)
    except Exception:  # zipfile raises a dozen kinds of error on a broken package, and none of them makes it a draft
        return False
    found = _DIGEST.search(parts.get(FINGERPRINT_PART, b""))
    return found is not None and found.group(1).decode() == _digest(parts)


def parts_of(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file, by name. Raises whatever ``zipfile`` does where it is none."""
    import zipfile  # only to read one back

    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _digest(parts: Mapping[str, bytes]) -> str:
    whole = hashlib.sha256()
    for name, content in sorted(parts.items()):
        if name != FINGERPRINT_PART:
            whole.update(f"{name}\0{len(content)}\0".encode())
            whole.update(content)
    return f"sha256:{whole.hexdigest()}"
