"""Numbers of sections and points, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.numerals import Ordinals, chain, chinese, number, section_number, value_of

SAID = {
    1: "一",
    10: "十",
    11: "十一",
    20: "二十",
    99: "九十九",
    100: "一百",
    101: "一百零一",
    110: "一百一十",
    119: "一百一十九",
    205: "二百零五",
    999: "九百九十九",
}
SAID |= {1000: "一千", 1005: "一千零五", 1050: "一千零五十", 2300: "二千三百"}


@pytest.mark.parametrize(("n", "text"), SAID.items())
def test_numbers_as_reports_write_them(n: int, text: str) -> None:
    assert chinese(n) == text


@given(st.integers(1, 999))
def test_a_number_reads_back(n: int) -> None:
    assert number(chinese(n)) == n


@pytest.mark.parametrize("text", ["", "零", "一十", "十十", "一百一", "百", "甲"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


def test_more_than_ninety_nine_sections_and_points() -> None:
    assert section_number(1, 100) == "一百、"
    assert chain(Ordinals.IS, 120)[-1] == "一百二十是"


@pytest.mark.parametrize(("digits", "value"), [("3", 3), ("１２", 12), ("十二", 12), ("㈢", 3), ("⒈", 1), ("⒛", 20), ("⑽", 10), ("", 0), ("甲", 0)])
def test_the_number_of_a_heading_counts_however_it_is_printed(digits: str, value: int) -> None:
    assert value_of(digits) == value
