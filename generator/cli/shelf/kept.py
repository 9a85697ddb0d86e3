"""What is made of files and kept in the user's cache until one of them changes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from msgspec import json

from generator import __version__, cache

_KEEPERS = ("bank", "check/prose", "chinese", "fit", "template")
"""The rooms whose reading of the shipped files is kept."""
_GENERATOR = Path(__file__).parents[2]


def kept(name: str, files: Iterable[Path], make: Callable[[], Any]) -> Any:
    """What ``make`` makes of ``files``, as it is kept in the user's cache until one of them changes: in lists, mappings and texts."""

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
    return f"{_rules()} {_seen(path, path.stat())}"


def folder_stamp(folder: Path, suffix: str) -> str:
    """What changes when a file with that ``suffix`` does in ``folder`` or in a folder of it, or what the tool makes of them."""
    return "\0".join((_rules(), *_seen_in(folder, suffix, deep=True)))


@lru_cache(maxsize=1)
def _rules() -> str:
    """What changes when what is kept may: the tool's version, and the modules that make it."""
    modules = (seen for room in _KEEPERS for seen in _seen_in(_GENERATOR / room, ".py"))
    return digest("\0".join((__version__, *modules)))


def _seen_in(folder: Path | str, suffix: str, deep: bool = False) -> Iterator[str]:
    """The files of ``folder`` with that ``suffix``, by name; ``deep``: those of its folders too. None of one that is not there."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError, PermissionError):
        for found in sorted(os.scandir(folder), key=lambda entry: entry.name):
            if found.name.endswith(suffix):
                yield _seen(found.path, found.stat())
            elif deep and found.is_dir():
                yield from _seen_in(found.path, suffix)


def _seen(path: Path | str, found: os.stat_result) -> str:
    return f"{path} {found.st_size} {found.st_mtime_ns}"
