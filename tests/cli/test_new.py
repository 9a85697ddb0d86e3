"""``nigao new`` as a clerk runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import nigao
from generator.facts.load import load_facts
from generator.problems import Faults, Source


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(nigao, ["new", *args])


def problems(result: Result) -> str:
    assert isinstance(result.exception, Faults)
    return "\n".join(map(str, result.exception.problems))


def test_never_over_a_file_that_is_there(home: Path) -> None:
    (home / "述职报告.yaml").write_text("我的", encoding="utf-8")
    done = run("述职报告")
    assert done.exit_code == 0
    assert "已写成 述职报告-2.yaml" in done.output
    assert (home / "述职报告.yaml").read_text(encoding="utf-8") == "我的"
    assert "没有覆盖" in problems(run("述职报告", "-o", "述职报告.yaml"))


def test_it_is_utf8_and_loads(home: Path) -> None:
    run("年度总结", "-o", "新.yaml")
    text = (home / "新.yaml").read_bytes().decode("utf-8")
    assert text.startswith("# yaml-language-server: $schema=事实表.schema.json\n")
    assert "\r" not in text
    assert load_facts(Source("新.yaml", text)).kind == "年度总结"


def test_topics_as_named_in_that_order(home: Path) -> None:
    run("年度总结", "-o", "新.yaml", "--topics", "支部建设，政治建设")
    facts = load_facts(Source("新.yaml", (home / "新.yaml").read_text(encoding="utf-8")))
    assert [p.topic for p in facts.practices] == ["支部建设", "政治建设"]


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    told = problems(run("年度总结", "--topics", "支部建没,甲乙丙"))
    assert "没有“支部建没”这个主题\n    是不是“支部建设”？" in told
    assert "没有“甲乙丙”这个主题" in told
    assert "是不是“年度总结”？" in problems(run("年终总结"))


def test_a_bank_of_ones_own_has_its_say(home: Path) -> None:
    (home / "用语库").mkdir()
    row = "- {说法: '巡查水库{次数}次', 类: 句式, 性质: 事实, 语步: 举措, 主题: 应急能力, 角色: [做法], 支持: 2, 出处: ['云州:2', '外地:9']}\n"
    (home / "用语库" / "句式.yaml").write_text(row, encoding="utf-8")
    run("年度总结", "-o", "新.yaml", "--topics", "应急能力")
    assert "# - {做了: 巡查水库, 数: 待补, 量: 次}" in (home / "新.yaml").read_text(encoding="utf-8")
