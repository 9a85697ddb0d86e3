"""One more entry in a list of a facts file: where it goes, and that nothing else changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.asking import another
from generator.facts.fill import filled
from generator.facts.growing import growing, touched
from generator.facts.reread import Refused
from generator.facts.steps import Asker
from generator.facts.wanted import Wanted
from generator.problems import Source

WANTED = Wanted("年度总结", frozenset({"做法", "问题", "打算"}))
ASKER = Asker(("年度总结",), lambda _: WANTED)
TEXT = """\
文种: 年度总结
单位: {全称: 云州市水务局}
做法:
  - 主题: 防汛
    要点:
      - 事项: 备足物资
        事实:
          # - {做了: 储备编织袋, 数: 待补, 量: 条}  # 3 份报告写到
          # - 检修泵站待补座  # 2 份报告写到
          # - 待补                          # 别的事实
      # - 待补                              # 还抓了哪件事？
      - 事项: 巡查堤防
        举措: [逐段编号]
        事实:
          - 巡堤12次   # 汛期
          - {做了: 排险, 数: 3, 量: 处}
  - 主题: 供水   # 末一块
    事实:
      - 换管9公里
问题:
  - 表现: 泵站老旧
    # 原因: 待补                            # 为什么？
打算:
  - 换泵
"""


def grown(text: str, path: str, answer: str) -> str | Refused:
    source = Source("f", text)
    place = next(g for g in growing(source) if g.path == path)
    return filled(source, ASKER.read(source), place.gap, answer, ASKER.read)


@pytest.mark.parametrize(
    ("path", "answer", "behind", "line"),
    [
        ("做法[0].要点[0].事实", "备石料5方", "        事实:\n", "          - 备石料5方\n"),
        ("做法[0].要点[1].事实", "备石料5方", "数: 3, 量: 处}\n", "          - 备石料5方\n"),
        ("做法[1].事实", "通水6村", "      - 换管9公里\n", "      - 通水6村\n"),
        ("做法[0].要点", "转移群众", "数: 3, 量: 处}\n", "      - 事项: 转移群众\n"),
        ("做法", "节水", "      - 换管9公里\n", "  - 主题: 节水\n    要点:\n      - 事项: 待补\n"),
        ("问题", "人手偏少", "# 为什么？\n", "  - 人手偏少\n"),
        ("打算", "修堤", "  - 换泵\n", "  - 修堤\n"),
    ],
)
def test_the_entry_stands_behind_the_last_one(path: str, answer: str, behind: str, line: str) -> None:
    head, tail = TEXT.split(behind, 1)
    assert grown(TEXT, path, answer) == f"{head}{behind}{line}{tail}"


def test_a_point_without_facts_gets_the_key_too() -> None:
    made = grown(TEXT, "做法[0].要点", "转移群众")
    assert isinstance(made, str)
    assert "      - 事项: 转移群众\n        事实:\n          - 转移300人\n" in str(grown(made, "做法[0].要点[2].事实", "转移300人"))


def test_a_list_in_brackets_is_whole() -> None:
    text = TEXT.replace("打算:\n  - 换泵\n", "打算: [换泵]\n").replace("    事实:\n      - 换管9公里\n", "    事实: [换管9公里]\n")
    assert {"打算", "做法[1].事实"}.isdisjoint(g.path for g in growing(Source("f", text)))
    assert list(growing(Source("f", "{文种: 年度总结, 做法: [{主题: 甲}]}"))) == []


def test_what_reports_usually_give_is_shown_in_plain_words_with_its_measure_once() -> None:
    first = next(growing(Source("f", TEXT)))
    assert another(first, first.usual) == "这一点做了什么，多少？（没有了按回车）\n  常写的：储备编织袋＿＿条；检修泵站＿＿座"


@pytest.mark.parametrize(
    ("path", "lists"),
    [
        ("做法[2].要点[1].事实[0]", {"做法", "做法[2].要点", "做法[2].要点[1].事实"}),
        ("做法[2].事实[0]", {"做法", "做法[2].要点", "做法[2].事实"}),
        ("做法[2].主题", {"做法", "做法[2].要点", "做法[2].事实"}),
        ("问题[0].表现", {"问题"}),
        ("打算[3].举措[0]", {"打算"}),
        ("单位.全称", set()),
    ],
)
def test_lists_that_an_answer_speaks_for(path: str, lists: set[str]) -> None:
    assert touched(path) == lists


def test_another_is_asked_for_only_where_nothing_of_the_part_is_open() -> None:
    source = Source("f", TEXT.replace("表现: 泵站老旧", "表现: 待补").replace("- 巡堤12次", "- 巡堤待补次"))
    lively = {"做法[0].要点[1].事实", "做法[0].要点"}
    first = ASKER.next(source, (), lively)
    assert first is not None
    assert first.another is None  # 巡堤待补次 comes first
    asked = ASKER.next(source, {first.id}, lively)
    assert asked is not None
    assert asked.another is not None
    assert asked.another.path == "做法[0].要点[1].事实"
    after = ASKER.next(source, {first.id, asked.id}, lively)
    assert after is not None
    assert after.another is not None
    assert after.another.path == "做法[0].要点"


@settings(max_examples=40, deadline=None)
@given(st.sampled_from([g.path for g in growing(Source("f", TEXT))]), st.text("甲乙12: #-{}[]'\"《》，。？x", min_size=1, max_size=8))
def test_whatever_is_typed_is_one_more_entry_or_nothing(path: str, answer: str) -> None:
    made = grown(TEXT, path, answer)
    if isinstance(made, str):
        before, after = TEXT.split("\n"), made.split("\n")
        at = next(n for n, (old, new) in enumerate(zip(before, after, strict=False)) if old != new)
        added = len(after) - len(before)
        assert before == [*after[:at], *after[at + added :]]
