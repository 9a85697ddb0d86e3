"""The cache: where it lies, and that a missing, stale, damaged or unwritable one changes nothing but the time."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from generator import cache
from tests.conftest import ROOT


def _fill(database: sqlite3.Connection) -> None:
    database.execute("CREATE TABLE word (text TEXT)")
    database.executemany("INSERT INTO word VALUES (?)", [(f"词{n}",) for n in range(5000)])


def _count(database: sqlite3.Connection) -> int:
    (found,) = database.execute("SELECT count(*) FROM word").fetchone()
    return int(found)


class Filling:
    """``_fill``, counted."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, database: sqlite3.Connection) -> None:
        self.times += 1
        _fill(database)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "缓 存"))
    return tmp_path / "缓 存"


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"HOME": "{}"}, ".cache/nigao"),
        ("linux", {"HOME": "{}", "XDG_CACHE_HOME": "{}/甲"}, "甲/nigao"),
        ("linux", {"HOME": "{}", "XDG_CACHE_HOME": "甲"}, ".cache/nigao"),
        ("darwin", {"HOME": "{}"}, "Library/Caches/nigao"),
        ("win32", {"USERPROFILE": "{}"}, "AppData/Local/nigao"),
        ("win32", {"USERPROFILE": "{}", "LOCALAPPDATA": "{}/乙"}, "乙/nigao"),
        ("linux", {"HOME": "{}", "NIGAO_CACHE": "{}/丙"}, "丙"),
    ],
)
def test_the_folder_is_the_systems(tmp_path: Path, platform: str, environment: dict[str, str], expected: str) -> None:
    given = {name: value.replace("{}", str(tmp_path)) for name, value in environment.items()}
    found = cache.cache_folder(given, platform)
    assert found == tmp_path / expected
    assert found.is_dir()


@pytest.mark.parametrize("environment", [{}, {"HOME": "/", "NIGAO_CACHE": ""}])
def test_no_folder_where_none_is_wanted(environment: dict[str, str]) -> None:
    assert cache.cache_folder(environment, "linux") is None


def test_no_folder_where_none_can_be_made(tmp_path: Path) -> None:
    (tmp_path / "甲").write_text("一个文件", encoding="utf-8")
    assert cache.cache_folder({"NIGAO_CACHE": str(tmp_path / "甲")}, "linux") is None
    assert cache.cache_folder({"NIGAO_CACHE": str(tmp_path / "甲" / "乙")}, "linux") is None


def test_made_once_and_again_for_another_stamp(folder: Path) -> None:
    fill = Filling()
    for stamp, times in (("一", 1), ("一", 1), ("二", 2), ("二", 2), ("一", 3)):
        assert cache.asked("词", stamp, fill, _count) == 5000
        assert fill.times == times
    assert sorted(p.name for p in folder.iterdir()) == ["词.lock", "词.sqlite"]


@pytest.mark.parametrize("damage", ["empty", "text", "half", "middle", "folder", "gone"])
def test_a_damaged_one_is_made_anew(folder: Path, damage: str) -> None:
    cache.opened("词", "一", _fill).close()
    path = folder / "词.sqlite"
    data = path.read_bytes()
    path.unlink()
    match damage:
        case "empty":
            path.write_bytes(b"")
        case "text":
            path.write_bytes("不是数据库".encode() * 100)
        case "half":
            path.write_bytes(data[: len(data) // 2])
        case "middle":
            path.write_bytes(data[:8192] + b"\xff" * (len(data) - 16384) + data[-8192:])
        case "folder":
            path.mkdir()
    assert cache.asked("词", "一", _fill, _count) == 5000
    assert cache.asked("词", "一", _fill, _count) == 5000


def test_nothing_kept_where_nothing_can_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill = Filling()
    monkeypatch.setenv(cache.VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    assert [cache.asked("词", "一", fill, _count) for _ in range(2)] == [5000, 5000]
    assert fill.times == 2
    assert not list(tmp_path.iterdir())


def test_what_filling_raises_comes_through_and_leaves_nothing(folder: Path) -> None:
    def broken(database: sqlite3.Connection) -> None:
        _fill(database)
        raise KeyError

    with pytest.raises(KeyError):
        cache.opened("词", "一", broken)
    assert [p.name for p in folder.iterdir()] == ["词.lock"]
    assert cache.asked("词", "一", _fill, _count) == 5000


def test_an_open_one_stays_whole_while_it_is_replaced(folder: Path) -> None:
    del folder
    old = cache.opened("词", "一", _fill)
    cache.opened("词", "二", lambda database: database.execute("CREATE TABLE word (text TEXT)") and None).close()
    assert _count(old) == 5000
    old.close()


def test_what_nobody_opened_for_long_goes(folder: Path) -> None:
    cache.opened("旧", "一", _fill).close()
    for name in ("没做完.new", "正在做.new"):
        (folder / name).write_bytes(b"half")
    for name in ("旧.sqlite", "没做完.new"):
        os.utime(folder / name, (0, 0))
    cache.opened("新", "一", _fill).close()
    assert {"旧.sqlite", "没做完.new", "正在做.new"} & {p.name for p in folder.iterdir()} == {"正在做.new"}


def test_two_processes_make_it_once(folder: Path) -> None:
    program = f"""
import sys
sys.path[:0] = [{str(ROOT)!r}]
from generator import cache
from tests.test_cache import _count, _fill
def fill(database):
    print("made")
    _fill(database)
print(cache.asked("词", "一", fill, _count))
"""
    environment = {**os.environ, "NIGAO_CACHE": str(folder)}
    started = [subprocess.Popen([sys.executable, "-c", program], env=environment, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    printed = [process.communicate()[0].split() for process in started]
    assert sorted(printed) == [["5000"], ["5000"], ["made", "5000"]]
