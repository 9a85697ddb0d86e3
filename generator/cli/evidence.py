"""The evidence beside a bank: where it lies, how it is opened, and what is said of one that cannot be used."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from generator.cli.fileset import ready
from generator.files import make_folder, read_text, resource_dir
from generator.mining import store
from generator.mining.evidence import Evidence
from generator.problems import fault

EVIDENCE = ".凭据.sqlite"
_BEFORE = ".凭据"
"""What earlier versions kept: a folder with a JSON file a report."""
_PATIENCE = 60.0
"""Seconds to wait for who reads the evidence meanwhile."""


@contextmanager
def opened(output: Path) -> Iterator[sqlite3.Connection]:
    """The evidence beside the bank in ``output``, to be read and written under its lock; what is not committed is as if it had never been.

    The bank that comes with the tool keeps none: its evidence passes. Raises ``Faults`` where it cannot be used.
    """
    path, made = output / EVIDENCE, not output.exists()
    if not is_shipped(output):
        make_folder(output)
    try:
        with _told(path), closing(sqlite3.connect("" if is_shipped(output) else path, timeout=_PATIENCE)) as database:
            _check(path, store.prepare(database))
            _adopt(database, output)
            yield database
    finally:
        _tidy(output, path, made)


def earlier(output: Path) -> list[str]:
    """The files of earlier versions that ``opened`` has taken over, by their paths within ``output``."""
    return [f"{_BEFORE}/{path.name}" for path in sorted((output / _BEFORE).glob("*.json"))]


def kept(output: Path) -> Evidence:
    """All the evidence beside the bank in ``output``. Raises ``Faults`` where it cannot be read."""
    ready(output)
    path = output / EVIDENCE
    with _told(path), closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as database:
        _check(path, store.prepare(database))
        return store.evidence(database)


def is_shipped(output: Path) -> bool:
    """The bank that comes with the tool holds YAML only."""
    return output.resolve() == (resource_dir("phrasebank") / "mined").resolve()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise fault(path, "unwritable", f"凭据读写不了：{error}", "检查权限和磁盘空间，或是否有别的程序开着它") from None
    except sqlite3.DatabaseError:
        raise fault(path, "not-evidence", "这份凭据读不出来", "删掉这个文件，把报告再挖一次") from None


def _check(path: Path, usable: bool) -> None:
    if not usable:
        raise fault(path, "other-evidence", "这份凭据是别的版本的 nigao 写的", "用那个版本，或删掉这个文件，把报告再挖一次")


def _adopt(database: sqlite3.Connection, output: Path) -> None:
    """Which reports earlier versions kept evidence of; it was gathered by other rules, so that the reports are wanted again."""
    known = store.known(database)
    for path in sorted((output / _BEFORE).glob("*.json")):
        if path.stem not in known:
            store.adopt(database, path.stem, _name(path))


def _name(path: Path) -> str:
    try:
        return str(json.loads(read_text(path).text)["报告"])
    except (KeyError, TypeError, ValueError):
        raise fault(path, "not-evidence", "这份凭据读不出来", "删掉这个文件，把报告再挖一次") from None


def _tidy(output: Path, path: Path, made: bool) -> None:
    """Nothing is left of evidence that holds no report, nor of a folder that was made for it."""
    if not is_shipped(output) and path.is_file() and _is_empty(path):
        path.unlink()
    if made:
        with contextlib.suppress(OSError):
            output.rmdir()


def _is_empty(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as database:
        try:
            return not database.execute("SELECT 1 FROM report").fetchone()
        except sqlite3.DatabaseError:
            return False
