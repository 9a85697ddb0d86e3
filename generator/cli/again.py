"""Mining again where nothing has changed since: what was said then is said again, and nothing is read, distilled or written.

What was said is kept in the user's cache, under a stamp of all that mining rests on, the bank it wrote among it. Where the cache is gone, or anything
at all has changed, mining does its work.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from generator import __version__, cache

_CODE = Path(__file__).resolve().parent.parent
_BYTECODE = "__pycache__"
"""What Python keeps there comes with the first run that loads a module, and says nothing that the module does not."""


def stamp(order: Sequence[object], folders: Iterable[Path], files: Iterable[Path] = ()) -> str:
    """All that a run rests on: the ``order`` (what is asked for, and of which reports), every file under ``folders``, further ``files``, the tool."""
    found = {*(row for folder in (*folders, _CODE) for row in _under(str(folder))), *map(_seen, files)}
    rows = [repr((__version__, sys.version, *order)), *sorted(found)]
    return hashlib.blake2s("\0".join(rows).encode(errors="surrogateescape")).hexdigest()


def _under(folder: str) -> Iterator[str]:
    """What is in a folder: a row for each file, and for each folder in it, which changes with what is in that."""
    with suppress(OSError):
        for found in os.scandir(folder):
            if found.name != _BYTECODE and found.is_dir(follow_symlinks=False):
                yield found.path
                yield from _under(found.path)
            elif found.name != _BYTECODE:
                yield _seen(found)


def _seen(path: Path | os.DirEntry[str]) -> str:
    """What changes when the file does."""
    try:
        status = path.stat()
    except OSError:
        return f"{os.fspath(path)} -"
    return f"{os.fspath(path)} {status.st_size} {status.st_mtime_ns}"


def said_before(output: Path, stamp: str) -> tuple[str, str] | None:
    """What was said, and what on stderr, when ``output`` was last mined under that ``stamp``; None where it was not."""
    database = cache.known(_name(output), stamp)
    if database is None:
        return None
    with closing(database), suppress(sqlite3.Error):
        found: tuple[str, str] | None = database.execute("SELECT said, told FROM outcome").fetchone()
        return found
    return None


def remember(output: Path, stamp: str, said: str, told: str) -> None:
    """Keep what was said of ``output`` as it stands now."""

    def fill(database: sqlite3.Connection) -> None:
        database.execute("CREATE TABLE outcome (said TEXT NOT NULL, told TEXT NOT NULL)")
        database.execute("INSERT INTO outcome VALUES (?, ?)", (said, told))

    cache.opened(_name(output), stamp, fill).close()


def _name(output: Path) -> str:
    return f"挖-{hashlib.blake2s(str(output.resolve()).encode(errors='surrogateescape'), digest_size=8).hexdigest()}"
