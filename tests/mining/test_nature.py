"""Formula or claim: every rule by an example, and its reason."""

from __future__ import annotations

import pytest

from generator.bank.formulations import Formulation, FormulationKind
from generator.bank.phrase import Kind, Nature
from generator.mining.nature import judge
from generator.report import Move

KNOWN = (Formulation("物候大会精神", FormulationKind.MEETING, (2030, 3), (2031, 2), (), "编的"),)


@pytest.mark.parametrize(
    ("text", "kind", "move", "nature", "reason"),
    [
        ("坚持把观测质量摆在首位", Kind.CLAUSE, Move.MEASURE, "套语", "态度或目的"),
        ("推动站网提质增效", Kind.CLAUSE, Move.MEASURE, "套语", "态度或目的"),
        ("召开全市物候会议", Kind.CLAUSE, Move.MEASURE, "事实", "说做了事"),
        ("开展观测比武", Kind.CLAUSE, Move.MEASURE, "事实", "说做了事"),
        ("开展观测比武", Kind.CLAUSE, Move.PLAN, "事实", "说要办某件事"),
        ("加强组织建设", Kind.CLAUSE, Move.MEASURE, "事实", "拿不准"),
        ("筑牢组织建设根基", Kind.CLAUSE, Move.MEASURE, "套语", "态度或目的"),
        ("有效提升了观测水平", Kind.CLAUSE, Move.MEASURE, "事实", "说有了结果"),
        ("推动观测工作取得新成效", Kind.CLAUSE, Move.PLAN, "套语", "态度或目的"),
        ("新建观测站一批", Kind.CLAUSE, Move.PLAN, "事实", "说要办某件事"),
        ("确保新站年内建成", Kind.CLAUSE, Move.PLAN, "事实", "说要办某件事"),
        ("巡护南坡样带", Kind.CLAUSE, Move.PLAN, "事实", "拿不准"),
        ("建强观测站网", Kind.HEADING, Move.PLAN, "套语", "标题只说方向"),
        ("观测站点不够多", Kind.CLAUSE, Move.PROBLEM, "事实", "说的是问题"),
        ("存在问题和不足", Kind.HEADING, Move.PROBLEM, "套语", "各部分的标题"),
        ("召开会议{次数}次", Kind.FRAME, Move.MEASURE, "事实", "有待填的事实"),
        ("推动{某事}提质增效", Kind.FRAME, Move.LEAD, "套语", "态度或目的：推动"),
        ("以{某事}为抓手", Kind.FRAME, Move.PLAN, "套语", "态度或目的"),
        ("将{某事}纳入{某事2}", Kind.FRAME, Move.MEASURE, "事实", "说做了事"),
        ("把{某事}落实到{某事2}", Kind.FRAME, Move.MEASURE, "事实", "说照着做了"),
        ("形成{某事}的责任体系", Kind.FRAME, Move.MEASURE, "事实", "说有了结果"),
        ("以{某事}为抓手，{某事2}", Kind.FRAME, Move.MEASURE, "事实", "有整句待填"),
        ("以{某事}为契机，办讲座{次数}次", Kind.FRAME, Move.MEASURE, "事实", "有待填的事实"),
        ("{某事}有待加强", Kind.FRAME, Move.PROBLEM, "事实", "说的是问题"),
        ("未发现漏测", Kind.CLAUSE, Move.RESULT, "事实", "说有了结果"),
        ("提升乡村观测水平", Kind.CLAUSE, Move.MEASURE, "套语", "态度或目的"),
        ("云山县观测水平", Kind.CLAUSE, Move.MEASURE, "事实", "有具体地点"),
        ("牢牢守住花期观测质量", Kind.CLAUSE, Move.MEASURE, "套语", "态度或目的"),
        ("坚持{业务}为民", Kind.CLAUSE, Move.MEASURE, "套语", "态度或目的"),
        ("坚持3个不放松", Kind.CLAUSE, Move.MEASURE, "事实", "有数字"),
        ("坚持“物候先锋”引领", Kind.CLAUSE, Move.MEASURE, "事实", "本地品牌"),
        ("认真履行“四季值守”", Kind.CLAUSE, Move.MEASURE, "事实", "说照着做了"),
        ("“四季值守”", Kind.FORMULATION, None, "套语", "通用提法"),
        ("“物候先锋”", Kind.FORMULATION, None, "事实", "本地品牌"),
        ("站点林立", Kind.CLAUSE, Move.MEASURE, "事实", "拿不准"),
        ("深入学习百周年大会精神", Kind.CLAUSE, Move.PLAN, "事实", "提法表里没有"),
        ("主要表现在", Kind.TRANSITION, Move.TURN, "套语", "过渡"),
        ("观测工作取得了一些成绩", Kind.TRANSITION, Move.TURN, "事实", "说有了结果"),
    ],
)
def test_verdict(text: str, kind: Kind, move: Move | None, nature: str, reason: str) -> None:
    judged = judge(text, kind, move, KNOWN, frozenset({"四季值守"}))
    assert judged.nature == Nature(nature)
    assert reason in judged.reason


def test_a_dated_wording_carries_its_months() -> None:
    judged = judge("深入贯彻物候大会精神", Kind.CLAUSE, Move.PLAN, KNOWN)
    assert (judged.nature, judged.since, judged.until) == (Nature.FORMULA, (2030, 3), (2031, 2))
