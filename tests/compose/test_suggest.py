"""What is suggested: rates counted over the evidence, an example each, what such reports give before what others do, and no word unmarked."""

from __future__ import annotations

import re

import pytest

from generator.bank.bank import Bank, Topic, layered
from generator.bank.phrase import Evidence, Kind, Nature, Phrase
from generator.bank.slots import slots_of
from generator.cli import shelf
from generator.compose.draft import Draft, compose
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.facts.peers import peers
from generator.facts.usual import Usual, latest
from generator.files import resource_dir
from generator.printed import lines
from generator.problems import Severity, Source
from generator.report import OFFERED, Move, Role

TRADE = ("甲馆/2029_年度总结", "甲馆/2030_年度总结", "乙馆/2030_年度总结", "丙馆/2030_半年总结", "丁馆/2030_年度总结", "戊馆/2028_年度总结")
OTHERS = tuple(f"市{n}局/2030_年度总结" for n in "一二三四五六七八九十")
REPAIR = "古籍修复"
FACTS = """\
文种: 年度总结
单位: {全称: 云州市古籍馆, 业务: 古籍保护}
时段: 2031年
做法:
  - 主题: 古籍修复
    要点: [{事项: 修复, 事实: [装裱古籍拓片30张, 清点书库2次]}]
打算:
  - {主题: 古籍修复, 举措: 整理拓片}
"""


def frame(text: str, *reports: str, topic: str = REPAIR, words: tuple[str, ...] = (), move: Move = Move.MEASURE, kind: Kind = Kind.FRAME) -> Phrase:
    role = Role.PLAN if move is Move.PLAN else Role.PRACTICE
    seen = tuple(Evidence(report, 3) for report in reports)
    return Phrase(
        text, kind, Nature.CLAIM, move, topic, roles=frozenset({role}), slots=slots_of(text, topic), words=words, support=len(reports), evidence=seen
    )


def bank(*more: Phrase) -> Bank:
    phrases = (
        frame("装裱古籍拓片{张数}张", *TRADE, words=("装裱", "古籍", "拓片")),
        frame("清点书库{次数}次", *TRADE, words=("清点", "书库")),
        frame("扫描古籍书页{页数}页", *TRADE[:4], words=("扫描", "书页")),
        frame("受理群众来信{件数}件", *OTHERS, *TRADE[:1], topic="信访", words=("受理", "来信")),
        frame("调解邻里纠纷{件数}件", *OTHERS, topic="信访", words=("调解", "纠纷")),
        frame("张贴告示{张数}张", *OTHERS, words=("张贴", "告示")),
    )
    return layered([(*phrases, *more)], [Topic(REPAIR, ("古籍", "拓片")), Topic("信访", ("来信", "纠纷"))], shelf.tables())


def facts_of(text: str = FACTS) -> Facts:
    return load_facts(Source("事实表.yaml", text))


def suggested(held: Bank, text: str = FACTS) -> Draft:
    return compose(facts_of(text), shelf.template("年度总结"), held, suggest=True)


def offers(draft: Draft) -> list[str]:
    return [i.text.removeprefix(OFFERED) for line in lines(draft.report) for i in line.inlines if i.text.startswith(OFFERED)]


def hints(draft: Draft) -> list[tuple[str, int, str]]:
    return [(p.code, p.place.line, p.message) for p in draft.problems if p.code in ("usual-fact", "usual-topic")]


def test_the_trade_is_known_by_the_words_it_shares() -> None:
    assert set(peers(bank(), "装裱古籍，清点书库")) == set(TRADE)
    assert peers(bank(), "观测天象") == ()
    assert peers(layered([[frame("装裱古籍{张数}张", *TRADE[:4], words=("古籍",))]], []), "古籍") == ()


def test_a_fact_is_offered_with_its_rate_and_the_latest_example() -> None:
    assert offers(suggested(bank()))[:2] == [
        "扫描古籍书页××页（16份写到古籍修复的报告里4份给出，如甲馆/2030_年度总结）",
        "张贴告示××张（16份写到古籍修复的报告里10份给出，如市四局/2030_年度总结）",
    ]
    assert latest(()) == ""


def test_one_offices_own_fact_and_what_hangs_on_other_words_are_not_usual() -> None:
    own = frame("抢救水浸古籍{册数}册", TRADE[0])
    leaning = frame("受众{人次}人次", *TRADE)
    assert not [o for o in offers(suggested(bank(own, leaning))) if "水浸" in o or "受众" in o]
    assert not Usual("同比下降{比例}%", frozenset()).tells_what


def test_what_such_reports_usually_give_is_told_once_with_rate_and_example() -> None:
    more = [frame(f"举办{word}{{场数}}场", *TRADE[:n], topic="") for word, n in (("晒书大会", 3), ("抄经雅集", 1))]
    found = hints(suggested(bank(*more)))
    assert found == [("usual-fact", 0, "业务相近的 6 份报告里 3 份给出了“举办晒书大会××场”，这里没有，如 甲馆/2030_年度总结")]
    assert not hints(suggested(bank(*more), FACTS.replace("清点书库2次", "举办晒书大会5场")))


def test_a_topic_that_most_of_them_take_up_is_told_where_no_word_of_it_is_said() -> None:
    letters = frame("受理来信{件数}件", *TRADE[:4], topic="信访")
    assert ("usual-topic", 0, "业务相近的 6 份报告里 4 份写到“信访”，这里没有，如 甲馆/2030_年度总结") in hints(suggested(bank(letters)))
    assert not [h for h in hints(suggested(bank(letters), FACTS.replace("清点书库", "答复来信"))) if h[0] == "usual-topic"]


def test_commitments_of_the_archive_are_offered_with_report_and_year() -> None:
    held = bank(
        frame("逐册核对拓片目录", TRADE[2], kind=Kind.CLAUSE, move=Move.PLAN),
        frame("整理拓片", *TRADE[:2], kind=Kind.CLAUSE, move=Move.PLAN),
        frame("2031年建成拓片馆", TRADE[2], kind=Kind.CLAUSE, move=Move.PLAN),
    )
    planned = [o for o in offers(suggested(held)) if "写过" in o]
    assert planned == ["逐册核对拓片目录（乙馆/2030_年度总结写过）"]


@pytest.mark.parametrize("kind", ["年度总结", "街道", "教育"])
def test_rates_are_those_of_the_evidence(kind: str) -> None:
    """By an oracle that knows nothing of merging: a rate is no more than the reports that hold the first words of the fact, nor than the peers."""
    held = shelf.bank()
    text = (resource_dir("examples") / f"{kind}.yaml").read_text(encoding="utf-8")
    draft = compose(facts_of(text), shelf.template("年度总结" if kind != "半年" else kind), held, suggest=True)
    seen = {e.report for p in held.phrases.values() for e in p.evidence}
    found = [re.match(r"业务相近的 (\d+) 份报告里 (\d+) 份.*，如 (.+)", message) for _, _, message in hints(draft)]
    assert found
    assert all(m and int(m[2]) <= int(m[1]) <= 12 and m[3] in seen for m in found)
    assert all(p.severity is Severity.HINT for p in draft.problems if p.code.startswith("usual-"))


def test_nothing_is_told_unasked() -> None:
    assert not hints(compose(facts_of(), shelf.template("年度总结"), bank()))
