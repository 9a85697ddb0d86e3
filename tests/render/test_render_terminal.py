"""What the terminal shows of the sample: in reviewable files (NIGAO_REWRITE=1 with -n 0 writes them anew), colours and origins by their laws."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.chinese.width import columns
from generator.printed import lines
from generator.render.terminal import terminal_text, why_text
from generator.report import Origin, OriginKind, Paragraph, Report, Text

ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
HERE = Path(__file__).parent


def explain(origin: Origin) -> str:
    return {OriginKind.FACT: "来源：组织科", OriginKind.PHRASE: "云州市报告（2024）"}.get(origin.kind, "")


@pytest.mark.parametrize("name", ["preview", "why"])
def test_shown_as_reviewed(name: str, report: Report) -> None:
    shown = terminal_text(report, 48, False) if name == "preview" else why_text(report, explain, 60, False)
    golden = HERE / f"{name}.txt"
    if os.environ.get("NIGAO_REWRITE"):
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [20, 21, 33, 80, 200])
def test_no_row_is_wider_and_no_word_is_lost(width: int, report: Report) -> None:
    shown = terminal_text(report, width, False)
    assert max(map(columns, shown.splitlines())) <= width
    assert "\x1b" not in shown
    assert re.sub(r"\s", "", shown) == "".join(line.text for line in lines(report))


@pytest.mark.parametrize("width", [20, 80])
def test_colour_changes_nothing_but_the_colour(width: int, report: Report) -> None:
    shown = ESCAPE.sub("", terminal_text(report, width, True))
    assert shown.startswith(terminal_text(report, width, False))
    assert "颜色：" in shown
    assert max(map(columns, shown.splitlines())) <= width


def test_blanks_stand_out_and_kinds_differ(report: Report) -> None:
    shown = terminal_text(report, 80, True)
    assert "\x1b[1;7;33m〔待补〕\x1b[0m" in shown
    assert len(set(re.findall(r"\x1b\[[0-9;]+m", shown)) - {"\x1b[0m"}) == 4


def test_the_date_stands_as_in_print(report: Report) -> None:
    *_, signature, date = terminal_text(report, 60, False).splitlines()
    assert columns(signature) == 56
    assert len(date) - len(date.lstrip()) == len(signature) - len(signature.lstrip()) + 4


@given(st.text(max_size=60), st.integers(0, 90), st.booleans())
def test_nothing_in_a_text_reaches_the_terminal_as_a_command(text: str, width: int, colour: bool) -> None:
    span = Text(text, Origin(OriginKind.FACT, "导语"))
    report = Report(title=(span,), lead=(Paragraph((span,)),), attachments=((span,),), signature=(span,), date=(span,))
    for shown in (terminal_text(report, width, colour), why_text(report, lambda _: text, width, colour)):
        bare = ESCAPE.sub("", shown) if colour else shown
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", bare)
        assert max(map(columns, bare.splitlines()), default=0) <= max(20, width)


def test_each_origin_of_a_sentence_is_named_once() -> None:
    origin = Origin(OriginKind.FACT, "做法[0].事实[0]", 9)
    sentence = Paragraph(
        (
            Text("甲", origin),
            Text("和", Origin(OriginKind.TEMPLATE, "做法.j2", 2)),
            Text("乙", replace(origin)),
            Text("。", Origin(OriginKind.TEMPLATE, "做法.j2", 3)),
        )
    )
    shown = why_text(Report(lead=(sentence,)), lambda _: "", 80, False)
    assert shown.splitlines() == ["甲和乙。", "    · 事实 做法[0].事实[0]（第9行）", "    · 模板 做法.j2:2"]
