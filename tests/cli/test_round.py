"""``nigao ask --table`` and ``--answers``: what is open goes round as a table and comes back into the file, whatever the offices did with it."""

from __future__ import annotations

import csv
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from python_calamine import CalamineWorkbook

from generator.cli.main import nigao
from generator.cli.round import brought_back
from generator.cli.wanted import asker
from generator.problems import Faults, Place, Source
from generator.sheet.asked import Answer, rows
from generator.sheet.grid import Cell
from generator.yamlfile import dump
from tests.compose.made import files

FACTS = """\
文种: 年度总结
单位: {全称: 云州市物候局}
做法:
  - 主题: 支部建设
    要点:
      - 事项: 学习
        事实:
          - {做了: 集中学习, 数: 待补, 量: 次, 去年: 12}   # 去年第 5 行
          - {做了: 走访企业, 数: 待补, 量: 家, 来源: 企业科, 去年: 30}
          - {做了: 学习待补次、研讨待补次, 去年: 学习12次、研讨4次}
  - 主题: 队伍建设
    事实:
      - {做了: 待补, 去年: 举办培训班}
      - {做了: 发展党员, 数: 待补, 量: 名, 来源: 企业科}
问题:
  - 表现: 待补
    去年: [力量不足]
  - 表现: 待补
    去年: [办法不多]
打算: [配强力量]
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "表.yaml").write_text(FACTS, encoding="utf-8")
    return tmp_path


def run(*args: str) -> Result:
    return CliRunner().invoke(nigao, ["ask", "表.yaml", *args])


def sent() -> list[list[str]]:
    assert run("--table", "问.csv", "--force").exit_code == 0
    with Path("问.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def back(table: list[list[str]], answers: dict[str, str], name: str = "答.csv") -> Path:
    """The table as it comes back, each question that begins so answered."""
    head, *asked = table
    at, now = head.index("要填的"), head.index("今年")
    filled = [[answers.get(_start(row[at], answers), "") if n == now else cell for n, cell in enumerate(row)] for row in asked]
    with Path(name).open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows([head, *filled])
    return Path(name)


def _start(asked: str, answers: dict[str, str]) -> str:
    return next((start for start in answers if asked.startswith(start)), "")


def facts() -> str:
    return Path("表.yaml").read_text(encoding="utf-8")


def test_a_row_for_each_blank_by_section() -> None:
    table = sent()
    assert [(row[0], row[2], row[3]) for row in table[1:]] == [
        ("支部建设", "集中学习＿＿次", "12次"),
        ("支部建设", "学习＿＿次、研讨待补次", "学习12次、研讨4次"),
        ("支部建设", "学习待补次、研讨＿＿次", "学习12次、研讨4次"),
        ("企业科", "走访企业＿＿家", "30家"),
        ("企业科", "发展党员＿＿名", ""),
        ("队伍建设", "做了什么，多少？", "举办培训班"),
        ("问题", "还有什么不足？", "力量不足"),
        ("问题", "还有什么不足？", "办法不多"),
    ]


def test_a_workbook_has_a_page_for_each_section() -> None:
    assert run("--table", "问.xlsx").exit_code == 0
    book = CalamineWorkbook.from_path("问.xlsx")
    assert book.sheet_names == ["支部建设", "企业科", "队伍建设", "问题", "说明"]
    page = book.get_sheet_by_name("企业科").to_python()
    assert [row[2] for row in page[1:]] == ["走访企业＿＿家", "发展党员＿＿名"]


def test_what_is_open_can_be_printed() -> None:
    assert run("--table", "-").output.splitlines()[:5] == [
        "支部建设　3 处",
        "  集中学习＿＿次　去年 12次",
        "  学习＿＿次、研讨待补次　去年 学习12次、研讨4次",
        "  学习待补次、研讨＿＿次　去年 学习12次、研讨4次",
        "企业科　2 处",
    ]


def test_answers_come_back_to_their_places() -> None:
    done = run("--answers", str(back(sent(), {"集中学习": "15", "走访": "约40", "做了什么": "轮训干部两次", "学习待补": "6", "学习＿": "9"})))
    assert done.exit_code == 0, done.output
    assert "收回 5 处" in done.output
    assert "还空着 3 处" in done.output
    expected = FACTS.replace("集中学习, 数: 待补", "集中学习, 数: 15").replace("企业, 数: 待补", "企业, 数: 约40")
    expected = expected.replace("做了: 学习待补次、研讨待补次", "做了: 学习9次、研讨6次").replace("做了: 待补", "做了: 轮训干部两次")
    assert facts() == expected


def test_offices_answer_one_after_the_other_from_tables_sent_at_once() -> None:
    """The second table still shows the sentence as it was, and its rows stand where they stood; what is there already is taken as said."""
    table = sent()
    assert run("--answers", str(back(table, {"学习待补": "6", "集中学习": "无"}))).exit_code == 0
    done = run("--answers", str(back(table, {"学习待补": "6", "学习＿": "9", "集中学习": "无", "走访": "41"})))
    assert done.exit_code == 0, done.output
    assert "学习9次、研讨6次" in facts()
    assert "走访企业, 数: 41" in facts()


@pytest.mark.parametrize("none", ["无", "没有", "-", "－", "无。", "今年没有", "——", "/"])
def test_what_this_year_has_not_is_set_aside(none: str) -> None:
    table = sent()
    done = run("--answers", str(back(table, {"集中学习": none})))
    assert "今年没有的 1 条放到了“# ”后面" in done.output
    assert "          # - {做了: 集中学习, 数: 待补, 量: 次, 去年: 12}   # 去年第 5 行\n" in facts()


def test_of_two_questions_alike_the_one_that_shows_the_same_last_year(home: Path) -> None:
    """The first problem is gone when the answer to the second, asked in the same words, comes back."""
    table = sent()
    text = facts().replace("  - 表现: 待补\n    去年: [力量不足]\n", "")
    (home / "表.yaml").write_text(text, encoding="utf-8")
    head, *asked = table
    answered = [[*row[:4], "制度还有缺项" if row[3] == "办法不多" else "", *row[5:]] for row in asked]
    with Path("答.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *answered])
    assert run("--answers", "答.csv").exit_code == 0
    assert "  - 表现: 制度还有缺项\n    去年: [办法不多]\n" in facts()


def test_what_cannot_be_taken_is_told_with_its_cell_and_the_rest_is_taken() -> None:
    table = sent()
    one, other = back(table, {"集中学习": "15", "走访": "41", "发展": "若干"}), back(table, {"走访": "42"}, "另.csv")
    done = run("--answers", str(one), "--answers", str(other))
    assert done.exit_code == 1
    assert "各说各的：“41”（答.csv E5）、“42”（另.csv E5）" in done.output
    assert "答.csv E6: 错误：“名”前面要填数，这里没有数字" in done.output
    assert "集中学习, 数: 15" in facts()
    assert "企业, 数: 待补" in facts()


def test_an_answer_for_a_place_that_says_something_else_by_now(home: Path) -> None:
    table = sent()
    (home / "表.yaml").write_text(FACTS.replace("集中学习, 数: 待补", "集中学习, 数: 14"), encoding="utf-8")
    done = run("--answers", str(back(table, {"集中学习": "15"})))
    assert done.exit_code == 1
    assert "“集中学习＿＿次”在事实表里已经填了，或者改过了\n    要写的是“15”" in done.output
    assert "集中学习, 数: 14" in facts()


def test_a_cell_that_a_spreadsheet_changed_is_told() -> None:
    head, first, *_ = sent()
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        page = book.add_worksheet("支部建设")
        for c, (title, value) in enumerate(zip(head, first, strict=True)):
            page.write_string(0, c, title)
            page.write_string(1, c, value) if title != "今年" else page.write_datetime(1, c, _day(), book.add_format({"num_format": "m-d"}))
    Path("答.xlsx").write_bytes(out.getvalue())
    done = run("--answers", "答.xlsx")
    assert done.exit_code == 1
    assert "支部建设!E2: 错误：这一格被存成了日期" in done.output
    assert facts() == FACTS


def _day() -> Any:
    from datetime import datetime

    return datetime(2025, 3, 5)


def test_tables_that_are_none() -> None:
    Path("别的.csv").write_text("单位,数\n甲,3\n", encoding="utf-8")
    done = run("--answers", "别的.csv")
    assert isinstance(done.exception, Faults)
    assert "没有“要填的”“今年”两列" in str(done.exception.problems[0])
    assert isinstance(run("--table", "问.docx").exception, Faults)
    Path("问.csv").write_text("我的", encoding="utf-8")
    assert isinstance(run("--table", "问.csv").exception, Faults)
    assert Path("问.csv").read_text(encoding="utf-8") == "我的"


@given(files)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_every_blank_that_goes_round_comes_back_filled(data: dict[str, Any]) -> None:
    asks = asker(Path("表.yaml"))
    source = Source("表.yaml", dump(data))
    asked = rows(asks.read(source))
    round_trip = brought_back(asks, source, [Answer(r.key, r.asked, r.last, Cell(str(700 + n), Place("答"))) for n, r in enumerate(asked)])
    doubted = sum(problem.code == "doubtful" for problem in round_trip.problems)
    assert (round_trip.tally.filled, len(round_trip.problems)) == (len(asked) - doubted, doubted)
    assert len(rows(asks.read(round_trip.source))) == doubted


@pytest.mark.parametrize(
    ("answered", "stands"),
    [
        ({"学习＿＿次、": "9", "学习待补次、": "无"}, "学习9次"),
        ({"学习＿＿次、": "无", "学习待补次、": "9"}, "研讨9次"),
        ({"学习待补次、": "无"}, "学习待补次"),
    ],
)
def test_of_a_fact_of_two_blanks_half_is_struck(answered: dict[str, str], stands: str) -> None:
    done = run("--answers", str(back(sent(), answered)))
    assert done.exit_code == 0, done.output
    assert "去掉了 1 个半句" in done.output
    assert facts() == FACTS.replace("做了: 学习待补次、研讨待补次", f"做了: {stands}")


def test_both_halves_of_a_fact_go_with_the_fact() -> None:
    done = run("--answers", str(back(sent(), {"学习＿＿次、": "无", "学习待补次、": "无"})))
    assert "今年没有的 2 条" not in done.output
    assert facts() == FACTS.replace("- {做了: 学习待补次", "# - {做了: 学习待补次")


def test_half_a_sentence_on_which_the_rest_leans_is_told_and_stays(home: Path) -> None:
    text = FACTS.replace("学习待补次、研讨待补次, 去年: 学习12次、研讨4次", "走访党员待补名、群众待补户, 去年: 走访党员12名、群众4户")
    (home / "表.yaml").write_text(text, encoding="utf-8")
    done = run("--answers", str(back(sent(), {"走访党员＿": "无", "走访党员待补": "9"})))
    assert done.exit_code == 1
    assert "去掉这半句，剩下的读不通，没有动" in done.output
    assert facts() == text.replace("群众待补户", "群众9户")


def test_what_an_office_gave_stays_when_another_strikes_its_half() -> None:
    table = sent()
    run("--answers", str(back(table, {"学习＿＿次、": "9"})))
    done = run("--answers", str(back(table, {"学习待补次、": "无"}, "乙.csv")))
    assert done.exit_code == 0, done.output
    assert "{做了: 学习9次, 去年" in facts()


ODD_TABLES: dict[str, Any] = {
    "a title above": lambda table: [["2025年数据收集表"], [], *table],
    "numbered, signed, summed": lambda table: [
        ["序号", *table[0], "填报人"],
        *([str(n), *row, "江月明"] for n, row in enumerate(table[1:], 1)),
        ["合计"],
    ],
    "heads over two lines": lambda table: [[f"{title[:1]}\n{title[1:]}" for title in table[0]], *table[1:]],
    "no column of places": lambda table: [row[:-1] for row in table],
}


@pytest.mark.parametrize("odd", ODD_TABLES)
def test_what_offices_do_to_a_table(odd: str) -> None:
    filled = [[*row[:4], {"走访企业＿＿家": "41"}.get(row[2], row[4]), *row[5:]] for row in sent()]
    with Path("答.csv").open("w", encoding="gb18030", newline="") as file:
        csv.writer(file).writerows(ODD_TABLES[odd](filled))
    done = run("--answers", "答.csv")
    assert done.exit_code == 0, done.output
    assert "走访企业, 数: 41" in facts()


@pytest.mark.parametrize(("name", "between", "encoding"), [("答.txt", "\t", "utf-16"), ("答.csv", ";", "utf-8"), ("答.tsv", "\t", "gb18030")])
def test_a_table_in_the_ways_that_spreadsheets_write_text(name: str, between: str, encoding: str) -> None:
    filled = [[*row[:4], {"走访企业＿＿家": "41"}.get(row[2], row[4]), *row[5:]] for row in sent()]
    with Path(name).open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=between).writerows(filled)
    assert run("--answers", name).exit_code == 0
    assert "走访企业, 数: 41" in facts()


@pytest.mark.parametrize(
    ("asked", "answer", "said"),
    [("走访", "15家（含专题3家）", "只填一个数"), ("做了什么", "举办培训班2期\n举办讲座3场", "这一格里写了几行"), ("集中学习", "三次", "只填数")],
)
def test_answers_that_say_more_than_was_asked(asked: str, answer: str, said: str) -> None:
    before = facts()
    done = run("--answers", str(back(sent(), {asked: answer})))
    assert (done.exit_code, said in done.output) == (1, True), done.output
    assert facts() == before


def test_last_years_is_taken_again_in_the_words_of_forms() -> None:
    run("--answers", str(back(sent(), {"集中学习": "同去年"})))
    assert "集中学习, 数: 12, 量" in facts()
