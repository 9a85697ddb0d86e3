"""Frames: near-identical ones are one, skeletons keep what filled them, topics follow words and headings, results are told from measures."""

from __future__ import annotations

import pytest

from generator.bank.bank import Topic
from generator.bank.files import load_phrases
from generator.bank.phrase import Kind, Layer, Nature, Phrase, Position
from generator.bank.stored import store_phrases
from generator.fit.classes import Classes
from generator.fit.common import Common
from generator.fit.tables import Tables
from generator.mining.distil import gather, mine, word_counts
from generator.mining.evidence import merge
from generator.mining.moves import is_result
from generator.mining.skeletons import skeletons
from generator.mining.topics import topic_of, topic_of_phrase
from generator.mining.variants import bare_form, representatives
from generator.problems import Source
from generator.reading.text import read_text
from generator.report import Move

TOPICS = (Topic("站网", ("站网", "站点", "巡检")), Topic("学习", ("学习", "培训")), Topic("支部", ("支部",)))

TEXTS = {
    "甲": "一、主要做法\n（一）建强站网，守好本底。以站网升级为抓手，把巡检质量作为第一要务。结合实际制定12项观测措施。推动物候观测走深走实。\n",
    "乙": "一、主要做法\n（一）勤学善思，学以致用。以岗位练兵为抓手，结合工作实际制定9项观测措施。在数据复核上下功夫。推动站务培训走深走实。\n",
}


def _mined() -> list[Phrase]:
    return mine([read_text(name, text)[0] for name, text in TEXTS.items()], TOPICS)


def test_near_identical_frames_are_one() -> None:
    frames = [p for p in _mined() if "观测措施" in p.text]
    assert [(p.text, p.variants, p.support) for p in frames] == [("结合实际制定{项数}项观测措施", ("结合工作实际制定{项数}项观测措施",), 2)]


def test_skeletons_keep_what_filled_them() -> None:
    found = {p.text: p for p in _mined() if p.fillers}
    grip = found["以{某事}为抓手"]
    assert (grip.kind, grip.nature, grip.support, grip.topic, set(grip.fillers)) == (Kind.FRAME, Nature.FORMULA, 2, "", {"站网升级", "岗位练兵"})
    assert found["把{某事}作为{某事2}"].fillers == ("巡检质量／第一要务",)
    assert found["推动{某事}走深走实"].support == 2
    assert found["在{某事}上下功夫"].fillers == ("数据复核",)


def test_variants_and_fillers_survive_storing() -> None:
    mined = [p for p in _mined() if p.kind is Kind.FRAME]
    text = store_phrases(mined)["句式.yaml"]
    assert sorted(load_phrases(Source("句式.yaml", text), Layer.MINED), key=lambda p: p.id) == sorted(mined, key=lambda p: p.id)


@pytest.mark.parametrize(
    ("sentence", "build", "filled"),
    [
        ("坚持先学一步，勤记勤问，确保人人会观测", "坚持{某事}，{某事2}，确保{某事3}", ("先学一步", "勤记勤问", "人人会观测")),
        ("为物候事业提供了有力保障", "为{某事}提供{某事2}保障", ("物候事业", "有力")),
        ("充分发挥站长带头作用", "充分发挥{某事}作用", ("站长带头",)),
        ("站务管理有待加强", "{某事}有待加强", ("站务管理",)),
    ],
)
def test_skeleton(sentence: str, build: str, filled: tuple[str, ...]) -> None:
    assert (build, filled) in list(skeletons(sentence))


def test_skeletons_leave_slots_alone() -> None:
    assert list(skeletons("以{词}为抓手")) == []


def test_representatives() -> None:
    support = {"认真贯彻落实{文件}": 1, "贯彻落实{文件}": 1, "产值增长{比例}%": 2, "全市产值增长{比例}%左右": 3}
    assert representatives(support)["认真贯彻落实{文件}"] == "贯彻落实{文件}"
    assert representatives(support)["产值增长{比例}%"] == "全市产值增长{比例}%左右"
    assert bare_form("全年先后召开碰头会{次数}次") == "召开碰头会{次数}次"


@pytest.mark.parametrize(
    ("text", "lead", "heading", "topic"),
    [
        ("加密站网", "", "", "站网"),
        ("发给支部", "", "抓好站网巡检", "站网"),
        ("办好站务培训班", "", "建强站网", "学习"),
        ("人人过关", "以学促干", "抓实培训", "学习"),
        ("读《站网手册》", "", "", ""),
        ("天气晴好", "", "", ""),
    ],
)
def test_topic(text: str, lead: str, heading: str, topic: str) -> None:
    assert topic_of(text, lead, heading, TOPICS) == topic


@pytest.mark.parametrize(
    ("text", "lead", "heading", "topic"),
    [
        ("加密站网", "", "抓实培训", "站网"),
        ("明确任务、细化举措", "抓好站网巡检", "建强站网", ""),
        ("站点培训", "", "抓实培训", "学习"),
        ("站点培训", "", "", "站网"),
        ("支部学习", "", "建强支部", "学习"),
        ("读《站网手册》", "", "建强站网", ""),
    ],
)
def test_topic_of_a_wording_out_of_its_place(text: str, lead: str, heading: str, topic: str) -> None:
    assert topic_of_phrase(text, [(lead, heading)], (*TOPICS[:1], Topic("学习", ("学习", "培训", "支部学习")), TOPICS[2])) == topic


