"""Counts that add up to the one before them are its parts, and no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.parts import add_up

PARTS = st.lists(st.integers(1, 999), min_size=2, max_size=5)


def listed(parts: list[int]) -> str:
    return "、".join(f"{'甲乙丙丁戊'[n]}类{part}件" for n, part in enumerate(parts))


@given(PARTS)
def test_parts_add_up_to_their_whole(parts: list[int]) -> None:
    assert add_up(f"受理投诉{sum(parts)}件", listed(parts))


@given(PARTS, st.integers(1, 99))
def test_what_does_not_add_up_is_no_part(parts: list[int], more: int) -> None:
    assert not add_up(f"受理投诉{sum(parts) + more}件", listed(parts))


@pytest.mark.parametrize(
    ("before", "clause"),
    [
        ("受理投诉20件", "噪声20件"),  # one thing is no part
        ("受理投诉20件", "噪声12起、油烟8起"),  # another measure
        ("受理投诉20件，其中办结20件", "噪声12件、油烟8件"),  # said already
        ("受理投诉", "噪声12件、油烟8件"),  # no whole
        ("受理投诉20件。", "噪声12件、油烟8件"),  # another sentence
    ],
)
def test_what_only_looks_like_parts(before: str, clause: str) -> None:
    assert not add_up(before, clause)


def test_decimals_add_up_exactly() -> None:
    assert add_up("拨付资金0.3亿元", "奖补0.1亿元、补助0.2亿元")
