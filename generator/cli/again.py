"""Mining again where nothing has changed since: what was said then is said again, and nothing is read, distilled or written.

What was said is kept in the user's cache, under a stamp of all that mining rests on, the bank it wrote among it. Where the cache is gone, or anything
at all has changed, mining does its work.
"""

from __future__ import annotations

import hashlib
import sqlite3
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from generator import __version__, cache

_CODE = Path(__file__).resolve().parent.parent
_BYTECODE = "__pycache__"
"""What Python keeps there comes with the first run that loads a module, and says nothing that the module does not."""


def stamp(order: Sequence[object], folders: Iterable[Path], files: Iterable[Path] = ()) -> str:
    """All that a run rests on: the ``order`` (what is asked for, and of which reports), every file under ``folders``, further ``files``, the tool."""
    found = {path for folder in (*folders, _CODE) for path in folder.rglob("*") if _BYTECODE not in path.parts}
    rows = [repr((__version__, sys.version, *order)), *sorted(map(_seen, {*found, *files}))]
    return hashlib.blake2s("\0".join(rows).encode(errors="surrogateescape")).hexdigest()


def _seen(path: Path) -> str:
    """What changes when the file does; a folder changes with what is in it, which is looked at itself."""
    try:
        status = path.stat()
    except OSError:
        return f"{path} -"
    return f"{path} {status.st_size} {status.st_mtime_ns}" if path.is_file() else str(path)


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
