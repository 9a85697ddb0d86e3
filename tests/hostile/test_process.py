"""The process itself: broken off, without streams, on full disks and broken pipes, in encodings of few characters."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

FACTS = """\
文种: 工作总结
单位: {全称: 云州市水务局}
做法:
  - 主题: 安全
    事实: [表彰李𠮷等3名]
"""
POSIX = pytest.mark.skipif(os.name != "posix", reason="a shell is needed to close streams")


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "事实.yaml"
    path.write_text(FACTS, encoding="utf-8")
    return path


def shell(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """``command`` with ``nigao`` for the tool, run in ``folder``."""
    root = str(Path(__file__).parents[2])
    run = command.replace("nigao", f"{sys.executable} -m generator")
    return subprocess.run(["bash", "-c", run], cwd=folder, capture_output=True, env={**os.environ, "PYTHONPATH": root, **environment}, check=False)


@POSIX
@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ("nigao draft 事实.yaml -o - > /dev/full", 2, "磁盘满了"),
        ("nigao draft 事实.yaml -o - >&-", 0, ""),
        ("nigao check 没有.docx >&- 2>&-", 2, ""),
        ("nigao draft 事实.yaml 2>&-", 0, ""),
        ("nigao draft 事实.yaml 2</dev/null", 0, ""),
        ("nigao draft 事实.yaml 2>/dev/full", 0, ""),
        ("nigao draft 事实.yaml -o - 2</dev/null", 0, ""),
        ("nigao check 没有.docx 2>/dev/full", 2, ""),
        ("nigao draft 2</dev/null", 2, ""),
        ("nigao draft 事实.yaml -o - >/dev/full 2>/dev/full", 2, ""),
        ("nigao ask 事实.yaml <&-", 0, ""),
        ("nigao draft 事实.yaml --format text -o /dev/null --force", 2, "管道或设备"),
        ("nigao draft $'\\e[31m.yaml'", 2, "控制字符"),
        ("nigao draft .", 2, "文件夹"),
    ],
)
def test_streams_that_are_closed_full_or_odd(command: str, code: int, said: str, facts: Path) -> None:
    done = shell(command, facts.parent)
    told = done.stderr.decode()
    assert (done.returncode, "Traceback" in told, "Exception" in told) == (code, False, False)
    assert said in told
    assert b"\x1b" not in done.stdout + done.stderr


@POSIX
def test_a_broken_pipe_is_no_fault(facts: Path) -> None:
    done = shell("nigao draft 事实.yaml -o - 2>err | head -n 1; cat err >&2", facts.parent)
    assert done.stdout.decode().startswith("云州市水务局")
    assert "Traceback" not in done.stderr.decode()


@POSIX
def test_what_cannot_be_shown_is_told_once_by_name(facts: Path) -> None:
    done = shell("nigao draft 事实.yaml -o -", facts.parent, PYTHONIOENCODING="gbk")
    assert "表彰李?等3名" in done.stdout.decode("gbk")
    assert done.stderr.decode("gbk").count("U+20BB7") == 1


@POSIX
def test_a_file_name_that_is_no_text(facts: Path) -> None:
    Path(os.fsdecode(os.fsencode(facts.parent) + b"/\xd6\xd0.yaml")).write_text(FACTS, encoding="utf-8")
    done = shell("nigao draft $'\\xd6\\xd0.yaml' && ls", facts.parent)
    assert (done.returncode, done.stderr.count(b"Traceback")) == (0, 0)
    assert "\\xd6\\xd0.docx" in done.stdout.decode(errors="replace")


@POSIX
def test_broken_off_before_anything_is_loaded() -> None:
    root = str(Path(__file__).parents[2])
    heard = "import os, signal; signal.signal(signal.SIGINT, signal.default_int_handler)"  # a test may run where Ctrl-C is not heard
    early = f"{heard}; import generator.start; os.kill(os.getpid(), signal.SIGINT); import time; time.sleep(9)"
    done = subprocess.run([sys.executable, "-c", early], capture_output=True, env={**os.environ, "PYTHONPATH": root}, check=False)
    assert (done.returncode, done.stderr.decode()) == (130, "已停下。\n")


def test_broken_off_while_it_works(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    command_line = import_module("generator.cli.main")

    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command_line.nigao, "main", interrupted)
    monkeypatch.setattr(sys, "argv", ["nigao", "--help"])
    with pytest.raises(SystemExit) as ended:
        command_line.main()
    assert (ended.value.code, capsys.readouterr().err) == (130, "已停下。\n")
