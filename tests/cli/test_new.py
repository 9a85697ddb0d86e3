"""``nigao new`` as a clerk runs it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli.main import nigao
from generator.facts.load import load_facts
from generator.problems import Source
from generator.report import plain
from tests.running import faults_of

pytestmark = pytest.mark.usefixtures("home")


def run(*args: str) -> Result:
    return CliRunner().invoke(nigao, ["new", *args])


def test_never_over_a_file_that_is_there(home: Path) -> None:
    (home / "述职报告.yaml").write_text("我的", encoding="utf-8")
    done = run("述职报告")
    assert done.exit_code == 0
    assert "已写成 述职报告-2.yaml" in done.output
    assert (home / "述职报告.yaml").read_text(encoding="utf-8") == "我的"
    assert "没有覆盖" in faults_of(run("述职报告", "-o", "述职报告.yaml"))


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


def test_a_topic_of_ones_own_is_taken_and_one_near_a_known_one_is_told(home: Path) -> None:
    done = run("年度总结", "-o", "新.yaml", "--topics", "支部建没,甲乙丙")
    assert "“支部建没”不是用语库的主题，照你的写了；是不是“支部建设”？" in done.stderr
    assert [p.topic for p in load_facts(Source("新.yaml", (home / "新.yaml").read_text(encoding="utf-8"))).practices] == ["支部建没", "甲乙丙"]
    assert "是不是“年度总结”？" in faults_of(run("年终总结"))


@pytest.mark.parametrize(
    ("trade", "office", "asked"),
    [
        ("民航机场，航班保障，旅客服务", "云州机场公司", "做了: "),
        ("殡葬管理", "石桥民政局", "做了: "),
        ("律师协会，律师管理，法律服务", "临江区法律援助中心", "做了: "),
        ("收费公路，收费站，车辆通行", "云州高速养护公司党总支", "做了: "),
    ],
)  # trades that no report of the archive is of
def test_a_file_of_any_trade_asks_what_the_nearest_one_gives(home: Path, trade: str, office: str, asked: str) -> None:
    done = run("年度总结", "-o", "新.yaml", "--trade", trade, "--unit", "云州市某某中心")
    assert office in done.stderr
    text = (home / "新.yaml").read_text(encoding="utf-8")
    facts = load_facts(Source("新.yaml", text))
    assert (plain(facts.unit.full), plain(facts.unit.business)) == ("云州市某某中心", trade.partition("，")[0])
    assert asked in text
    assert len(facts.practices) >= 4


def test_no_trade_near_is_told_and_what_all_write_is_listed(home: Path) -> None:
    done = run("年度总结", "-o", "新.yaml", "--trade", "盐")
    assert "没有相近的行当" in done.stderr
    assert "主题: 理论武装" in (home / "新.yaml").read_text(encoding="utf-8")


_LIKE = "一、主要做法\n（一）保护候鸟。巡护湿地{n}2次，救助候鸟{n}3只。\n（二）管好芦苇。收割芦苇{n}5亩。\n二、存在问题\n人手偏少。\n"


def test_like_reports_of_another_office_or_an_office_of_the_bank(home: Path) -> None:
    for n in (1, 2):
        (home / f"湿地{n}.txt").write_text(_LIKE.format(n=n), encoding="utf-8")
    run("年度总结", "-o", "新.yaml", "--like", "湿地1.txt", "--like", "湿地2.txt")
    text = (home / "新.yaml").read_text(encoding="utf-8")
    assert [p.topic for p in load_facts(Source("新.yaml", text)).practices] == ["候鸟", "芦苇"]
    assert "# - {做了: 救助候鸟, 数: 待补, 量: 只}  # 2 份报告写到" in text
    assert "去年" not in text.split("做法:")[1]  # another's values are none of one's own
    run("年度总结", "-o", "又.yaml", "--like", "税务局")
    assert "照相近的行当列出：青原县税务局" in (home / "又.yaml").read_text(encoding="utf-8")
    assert "没有“云上飞局”" in faults_of(run("年度总结", "--like", "云上飞局"))


def test_a_bank_of_ones_own_has_its_say(home: Path) -> None:
    (home / "用语库").mkdir()
    row = "- {说法: '巡查水库{次数}次', 类: 句式, 性质: 事实, 语步: 举措, 主题: 应急能力, 角色: [做法], 支持: 2, 出处: ['云州:2', '外地:9']}\n"
    (home / "用语库" / "句式.yaml").write_text(row, encoding="utf-8")
    run("年度总结", "-o", "新.yaml", "--topics", "应急能力")
    assert "# - {做了: 巡查水库, 数: 待补, 量: 次}" in (home / "新.yaml").read_text(encoding="utf-8")


def test_several_reports_as_a_shell_names_them(home: Path) -> None:
    """往年/*.txt behind one --from: all but the first stand where a 文种 might."""
    for year in (2023, 2024):
        text = f"云州市水务局{year}年工作总结\n一、主要做法\n（一）抓学习。集中学习{year - 2012}次。\n二、下一步打算\n招录干部。\n"
        (home / f"{year}.txt").write_text(text, encoding="utf-8")
    assert "照 2 年的报告" in run("--from", "2023.txt", "2024.txt", "-o", "甲.yaml").output
    assert "已写成 乙.yaml：" in run("年度总结", "--from", "2024.txt", "-o", "乙.yaml").output
    assert "前面加 --from：nigao new --from 2024.txt" in run("2024.txt").output
    assert "文种只写一个，这里有 2 个：年度总结、述职报告" in run("年度总结", "述职报告").output
