"""Titles break where a clerk would break them."""

from __future__ import annotations

import re
from itertools import pairwise
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


LONG = """云州市卫生健康委员会2025年度全面从严治党主体责任落实情况报告
关于印发《云州市水务局2025年重点工作任务分工方案》的通知
云州市水务局机关党委2025年上半年党建工作总结和下半年工作打算
云州市云岭区青石河街道党工委书记2025年度抓基层党建工作述职报告
云州市自然资源和规划局2025年度法治政府建设工作情况报告
关于云州市2024年国民经济和社会发展计划执行情况与2025年国民经济和社会发展计划草案的报告
云州市应急管理局2025年安全生产和防灾减灾救灾工作总结
党组书记、局长2025年度述职述廉述学述法报告
云州市住房和城乡建设局2025年工作总结及2026年工作思路
中共云州市委组织部云州市人力资源和社会保障局云州市水务局关于2025年公务员考核工作情况的报告""".split()


@pytest.mark.parametrize("title", LONG)
def test_long_titles_stand_as_a_trapezoid_or_a_diamond(title: str) -> None:
    lines = title_lines(title, ROOM)
    widths = [sum(map(ems, line)) for line in lines]
    steps = [b - a for a, b in pairwise(widths)]
    assert not any(a < 0 < b for a, b in pairwise(steps)), "hour-glass"
    assert all(steps), "rectangle"
    assert max(widths) <= ROOM
    assert min(widths) >= 5
    assert not any(re.search(r"\d$", a) and re.match(r"\d|年", b) for a, b in pairwise(lines)), "a number is broken"
