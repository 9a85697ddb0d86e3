"""Which phrases hold the characters of a word, as an index of SQLite tells: what search need not read at all.

Every character is a token of its own, and so are every two that stand together; they are written as numbers, so that no version of SQLite takes one
for no character.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from generator.bank.search import errors_allowed, pieces
from generator.chinese.pairs import pairs

_AT_ONCE = 50
"""Finds that are handed on together: more than are shown, few enough that nobody waits for more than he sees."""
_ROOM = 1 << 24
"""Places from one text to the next: room for as many as may come between them, more than any bank has."""
_LONGEST = 10
"""Characters of a word that are asked for: enough to tell it from nearly all others."""


def make(database: sqlite3.Connection) -> None:
    """Makes the index ``spelt``, with nothing in it. Raises ``sqlite3.OperationalError`` where SQLite has no FTS5."""
    database.execute("CREATE VIRTUAL TABLE spelt USING fts5(characters, content='', detail=none)")
    database.execute("CREATE TABLE ranked (place INTEGER PRIMARY KEY, number INTEGER NOT NULL)")


def put(database: sqlite3.Connection, ordered: Sequence[int], texts: Mapping[int, str]) -> None:
    """Has the index hold the texts numbered ``ordered``, to be found in that order; ``texts`` are those that are new in it, or have another place.
    Raises ``sqlite3.OperationalError`` where there is no index."""
    held, kept = dict(database.execute("SELECT number, place FROM ranked")), set(ordered)
    gone = [(place,) for number, place in held.items() if number in texts or number not in kept]
    database.executemany("DELETE FROM ranked WHERE place = ?", gone)  # what the index has at a place of no rank is not found
    placed = _placed(ordered, {number: place for number, place in held.items() if number not in texts})
    database.executemany("INSERT INTO spelt (rowid, characters) VALUES (?, ?)", ((place, _tokens(texts[number])) for place, number in placed))
    database.executemany("INSERT INTO ranked VALUES (?, ?)", placed)


def _placed(ordered: Iterable[int], held: Mapping[int, int]) -> list[tuple[int, int]]:
    """Places for those of ``ordered`` that have none, spread over the room between their neighbours."""
    found: list[tuple[int, int]] = []
    low, waiting = 0, list[int]()
    for number in (*ordered, None):
        if number is not None and number not in held:
            waiting.append(number)
            continue
        high = low + _ROOM * (len(waiting) + 1) if number is None else held[number]
        found += [(low + (high - low) * n // (len(waiting) + 1), new) for n, new in enumerate(waiting, 1)]
        low, waiting = high, []
    return found


def found(database: sqlite3.Connection, words: Sequence[str], nearly: bool) -> Iterator[list[int]]:
    """The numbers of the texts that hold all of ``words``, or may nearly hold them, some at a time. Raises ``sqlite3.OperationalError`` where there
    is no index."""
    order = "SELECT number FROM spelt JOIN ranked ON place = spelt.rowid WHERE spelt MATCH ? ORDER BY spelt.rowid"
    rows = database.execute(order, [query(words, nearly)])
    return iter(lambda: [number for (number,) in rows.fetchmany(_AT_ONCE)], [])


def query(words: Sequence[str], nearly: bool) -> str:
    """The query that every text fulfils which holds all of ``words``, or nearly holds them; empty where they say nothing."""
    return " AND ".join(f"({_spelt(word)}) AND ({_pieced(word)})" if nearly else f"({_tokens_of(word)})" for word in words if word)


def _pieced(word: str) -> str:
    """Some piece of ``word`` as it stands."""
    return " OR ".join(f"({_tokens_of(piece)})" for piece in pieces(word))


def _tokens_of(word: str) -> str:
    """What a text has that holds ``word``."""
    return " AND ".join(dict.fromkeys(map(_token, pairs(word) or word)))


def _spelt(word: str) -> str:
    """All characters of ``word`` but for as many as may be wrong."""
    asked = word[:_LONGEST]
    ways = {frozenset(kept) for kept in combinations(asked, len(asked) - errors_allowed(word))}
    return " OR ".join(sorted(f"({' AND '.join(sorted(map(_token, way)))})" for way in ways))


def _tokens(text: str) -> str:
    return " ".join(map(_token, (*text, *pairs(text))))


@cache
def _token(characters: str) -> str:
    return "".join(f"c{ord(character):x}" for character in characters)
