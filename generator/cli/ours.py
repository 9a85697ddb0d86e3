"""Which text files the tool wrote itself: they have no place for a fingerprint, so digests of them are remembered beside the caches.

One that is forgotten counts as somebody's, and is not written over.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from generator.cache import cache_folder

_NAME = "written.txt"
_REMEMBERED = 10_000
"""Digests: a year of drafting some dozens of times a day."""


def remember(data: bytes) -> None:
    """Remember that ``data`` was written as a file; where nothing can be kept, it is not."""
    path = _path()
    if path is None or is_ours(data):
        return
    with contextlib.suppress(OSError):
        lines = path.read_text("ascii").splitlines(keepends=True) if path.is_file() else []
        if len(lines) >= _REMEMBERED:
            fresh = path.with_suffix(f".{os.getpid()}")
            fresh.write_text("".join(lines[_REMEMBERED // 2 :]), "ascii")
            fresh.replace(path)
        with path.open("a", encoding="ascii") as file:
            file.write(f"{digest(data)}\n")


def is_ours(data: bytes) -> bool:
    """Whether ``data`` is a file that was written here and nobody has changed."""
    path = _path()
    try:
        return path is not None and digest(data) in path.read_text("ascii", errors="replace").splitlines()
    except OSError:
        return False


def _path() -> Path | None:
    folder = cache_folder()
    return folder / _NAME if folder is not None else None


def digest(data: bytes) -> str:
    """What tells ``data`` from any other."""
    return hashlib.sha256(data).hexdigest()
