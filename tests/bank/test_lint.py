"""Lint: each kind of finding at its place, and the shipped bank without any."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from generator.bank.files import load_entries
from generator.bank.formulations import Formulation, FormulationKind
from generator.bank.lint import Knowledge, lint
from generator.bank.lint_situations import lint_situations
from generator.bank.phrase import Layer
from generator.cli import shelf
from generator.cli.curate import knowledge
from generator.fit.situations import declared, load_situations
from generator.fit.tables import NO_TABLES
from generator.mining.claims import sure_claim
from generator.problems import Severity, Source
from generator.report import Move

SKY = Formulation("星空行动", FormulationKind.CAMPAIGN, (2021, 3), (2022, 12), (), "云州市委会议")
KNOWN = Knowledge(
    frozenset({"应急"}),
    (SKY,),
    lambda p: sure_claim(p, (SKY,), frozenset({"守土有责"})),
    (2026, 11),
    frozenset({"排查", "虚"}),
    lambda p: [word for word in ("堤防",) if word in p.text],
    frozenset({"巡堤"}),
)


def found(text: str, beside: str = "", layer: Layer = Layer.USER) -> list[tuple[int, int, str]]:
    entries = load_entries(Source("我的.yaml", text), layer)
    return [(p.place.line, p.place.column, p.code) for p in lint(entries, KNOWN, load_entries(Source("自带.yaml", beside), Layer.CURATED))]


@pytest.mark.parametrize(("text", "expected"), [
    ("- {说法: '召开{怪}会议', 性质: 事实}\n", [(1, 8, "slot")]),
    ("- {说法: '巡查{次数}次{处数}处{专题}', 性质: 事实}\n", []),
    ("- {说法: 坚持守土有责, 主题: 天气}\n", [(1, 8, "topic")]),
    ("- {说法: 坚持守土有责, 止: 2020-12}\n", [(1, 8, "expired")]),
    ("- {说法: 扎实推进星空行动}\n", [(1, 8, "undated"), (1, 8, "unended")]),
    ("- {说法: 扎实推进星空行动, 起: 2021-03, 止: 2022-12}\n", [(1, 8, "expired")]),
    ("- {说法: 扎实推进星空行动, 起: 2020-03, 止: 2023-01}\n", [(1, 8, "expired"), (1, 8, "undated"), (1, 8, "unended")]),
    ("- 取得明显成效\n", [(1, 3, "claim")]),
    ("- {说法: 取得明显成效, 性质: 事实}\n", []),
    ("- {说法: 取得明显成效, 理由: 只是例子}\n", []),
    ("- 把思想统一到总书记重要讲话精神上来\n- 学习系列重要讲话精神\n", [(1, 3, "trimmed"), (2, 3, "trimmed")]),
    ("- 学习习近平总书记系列重要讲话和重要指示批示精神\n- 落实市委书记的重要批示\n", []),
    ("- 坚持“守土有责\n", [(1, 3, "marks")]),
    ("- 坚持守土有责,守土尽责\n", [(1, 3, "marks")]),
    ("- {说法: 坚持守土有责, 须有: ['防 汛', 排涝]}\n", [(1, 8, "licence")]),
    ("- {说法: 坚持守土有责, 限: [汛]}\n", [(1, 8, "licence")]),
    ("- {说法: 坚持守土有责, 语步: 举措, 位: 起}\n", [(1, 8, "nowhere")]),
    ("- {说法: 坚持守土有责, 语步: 举措, 位: 起, 主题: 应急}\n", []),
    ("- {说法: 坚持守土有责, 语步: 举措, 位: 起, 伴: [水库 2], 事类: [排查]}\n", []),
    ("- {说法: 坚持守土有责, 语步: 举措, 位: 起, 伴: [水库], 事类: [排差, 虚]}\n", [(1, 8, "act"), (1, 8, "act")]),
    ("- {说法: 坚持守土有责, 语步: 举措, 位: 起, 情形: [巡堤]}\n", []),
    ("- {说法: 坚持守土有责, 语步: 举措, 位: 起, 情形: [巡提]}\n", [(1, 8, "situation")]),
    ("- {说法: 守好大堤, 语步: 举措, 类: 标题}\n", [(1, 8, "nowhere")]),
    ("- {说法: 新建一批泵站, 语步: 打算}\n", [(1, 8, "claim")]),
    ("- {说法: 加快泵站改造, 语步: 打算}\n", []),
    ("- {说法: 坚持“守土有责”}\n", []),
    ("- 压实守土有责\n- 压实“守土有责”\n", [(2, 3, "duplicate")]),
    ("- 坚持人民至上，把群众的事办实办好\n- 坚持人民至上，让群众少跑腿不跑腿\n", []),
    ("- 坚持人民至上，把群众的每件实事办好\n- 坚持人民至上，把群众的每件实事办成\n", [(2, 3, "near")]),
])  # fmt: skip
def test_findings(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert sorted(found(text)) == sorted(expected)


def test_what_stands_beside_is_repeated_but_not_judged() -> None:
    beside = "- 坚持守土有责\n- 坚持守土有责\n- 坚持“守土尽责\n"
    assert found("- {说法: 坚持守土有责, 主题: 应急}\n", beside) == [(1, 8, "duplicate")]


@pytest.mark.parametrize(("text", "expected"), [
    ("- {说法: 守住堤防, 语步: 举措, 位: 收, 伴: [水库]}\n", [(1, 8, "unlicensed")]),
    ("- {说法: 守住堤防, 语步: 举措, 位: 收, 伴: [水库], 限: [堤防]}\n", []),
    ("- {说法: 守住堤防, 语步: 举措, 位: 收, 伴: [水库], 状态: 已收}\n", []),
    ("- {说法: 守住大堤, 语步: 举措, 位: 收}\n", [(1, 8, "nowhere")]),
    ("- {说法: 上半年工作, 语步: 举措, 类: 标题}\n", []),
    ("- 压实一岗双责\n- 压实“一岗双责”\n", []),
])  # fmt: skip
def test_what_nobody_read_is_held_to_more(text: str, expected: list[tuple[int, int, str]]) -> None:
    assert found(text, layer=Layer.MINED) == expected


def test_the_shipped_bank_lints_clean() -> None:
    known = knowledge((2026, 11))
    assert known.acts
    problems = lint([entry for layer in shelf.layers_of() for entry in layer], known)
    assert [str(p) for p in problems if p.severity is not Severity.HINT] == []


@pytest.mark.parametrize(("row", "expected"), [
    ("- {情形: 查险, 做: [巡堤, 查险], 例: [巡堤12次], 反: [清淤3处]}\n", []),
    ("- {情形: 查险, 做: [巡堤], 例: [查险12次]}\n", ["situation-example"]),
    ("- {情形: 查险, 做: [巡堤, 清淤], 例: [巡堤12次], 反: [清淤3处]}\n", ["situation-example"]),
    ("- {情形: 查险, 做: [巡堤, 堤], 例: [巡堤12次]}\n", ["situation-word"]),
    ("- {情形: 清障, 做: [清淤], 例: [清淤3处]}\n", ["situation-unused"]),
])  # fmt: skip
def test_a_table_of_situations_is_held_to_its_examples(row: str, expected: list[str]) -> None:
    source = Source("情形.yaml", row)
    reader = replace(NO_TABLES, situations=load_situations(source)).reader({})
    assert [p.code for p in lint_situations(declared(source), reader, {"查险"})] == expected


def test_the_shipped_situations_lint_clean() -> None:
    tied = {name for layer in shelf.layers_of() for e in layer for name in e.phrase.situations}
    assert [str(p) for p in lint_situations(shelf.situations(), shelf.bank().reader, tied)] == []


MAKES = re.compile("(?:^|[，、])(?:健全|完善|制定|出台|建立|修订)")
MADE = re.compile("健全|完善|制定|修订|出台|建立|印发|机制|制度|体系|措施|办法|预案|责任[制清书]")


def test_no_shipped_lead_says_that_something_was_made_where_nobody_made_it() -> None:
    """A lead over what was done that says 健全…机制 stands only beside such an act, or where the clerk says such a thing."""
    curated = [e.phrase for layer in shelf.layers_of() for e in layer if e.phrase.layer is Layer.CURATED]
    leads = [p for p in curated if p.move is Move.GENERAL and MAKES.search(p.text)]
    assert len(leads) > 10
    held = [p for p in leads if "制定" in dict(p.acts) or any(all(MADE.search(w) for w in group) for group in p.licence)]
    assert [p.text for p in leads if p not in held] == []
