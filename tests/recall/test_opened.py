"""What is opened of last year's words and how titles move on: two tables of text to be reviewed (NIGAO_REWRITE=1 with -n 0 writes them anew)."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from generator.cli import shelf
from generator.facts.load import load_facts
from generator.problems import Source
from generator.reading.text import read_text
from generator.recall.earlier import Sense, kept
from generator.recall.opened import Opener
from generator.recall.particulars import particulars
from generator.recall.past import past_of
from generator.recall.statements import Ear
from generator.recall.written import Recalled, written

HERE = Path(__file__).parent
PERSONS = shelf.vocabulary().persons
ARROW = " → "


def held(name: str, told: Callable[[str], str]) -> None:
    """Holds each line of the table ``name`` against what is ``told`` of its left side."""
    path = HERE / name
    head, *given = path.read_text(encoding="utf-8").splitlines()
    made = [f"{line.partition(ARROW)[0]}{ARROW}{told(line.partition(ARROW)[0])}" for line in given]
    if os.environ.get("NIGAO_REWRITE"):
        path.write_text("\n".join([head, *made]) + "\n", encoding="utf-8")
        return
    assert made == given


def test_old_values_are_opened() -> None:
    held("opened.txt", Opener(PERSONS, (), (2026, 1)).words)


def _moved_on(line: str) -> str:
    title, lead, date = line.split("｜")
    said = [title, lead, "一、主要做法", "（一）抓普法", "宣讲26场。", *(["东山区司法局", date] if date else [])]
    report, _ = read_text("去年", "\n".join(filter(None, said)))
    told = particulars(report)
    past = past_of(report, Ear(shelf.vocabulary()))
    text = written(Recalled(past, kept(past, (), Sense(PERSONS)), told, "年度总结", (), ["去年.txt"]), Opener(PERSONS), lambda _: "")
    found = {key: next((row for row in text.splitlines() if f"{key}: " in row), "").partition(f"{key}: ") for key in ("标题", "全称", "时段")}
    return "｜".join(f"{before.strip()} {value.partition('  #')[0].strip()}".strip() for before, _, value in found.values())


def test_titles_units_and_periods_move_on() -> None:
    held("titles.txt", _moved_on)


def test_braces_of_a_report_are_no_place_for_a_number() -> None:
    """Somebody sent round a facts file as last year's report."""
    text = "云州市物候局2025年工作总结\n一、主要做法\n（一）抓普法\n{数}名干部参训9天，{数}人次{数}场。"
    report, _ = read_text("去年", text)
    past = past_of(report, Ear(shelf.vocabulary()))
    made = written(Recalled(past, kept(past, (), Sense(PERSONS)), particulars(report), "年度总结", (), ["去年.txt"]), Opener(PERSONS), lambda _: "")
    load_facts(Source("今年.yaml", made), ["年度总结"])
