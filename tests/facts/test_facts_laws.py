"""Laws of the facts loader: it fails only with located faults, loses no word, and normalising twice is normalising once."""

from __future__ import annotations

import re
import string

import pytest
from facts_text import inlines_of
from hypothesis import example, given
from hypothesis import strategies as st

from generator.facts.load import load_facts
from generator.facts.normalise import normalise
from generator.problems import Faults, Place, Source
from generator.report import Blank, OriginKind, plain
from generator.yamlfile import dump

HEAD = "文种: 年度总结\n单位: {全称: 云州市水务局}\n做法:\n"
SIGNS = st.text(alphabet=list("：:，,、-—*&!%@>|#'\"“”[]{}()（） \t\n\r\u00a0\u3000\u2028\x00×Xx？?_\\1２年次甲乙数量"), max_size=80)
LINES = st.lists(
    st.sampled_from(
        [
            "文种: 年度总结",
            "做法:",
            "  - 主题: 甲",
            "    要点:",
            "      - 乙",
            "  - {做了: 甲, 数: 3",
            "\t事项：丙",
            "'丁",
            '  "戊',
            "单位: {",
            "}",
            "]",
            "---",
            "  - |",
            "&a *a",
            "? x",
            "!t 3",
        ]
    )
).map("\n".join)


@given(st.one_of(SIGNS, SIGNS.map(lambda s: HEAD + s), LINES, st.text()))
@example("[" * 5000)
@example("a: &x [*x]")
@example("\ud800")
def test_loading_raises_nothing_but_faults(text: str) -> None:
    lines = [*re.split("\r\n?|\n", text.removeprefix("\ufeff")), ""]
    for place in places(text):
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def places(text: str) -> list[Place]:
    """Where the faults of ``text`` are; none where it has none."""
    try:
        load_facts(Source("f", text))
    except Faults as faults:
        return [problem.place for problem in faults.problems]
    return []


TYPED = (
    "完成3项(含续建),共12处 → 完成3项（含续建），共12处",
    "（含夜间)4处 → （含夜间）4处",
    "(含夜间）4处 → （含夜间）4处",
    "投入1，200万元 → 投入1,200万元",
    "１２，３４５人 → 12,345人",
    "１2，345人 → 12,345人",
    "举办\"我说'水'\"3期 → 举办“我说‘水’”3期",
    "举办'水务,你我他'讲坛3期 → 举办“水务，你我他”讲坛3期",
    "跑5'30''，配I'M型泵 → 跑5'30''，配I'M型泵",
    "3，4月 → 3，4月",
    "投入1，2000元 → 投入1，2000元",
    "满意率98%,居首 → 满意率98%，居首",
    "9:30 → 9:30",
    "通过ISO9001:2015认证 → 通过ISO9001:2015认证",
    "PM2.5,下降3% → PM2.5，下降3%",
    "气温-3℃,结冰 → 气温-3℃，结冰",
    "（1)抓学习 → （1）抓学习",
    "1)抓学习 → 1)抓学习",
)
"""What a clerk types, and what stands for it."""


@pytest.mark.parametrize("case", TYPED)
def test_stops(case: str) -> None:
    typed, printed = case.split(" → ")
    assert normalise(typed) == printed


@given(st.text(alphabet=st.one_of(st.sampled_from("甲乙，：()\"?,:; \n１2“”'"), st.characters(exclude_categories=["Cs"]))), st.booleans())
def test_normalising_twice_changes_nothing_more(text: str, folded: bool) -> None:
    once = normalise(text, folded)
    assert normalise(once, folded) == once


WORDS = st.text(alphabet="甲乙丙丁戊：，《》“”:#-{}'\"&*%>|12.", min_size=1, max_size=12).filter(
    lambda s: "**" not in s and not re.search(r"\*(?=[%年月日])|\{数\}", s)
)


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A facts file as YAML text, and the texts of its facts in order."""
    said: list[str] = []

    def words() -> str:
        said.append(draw(WORDS))
        return said[-1]

    items = [
        {"事项": words(), "举措": [words()], "事实": [words(), {"做了": words(), "数": str(draw(st.integers(1, 9999)))}]}
        for _ in range(draw(st.integers(1, 3)))
    ]
    values = {"文种": "年度总结", "单位": {"全称": "云州市水务局"}, "做法": [{"主题": "甲", "要点": items}], "问题": [words()], "打算": [words()]}
    return dump(values), said


@given(files())
def test_every_word_of_the_file_stands_in_the_facts(file: tuple[str, list[str]]) -> None:
    text, said = file
    facts = load_facts(Source("f", text))
    found = "\n".join(i.text for i in inlines_of(facts))
    at = 0
    for words in said:
        at = found.index(normalise(words), at) + len(normalise(words))


@given(files(), st.sampled_from(["\r\n", "\r"]), st.booleans())
def test_line_ends_and_byte_order_mark_change_nothing(file: tuple[str, list[str]], end: str, mark: bool) -> None:
    text = file[0]
    other = ("\ufeff" if mark else "") + text.replace("\n", end)
    assert load_facts(Source("f", other)) == load_facts(Source("f", text))


@given(st.text(alphabet="甲乙×X*N_待补？（） 次年1a", max_size=12))
def test_blanks_and_words_make_up_the_value(value: str) -> None:
    file = HEAD + "  - 主题: 甲\n    事实: ['" + value + "']\n"
    fact = load_facts(Source("f", file)).practices[0].items[0].facts[0]
    assert "".join(i.written if isinstance(i, Blank) else i.text for i in fact.done) == normalise(value)
    assert all(i.origin and i.origin.line == 5 and i.origin.path == fact.path for i in fact.done)
    assert all((i.origin and i.origin.kind is OriginKind.BLANK) == isinstance(i, Blank) for i in fact.done)


@given(st.text(alphabet=string.ascii_letters + "0123456789×*", max_size=8))
def test_words_in_quotes_of_a_backslash_stay(value: str) -> None:
    file = HEAD + "  - 主题: 甲\n    事实: ['\\××" + value.strip("×*Xx_N") + "丁']\n"
    assert plain(load_facts(Source("f", file)).practices[0].items[0].facts[0].done).startswith("××")


STOPS = {
    "到位率100%.下步加密": "到位率100%。下步加密",
    "到位率100%. 下步加密": "到位率100%。下步加密",
    "巡查36次.下步加密": "巡查36次。下步加密",
    "更换管道36公里.完成": "更换管道36公里。完成",
    "气温35℃.全市": "气温35℃。全市",
    "落实“三会一课”.下步": "落实“三会一课”。下步",
    "1.项目建设": "1.项目建设",
    "第1章.概述": "第1章.概述",
    "第12章.概述": "第12章.概述",
    "一.主要做法": "一.主要做法",
    "附件1.清单": "附件1.清单",
    "表彰阿依古丽.买买提": "表彰阿依古丽.买买提",
    "占9.6%，3.5万元": "占9.6%，3.5万元",
    "网址为www.水务.cn": "网址为www.水务.cn",
}


def test_which_stops_between_chinese_are_of_full_width() -> None:
    assert {text: normalise(text) for text in STOPS} == STOPS
