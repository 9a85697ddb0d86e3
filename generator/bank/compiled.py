"""The bank as drafting reads it: rows of a SQLite file, of which a draft takes what stood beside the like of its facts and leaves the rest.

What a file holds is made by ``compile_bank`` from the parsed YAML, which stays the source. A file of the bank that did not change since is not parsed
again: its rows are taken over from the database before.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Any

from generator.bank.bank import Bank, Topic, keys_of, serves
from generator.bank.phrase import Evidence, Kind, Layer, Nature, Phrase, Position, Status
from generator.bank.slots import slots_of
from generator.chinese.forms import Element, Rule, Use
from generator.chinese.notes import Completions
from generator.fit.classes import Classes
from generator.fit.common import Common
from generator.fit.gist import Reader
from generator.fit.lexicon import Lexicon
from generator.fit.tables import Tables
from generator.report import Move, Role

FORMAT = "3"
"""To be raised whenever what is stored changes its meaning."""

_SCHEMA = """
CREATE TABLE file (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, rows TEXT NOT NULL);
CREATE TABLE phrase (id TEXT PRIMARY KEY, kind TEXT NOT NULL, row TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE posted (key TEXT NOT NULL, stand TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (key, stand, id)) WITHOUT ROWID;
CREATE TABLE pooled (pool TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (pool, id)) WITHOUT ROWID;
CREATE TABLE known (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX of_kind ON phrase (kind);
"""


@dataclass(frozen=True, slots=True)
class Part:
    """The phrases of one file of the bank; ``stamp`` changes when the file does."""

    name: str
    stamp: str
    phrases: Sequence[Phrase]


def compile_bank(database: sqlite3.Connection, bank: Bank, parts: Iterable[Part]) -> None:
    """Fills an empty ``database`` with ``bank``, which was made of ``parts``."""
    database.executescript(_SCHEMA)
    database.executemany("INSERT INTO file VALUES (?, ?, ?)", ((p.name, p.stamp, json.dumps([_row(x) for x in p.phrases])) for p in parts))
    phrases = bank.phrases.values()
    database.executemany("INSERT INTO phrase VALUES (?, ?, ?)", ((p.id, p.kind, json.dumps(_row(p))) for p in phrases))
    formulas = [p for p in phrases if p.nature is Nature.FORMULA and p.status is not Status.REJECTED]
    posted = {(key, _stand(p.kind, move, p.position), p.id) for p in formulas for move in serves(p) for key in keys_of(p)}
    database.executemany("INSERT INTO posted VALUES (?, ?, ?)", sorted(posted))
    database.executemany("INSERT INTO pooled VALUES (?, ?)", sorted((_pool(p.kind, p.move, p.topic), p.id) for p in formulas))
    database.executemany("INSERT INTO known VALUES (?, ?)", _known(bank).items())


def _known(bank: Bank) -> dict[str, str]:
    """What is read whole at every draft: words, tables, topics."""
    tables = bank.tables
    return {
        "words": "\n".join(f"{word} {weight:.4f}" for word, weight in sorted(bank.reader.lexicon.weights.items())),
        "tables": json.dumps(
            {
                "acts": dict(tables.acts.members), "things": dict(tables.things.members), "topics": dict(tables.topics.members),
                "common": sorted(tables.common.words), "names": sorted(tables.common.names),
                "unread": tables.unread,
            }
        ),
        "topics": json.dumps([[t.name, list(t.words)] for t in bank.topics]),
        "counts": json.dumps(dict(bank.counts)),
        "completions": json.dumps(_completions_row(bank.completions)),
    }  # fmt: skip


def unchanged(database: sqlite3.Connection) -> dict[tuple[str, str], list[Phrase]]:
    """The phrases of every file that ``database`` was made from, by name and stamp."""
    return {(name, stamp): [_phrase(row) for row in json.loads(rows)] for name, stamp, rows in database.execute("SELECT * FROM file")}


class _Rows(Mapping[str, Phrase]):
    """Phrases by id, read when they are asked for."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._database = database
        self._read: dict[str, Phrase] = {}

    def __getitem__(self, id: str) -> Phrase:
        if id not in self._read:
            found = self._database.execute("SELECT row FROM phrase WHERE id = ?", (id,)).fetchone()
            if found is None:
                raise KeyError(id)
            self._read[id] = _phrase(json.loads(found[0]))
        return self._read[id]

    def __contains__(self, id: object) -> bool:
        return id in self._read or self._database.execute("SELECT 1 FROM phrase WHERE id = ?", (id,)).fetchone() is not None

    def __iter__(self) -> Iterator[str]:
        return (id for (id,) in self._database.execute("SELECT id FROM phrase ORDER BY id"))

    def __len__(self) -> int:
        return int(self._database.execute("SELECT count(*) FROM phrase").fetchone()[0])

    def several(self, query: str, values: Sequence[str]) -> tuple[Phrase, ...]:
        """The phrases that ``query`` finds, ordered by id; each is made once."""
        found = []
        for id, row in self._database.execute(query, values):
            if id not in self._read:
                self._read[id] = _phrase(json.loads(row))
            found.append(self._read[id])
        return tuple(found)


class CompiledBank(Bank):
    """A bank over a database that ``compile_bank`` filled: the same answers, from what is asked for alone."""

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
        super().__init__(rows, named, read, MappingProxyType({}), _completions(json.loads(known["completions"])))
        object.__setattr__(self, "_rows", rows)
        object.__setattr__(self, "_words", known["words"])

    @cached_property
    def reader(self) -> Reader:
        weights = {word: float(weight) for word, _, weight in (line.partition(" ") for line in self._words.split("\n")) if word}
        lexicon = Lexicon(weights, max(map(len, weights), default=0))
        return Reader(lexicon, self.tables.acts, self.tables.things, self.tables.topics, unread=self.tables.unread)

    def beside(self, kind: Kind, move: Move, position: Position | None, keys: Iterable[str]) -> tuple[Phrase, ...]:
        asked = sorted({*keys, ""})
        query = f"SELECT DISTINCT p.id, p.row FROM posted JOIN phrase p USING (id) WHERE stand = ? AND key IN ({_marks(asked)}) ORDER BY p.id"
        return self._rows.several(query, [_stand(kind, move, position), *asked])

    def pool(self, kind: Kind, move: Move, name: str) -> tuple[Phrase, ...]:
        query = "SELECT p.id, p.row FROM pooled JOIN phrase p USING (id) WHERE pool = ? ORDER BY p.id"
        return self._rows.several(query, [_pool(kind, move, name)])

    @cached_property
    def frames(self) -> tuple[Phrase, ...]:
        found = self._rows.several("SELECT id, row FROM phrase WHERE kind = ? ORDER BY id", [Kind.FRAME])
        return tuple(sorted((p for p in found if p.status is not Status.REJECTED), key=lambda p: (-p.support, p.text)))


def _marks(values: Sequence[str]) -> str:
    return ",".join("?" * len(values))


def _stand(kind: Kind, move: Move, position: Position | None) -> str:
    return f"{kind} {move} {position or ''}"


def _pool(kind: Kind, move: Move | None, name: str) -> str:
    return f"{kind} {move or ''} {name}"


def _completions_row(c: Completions) -> list[Any]:
    rules = [[r.id, _form_row(r.before), _form_row(r.after), sorted(r.uses), r.barred, r.proposed, r.line] for r in c.rules]
    return [c.name, dict(c.classes), rules]


def _form_row(form: Iterable[Element]) -> list[list[Any]]:
    return [[e.text, e.is_class, e.supplied] for e in form]


def _completions(row: list[Any]) -> Completions:
    name, classes, rules = row
    read = (
        Rule(id, tuple(Element(*e) for e in before), tuple(Element(*e) for e in after), frozenset(map(Use, uses)), tuple(barred), proposed, line)
        for id, before, after, uses, barred, proposed, line in rules
    )
    return Completions(tuple(read), {key: tuple(words) for key, words in classes.items()}, name)


# --- one phrase ---------------------------------------------------------------------------------------------------------------------------


def _row(p: Phrase) -> list[Any]:
    return [
        p.text, p.kind, p.nature, p.move, p.topic, p.position, p.level, sorted(p.roles), p.words, p.beside, p.acts, p.licence, p.support, p.units,
        p.count, [[e.report, e.line] for e in p.evidence], p.since, p.until, p.reason, p.status, p.layer, p.variants, p.fillers,
    ]  # fmt: skip


def _phrase(row: list[Any]) -> Phrase:
    (
        text, kind, nature, move, topic, position, level, roles, words, beside, acts, licence, support, units, count, evidence, since, until, reason,
        status, layer, variants, fillers,
    ) = row  # fmt: skip
    return Phrase(
        text, _KINDS[kind], _NATURES[nature], _MOVES.get(move), topic, _POSITIONS.get(position), level, frozenset(map(Role, roles)),
        slots_of(text, topic) if "{" in text else (), tuple(words), tuple((w, n) for w, n in beside), tuple((a, n) for a, n in acts),
        tuple(map(tuple, licence)), support, units, count, tuple(Evidence(r, n) for r, n in evidence), since and tuple(since), until and tuple(until),
        reason, _STATUSES[status], _LAYERS[layer], tuple(variants), tuple(fillers),
    )  # fmt: skip


# By value: looking up a member costs a tenth of calling its class.
_KINDS = {str(m): m for m in Kind}
_NATURES = {str(m): m for m in Nature}
_MOVES = {str(m): m for m in Move}
_POSITIONS = {str(m): m for m in Position}
_STATUSES = {str(m): m for m in Status}
_LAYERS = {str(m): m for m in Layer}
