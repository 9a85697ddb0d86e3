"""What a command is given to read it never writes over, by whatever name and whatever is forced."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import nigao
from generator.problems import Faults

FACTS = "文种: 工作总结\n单位: {全称: 云州市水务局}\n时段: 2025年\n做法: [{主题: 防汛, 要点: [{事项: 巡查, 事实: [巡查水库36次]}]}]\n"
REPORT = "云州市水务局2025年工作总结\n一、主要做法\n巡查水库36次.\n二、下一步打算\n继续巡查。\n"
COMMANDS = (
    "diff 旧.docx 新.docx -o 新.docx",
    "diff 旧.docx 新.docx -o 旧.docx",
    "diff 旧.docx 新.docx -o 旧",
    "diff 事实.yaml 新.docx -o 新.docx",
    "diff 旧.docx 新.docx -o 连着.docx",
    "diff 事实.yaml 二.yaml -o 二.yaml --force",
    "draft 事实.yaml -o 事实.yaml --format text --force",
    "draft 事实.yaml --reference 旧.docx -o 旧.docx",
    "draft 事实.yaml --reference 旧.docx -o 旧.docx --force",
    "draft 事实.yaml --against 旧.docx -o 旧.docx --force",
    "format 新.docx -o 新.docx --force",
    "format 新.docx -o 连着.docx --force",
    "format 新.docx --reference 旧.docx -o 旧.docx --force",
    "format 稿.txt 夹/稿.docx -o 夹",
    "format 稿.txt 夹/稿.docx -o 夹 --force",
    "format 稿.txt 夹/稿.docx 新.docx -o 夹",
    "check 稿.txt -o 稿.txt --force",
    "check 稿.txt --fix 稿.txt --force",
    "check 稿.txt --last 去年.txt -o 去年.txt --force",
    "check 稿.txt --last 去年.txt --fix 去年.txt --force",
    "check 稿.txt --last 去年.txt --fix 去年 --force",
    "check 稿.txt --against 去年.txt -o 去年.txt --force",
    "check 稿.txt --against 稿.改后.txt --fix --force",
    "check 新.docx --annotate 新.docx --force",
    "check 新.docx --annotate 新 --force",
    "check 新.docx --last 旧.docx --annotate 旧.docx --force",
    "check 事实.yaml --last 去年.txt -o 去年.txt --force",
    "new --from 去年.txt -o 事实.yaml",
    "merge 事实.yaml 二.yaml --join -o 二.yaml",
    "merge 事实.yaml 二.yaml --join -o 二",
)
"""Commands that are to write over what they read."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("事实.yaml").write_text(FACTS, encoding="utf-8")
    Path("二.yaml").write_text(FACTS.replace("36次", "37次"), encoding="utf-8")
    for name in ("稿.txt", "去年.txt", "稿.改后.txt"):
        Path(name).write_text(REPORT, encoding="utf-8")
    Path("夹").mkdir()
    for command in ("draft 事实.yaml -o 旧.docx", "draft 二.yaml -o 新.docx", "format 旧.docx -o 夹/稿.docx"):
        assert CliRunner().invoke(nigao, command.split()).exit_code == 0
    Path("连着.docx").symlink_to("新.docx")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_what_is_read_stays(command: str, folder: Path) -> None:
    before = {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    done = CliRunner().invoke(nigao, command.split())
    assert done.exception is None or isinstance(done.exception, (SystemExit, Faults)), done.exception
    assert done.exit_code != 0
    assert {path: path.read_bytes() for path in before} == before


def test_a_file_that_is_missing_stops_no_other(folder: Path) -> None:
    done = CliRunner().invoke(nigao, "format 没有.docx 稿.txt -o 夹".split())
    Path("夹/没有.docx").write_bytes(Path("夹/稿.docx").read_bytes())
    again = CliRunner().invoke(nigao, "format 没有.docx 新.docx -o 夹".split())
    assert [made.exit_code for made in (done, again)] == [1, 1]
    assert ["没有.docx: 错误：没有这个文件" in made.stderr for made in (done, again)] == [True, True]
    assert (folder / "夹/新.docx").is_file()
