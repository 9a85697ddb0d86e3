"""Situations: what was done, and to or for whom, told by whole words of the statements and of the head over them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import json
from msgspec.structs import replace

from generator.bank.phrase import Position
from generator.fit.judge import IN_SITUATION, NARROWER, fit
from generator.fit.place import Place
from generator.fit.situations import Situation, Situations, as_row, declared, example, load_situations, of_row
from generator.fit.telling import against, because
from generator.problems import Faults, Source
from tests.fit.made import TABLES, WORDS, phrase

CHECKED = Situation("查文书", ("抽查", "评查"), (("病历", "案卷"),), ("培训",))
TRAINED = Situation("练本领", ("培训", "轮训"))
READER = replace(TABLES, situations=Situations.made((CHECKED, TRAINED))).reader({**WORDS, "培训机构": 1})


def situations(statement: str, head: str = "") -> frozenset[str]:
    return READER.situations_of((statement,), head)


@pytest.mark.parametrize(
    ("statement", "head", "expected"),
    [
        ("抽查病历20份", "", {"查文书"}),
        ("抽查20份", "规范病历书写", {"查文书"}),
        ("病历20份", "抽查病历", set()),
        ("抽查票据20份", "", set()),
        ("抽查病历培训5期", "", set()),
        ("培训5期", "抽查病历", {"练本领"}),
        ("抽查病历5份", "抓好培训", set()),
        ("业务培训5期", "", {"练本领"}),
        ("培训班5期", "", {"练本领"}),
        ("检查培训机构5家", "", set()),
    ],
)
def test_what_was_done_is_said_by_the_statement_and_what_it_is_about_by_its_head_too(statement: str, head: str, expected: set[str]) -> None:
    assert situations(statement, head) == expected


@pytest.mark.parametrize(
    ("statement", "head", "examples", "holds"),
    [
        ("培训学员5名", "", (), False),  # a word that is none of the situation's
        ("培训学员5名", "抓好培训", (), True),  # of whose head it is
        ("培训学员，核对票据5张", "抓好培训", (), True),
        ("培训学员，核对票据、移送线索5条", "抓好培训", (), False),
        ("培训学员，核对票据", "抓好培训", (), False),  # no figure
        ("培训学员5名", "", ("轮训学员12人次",), True),  # an example says it
        ("坚持培训5期", "", (), True),  # common property
    ],
)
def test_what_tells_of_other_things_is_in_none(statement: str, head: str, examples: tuple[str, ...], holds: bool) -> None:
    situations = Situations.made((replace(TRAINED, examples=examples),))
    reader = replace(TABLES, situations=situations).reader(WORDS)
    assert bool(reader.situations_of((statement,), head)) is holds


def test_a_phrase_asks_for_one_of_its_situations_and_for_nothing_besides() -> None:
    p = replace(phrase("把关怀送到职工心坎上", position=Position.CLOSE), situations=("练本领", "查文书"))
    there = Place(READER.gists(("抽查病历20份",)), situations=situations("抽查病历20份"))
    found = fit(p, there, READER)
    assert (found.stands, found.situations, found.rank) == (True, ("查文书",), IN_SITUATION + NARROWER)
    assert because(p, found).endswith("这里是这种情形：查文书")
    elsewhere = fit(p, Place(READER.gists(("发放慰问金",))), READER)
    assert (elsewhere.stands, elsewhere.rank) == (False, 0.0)
    assert against(p, elsewhere) == "只用在这些情形：练本领、查文书"


def test_the_narrower_situation_ranks_first() -> None:
    both = frozenset({"查文书", "练本领"})
    narrow, wide = (fit(replace(phrase(), situations=(name,)), Place((), situations=both), READER).rank for name in ("查文书", "练本领"))
    assert narrow > wide


def test_a_file_is_read_and_kept_as_it_was() -> None:
    text = "- {情形: 查文书, 做: [抽查, 评查], 关于: [病历/案卷], 不: [培训], 例: [抽查病历20份, 规范病历｜抽查20份], 反: [抽查票据]}\n"
    found = load_situations(Source("情形.yaml", text))
    assert found.by_name == {"查文书": replace(CHECKED, examples=("抽查病历20份", "规范病历｜抽查20份"))}
    assert of_row(json.decode(json.encode(as_row(CHECKED)))) == CHECKED
    row = declared(Source("情形.yaml", text))[0]
    assert (row.place.line, *map(example, row.situation.examples)) == (1, ("抽查病历20份", ""), ("抽查20份", "规范病历"))


def test_faults_are_told_at_once() -> None:
    text = "- {情形: 甲, 做: [抽查]}\n- {情形: 甲, 做: [评查]}\n- {情形: 乙}\n- {情形: 丙, 做: [抽查], 关与: [病历]}\n"
    with pytest.raises(Faults) as raised:
        load_situations(Source("情形.yaml", text))
    assert [(p.place.line, p.code) for p in sorted(raised.value.problems)] == [(2, "situation-twice"), (3, "missing-key"), (4, "unknown-key")]


def test_a_later_table_stands_for_an_earlier_one_by_name() -> None:
    mine = replace(CHECKED, about=())
    both = Situations.made((CHECKED, TRAINED)) | Situations.made((mine,))
    assert both.by_name == {"查文书": mine, "练本领": TRAINED}
    assert both.words == mine.words | TRAINED.words


SAID = st.lists(st.sampled_from(("抽查", "评查", "病历", "案卷", "培训", "轮训", "票据", "慰问金")), max_size=5).map("，".join)


@given(SAID, SAID, SAID)
def test_more_said_in_the_head_takes_no_situation_away_but_by_what_must_not_be_said(statement: str, head: str, more: str) -> None:
    before, after = situations(statement, head), situations(statement, f"{head}，{more}")
    assert before - after <= {"查文书"}
    assert before <= after or "培训" in more
