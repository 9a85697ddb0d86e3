"""What reports set around the names of matters, and whose wording it then is."""

from __future__ import annotations

from generator.bank.bank import layered
from generator.bank.phrase import Kind, Layer, Nature, Phrase, Status
from generator.mining.distil import mine
from generator.mining.heads import around_names
from generator.report import Move
from tests.mining.invented import report

WAYS = (
    "一、主要做法\n（一）{head}。一是规范{matter}。巡检站点86个。二是值守有序。值守86天。\n"
    "二、存在问题及原因\n（一）{matter}有待加强。人手偏紧，主要原因是编制少。\n"
)


def test_the_halves_of_a_head_are_parted_from_the_names_in_them() -> None:
    assert [*around_names("规范样带巡检，加强站网建设", Move.MEASURE)] == [
        ("规范{事项}", "样带巡检"),
        ("加强{事项}", "站网建设"),
        ("加强{事项}建设", "站网"),
    ]
    assert [*around_names("样带巡检有待加强", Move.PROBLEM)] == [("{事项}有待加强", "样带巡检")]


def test_what_is_no_verb_and_a_name_is_none() -> None:
    assert [*around_names("样带巡检", Move.MEASURE)] == []
    assert [*around_names("加强组织开展巡检", Move.MEASURE)] == []
    assert [*around_names("“三员”有待加强", Move.PROBLEM)] == []


def test_what_several_reports_set_around_names_is_mined_with_the_names() -> None:
    reports = [
        report("甲/2024", WAYS.format(head="建强站网", matter="样带巡检") + "沿云江记下白露的雁、霜降的叶、大寒的冰。\n"),
        report("乙/2024", WAYS.format(head="抓好值守", matter="星图测绘") + "南山看雪，北湖听蛙，东岭候鸟，西坡数蜂。\n"),
    ]
    found = {p.text: p for p in mine(reports)}
    assert (found["规范{事项}"].kind, found["规范{事项}"].units, found["规范{事项}"].fillers) == (Kind.LEAD, 2, ("星图测绘", "样带巡检"))
    assert found["{事项}有待加强"].move is Move.PROBLEM
    assert found["主要原因是"].kind is Kind.TRANSITION


def test_what_reports_say_too_is_theirs_under_the_conditions_of_who_wrote_it() -> None:
    mined = Phrase("规范{事项}", Kind.LEAD, Nature.FORMULA, move=Move.MEASURE, support=2, units=2)
    written = Phrase("规范{事项}", Kind.LEAD, Nature.FORMULA, move=Move.MEASURE, licence=(("巡检",),), status=Status.CURATED, layer=Layer.CURATED)
    only = Phrase("抓好{事项}", Kind.LEAD, Nature.FORMULA, move=Move.MEASURE, status=Status.CURATED, layer=Layer.CURATED)
    bank = layered([[mined], [written, only]])
    said, alone = bank.phrases[written.id], bank.phrases[only.id]
    assert (said.layer, said.status, said.support, said.licence) == (Layer.MINED, Status.ACCEPTED, 2, (("巡检",),))
    assert alone.layer is Layer.CURATED
