"""Who leads the unit, and as what its reporter speaks, in the first sentence of a report."""

from __future__ import annotations

import pytest

from generator.cli import shelf
from generator.compose.draft import compose
from generator.facts.load import load_facts
from generator.printed import lines
from generator.problems import Source
from generator.report import plain

FACTS = """\
文种: 述职报告
单位: {{全称: {unit}, 上级: {superior}}}
报告人: {{姓名: 江月明, 职务: {post}, 分工: 主持全面工作}}
时段: 2025年
做法: [{{主题: 业务, 要点: [巡查12次, {{事项: 不良事件}}, {{事项: 培训, 事实: [培训9期]}}]}}]
"""


def said(unit: str = "云州市水务局", superior: str = "市委", post: str = "局长") -> str:
    facts = load_facts(Source("表.yaml", FACTS.format(unit=unit, superior=superior, post=post)))
    return "\n".join(plain(line.inlines) for line in lines(compose(facts, shelf.template(facts.kind), shelf.bank()).report))


@pytest.mark.parametrize(
    ("superior", "led"),
    [
        ("市委、市政府", "在市委、市政府的坚强领导下"),
        ("市委、市政府和市人大", "在市委、市政府和市人大的领导和指导下"),
        ("市人大常委会", "在市人大常委会的指导下"),
        ("市委和省水利厅", "在市委和省水利厅的领导和指导下"),
    ],
)
def test_who_leads_and_who_guides(superior: str, led: str) -> None:
    assert f"{led}，" in said(superior=superior)


@pytest.mark.parametrize(
    ("unit", "post", "speaks"),
    [
        ("云州市水务局", "局长", "云州市水务局局长"),
        ("云州市水务局", "局党组书记", "局党组书记"),
        ("青石县石门镇财政所", "石门镇财政所所长", "石门镇财政所所长"),
        ("石桥县柳河镇人民政府", "镇党委副书记、镇长", "石桥县柳河镇党委副书记、镇长"),
        ("石桥县人民政府", "县委副书记、县长", "石桥县委副书记、县长"),
        ("石桥县柳河镇人民政府", "副镇长", "石桥县柳河镇人民政府副镇长"),
        ("云州市青山镇人民政府", "府前社区书记", "云州市青山镇人民政府府前社区书记"),
    ],
)
def test_the_reporter_speaks_as_the_units(unit: str, post: str, speaks: str) -> None:
    assert f"我作为{speaks}，" in said(unit=unit, post=post)


def test_a_name_that_nothing_is_said_of_ends_in_a_stop() -> None:
    assert "不良事件方面" not in said()


@pytest.mark.parametrize(
    ("problem", "head"),
    [
        ("{表现: 下基层少, 原因: 事务多}", "存在的主要问题及原因"),
        ("下基层少，主要是事务多", "存在的主要问题及原因"),
        ("下基层少", "存在的主要问题"),
    ],
)
def test_a_heading_promises_causes_where_one_is_given(problem: str, head: str) -> None:
    text = FACTS.format(unit="云州市水务局", superior="市委", post="局长") + f"问题: [{problem}]\n"
    facts = load_facts(Source("表.yaml", text))
    report = compose(facts, shelf.template(facts.kind), shelf.bank()).report
    assert plain(report.sections[1].title) == head
