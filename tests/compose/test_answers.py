"""Which problem a plan answers: by topic, else by the words they share; named by the clerk's words, told where they stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.cli import shelf
from generator.compose.account import used
from generator.compose.answers import Pairing, _same_topic
from generator.compose.draft import Draft, compose
from generator.compose.said import shared_runs
from generator.facts.load import load_facts
from generator.facts.model import Facts, Intention, Shortcoming
from generator.printed import lines
from generator.problems import Source
from generator.report import OriginKind, Role, Text, plain
from tests.conftest import shipped

HAN = st.text("云岭青石山水桥路河堤", max_size=24)
FACTS = """\
文种: 半年总结
单位: {全称: 云州市古籍馆, 自称: 我馆}
时段: 2025年上半年
做法: [{主题: 借阅, 要点: [开放180天]}]
问题:
  - {主题: 古籍修复, 表现: 一年只修完36册，虫蛀的还有两架没有排上日程, 原因: 修复师只有2名}
  - {主题: 读者服务, 表现: 咨询台答复慢，周末常常要等上二十多分钟，老年读者意见比较集中}
打算:
  - {主题: 读者服务, 举措: [给咨询台增加1人值守, 增设老年读者专席]}
  - {主题: 古籍修复, 举措: [与云州学院合办修复班]}
