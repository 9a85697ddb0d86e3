"""Looking through word lists by how words begin misses nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.check.prose.likely import Likely

WORDS = st.lists(st.lists(st.text("云岭青石", min_size=1, max_size=4), min_size=1, max_size=3), max_size=6)


@given(WORDS, st.text("云岭青石，。", max_size=12))
def test_what_stands_in_a_text_is_likely_to(things: list[list[str]], text: str) -> None:
    found = Likely(things, lambda words: words).of(text)
    assert [words for words in found if any(word in text for word in words)] == [words for words in things if any(word in text for word in words)]


def test_what_begins_otherwise_is_not() -> None:
    assert Likely([["云岭"], ["青石"], ["云"]], lambda words: words).of("云石岭") == [["云"]]
