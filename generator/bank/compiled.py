"""The bank as drafting reads it: rows of a SQLite file, of which a draft takes what stood beside the like of its facts and leaves the rest.

What a file holds is made by ``compile_bank`` from the parsed YAML, which stays the source. A file of the bank that did not change since is not parsed
again: its rows are taken over from the database before.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from generator.bank.bank import Bank, Topic, keys_of, may_stand, serves
from generator.bank.phrase import Group, Kind, Nature, Phrase, Position, Status
from generator.bank.rows import completions_of, completions_row, formulation_of, formulation_row, phrase_of, phrase_row
from generator.fit.classes import Classes
from generator.fit.common import Common
from generator.fit.gist import Reader
from generator.fit.judge import Place, conditions
from generator.fit.lexicon import Lexicon
from generator.fit.tables import Tables
from generator.report import Move

FORMAT = "4"
"""To be raised whenever what is stored changes its meaning."""

_SCHEMA = """
CREATE TABLE file (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, rows TEXT NOT NULL);
CREATE TABLE phrase (id TEXT PRIMARY KEY, kind TEXT NOT NULL, row TEXT NOT NULL, things TEXT) WITHOUT ROWID;
CREATE TABLE posted (key TEXT NOT NULL, stand TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, stand, id)) WITHOUT ROWID;
CREATE TABLE asked (stand TEXT NOT NULL, key TEXT NOT NULL, id TEXT NOT NULL, also TEXT NOT NULL, PRIMARY KEY (stand, key, id)) WITHOUT ROWID;
CREATE TABLE pooled (pool TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (pool, id)) WITHOUT ROWID;
CREATE TABLE known (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX of_kind ON phrase (kind);
"""


_NOTHING = "[]"
_AT_ONCE = 500
"""Rows asked for in one query: SQLite takes a limited number of values."""


@dataclass(frozen=True, slots=True)
class Part:
    """The phrases of one file of the bank; ``stamp`` changes when the file does."""

    name: str
    stamp: str
    phrases: Sequence[Phrase]


def compile_bank(database: sqlite3.Connection, bank: Bank, parts: Iterable[Part]) -> None:
    """Fills an empty ``database`` with ``bank``, which was made of ``parts``."""
    database.executescript(_SCHEMA)
    database.executemany("INSERT INTO file VALUES (?, ?, ?)", ((p.name, p.stamp, json.dumps([phrase_row(x) for x in p.phrases])) for p in parts))
    phrases = bank.phrases.values()
    database.executemany("INSERT INTO phrase (id, kind, row) VALUES (?, ?, ?)", ((p.id, p.kind, json.dumps(phrase_row(p))) for p in phrases))
    formulas = [p for p in phrases if p.nature is Nature.FORMULA and p.status is not Status.REJECTED]
    things = ((json.dumps(sorted(bank.reader.things_of(p.text))), p.id) for p in formulas)
    database.executemany("UPDATE phrase SET things = ? WHERE id = ?", things)
    posted = {(key, _stand(p.kind, move, p.position), p.id) for p in formulas for move in serves(p) for key in keys_of(p)}
    database.executemany("INSERT INTO posted VALUES (?, ?, ?)", sorted(posted))
    database.executemany("INSERT INTO asked VALUES (?, ?, ?, ?)", sorted(_asked(formulas)))
    database.executemany("INSERT INTO pooled VALUES (?, ?)", sorted((_pool(p.kind, p.move, p.topic), p.id) for p in formulas))
    database.executemany("INSERT INTO known VALUES (?, ?)", _known(bank).items())


def _asked(formulas: Sequence[Phrase]) -> set[tuple[str, str, str, str]]:
    """Every formula under the words of the condition that fewest others share, with the words of the next."""
    often = Counter(word for p in formulas for group in conditions(p) for word in group)

    def rare(group: Group) -> int:
        return sum(often[word] for word in group)

    found: set[tuple[str, str, str, str]] = set()
    for p in formulas:
        first, also, *_ = (*sorted(conditions(p), key=rare), (), ())
        found.update((_stand(p.kind, move, p.position), key, p.id, json.dumps(also)) for move in serves(p) for key in first or ("",))
    return found


def _known(bank: Bank) -> dict[str, str]:
    """What is read whole at every draft: words, tables, topics."""
    tables = bank.tables
    return {
        "words": json.dumps({word: round(weight, 4) for word, weight in sorted(bank.reader.lexicon.weights.items())}),
        "tables": json.dumps(
            {
                "acts": dict(tables.acts.members), "things": dict(tables.things.members), "topics": dict(tables.topics.members),
                "common": sorted(tables.common.words), "names": sorted(tables.common.names),
                "unread": tables.unread,
            }
        ),
        "topics": json.dumps([[t.name, list(t.words)] for t in bank.topics]),
        "completions": json.dumps(completions_row(bank.completions)),
        "formulations": json.dumps([formulation_row(f) for f in bank.formulations]),
    }  # fmt: skip


def unchanged(database: sqlite3.Connection) -> dict[tuple[str, str], list[Phrase]]:
    """The phrases of every file that ``database`` was made from, by name and stamp."""
    return {(name, stamp): [phrase_of(row) for row in json.loads(rows)] for name, stamp, rows in database.execute("SELECT * FROM file")}


class _Rows(Mapping[str, Phrase]):
    """Phrases by id, read when they are asked for; ``things`` has what the words of those read speak of."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._read: dict[str, Phrase] = {}
        self.things: dict[str, frozenset[str]] = {}

    def __getitem__(self, id: str) -> Phrase:
        found = self.several([id])
        if not found:
            raise KeyError(id)
        return found[0]

    def __contains__(self, id: object) -> bool:
        return id in self._read or self._database.execute("SELECT 1 FROM phrase WHERE id = ?", (id,)).fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        return (id for (id,) in self._database.execute("SELECT id FROM phrase ORDER BY id"))

    def __len__(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM phrase").fetchone()[0])

    def several(self, ids: Iterable[str]) -> tuple[Phrase, ...]:
        """The phrases of those ``ids`` that there are, in that order; each is made once."""
        asked = list(ids)
        missing = [id for id in asked if id not in self._read]
        for n in range(0, len(missing), _AT_ONCE):
            some = missing[n : n + _AT_ONCE]
            for id, row, things in self._database.execute(f"SELECT id, row, things FROM phrase WHERE id IN ({_marks(some)})", some):
                phrase = self._read[id] = phrase_of(json.loads(row))
                if things is not None:
                    self.things[phrase.text] = frozenset(json.loads(things))
        return tuple([self._read[id] for id in asked if id in self._read])


class CompiledBank(Bank):
    """A bank over a database that ``compile_bank`` filled: the same answers, from what is asked for alone."""

    _database: sqlite3.Connection
    _rows: _Rows
    _words: str

    def __init__(self, database: sqlite3.Connection) -> None:
        known = dict(database.execute("SELECT name, value FROM known"))
        tables = json.loads(known["tables"])
        acts, things, topics = (Classes({n: tuple(words) for n, words in tables[key].items()}) for key in ("acts", "things", "topics"))
        common = Common(frozenset(tables["common"]), frozenset(tables["names"]))
        rows = _Rows(database)
        named = tuple(Topic(name, tuple(words)) for name, words in json.loads(known["topics"]))
        read = Tables(acts, things, common, topics, tables["unread"])
        dated = tuple(map(formulation_of, json.loads(known["formulations"])))
        super().__init__(rows, named, read, MappingProxyType({}), completions_of(json.loads(known["completions"])), dated)
        object.__setattr__(self, "_database", database)
        object.__setattr__(self, "_rows", rows)
        object.__setattr__(self, "_words", known["words"])

    @cached_property
    def reader(self) -> Reader:
        weights: dict[str, float] = json.loads(self._words)
        lexicon = Lexicon(weights, max(map(len, weights), default=0))
        return Reader(lexicon, self.tables.acts, self.tables.things, self.tables.topics, unread=self.tables.unread, told=self._rows.things)

    def beside(self, kind: Kind, move: Move, position: Position | None, keys: Iterable[str]) -> tuple[Phrase, ...]:
        asked = sorted({*keys, ""})
        query = f"SELECT DISTINCT id FROM posted WHERE stand = ? AND key IN ({_marks(asked)})"
        return self._several(query, [_stand(kind, move, position), *asked])

    def likely(self, kind: Kind, move: Move, position: Position | None, place: Place) -> tuple[Phrase, ...]:
        asked = sorted({*place.spoken, ""})
        query = f"SELECT id, also FROM asked WHERE stand = ? AND key IN ({_marks(asked)})"
        found = self._database.execute(query, [_stand(kind, move, position), *asked])
        ids = {id for id, also in found if also == _NOTHING or not place.spoken.isdisjoint(json.loads(also))}
        return tuple([p for p in self._rows.several(sorted(ids)) if may_stand(p, place)])

    def pool(self, kind: Kind, move: Move, name: str) -> tuple[Phrase, ...]:
        return self._several("SELECT id FROM pooled WHERE pool = ?", [_pool(kind, move, name)])

    @cached_property
    def frames(self) -> tuple[Phrase, ...]:
        found = self._several("SELECT id FROM phrase WHERE kind = ?", [Kind.FRAME])
        return tuple(sorted((p for p in found if p.status is not Status.REJECTED), key=lambda p: (-p.support, p.text)))

    def _several(self, query: str, values: Sequence[str]) -> tuple[Phrase, ...]:
        """The phrases whose ids ``query`` finds, in the order of these."""
        return self._rows.several(sorted(id for (id,) in self._database.execute(query, values)))


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _stand(kind: Kind, move: Move, position: Position | None) -> str:
    return f"{kind} {move} {position or ''}"


def _pool(kind: Kind, move: Move | None, name: str) -> str:
    return f"{kind} {move or ''} {name}"
