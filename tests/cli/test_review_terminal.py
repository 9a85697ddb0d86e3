"""``nigao bank review`` and progress lines at a real terminal: single keys, edited lines, Ctrl-C, a narrow window."""

from __future__ import annotations

import codecs
import contextlib
import os
import select
import struct
import sys
import time
from pathlib import Path

import pytest

if os.name != "posix":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

import fcntl
import pty
import signal
import termios

ROOT = Path(__file__).parents[2]
BANK = """\
- {说法: 压实防汛责任, 类: 分句, 语步: 举措, 主题: 应急能力, 支持: 3, 次数: 3, 出处: ['云州:2'], 状态: 待审}
- {说法: '巡查水库{次数}次', 类: 句式, 性质: 事实, 主题: 应急能力, 支持: 2, 次数: 2, 出处: ['云州:9'], 状态: 待审}
- {说法: 办好云岭讲堂, 类: 分句, 语步: 举措, 主题: 应急能力, 支持: 1, 次数: 1, 出处: ['云州:1'], 状态: 待审}
"""
KEYS = "再议 l"  # in the line after which a key is awaited


_AGAIN = 5
"""Seconds after which what was pressed was thrown away."""
PATIENCE = 120
"""Seconds after which what is waited for will not come, however busy the machine is."""


class Terminal:
    """A command in a pseudo-terminal ``columns`` wide."""

    def __init__(self, folder: Path, *args: str, columns: int = 80) -> None:
        self.shown = ""
        self._read = 0
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self.pid, self._fd = pty.fork()
        if self.pid == 0:  # pragma: no cover
            signal.signal(signal.SIGINT, signal.SIG_DFL)  # who runs the tests in the background has it ignored
            os.chdir(folder)
            os.environ.update(PYTHONPATH=str(ROOT), TERM="xterm", LC_ALL="C.UTF-8", COLUMNS=str(columns))
            os.execv(sys.executable, [sys.executable, "-m", "generator", *args])
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def until(self, text: str, seconds: float = PATIENCE) -> None:
        """Waits until ``text`` is shown after what was waited for before."""
        end = time.monotonic() + seconds
        while text not in self.shown[self._read :]:
            assert time.monotonic() < end, f"{text!r} not shown:\n{self.shown}"
            if not self._more():
                break
        at = self.shown.find(text, self._read)
        assert at >= 0, f"{text!r} not shown:\n{self.shown}"
        self._read = at + len(text)

    def press(self, keys: str) -> None:
        os.write(self._fd, keys.encode())

    def press_until(self, key: str, text: str) -> None:
        """Presses ``key`` until ``text`` is shown: a line is shown before the editor takes the keyboard over, which throws away what was pressed."""
        end = time.monotonic() + PATIENCE
        while True:
            self.press(key)
            try:
                return self.until(text, _AGAIN)
            except AssertionError:
                assert time.monotonic() < end

    def ended(self, seconds: float = PATIENCE) -> int:
        """The exit code."""
        end = time.monotonic() + seconds
        while self._more():
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGKILL)
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def _more(self) -> bool:
        if not select.select([self._fd], [], [], 0.2)[0]:
            return True
        with contextlib.suppress(OSError):
            data = os.read(self._fd, 65536)
            self.shown += self._decode(data)
            return bool(data)
        return False


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "库").mkdir()
    (tmp_path / "库" / "分句.yaml").write_text(BANK, encoding="utf-8")
    return tmp_path


def ledger(home: Path) -> list[str]:
    return (home / "库" / "审阅.yaml").read_text(encoding="utf-8").splitlines()


def test_every_key_in_a_narrow_window(home: Path) -> None:
    terminal = Terminal(home, "bank", "review", "库", columns=40)
    for answer, shown in (("x", "按 收"), ("\x1b[A", "按 收"), ("a", "2/3"), ("u", "1/3"), ("收", "2/3")):
        terminal.until(KEYS)
        terminal.press(answer)
        terminal.until(shown)
    terminal.until(KEYS)
    terminal.press("e")
    terminal.until("改成：巡查水库{次数}次")  # the wording stands there to be edited
    terminal.press("\x7f回\r")
    terminal.until("3/3")
    terminal.until(KEYS)
    terminal.press("R")
    terminal.until("理由：")
    terminal.press("只合本地\r")
    assert terminal.ended() == 0
    assert "审了 3 条，还有 0 条" in terminal.shown
    assert ledger(home) == [
        "- {说法: 压实防汛责任, 类: 分句, 决定: 收}",
        "- {说法: '巡查水库{次数}次', 类: 句式, 决定: 改, 改成: '巡查水库{次数}回'}",
        "- {说法: 办好云岭讲堂, 类: 分句, 决定: 不收, 理由: 只合本地}",
    ]


def test_ctrl_c_takes_back_an_edit_and_ends_a_sitting_and_loses_nothing(home: Path) -> None:
    terminal = Terminal(home, "bank", "review", "库")
    terminal.until(KEYS)
    terminal.press("a")
    terminal.until(KEYS)
    terminal.press("e")
    terminal.until("改成：巡查水库{次数}次")
    terminal.press_until("\x03", "还等着审")
    terminal.press("\x15")
    terminal.until("按 收")
    terminal.press("\x03")
    assert terminal.ended() == 0
    assert "审了 1 条，还有 2 条，记在" in terminal.shown
    assert ledger(home) == ["- {说法: 压实防汛责任, 类: 分句, 决定: 收}"]


def test_keys_typed_ahead_each_count_and_a_broken_edit_is_asked_for_again(home: Path) -> None:
    terminal = Terminal(home, "bank", "review", "库")
    terminal.until(KEYS)
    terminal.press("ae")
    terminal.until("改成：巡查水库{次数}次")
    terminal.press("\x15巡查{次数\r")
    terminal.until("花括号没有配对")
    terminal.press("lq")
    assert terminal.ended() == 0
    assert ledger(home)[1] == "- {说法: '巡查水库{次数}次', 类: 句式, 决定: 再议}"


def test_progress_lines_are_gone_when_the_work_is_done(home: Path) -> None:
    for name in "甲乙":
        (home / f"{name}.txt").write_text("一、主要做法\n（一）抓好值守。压实值守责任，召开论证会3次。\n", encoding="utf-8")
    terminal = Terminal(home, "bank", "mine", "甲.txt", "乙.txt", "-o", "新库", columns=50)
    assert terminal.ended() == 0
    for label in ("读报告", "炼用语"):
        assert label in terminal.shown
    assert "####" in terminal.shown or "----" in terminal.shown
    left = [line.rsplit("\r", 1)[-1] for line in terminal.shown.replace("\r\n", "\n").split("\n")]
    assert [line for line in left if line.strip()] == [line for line in left if line.startswith("读了 2 份报告")]