"""


def facts_of(text: str = FACTS) -> Facts:
    return load_facts(Source("表.yaml", text))


def drafted(facts: Facts) -> Draft:
    return compose(facts, shelf.template(facts.kind), shipped())


@given(HAN, HAN)
def test_shared_runs_stand_in_both_texts_and_grow_no_longer(one: str, other: str) -> None:
    for run in shared_runs(one, other):
        places = [i for i in range(len(one)) if one.startswith(run, i)]
        assert len(run) > 1
        assert run in other
        assert any(i + len(run) == len(one) or one[i : i + len(run) + 1] not in other for i in places)


@given(HAN, HAN)
def test_texts_without_a_pair_in_common_share_nothing(one: str, other: str) -> None:
    pairs = {one[i : i + 2] for i in range(len(one) - 1)} & {other[i : i + 2] for i in range(len(other) - 1)}
    assert bool(shared_runs(one, other)) == bool(pairs)


def test_a_plan_answers_the_problem_of_its_topic_and_none_is_answered_twice() -> None:
    facts = facts_of()
    found = Pairing(frozenset()).pairs((*facts.intentions, facts.intentions[0]), facts.shortcomings)
    assert {n: p.topic for n, p in found.items()} == {0: "读者服务", 1: "古籍修复"}


_SAID = st.text("云岭青石桥路停车，12", max_size=8)
_TOPICS = st.sampled_from(["", "云岭", "桥路"])
_TELLING = {"停车", "青石"}


def _one_by_one(pairing: Pairing, plans: list[Intention], problems: list[Shortcoming]) -> dict[int, Shortcoming]:
    """What ``Pairing.pairs`` finds, every plan held against every problem."""
    left, found = list(problems), dict[int, Shortcoming]()
    for kin in (pairing._means, pairing._agree, _same_topic, pairing._touches):
        for n, plan in enumerate(plans):
            those = [p for p in left if n not in found and kin(plan, p)]
            if those:
                found[n] = max(those, key=lambda p: pairing._nearness(plan, p))
                left.remove(found[n])
    return found


@given(st.lists(st.tuples(_TOPICS, st.lists(_SAID, max_size=2)), max_size=6), st.lists(st.tuples(_TOPICS, _SAID, _SAID), max_size=6))
def test_what_is_looked_up_is_what_is_found_one_by_one(said: list[tuple[str, list[str]]], fell_short: list[tuple[str, str, str]]) -> None:
    plans = [Intention(f"打算[{n}]", n, topic, (), tuple((Text(m),) for m in own)) for n, (topic, own) in enumerate(said)]
    problems = [Shortcoming(f"问题[{n}]", n, topic, (Text(shows),), (Text(cause),)) for n, (topic, shows, cause) in enumerate(fell_short)]
    pairing = Pairing(frozenset({"桥路", "云岭"}), lambda text: {w for w in _TELLING if w in text})
    assert pairing.pairs(plans, problems) == _one_by_one(pairing, plans, problems)


def test_common_words_make_no_answer() -> None:
    facts = facts_of()
    plans, problems = ([replace(i, topic="") for i in facts.intentions], [replace(s, topic="") for s in facts.shortcomings])
    assert Pairing(frozenset()).pairs(plans[:1], problems).keys() == {0}
    assert Pairing(frozenset({"咨询台", "老年读者"})).pairs(plans[:1], problems) == {}


def test_the_words_that_name_a_problem_are_told_as_the_clerks_of_another_place() -> None:
    draft = drafted(facts_of())
    echoes = [i for line in lines(draft.report) for i in line.inlines if i.origin and i.origin.kind is OriginKind.ECHO]
    told = [(i.text, i.origin.path) for i in echoes if i.origin]
    assert told == [("咨询台答复慢", "问题[1].表现")]
    assert used(draft.report, facts_of())[1] == []


def test_plans_that_do_not_follow_the_problems_keep_their_order_and_are_told() -> None:
    draft = drafted(facts_of())
    assert [(p.place.line, p.severity) for p in draft.problems if p.code == "plan-order"] == [(10, "提示")]
    turned = facts_of()
    assert "plan-order" not in {p.code for p in drafted(replace(turned, intentions=turned.intentions[::-1])).problems}


def _problems(text: str) -> tuple[list[str], list[str]]:
    """The titles of the problems, and their points."""
    part = next(s for s in drafted(facts_of(text)).report.sections if Role.PROBLEM in s.roles)
    return [plain(s.title) for s in part.sections], [plain(p.inlines) for p in part.points]


def test_a_problem_has_the_clause_that_names_what_is_weak_as_its_title() -> None:
    titles, points = _problems(FACTS.replace("一年只修完36册，虫蛀的还有两架没有排上日程", "专职修复师严重不足，一年只修完36册"))
    assert titles == ["专职修复师严重不足", "咨询台答复慢"]
    assert points == []


def test_a_later_clause_is_no_title_for_what_led_to_it() -> None:
    titles, _ = _problems(FACTS.replace("虫蛀的还有两架没有排上日程", "专职修复师严重不足").replace("只有2名", "只有2名，都是兼职"))
    assert "专职修复师严重不足" not in titles


def test_a_problem_that_makes_no_title_beside_one_that_does_stands_under_its_topic_said_to_fall_short() -> None:
    titles, points = _problems(FACTS)
    heads = titles or [p.partition("。")[0] for p in points]
    assert [h.removeprefix(f"{n}是")[:4] for n, h in zip("一二", heads, strict=True)] == ["古籍修复", "咨询台答"]
    assert heads[1] == "咨询台答复慢"


def test_problems_without_topics_that_make_no_titles_have_none() -> None:
    titles, points = _problems(FACTS.replace("主题: 古籍修复, 表现", "表现").replace("主题: 读者服务, 表现", "表现"))
    assert titles == []
    assert [p[:8] for p in points] == ["一是一年只修完3", "二是咨询台答复慢"]


ALONE = """
  - {主题: 借阅管理}
