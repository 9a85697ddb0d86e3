"""Answers in a table that say "as last year", name the sign of per cent again, or fill the number of a document."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.main import nigao
from generator.facts.marks import mark_hints
from generator.problems import Source

_FACTS = """文种: 年度总结
单位: {全称: 云州市水务局}
时段: 2026年
做法:
  - 小标题: 建成待补个站点
    去年:
      - 建成8个站点
    要点:
      - 事项: 发展党员待补名，其中女党员待补名
        去年: [发展党员2名，其中女党员1名]
        事实:
          - {做了: 印发滨粮〔2026〕待补号文件, 去年: 印发滨粮〔2025〕14号文件}
          - {做了: 落实滨粮〔待补〕待补号要求, 去年: 落实滨粮〔2023〕3号要求}
          - {做了: 整改率达, 数: 待补, 量: '%', 去年: 95.2}
          - {做了: 走访, 数: 待补, 量: 次, 去年: 12}
          - {做了: 慰问党员待补等待补人, 去年: 慰问党员李秀英等6人}
          - {做了: 待补, 去年: 大桥主塔封顶}
问题:
  - 表现: 待补
    去年: [人手少]
打算:
  - 小标题: 建设智慧粮库
    举措: [待补]
    去年: [改造仓房5间。]
"""


@pytest.fixture
def facts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "今年.yaml"
    path.write_text(_FACTS, encoding="utf-8")
    return path


def answered(facts: Path, answers: dict[str, str]) -> str:
    """The facts file after a table came back in which the rows whose sentence holds a key of ``answers`` have its value; "" is for all others."""
    CliRunner().invoke(nigao, ["ask", str(facts), "--table", "表.csv"], catch_exceptions=False)
    with Path("表.csv").open(encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    asked, now = head.index("要填的"), head.index("今年")
    for row in rows:
        row[now] = next((said for key, said in answers.items() if key and key in row[asked]), answers.get("", ""))
    with Path("表.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return CliRunner().invoke(nigao, ["ask", str(facts), "--answers", "表.csv"], catch_exceptions=False).output


def test_all_as_last_year(facts: Path) -> None:
    told = answered(facts, {"": "="})
    text = facts.read_text(encoding="utf-8")
    assert "收回 13 处" in told
    assert "待补" not in text
    for line in (
        "小标题: 建成8个站点",
        "事项: 发展党员2名，其中女党员1名",
        "做了: 印发滨粮〔2026〕14号文件",
        "做了: 落实滨粮〔2023〕3号要求",
        "数: 95.2",
        "数: 12,",
        "做了: 慰问党员李秀英等6人",
        "做了: 大桥主塔封顶",
        "表现: 人手少",
        "举措: [改造仓房5间。]",
    ):
        assert line in text


def test_a_table_taken_back_twice_says_nothing_new(facts: Path) -> None:
    answered(facts, {"": "="})
    again = CliRunner().invoke(nigao, ["ask", str(facts), "--answers", "表.csv"])
    assert (again.exit_code, "没有收回什么" in again.output) == (0, True)


def test_the_brackets_of_a_document_number_stay(facts: Path) -> None:
    answered(facts, {"〔2026〕＿＿号": "21", "滨粮〔＿＿〕": "2024", "〕＿＿号要求": "7"})
    text = facts.read_text(encoding="utf-8")
    assert "印发滨粮〔2026〕21号文件" in text
    assert "落实滨粮〔2024〕7号要求" in text


@pytest.mark.parametrize("said", ["96%", "96％", "96"])
def test_per_cent_behind_its_number_is_taken_once(facts: Path, said: str) -> None:
    answered(facts, {"整改率": said})
    assert "数: 96, 量: '%'" in facts.read_text(encoding="utf-8")


def test_any_other_measure_word_twice_is_asked_about(facts: Path) -> None:
    assert "后面已经有“次”" in answered(facts, {"走访": "15次"})


def test_what_last_year_does_not_tell_is_told(facts: Path) -> None:
    facts.write_text(_FACTS.replace(", 去年: 12}", "}"), encoding="utf-8")
    assert "去年的在这里照用不了" in answered(facts, {"走访": "="})


def test_per_cent_as_a_measure_is_no_slip() -> None:
    assert [p.message for p in mark_hints(Source("今年.yaml", _FACTS))] == []


def test_a_faulty_kind_of_ones_own_stops_no_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for kind, declared in (("坏的", "标题: 坏\n部分: [x\n"), ("空的", ""), ("没有部分", "说明: 没有部分\n")):
        folder = tmp_path / "文种" / kind
        folder.mkdir(parents=True)
        (folder / "文种.yaml").write_text(declared, encoding="utf-8")
    (tmp_path / "去年.txt").write_text("云州市水务局2025年度工作总结\n一、主要做法\n巡查水库36次。\n", encoding="utf-8")
    done = CliRunner().invoke(nigao, ["new", "--from", "去年.txt", "-o", "今年.yaml"])
    assert (done.exit_code, (tmp_path / "今年.yaml").is_file()) == (0, True), done.output
    assert [kind for kind in ("坏的", "空的", "没有部分") if f"文种“{kind}”写得不对" in done.stderr] == ["坏的", "空的", "没有部分"]
    asked = CliRunner().invoke(nigao, ["new", "坏的", "--from", "去年.txt", "-o", "另一份.yaml"])
    assert asked.exit_code != 0  # that one is what was asked for
