"""Which phrases hold the characters of a word, as an index of SQLite tells: what search need not read at all.

Every character is a token of its own, written as its number, so that no version of SQLite takes one for no character.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import combinations

from generator.bank.search import errors_allowed

_LONGEST = 10
"""Characters of a word that are asked for: enough to tell it from nearly all others."""


def index(database: sqlite3.Connection, texts: Iterable[str]) -> None:
    """Makes the index ``spelt`` of ``texts`` under their numbers, from 0 on. Raises ``sqlite3.OperationalError`` where SQLite has no FTS5."""
    database.execute("CREATE VIRTUAL TABLE spelt USING fts5(characters, content='', detail=none)")
    tokens = _Tokens()
    database.executemany("INSERT INTO spelt (rowid, characters) VALUES (?, ?)", ((n, text.translate(tokens)) for n, text in enumerate(texts)))


def query(words: Sequence[str]) -> str:
    """The query that every text fulfils which holds all of ``words``, nearly; empty where they say nothing."""
    return " AND ".join(f"({_spelt(word)})" for word in words if word)


def _spelt(word: str) -> str:
    """All characters of ``word`` but for as many as may be wrong."""
    asked = word[:_LONGEST]
    ways = {frozenset(kept) for kept in combinations(asked, len(asked) - errors_allowed(word))}
    return " OR ".join(sorted(f"({' AND '.join(sorted(map(_token, way)))})" for way in ways))


def _token(character: str) -> str:
    return f"c{ord(character):x}"


class _Tokens(dict[int, str]):
    """The token of every character met, as ``str.translate`` asks for it."""

    def __missing__(self, number: int) -> str:
        self[number] = f"{_token(chr(number))} "
        return self[number]
