"""What every test room may use: the shipped bank, templates and examples, and the corpus where there is one."""

from __future__ import annotations

import gc
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from generator import cache as kept
from generator.bank import compiling
from generator.bank.bank import Bank
from generator.chinese.notes import Completions
from generator.cli import shelf
from generator.cli.shelf import stock, wordlists
from generator.cli.shelf.banks import bank as bank_anew
from generator.cli.shelf.compiled import stamp
from generator.fit.tables import Tables
from generator.problems import Source

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))

_CACHE = ROOT / ".pytest_cache" / "nigao"
"""One compiled bank for the whole session: for every worker, and for the commands that tests start."""
os.environ.setdefault(kept.VARIABLE, str(_CACHE))
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a hundred commands are started, each of which would compile the tool's modules again

_AT_HAND = 3
"""Banks that are held at once: the shipped one, and those of the folders that a test has just made."""
_held: dict[tuple[str, str, str], Bank] = {}


def _at_hand(own: Iterable[Path] = ()) -> Bank:
    """``shelf.bank``, without reading again what an earlier command read of the same files: it is read-only, and half a second to read whole."""
    folders = tuple(own)
    key = os.environ[kept.VARIABLE], shelf.compiled_name(folders), stamp(folders)
    _held[key] = _held.pop(key, None) or bank_anew(folders)
    while len(_held) > _AT_HAND:
        del _held[next(iter(_held))]
    return _held[key]


shelf.bank = _at_hand

_PHRASES = str(ROOT / "phrasebank")
_parts: dict[tuple[str, str, str], compiling.Part] = {}
_taken_anew = compiling.taken_over


def _taken_over(database: sqlite3.Connection, name: str, stamp: str) -> compiling.Part | None:
    """``compiling.taken_over``, without making again the twenty thousand shipped phrases that an earlier command made of the same rows."""
    key = os.environ[kept.VARIABLE], name, stamp
    if key not in _parts and (made := _taken_anew(database, name, stamp)) is not None:
        if not name.startswith(_PHRASES):
            return made
        _parts[key] = made
    return _parts.get(key)


compiling.taken_over = _taken_over

_tables_anew = wordlists._tables


@cache
def _shipped_tables() -> Tables:
    return _tables_anew(Path(_PHRASES), stock.source)


def _tables(folder: Path, reader: Callable[[Path], Source]) -> Tables:
    """``wordlists._tables``, without parsing the shipped situations again for every test that has a cache of its own: they never change."""
    return _shipped_tables() if str(folder) == _PHRASES else _tables_anew(folder, reader)


wordlists._tables = _tables

settings.register_profile("steady", deadline=None)  # no test may depend on how busy the machine is
settings.load_profile("steady")


_ALLOCATIONS = 100_000
"""New objects at which the collector looks for garbage: at Python's own 700 it walks thousands of phrases and parsed trees all the time."""


_COMPILING = pytest.StashKey[subprocess.Popen[bytes]]()


def pytest_configure(config: pytest.Config) -> None:
    """The shipped bank is compiled while the workers look which tests there are: one of them would, and the other wait for it."""
    if getattr(config.option, "numprocesses", None) and not hasattr(config, "workerinput"):
        config.stash[_COMPILING] = subprocess.Popen([sys.executable, "-c", "from generator.cli import shelf; shelf.bank()"], cwd=ROOT)


def pytest_unconfigure(config: pytest.Config) -> None:
    if _COMPILING in config.stash:
        config.stash[_COMPILING].wait()


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is there now, every module and every test, stays to the end: the collector need not walk it."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Only the shipped bank and its ledger stay compiled for the next session; those of the tests' own folders go. On its way out the collector need
    not walk what is left, several times over."""
    gc.freeze()
    if not hasattr(session.config, "workerinput"):
        for path in set(_CACHE.glob("*")) - {*_CACHE.glob(f"{shelf.compiled_name(())}.*"), *_CACHE.glob("审阅-*")}:
            path.unlink(missing_ok=True)


@cache
def shipped() -> Bank:
    """The shipped bank. To be asked for when a test runs: while tests are looked for it may still be compiled, and nobody need wait for it."""
    return shelf.bank()


@cache
def completions() -> Completions:
    """The table of completions, which is parsed where the bank is not compiled yet."""
    return shelf.completions()


@pytest.fixture(scope="session")
def bank() -> Bank:
    """The shipped bank."""
    return shipped()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the test is run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of past reports; tests that need it are skipped where there is none."""
    folder = Path(os.environ.get("NIGAO_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip("no corpus on this machine (NIGAO_CORPUS)")
    return folder
