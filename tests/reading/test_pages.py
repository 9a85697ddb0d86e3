"""Reports as web pages and archives give them: chrome, licences, glossaries, chapters without numbers, roles by order."""

from __future__ import annotations

import time

import pytest

from generator.reading.headings import chapter_roles
from generator.reading.text import read_text
from generator.report import Report, plain, walk

PAGE = """下载
打印
【字号：
加大
】
来源：
云州日报客户端
发表时间：
2031-02-09 09:45:30
2031年云州市物候工作报告
云州日报记者 方小雨摄
各位代表：
现在，我向大会报告物候工作，请予审议。
2030年工作回顾
站网不断加密。花期预报准确率达到九成。
同时也要看到，站点老化问题突出。人手还不足。
2031年重点工作
今年抓好三件事。
（一）建强站网
更新老站点。
各位代表！让我们更加紧密地团结起来，守好云州四季。
名词解释
1.样带：观测用的一条地。
2.物候：一年里花开雁来的时令。
3.本底：没有扰动时的数值。
4.花期：开花的日子。
5.雁讯：大雁来去的日子。
相关报道：
"""


def _said(report: Report) -> str:
    blocks = "".join(plain(b.inlines) for s in walk(report.sections) for b in s.blocks)
    return plain(report.title) + "".join(plain(p.inlines) for p in (*report.lead, *report.closing)) + blocks


def test_a_page_gives_the_report_alone() -> None:
    report, _ = read_text("页", PAGE)
    assert plain(report.title) == "2031年云州市物候工作报告"
    said = _said(report)
    assert not any(chrome in said for chrome in ("下载", "字号", "客户端", "09:45", "摄", "相关报道", "雁讯：", "名词解释"))
    assert plain(report.closing[-1].inlines).startswith("各位代表！让我们")


def test_chapters_without_numbers() -> None:
    report, _ = read_text("页", PAGE)
    assert [(s.level, s.number, plain(s.title), sorted(map(str, s.roles))) for s in walk(report.sections)] == [
        (1, "", "2030年工作回顾", ["做法"]),
        (1, "", "2031年重点工作", ["打算"]),
        (2, "（一）", "建强站网", ["打算"]),
    ]


def test_numbers_that_start_again_under_chapters() -> None:
    report, _ = read_text("页", "2030年工作回顾\n一、站网\n建站九处。\n2031年工作任务\n一、学习\n办班三期。\n")
    assert [(s.level, plain(s.title)) for s in walk(report.sections)] == [(1, "2030年工作回顾"), (2, "站网"), (1, "2031年工作任务"), (2, "学习")]


@pytest.mark.parametrize(
    ("titles", "roles"),
    [
        (["2030年工作回顾", "加密站网", "办好讲堂"], ["做法", "打算", "打算"]),
        (["工作回顾", "存在问题", "办好讲堂"], ["做法", "问题", "打算"]),
        (["工作情况", "加密站网"], ["做法", ""]),
        (["五年成就", "发展成就和今后五年主要目标任务"], ["成效", "成效打算"]),
    ],
)
def test_what_follows_a_look_back_looks_ahead(titles: list[str], roles: list[str]) -> None:
    assert ["".join(sorted(map(str, found), key="做法成效问题打算".index)) for found in chapter_roles(titles)] == roles


def test_paragraphs_glued_by_mixed_blanks() -> None:
    report, _ = read_text("页", "一、工作回顾　　建站九处。  \t　　二、工作打算　　再建九处。")
    assert [plain(s.title) for s in report.sections] == ["工作回顾", "工作打算"]


@pytest.mark.parametrize(
    "line", ["打印" + " " * 20_000 + "x", "大" + " " * 20_000 + "x", "来源：" * 60 + "。", "打印关闭 " * 4_000 + "x", "字号：" + " " * 9_000]
)
def test_a_line_that_is_nearly_a_button_is_read_in_time(line: str) -> None:
    """Patterns of blanks beside blanks took hours for a few thousand of them."""
    started = time.perf_counter()
    read_text("页", f"云州市物候局工作总结\n一、做法\n巡查12次。\n{line}")
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "line", ["【打印】【关闭】 【字体：大 中 小】", "大 | 中 | 小", "打印 | 关闭", "打印本页　关闭窗口", "来源：市物候局 作者：云岭 阅读：9"]
)
def test_buttons_in_a_row_are_no_text(line: str) -> None:
    report, _ = read_text("页", f"云州市物候局工作总结\n{line}\n一、做法\n巡查12次。")
    assert not report.lead
