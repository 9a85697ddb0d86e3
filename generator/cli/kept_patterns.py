"""What Python makes of patterns, kept in the user's cache: loading it takes a hundredth of the time that making it does.

It is the code that Python's own ``re`` compiles a pattern to, of use to the very Python that made it and to no other. The modules that make it are
Python's own business, so nothing is kept before the pattern made from it equals the one made as usual, and where they are not as expected nothing
is kept at all.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import sys
from array import array
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from generator import cache, patterns

_NAME = "式"
_MOST = 2000
"""Patterns kept: several times those of the tool and of its tables. Beyond that most are of tables that have changed since."""
_TABLE = """
CREATE TABLE pattern (pattern BLOB, flags INTEGER, given INTEGER, code BLOB, groups INTEGER, names TEXT, PRIMARY KEY (pattern, flags)) WITHOUT ROWID
"""


class _Code(NamedTuple):
    """The code of a ``pattern`` compiled with ``flags``; ``given`` are the flags that it has then, ``names`` those of its groups in JSON. No code:
    what would be kept of it is not what ``re.compile`` makes."""

    pattern: bytes
    flags: int
    given: int
    code: bytes
    groups: int
    names: str


@contextmanager
def kept_patterns() -> Iterator[None]:
    """While this lasts, patterns are taken from what earlier runs made; those that were not there are kept for later ones."""
    database = cache.earlier(_NAME)
    if database is None or not _is_ours(database):
        database = None
    fresh: list[tuple[str, int]] = []

    def compiler(pattern: str, flags: int) -> re.Pattern[str]:
        code = _found(database, pattern, flags) if database is not None else None
        if code is None:
            fresh.append((pattern, flags))
        made = _thawed(code) if code is not None else None
        return made or re.compile(pattern, flags)

    patterns.lend(compiler)
    try:
        yield
    finally:
        patterns.lend(None)
        if fresh:
            _keep(database, fresh)
        if database is not None:
            database.close()


def _python() -> str:
    return f"{sys.version} {sys.byteorder} {array('I').itemsize}"


def _is_ours(database: sqlite3.Connection) -> bool:
    """Whether this Python made the patterns of ``database``."""
    try:
        return str(database.execute("SELECT value FROM stamp").fetchone()[0]).startswith(_python())
    except (sqlite3.Error, TypeError):
        return False


def _found(database: sqlite3.Connection, pattern: str, flags: int) -> _Code | None:
    with suppress(sqlite3.Error):
        row = database.execute("SELECT * FROM pattern WHERE pattern = ? AND flags = ?", (_bytes(pattern), flags)).fetchone()
        return _Code(*row) if row is not None else None
    return None


def _bytes(pattern: str) -> bytes:
    return pattern.encode(errors="surrogatepass")


def _keep(database: sqlite3.Connection | None, fresh: Iterable[tuple[str, int]]) -> None:
    """Puts ``fresh`` beside what is kept."""
    codes = [_frozen(pattern, flags) for pattern, flags in dict.fromkeys(fresh)]
    with suppress(sqlite3.Error):
        before = [_Code(*row) for row in database.execute("SELECT * FROM pattern")] if database is not None else []
        rows = {code[:2]: code for code in ((*before, *codes) if len(before) < _MOST else codes)}
        digest = hashlib.blake2s("\0".join(sorted(map(repr, rows))).encode(), digest_size=8).hexdigest()
        cache.opened(_NAME, f"{_python()} {digest}", lambda new: _fill(new, rows.values())).close()


def _fill(database: sqlite3.Connection, codes: Iterable[_Code]) -> None:
    database.execute(_TABLE)
    database.executemany("INSERT INTO pattern VALUES (?, ?, ?, ?, ?, ?)", codes)


def _frozen(pattern: str, flags: int) -> _Code:
    """The code of a pattern, made by the modules that ``re.compile`` uses."""
    with suppress(Exception):
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern, flags)
        state = parsed.state
        words = array("I", _compiler._code(parsed, flags))
        made = _Code(_bytes(pattern), flags, flags | state.flags, words.tobytes(), state.groups - 1, json.dumps(state.groupdict))
        if _thawed(made) == re.compile(pattern, flags):
            return made
    return _Code(_bytes(pattern), flags, flags, b"", 0, "{}")


def _thawed(code: _Code) -> re.Pattern[str] | None:
    """The pattern of ``code``; None where there is none, or it is damaged: Python checks it before it takes it, and refuses it in several ways."""
    with suppress(Exception):
        from _sre import compile as assemble  # type: ignore[import-not-found]

        words = array("I")
        words.frombytes(code.code)
        names: dict[str, int] = json.loads(code.names)
        by_number: list[str | None] = [None] * (code.groups + 1)
        for name, number in names.items():
            by_number[number] = name
        text = code.pattern.decode(errors="surrogatepass")
        made: re.Pattern[str] = assemble(text, code.given, words.tolist(), code.groups, names, tuple(by_number))
        return made
    return None
