"""Coverage of an invented report by invented banks."""

from __future__ import annotations

from generator.bank.bank import Bank, Topic, layered
from generator.bank.phrase import Kind, Nature, Phrase
from generator.mining.coverage import Coverage, How, coverage
from generator.mining.distil import mine
from tests.mining.invented import report

TEXT = """一、主要做法
（一）建强站网，筑牢根基。坚持以观测质量为先，推动站网提质增效。召开论证会3次。认真履行“一岗双责”，夜里听雨观云。以样带为抓手推进工作。
二、下一步打算
持续办好观测培训，坚持以观测质量为重。
"""


def _bank(*wordings: str, kind: Kind = Kind.CLAUSE) -> Bank:
    return layered([[Phrase(text, kind, Nature.FORMULA) for text in wordings]], [Topic("站网", ("站网", "站点"))])


def _how(bank: Bank) -> dict[str, tuple[How, str]]:
    return {u.text: (u.how, u.by) for u in coverage([report("甲", TEXT)], bank).units}


def test_each_way_of_knowing() -> None:
    found = _how(_bank("坚持以观测质量为先", "召开论证会{次数}次", "以{专题}为抓手推进工作", "建强站网，各守其土"))
    assert found["坚持以观测质量为先"] == (How.EXACT, "坚持以观测质量为先")
    assert found["建强站网"] == (How.EXACT, "建强站网")
    assert found["召开论证会{次数}次"][0] is How.FRAME
    assert found["以样带为抓手推进工作"] == (How.FRAME, "以{专题}为抓手推进工作")
    assert found["坚持以观测质量为重"] == (How.NEAR, "坚持以观测质量为先")
    assert found["夜里听雨观云"] == (How.NONE, "")
    named = _how(_bank("“一岗双责”", kind=Kind.FORMULATION))
    assert named["认真履行“一岗双责”"] == (How.FORMULATION, "“一岗双责”")


def test_a_number_fills_only_a_slot_of_its_measure() -> None:
    assert _how(_bank("召开论证会{场数}场"))["召开论证会{次数}次"][0] is not How.FRAME


def test_a_report_is_known_to_the_bank_mined_from_it() -> None:
    given = report("甲", TEXT)
    found = coverage([given], layered([mine([given])]))
    assert found.total.rate == 1.0
    assert found.lacking() == []
    assert {u.how for u in found.units} <= {How.EXACT, How.FRAME}


def test_nothing_is_known_to_an_empty_bank_and_no_report_has_no_share() -> None:
    found = coverage([report("甲", TEXT)], Bank({}))
    assert found.total.known == 0
    assert dict(found.total.by)[How.NONE] == found.total.clauses == len(found.units)
    assert Coverage(()).total.rate == 0.0


def test_tables_add_up() -> None:
    found = coverage([report("甲", TEXT)], _bank("坚持以观测质量为先"))
    for shares in (found.by_move(), found.by_topic()):
        assert sum(s.clauses for s in shares) == found.total.clauses
        assert sum(s.known for s in shares) == found.total.known == 9
    assert "站网" in {s.name for s in found.by_topic()}


def test_what_more_reports_say_is_lacked_more() -> None:
    other = report("乙", "一、工作回望\n夜里听雨观云。\n")
    found = coverage([report("甲", TEXT), other], Bank({})).lacking()
    assert (found[0].text, found[0].reports, found[0].count) == ("夜里听雨观云", 2, 2)
    assert [c.nature for c in found[1:]] == sorted((c.nature for c in found[1:]), key=lambda n: n is Nature.CLAIM)
