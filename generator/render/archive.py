"""A zip file from its members, the same bytes every time. Members that are the same from file to file are deflated once."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_VERSION, _UNIX, _DEFLATED, _UTF8 = 20, 3, 8, 0x800
_EPOCH = (0, 0x21)
"""Midnight of 1980-01-01, the first moment that a zip file can tell, as it tells time and day."""
_MODE = 0o644 << 16
_LEVEL = 3
"""Of deflate: a draft's text takes 0.12 ms and 3.7 KB; at the usual 6 it would take 0.21 ms and 3.5 KB."""
_REMEMBERED = 32
"""Members: those that a few styles share, and the last texts, which nobody asks for again."""


class _Deflated(Struct, frozen=True):
    data: bytes
    checksum: int
    size: int


def zipped(members: Mapping[str, bytes]) -> bytes:
    """The members in their order, as PKWARE's APPNOTE has a file with no extra fields and no comments."""
    out: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for name, content in members.items():
        made, raw = _deflated(content), name.encode()
        shared = struct.pack("<4H3I2H", 0 if name.isascii() else _UTF8, _DEFLATED, *_EPOCH, made.checksum, len(made.data), made.size, len(raw), 0)
        entry = (_LOCAL, struct.pack("<H", _VERSION), shared, raw, made.data)
        directory.append(b"".join((_CENTRAL, struct.pack("<2BH", _VERSION, _UNIX, _VERSION), shared, struct.pack("<3H2I", 0, 0, 0, _MODE, at), raw)))
        out += entry
        at += _length(entry)
    end = struct.pack("<4H2IH", 0, 0, len(directory), len(directory), _length(directory), at, 0)
    return b"".join((*out, *directory, _END, end))


def _length(pieces: Iterable[bytes]) -> int:
    return sum(map(len, pieces))


@lru_cache(maxsize=_REMEMBERED)
def _deflated(content: bytes) -> _Deflated:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return _Deflated(packer.compress(content) + packer.flush(), zlib.crc32(content), len(content))
