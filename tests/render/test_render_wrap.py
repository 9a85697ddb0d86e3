"""The laws of line breaking, on any text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.width import columns
from generator.render.wrapping import NOT_FIRST, NOT_LAST, unbreakable, wrap

TEXTS = st.text(
    alphabet=st.one_of(st.sampled_from("云州山水，。；：、！？”“《》（）〔〕…—abc123.% "), st.characters(exclude_categories=["Cs", "Cc"])),
    max_size=80,
)
WIDTHS = st.integers(20, 100)
INDENTS = st.integers(0, 12)


@given(TEXTS, WIDTHS, INDENTS, INDENTS)
def test_the_lines_joined_are_the_text(text: str, width: int, first: int, rest: int) -> None:
    assert "".join(text[a:b] for a, b in wrap(text, width, first, rest)) == text


@given(TEXTS, WIDTHS, INDENTS, INDENTS)
def test_no_line_is_wider_than_the_width(text: str, width: int, first: int, rest: int) -> None:
    indents = [first] + [rest] * len(text)
    assert all(indent + columns(text[a:b]) <= width for indent, (a, b) in zip(indents, wrap(text, width, first, rest), strict=False))


@given(TEXTS, WIDTHS, INDENTS)
def test_lines_end_only_where_a_line_may_end(text: str, width: int, first: int) -> None:
    ends, units = {0}, list(unbreakable(text))
    for unit in units:
        ends.add(max(ends) + len(unit))
    if all(columns(unit) <= width - first for unit in units):
        assert {a for a, _ in wrap(text, width, first)} <= ends
        lines = [text[a:b] for a, b in wrap(text, width, first)]
        assert all(line[0] not in NOT_FIRST for line in lines[1:])
        assert all(line[-1] not in NOT_LAST for line in lines[:-1])


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("云州云州云州云州云州。", 20, ["云州云州云州云州云", "州。"]),
        ("云州云州云州云州云“双百”", 20, ["云州云州云州云州云", "“双百”"]),
        ("云州云州云州云州云1246人次", 20, ["云州云州云州云州云", "1246人次"]),
        ("云州云州云州云州3.2%云州", 20, ["云州云州云州云州3.2%", "云州"]),
        ("云州云州云州云州〔待补〕次", 20, ["云州云州云州云州", "〔待补〕次"]),
        ("云州云州云州云州云1—11月", 20, ["云州云州云州云州云", "1—11月"]),
        ("云州云州云州云州1—11月", 20, ["云州云州云州云州1—11", "月"]),
        ("云州云州云州云州云……州", 20, ["云州云州云州云州云……", "州"]),
        ("云州云州云州云州云州……", 20, ["云州云州云州云州云", "州……"]),
    ],
)
def test_examples(text: str, width: int, lines: list[str]) -> None:
    assert [text[a:b] for a, b in wrap(text, width)] == lines


def test_an_empty_text_is_one_empty_line() -> None:
    assert wrap("", 20) == [(0, 0)]
