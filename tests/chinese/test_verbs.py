"""Heads of points as clerks write them: those that are verb phrases, those that only name a matter, those that say all."""

from __future__ import annotations

import pytest

from generator.chinese.verbs import is_predicated, is_verbal_head, names_matter

VERBAL = """
改善办学条件 建设数字校园 治理超限超载 减轻学业负担 厘清部门分工 关爱学生身心 服务群众 服务重点项目 创新举措 迅速动员部署 常提醒 建好通村公路
管住重点岗位 严格落实制度 精心部署 改善窗口服务 改进车站服务 清收逾期贷款 检修设备 整理古籍 扫描古籍
"""
NOMINAL = "党员教育培训 治理机制创新 建设项目审批 服务窗口 整治行动 关爱行动 治理能力 请示报告 主题党日 培训考核 专家指导服务 政治纪律 美好生活"
PREDICATED = "政治建设摆首位 政治纪律严执行 精心部署抓落实 班子成员学在先、作表率 领导班子以上率下"


@pytest.mark.parametrize("head", VERBAL.split())
def test_a_verb_phrase_needs_no_verb(head: str) -> None:
    assert is_verbal_head(head)


@pytest.mark.parametrize("head", NOMINAL.split())
def test_what_only_names_a_matter_has_neither_verb_nor_predicate(head: str) -> None:
    assert not is_verbal_head(head)
    assert not is_predicated(head)


@pytest.mark.parametrize("head", PREDICATED.split())
def test_a_finished_head_is_predicated(head: str) -> None:
    assert is_predicated(head)


@pytest.mark.parametrize("head", "请示报告 党员教育培训 主题党日 政治生活 廉政风险防控 党员先锋岗创建 第一责任人职责".split())
def test_what_is_surely_a_noun_may_be_given_a_verb(head: str) -> None:
    assert names_matter(head)


@pytest.mark.parametrize(
    "head", "扫描档案 接待查档群众 培训农技员 培训农民 监测病虫情况 研究重大事项 抢救修复纸质档案 宣讲政策 搬迁新馆 送书下乡 政治建设摆首位".split()
)
def test_in_doubt_a_head_is_left_as_it_is(head: str) -> None:
    assert not names_matter(head)
