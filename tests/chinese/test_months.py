"""Months in files: what is written is read back, and nothing else is a month."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.months import month_of, printed, written


@given(st.tuples(st.integers(1000, 9999), st.integers(1, 12)))
def test_what_is_written_is_read_back(month: tuple[int, int]) -> None:
    assert month_of(written(month)) == month


@pytest.mark.parametrize("text", ["", "2021", "2021-2", "2021-13", "2021-00", "2021年2月", "2021-02 ", "2021-02\n", "２０２１-02"])
def test_nothing_else_is_a_month(text: str) -> None:
    assert month_of(text) is None


def test_a_person_pads_no_month() -> None:
    assert (written((2021, 2)), printed((2021, 2))) == ("2021-02", "2021年2月")
