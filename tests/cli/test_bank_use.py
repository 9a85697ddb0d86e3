"""The bank's commands as a person in another line of business meets them: topics of one's own, odd input, files that nobody may touch."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.bank.topics import load_topics
from generator.cli import office
from generator.cli.main import nigao
from generator.fit.classes import load_classes
from generator.fit.common import load_common
from generator.problems import Faults, Source

OWN = """\
# 我的用语，次序别动

- {说法: 守好云岭山水, 主题: 应急能力}   # 好
- 主题: 支部建设
  类: 分句
  语步: 举措
  位: 收
  用语:
    # 组里的注
    - 让库区支部有滋味
    - {说法: 让党课讲到坝上, 须有: [党课]}
"""
HEADS = ("抓紧花期预报，护好果园", "做细花期预报，防住倒春寒", "提早花期预报，管好授粉", "花期预报再加密")
OTHERS = ("清淤到户", "修枝到株", "植保到田", "防虫到树")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def run(*args: str) -> Result:
    return CliRunner().invoke(nigao, ["bank", *args])


def faults(*args: str) -> list[str]:
    done = run(*args)
    assert isinstance(done.exception, Faults), done.output
    return [p.code for p in done.exception.problems]


def test_headings_of_another_line_of_business_propose_topics_with_cues(tmp_path: Path) -> None:
    fill = ("雨水多", "霜冻早", "风力大", "日照足")
    for n, head in enumerate(HEADS):
        weather = fill[n] * 9
        text = f"一、主要做法\n（一）{head}。看好果园{weather}，观测物候{n}次。\n（二）{OTHERS[n]}。{weather[::-1]}，备足料具。\n"
        (tmp_path / f"第{n}年.txt").write_text(text, encoding="utf-8")
    done = run("topics", "--from", ".")
    assert done.exit_code == 0
    first = load_topics(Source("主题.yaml", done.stdout))[0]
    assert "花期" in "".join(first.words)
    assert "物候" in first.words  # said under those headings and nowhere else
    assert "4 份报告的小标题里有，如“" in done.stdout
    (tmp_path / "用语库").mkdir()
    (tmp_path / "用语库" / "主题.yaml").write_text(done.stdout, encoding="utf-8")
    assert f"{first.name}　0 条" in run("topics").stdout  # the rows are a topic file as they stand
    again = run("topics", "--from", ".")
    assert again.stdout == ""
    assert "没有可提议的" in again.stderr


def _offices(tmp_path: Path) -> None:
    """Four offices that inspect and visit, and that all check again (复检) as others inspect."""
    for n, name in enumerate("甲乙丙丁", 1):
        (tmp_path / "往年" / f"{name}局").mkdir(parents=True)
        said = f"检查企业{n}2家，确保隐患清零。复检企业隐患{n}7处，确保隐患清零。巡查企业{n}5家。慰问商铺{n}3家。"
        (tmp_path / "往年" / f"{name}局" / "一年.txt").write_text(f"一、主要做法\n（一）抓实监管。{said}\n", encoding="utf-8")


def _words(listed: str, name: str) -> int:
    return int(next(line for line in listed.splitlines() if line.startswith(f"{name}　")).split("　")[1].split()[0])


def test_acts_are_proposed_as_rows_that_the_own_table_takes_over_the_shipped_one(tmp_path: Path) -> None:
    _offices(tmp_path)
    done = run("acts", "--from", "往年")
    assert done.exit_code == 0
    assert "- 复检  # 4 处、4 个单位，如“复检企业隐患…处”；和这一类" in done.stdout
    proposed = load_classes(Source("事类.yaml", done.stdout), "事类")
    home = proposed.of_word["复检"][0]
    before = run("acts").stdout
    (tmp_path / "用语库").mkdir()
    (tmp_path / "用语库" / "事类.yaml").write_text(done.stdout, encoding="utf-8")
    assert _words(run("acts").stdout, home) == _words(before, home) + len(proposed.members[home])
    assert "复检" not in run("acts", "--from", "往年").stdout  # known now
    run("add", "切实把责任落到实处", "--beside", "复检山头3处")
    assert f"事类: [{home}]" in (tmp_path / "用语库" / "我的.yaml").read_text("utf-8")


def test_things_and_common_words_are_proposed_in_their_tables_own_form(tmp_path: Path) -> None:
    _offices(tmp_path)
    done = run("things", "--from", "往年")
    assert "商铺" in load_classes(Source("物类.yaml", done.stdout), "物类").of_word
    done = run("common", "--from", "往年")
    assert (done.exit_code, load_common(Source("常用.yaml", done.stdout or "- 词: []")).names) == (0, frozenset())
    assert [line.split("　")[0] for line in run("common").stdout.splitlines()] == ["词", "引"]
    assert not (tmp_path / "用语库").exists()  # a proposal is printed, nothing is written


def test_the_users_own_file_survives_every_command(tmp_path: Path) -> None:
    own = tmp_path / "用语库" / "甲.yaml"
    own.parent.mkdir()
    own.write_text(OWN, encoding="utf-8")
    commands = ("search 坝上", "stats", "topics", "lint", "review 用语库 --table", "diff 用语库 用语库", "add 巡堤9次", "add 守住坝上")
    for command in commands:
        assert run(*command.split()).exit_code == 0, command
    assert own.read_text(encoding="utf-8") == OWN
    shown = run("search", "坝上").stdout
    assert run("show", shown[:8].upper()).stdout.startswith("说法：")


def test_words_may_come_in_one_argument_and_blank_ones_are_none(tmp_path: Path) -> None:
    (tmp_path / "用语库").mkdir()
    (tmp_path / "用语库" / "甲.yaml").write_text(OWN, encoding="utf-8")
    assert run("search", "坝上 党课").stdout == run("search", "坝上", "党课").stdout
    assert "让【党课】讲到【坝上】" in run("search", " 坝上　党课 ").stdout
    assert run("search", "").exit_code == run("search", "  ").exit_code == 2


def test_an_unknown_topic_is_told_with_the_nearest() -> None:
    for command in (["search", "党课", "--topic", "支部建社"], ["review", "--topic", "支部建社"], ["add", "守好山水", "--topic", "支部建社"]):
        done = run(*command)
        assert isinstance(done.exception, Faults)
        assert [(p.code, p.hint) for p in done.exception.problems] == [("unknown-topic", "是不是“支部建设”？")]


def test_an_empty_bank_says_so(tmp_path: Path) -> None:
    (tmp_path / "空").mkdir()
    assert run("stats", "空").stdout == run("lint", "空").stdout == "这里没有用语\n"
    assert run("review", "空").stdout == "没有待审的用语\n"


def test_gb18030_stays_gb18030(tmp_path: Path) -> None:
    own = tmp_path / "用语库" / "我的.yaml"
    own.parent.mkdir()
    before = OWN.replace("\n", "\r\n").encode("gb18030")
    own.write_bytes(before)
    assert run("add", "守住坝上山水").exit_code == 0
    assert own.read_bytes().startswith(before)
    assert "守住坝上山水" in own.read_bytes().decode("gb18030")


def test_broken_yaml_is_told_by_every_command_that_reads_it(tmp_path: Path) -> None:
    (tmp_path / "坏").mkdir()
    (tmp_path / "坏" / "甲.yaml").write_text("- {说法: 甲\n- 乙: 丙\n", encoding="utf-8")
    for command in ("search 甲 --bank 坏", "stats 坏", "lint 坏", "review 坏", "diff 坏 坏", "add 守好山水 --bank 坏", "topics --bank 坏"):
        assert faults(*command.split()) == ["yaml-syntax"], command


def test_a_file_that_is_no_word_file_is_not_mined_as_an_empty_report(tmp_path: Path) -> None:
    (tmp_path / "旧.docx").write_bytes(b"not a zip")
    assert faults("mine", "旧.docx", "-o", "库") == ["not-word"]
    assert not (tmp_path / "库").exists()


# --- an office that fails -----------------------------------------------------------------------------------------------------------------


def _office(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "bin" / "soffice"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    (folder / "旧.wps").write_bytes(b"\xd0\xcf\x11\xe0")


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_an_office_that_hangs_ends_with_all_it_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _office(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; wait", monkeypatch)
    monkeypatch.setattr(office, "_SECONDS", 0.5)
    assert faults("mine", "旧.wps", "-o", "库") == ["slow-conversion"]
    child = int((tmp_path / "child").read_text())
    for _ in range(20):
        if not _runs(child):
            break
        time.sleep(0.1)
    assert not _runs(child)


def _runs(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
def test_an_office_that_cannot_read_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _office(tmp_path, "exit 0", monkeypatch)
    assert faults("mine", "旧.wps", "-o", "库") == ["not-converted"]
