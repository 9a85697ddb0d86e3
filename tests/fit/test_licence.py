"""Licence: particulars are what no office shares, and they are said by word, thing, topic or act."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bank.phrase import Group
from generator.fit.classes import Classes, load_classes
from generator.fit.common import load_common
from generator.fit.gist import Gist, Reader
from generator.fit.lexicon import Lexicon
from generator.fit.licence import particulars, said, strange, unsaid
from generator.problems import Faults, Source
from tests.fit.made import COMMON, READER


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("坚持责任落实", ()),
        ("推动观测落实", (("观测",),)),
        ("推动“四季值守”落实", ()),
        ("推动“观测值守”落实", (("观测",),)),
        ("推动{业务}落实", ()),
        ("让群众少跑腿，让商户少等", (("群众",), ("商户",))),
    ],
)
def test_particulars(text: str, groups: tuple[Group, ...]) -> None:
    assert particulars(text, READER, COMMON) == groups


@pytest.mark.parametrize(
    ("word", "place", "expected"),
    [
        ("慰问金", "发放慰问金", True),
        ("慰问", "发放慰问金", False),  # whole words only
        ("群众", "走访居民", True),  # a thing by its own name
        ("居民", "帮助困难群众", False),  # another word of the class is itself
        ("民生", "发放救助", True),  # a topic by its name
        ("检查", "抽查票据", False),  # an act is no thing: conditions on acts have a key of their own
        ("抽查", "检查票据", False),
    ],
)
def test_a_word_is_said_by_itself_or_as_the_name_of_its_class(word: str, place: str, expected: bool) -> None:
    assert said(word, READER.gist(place)) is expected


def test_of_every_group_one_word_must_be_said() -> None:
    licence = (("群众", "企业"), ("票据",))
    assert unsaid(licence, READER.gist("走访商户，抽查票据")) == ()
    assert unsaid(licence, READER.gist("走访商户")) == (("票据",),)
    assert unsaid(licence, Gist()) == licence


WORDS = st.sampled_from(["群众", "居民", "企业", "票据", "观测", "检查", "抽查", "民生"])
GROUPS = st.lists(st.lists(WORDS, min_size=1, max_size=3).map(tuple), max_size=4).map(tuple)
PLACES = st.lists(st.sampled_from(["抽查票据", "走访居民", "看护观测", "服务商户", "发放救助", ""]), max_size=4).map("，".join)


@given(GROUPS, PLACES, PLACES)
def test_whatever_else_is_said_a_group_stays_said(groups: tuple[Group, ...], here: str, more: str) -> None:
    gist = READER.gist(here)
    assert set(unsaid(groups, gist + READER.gist(more))) <= set(unsaid(groups, gist))
    assert set(unsaid(groups, gist)) <= set(groups)


def test_a_coinage_is_strange_and_a_word_of_the_genre_is_not() -> None:
    reader = Reader(Lexicon.counted({"推动": 9, "观测": 3}), characters={"站": 20, "网": 9, "塑": 1})
    assert strange("推动站网观测", reader) == ""
    assert strange("推动塑旅观测", reader) == "塑旅"
    assert strange("推动{业务}塑", reader) == ""
    many = Reader(reader.lexicon, characters={"站": 2000, "网": 900, "塑": 100, "旅": 100})  # a hundred offices of two thousand are one of twenty
    assert (strange("推动站网观测", many), strange("推动塑旅观测", many)) == ("", "塑旅")
    assert strange("推动塑旅", READER) == ""  # nothing is known of characters
    few = Reader(Lexicon.counted({"推动": 2}), characters={"站": 7})
    assert strange("推动塑旅", few) == ""  # seven offices cannot say what is rare


def test_tables_tell_every_fault() -> None:
    with pytest.raises(Faults) as caught:
        load_classes(Source("事类.yaml", "- {事类: 检查, 词: [抽查]}\n- {事类: 检查, 词: [督查]}\n- {词: [甲]}\n"), "事类")
    assert {p.place.line for p in caught.value.problems} == {2, 3}
    with pytest.raises(Faults):
        load_common(Source("常用.yaml", "- {辞: [甲]}\n"))
    common = load_common(Source("常用.yaml", "- {词: [责任], 备注: 甲}\n- {引: [四季值守], 词: [落实]}\n"))
    assert (common.words, common.names) == ({"责任", "落实"}, {"四季值守"})


def test_a_users_rows_add_to_a_class() -> None:
    both = Classes({"检查": ("抽查",)}) | Classes({"检查": ("督查", "抽查"), "巡护": ("巡护",)})
    assert both.members == {"检查": ("抽查", "督查"), "巡护": ("巡护",)}
    assert both.of_word["督查"] == ("检查",)
