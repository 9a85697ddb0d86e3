"""What is made of files and kept in the user's cache until one of them changes."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import json

from generator import __version__, cache

_KEEPERS = ("bank", "chinese", "fit", "template")
"""The rooms whose reading of the shipped files is kept."""
_GENERATOR = Path(__file__).parents[2]


def kept(name: str, files: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What ``make`` makes of ``files``, in lists and texts, as it is kept in the user's cache until one of them changes."""

    def fill(database: sqlite3.Connection) -> None:
        database.execute("CREATE TABLE kept (value TEXT NOT NULL)")
        database.execute("INSERT INTO kept VALUES (?)", (json.encode(make()).decode(),))

    def value(database: sqlite3.Connection) -> Any:
        return json.decode(database.execute("SELECT value FROM kept").fetchone()[0])

    return cache.asked(name, digest("\0".join(map(file_stamp, files))), fill, value)


def digest(text: str) -> str:
    """A short name for ``text``."""
    return hashlib.blake2s(text.encode(errors="surrogateescape"), digest_size=8).hexdigest()


def file_stamp(path: Path) -> str:
    """What changes when the file at ``path`` does, or what the tool makes of it."""
    return f"{_rules()} {_seen(path)}"


@lru_cache(maxsize=1)
def _rules() -> str:
    """What changes when what is kept may: the tool's version, and the modules that make it."""
    modules = (path for room in _KEEPERS for path in sorted((_GENERATOR / room).glob("*.py")))
    return digest("\0".join((__version__, *map(_seen, modules))))


def _seen(path: Path) -> str:
    found = path.stat()
    return f"{path} {found.st_size} {found.st_mtime_ns}"
