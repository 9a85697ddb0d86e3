"""What is set around a name so that it heads what is told of it; leads that name what follows; headings of two halves."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.bank.bank import Bank
from generator.bank.phrase import Kind
from generator.cli import shelf
from generator.compose.account import used
from generator.compose.draft import Draft, compose
from generator.compose.frames import bears_out, frames_of, knows_ending, nearest
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.printed import lines
from generator.problems import Source
from generator.report import Move, OriginKind, plain

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
    for pool in frames_of(name):
        found = nearest(bank.pool(Kind.LEAD, Move.MEASURE, pool), name)
        if found:
            return {p.text.replace("{事项}", name) for p in found}
    return set()


def test_the_longest_ending_decides(bank: Bank) -> None:
    assert "落实第一议题制度" in _made(bank, "第一议题")
    assert _made(bank, "师德师风") <= {f"{verb}师德师风{thing}" for verb in ("加强", "抓好", "抓实", "推进") for thing in ("", "建设")}
    assert "做好观星" not in "".join(_made(bank, "古树观星"))
    assert _made(bank, "古树观星") == {"做好古树观星工作", "抓好古树观星工作"}


def test_an_ill_is_never_done_well_and_a_quantity_never_done(bank: Bank) -> None:
    assert _made(bank, "偷排直排") == {"抓好偷排直排治理", "推进偷排直排治理"}
    assert _made(bank, "办证数量") == set()


def test_both_of_two_names_must_end_as_asked(bank: Bank) -> None:
    verbs = {p.text: p for p in bank.pool(Kind.LEAD, Move.MEASURE, "要点动词")}
    assert knows_ending((verbs["完善{事项}"],), "应急预案")
    assert not knows_ending((verbs["完善{事项}"],), "演练和预案")


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
    assert "推进圆顶扩建" in text
    assert re.search("星图质量(?:有待|还有|仍有)..", text)
    assert used(_drafted(facts).report, facts)[1] == []


def test_unknown_topics_have_headings_of_two_even_halves() -> None:
    names = ("农资供应", "移风易俗", "公墓管理")
    text = _text(_facts("\n".join(f"  - {{主题: {name}, 要点: [测绘{n}幅, 检修{n}次]}}" for n, name in enumerate(names, 2))))
    heads = [line for line in text.split("\n") if "，" in line and len(line) == 13]
    assert [len(half) for head in heads for half in head.split("，")] == [6] * 6
    assert all(name in head for name, head in zip(names, heads, strict=True))
    assert len({head[:2] for head in heads}) == 3


def test_a_lead_may_name_the_points_beneath_in_the_clerks_words() -> None:
    """Over every other block, and only to reach a wanted length."""
    points = "[{事项: 星图测绘, 事实: [测绘12幅]}, {事项: 圆顶检修, 事实: [检修3次]}, {事项: 夜间讲解, 事实: [讲解9场]}]"
    facts = _facts(f"  - {{主题: 观测, 要点: {points}}}\n  - {{主题: 讲解, 要点: {points.replace('星图', '月图')}}}")
    report = _drafted(replace(facts, length=900)).report
    leads = [line for line in lines(report) if "星图测绘、圆顶检修、夜间讲解" in line.text]
    assert len(leads) == 1
    assert "星图测绘、圆顶检修" not in _text(facts)
    echo = next(i for i in leads[0].inlines if "星图测绘" in plain((i,)))
    assert echo.origin is not None
    assert echo.origin.kind is OriginKind.ECHO
    assert "月图测绘、圆顶检修、" not in "\n".join(line.text for line in lines(report))


def test_a_head_says_of_a_thing_what_is_told_of_it(bank: Bank) -> None:
    verbs = {p.text: p for p in bank.pool(Kind.LEAD, Move.MEASURE, "要点动词")}
    built, managed = verbs["推进{事项}建设"], verbs["加强{事项}管理"]
    assert bears_out("新建泵站2座", built, "泵站")
    assert not bears_out("检修泵站2座", built, "泵站")
    assert bears_out("轮训站长3人", built, "站长队伍")
    assert not bears_out("学生获一等奖", verbs["办好{事项}"], "技能大赛")
    assert not bears_out("牵头成立，吸纳5家", verbs["发挥{事项}作用"], "联合体")
    assert bears_out("检修泵站2座，登记台账", managed, "泵站")
    assert not bears_out("翻修泵站2座", managed, "泵站")
    assert not bears_out("招生300人", verbs["规范{事项}"], "招生")
    assert bears_out("", built, "泵站")


@pytest.mark.parametrize(
    ("name", "beneath", "frame"),
    [
        ("全国比赛", "获金牌3枚", "参加{事项}"),
        ("全国比赛", "承办1场，观众2万人次", "举办{事项}"),
        ("护理员", "持证率为96%，流失2人", ""),
        ("护理员", "带教新员工12人", "发挥{事项}作用"),
        ("九小场所", "检查268家", ""),
        ("一日生活制度", "督察通报3次", "落实{事项}"),
    ],
)
def test_a_frame_is_borne_out_by_what_is_told(bank: Bank, name: str, beneath: str, frame: str) -> None:
    verbs = nearest(bank.pool(Kind.LEAD, Move.MEASURE, "要点动词"), name)
    borne = {p.text for p in verbs if bears_out(beneath, p, name)}
    acts = {"举办{事项}", "参加{事项}", "发挥{事项}作用", "建好{事项}", "完善{事项}"}
    assert borne & acts == ({frame} & acts)
