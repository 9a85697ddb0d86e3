"""Search: all words, any order, near misses; difference and figures of banks."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bank.diff import difference
from generator.bank.files import load_phrases
from generator.bank.phrase import Kind, Layer, Nature, Phrase
from generator.bank.search import Query, errors_allowed, find, search
from generator.bank.stats import stats
from generator.problems import Source
from generator.report import Move

ROWS = """\
- {说法: 压实防汛责任, 主题: 应急, 语步: 举措, 支持: 2}
- {说法: 层层传导责任压力, 主题: 应急, 语步: 打算}
- {说法: "巡查水库{次数}次", 类: 句式, 性质: 事实, 主题: 应急, 语步: 举措}
- {说法: 办好云岭讲堂, 主题: 学习, 语步: 举措, 起: 2021-03, 止: 2022-06}
"""


def phrases(text: str = ROWS) -> list[Phrase]:
    return load_phrases(Source("用语.yaml", text), Layer.USER)


def found(query: Query) -> list[str]:
    return [h.phrase.text for h in search(phrases(), query)]


def test_all_words_in_any_order_most_supported_first() -> None:
    assert found(Query(("责任", "压"))) == found(Query(("压", "责任"))) == ["压实防汛责任", "层层传导责任压力"]
    assert found(Query(("责任", "讲堂"))) == []


@pytest.mark.parametrize(("word", "text", "errors", "span"), [
    ("防汛责任", "压实防汛责任", 0, (2, 6)),
    ("防讯责任", "压实防汛责任", 1, (2, 6)),
    ("压实责任", "压实防汛责任", 2, None),
    ("云岭堂", "办好云岭讲堂", 1, (2, 6)),
    ("云岭大讲堂", "办好云岭讲堂", 1, (2, 6)),
    ("汛", "压实防讯责任", 1, None),
])  # fmt: skip
def test_near_misses(word: str, text: str, errors: int, span: tuple[int, int] | None) -> None:
    assert find(word, text) == (None if span is None else (errors, span))


@given(st.text("甲乙丙丁", max_size=8), st.text("甲乙丙丁", max_size=8), st.text("甲乙丙丁", min_size=1, max_size=8))
def test_what_stands_there_is_found_as_it_stands(before: str, after: str, word: str) -> None:
    assert find(word, before + word + after) == (0, ((before + word + after).index(word), (before + word + after).index(word) + len(word)))


@given(st.text("甲乙丙", max_size=9), st.text("甲乙丙", min_size=1, max_size=7))
def test_errors_are_counted_as_they_would_be_by_hand(text: str, word: str) -> None:
    least = min(_distance(word, text[start:end]) for end in range(len(text) + 1) for start in range(end + 1))
    found = find(word, text)
    assert (found and found[0]) == (least if least <= errors_allowed(word) and least < len(word) else None)


@cache
def _distance(a: str, b: str) -> int:
    if not a or not b:
        return len(a) + len(b)
    return min(_distance(a[1:], b[1:]) + (a[0] != b[0]), _distance(a[1:], b) + 1, _distance(a, b[1:]) + 1)


def test_conditions() -> None:
    assert found(Query(topic="应急", move=Move.PLAN)) == ["层层传导责任压力"]
    assert found(Query(slot="次")) == found(Query(slot="次数")) == found(Query(kind=Kind.FRAME)) == found(Query(nature=Nature.CLAIM))
    assert found(Query(("讲堂",), period=((2022, 1), (2022, 12)))) == ["办好云岭讲堂"]
    assert found(Query(("讲堂",), period=((2023, 1), (2023, 12)))) == []


def test_difference() -> None:
    before = {p.id: p for p in phrases()}
    after = {p.id: p for p in phrases(ROWS.replace("语步: 打算", "语步: 总领, 须有: [防汛]").replace("办好云岭讲堂", "办好青石讲堂"))}
    d = difference(before, after)
    assert ([p.text for p in d.added], [p.text for p in d.removed]) == (["办好青石讲堂"], ["办好云岭讲堂"])
    assert [(c.phrase.text, c.changed) for c in d.changed] == [("层层传导责任压力", (("语步", "打算", "总领"), ("限", "应急", "防汛")))]
    assert difference(before, before) == difference({}, {})


def test_figures_and_thin_acts() -> None:
    rows = "- {主题: 应急, 类: 标题, 语步: 举措, 用语: [" + "、".join("一二三四五").replace("、", ", ") + "]}\n"
    s = stats(phrases(rows + ROWS))
    assert s.kinds[Kind.HEADING, Nature.FORMULA] == 5
    assert (s.cells["应急", "举措"], s.topic("应急")) == (7, 8)
    assert (s.pools["做法标题"], s.told["做法标题", "限"], s.told["做法标题", "伴"]) == (5, 5, 0)


def test_an_act_with_few_aims_is_thin() -> None:
    rows = (
        "- {语步: 举措, 位: 收, 事类: [排查, 检查], 伴: [水库], 用语: [甲甲, 乙乙, 丙丙, 丁丁]}\n- {说法: 戊戊, 语步: 打算, 位: 收, 事类: [排查]}\n"
    )
    s = stats(phrases(rows))
    assert dict(s.thin("排查")) == {"举措收": 4}
    assert dict(s.thin("检查")) == {"举措收": 4, "打算收": 4}
    assert (s.told["举措收", "伴"], s.told["举措收", "事类"], s.told["打算收", "限"]) == (4, 4, 0)
