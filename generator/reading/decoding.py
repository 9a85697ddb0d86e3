"""The bytes of an XML part in an encoding that holds ASCII as it is (XML 1.0, 4.3.3 and appendix F)."""

from __future__ import annotations

import codecs
import re

_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SAYS_UTF8 = re.compile(rb"\s*(?!<\?xml)|\s*<\?xml(?![^>]*encoding)[^>]*\?>|\s*<\?xml[^>]*encoding\s*=\s*[\"']utf-?8[\"']", re.IGNORECASE)
"""What says that it is UTF-8, or says nothing of it (XML 1.0, 4.3.3)."""


def ascii_kept(data: bytes) -> bytes:
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
