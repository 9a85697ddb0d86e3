"""A table of units × facts: what it says of each unit, what is told of its slips, and that an empty one asks for what a filled one answers."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from xlsxwriter.utility import xl_rowcol_to_cell

from generator.bank.bank import Bank
from generator.cli import shelf
from generator.cli.wanted import wanted
from generator.facts.load import load_facts
from generator.limits import WORKBOOK_BYTES
from generator.problems import Faults, Source
from generator.report import plain
from generator.sheet.blank import ABOUT_LINES, BLANK, pages_like, usual_pages
from generator.sheet.book import read_csv, read_xlsx, write_csv, write_xlsx
from generator.sheet.grid import Grid, cell_name
from generator.sheet.units import UnitFacts, units_of
from tests.conftest import EXAMPLES
from tests.reading.word_made import zipped

TABLE = """\
板块,单位,,,政治建设,,,问题,打算
事项,文种,时段,字数,第一议题,,请示报告,问题1,打算1
做了,,,,落实“第一议题”学习,研究{数}重大事项,写整句,,
量,,,,次,项,,,
云州市水务局,年度总结,2025年,1400,21,约30,修订《规则》,记录不规范,办好党课
云州市教育局,,,,待补,,"向市委报告6件
报送信息8篇",,
"""

WATER = """\
文种: 年度总结
单位:
  全称: 云州市水务局
时段: 2025年
字数: '1400'
做法:
- 主题: 政治建设
  要点:
  - 事项: 第一议题
    事实:
    - 做了: 落实“第一议题”学习
      数: '21'
      量: 次
    - 做了: 研究{数}重大事项
      数: 约30
      量: 项
  - 事项: 请示报告
    事实:
    - 修订《规则》
问题:
- 记录不规范
打算:
- 办好党课
"""

EDUCATION = """\
文种: 年度总结
单位:
  全称: 云州市教育局
时段: 2025年
做法:
- 主题: 政治建设
  要点:
  - 事项: 第一议题
    事实:
    - 做了: 落实“第一议题”学习
      数: 待补
      量: 次
  - 事项: 请示报告
    事实:
    - 向市委报告6件
    - 报送信息8篇
