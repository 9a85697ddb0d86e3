"""The reviewable cases: facts files and what is said about them. ``python tests/facts/facts_text.py`` rewrites them."""

from __future__ import annotations

from pathlib import Path

import pytest
from facts_text import cases, listing

CASES = [
    pytest.param(given, expected, id=f"{path.stem}: {title}")
    for path in sorted((Path(__file__).parent / "cases").glob("*.md"))
    for title, given, expected in cases(path)
]


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_case(given: str, expected: str) -> None:
    assert listing(given) == expected


@pytest.mark.parametrize(("given", "expected"), CASES)
def test_line_ends_and_byte_order_mark_change_nothing(given: str, expected: str) -> None:
    assert listing("\ufeff" + given.replace("\n", "\r\n")) == expected
