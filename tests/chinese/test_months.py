"""Months in files: what is written is read back, and nothing else is a month."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.months import month_of, months_between, months_of, printed, written


@given(st.tuples(st.integers(1000, 9999), st.integers(1, 12)))
def test_what_is_written_is_read_back(month: tuple[int, int]) -> None:
    assert month_of(written(month)) == month


@pytest.mark.parametrize("text", ["", "2021", "2021-2", "2021-13", "2021-00", "2021年2月", "2021-02 ", "2021-02\n", "２０２１-02"])
def test_nothing_else_is_a_month(text: str) -> None:
    assert month_of(text) is None


def test_a_person_pads_no_month() -> None:
    assert (written((2021, 2)), printed((2021, 2))) == ("2021-02", "2021年2月")


@pytest.mark.parametrize(
    ("part", "months"),
    [("", (1, 12)), ("年中", (1, 6)), ("下半年", (7, 12)), ("前三季度", (1, 9)), ("一季度", (1, 3)), ("第四季度", (10, 12)), ("3季度", (7, 9))],
)
def test_the_months_of_a_part_of_a_year(part: str, months: tuple[int, int]) -> None:
    assert months_of(part) == months


@given(st.tuples(st.integers(1000, 9999), st.integers(1, 12)), st.integers(0, 60))
def test_so_many_months_later(month: tuple[int, int], more: int) -> None:
    later = month
    for _ in range(more):
        later = (later[0], later[1] + 1) if later[1] < 12 else (later[0] + 1, 1)
    assert (months_between(month, later), months_between(later, month)) == (more, -more)
