"""Evidence kept as rows of one SQLite file beside the bank, so that a bank can be distilled again without the reports.

What is stored is what distilling reads: phrase-sized wording with its place, and the hashes by which near-duplicates are known. Every report bears
the fingerprint of the rules it was gathered by; evidence of other rules must be gathered anew. A report counts once it is ``settled``: what a run
that was broken off had gathered is there for the next one, and is no part of the archive.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import pkgutil
import sqlite3
import sys
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from itertools import groupby
from operator import itemgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import fields, replace

from generator.bank.phrase import Kind, Position
from generator.mining.archive import Head, Standing, Wording, in_lead
from generator.mining.evidence import Evidence, ReportEvidence, Seen, merge
from generator.mining.units import is_phrase
from generator.printable import encoded
from generator.report import Move, Report, Role

_RULES = ("generator.chinese", "generator.reading", "generator.mining", "generator.bank.slots", "generator.report")
_FORMAT = 1
"""Changes with the schema; the rules change with the code, and evidence with them."""
_SCHEMA = f"""
CREATE TABLE report (
    number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, content TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL, rules TEXT NOT NULL,
    words TEXT NOT NULL, shingles BLOB NOT NULL, counts INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE sighting (report INTEGER NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, in_lead INTEGER NOT NULL, row TEXT NOT NULL);
CREATE INDEX of_report ON sighting (report);
CREATE VIEW archive AS SELECT number, content, name, unit, words, shingles FROM report
    WHERE counts AND number IN (SELECT number FROM (SELECT number, row_number() OVER (PARTITION BY content ORDER BY name, key) AS nth FROM report
    WHERE counts) WHERE nth = 1);
PRAGMA user_version = {_FORMAT};
"""


class Stored(Struct, frozen=True):
    """The evidence of one report file: the key of what the report says, what it shows, and by which rules it was gathered."""

    content: str
    found: ReportEvidence
    rules: str


class Kept(Struct, frozen=True):
    """A report in the store, by its file key: its name, the rules it was gathered by, and whether it counts."""

    name: str
    rules: str
    counts: bool

    @property
    def current(self) -> bool:
        """Whether the rules in force are those the evidence was gathered by."""
        return self.rules == rules()


@lru_cache(maxsize=1)
def rules() -> str:
    """A hash of the source of every module that may decide what a report shows."""
    sources = "\0".join(inspect.getsource(import_module(name)) for name in _modules())
    return hashlib.blake2s(sources.encode(), digest_size=8).hexdigest()


def _modules() -> list[str]:
    paths = [(name, getattr(import_module(name), "__path__", [])) for name in _RULES]
    return sorted([*_RULES, *(found.name for name, path in paths for found in pkgutil.iter_modules(path, f"{name}."))])


def file_key(name: str, data: bytes) -> str:
    """A hash over the name and the bytes of a report file: a file mined before is known before it is read as a report."""
    return hashlib.blake2s(encoded(name) + b"\0" + data, digest_size=16).hexdigest()


def gathered(report: Report) -> Stored:
    """What ``report`` shows, without whatever is no phrase: no sentence of it stays."""
    from generator.mining.extract import extract  # where nothing has changed no report is read

    content, found = extract(report)
    return Stored(content, replace(found, seen=tuple(s for s in found.seen if is_phrase(s.text, s.kind))), rules())


def union(parts: Iterable[Stored]) -> Evidence:
    """The evidence of all ``parts``; one content under several names goes by the first of them."""
    return merge(*({part.content: part.found} for part in parts))


# --- what is in the file --------------------------------------------------------------------------------------------------------------------


def prepare(database: sqlite3.Connection) -> bool:
    """Whether ``database`` holds evidence as this version keeps it; one that is empty does from now on."""
    if not database.execute("SELECT 1 FROM sqlite_master").fetchone():
        database.executescript(_SCHEMA)
    return bool(database.execute("PRAGMA user_version").fetchone()[0] == _FORMAT)


def known(database: sqlite3.Connection) -> dict[str, Kept]:
    """The reports in the store, by file key."""
    rows = database.execute("SELECT key, name, rules, counts FROM report ORDER BY key")
    return {key: Kept(name, sys.intern(rules), bool(counts)) for key, name, rules, counts in rows}  # most bear the same


def keep(database: sqlite3.Connection, key: str, stored: Stored) -> None:
    """Put the evidence of one file in place of what was kept of it."""
    found, counts = stored.found, bool(database.execute("SELECT 1 FROM report WHERE key = ? AND counts", (key,)).fetchone())
    drop(database, [key])
    row = (key, stored.content, found.name, found.unit, stored.rules, " ".join(found.words), array("Q", found.shingles).tobytes(), counts)
    number = database.execute(f"INSERT INTO report ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row).lastrowid
    rows = ((number, seen.kind, seen.text, in_lead(seen), _dumped(seen)) for seen in found.seen)
    database.executemany("INSERT INTO sighting VALUES (?, ?, ?, ?, ?)", rows)


def adopt(database: sqlite3.Connection, key: str, name: str) -> None:
    """Know of a report that counts though its evidence is of an earlier format: it must be gathered anew."""
    database.execute(f"INSERT INTO report ({_COLUMNS}) VALUES (?, ?, ?, '', '', '', x'', 1)", (key, key, name))


_COLUMNS = "key, content, name, unit, rules, words, shingles, counts"


def drop(database: sqlite3.Connection, keys: Iterable[str]) -> None:
    """Forget the evidence of files."""
    rows = [(key,) for key in keys]
    database.executemany("DELETE FROM sighting WHERE report = (SELECT number FROM report WHERE key = ?)", rows)
    database.executemany("DELETE FROM report WHERE key = ?", rows)


def settle(database: sqlite3.Connection, keys: Collection[str]) -> None:
    """The files of ``keys`` count from now on, and no others: what is kept of those is forgotten."""
    drop(database, known(database).keys() - keys)
    database.executemany("UPDATE report SET counts = 1 WHERE key = ? AND NOT counts", ((key,) for key in sorted(keys)))


def evidence(database: sqlite3.Connection) -> Evidence:
    """All that counts, in memory."""
    heads = database.execute("SELECT number, content, name, unit, words, shingles FROM archive").fetchall()
    return {
        content: ReportEvidence(name, tuple(_seen_in(database, number)), tuple(array("Q", shingles)), unit, tuple(words.split()))
        for number, content, name, unit, words, shingles in heads
    }


def _seen_in(database: sqlite3.Connection, number: int) -> Iterator[Seen]:
    rows = database.execute("SELECT kind, text, row FROM sighting WHERE report = ? ORDER BY rowid", (number,))
    return (_loaded(kind, text, row) for kind, text, row in rows)


# --- as an archive --------------------------------------------------------------------------------------------------------------------------


class Rows(Struct, frozen=True):
    """The archive that ``database`` holds, read from there row by row."""

    database: sqlite3.Connection

    def heads(self) -> Mapping[str, Head]:
        rows = self.database.execute("SELECT content, name, unit FROM archive ORDER BY content")
        return {content: Head(name, unit) for content, name, unit in rows}

    def shingles(self) -> Iterator[tuple[str, Sequence[int]]]:
        rows = self.database.execute("SELECT content, shingles FROM archive ORDER BY content")
        return ((content, array("Q", shingles)) for content, shingles in rows)

    def words(self) -> Iterator[tuple[str, Iterable[str]]]:
        rows = self.database.execute("SELECT unit, words FROM archive ORDER BY unit, content")
        return ((unit, words.split()) for unit, words in rows)

    def holders(self, standing: Standing, kinds: Collection[Kind]) -> Iterator[tuple[Wording, list[str]]]:
        rows = self._rows(standing, kinds, "archive.content")
        return (((Kind(kind), text), [row[2] for row in found]) for (kind, text), found in groupby(rows, itemgetter(0, 1)))

    def sightings(self, standing: Standing) -> Iterator[tuple[Wording, list[tuple[str, Seen]]]]:
        rows = self._rows(standing, tuple(Kind), "archive.content, sighting.text, sighting.row")
        for (kind, text), found in groupby(rows, itemgetter(0, 1)):
            yield (Kind(kind), text), [(content, _loaded(kind, said, row)) for _, _, content, said, row in found]

    def _rows(self, standing: Standing, kinds: Collection[Kind], columns: str) -> Iterator[Any]:
        """Kind, wording that stands, and ``columns`` of every sighting that counts, sorted by the wording."""

        @lru_cache(maxsize=1 << 14)
        def stands(kind: str, text: str, leads: int) -> str | None:
            return standing(Kind(kind), text, bool(leads))

        self.database.create_function("stands", 3, stands)
        marks = ", ".join("?" * len(kinds))
        rows = self.database.execute(
            f"SELECT kind, stands(kind, text, in_lead) AS stood, {columns} FROM sighting JOIN archive ON archive.number = sighting.report "
            f"WHERE kind IN ({marks}) ORDER BY kind, stood, archive.content, sighting.rowid",
            [str(kind) for kind in kinds],
        )
        return (row for row in rows if row[1] is not None)


# --- a sighting as text ---------------------------------------------------------------------------------------------------------------------

_NAMES = tuple(f.name for f in fields(Seen) if f.name not in ("kind", "text"))
_DEFAULTS = {f.name: f.default for f in fields(Seen)}


def _dumped(seen: Seen) -> str:
    """What of ``seen`` differs from the defaults, under the names of its fields; its kind and text stand beside it."""
    row = {name: value for name in _NAMES if (value := getattr(seen, name)) != _DEFAULTS[name]}
    return json.dumps(row, ensure_ascii=False)


def _loaded(kind: str, text: str, row: str) -> Seen:
    return Seen(text, Kind(kind), **{name: _READ.get(name, _plain)(value) for name, value in json.loads(row).items()})


_READ: Mapping[str, Callable[[Any], Any]] = {"move": Move, "position": Position, "roles": lambda roles: tuple(map(Role, roles))}


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
