"""Marks and units that a reader stumbles over are told where they stand; what is right is left alone."""

from __future__ import annotations

import pytest

from generator.facts.load import load_facts
from generator.problems import Severity, Source

HEAD = "文种: 年度总结\n单位: {全称: 云州市水务局}\n做法:\n  - 主题: 甲\n    事实:\n"

# The value as the file has it, and what is told of it: column and code.
TOLD = [
    ("- 营收↑12%", "11 arrow"),
    ("- 投资6.1亿", "14 no-unit"),
    ("- 投资6.1亿，合3.2万", "14 no-unit, 20 no-unit"),
    ("- 用时18min，行程5 km", "13 unit, 21 unit"),
    ("- 绿地30㎡", "13 unit"),
    ("- 开展  活动3次", "11 spaces"),
    ("- 开展　　活动3次", "11 spaces"),
    ("- 建成A,B两站", "12 comma"),
    ("- 3,4月份活动", "10 comma"),
    ("- 阿里.买买提到会", "11 point"),
    ("- 等...", "10 ellipsis"),
    ("- 任务--完成", "11 dash"),
    ("- Ａ级景区", "9 wide-letters"),
    ('- 屏幕15"两块', "13 quote-alone"),
    ("- “三会一课落实", "9 quote-alone"),
    ('- "营收↑12%"', "12 arrow"),
    ("- {做了: 营收↑, 数: 3, 量: 次}", "16 arrow"),
    ("- {做了: 跑步, 数: 5, 量: km}", "27 unit"),
    ("- 排查水\u200b库3座", "12 unseen"),
    ("- 组织人员排查水\u00ad库3座", "16 unseen"),
    ("- 排查\u202e水库3座", "11 unseen"),
    ("- 排查\ue123水库3座", "11 own-signs"),
    ("- 排查<b>水库</b>3座", "11 markup, 16 markup"),
    ('- "**排查**水库3座"', "10 markup"),
    ("- 排查&nbsp;水库3座", "11 markup"),
    ("- 排查水库|修缮泵站3座", "13 bar"),
    ('- "“”"', "9 no-words"),
    ('- "。"', "9 no-words"),
    ("- {做了: 排查水库, 数: 0x1F, 量: 座}", "23 odd-figure"),
    ("- {做了: 排查水库, 数: 1e6, 量: 座}", "23 odd-figure"),
    ("- {做了: 排查水库, 数: 1_000, 量: 座}", "23 odd-figure"),
    ("- {做了: 排查水库, 数: -3, 量: 座}", "23 odd-figure"),
    ("- {做了: 排查水库, 数: 012, 量: 座}", "23 odd-figure"),
    ("- {做了: 增收, 数: +3, 量: 万元}", "21 odd-figure"),
    ("- {做了: 增收, 数: .5, 量: 万元}", "21 odd-figure"),
    ("- null", "9 no-words"),
    ("- NaN", "9 no-words"),
    ("- -检查3次", "9 item-sign"),
    ("- · 检查3次", "9 item-sign"),
    ("- ★检查3次", "9 item-sign"),
    ("- {做了: 检查, 数: 3, 量: ⼾}", "27 foreign-forms"),
    ("- + 检查3次", "9 item-sign"),
    ("- 1. 检查3次", "9 item-sign"),
    ("- （1）检查3次", "9 item-sign"),
    ("- ✅检查3次", "9 emoji"),
    ("- 检查3次\n        培训2次", "13 run-on"),
]
RIGHT = [
    "- 投资6.1亿元、参加1,246人次，占98.6%",
    "- 比例1:3，用时12:30，第2.0版",
    "- 甲——乙，2023—2025年，等……",
    "- 甲 乙两家，5G基站3座",
    "- {做了: 投入资金, 数: 6.1亿, 量: 元}",
    "- {做了: 排查水库, 数: 0, 量: 座}",
    "- {做了: 下降, 数: 0.5, 量: 个百分点}",
    "- {做了: 排查水库, 数: 约1，200余, 量: 座}",
    "- 待补",
    "- 1.5亿元投到3、4月份",
    "- 检查水库3座，\n        培训2次",
    '- 落实“一岗双责”和"三会一课"，3次,4个;5家',
]


def told(value: str) -> str:
    hints = load_facts(Source("f", f"{HEAD}      {value}\n")).hints
    assert all(h.severity is Severity.HINT and h.place.line == 6 for h in hints)
    return ", ".join(f"{h.place.column} {h.code}" for h in hints)


@pytest.mark.parametrize(("value", "expected"), TOLD)
def test_told(value: str, expected: str) -> None:
    assert told(value) == expected


@pytest.mark.parametrize("value", RIGHT)
def test_right(value: str) -> None:
    assert told(value) == ""


def test_lines_of_a_block_are_told_at_their_own() -> None:
    hints = load_facts(Source("f", f"{HEAD}      - 查3次\n结语: |\n  一，↑\n  二\n")).hints
    assert [(h.place.line, h.place.column) for h in hints] == [(8, 5)]


def test_what_is_never_printed_is_left_alone() -> None:
    assert told("- {做了: 甲, 来源: 综合科↑, 备注: 投资6.1亿}") == ""


def test_what_parts_the_cells_of_a_row_is_no_mark() -> None:
    table = "附件:\n  - 名称: 表\n    表格:\n      - 序号｜水库\n      - 1｜云岭↑\n"
    hints = load_facts(Source("f", f"{HEAD}      - 查3次\n{table}")).hints
    assert [(h.place.line, h.code) for h in hints] == [(11, "arrow")]


def test_a_bar_that_parts_no_cells_is_told() -> None:
    table = "附件:\n  - 名称: 表\n    表格: [序号|水库, 1|云岭]\n"
    hints = load_facts(Source("f", f"{HEAD}      - 查3次\n{table}")).hints
    assert [h.code for h in hints] == ["cell-bar"] * 2
