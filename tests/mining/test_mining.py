"""Mining as a map and a merge: its laws on invented reports, and what it must find in the corpus where that is at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bank.bank import Topic
from generator.bank.formulations import load_formulations
from generator.bank.ledger import load_ledger
from generator.bank.phrase import Kind, Nature, Phrase, Position
from generator.bank.topics import load_topics
from generator.fit.common import Common
from generator.fit.tables import Tables
from generator.mining.distil import gather, mine
from generator.mining.evidence import Evidence, merge
from generator.problems import Source
from generator.reading.text import read_text
from generator.report import Move, Report

ROOT = Path(__file__).parents[2]
CORPUS = Path(os.environ.get("NIGAO_CORPUS", ROOT.parent / "shared" / "corpus"))
TOPICS = (Topic("站网", ("站网", "站点")), Topic("学习", ("学习", "培训")))

TEXTS = {
    "甲": """今年以来，我局坚持以观测质量为先。现将工作情况汇报如下：
一、主要做法
（一）建强站网，筑牢根基。始终把站网摆在首位。一是严选点位。严格执行选点规范，召开论证会*次，其中专家论证*次，推动站网提质增效。二是勤加巡检。巡检站点86个。
二、存在问题
虽然有所进步，但仍存在差距和不足，主要表现在：一是站点偏少。二是人手偏紧。
对此，我局将着力补齐短板。
三、下一步打算
（一）加强学习，提升能力。持续办好观测培训，确保人人过关。
""",
    "乙": """云州市物候局坚持以观测质量为先，紧紧围绕中心工作。
一、工作情况
（一）爱学善思，常练常新。一是学规范。召开论证会X次，推动站网提质增效。二是学技术。开设讲堂X场。
（二）守好云州山水，记下四季。沿云江布设样带，白露记雁，霜降记叶，大寒记冰，谷雨记花，一岁一卷。南山看雪，北湖听蛙，东岭候鸟，西坡数蜂，各有专人，风雨不辍。
""",
    "丙": """一、主要做法
