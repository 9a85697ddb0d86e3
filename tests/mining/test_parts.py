"""Clauses of the passages that open a report and its parts: who speaks, of what and under whom is the office's own; the rest is everybody's."""

from __future__ import annotations

import pytest

from generator.bank.formulations import Formulation, FormulationKind
from generator.bank.phrase import Kind
from generator.mining.parts import Part, common_form, part_of, with_theme
from generator.report import Move

OFFICE = "云州市林业局党组"
CAMPAIGNS = (
    Formulation("深山护林学习教育", FormulationKind.CAMPAIGN, (2031, 1), None, (), "甲"),
    Formulation("爱林月", FormulationKind.CAMPAIGN, (2031, 1), None, (), "甲"),
    Formulation("护林精神", FormulationKind.WORDING, (2031, 1), None, (), "甲"),
)


@pytest.mark.parametrize(
    ("said", "common"),
    [
        ("云州市林业局坚持实事求是", "坚持实事求是"),
        ("市林业局党组始终坚持实事求是", "始终坚持实事求是"),
        ("坚持党委统一领导", "坚持党委统一领导"),
        ("紧紧围绕市委、市政府中心工作", "紧紧围绕{上级}中心工作"),
        ("紧紧围绕县委工作部署", "紧紧围绕{上级}工作部署"),
        ("为全市林业事业高质量发展提供坚强保证", "为全市{业务}事业高质量发展提供坚强保证"),
        ("推动林业碳汇起步", "推动林业碳汇起步"),
        ("推动云州高质量发展", "推动云州高质量发展"),
        ("但对照群众期盼", "对照群众期盼"),
        ("我局也还存在一些不足", "还存在一些不足"),
        ("{主体}将坚持问题导向", "坚持问题导向"),
        ("局党组将坚持问题导向", "坚持问题导向"),
    ],
)
def test_what_is_the_office_s_own_goes(said: str, common: str) -> None:
    assert common_form(said, OFFICE) == common


@pytest.mark.parametrize(
    ("said", "themed"),
    [
        ("扎实开展深山护林学习教育", "扎实开展{专题}"),
        ("统筹爱林月和深山护林学习教育", "统筹爱林月和深山护林学习教育"),
        ("弘扬护林精神", "弘扬护林精神"),
    ],
)
def test_one_campaign_is_any_campaign(said: str, themed: str) -> None:
    assert with_theme(said, CAMPAIGNS) == themed


@pytest.mark.parametrize(
    ("clause", "kind", "move", "part"),
    [
        ("扎实开展{专题}", Kind.CLAUSE, Move.LEAD, Part.CAMPAIGN),
        ("坚持以习近平新时代中国特色社会主义思想为指导", Kind.CLAUSE, Move.LEAD, Part.GUIDANCE),
        ("全面贯彻党的二十大精神", Kind.CLAUSE, Move.LEAD, Part.FOLLOWED),
        ("紧紧围绕{上级}中心工作", Kind.CLAUSE, Move.LEAD, Part.CENTRE),
        ("以规范管护为抓手", Kind.CLAUSE, Move.LEAD, Part.GRIP),
        ("推动{业务}工作更好融入发展大局", Kind.CLAUSE, Move.LEAD, Part.END),
        ("巡山护林一天不断", Kind.CLAUSE, Move.LEAD, None),
        ("对照护林要求", Kind.TRANSITION, Move.TURN, Part.MEASURED),
        ("还存在一些薄弱环节", Kind.TRANSITION, Move.TURN, Part.LACKING),
        ("主要表现在", Kind.TRANSITION, Move.TURN, Part.SHOWN),
        ("坚持问题导向", Kind.TRANSITION, Move.PLAN, Part.RESOLVED),
        ("坚持集中学习、专题研讨一体推进", Kind.CLAUSE, Move.PLAN, None),
        ("扎实开展{专题}", Kind.HEADING, Move.LEAD, None),
    ],
)
def test_each_clause_makes_its_part(clause: str, kind: Kind, move: Move, part: Part | None) -> None:
    assert part_of(clause, kind, move) is part