@pytest.mark.parametrize("when", ["今年以来", "二季度", "*月", "“八一”期间", "截至目前", "元旦、春节期间", "近年来"])
def test_a_clause_that_only_says_when_is_dropped(when: str) -> None:
    found = mine([read_text("甲", f"一、主要做法\n（一）建强站网。{when}，坚持以观测质量为先，巡护南坡样带，推动站网提质增效。\n")[0]], TOPICS)
    clauses = {p.text: p.position for p in found if p.kind is Kind.CLAUSE}
    assert set(clauses) == {"坚持以观测质量为先", "巡护南坡样带", "推动站网提质增效"}
    assert (clauses["坚持以观测质量为先"], clauses["推动站网提质增效"]) == (Position.OPEN, Position.CLOSE)


@pytest.mark.parametrize(
    ("sentence", "result"),
    [
        ("花期预报准确率达到{比例}%。", True),
        ("站网面貌明显改善。", True),
        ("完成站点改造{万户数}万户。", True),
        ("花期观测取得新进展。", True),
        ("推进站网升级，加密南坡样带。", False),
        ("局党组召开碰头会{次数}次。", False),
        ("圆满办好物候节，选配讲解员。", False),
        ("春分期间，走访农户{户数}户，发放补贴{金额}万元。", False),
    ],
)
def test_results_are_told_from_measures(sentence: str, result: bool) -> None:
    assert is_result(sentence) is result


def test_a_piece_of_a_sentence_may_have_a_move_of_its_own() -> None:
    text = (
        "一、主要做法\n（一）建强站网。勤加巡检，未发现漏测，省级期刊发表文章3篇。\n"
        "二、存在问题及原因\n一年来，站网工作取得了一定的成绩，但仍存在差距和不足。一是站点偏少。二是原因在于重视不够，巡检力度有所不足。\n"
    )
    moves = {p.text: (p.kind, p.move) for p in mine([read_text("甲", text)[0]], TOPICS)}
    assert moves["未发现漏测"] == (Kind.CLAUSE, Move.RESULT)
    assert moves["省级期刊发表文章{篇数}篇"] == (Kind.FRAME, Move.RESULT)
    assert moves["站网工作取得了一定的成绩"] == (Kind.CLAUSE, Move.RESULT)
    assert moves["原因在于重视不够"] == (Kind.CLAUSE, Move.CAUSE)
    assert moves["巡检力度有所不足"] == (Kind.CLAUSE, Move.PROBLEM)


TABLES = Tables(Classes({"巡护": ("巡护", "巡检"), "培训": ("培训",)}), common=Common(frozenset({"坚持", "不断", "守住", "质量", "推动"})))


def test_a_wording_knows_what_it_stood_beside_and_what_it_presupposes() -> None:
    text = "一、主要做法\n（一）建强站网。坚持质量为先，巡检南坡样带，不断守住质量底线。办讲堂，推动观测员常学常新。\n"
    found = {p.text: p for p in mine([read_text("云州市物候局/甲", text)[0]], TOPICS, tables=TABLES)}
    aim = found["不断守住质量底线"]
    assert (aim.acts, dict(aim.beside).keys() >= {"巡检", "样带"}, aim.licence) == ((("巡护", 1),), True, (("底线",),))
    assert (found["坚持质量为先"].position, found["坚持质量为先"].acts) == (Position.OPEN, (("巡护", 1),))
    assert ("观测",) in found["推动观测员常学常新"].licence or ("观测员",) in found["推动观测员常学常新"].licence
    assert found["推动观测员常学常新"].acts == ()
    assert aim.units == 1


def test_offices_are_counted_not_reports() -> None:
    bodies = ("巡检样带3处", "巡检水尺5处", "培训观测员9名")
    reports = [
        read_text(f"{unit}/{n}", f"一、主要做法\n（一）第{n}件事做了{n}回。{body}，推动站网提质增效。\n")[0]
        for n, (unit, body) in enumerate(zip(("甲局", "甲局", "乙局"), bodies, strict=True))
    ]
    (aim,) = [p for p in mine(reports, TOPICS, tables=TABLES) if p.text == "推动站网提质增效"]
    assert (aim.units, aim.acts) == (2, (("培训", 1), ("巡护", 1)))
    assert word_counts(merge(*map(gather, reports)))["巡检"] == 1


def test_a_stance_behind_what_was_done_is_no_aim() -> None:
    text = "一、主要做法\n（一）建强站网。巡检南坡样带，坚持质量守住底线。巡检北坡样带，不断守住质量底线。\n"
    found = {p.text: p for p in mine([read_text("云州市物候局/甲", text)[0]], TOPICS, tables=TABLES)}
    assert found["坚持质量守住底线"].position is None
    assert found["不断守住质量底线"].position is Position.CLOSE
