"""Bank files: one schema for every layer, faults all at once, storing and loading are inverse."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.bank import stored
from generator.bank.bank import Bank, Topic, layered
from generator.bank.files import load_phrases
from generator.bank.phrase import SLOT, Evidence, Kind, Layer, Nature, Phrase, Position, Status, shape_of
from generator.bank.slots import slots_of
from generator.bank.stored import store_phrases
from generator.bank.topics import OF_THE_TEMPLATES, load_topics
from generator.problems import Faults, Source
from generator.report import Move, Role
from generator.yamlfile import dump_rows

ROW_TEXT = st.text("云岭青石，：“”《》/:{}[],#&*!|>'\"% 0129a-.?", min_size=0, max_size=9)
WORDING = st.text("云岭青石山水桥路，、“”：{}#*&!|>'\"% 12", min_size=1, max_size=20).filter(
    lambda t: "{" not in t and "}" not in t and t.strip() == t
)


def loaded(text: str, layer: Layer = Layer.CURATED) -> list[Phrase]:
    return load_phrases(Source("用语.yaml", text), layer)


def faults(text: str) -> list[str]:
    with pytest.raises(Faults) as caught:
        loaded(text)
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in caught.value.problems]


def test_a_group_lends_its_keys_to_its_entries() -> None:
    short, long = loaded(
        "- 主题: 支部建设\n  语步: 举措\n  位: 收\n  用语:\n"
        "    - 让支部生活有滋味\n"
        "    - {说法: 把党课讲到心坎里, 须有: [党课], 位: 起, 起: 2021-02}\n"
    )
    assert (short.topic, short.move, short.position, short.licence) == ("支部建设", Move.MEASURE, Position.CLOSE, ())
    assert (long.topic, long.move, long.position, long.licence, long.since) == ("支部建设", Move.MEASURE, Position.OPEN, (("党课",),), (2021, 2))
    assert {p.status for p in (short, long)} == {Status.CURATED}


def test_cotext_acts_and_licence_as_they_are_written() -> None:
    (p,) = loaded("- {说法: 做到账目清楚, 伴: [抽查 7, 票据], 事类: [检查 2], 限: [账目/财务, 清楚], 须有: [票据, 账本]}\n")
    assert (p.beside, p.acts) == ((("抽查", 7), ("票据", 1)), (("检查", 2),))
    assert p.licence == (("账目", "财务"), ("清楚",), ("票据", "账本"))
    assert faults("- {说法: 甲, 伴: [抽查 七], 限: [' / ']}\n") == ["1:15 not-counted", "1:26 empty-licence"]


def test_what_a_user_gives_a_topic_alone_fits_where_it_is_spoken_of() -> None:
    rows = "- {说法: 甲, 主题: 支部建设}\n- {说法: 乙, 主题: 支部建设, 事类: [检查]}\n- {说法: 丙, 主题: 抓手}\n- {说法: 丁}\n"
    assert [p.licence for p in loaded(rows, Layer.USER)] == [(("支部建设",),), (), (), ()]
    assert not any(p.licence for p in loaded(rows, Layer.CURATED))


def test_every_fault_of_a_file_at_its_place() -> None:
    text = """\
