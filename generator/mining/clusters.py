"""Near-duplicate reports, so that a phrase copied from one report into another counts once."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain, combinations, groupby

from generator.mining.archive import Archive, Head
from generator.mining.evidence import HASHES

CONTAINMENT = 0.08
COPIED = 0.3
"""Of two offices' reports so much must be shared: what less they have in common is the stock of the genre, which both wrote."""
_STOCK = 50
_AT_ONCE = 250_000
"""8-grams looked at together, and pairs of reports counted in memory: some fifty megabytes in all, however large the archive."""

_Shingles = Callable[[], Iterator[tuple[str, Sequence[int]]]]
_Counted = Iterable[tuple[int, int]]
"""Pairs of reports, each as one number, with how many 8-grams they share."""


def clusters(archive: Archive) -> dict[str, str]:
    """Content key → the least key of its cluster. Two reports belong together that share at least 8 % of the smaller one's 8-grams.

    8-grams of more than fifty reports are stock wording and tell nothing. Containment of shingles after Broder (1997).
    """
    heads, sizes = archive.heads(), [len(shingles) for _, shingles in archive.shingles()]
    keys = list(heads)
    parent = {key: key for key in keys}
    with closing(sqlite3.connect("")) as database:  # a file of SQLite's own, which is there only where memory does not do
        for pair, shared in _summed(database, _shared(archive.shingles, len(keys), -(-sum(sizes) // _AT_ONCE))):
            first, second = divmod(pair, len(keys))
            a, b = keys[first], keys[second]
            if shared >= _least(heads[a], heads[b]) * min(sizes[first], sizes[second]):
                low, high = sorted((_root(parent, a), _root(parent, b)))
                parent[high] = low
    return {key: _root(parent, key) for key in keys}


def _least(a: Head, b: Head) -> float:
    return COPIED if a.unit != b.unit and "/" in a.name and "/" in b.name else CONTAINMENT


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        parent[key] = key = parent[parent[key]]
    return key


def _shared(shingles: _Shingles, reports: int, parts: int) -> Iterator[_Counted]:
    """How many 8-grams any two of the ``reports`` share, in portions: one part of all 8-grams after another."""
    counts: Counter[int] = Counter()
    for part in range(parts):
        for holders in _holders(shingles, reports, HASHES * part // parts, HASHES * (part + 1) // parts):
            counts.update(a * reports + b for a, b in combinations(holders, 2))
            if len(counts) >= _AT_ONCE:
                yield counts.items()
                counts = Counter()
    yield counts.items()


def _holders(shingles: _Shingles, reports: int, least: int, end: int) -> Iterator[list[int]]:
    """Who holds each 8-gram between ``least`` and ``end`` that several reports hold, and not all of the genre. An 8-gram and its holder are one
    number while they are sorted, which takes a fifth of the memory of lists by 8-gram."""
    held = sorted(
        shingle * reports + number
        for number, (_, found) in enumerate(shingles())
        for shingle in found[bisect_left(found, least) : bisect_left(found, end)]
    )
    for _, same in groupby(held, key=lambda one: one // reports):
        holders = [one % reports for one in same]
        if 1 < len(holders) <= _STOCK:
            yield holders


def _summed(database: sqlite3.Connection, portions: Iterator[_Counted]) -> _Counted:
    """The sums of what ``portions`` count; one alone is its own sum."""
    first, second = next(portions, ()), next(portions, None)
    if second is None:
        return first
    database.execute("CREATE TABLE pair (pair INTEGER PRIMARY KEY, shared INTEGER NOT NULL)")
    for portion in chain((first, second), portions):
        database.executemany("INSERT INTO pair VALUES (?, ?) ON CONFLICT DO UPDATE SET shared = shared + excluded.shared", sorted(portion))
    return database.execute("SELECT pair, shared FROM pair")
