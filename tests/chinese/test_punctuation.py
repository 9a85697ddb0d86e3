"""What stands between a place and the nearest mark, against splitting the text there."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.punctuation import since_mark, until_mark

TEXT = st.text("甲乙，。；", max_size=30)


@given(TEXT, st.integers(0, 30), st.integers(0, 30))
def test_since_the_last_mark_is_what_splitting_leaves_last(text: str, one: int, other: int) -> None:
    start, at = sorted((min(one, len(text)), min(other, len(text))))
    assert since_mark(text, at, "，。", start) == re.split("[，。]", text[start:at])[-1]


@given(TEXT, st.integers(0, 30), st.none() | st.integers(0, 30))
def test_until_the_first_mark_is_what_splitting_leaves_first(text: str, at: int, end: int | None) -> None:
    at = min(at, len(text))
    last = None if end is None else max(at, min(end, len(text)))
    assert until_mark(text, at, "，。", last) == re.split("[，。]", text[at:last])[0]