- {说法: 甲, 语步: 举错}
- {主题: 乙}
- {说法: 丙, 支持: 两}
- {说法: 丁, 起: 2021-13}
- {说法: 戊, 出处: [某报告]}
- {说法: '{己', 词语: 庚}
"""
    assert faults(text) == [
        "1:15 unknown-value",
        "2:3 phrase-missing",
        "3:15 not-number",
        "4:14 not-month",
        "5:16 not-evidence",
        "6:8 slot-braces",
        "6:14 unknown-key",
    ]


def made(text: str, kind: Kind, nature: Nature, support: int) -> Phrase:
    return Phrase(
        text=text,
        kind=kind,
        nature=nature,
        move=Move.MEASURE,
        topic="支部建设",
        position=Position.CLOSE,
        roles=frozenset({Role.PRACTICE, Role.RESULT}),
        slots=slots_of(text, "支部建设"),
        words=("党课",),
        beside=(("撰写", 3), ("心得", 1)),
        acts=(("党课", 2),),
        licence=(("党课", "三会"), ("支部",)),
        support=support,
        units=support,
        count=support + 1,
        evidence=(Evidence("某报告:甲", 3),),
        since=(2021, 2),
        until=(2022, 12),
        reason="有“了”字",
        layer=Layer.MINED,
    )


@pytest.mark.parametrize("row", ["- 说法：稳步推进\n", "主题：安全\n"])
def test_a_full_width_colon_is_no_wording(row: str) -> None:
    with pytest.raises(Faults, match="冒号是全角的"):
        load_phrases(Source("用语.yaml", row), Layer.USER)


@given(st.lists(st.builds(made, WORDING, st.sampled_from(list(Kind)), st.sampled_from(list(Nature)), st.integers(1, 9)), max_size=6))
def test_stored_and_loaded_are_the_same(phrases: list[Phrase]) -> None:
    by_id = {p.id: p for p in phrases}
    stored = store_phrases(by_id.values())
    again = [p for name, text in stored.items() for p in load_phrases(Source(name, text), Layer.MINED)]
    assert {p.id: p for p in again} == by_id
    assert store_phrases(reversed(again)) == stored


@given(st.dictionaries(st.text("云岭主题", min_size=1), ROW_TEXT | st.lists(ROW_TEXT, max_size=3), min_size=1, max_size=4))
def test_rows_are_written_as_the_library_writes_them(row: dict[str, str | list[str]]) -> None:
    as_it_is = yaml.safe_dump(row, allow_unicode=True, sort_keys=False, default_flow_style=True, width=10**6)
    assert dump_rows([row]) == f"- {as_it_is.strip()}\n"


def test_a_file_goes_on_in_a_second_one(monkeypatch: pytest.MonkeyPatch) -> None:
    phrases = loaded("- 类: 标题\n  用语: [甲, 乙, 丙, 丁, 戊]\n")
    whole = store_phrases(phrases)["标题.yaml"]
    monkeypatch.setattr(stored, "_MOST_LINES", 2)
    parts = store_phrases(phrases)
    assert list(parts) == ["标题.yaml", "标题_2.yaml", "标题_3.yaml"]
    assert "".join(parts.values()) == whole


def test_later_layers_win() -> None:
    mined = loaded("- {说法: 甲, 性质: 套语}\n", Layer.MINED)
    own = loaded("- {说法: 甲, 状态: 不收}\n", Layer.USER)
    (phrase,) = layered([mined, own]).phrases.values()
    assert (phrase.status, phrase.layer) == (Status.REJECTED, Layer.USER)


def test_a_topic_is_the_one_spoken_of_most() -> None:
    bank = layered([], [Topic("支部建设", ("支部", "三会一课")), Topic("队伍建设", ("干部",))])
    assert [bank.topic_of(t) for t in ("干部讲三会一课", "干部队伍", "天气")] == ["支部建设", "队伍建设", ""]


def test_a_topic_given_twice_is_a_fault() -> None:
    with pytest.raises(Faults):
        load_topics(Source("主题.yaml", "- {主题: 甲}\n- {主题: 甲}\n"))


def test_shapes() -> None:
    assert shape_of("提高政治站位，强化责任担当") == (6, 6)
    assert shape_of("开展谈心谈话{人次}人次") == (8,)


def test_the_shipped_bank_is_sound(bank: Bank) -> None:
    for phrase in bank.phrases.values():
        if phrase.nature is Nature.FORMULA and phrase.kind is not Kind.FORMULATION:
            assert not any(c.isdigit() or c in "《》" for c in SLOT.sub("", phrase.text)), phrase.text
        assert not phrase.topic or phrase.topic in bank.topic_names() or phrase.topic in OF_THE_TEMPLATES, phrase
