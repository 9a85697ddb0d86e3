"""Patterns kept between runs are those that ``re.compile`` makes, for the Python that made them, and may be gone or broken."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import generator
from generator import cache
from generator.cli import kept_patterns as kept
from generator.cli import shelf
from generator.patterns import _Late, compiled, late

GIVEN = [("(?P<a>水务)局+", 0), ("水务|局", re.IGNORECASE), ("[\ud800-\udfff]", 0), (r"(?>甲|乙)*+丙(?=丁)", re.DOTALL | re.MULTILINE)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def usual(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The patterns that are compiled as usual from now on."""
    made, whole = [], re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        made.append(pattern)
        return whole(pattern, flags)

    monkeypatch.setattr(kept.re, "compile", counted)
    return made


def test_every_pattern_of_the_tool_comes_back_as_it_was() -> None:
    names = [m.name for m in walk_packages(generator.__path__, "generator.") if m.name != "generator.__main__"]
    written = [(v.pattern, v.flags) for name in names for v in vars(import_module(name)).values() if isinstance(v, _Late)]
    forms = [(shape._pattern.pattern, 0) for shape in shelf.completions()._shapes]
    for pattern, flags in [*written, *forms, *GIVEN]:
        assert kept._thawed(kept._frozen(pattern, flags)) == re.compile(pattern, flags)


@pytest.mark.usefixtures("folder")
def test_what_one_run_compiled_the_next_one_need_not(usual: list[str]) -> None:
    with kept.kept_patterns():
        first = [compiled(*given) for given in GIVEN]
    assert [p for p, _ in GIVEN] == usual[: len(GIVEN)]
    usual.clear()
    with kept.kept_patterns():
        assert [compiled(*given) for given in GIVEN] == first
        assert late(*GIVEN[0]).fullmatch("水务局局")
        assert usual == []
        compiled("又一条", 0)
    usual.clear()
    with kept.kept_patterns():
        assert [compiled(*given) for given in (*GIVEN, ("又一条", 0))][:-1] == first
    assert usual == []
    compiled("不借了", 0)
    assert usual == ["不借了"]


@pytest.mark.parametrize("harm", ["another Python", "no code", "other code", "empty", "cut short", "no names"])
def test_what_is_broken_is_made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch, harm: str) -> None:
    with kept.kept_patterns():
        first = [compiled(*given) for given in GIVEN]
    path = folder / f"{kept._NAME}.sqlite"
    changes = {"no code": "code = x''", "other code": "code = x'ffffffff'", "no names": "names = '[['"}
    if harm in changes:
        with closing(sqlite3.connect(path)) as database:
            database.execute(f"UPDATE pattern SET {changes[harm]}")
            database.commit()
    elif harm == "another Python":
        monkeypatch.setattr(kept.sys, "version", "4.0")
    else:
        os.truncate(path, 0 if harm == "empty" else 5000)
    for _ in range(2):
        with kept.kept_patterns():
            assert [compiled(*given) for given in GIVEN] == first
