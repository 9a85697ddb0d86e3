"""``preview --watch``: drawn again after every kind of save, faults in place of the draft, the place kept."""

from __future__ import annotations

import os
import pty
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli.pager import View
from tests.conftest import ROOT

pytest.importorskip("watchfiles")

FACTS = """\
文种: 工作总结
单位: {{全称: 云州市水务局}}
时段: 2025年
做法:
  - 主题: 政治建设
    要点:
      - {{事项: 请示报告, 事实: [报告重大事项{count}件]}}
"""
PATIENCE = 60.0
"""Seconds after which a test gives up; nothing depends on how long it really takes."""

ROWS = st.lists(st.text("甲乙丙丁 ", max_size=2), max_size=30)
KEYS = st.lists(st.sampled_from(["k", "j", " ", "b", "g", "G", "\x1b[A", "\x1b[5~", "x", ""]), max_size=8)


@given(ROWS, st.integers(1, 12), KEYS, ROWS)
def test_what_is_seen_lies_within_the_text(rows: Sequence[str], height: int, keys: Sequence[str], others: Sequence[str]) -> None:
    view = View(tuple(rows), height)
    for key in keys:
        view = view.pressed(key)
    for found in (view, view.replaced(others), view.resized(3)):
        assert 0 <= found.top <= max(0, len(found.rows) - found.height)
        assert len(found.seen) == min(found.height, len(found.rows))
    assert view.replaced(rows) == view


@given(st.integers(0, 60), st.integers(0, 99), st.integers(0, 5))
def test_the_row_that_was_first_stays_first(top: int, at: int, added: int) -> None:
    rows = [f"第{n}行" for n in range(100)]
    view = View(tuple(rows), 10)._at(top)
    changed = [*rows[:at], *["新行"] * added, *rows[at:]]
    assert view.replaced(changed).seen[0] == rows[top]


def save_in_place(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


def save_by_renaming(path: Path, text: str) -> None:
    new = path.with_name(".甲.swp")
    new.write_text(text, encoding="utf-8")
    new.replace(path)


def save_by_deleting(path: Path, text: str) -> None:
    path.unlink()
    time.sleep(0.05)
    path.write_text(text, encoding="utf-8")


def save_with_backup(path: Path, text: str) -> None:
    path.rename(path.with_name("甲.yaml~"))
    path.write_text(text, encoding="utf-8")


SAVES: list[Callable[[Path, str], None]] = [save_in_place, save_by_renaming, save_by_deleting, save_with_backup]


class Shown:
    """What a process prints, as it comes."""

    def __init__(self, read: Callable[[], bytes]) -> None:
        self.text = ""
        self.came: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._follow, args=(read,), daemon=True).start()

    def _follow(self, read: Callable[[], bytes]) -> None:
        while data := read():
            self.came.put(data.decode(errors="ignore"))

    def until(self, words: str) -> str:
        """All that came since the last call up to ``words``."""
        due = time.monotonic() + PATIENCE
        while words not in self.text:
            assert time.monotonic() < due, f"{words!r} never came, but {self.text!r}"
            try:
                self.text += self.came.get(timeout=1)
            except queue.Empty:
                continue
        before, _, self.text = self.text.partition(words)
        return before


@contextmanager
def watching(path: Path, **streams: int) -> Iterator[subprocess.Popen[bytes]]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "generator", "preview", str(path), "--watch"]
    process = subprocess.Popen(command, env=environment, **streams)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def test_every_kind_of_save_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "甲 表.yaml"
    path.write_text(FACTS.format(count=1), encoding="utf-8")
    with watching(path, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL) as process:
        stdout = process.stdout
        assert stdout is not None
        shown = Shown(lambda: os.read(stdout.fileno(), 65536))
        shown.until("报告重大事项1件")
        for count, save in enumerate(SAVES, 11):
            save(path, FACTS.format(count=count))
            shown.until(f"报告重大事项{count}件")
            shown.until("事实和自写的话")
        save_in_place(path, FACTS.format(count=20).replace("时段:", "时断:"))
        shown.until("没有“时断”这个键")
        path.unlink()
        shown.until("没有这个文件")
        save_in_place(path, FACTS.format(count=21))
        shown.until("报告重大事项21件")


def test_on_a_terminal_the_place_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    path.write_text(FACTS.format(count=1), encoding="utf-8")
    master, slave = pty.openpty()
    os.environ.pop("LINES", None)
    with watching(path, stdin=slave, stdout=slave, stderr=slave) as process:
        os.close(slave)
        shown = Shown(lambda: _read(master))
        shown.until("q 退出")
        os.write(master, b"G")
        shown.until("q 退出")
        save_by_renaming(path, FACTS.format(count=12))
        assert "报告重大事项12件" in shown.until("q 退出")
        save_in_place(path, "文种 工作总结\n")
        assert "错误" in shown.until("q 退出")
        save_in_place(path, FACTS.format(count=13))
        assert "报告重大事项13件" in shown.until("q 退出")
        os.write(master, b"q")
        assert process.wait(PATIENCE) == 0
        shown.until("\x1b[?1049l")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the other end is closed
        return b""