"""


def test_a_topic_alone_stands_by_itself() -> None:
    draft = drafted(facts_of(FACTS + ALONE.lstrip("\n")))
    last = draft.report.sections[-1].points[-1]
    assert re.fullmatch("[一二三四五]是[^，。]{2,6}借阅管理。", plain(last.inlines))
    assert used(draft.report, facts_of(FACTS + ALONE.lstrip("\n")))[1] == []


def test_a_topic_alone_goes_on_with_what_is_done_or_answers_its_problem() -> None:
    done = FACTS.replace(
        "[{主题: 借阅, 要点: [开放180天]}]",
        "[{主题: 借阅管理, 要点: [{事项: 延长开放时间, 事实: [开放180天]}, {事项: 清理超期图书, 事实: [追回42册]}]}]",
    )
    of_its_own = (done + ALONE.lstrip("\n")).replace("借阅管理", "书目流转")
    text = "".join(plain(line.inlines) for line in lines(drafted(facts_of(of_its_own)).report))
    assert "继续延长开放时间、清理超期图书。" in text
    answered = FACTS.replace(", 举措: [给咨询台增加1人值守, 增设老年读者专席]", "")
    text = "".join(plain(line.inlines) for line in lines(drafted(facts_of(answered)).report))
    assert "着力解决咨询台答复慢的问题。" in text


def test_a_topic_alone_goes_on_with_the_acts_that_a_block_without_points_counts() -> None:
    told = "{主题: 借阅, 事实: [库房改造3处, 开展读者培训3次, 建成书库1座, 编目员张贴告示、送书上门12次]}"
    facts = (FACTS + ALONE.lstrip("\n")).replace("{主题: 借阅, 要点: [开放180天]}", told).replace("借阅管理", "借阅")
    assert "继续抓好库房改造、读者培训。" in _text(facts)


def test_a_topic_alone_is_a_line_and_nothing_in_general_terms() -> None:
    text = "".join(plain(line.inlines) for line in lines(drafted(facts_of(FACTS + "  - {主题: 安全生产}\n")).report))
    assert re.search("安全生产(?:，[^。]+)?。(?!盯|压实|坚持)", text)


def _text(text: str) -> str:
    return "\n".join(plain(line.inlines) for line in lines(drafted(facts_of(text)).report))


def test_no_plan_is_for_a_weakness_that_would_lose_its_towards() -> None:
    said = "对青年修复师压担子不够"
    told = FACTS.replace("咨询台答复慢，周末常常要等上二十多分钟，老年读者意见比较集中", said)
    assert f"针对{said[1:]}" not in _text(told)
    assert "针对咨询台答复慢的问题" in _text(FACTS)


@pytest.mark.parametrize("mark", ["。", "、", "●", "——"])
def test_a_problem_of_marks_alone_is_drafted(mark: str) -> None:
    facts = facts_of(FACTS.replace("咨询台答复慢，周末常常要等上二十多分钟，老年读者意见比较集中", f"'{mark}'"))
    assert Role.PROBLEM in {role for part in drafted(facts).report.sections for role in part.roles}


PLANS_BY_WORDS = """\
文种: 半年总结
单位: {全称: 云州市古籍馆, 自称: 我馆}
时段: 2025年上半年
做法: [{主题: 借阅, 要点: [开放180天]}]
问题:
  - 读者停车难，周末外溢到河堤路
  - 夜班馆员数量不足，值守吃力
  - 外文图书借阅率不到5%
  - {主题: 设备, 表现: 除湿机用了十二年，压缩机老化}
打算:
  - 二期停车场4月开工
  - {主题: 队伍, 举措: [再招夜班馆员4名]}
  - 与云州学院共用外文图书书目
"""


def test_one_rare_word_makes_an_answer_which_stands_before_the_plan_and_then_behind_it() -> None:
    said = _text(PLANS_BY_WORDS.replace("停车难", "停车不便"))
    assert "针对读者停车不便的问题，二期停车场4月开工" in said
    assert "再招夜班馆员4名，着力解决夜班馆员数量不足的问题" in said
    assert re.search("三是(?:优化|加强)?与云州学院共用外文图书书目", said)


def test_a_problem_told_by_a_figure_is_not_said_twice() -> None:
    """The plan that answers another says that all the same: readers of pairs missed the answer more than they minded one plan of three."""
    said = _text(PLANS_BY_WORDS.replace("夜班馆员数量不足", "夜班馆员平均年龄53岁")).partition("重点")[2]
    assert "着力破解读者停车难" in said
    assert "53岁的问题" not in said


def test_what_no_plan_answers_is_told_to_the_clerk_and_not_promised() -> None:
    draft = drafted(facts_of(PLANS_BY_WORDS))
    assert [p.place.line for p in draft.problems if p.code == "unanswered"] == [9]
    assert "压缩机老化等问题" not in _text(PLANS_BY_WORDS)
    everything = drafted(facts_of(PLANS_BY_WORDS + "  - 更换除湿机压缩机\n"))
    assert "unanswered" not in {p.code for p in everything.problems}


def test_spaces_that_a_clerk_parts_words_with_do_not_make_a_fact_unused() -> None:
    facts = FACTS.replace("[开放180天]", "[{事项: 养护, 事实: [古籍修补 320册，加固 46册, 窗帘更换 春秋两次]}]")
    draft = drafted(facts_of(facts))
    assert "古籍修补320册，加固46册" in _text(facts)
    assert used(draft.report, facts_of(facts))[1] == []
