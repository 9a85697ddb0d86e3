"""Clauses that name a weakness by themselves, and those that do not."""

from __future__ import annotations

import pytest

from generator.chinese.weakness import names_weakness, tells_shortfall

WEAK = """
理论学习系统性不强 书库面积不足 门诊高峰停车难 欠税清理进度慢 修复力量薄弱 长效管理没有跟上 队伍建设有待加强 自查流于填表 组织生活形式单一
机关文化活动形式老套
对青年馆员带教不够 专职人员少 工学结合不够紧密 “三会一课”落实不到位
"""
NOT_WEAK = """
修复古籍12册不够 有的停留在活动层面 骨干教师集中在城区 但办法不多 少 编写家谱 〔待补〕不够
对基层党支部和全体党员干部学习贯彻情况了解得还不够全面 满意度高 “三会一课落实不到位
"""


@pytest.mark.parametrize("clause", WEAK.split())
def test_it_heads_a_problem(clause: str) -> None:
    assert names_weakness(clause)


@pytest.mark.parametrize("clause", NOT_WEAK.split())
def test_it_needs_more_beside_it(clause: str) -> None:
    assert not names_weakness(clause)


@pytest.mark.parametrize("clause", "外文图书借阅率不到5% 夜班馆员只有4人 检验一线35岁以下党员仅3名 两次公开招聘都没招满 到会率只有八成左右".split())
def test_a_figure_tells_of_too_little_and_heads_nothing(clause: str) -> None:
    assert tells_shortfall(clause)


@pytest.mark.parametrize("clause", "修复古籍12册 其中只有3册 办证只用3天 只有两类馆藏：善本、方志 平均年龄53岁".split())
def test_a_figure_alone_tells_no_shortfall(clause: str) -> None:
    assert not tells_shortfall(clause)
