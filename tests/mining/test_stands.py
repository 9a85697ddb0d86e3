"""What a clause of formula stands beside: letters are statements, capitals are formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.mining.stands import stands


def found(cut: str, over: tuple[str, ...] = ()) -> list[str]:
    return [f"{s.clause} {s.position} {''.join(s.beside)}".rstrip() for s in stands(list(cut), str.isupper, over)]


@pytest.mark.parametrize(
    ("cut", "expected"),
    [
        ("abX", ["X 收 ba"]),
        ("aXbY", ["X 收 a", "Y 收 b"]),  # an aim belongs to the statements since the last aim
        ("aXY", ["X 收 a"]),  # a second aim has no statement of its own
        ("Xab", ["X 起 ab"]),
        ("XYab", ["X 起 ab", "Y 起 ab"]),
        ("XaYb", ["X 起 a", "Y 收 a"]),  # an opening belongs to the statements up to the next formula
        ("XabcdefY", ["X 起 abcd", "Y 收 fedc"]),
        ("abc", []),
        ("", []),
        ("XY", ["X，Y 句"]),
    ],
)
def test_what_a_clause_stands_beside(cut: str, expected: list[str]) -> None:
    assert found(cut) == expected


def test_formula_alone_speaks_over_what_stands_under_it() -> None:
    assert found("XY", ("h", "i", "j", "k", "l")) == ["X，Y 句 hijk"]
    assert found("aX", ("h",)) == ["X 收 a"]


@given(st.text("abcXYZ", max_size=10), st.lists(st.sampled_from("hij"), max_size=5).map(tuple))
def test_a_clause_stands_beside_statements_only(cut: str, over: tuple[str, ...]) -> None:
    for s in stands(list(cut), str.isupper, over):
        assert all(c.islower() for c in s.beside)
        assert len(s.beside) <= 4
        assert set(s.clause.replace("，", "")) <= set("XYZ")
        assert set(s.beside) <= set(cut) or (s.position == "句" and cut.isupper())
