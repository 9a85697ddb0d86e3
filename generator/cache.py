"""What is kept between runs to save time, and may vanish at any moment: SQLite files in the user's cache folder, whole or not there at all.

A file says in itself what it was made from (its stamp). Where it is missing, stale or damaged it is made anew; where nothing can be kept, in
memory. So a cache changes how long a command takes, never what it says.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")
Fill = Callable[[sqlite3.Connection], None]
VARIABLE = "NIGAO_CACHE"
_SUFFIX, _FRESH = ".sqlite", ".new"
_UNUSED = 90 * 24 * 3600
"""Seconds after which a file nobody opened goes: what it was made from was probably moved or deleted."""
_PATIENCE = 120.0
"""Seconds to wait while another process makes the same file, the time that the largest one known takes several times over."""


def cache_folder(environment: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path | None:
    """The folder for this tool's caches, made where it is missing; None where nothing can be kept.

    It is the one that ``NIGAO_CACHE`` names (none if that is set but empty), else the one that the system has for caches.
    """
    folder = _named(os.environ if environment is None else environment, platform)
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder if os.access(folder, os.W_OK | os.X_OK) else None


def _named(environment: Mapping[str, str], platform: str) -> Path | None:
    """XDG Base Directory Specification (a relative path there is to be ignored), ``LOCALAPPDATA`` on Windows, ``Library/Caches`` on a Mac."""
    if VARIABLE in environment:
        return Path(environment[VARIABLE]).absolute() if environment[VARIABLE] else None
    home = environment.get("USERPROFILE" if platform == "win32" else "HOME", "")
    given = environment.get("LOCALAPPDATA" if platform == "win32" else "XDG_CACHE_HOME", "")
    usual = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(platform, ".cache")
    if given and Path(given).is_absolute():
        return Path(given, "nigao")
    return Path(home, usual, "nigao") if home else None


def opened(name: str, stamp: str, fill: Fill) -> sqlite3.Connection:
    """The database of that ``name``, made by ``fill`` where there is none with that ``stamp``. It is not to be written to.

    ``stamp`` says all that the content depends on: what it is made from and the format. What ``fill`` raises of its own comes through.
    """
    folder = cache_folder()
    path = folder / f"{name}{_SUFFIX}" if folder is not None else None
    found = _found(path, stamp) or _kept(path, stamp, fill) if path is not None else None
    return found or _in_memory(fill)


def asked(name: str, stamp: str, fill: Fill, question: Callable[[sqlite3.Connection], T]) -> T:
    """What ``question`` finds in the database ``opened`` under the same arguments; in a fresh one where that turns out to be damaged."""
    try:
        with closing(opened(name, stamp, fill)) as database:
            return question(database)
    except sqlite3.DatabaseError:
        forget(name)
        with closing(opened(name, stamp, fill)) as database:
            return question(database)


def earlier(name: str) -> sqlite3.Connection | None:
    """The database of that ``name``, whatever its stamp, for ``fill`` to take over what is still good; None where there is none."""
    folder = cache_folder()
    return _readable(folder / f"{name}{_SUFFIX}") if folder is not None else None


def known(name: str, stamp: str) -> sqlite3.Connection | None:
    """The database of that ``name`` if there is one with that ``stamp``; none is made."""
    folder = cache_folder()
    return _found(folder / f"{name}{_SUFFIX}", stamp) if folder is not None else None


def forget(name: str) -> None:
    """Delete the database of that ``name``, where there is one that can be deleted."""
    folder = cache_folder()
    if folder is not None:
        with contextlib.suppress(OSError):
            (folder / f"{name}{_SUFFIX}").unlink()


def _found(path: Path, stamp: str) -> sqlite3.Connection | None:
    """The database at ``path`` if it is whole, as far as its first pages tell, and bears ``stamp``."""
    database = _readable(path)
    if database is None:
        return None
    try:
        if database.execute("SELECT value FROM stamp").fetchall() == [(stamp,)]:
            with contextlib.suppress(OSError):
                os.utime(path)
            return database
    except sqlite3.Error:
        pass
    database.close()
    return None


def _readable(path: Path) -> sqlite3.Connection | None:
    """The file at ``path`` to be read. It is never written to, only replaced, so nobody need lock it; on a read-only disk nobody could."""
    if not path.is_file():
        return None
    try:
        return sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    except sqlite3.Error:
        return None


def _kept(path: Path, stamp: str, fill: Fill) -> sqlite3.Connection | None:
    """The database at ``path``, made now unless another process made it meanwhile; None where it cannot be kept."""
    fresh = path.with_suffix(_FRESH)
    try:
        with _turn(path.with_suffix(".lock")):
            found = _found(path, stamp)
            if found is not None:
                return found
            _shed(path.parent)
            fresh.unlink(missing_ok=True)
            try:
                _write(fresh, stamp, fill)
                fresh.replace(path)
            finally:
                fresh.unlink(missing_ok=True)
        return _found(path, stamp)
    except (sqlite3.Error, OSError):
        return None


@contextmanager
def _turn(path: Path) -> Iterator[None]:
    """Lets one process at a time through. The lock is SQLite's own, so that it is the same on every system and goes with its process."""
    with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as lock:
        lock.execute("BEGIN EXCLUSIVE")
        yield


def _write(path: Path, stamp: str, fill: Fill) -> None:
    """Nothing is journalled: a file that was not finished is never moved into its place."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        _made(database, fill)
        database.execute("DROP TABLE IF EXISTS stamp")  # of another, which it was filled from
        database.execute("CREATE TABLE stamp (value TEXT NOT NULL)")
        database.execute("INSERT INTO stamp VALUES (?)", (stamp,))
        database.commit()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _in_memory(fill: Fill) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", check_same_thread=False)
    _made(database, fill)
    return database


def _made(database: sqlite3.Connection, fill: Fill) -> None:
    fill(database)
    database.commit()


def _shed(folder: Path) -> None:
    """Delete what nobody has opened for long, and what somebody who was killed began to make then."""
    for path in (*folder.glob(f"*{_SUFFIX}"), *folder.glob(f"*{_FRESH}")):
        with contextlib.suppress(OSError):
            if time.time() - path.stat().st_mtime > _UNUSED:
                path.unlink()