（一）抓好值守，严守纪律。值守有序，认真履行“一岗双责”，确保“云州物候”持续更新。
二、下一步打算
持续办好观测培训。
""",
}


def _reports(names: str = "甲乙丙") -> list[Report]:
    return [read_text(name, TEXTS[name])[0] for name in names]


def _found(phrases: list[Phrase], text: str) -> Phrase:
    return next(p for p in phrases if p.text == text)


def _evidence(names: str) -> Evidence:
    return merge(*(gather(report) for report in _reports(names)))


@settings(max_examples=20, deadline=None)
@given(st.permutations("甲乙丙"), st.integers(0, 3))
def test_order_and_grouping_of_reports_never_matter(order: list[str], cut: int) -> None:
    together = _evidence("甲乙丙")
    halves = merge(_evidence("".join(order[:cut])), _evidence("".join(order[cut:])))
    assert halves == together
    assert merge(together, halves) == together
    assert merge() == {}


def test_same_phrases_for_any_order_and_twice() -> None:
    once = mine(_reports(), TOPICS)
    assert once == mine(_reports("丙乙甲"), TOPICS) == mine([*_reports(), *_reports()], TOPICS)


def test_one_content_under_two_names_counts_once() -> None:
    copied = [*_reports("甲"), read_text("丁", TEXTS["甲"])[0]]
    assert {e.report for p in mine(copied, TOPICS) for e in p.evidence} == {"丁"}  # the first name in order of code points


def test_near_duplicates_support_once() -> None:
    changed = TEXTS["甲"].replace("人手偏紧", "人手不多")
    both = [*_reports("甲"), read_text("丁", changed)[0]]
    phrase = _found(mine(both, TOPICS), "推动站网提质增效")
    assert (phrase.support, phrase.count) == (1, 2)
    assert _found(mine(_reports(), TOPICS), "推动站网提质增效").support == 2


def test_kinds_moves_positions_and_evidence() -> None:
    phrases = mine(_reports(), TOPICS, tables=Tables(common=Common(names=frozenset({"一岗双责"}))))
    heading = _found(phrases, "建强站网，筑牢根基")
    assert (heading.kind, heading.level, heading.shape, heading.topic, heading.move) == (Kind.HEADING, 2, (4, 4), "站网", Move.MEASURE)
    assert _found(phrases, "严选点位").kind is Kind.LEAD
    aim = _found(phrases, "推动站网提质增效")
    assert (aim.kind, aim.nature, aim.position, aim.move) == (Kind.CLAUSE, Nature.FORMULA, Position.CLOSE, Move.MEASURE)
    assert [(e.report, e.line) for e in aim.evidence] == [("乙", 3), ("甲", 3)]
    assert (_found(phrases, "严格执行选点规范").nature, _found(phrases, "严格执行选点规范").position) == (Nature.CLAIM, None)
    assert [word for word, _ in aim.beside]
    assert _found(phrases, "始终把站网摆在首位").move is Move.GENERAL
    frame = _found(phrases, "召开论证会{次数}次，其中专家论证{次数2}次")
    assert (frame.kind, frame.nature, [s.topic for s in frame.slots]) == (Kind.FRAME, Nature.CLAIM, ["站网.次"] * 2 if frame.topic else ["", ""])
    assert not any(p.text.startswith("其中") for p in phrases)
    assert _found(phrases, "现将工作情况汇报如下").kind is Kind.TRANSITION
    assert _found(phrases, "主要表现在").move is Move.TURN
    assert _found(phrases, "对此").kind is Kind.TRANSITION
    assert _found(phrases, "{主体}将着力补齐短板").move is Move.PLAN
    assert _found(phrases, "“云州物候”").nature is Nature.CLAIM
    assert _found(phrases, "“一岗双责”").nature is Nature.FORMULA
    assert _found(phrases, "持续办好观测培训").words


def test_the_ledger_is_heeded() -> None:
    ledger = load_ledger(Source("审阅.yaml", "- {说法: 推动站网提质增效, 决定: 不收}\n- {含: 云州物候, 决定: 不收, 理由: 地方}\n"))
    texts = {p.text for p in mine(_reports(), TOPICS, (), ledger)}
    assert "推动站网提质增效" not in texts
    assert not any("云州物候" in t for t in texts)


@settings(max_examples=40, deadline=None)
@given(st.text(st.sampled_from("一二是、（）。；，：“”《》\n*X13次个学习召开推动了对此"), max_size=80))
def test_gathering_never_fails(text: str) -> None:
    gather(read_text("t", text)[0])


# --- the corpus ---------------------------------------------------------------------------------------------------------------------------

_LISTED = (Path(__file__).parent / "good_frames.txt").read_text(encoding="utf-8")
GOOD_FRAMES = [line for line in _LISTED.splitlines() if not line.startswith("#")]


@pytest.fixture(scope="module")
def mined() -> list[Phrase]:
    found = sorted(CORPUS.glob("seeds/*.txt"))
    if not found:
        pytest.skip("corpus not at hand")
    bank = ROOT / "phrasebank"
    topics = load_topics(_source(bank / "主题.yaml"))
    formulations = load_formulations(_source(bank / "提法.yaml"))
    reports = [read_text(p.stem, p.read_text(encoding="utf-8"))[0] for p in found]
    return mine(reports, topics, formulations, load_ledger(_source(bank / "审阅.yaml")))


def _source(path: Path) -> Source:
    return Source(path.name, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("frame", GOOD_FRAMES)
def test_good_frames_are_mined(mined: list[Phrase], frame: str) -> None:
    assert any(frame in text for p in mined if p.kind is not Kind.FORMULATION for text in (p.text, *p.variants))


BAD = (
    "{词}月", "{次数}次条", "聚{词}", "彻底干净", "力保", "“{词}”工作", "市委{", "习近平{", "{词}坚持", "{词}全面从严", "把握{词}", "红色文化",
    "博览园", "交叉", "两地信息", "等专项行动", "等内容", "{月日}", "{词}党建", "{词}革命", "与{词}", "力保{", "短板{",
)  # fmt: skip


def test_bad_frames_are_not(mined: list[Phrase]) -> None:
    assert [p.text for p in mined if p.kind is not Kind.FORMULATION and any(bad in p.text for bad in BAD)] == []
    assert [p.text for p in mined if p.text.startswith(("其中", "个别提醒", "以及", "参加党员"))] == []


def test_formula_of_the_corpus_claims_nothing(mined: list[Phrase]) -> None:
    formula = [p.text for p in mined if p.nature is Nature.FORMULA and p.kind is Kind.CLAUSE and p.move is not Move.PLAN]
    assert [t for t in formula if any(word in t for word in ("召开", "制定", "印发", "签订", "取得", "均已", "提升了", "获评", "20", "《"))] == []


def test_units_are_phrase_sized(mined: list[Phrase]) -> None:
    texts = [p.read_text(encoding="utf-8") for p in CORPUS.glob("seeds/*.txt")]
    for phrase in mined:
        runs = phrase.text.replace("{", "}").split("}")[::2]
        assert all(len(run) < 40 for run in runs), phrase.text
        assert "。" not in phrase.text
        assert not any(phrase.text in t for t in texts if len(phrase.text) >= 40)


def test_copied_reports_support_once(mined: list[Phrase]) -> None:
    assert _found(mined, "对标{个数}个方面{个数2}个问题").support == 1
    assert _found(mined, "“三会一课”").support == 4


def test_evidence_survives_storing(mined: list[Phrase]) -> None:
    assert all(p.evidence and p.reason and p.support for p in mined)
