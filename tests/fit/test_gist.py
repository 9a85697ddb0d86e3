"""The gist: the act of a clause is its predicate, a topic takes two words or the last, what is unknown is passed over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.fit.gist import NOTHING
from tests.fit.made import ACTS, READER, THINGS, TOPICS, WORDS


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("发放慰问金3万元", ("发放",)),
        ("查处违规培训9起", ("检查",)),
        ("开展业务培训5期", ("培训",)),
        ("组织开展轮训，抽查票据", ("培训", "检查")),
        ("推进培训机构检查12次", ("检查",)),
        ("培训机构有变动", ()),
        ("培训中心改造2处", ("建设",)),
        ("修订《云岭样带巡护办法》", ("制定",)),
        ("观测《云岭检查样带水尺》", ()),
        ("开展{次数}次培训", ("培训",)),
        ("举办检查培训班3期后发放票据", ("培训",)),
        ("开展", ()),
        ("天气晴好", ()),
    ],
)
def test_the_act_is_the_predicate(text: str, acts: tuple[str, ...]) -> None:
    assert READER.gist(text).acts == acts


def test_a_long_word_is_also_what_it_ends_in() -> None:
    assert READER.gist("开展业务培训").words == ("业务培训", "培训")


def test_light_verbs_are_no_words() -> None:
    assert "开展" not in READER.gist("开展观测").words
    assert READER.gist("开展观测").words == ("观测",)


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("看护样带，校准水尺", {"站网建设"}),
        ("样带上的票据", set()),
        ("移送样带线索", set()),
        ("核对低保", {"民生"}),
        ("救助、救助，又见票据", set()),
        ("看护样带，校准水尺，核对低保和救助", {"站网建设", "民生"}),
    ],
)
def test_a_topic_takes_two_words_or_the_last(text: str, topics: set[str]) -> None:
    assert READER.gist(text).topics == topics


def test_things_are_classes_of_words() -> None:
    assert READER.gist("走访慰问困难职工和商户").things == {"职工", "企业"}


def test_numbers_and_slots_are_emptied() -> None:
    assert READER.gist("发放救助金{金额}万元").words == READER.gist("发放救助金12万元").words == ("发放", "救助金")


SAID = sorted({*WORDS, *ACTS.words(), *THINGS.words(), *TOPICS.words()})
TEXTS = st.lists(st.sampled_from([*SAID, "山", "水", "3", "，", "。", "《", "》", "{次数}"]), max_size=12).map("".join)


@given(TEXTS)
def test_words_stand_in_the_text_and_acts_are_of_the_table(text: str) -> None:
    gist = READER.gist(text)
    bare = text.replace("{次数}", "□")
    assert all(word in bare or "《" in text for word in gist.words)
    assert set(gist.acts) <= ACTS.members.keys() - {"虚"}
    assert gist.things <= THINGS.members.keys()
    assert gist.topics <= TOPICS.members.keys()


@given(TEXTS, TEXTS, TEXTS)
def test_gists_add_up_in_any_grouping(a: str, b: str, c: str) -> None:
    x, y, z = READER.gists((a, b, c))
    assert (x + y) + z == x + (y + z)
    assert x + NOTHING == x == NOTHING + x
    assert x + x == x
