"""What reports usually say: merged, counted by reports, and nothing that belongs to one office."""

from __future__ import annotations

from generator.bank.bank import Bank, Topic, layered
from generator.bank.phrase import Evidence, Kind, Nature, Phrase
from generator.bank.slots import slots_of
from generator.facts.scaffold import fact_row
from generator.facts.usual import is_intention, is_shortcoming, report_count, usual_facts, usual_matters, usual_topics
from generator.report import Move, Role

TOPIC = "支部建设"


def frame(text: str, *reports: str, nature: Nature = Nature.CLAIM, until: tuple[int, int] | None = None) -> Phrase:
    seen = tuple(Evidence(r, 1) for r in reports)
    practice = frozenset({Role.PRACTICE})
    return Phrase(
        text, Kind.FRAME, nature, Move.MEASURE, TOPIC, roles=practice, slots=slots_of(text, TOPIC), support=len(reports), evidence=seen, until=until
    )


def bank(*phrases: Phrase) -> Bank:
    return layered([phrases], [Topic(TOPIC, ("支部",)), Topic("队伍建设", ("队伍",))])


def listed(*phrases: Phrase) -> list[str]:
    return [f"{fact.support} {fact.text}" for fact in usual_facts(bank(*phrases), TOPIC)]


def test_most_frequent_first_and_near_identical_ones_merged() -> None:
    found = listed(
        frame("走访老党员{人次}人次", "甲"),
        frame("书记带头讲党课{次数}次", "甲"),
        frame("支部书记带头讲专题党课{次数}次", "乙"),
        frame("书记讲党课{次数}次", "甲", "丙"),
    )
    assert found == ["3 书记讲党课{次数}次", "1 走访老党员{人次}人次"]


def test_the_same_words_counted_otherwise_are_another_fact() -> None:
    assert len(listed(frame("走访老党员{人次}人次", "甲"), frame("走访老党员{户数}户", "乙"))) == 2


def test_a_frame_gives_its_clauses_and_what_leans_stays() -> None:
    found = listed(frame("全年召开支委会{次数}次，其中专题研究{次数2}次，{主体}慰问困难党员{名数}名", "甲"))
    assert found == ["1 慰问困难党员{名数}名", "1 召开支委会{次数}次，其中专题研究{次数2}次"]


def test_what_names_particulars_is_left_out() -> None:
    dated = Phrase("“云岭行动”", Kind.FORMULATION, Nature.CLAIM)
    found = listed(
        frame("到{单位}宣讲{场数}场", "甲"),
        frame("开展云岭行动{次数}次", "甲"),
        frame("2021年办班{期数}期", "甲"),
        frame("参加抗击疫情志愿服务{天数}天", "甲"),
        frame("开展专题学习{次数}次", "甲", until=(2021, 12)),
        frame("树立{词}意识", "甲"),
        frame("讲党课{次数}次", "甲", nature=Nature.FORMULA),
        dated,
    )
    assert found == []


def test_rows_open_every_slot() -> None:
    facts = usual_facts(bank(frame("讲授党课{次数}次", "甲"), frame("完成率{比例}%", "甲"), frame("修订印发{文件}{份数}份", "甲")), TOPIC)
    assert {fact_row(fact) for fact in facts} == {
        "- {做了: 讲授党课, 数: 待补, 量: 次}",
        "- 完成率待补%",
        "- 修订印发《待补》待补份",
    }


def test_topics_of_shortcomings_and_plans_by_reports() -> None:
    def clause(text: str, move: Move, *reports: str) -> Phrase:
        return Phrase(text, Kind.CLAUSE, Nature.CLAIM, move, evidence=tuple(Evidence(r, 1) for r in reports))

    known = bank(
        clause("队伍不够稳", Move.PROBLEM, "甲", "乙"),
        clause("支部记录不全", Move.PROBLEM, "甲"),
        clause("支部要抓紧", Move.PLAN, "丙"),
        clause("无从归类", Move.PROBLEM, "丁"),
    )
    assert usual_topics(known, is_shortcoming) == {"队伍建设": 2, "支部建设": 1}
    assert usual_topics(known, is_intention) == {"支部建设": 1}
    assert report_count(known) == 4


def test_support_of_the_shipped_bank_is_never_more_than_its_reports(bank: Bank) -> None:
    seen = {e.report for p in bank.phrases.values() for e in p.evidence}
    for topic in bank.topic_names():
        facts = usual_facts(bank, topic)
        assert all(fact.reports <= seen and fact.reports for fact in facts)
        assert [fact.support for fact in facts] == sorted((fact.support for fact in facts), reverse=True)
        assert all("，" not in matter and "{" not in matter for matter in usual_matters(bank, topic))
