"""The table of 补字: what it may say, and that every fault of it is told at once."""

from __future__ import annotations

import pytest

from generator.bank.completions import load_completions
from generator.problems import Faults, Source

_CLASSES = """\
词类:
- {名: 补字, 词: 将 开展}
- {名: 状语, 词: 全年}
- {名: 动, 词: 召开}
- {名: 人, 词: 书记}
- {名: 轻动, 词: 开展}
- {名: 行为, 词: 检查}
- {名: 修饰, 词: 专项}
- {名: 方式, 词: 深入}
- {名: 后动, 词: 带动}
- {名: 副修, 词: 上门}
- {名: 管动, 词: 参加}
- {名: 办会动, 词: 开展 召开}
- {名: 动名, 词: 采购}
- {名: 主办, 词: 党委}
- {名: 办事人, 词: 民警}
- {名: 接说, 词: 共}
- {名: 出动, 词: 巡查}
- {名: 做者尾, 词: 员}
- {名: 非做者, 词: 党员}
- {名: 为事而设, 词: 站}
- {名: 为事而办, 词: 会}
- {名: 其人, 词: 书记}
- {名: 设有的, 词: 站}
- {名: 不是设的, 词: 风险站}
- {名: 非状语, 词: 共享}
- {名: 施行, 词: 检修}
- {名: 归入, 词: 列为}
- {名: 惠, 词: 减免}
- {名: 给予, 词: 发放}
- {名: 经办, 词: 承办}
规则:
"""


def _faults(rules: str, classes: str = _CLASSES) -> list[str]:
    with pytest.raises(Faults) as raised:
        load_completions(Source("补字.yaml", classes + rules))
    return [f"{p.place.line} {p.code}" for p in raised.value.problems]


def test_a_rule_is_read() -> None:
    rule = "- {编号: 甲, 式: '〈物〉列为〈文〉 → [将]〈物〉列为〈文〉', 用于: [打算], 不含: 把 被, 例: ['[将]甲列为乙']}\n"
    (read,) = load_completions(Source("补字.yaml", _CLASSES + rule)).rules
    assert (read.id, read.barred, [e.text for e in read.after], read.line) == ("甲", ("把", "被"), ["将", "物", "列为", "文"], 33)


def test_all_faults_at_once() -> None:
    rules = """\
- {编号: 甲, 式: '〈物〉列为〈文〉 → [将]〈物〉列为', 例: [甲]}
- {编号: 乙, 式: '〈物〉列为〈文〉 → [使]〈物〉列为〈文〉', 例: [甲]}
- {编号: 丙, 式: '〈务〉列为 → [将]〈务〉列为', 例: [甲]}
- {编号: 丁, 式: '〈物列为', 例: [甲]}
- {编号: 甲, 式: '〈文〉〈物〉 → [将]〈物〉〈文〉', 例: [甲]}
"""
    assert _faults(rules) == ["33 form-changes", "34 not-supplied", "35 unknown-class", "36 form", "37 duplicate", "37 form-changes"]


def test_a_number_and_its_measure_may_move() -> None:
    rule = "- {编号: 甲, 式: '〈物〉〈数〉〈量〉 → 〈数〉〈量〉〈物〉', 例: [甲3家 → 3家甲]}\n"
    assert load_completions(Source("补字.yaml", _CLASSES + rule)).rules


def test_a_class_that_rules_rest_on_must_be_there() -> None:
    assert _faults("- {编号: 甲, 式: '〈物〉 → [将]〈物〉', 例: [甲]}\n", _CLASSES.replace("名: 状语", "名: 状")) == ["1 missing-class"]
