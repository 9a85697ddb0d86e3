"""``nigao bank search --sentences``: whole sentences of past reports by their words, to read and to learn from.

They are kept in an index in the user's cache. A report is read again when its file has changed; the index itself may vanish at any moment.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import click

from generator import __version__
from generator.cache import asked, earlier
from generator.cli.progress import clear, tracked
from generator.cli.reports import Given, report_files
from generator.printable import spelled
from generator.problems import Faults, Place, Problem
from generator.reading.quotes import quotes, year_of

_FORMAT = "1"
"""Of the index; another one is made anew."""
_TRIGRAM = 3
_TABLES = """
CREATE TABLE report (id INTEGER PRIMARY KEY, path TEXT NOT NULL, seen TEXT NOT NULL, name TEXT NOT NULL, year TEXT NOT NULL);
CREATE TABLE place (id INTEGER PRIMARY KEY, report INTEGER NOT NULL, heading TEXT NOT NULL);
CREATE VIRTUAL TABLE sentence USING fts5(text, tokenize='trigram');
"""
_SEARCH = """
SELECT sentence.text, place.heading, report.name, report.year FROM sentence
JOIN place ON place.id = sentence.rowid JOIN report ON report.id = place.report
WHERE {wanted} ORDER BY report.year DESC, report.path, sentence.rowid
"""


class Found(NamedTuple):
    """A sentence, and where it stands, the newest report first."""

    text: str
    places: tuple[str, ...]


def split(arguments: Iterable[str]) -> tuple[tuple[str, ...], tuple[Path, ...]]:
    """Words, and files or folders of reports: an argument is the one or the other by whether there is such a file."""
    given = list(arguments)
    paths = tuple(Path(a) for a in given if Path(a).exists())
    return tuple(" ".join(a for a in given if not Path(a).exists()).split()), paths


def sentences(words: Sequence[str], corpus: Sequence[Path]) -> list[Found]:
    """The sentences of the reports in ``corpus`` that hold all of ``words``, those of the newest reports first, alike ones once.

    Raises ``Faults`` where there are no reports.
    """
    files = report_files(corpus)
    if not files:
        raise Faults(
            [Problem(Place(str(corpus[0])), "no-reports", "这里没有报告（.txt、.docx、.doc、.wps、.odt、.pdf）", "给出装着往年报告的文件夹")]
        )
    seen = {_full(path): _seen(path) for path in files}
    name = "句" + hashlib.sha256("\0".join(seen).encode()).hexdigest()[:16]
    stamp = hashlib.sha256(repr((_FORMAT, __version__, sorted(seen.items()))).encode()).hexdigest()
    try:
        return asked(name, stamp, lambda database: _fill(database, name, files, seen), lambda database: _found(database, words))
    except sqlite3.OperationalError as error:
        message = f"这个 Python 带的 SQLite（{sqlite3.sqlite_version}）建不了全文索引：{error}"
        raise Faults([Problem(Place("--sentences"), "no-index", message, "用带 SQLite 3.34 以上的 Python")]) from None


def _full(path: Path) -> str:
    """What a report is known by."""
    return spelled(str(path.resolve()))


def _seen(path: Path) -> str:
    """What changes when the file does."""
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_size} {status.st_mtime_ns}"


# --- the index -----------------------------------------------------------------------------------------------------------------------------


def _fill(database: sqlite3.Connection, name: str, files: Sequence[Path], seen: dict[str, str]) -> None:
    """The sentences of all ``files``: those of unchanged ones from the earlier index, the others read."""
    database.executescript(_TABLES)
    known = _taken_over(database, name, seen)
    for path in tracked([p for p in files if _full(p) not in known], "读往年报告"):
        try:
            report = Given(path).report()
        except Faults as faults:
            clear()
            click.echo("\n".join(map(str, faults.problems)), err=True)
            continue
        full, named = _full(path), spelled(path.stem)
        row = database.execute("INSERT INTO report (path, seen, name, year) VALUES (?, ?, ?, ?)", (full, seen[full], named, year_of(named, report)))
        _add(database, row.lastrowid, ((quote.text, quote.heading) for quote in quotes(report)))


def _insert(database: sqlite3.Connection, *report: str) -> int | None:
    """The number of a report given by path, what was seen of it, name and year."""
    return database.execute("INSERT INTO report (path, seen, name, year) VALUES (?, ?, ?, ?)", report).lastrowid


def _add(database: sqlite3.Connection, report: int | None, rows: Iterable[tuple[str, str]]) -> None:
    for text, heading in rows:
        place = database.execute("INSERT INTO place (report, heading) VALUES (?, ?)", (report, heading)).lastrowid
        database.execute("INSERT INTO sentence (rowid, text) VALUES (?, ?)", (place, text))


def _taken_over(database: sqlite3.Connection, name: str, seen: dict[str, str]) -> frozenset[str]:
    """The files whose sentences were taken over from the earlier index, if that can be read to its end."""
    old = earlier(name)
    if old is None:
        return frozenset()
    try:
        with closing(old):
            kept = [row for row in old.execute("SELECT id, path, seen, name, year FROM report") if seen.get(row[1]) == row[2]]
            sentences = {row[0]: list(_of_report(old, row[0])) for row in kept}
    except sqlite3.Error:
        return frozenset()
    for identity, *row in kept:
        _add(database, _insert(database, *row), sentences[identity])
    return frozenset(row[1] for row in kept)


def _of_report(database: sqlite3.Connection, report: int) -> Iterator[tuple[str, str]]:
    yield from database.execute(
        "SELECT sentence.text, place.heading FROM place JOIN sentence ON sentence.rowid = place.id WHERE place.report = ? ORDER BY place.id",
        (report,),
    )


def _found(database: sqlite3.Connection, words: Sequence[str]) -> list[Found]:
    """The index knows runs of three characters. A word with fewer of them, or with signs that LIKE reads as any character, is read for."""
    known = [word for word in words if len(word) >= _TRIGRAM and not set(word) & set("%_")]
    read = [word for word in words if word not in known]
    wanted = " AND ".join(["sentence.text LIKE ?"] * len(known) + ["instr(sentence.text, ?)"] * len(read))
    rows = database.execute(_SEARCH.format(wanted=wanted), [*(f"%{word}%" for word in known), *read])
    found: dict[str, list[str]] = {}
    for text, heading, name, year in rows:
        if all(word in text for word in words):
            found.setdefault(text, []).append("　".join(filter(None, (f"{year}年" if year else "", name, heading))))
    return [Found(text, tuple(places)) for text, places in found.items()]
