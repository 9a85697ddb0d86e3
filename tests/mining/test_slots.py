"""Slots: the reviewable cases, and what must stay out of the bank."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bank.phrase import SLOT, Kind
from generator.bank.slots import slots_of
from generator.mining.distil import mine
from generator.mining.slots import empty, numbered, with_subject
from generator.reading.text import read_text

_FILLED, _BAD = (part.strip().splitlines() for part in (Path(__file__).parent / "cases.md").read_text(encoding="utf-8").split("## ")[1:])


@pytest.mark.parametrize("line", _FILLED[2:] if not _FILLED[1] else _FILLED[1:])
def test_emptied(line: str) -> None:
    said, _, expected = line.partition(" → ")
    assert numbered(empty(said)) == expected


@pytest.mark.parametrize("line", _BAD[1:])
def test_kept_out(line: str) -> None:
    report, _ = read_text("甲", f"一、主要做法\n{line}。\n")
    kept = [p.text for p in mine([report]) if p.kind in (Kind.FRAME, Kind.CLAUSE)]
    assert kept == ([] if "习近平" not in line else kept)


def test_subject() -> None:
    assert with_subject("我局党组坚持问题导向") == "{主体}坚持问题导向"
    assert with_subject("工委领导班子成员到站点调研") == "{主体}领导班子成员到站点调研"
    assert with_subject("我国物候观测起步早") == "我国物候观测起步早"


def test_slots_ask_for_topic_and_unit() -> None:
    slots = slots_of("{主体}讲党课{次数}次、{次数2}次，印发{文件列表}", "支部建设")
    assert [(s.name, s.type, s.unit, s.topic) for s in slots] == [
        ("主体", "自称", "", ""),
        ("次数", "数", "次", "支部建设.次"),
        ("次数2", "数", "次", "支部建设.次"),
        ("文件列表", "文件", "", ""),
    ]


@given(st.text(st.sampled_from("*Xx×〇_N0123456789年月日次个项万元，。、《》“”学习 局党组第届")) | st.text())
def test_emptying_never_fails_and_numbers_every_slot_once(text: str) -> None:
    names = SLOT.findall(numbered(empty(text.replace("{", "").replace("}", ""))))
    assert len(names) == len(set(names))


@pytest.mark.parametrize("text", ["1" * 15_000 + "甲", "1," * 8_000 + "甲", "约" + "3—" * 8_000 + "甲"])
def test_figures_without_an_end_are_emptied_in_time(text: str) -> None:
    """Each digit of a run was held against each measure, from every digit before it: fifteen thousand took hours."""
    started = time.perf_counter()
    numbered(empty(text))
    assert time.perf_counter() - started < 10