"""


def units(text: str) -> tuple[UnitFacts, ...]:
    return units_of(read_csv(Source("表.csv", text)))


def test_a_row_is_a_facts_file() -> None:
    assert [unit.text for unit in units(TABLE)] == [WATER, EDUCATION]
    for unit in units(TABLE):
        load_facts(Source(unit.unit, unit.text), ["年度总结"])


def test_a_fault_is_told_at_its_cell() -> None:
    (unit, _) = units(TABLE.replace("2025年,1400", "2025年,一千四"))
    with pytest.raises(Faults) as raised:
        load_facts(Source(unit.unit, unit.text), ["年度总结"])
    (problem,) = raised.value.problems
    assert str(unit.at_home(problem).place) == "表.csv D5"


@pytest.mark.parametrize(
    ("slip", "mended", "code", "place"),
    [
        ("文种,时段,字数", "文种,时斷,字数", "unknown-key", "表.csv C1"),
        ("云州市教育局", "云州市水务局", "unit-twice", "表.csv A6"),
        ("云州市教育局", "", "no-unit", "表.csv A6"),
        ("云州市教育局", "合 计", "not-a-unit", "表.csv A6"),
        ("云州市教育局", "填表人：江月明", "not-a-unit", "表.csv A6"),
    ],
)
def test_slips_of_the_table(slip: str, mended: str, code: str, place: str) -> None:
    with pytest.raises(Faults) as raised:
        units(TABLE.replace(slip, mended))
    assert [(p.code, str(p.place)) for p in raised.value.problems] == [(code, place)]


LAID_OUT = {
    "a title and a note above": "2025年情况汇总表\n单位：次、项\n" + TABLE,
    "rows numbered": "".join(f"{'序号' if n < 4 else n},{line}\n" for n, line in enumerate(TABLE.replace("6件\n", "6件↵").splitlines())).replace(
        "6件↵", "6件\n"
    ),
    "numbered in a merged cell": "".join(
        f"{'序号' if not n else ''},{line}\n" for n, line in enumerate(TABLE.replace("6件\n", "6件↵").splitlines())
    ).replace("6件↵", "6件\n"),
    "labels spread": TABLE.replace("板块,", "板　块,").replace("\n量,", "\n 量,"),
    "tabs": TABLE.replace(",", "\t"),
    "semicolons": TABLE.replace(",", ";"),
    "rows left empty": TABLE.replace("事项,文种", ",,,\n事项,文种").replace("云州市水务局,", ",,\n\n云州市水务局,"),
    "nothing said in words": TABLE.replace("市水务局,年度总结", "市水务局,年度总结").replace('6件\n报送信息8篇",,', '6件\n报送信息8篇",无,—'),
}


@pytest.mark.parametrize("laid_out", LAID_OUT)
def test_tables_as_people_lay_them_out(laid_out: str) -> None:
    assert [unit.text for unit in units(LAID_OUT[laid_out])] == [WATER, EDUCATION]


@pytest.mark.parametrize("text", ["", "甲,乙\n丙,丁\n", "全称,文种\n"])
def test_a_table_without_units(text: str) -> None:
    with pytest.raises(Faults) as raised:
        units(text)
    assert [p.code for p in raised.value.problems] == ["no-units"]


def workbook(pages: dict[str, list[list[Any]]]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "yyyy-mm-dd"}) as book:
        for name, rows in pages.items():
            page = book.add_worksheet(name)
            for r, row in enumerate(rows):
                for c, value in enumerate(row):
                    page.write(r, c, value)
    return out.getvalue()


def test_a_workbook_has_a_page_a_block() -> None:
    pages = {
        "说明": [["随便写"]],
        "单位": [["全称", "文种", "成文日期"], ["云州市水务局", "年度总结", datetime(2025, 12, 19)]],
        "政治建设": [["事项", "第一议题"], ["做了", "学习"], ["量", "次"], ["云州市水务局", 21]],
    }
    (unit,) = units_of(read_xlsx("表.xlsx", workbook(pages)))
    assert "成文日期: '2025-12-19'\n" in unit.text
    assert "数: '21'\n" in unit.text
    assert unit.problems == ()
    pages["政治建设"][-1][0] = "云州市水物局"
    with pytest.raises(Faults, match="是不是“云州市水务局”"):
        units_of(read_xlsx("表.xlsx", workbook(pages)))


@pytest.mark.parametrize(("measure", "value", "odd"), [("%", 0.95, True), ("万元", 0.5, False), ("次", date(2025, 3, 5), True), ("次", True, True)])
def test_what_a_spreadsheet_made_of_a_number_is_told(measure: str, value: Any, odd: bool) -> None:
    pages = {
        "单位": [["全称", "文种"], ["云州市水务局", "年度总结"]],
        "政治建设": [["事项", "甲"], ["做了", "学习"], ["量", measure], ["云州市水务局", value]],
    }
    (unit,) = units_of(read_xlsx("表.xlsx", workbook(pages)))
    assert [str(p.place) for p in unit.problems] == (["表.xlsx 政治建设!B4"] if odd else [])


@pytest.mark.parametrize("far", [(1_048_575, 16_383), (9_999, 999), (200_000, 20)])
def test_a_cell_far_out_is_told_before_room_is_made_for_all_up_to_it(far: tuple[int, int]) -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("单位")
        page.write(0, 0, "全称")
        page.write(*far, "甲")
    with pytest.raises(Faults) as raised:
        read_xlsx("表.xlsx", out.getvalue())
    assert [p.message for p in raised.value.problems] == [f"有一页写到了第 {far[0] + 1} 行、第 {far[1] + 1} 列，多半是远处留了一个字"]


def test_a_long_page_is_read() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet("单位")
        for row, text in ((0, "全称"), (99_999, "云州市水务局")):
            page.write(row, 0, text)
    (grid,) = read_xlsx("表.xlsx", out.getvalue())
    assert [row[0].text for row in grid.rows] == ["云州市水务局"]


def test_a_workbook_of_the_binary_kind_or_too_big_is_told() -> None:
    for parts, said in (({"xl/worksheets/sheet1.bin": b"x"}, "二进制"), ({"xl/media/图.bmp": bytes(WORKBOOK_BYTES + 1)}, "解开来超过")):
        with pytest.raises(Faults) as raised:
            read_xlsx("表.xlsx", zipped(parts))
        assert said in raised.value.problems[0].message


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", "不是表".encode()])
def test_what_is_no_workbook(data: bytes) -> None:
    with pytest.raises(Faults, match="不是能读的工作簿"):
        read_xlsx("表.xlsx", data)


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_cells_are_named_as_spreadsheets_name_them(row: int, column: int) -> None:
    assert cell_name(row + 1, column + 1) == xl_rowcol_to_cell(row, column)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_table_like_a_facts_file_asks_for_its_numbers(example: Any) -> None:
    facts, _ = shelf.facts(example)
    pages = pages_like(facts, wanted(shelf.template(facts.kind)))
    counted = [(plain(fact.number), plain(fact.measure)) for p in facts.practices for i in p.items for fact in i.facts if fact.measure]
    asked = [measure for _, rows in pages[1:] if len(rows) == 3 for measure in rows[2][1:] if measure]
    assert asked == [measure for _, measure in counted]


def test_both_formats_of_an_empty_table_have_the_same_columns(bank: Bank) -> None:
    pages = usual_pages(wanted(shelf.template("年度总结")), bank)
    book = read_xlsx("表.xlsx", write_xlsx(ABOUT_LINES, pages, {"文种": ["年度总结"]}, BLANK))
    (flat,) = read_csv(Source("表.csv", write_csv(pages).decode("utf-8-sig")))

    def told(grids: tuple[Grid, ...]) -> list[tuple[str, str, str, str]]:
        return [(c.block, c.matter, c.done, c.measure) for grid in grids for c in grid.columns[1:]]

    assert told(book) == told((flat,))
    assert write_xlsx(ABOUT_LINES, pages, {}, BLANK) == write_xlsx(ABOUT_LINES, pages, {}, BLANK)


def test_cells_where_no_head_reaches_are_told_where_they_are() -> None:
    with pytest.raises(Faults) as caught:
        units_of(read_csv(Source("表.csv", "板块,单位\n事项,文种\n云州市水务局,年度总结,水务\n")))
    assert [(p.code, str(p.place)) for p in caught.value.problems] == [("unknown-key", "表.csv C3")]


def test_a_workbook_whose_pages_cannot_be_unpacked_is_told() -> None:
    whole = zipped({"xl/worksheets/sheet1.xml": b"<worksheet/>" * 100})
    at = whole.index(b"sheet1.xml") + len(b"sheet1.xml")
    with pytest.raises(Faults) as caught:
        read_xlsx("表.xlsx", whole[:at] + b"\xff" * 8 + whole[at + 8 :])
    assert [p.code for p in caught.value.problems] == ["not-workbook"]
