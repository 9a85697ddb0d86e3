"""Texts set as Word files: every character but marks of layout."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.chinese.width import columns
from generator.typeset.deeds import Account, Deed
from generator.typeset.marked import word_of_markdown
from generator.typeset.plain import word_of_text
from tests.check.others import markdown, plain
from tests.check.papers import NOTICE, REPORT
from tests.typeset.made import W, characters, mendable, root, rows, set_anew, suit

DATE = datetime(2026, 1, 5, tzinfo=UTC)


def text(said: str) -> tuple[bytes, Account]:
    account = Account("稿子.txt")
    return word_of_text(said, suit().style, DATE, account), account


def marked(said: str) -> bytes:
    return word_of_markdown(said, suit().style, DATE, Account("稿子.md"))


@pytest.mark.parametrize("paper", [REPORT, NOTICE], ids=["报告", "通知"])
def test_a_text_comes_out_set(paper: tuple[tuple[str, str], ...]) -> None:
    said = plain(paper)
    after = set_anew(text(said)[0]).data
    assert rows(after) == [line.strip() for line in said.split("\n") if line.strip()]
    assert mendable(after) == set()


def test_markdown_comes_out_set() -> None:
    said = markdown(REPORT)
    after = set_anew(marked(said)).data
    bare = re.sub(r"[#*|\s]|-{3,}", "", said)
    assert characters(after) == bare
    assert mendable(after) == set()


def test_tables_and_marks_of_markdown() -> None:
    after = root(marked("# 总结\n\n## 一、做法\n\n**一是**抓好展览。\n\n- 修补古籍\n\n| 水库 | 投资 |\n|---|---|\n| 云岭 | 3\\*2 |\n"))
    assert ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in after.iter(f"{W}p")] == [
        *("总结", "", "一、做法", "", "一是抓好展览。", "", "修补古籍", ""),
        *("水库", "投资", "云岭", "3*2", ""),
    ]
    assert len(list(after.iter(f"{W}tbl"))) == 1
    assert [s.get(f"{W}val") for s in after.iter(f"{W}pStyle")][:3:2] == ["Title", "Heading1"]


def test_lines_broken_at_a_width_are_joined_and_told() -> None:
    data, account = text("全年巡查库房一百三十八次，修补古籍四十余册，办好展览，\n接待读者上万人次，没有发生一起事故。\n\n接着干。")
    assert rows(data) == ["全年巡查库房一百三十八次，修补古籍四十余册，办好展览，接待读者上万人次，没有发生一起事故。", "接着干。"]
    assert account.deeds == {Deed.WRAPPED: [1]}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from("云州市水务局。，：；（）一二、1.2（３附件\t　 年月日：\nA&<>\"'"), max_size=200))
def test_no_character_of_any_text_is_lost(said: str) -> None:
    after = set_anew(text(said)[0]).data
    assert characters(after) == re.sub(r"\s", "", said)


PARAGRAPHS = (
    "全年巡查库房一百三十八次，修补古籍四十余册，办好展览十二场，接待读者3万余人次，流动书车开进18个乡镇和26所学校，没有发生一起责任事故。",
    "一是抓好古籍保护。改造恒温库房2间，添置除湿设备16台，普查登记古籍6800余册，其中善本12册入选省级名录，3册入选国家级名录。",
    "二是抓好读者服务。延长开放时间，增设自助借还设备，全年办证4126张，外借图书19万册次，举办讲座、诵读会等活动96场。",
    "三是抓好队伍建设。组织业务培训14期，选派5名同志到省馆跟班学习，2名同志取得古籍修复师资格，1个班组获评省级青年文明号。",
)


def broken(said: str, width: int, indent: str, measure: Callable[[str], int] = columns) -> list[str]:
    """``said`` as a program breaks it that counts columns or characters."""
    lines, line = list[str](), indent
    for character in said:
        if measure(line + character) > width:
            lines.append(line)
            line = ""
        line += character
    return [*lines, line]


@pytest.mark.parametrize(
    ("width", "indent", "measure", "between"),
    [(72, "    ", columns, ""), (60, "　　", columns, "\n"), (38, "    ", len, ""), (70, "", columns, "\n")],
    ids=["columns", "columns with empty lines", "characters", "no indents"],
)
def test_texts_broken_at_any_width_are_joined(width: int, indent: str, measure: Callable[[str], int], between: str) -> None:
    blocks = ["\n".join(broken(paragraph, width, indent, measure)) for paragraph in PARAGRAPHS]
    data, account = text("青石县图书馆工作总结\n\n" + f"\n{between}".join(blocks) + "\n")
    assert rows(data) == ["青石县图书馆工作总结", *PARAGRAPHS]
    assert Deed.WRAPPED in account.deeds


def test_lines_that_are_paragraphs_stay_apart() -> None:
    said = [*PARAGRAPHS, "地点：青石县图书馆", "时间：2025年3月1日", "2025年3月2日另行通知"]
    assert rows(text("\n".join(said))[0]) == said


def test_a_line_that_closes_what_is_above_goes_on() -> None:
    assert rows(text("接待读者3万余人次\n，办好展览十二场。\n接着干。")[0]) == ["接待读者3万余人次，办好展览十二场。", "接着干。"]


def test_notes_links_and_marks_within_a_line() -> None:
    said = "# 总结\n\n修补古籍40册[^a]，见[馆网](https://example.org/x)，~~旧数~~和`a*b*c`，面积3*2*1米，*要紧*的__大事__。\n\n[^a]: 含善本。\n"
    account = Account("稿子.md")
    data = word_of_markdown(said, suit().style, DATE, account)
    assert "修补古籍40册，见馆网，旧数和a*b*c，面积3*2*1米，要紧的大事。" in rows(data)
    notes = ["".join(t.text or "" for t in note.iter(f"{W}t")).strip() for note in root(data, "word/footnotes.xml").iter(f"{W}footnote")]
    assert notes[2:] == ["含善本。"]
    assert [r.get(f"{W}id") for r in root(data).iter(f"{W}footnoteReference")] == ["1"]
    assert ["".join(i.itertext()).strip() for i in root(data).iter(f"{W}instrText")] == ['HYPERLINK "https://example.org/x"']
    assert len(list(root(data).iter(f"{W}strike"))) == 1
    assert {problem.code for problem in account.left} == {"links"}
    after = set_anew(data).data
    assert len(list(root(after).iter(f"{W}footnoteReference"))) == 1
    assert set_anew(after).data == after


def test_what_markdown_says_and_word_cannot_is_told() -> None:
    account = Account("稿子.md")
    said = "# 总结\n\n- 修补\n  - 善本\n\n![展厅](展厅.png)\n\n[^没人用]: 说明。\n\n```\n# 原样\n```\n"
    found = rows(word_of_markdown(said, suit().style, DATE, account))
    assert found == ["总结", "修补", "善本", "![展厅](展厅.png)", "# 原样", "[^没人用]: 说明。"]
    assert {problem.code for problem in account.left} == {"nested-lists", "pictures", "spare-notes"}


def test_columns_stand_where_markdown_puts_them() -> None:
    made = root(marked("# 总结\n\n| 库 | 册 | 备注 |\n|:--|:-:|--:|\n| 善本 | 12 | 省级 |\n"))
    assert [p.find(f"{W}pPr/{W}jc").get(f"{W}val") for p in made.iter(f"{W}p") if p.getparent().tag == f"{W}tc"] == ["left", "center", "right"] * 2


def test_blanks_that_place_a_line_of_a_text_place_it() -> None:
    after = set_anew(text("图书馆工作总结\n\n" + PARAGRAPHS[0] + "\n" + " " * 40 + "经手人 江月明\n此件存档。\n")[0]).data
    found = next(p for p in root(after).iter(f"{W}p") if "经手人" in "".join(p.itertext()))
    assert int(found.find(f"{W}pPr/{W}ind").get(f"{W}left")) > 4000


_BELOW = """　　今年以来，水务局上下齐心，把河湖治得更清。现将有关情况报告如下。
　　一、主要做法
　　修好管网。
　　　　　　　　　　　　　　　　云州市水务局
　　　　　　　　　　　　　　　2025年12月22日
"""


@pytest.mark.parametrize(
    "title",
    [
        "           云州市水务局关于\n        2025年防汛工作情况的报告\n",
        "　　　　　　　　　　云州市水务局\n　　　　　　　　2025年防汛工作总结\n",
        "云州市水务局关于印发\n《云州市防汛工作方案》的通知\n\n",
        "云州市水务局\n\n关于印发《云州市防汛\n工作方案》的通知\n\n",
    ],
)
def test_a_title_of_several_lines_is_one_and_whom_it_addresses_stands_flush(title: str) -> None:
    after = set_anew(text(f"{title}市人民政府：\n{_BELOW}")[0])
    found = [paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for paragraph in root(after.data).iter(f"{W}p")]  # type: ignore[union-attr]
    lines = [line.strip() for line in title.splitlines() if line.strip()]
    assert found[: len(lines)] == ["Title"] * len(lines)
    assert found[len(lines) + 1] == "NigaoAddressee"
    assert mendable(after.data) == set()


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("---\ntitle: 工作总结\nauthor: 王五\n---\n\n## 一、做法\n", ["工作总结", "一、做法"]),
        ("---\ntitle: 别的\ntags:\n  - 水\n---\n\n# 工作总结\n\n## 一、做法\n", ["工作总结", "一、做法"]),
        ("---\ntitle: 别的\n---\n工作总结\n====\n\n一、做法\n----\n", ["工作总结", "一、做法"]),
        ("---\n\n# 工作总结\n\n---\n\n抓好展览：如下。\n", ["工作总结", "抓好展览：如下。"]),
        ("# 工作总结\n\n抓好展览。\n---\n接着干。\n", ["工作总结", "抓好展览。", "接着干。"]),
        ("# 工作总结\n\n- 办好展览\n---\n接着干。\n", ["工作总结", "办好展览", "接着干。"]),
        ("# 工作总结\n\n办好展览\\\n接着干\\\n", ["工作总结", "办好展览", "接着干\\"]),
        ("# 工作总结\n\n- [ ] 未办\n- [x] 已办\n- [链接]\n", ["工作总结", "□未办", "☑已办", "[链接]"]),
    ],
)
def test_what_markdown_says_with_lines_and_boxes(said: str, wanted: list[str]) -> None:
    assert rows(set_anew(marked(said)).data) == wanted


def test_headings_underlined_are_as_deep_as_their_line_says() -> None:
    after = root(marked("工作总结\n====\n\n一、做法\n----\n\n抓好展览。\n"))
    assert [s.get(f"{W}val") for s in after.iter(f"{W}pStyle")] == ["Title", "NigaoBody", "Heading1", "NigaoBody", "NigaoBody", "NigaoBody"]
