"""The sides of the work that reports of one trade write of."""

from __future__ import annotations

import pytest

from generator.bank.bank import Bank, Topic, layered
from generator.bank.offices import Offices
from generator.bank.phrase import Evidence, Kind, Nature, Phrase
from generator.bank.slots import slots_of
from generator.chinese.verbs import without_opening_verbs
from generator.facts.sides import Side, side_of, sides_of, subject
from generator.report import Move, Role

PRACTICE = frozenset({Role.PRACTICE})


def frame(text: str, *places: str) -> Phrase:
    return Phrase(text, Kind.FRAME, Nature.CLAIM, Move.MEASURE, roles=PRACTICE, slots=slots_of(text, ""), evidence=seen(places))


def heading(text: str, *places: str, level: int = 2, roles: frozenset[Role] = PRACTICE, topic: str = "") -> Phrase:
    return Phrase(text, Kind.HEADING, Nature.FORMULA, Move.MEASURE, topic, level=level, roles=roles, evidence=seen(places))


def seen(places: tuple[str, ...]) -> tuple[Evidence, ...]:
    return tuple(Evidence(f"甲局/{year}", int(line)) for year, line in (place.split(":") for place in places))


def sides(*phrases: Phrase) -> tuple[Side, ...]:
    bank = layered([phrases], [Topic("湿地", ("湿地",))], counts=dict.fromkeys(("候鸟", "家园", "芦苇", "收割"), 2))
    return sides_of(Offices.of(phrases, bank.reader).offices, "总结", bank)


def test_headings_cut_and_what_stands_under_each_is_asked_there() -> None:
    found = sides(
        heading("保护候鸟家园", "2023:3", "2024:3"),
        frame("救助受伤候鸟{只数}只", "2023:4", "2024:5"),
        frame("放飞痊愈候鸟{只数}只", "2024:6"),
        heading("管好芦苇", "2023:7", "2024:8"),
        frame("收割枯黄芦苇{亩数}亩", "2023:8", "2024:9"),
        heading("存在问题", "2023:9", "2024:12", level=1, roles=frozenset({Role.PROBLEM})),
        frame("缺少巡护人员{名数}名", "2023:10"),
    )
    assert [(s.name, [(f.support, f.text) for f in s.facts]) for s in found] == [
        ("候鸟家园", [(2, "救助受伤候鸟{只数}只"), (1, "放飞痊愈候鸟{只数}只")]),
        ("芦苇", [(2, "收割枯黄芦苇{亩数}亩")]),
    ]


def test_a_line_without_a_phrase_is_a_heading_that_was_not_kept() -> None:
    found = sides(heading("保护候鸟家园", "2023:3"), frame("救助受伤候鸟{只数}只", "2023:4"), frame("收割枯黄芦苇{亩数}亩", "2023:6"))
    assert [(s.name, len(s.facts)) for s in found] == [("候鸟家园", 1), ("", 1)]


def test_a_side_that_no_heading_names_says_what_its_facts_are_about() -> None:
    found = sides(
        heading("常抓不懈", "2023:3"),
        frame("收割芦苇{亩数}亩", "2023:4"),
        frame("补种芦苇{株数}株", "2023:5"),
    )
    assert [(s.name, s.words) for s in found] == [("", ("芦苇",))]


def test_where_headings_run_into_their_text_every_line_is_one() -> None:
    found = sides(heading("保护候鸟家园", "2023:3"), frame("救助受伤候鸟{只数}只", "2023:3"), frame("收割枯黄芦苇{亩数}亩", "2023:4"))
    assert [len(s.facts) for s in found] == [1, 1]


def test_a_heading_with_a_topic_of_the_bank_is_called_by_it() -> None:
    assert [s.name for s in sides(heading("养护湿地，扩种芦苇", "2023:3", topic="湿地"), frame("收割枯黄芦苇{亩数}亩", "2023:4"))] == ["湿地"]


def test_no_fact_of_one_place_and_none_that_hangs_on_its_neighbour() -> None:
    assert sides(heading("保护候鸟家园", "2023:3"), frame("在鸥鸣镇巡护滩涂{次数}次", "2023:4"), frame("比上年增长{比例}%", "2023:5")) == ()


def test_a_topic_of_ones_own_asks_what_speaks_of_it(bank: Bank) -> None:
    asked = side_of(bank, "执法检查")
    assert asked.name == "执法检查"
    assert asked.facts
    assert all("执法" in fact.text or "检查" in fact.text for fact in asked.facts)
    assert side_of(bank, "星际航行").facts == ()


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("改进窗口服务，减少群众往返", "窗口服务"),
        ("以电诈治理为重点，打击突出犯罪", "电诈治理"),
        ("全力维护社会安定", "社会安定"),
        ("规范组织生活", "组织生活"),
        ("严打突出犯罪", ""),  # no verb that the table knows: no name is made up
        ("常抓不懈", ""),
        ("", ""),
    ],
)
def test_what_a_head_is_about(head: str, name: str) -> None:
    assert subject(head) == name


def test_opening_verbs_go_and_something_stays() -> None:
    assert [without_opening_verbs(t) for t in ("夯实基层防控", "做好", "深入开展")] == ["基层防控", "做好", "开展"]
