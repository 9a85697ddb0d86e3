"""Titles break where a clerk would break them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.width import ems
from generator.render.title_lines import title_lines

ROOM = 19
CASES = [
    [line for line in case.splitlines() if not line.startswith("#")]
    for case in (Path(__file__).with_name("titles.txt")).read_text(encoding="utf-8").strip().split("\n\n")
]


def seams(lines: list[str]) -> frozenset[int]:
    parts = "".join(lines).split("|")
    return frozenset(len("".join(parts[:i])) for i in range(1, len(parts)))


@pytest.mark.parametrize("lines", [case for case in CASES if case], ids=lambda lines: lines[0])
def test_cases(lines: list[str]) -> None:
    title = "".join(lines).replace("|", "")
    assert list(title_lines(title, ROOM, seams(lines))) == [line.replace("|", "") for line in lines]


@given(st.text(alphabet="云州市发展和改革局关于的报告总结2025年《》“”，、A ", max_size=90), st.integers(4, 30))
def test_laws(title: str, room: int) -> None:
    lines = title_lines(title, room)
    assert "".join(lines) == title
    assert all(sum(map(ems, line.rstrip())) <= room for line in lines)
