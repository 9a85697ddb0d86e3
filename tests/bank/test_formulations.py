"""提法: reading the table, the dates of a text, dated-looking wordings that the table does not cover."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bank.formulations import Formulation, FormulationKind, contained, load_formulations, spoken, validity
from generator.problems import Faults, Source

SHIPPED = Path(__file__).parents[2] / "phrasebank" / "提法.yaml"

INVENTED = """\
- {提法: 云大, 类: 会议, 起: 2017-10, 出处: 云州会议}
- {提法: 云大精神, 类: 会议, 起: 2017-10, 止: 2022-10, 出处: 云州会议}
- {提法: “三清三白”专题教育, 类: 活动, 起: 2019-05, 止: 2020-01, 误写: [“三清三白”主题教育], 出处: 云州方案}
- {提法: 云上六条, 类: 表述, 起: 2018-03, 出处: 云州通知}
- {提法: 云山行动, 类: 活动, 起: 2023-01, 止: 2024-12, 出处: 云州方案}
"""


@pytest.fixture(scope="module")
def invented() -> tuple[Formulation, ...]:
    return load_formulations(Source("提法.yaml", INVENTED))


@pytest.fixture(scope="module")
def shipped() -> tuple[Formulation, ...]:
    return load_formulations(Source(str(SHIPPED.name), SHIPPED.read_text(encoding="utf-8")))


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(Faults) as raised:
        load_formulations(Source("提法.yaml", text))
    return [(p.place.line, p.code) for p in raised.value.problems]


def test_a_row_is_read_whole(invented: tuple[Formulation, ...]) -> None:
    assert invented[2] == Formulation("“三清三白”专题教育", FormulationKind.CAMPAIGN, (2019, 5), (2020, 1), ("“三清三白”主题教育",), "云州方案")
    assert invented[0].until is None
    assert invented[0].wrong == ()


@pytest.mark.parametrize("text", ["", "\n", "# 只有注释\n"])
def test_a_file_without_rows_has_none(text: str) -> None:
    assert load_formulations(Source("提法.yaml", text)) == ()


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("{提法: 云大, 类: 会议, 起: 2017-10}", ["missing-key"]),
        ("{提法: 云大, 类: 会, 起: 2017-10, 出处: 云州}", ["unknown-value"]),
        ("{提法: 云大, 类: 会议, 起: 2017-13, 出处: 云州}", ["month"]),
        ("{提法: 云大, 类: 会议, 起: 2017-1, 出处: 云州}", ["month"]),
        ("{提法: 云大, 类: 会议, 起: 2017年10月, 出处: 云州}", ["month"]),
        ("{提法: 云大, 类: 会议, 起: 2017-10, 止: 2017-09, 出处: 云州}", ["month-order"]),
        ("{提法: 云大, 类: 会议, 起: 2017-10, 终: 2018-01, 出处: 云州}", ["unknown-key"]),
        ('{提法: 云大, 类: 会议, 起: 2017-10, 出处: ""}', ["empty-value"]),
        ("{提法: 云大, 类: 会议, 起: 2017-10, 误写: [云大], 出处: 云州}", ["wrong-is-right"]),
        ("{提法: 云大精神, 类: 会议, 起: 2017-10, 误写: [大精神], 出处: 云州}", ["wrong-is-right"]),
        ("云大", ["not-record"]),
    ],
)
def test_each_fault_is_named(row: str, codes: list[str]) -> None:
    assert faults(f"- {row}\n") == [(1, code) for code in codes]


def test_all_faults_come_at_once() -> None:
    rows = (
        "- {提法: 云大, 类: 会议, 起: 十月, 出处: 云州}\n"
        "- {提法: 云上, 类: 表述, 起: 2018-03, 止: 2017-01, 出处: 云州}\n"
        "- {提法: “云大”, 类: 会议, 起: 2017-10, 出处: 云州}\n"
    )
    assert faults(rows) == [(1, "month"), (2, "month-order"), (3, "duplicate")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("加强学习", None),
        ("贯彻云大部署", ((2017, 10), None)),
        ("贯彻云大精神", ((2017, 10), (2022, 10))),
        ("落实云上六条和云大精神", ((2018, 3), (2022, 10))),
        ("开展三清三白专题教育", ((2019, 5), (2020, 1))),
        ("开展「三清三白」专题教育", ((2019, 5), (2020, 1))),
        ("按“云上六条”推进云山行动", ((2023, 1), (2024, 12))),
        ("从三清三白专题教育到云山行动", ((2023, 1), (2020, 1))),
    ],
)
def test_validity_is_the_intersection(text: str, dates: object, invented: tuple[Formulation, ...]) -> None:
    assert validity(text, invented) == dates


def test_a_shorter_wording_counts_only_where_it_stands_alone(invented: tuple[Formulation, ...]) -> None:
    assert [f.text for f in contained("云大精神", invented)] == ["云大精神"]
    assert [f.text for f in contained("云大以来，落实云大精神", invented)] == ["云大精神", "云大"]


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("学习贯彻党的二十六大精神", "二十六大精神"),
        ("学习贯彻二十九届五中全会精神", "二十九届五中全会精神"),
        ("学习贯彻二十九届二中、三中全会精神", "二十九届二中、三中全会精神"),
        ("落实二十九届中央纪委二次全会部署", "二十九届中央纪委二次全会"),
        ("落实市委十二届三次全会部署", "十二届三次全会"),
        ("迎接第二十五次代表大会", "第二十五次代表大会"),
        ("市第十八届运动会", "第十八届"),
        ("编制“十八五”规划", "十八五"),
        ("庆祝建市35周年", "35周年"),
        ("庆祝建市三十五周年", "三十五周年"),
        ("走访慰问“七一”", "七一"),
        ("学习“七一”重要讲话", "七一重要讲话"),
        ("实施水网提升三年行动", None),
        ("实施三年提升行动", "三年提升行动"),
        ("实施3年攻坚行动", "3年攻坚行动"),
        ("扎实开展主题教育", "主题教育"),
        ("推动云山行动", None),
        ("整改十三大类问题", None),
        ("办好十大实事", None),
        ("共三十五个项目", None),
        ("2025年开展专项行动", None),
        ("三年来持续开展专项行动", None),
    ],
)
def test_dated_unknown(text: str, wording: str | None, invented: tuple[Formulation, ...]) -> None:
    known = (*invented, *load_formulations(Source("续", "- {提法: 水网提升三年行动, 类: 活动, 起: 2024-01, 出处: 云州}\n")))
    assert spoken(text, known)[1] == wording


@given(st.text(alphabet="“”云大精神十三五届中全会周年行动七一第、，", max_size=30))
def test_reading_prose_never_raises_and_quotes_change_nothing(text: str) -> None:
    table = load_formulations(Source("提法.yaml", INVENTED))
    bare = text.replace("“", "").replace("”", "")
    assert validity(text, table) == validity(bare, table)
    assert spoken(text, table)[1] == spoken(bare, table)[1]


def test_the_shipped_table_is_sorted_and_sourced(shipped: tuple[Formulation, ...]) -> None:
    order = [(f.since, f.text) for f in shipped]
    assert order == sorted(order)
    assert all(len(f.source) >= 6 for f in shipped)
    assert {f.kind for f in shipped} == set(FormulationKind)


def test_the_shipped_table_covers_its_own_wordings(shipped: tuple[Formulation, ...]) -> None:
    assert [f.text for f in shipped if spoken(f.text, shipped)[1]] == []
    assert [f.text for f in shipped if validity(f.text, shipped) != (f.since, f.until)] == []


def test_the_shipped_dates_are_sane(shipped: tuple[Formulation, ...]) -> None:
    assert all((1978, 12) <= f.since <= (2026, 11) for f in shipped)
    assert all(f.until <= (2030, 12) for f in shipped if f.until)
    assert all(f.until for f in shipped if f.kind is FormulationKind.PLAN and "远景" not in f.text)


@pytest.mark.parametrize(
    ("text", "month", "said"),
    [
        ("扎实推进党史学习教育", (2021, 6), True),
        ("扎实推进党史学习教育", (2026, 6), False),
        ("贯彻党的十九大和十九届历次全会精神", (2022, 3), True),
        ("贯彻党的十九大和十九届历次全会精神", (2026, 3), False),
        ("贯彻党的二十大和二十届历次全会精神", (2026, 3), True),
        ("深刻领悟“两个确立”的决定性意义", (2020, 3), False),
        ("编制“十五五”规划", (2025, 3), True),
        ("统筹疫情防控", (2026, 3), False),
    ],
)
def test_the_shipped_table_dates_familiar_wordings(text: str, month: tuple[int, int], said: bool, shipped: tuple[Formulation, ...]) -> None:
    dates = validity(text, shipped)
    assert dates is not None
    since, until = dates
    assert (since <= month and (until is None or month <= until)) is said
