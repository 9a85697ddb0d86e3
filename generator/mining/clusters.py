"""Near-duplicate reports, so that a phrase copied from one report into another counts once."""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from itertools import chain, combinations, groupby
from tempfile import TemporaryFile
from typing import IO

from generator.mining.archive import Archive, Head
from generator.mining.evidence import HASHES

CONTAINMENT = 0.08
COPIED = 0.3
"""Of two offices' reports so much must be shared: what less they have in common is the stock of the genre, which both wrote."""
_STOCK = 50
_AT_ONCE = 250_000
"""8-grams looked at together, and pairs of reports counted in memory: some fifty megabytes in all, however large the archive."""

_FILES = 128
"""Files open at once: half of what the meanest system lets a process have."""

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
    for part in _parted(shingles, parts):
        for holders in _holders(part, reports):
            counts.update(a * reports + b for a, b in combinations(holders, 2))
            if len(counts) >= _AT_ONCE:
                yield counts.items()
                counts = Counter()
    yield counts.items()


_Part = Iterator[tuple[int, Sequence[int]]]
"""The 8-grams of one part, those of a report under its number."""


def _parted(shingles: _Shingles, parts: int) -> Iterator[_Part]:
    """All 8-grams in so many ``parts``, each with the least to the greatest of a range. They lie in a file for each until their turn comes: to read
    all reports again for every part takes time that grows faster than the archive, and still does where there are more parts than files."""
    if parts <= 1:
        yield ((number, found) for number, (_, found) in enumerate(shingles()))
        return
    for first in range(0, parts, _FILES):
        bounds = [HASHES * part // parts for part in range(first, min(first + _FILES, parts) + 1)]
        with ExitStack() as stack:
            files = [stack.enter_context(TemporaryFile()) for _ in bounds[1:]]
            for number, (_, found) in enumerate(shingles()):
                places = [bisect_left(found, bound) for bound in bounds]
                for file, start, end in zip(files, places, places[1:], strict=False):
                    if end > start:
                        file.write(array("Q", (number, end - start, *found[start:end])).tobytes())
            yield from map(_read_back, files)


def _read_back(file: IO[bytes]) -> _Part:
    file.seek(0)
    held, at = array("Q", file.read()), 0
    while at < len(held):
        number, many = held[at : at + 2]
        yield number, held[at + 2 : at + 2 + many]
        at += 2 + many


def _holders(part: _Part, reports: int) -> Iterator[list[int]]:
    """Who holds each 8-gram of a ``part`` that several reports hold, and not all of the genre. An 8-gram and its holder are one number while they are
    sorted, which takes a fifth of the memory of lists by 8-gram."""
    held = sorted(shingle * reports + number for number, found in part for shingle in found)
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
