"""What is set around a name so that it heads what is told of it; headings of two halves."""

from __future__ import annotations

import re

import pytest

from generator.bank.bank import Bank
from generator.bank.phrase import Kind
from generator.cli import shelf
from generator.compose.account import used
from generator.compose.draft import Draft, compose
from generator.compose.frames import frames_of, knows_ending, nearest
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.fit.bearings import bears_out
from generator.printed import lines
from generator.problems import Source
from generator.report import Move, plain

_FILE = """\
文种: 工作总结
单位: {全称: 云州市观星台, 自称: 我台}
时段: 2026年
做法:
%s
问题: %s
打算: %s
套语上限: 90
"""


def _facts(practices: str, problems: str = "[人手少]", plans: str = "[新增望远镜2台]") -> Facts:
    return load_facts(Source("facts.yaml", _FILE % (practices, problems, plans)))


def _drafted(facts: Facts) -> Draft:
    return compose(facts, shelf.template(facts.kind), shelf.bank())


def _text(facts: Facts) -> str:
    return "\n".join(plain(line.inlines) for line in lines(_drafted(facts).report))


def _made(bank: Bank, name: str) -> set[str]:
    for pool in frames_of(name, bank):
        found = nearest(bank.pool(Kind.LEAD, Move.MEASURE, pool), name)
        if found:
            return {p.text.replace("{事项}", name) for p in found}
    return set()


def test_the_longest_ending_decides(bank: Bank) -> None:
    assert "落实第一议题制度" in _made(bank, "第一议题")
    assert _made(bank, "师德师风") <= {f"{verb}师德师风{thing}" for verb in ("加强", "抓好", "抓实", "推进") for thing in ("", "建设")}
    assert _made(bank, "古树观星") == {"做好古树观星工作", "抓好古树观星工作"}


def test_an_ill_is_never_done_well_and_a_quantity_never_done(bank: Bank) -> None:
    assert _made(bank, "偷排直排") == {"抓好偷排直排治理", "推进偷排直排治理"}
    assert _made(bank, "办证数量") == set()


def test_both_of_two_names_must_end_as_asked(bank: Bank) -> None:
    verbs = {p.text: p for p in bank.pool(Kind.LEAD, Move.MEASURE, "要点动词")}
    assert knows_ending((verbs["完善{事项}"],), "应急预案")
    assert not knows_ending((verbs["完善{事项}"],), "桌面演练和预案")


def test_heads_of_points_are_phrases_and_clauses_stand() -> None:
    points = "[{事项: 星图测绘, 事实: [测绘12幅]}, {事项: 管好圆顶和镜片, 事实: [检修3次]}, {事项: 12328热线, 事实: [接听40次]}]"
    text = _text(_facts(f"  - {{主题: 观测, 要点: {points}}}"))
    heads = re.findall("[一二三]是(.+?)。", text)
    assert heads[1] == "管好圆顶和镜片"
    assert heads[0].removesuffix("工作").endswith("星图测绘")
    assert heads[0] != "星图测绘"
    assert heads[2].removesuffix("管理").removesuffix("建设").endswith("12328热线")
    assert heads[2] != "12328热线"


def test_a_plan_that_is_a_name_has_a_verb_and_a_problem_says_that_it_falls_short() -> None:
    facts = _facts("  - {主题: 观测, 要点: [测绘12幅]}", "[星图质量, 人手少]", "[圆顶扩建, 新增望远镜2台]")
    text = _text(facts)
    assert re.search("一是(?:推进|加快|完成)圆顶扩建", text)
    assert re.search("星图质量(?:有待|还有|仍有)..", text)
    assert used(_drafted(facts).report, facts)[1] == []


def test_unknown_topics_have_headings_of_two_even_halves() -> None:
    names = ("农资供应", "移风易俗", "公墓管理")
    text = _text(_facts("\n".join(f"  - {{主题: {name}, 要点: [测绘{n}幅, 检修{n}次]}}" for n, name in enumerate(names, 2))))
    heads = [line for line in text.split("\n") if "，" in line and len(line) == 13]
    assert [len(half) for head in heads for half in head.split("，")] == [6] * 6
    assert all(name in head for name, head in zip(names, heads, strict=True))
    assert len({head[:2] for head in heads}) == 3


@pytest.mark.parametrize(
    ("name", "frame", "beneath", "borne"),
    [
        ("泵站", "推进…建设", "新建泵站2座", True),
        ("泵站", "推进…建设", "检修泵站2座", False),
        ("站长队伍", "推进…建设", "轮训站长3人", True),
        ("泵站", "推进…建设", "", True),
        ("泵站", "加强…管理", "检修泵站2座，登记台账", True),
        ("泵站", "加强…管理", "翻修泵站2座", False),
        ("技能大赛", "办好…", "学生获一等奖", False),
        ("全国比赛", "举办…", "承办1场，观众2万人次", True),
        ("全国比赛", "参加…", "获金牌3枚", True),
        ("联合体", "发挥…作用", "牵头成立，吸纳5家", False),
        ("护理员", "发挥…作用", "带教新员工12人", True),
        ("护理员", "发挥…作用", "持证率为96%，流失2人", False),
        ("投诉站", "设立…", "受理投诉23件", False),
        ("投诉站", "设立…", "增设投诉站2个", True),
        ("支部换届", "完成…", "换届3个", False),
        ("支部换届", "完成…", "3个支部按期换届", True),
    ],
)
def test_a_head_says_of_a_thing_what_is_told_of_it(bank: Bank, name: str, frame: str, beneath: str, borne: bool) -> None:
    before, _, behind = frame.partition("…")
    assert bears_out(beneath, (before, behind), name, bank.bearings) is borne
