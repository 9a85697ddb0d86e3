"""What is shown as usual where a facts file may get one more entry."""

from __future__ import annotations

from generator.bank.bank import Topic, layered
from generator.facts.hints import asked, usual_here
from generator.facts.load import load_facts
from generator.facts.sides import Side
from generator.facts.usual import Usual
from generator.problems import Source

BANK = layered([], [Topic("候鸟", ("候鸟",))])
SIDES = (
    Side("候鸟", (), ("护鸟不断档", "救鸟不过夜"), (Usual("救助候鸟{只数}只", frozenset({"甲"})), Usual("印发{文件}", frozenset({"甲"})))),
    Side("芦苇"),
    Side(""),
)
FACTS = load_facts(
    Source(
        "f",
        "文种: 年度总结\n单位: {全称: 湿地站}\n做法:\n  - 主题: 候鸟\n    要点:\n      - 事项: 护鸟不断档\n        事实: [救助候鸟9只]\n",
    )
)


def test_sides_that_the_file_has_not() -> None:
    assert usual_here("做法", FACTS, SIDES, BANK) == ("芦苇",)


def test_points_and_facts_that_the_block_has_not_in_plain_words() -> None:
    assert usual_here("做法[0].要点", FACTS, SIDES, BANK) == ("救鸟不过夜",)
    assert usual_here("做法[0].要点[0].事实", FACTS, SIDES, BANK) == ("印发《＿＿》",)
    assert asked(SIDES[0].facts[0]) == "救助候鸟＿＿只"


def test_nothing_where_nothing_is_known() -> None:
    assert usual_here("问题", FACTS, SIDES, BANK) == ()
    assert usual_here("做法[7].事实", FACTS, SIDES, BANK) == ()
    assert usual_here("做法[0].要点", FACTS, (), BANK) == ()
