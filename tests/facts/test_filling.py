"""Filling: the cases as text, and the laws: only the values asked for change, and the file then says exactly the answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from filling_text import ASKER, KINDS, answered, cases, outcome
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.answers import leaves_open, objection
from generator.facts.fill import filled
from generator.facts.gaps import Gap, reading
from generator.facts.spots import spots
from generator.problems import Faults, Source
from generator.yamlfile import Mapping, Node, Scalar, Sequence, parse

CASES = cases(Path(__file__).parent / "filling.md")


@pytest.mark.parametrize(("given", "answers", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_case(given: str, answers: list[str], expected: str) -> None:
    assert outcome(given, answers) == expected


# --- laws ------------------------------------------------------------------------------------------------------------------------------------

FILE = """\
# 注释　不动
文种:   '年度总结'
单位: {全称: 云州市××局 ,  简称: "待补", 自称: }   # 尾注
时段:  2025年
做法:
- 主题: 支部建设
  小标题:  ××，××
  要点:
    -   事项: 'it''s ××'
        举措: [ 制定××, "修订《××》" ]
        事实:
        - 组织学习××次、研讨××次   # 第一处
        - { 做了: 谈心谈话 , 数:  待补 , 量: 人次}
        - {做了: "{数}名同志获评", 数: 约×, 量: 名, 来源: ？？}
        - '到××和（ ）调研'
        -
        - 印发
          《××》，
          覆盖××人

    - |
        走访××户
  举措: |
    第一行××
    第二行待补
问题:
- 表现:
  原因:    待补
- {主题: 甲, 表现: ＊＊}
打算: [ '××', 乙 ]
成文日期: 2025-12-××
"""
LETTERS = "甲乙丙丁2一、，。；《》“”·—"
SIGNS = LETTERS + "：:#'{}[],-&!%@>| \\.~"


def values(text: str) -> list[str]:
    """Every value of the file, in order."""

    def under(node: Node) -> list[str]:
        match node:
            case Scalar():
                return [node.text]
            case Sequence():
                return [value for item in node.items for value in under(item)]
            case Mapping():
                return [value for _, entry in node.entries for value in under(entry)]

    return under(parse(Source("f", text)))


def frame(text: str) -> str:
    """All of the file but its values."""
    found = sorted({(spot.start, spot.end) for spot in spots(Source("f", text)).values()})
    out, at = [], 0
    for start, end in found:
        if start >= at:
            out.append(text[at:start].rstrip(" ") + "□")
            at = end
    return "".join(out) + text[at:]


def count(text: str) -> int:
    return len(reading(Source("f", text), tuple(KINDS), KINDS.get).gaps)


@settings(max_examples=8, deadline=None)
@given(st.data())
def test_filling_any_of_the_gaps_changes_only_those_and_says_the_answers(data: st.DataObject) -> None:
    wanted = data.draw(
        st.lists(st.one_of(st.just(""), st.text(alphabet=LETTERS, min_size=1, max_size=6)), min_size=count(FILE), max_size=count(FILE))
    )
    answers = [a if not a or KEYS[i] not in ("数", "成文日期") else "12" for i, a in enumerate(wanted)]
    text, told = answered(FILE, answers)
    assert not [line for line in told if "｜" in line]
    assert frame(text) == frame(FILE)
    assert count(text) == count(FILE) - sum(map(bool, answers))
    said = "\n".join(written for _, written, _ in reading(Source("f", text), tuple(KINDS), KINDS.get).said)
    assert all(answer in said for answer in answers)
    assert sum(old != new for old, new in zip(values(FILE), values(text), strict=True)) <= sum(map(bool, answers))


KEYS = [gap.key.name for gap in reading(Source("f", FILE), tuple(KINDS), KINDS.get).gaps]


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(KEYS) - 1), st.text(alphabet=SIGNS, min_size=1, max_size=10).map(str.strip).filter(bool))
def test_whatever_is_typed_stands_there_or_nothing_changes(index: int, answer: str) -> None:
    source = Source("f", FILE)
    now = reading(source, tuple(KINDS), KINDS.get)
    text = filled(source, now, now.gaps[index], answer, ASKER.read)
    if isinstance(text, str):
        assert frame(text) == frame(FILE)
        assert sum(old != new for old, new in zip(values(FILE), values(text), strict=True)) <= 1
        assert count(text) == count(FILE) - 1


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=SIGNS + "×X待补？〇_\n", max_size=12), st.integers(0, len(KEYS) - 1))
def test_judging_an_answer_never_fails(answer: str, index: int) -> None:
    gap = reading(Source("f", FILE), tuple(KINDS), KINDS.get).gaps[index]
    assert isinstance(objection(gap, answer), str)
    assert isinstance(leaves_open(answer), bool)


def gap(text: str, key: str = "做了") -> Gap:
    file = f"文种: 年度总结\n单位: {{全称: 甲}}\n{text}\n做法: [{{主题: 乙}}]\n问题: [丙]\n打算: [丁]\n"
    return next(g for g in reading(Source("f", file), tuple(KINDS), KINDS.get).gaps if g.key.name == key)


@pytest.mark.parametrize(
    ("line", "key", "answer", "why"),
    [
        ("导语: 参加××人次，很多", "导语", "很多", "“人次”前面要填数"),
        ("导语: 参加××人次，很多", "导语", "86人次", "只填数"),
        ("导语: 参加××人次，很多", "导语", "约八十", ""),
        ("导语: 听取××部署", "导语", "市委", ""),
        ("导语: 学习《××》", "导语", "《云岭意见》", "只填里面的字"),
        ("导语: 学习《××》", "导语", "云岭意见", ""),
        ("导语: 甲××", "导语", "乙××丙", "还是空缺"),
        ("导语: 甲××", "导语", "乙\\××丙", ""),
        ("时段: 待补", "时段", "近来", "读不出"),
        ("时段: 待补", "时段", "2025年1—11月", ""),
        ("成文日期: 待补", "成文日期", "13月1日", "不是日期"),
        ("成文日期: 待补", "成文日期", "2025年2月30日", "不是日期"),
        ("成文日期: 待补", "成文日期", "2025/12/22", ""),
        ("导语: 听取××部署", "导语", "= = =", "只问一处"),
        ("导语: 听取××部署", "导语", "市委 市政府", ""),
    ],
)
def test_what_is_asked_again(line: str, key: str, answer: str, why: str) -> None:
    found = objection(gap(line, key), answer)
    assert why in found
    assert bool(why) == bool(found)


@pytest.mark.parametrize("fault", ["文种：年度总结\n", "做法:\n  - {主题: 甲\n", "未知: 甲\n", "a: [\n"])
def test_a_file_with_other_faults_is_told_whole(fault: str) -> None:
    with pytest.raises(Faults):
        reading(Source("f", fault), tuple(KINDS), KINDS.get)


def test_every_fault_of_a_file_with_slips_is_told_at_once() -> None:
    with pytest.raises(Faults) as told:
        reading(Source("f", "文种：年度总结\n做法:\n  - {主题: 甲\n  - 乙: [\n"), tuple(KINDS), KINDS.get)
    assert {p.code for p in told.value.problems} >= {"full-width-colon", "bracket"}
