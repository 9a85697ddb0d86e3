"""Which phrases hold the characters of a word, as an index of SQLite tells: what search need not read at all.

Every character is a token of its own, and so are every two that stand together; they are written as numbers, so that no version of SQLite takes one
for no character.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations

from generator.bank.search import errors_allowed, pieces
from generator.chinese.pairs import pairs

_AT_ONCE = 50
"""Finds that are handed on together: more than are shown, few enough that nobody waits for more than he sees."""
_LONGEST = 10
"""Characters of a word that are asked for: enough to tell it from nearly all others."""


def index(database: sqlite3.Connection, texts: Iterable[tuple[int, str]]) -> None:
    """Makes the index ``spelt`` of ``texts``, each with its number, in the order in which they are to be found. Raises ``sqlite3.OperationalError``
    where SQLite has no FTS5."""
    database.execute("CREATE VIRTUAL TABLE spelt USING fts5(characters, content='', detail=none)")
    database.execute("CREATE TABLE ranked (place INTEGER PRIMARY KEY, number INTEGER NOT NULL)")
    placed = list(enumerate(texts))
    database.executemany("INSERT INTO spelt (rowid, characters) VALUES (?, ?)", ((place, _tokens(text)) for place, (_, text) in placed))
    database.executemany("INSERT INTO ranked VALUES (?, ?)", ((place, number) for place, (number, _) in placed))


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
