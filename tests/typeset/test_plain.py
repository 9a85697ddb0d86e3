"""Texts set as Word files: every character but marks of layout."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.sampled_from("云州市水务局。，：；（）一二、1.2（３附件\t　 年月日：\nA&<>\"'"), max_size=200))
def test_no_character_of_any_text_is_lost(said: str) -> None:
    after = set_anew(text(said)[0]).data
    assert characters(after) == re.sub(r"\s", "", said)
