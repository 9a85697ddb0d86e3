"""Near-duplicate reports, so that a phrase copied from one report into another counts once."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from itertools import combinations

from generator.mining.archive import Archive, Head
from generator.mining.evidence import SHINGLE_BYTES

CONTAINMENT = 0.08
COPIED = 0.3
"""Of two offices' reports so much must be shared: what less they have in common is the stock of the genre, which both wrote."""
_STOCK = 50
_AT_ONCE = 500_000
"""8-grams whose holders are looked at together, and pairs counted in memory: some hundred megabytes in all, however large the archive."""

_HASHES = 1 << 8 * SHINGLE_BYTES

_Shingles = Callable[[], Iterator[tuple[str, Sequence[int]]]]
_Pair = tuple[str, str]
_Counted = Iterable[tuple[_Pair, int]]


def clusters(archive: Archive) -> dict[str, str]:
    """Content key → the least key of its cluster. Two reports belong together that share at least 8 % of the smaller one's 8-grams.

    8-grams of more than fifty reports are stock wording and tell nothing. Containment of shingles after Broder (1997).
    """
    heads, sizes = archive.heads(), {key: len(shingles) for key, shingles in archive.shingles()}
    parent = {key: key for key in heads}
    with closing(sqlite3.connect("")) as database:  # a file of SQLite's own, which is there only where memory does not do
        for (a, b), n in _summed(database, _shared(archive.shingles, -(-sum(sizes.values()) // _AT_ONCE))):
            if n >= _least(heads[a], heads[b]) * min(sizes[a], sizes[b]):
                low, high = sorted((_root(parent, a), _root(parent, b)))
                parent[high] = low
    return {key: _root(parent, key) for key in parent}


def _least(a: Head, b: Head) -> float:
    return COPIED if a.unit != b.unit and "/" in a.name and "/" in b.name else CONTAINMENT


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        parent[key] = key = parent[parent[key]]
    return key


def _shared(shingles: _Shingles, parts: int) -> Iterator[_Counted]:
    """How many 8-grams any two reports share, in portions: one part of all 8-grams after another."""
    counts: Counter[_Pair] = Counter()
    for part in range(parts):
        for keys in _holders(shingles, _HASHES * part // parts, _HASHES * (part + 1) // parts):
            counts.update(combinations(keys, 2))
            if len(counts) >= _AT_ONCE:
                yield counts.items()
                counts = Counter()
    yield counts.items()


def _holders(shingles: _Shingles, least: int, end: int) -> list[list[str]]:
    """Who holds each 8-gram between ``least`` and ``end`` that several reports hold, and not all of the genre."""
    holders: defaultdict[int, list[str]] = defaultdict(list)
    for key, found in shingles():
        for shingle in found[bisect_left(found, least) : bisect_left(found, end)]:
            holders[shingle].append(key)
    return [keys for keys in holders.values() if 1 < len(keys) <= _STOCK]


def _summed(database: sqlite3.Connection, portions: Iterator[_Counted]) -> _Counted:
    """The sums of what ``portions`` count; one alone is its own sum."""
    first, second = next(portions, ()), next(portions, None)
    if second is None:
        return first
    database.execute("CREATE TABLE pair (a TEXT, b TEXT, n INTEGER NOT NULL, PRIMARY KEY (a, b)) WITHOUT ROWID")
    for portion in (first, second, *portions):
        rows = ((a, b, n) for (a, b), n in sorted(portion))
        database.executemany("INSERT INTO pair VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET n = n + excluded.n", rows)
    return (((a, b), n) for a, b, n in database.execute("SELECT a, b, n FROM pair"))
