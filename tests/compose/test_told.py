"""The verb that a head and what is told beneath it lend each other."""

from __future__ import annotations

import pytest

from generator.compose.told import act_lacking, verb_lacking, verbs_told
from generator.report import plain
from tests.compose.test_answers import drafted, facts_of, lines


@pytest.mark.parametrize(
    ("name", "statements", "verbs"),
    [
        ("老旧管网", ["改造14.6公里", "查出漏点37处"], ["改造"]),
        ("护林员", ["选聘护林员126名"], ["选聘"]),
        ("志愿护林员", ["培训专职护林员126名"], ["培训"]),
        ("古籍", ["开放书库", "修复古籍120册"], ["修复"]),
        ("道口", ["看守员轮训46人"], []),
        ("大客流", ["启动预案9次"], []),
        ("车站商铺", ["检查4轮"], []),
        ("计划用水", ["批复14个乡镇用水计划"], []),
        ("水费计收", ["收缴486万元"], []),
        ("疫苗接种", ["接种1.2万剂"], []),
        ("供热管网", ["完成19公里"], []),
        ("古树名木", ["坚决清理古树名木周边杂物3处"], []),
    ],
)
def test_a_head_takes_what_was_done_with_the_very_thing(name: str, statements: list[str], verbs: list[str]) -> None:
    assert list(verbs_told(name, statements)) == verbs


@pytest.mark.parametrize(
    ("doing", "note", "lacking"),
    [
        ("走访企业", "中小企业54家，收集意见41条", "走访"),
        ("办夜校", "夜校12期", "办"),
        ("修缮候车亭", "候车亭72座", "修缮"),
        ("走访企业", "走访中小企业54家", ""),
        ("主动发掘", "白鹭洲遗址发掘1200平方米", ""),
        ("组织演练", "综合演练5次", ""),
        ("走访企业", "收集意见41条", ""),
        ("优化公交线路", "公交线路58条", ""),
        ("走访企业", "企业满意度98%", ""),
    ],
)
def test_a_count_takes_the_verb_of_its_head(doing: str, note: str, lacking: str) -> None:
    assert doing[: verb_lacking(doing, note)] == lacking


@pytest.mark.parametrize(
    ("name", "note", "lacking"),
    [
        ("民间征集", "家谱、老照片等740件", "征集"),
        ("辅具适配", "助听器23台", "适配"),
        ("困难职工慰问", "困难职工31名", "慰问"),
        ("困难职工慰问", "慰问金3.2万元", ""),
        ("设备更新", "工作人员12名", ""),
        ("设备更新", "更新电脑30台", ""),
        ("井盖治理", "防沉降井盖265套", ""),
        ("征集", "老照片740件", ""),
        ("物资采购", "集中采购4批", ""),
    ],
)
def test_what_is_counted_first_takes_the_act_of_its_head(name: str, note: str, lacking: str) -> None:
    assert name[len(name) - act_lacking(name, note) :] == lacking


FACTS = """
文种: 年度总结
单位: {全称: 云州市水务局, 简称: 市水务局}
时段: 2025年
做法:
  - 主题: 供水保障
    要点:
      - {事项: 老旧管网, 事实: [改造14.6公里]}
      - {事项: 走访企业, 事实: [中小企业54家]}
      - {事项: 保护水源地, 事实: [立界桩64根]}
"""


def test_heads_and_counts_of_a_draft() -> None:
    text = "\n".join(plain(line.inlines) for line in lines(drafted(facts_of(FACTS)).report))
    assert "一是改造老旧管网。改造14.6公里" in text
    assert "走访中小企业54家" in text
    assert "三是保护水源地。" in text


COUNTED = """
文种: 年度总结
单位: {全称: 云州市老年大学, 简称: 市老年大学}
时段: 2025年
做法:
  - 主题: 教学管理
    要点:
      - {事项: 教师考评, 事实: [教师考评纳入续聘, 国画教师获全市教学展示一等奖]}
      - {事项: 党员发展, 事实: [发展党员5名, 其中一线医护4名, 入党积极分子11名]}
      - {事项: 案件受理, 事实: [受理案件1286件, 其中建设工程案件214件, 金融借款案件468件]}
      - {事项: 支部会议, 事实: [党员大会4次, 支委会12次]}
"""


def test_what_belongs_to_a_count_and_what_stands_beside_it() -> None:
    text = "\n".join(plain(line.inlines) for line in lines(drafted(facts_of(COUNTED)).report))
    assert "纳入续聘。国画教师获" in text
    assert "其中一线医护4名；入党积极分子11名" in text
    assert "其中建设工程案件214件，金融借款案件468件" in text
    assert "召开党员大会4次、支委会12次" in text


def test_what_is_of_the_year_stands_apart_from_a_day() -> None:
    facts = COUNTED.replace(
        "[教师考评纳入续聘, 国画教师获全市教学展示一等奖]", "[7月12日柳溪站洪峰流量1340立方米每秒，为建站以来第3位, 报汛到报率99.6%]"
    )
    text = "\n".join(plain(line.inlines) for line in lines(drafted(facts_of(facts)).report))
    assert "第3位。报汛到报率" in text
