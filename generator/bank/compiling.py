"""Filling the compiled bank: the rows of ``compiled``, made from the parsed YAML, which stays the source.

A file of the bank that did not change since is not parsed again: its entries are taken over from the database before. A bank with the user's own
phrases is the shipped one, compiled before, with the rows of those phrases that differ made anew.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from operator import add

from msgspec import Struct, json
from msgspec.structs import astuple

from generator.bank import spelling
from generator.bank.bank import SET_AROUND, Bank, endings_of, keys_of, serves
from generator.bank.compiled import CompiledBank, StoredSituations, number_of, pool_key, stand_key, weight_key
from generator.bank.files import Entry
from generator.bank.phrase import Group, Kind, Nature, Phrase, Status
from generator.bank.rows import completions_row, formulation_row, grouped, naming_row, written, written_phrases
from generator.bank.search import rank
from generator.fit.conditions import asked, conditions
from generator.fit.situations import Situations, as_row
from generator.problems import Place

_SCHEMA = """
CREATE TABLE file (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, source TEXT NOT NULL, entries TEXT NOT NULL);
CREATE TABLE phrase (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, nature TEXT NOT NULL, move TEXT NOT NULL, topic TEXT NOT NULL,
    status TEXT NOT NULL, row TEXT NOT NULL, things TEXT
);
CREATE TABLE posted (key TEXT NOT NULL, stand TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, stand, number)) WITHOUT ROWID;
CREATE TABLE asked (
    stand TEXT NOT NULL, key TEXT NOT NULL, also TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (stand, key, also, number)
) WITHOUT ROWID;
CREATE TABLE asks (number INTEGER PRIMARY KEY, asks TEXT NOT NULL);
CREATE TABLE pooled (pool TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (pool, number)) WITHOUT ROWID;
CREATE TABLE ending (pool TEXT NOT NULL, word TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (pool, word, number)) WITHOUT ROWID;
CREATE TABLE weighed (key TEXT PRIMARY KEY, verbs TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE situation (name TEXT PRIMARY KEY, number INTEGER NOT NULL, row TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE situated (word TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, name)) WITHOUT ROWID;
CREATE TABLE begun (first TEXT PRIMARY KEY, words TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE known (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX of_topic ON phrase (topic, status);
CREATE INDEX of_kind ON phrase (kind, move);
"""


class Part(Struct, frozen=True):
    """The entries of one file of the bank; ``stamp`` changes when the file does, ``source`` is what messages call it."""

    name: str
    stamp: str
    source: str
    entries: Sequence[Entry]


def compile_bank(database: sqlite3.Connection, bank: Bank, parts: Iterable[Part]) -> None:
    """Fills an empty ``database`` with ``bank``, which was made of ``parts``."""
    database.executescript(_SCHEMA)
    _put(database, bank, bank.phrases.values())
    _put_whole(database, bank, parts)
    _put_situations(database, bank.tables.situations)
    _put_weights(database, bank)
    with contextlib.suppress(sqlite3.OperationalError):  # a SQLite without FTS5: searching will read every phrase
        spelling.make(database)
        _spell(database, bank, bank.phrases.values())


def compile_like(database: sqlite3.Connection, before: Bank, compiled: sqlite3.Connection, bank: Bank, parts: Iterable[Part]) -> None:
    """As ``compile_bank``, where ``before`` is a bank that differs from ``bank`` in some phrases, in what their words speak of or in situations, and
    ``compiled`` what that was compiled to."""
    compiled.backup(database)
    told = dict(compiled.execute("SELECT id, things FROM phrase"))
    speaks_anew = _speaking_anew(compiled, bank)
    changed = [
        p
        for id, p in bank.phrases.items()
        if not _same(before.phrases.get(id), p) or (speaks_anew(p.text) and (p.kind is Kind.HEADING or _things(bank, p) != told[id]))
    ]
    stale = [(number_of(id),) for id in {*(before.phrases.keys() - bank.phrases.keys()), *(p.id for p in changed)}]
    database.execute("CREATE TEMP TABLE stale (number INTEGER PRIMARY KEY)")
    database.executemany("INSERT INTO stale VALUES (?)", stale)
    for table in ("phrase", "posted", "asked", "asks", "pooled", "ending"):
        database.execute(f"DELETE FROM {table} WHERE number IN (SELECT number FROM stale)")
    database.execute("DROP TABLE stale")
    _put(database, bank, changed)
    _put_whole(database, bank, parts)
    if not isinstance(bank.tables.situations, StoredSituations):  # else they are the shipped ones, which are there
        _put_situations(database, bank.tables.situations)
    with contextlib.suppress(sqlite3.OperationalError):
        _spell(database, bank, changed)


def _speaking_anew(compiled: sqlite3.Connection, bank: Bank) -> Callable[[str], bool]:
    """Whether a text may say or speak of other things than when ``compiled`` was made: it holds a word, by its first two characters, that only one of
    the two banks knows, has for common property or calls a light verb, or that stands in another class now."""
    before = CompiledBank(compiled)
    was, now = before.tables.things.of_word, bank.tables.things.of_word
    words = before.reader.lexicon.weights.keys() ^ bank.reader.lexicon.weights.keys()
    words |= (before.reader.common ^ bank.reader.common) | (before.reader.light ^ bank.reader.light)
    openings = {word[:_OPENING] for word in (*words, *(word for word in was.keys() | now.keys() if was.get(word) != now.get(word)))}
    return lambda text: not openings.isdisjoint(map(add, text, text[1:]))


_OPENING = 2
"""Characters of the shortest word that a lexicon knows."""


def _same(one: Phrase | None, other: Phrase) -> bool:
    return one is other or (one == other and one is not None and one.layer == other.layer)


def _put(database: sqlite3.Connection, bank: Bank, phrases: Iterable[Phrase]) -> None:
    """The rows of ``phrases``, which are of ``bank``."""
    numbered = {number_of(p.id): p for p in sorted(phrases, key=lambda p: p.id)}
    rows = ((n, p.id, p.kind, p.nature, p.move or "", p.topic, p.status, written_phrases(p), _things(bank, p)) for n, p in numbered.items())
    database.executemany("INSERT INTO phrase VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    formulas = {n: p for n, p in numbered.items() if _is_printable(p)}
    beside = {n: p for n, p in formulas.items() if not p.surrounds_name}
    posted = {(key, stand_key(p.kind, move, p.position), n) for n, p in beside.items() for move in serves(p) for key in keys_of(p)}
    database.executemany("INSERT INTO posted VALUES (?, ?, ?)", sorted(posted))
    database.executemany("INSERT INTO asked VALUES (?, ?, ?, ?)", sorted(_asked(beside)))
    database.executemany("INSERT INTO asks VALUES (?, ?)", ((n, written(asked(p, keys_of(p), bank.reader))) for n, p in beside.items()))
    database.executemany("INSERT INTO pooled VALUES (?, ?)", sorted((pool_key(p.kind, p.move, p.topic), n) for n, p in formulas.items()))
    ending = {(pool_key(p.kind, p.move, p.topic), word, n) for n, p in formulas.items() if p.kind in SET_AROUND for word in endings_of(p)}
    database.executemany("INSERT INTO ending VALUES (?, ?, ?)", sorted(ending))


def _is_printable(phrase: Phrase) -> bool:
    return phrase.nature is Nature.FORMULA and phrase.status is not Status.REJECTED


def _things(bank: Bank, phrase: Phrase) -> str | None:
    """What the words of a formula speak of; nothing for what is none."""
    return "\n".join(sorted(bank.reader.things_of(phrase.text))) if _is_printable(phrase) else None


def _put_whole(database: sqlite3.Connection, bank: Bank, parts: Iterable[Part]) -> None:
    """The files, and what is read whole. Those that are there stay as they are, or are of another bank."""
    there = set(database.execute("SELECT name, stamp FROM file"))
    anew = ((p.name, p.stamp, p.source, _entries_row(p.entries)) for p in parts if (p.name, p.stamp) not in there)
    database.executemany("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", anew)
    database.executemany("INSERT OR REPLACE INTO known VALUES (?, ?)", _known(bank).items())


def _put_weights(database: sqlite3.Connection, bank: Bank) -> None:
    """What is learned of counts and clauses, which is the same whatever phrases a user has."""
    learned = (bank.completions.counted.learned, bank.completions.fronted.learned)
    weighed = [(weight_key(trait, value), written(words)) for softmax in learned for trait, value, words in softmax.table()]
    database.executemany("INSERT INTO weighed VALUES (?, ?)", weighed)


def _put_situations(database: sqlite3.Connection, situations: Situations) -> None:
    """All of ``situations``, in place of those that are there."""
    database.executescript("DELETE FROM situation; DELETE FROM situated; DELETE FROM begun")
    rows = ((name, n, written(as_row(s))) for n, (name, s) in enumerate(situations.by_name.items()))
    database.executemany("INSERT INTO situation VALUES (?, ?, ?)", rows)
    database.executemany("INSERT INTO situated VALUES (?, ?)", ((word, name) for word, names in situations.by_word.items() for name in names))
    database.executemany("INSERT INTO begun VALUES (?, ?)", ((first, "\n".join(words)) for first, words in situations.by_first.items()))


def _spell(database: sqlite3.Connection, bank: Bank, changed: Iterable[Phrase]) -> None:
    """The index of characters, where those of all phrases but the ``changed`` ones are in it."""
    ordered = [number_of(p.id) for p in sorted(bank.phrases.values(), key=rank)]
    spelling.put(database, ordered, {number_of(p.id): p.text for p in changed})


_MOST_PAIRS = 8
"""Rows of one formula that are worth it that few are read for nothing: two words of a licence make one, acts and words of a co-text make dozens."""


def _asked(formulas: Mapping[int, Phrase]) -> set[tuple[str, str, str, int]]:
    """Every formula under the words of the two conditions that fewest others share, each of the one with each of the other where these are few."""
    often = Counter(word for p in formulas.values() for group in conditions(p) for word in group)

    @cache
    def rare(group: Group) -> int:
        return sum(often[word] for word in group)

    found: set[tuple[str, str, str, int]] = set()
    for n, p in formulas.items():
        first, second, *_ = (*sorted(conditions(p), key=rare), ("",), ("",))
        also = second if len(first) * len(second) <= _MOST_PAIRS else ("",)
        found.update((stand_key(p.kind, move, p.position), key, other, n) for move in serves(p) for key in first for other in also)
    return found


def _known(bank: Bank) -> dict[str, str]:
    """What is read whole: words, tables, topics, dated wordings."""
    tables, lexicon = bank.tables, bank.reader.lexicon
    return {
        "words": written(grouped({word: round(weight, 4) for word, weight in lexicon.weights.items()})),
        "lengths": written({first: list(lengths) for first, lengths in sorted(lexicon.lengths.items())}),
        "tables": written(
            {
                "acts": dict(tables.acts.members), "things": dict(tables.things.members), "topics": dict(tables.topics.members),
                "common": sorted(tables.common.words), "names": sorted(tables.common.names),
                "unread": tables.unread,
            }
        ),
        "expected": written(list(tables.situations.expected_words.words)),
        "owns situated": written(bank.owns_situated),
        "topics": written([[t.name, list(t.words)] for t in bank.topics]),
        "counts": written(dict(bank.counts)),
        "completions": written(completions_row(bank.completions)),
        "starts": written([bank.completions.counted.learned.starts, bank.completions.fronted.learned.starts]),
        "formulations": written([formulation_row(f) for f in bank.formulations]),
        "naming": written(naming_row(bank.naming)),
        "bearings": written([astuple(b) for b in bank.bearings]),
    }  # fmt: skip


def _entries_row(entries: Iterable[Entry]) -> str:
    return written_phrases([(e.phrase, e.place.line, e.place.column) for e in entries])


def taken_over(database: sqlite3.Connection, name: str, stamp: str) -> Part | None:
    """The file of that ``name`` and ``stamp``, if ``database`` was made of it. Raises ``sqlite3.Error`` or ``ValueError`` where that is damaged."""
    row = database.execute("SELECT source, entries FROM file WHERE name = ? AND stamp = ?", (name, stamp)).fetchone()
    if row is None:
        return None
    source, entries = row
    kept = json.decode(entries, type=list[tuple[Phrase, int, int]])
    return Part(name, stamp, source, [Entry(phrase, Place(source, line, column)) for phrase, line, column in kept])
