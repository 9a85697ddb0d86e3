"""The longest known word at every place; the more have a word the less it tells."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from generator.fit.lexicon import Lexicon

LEXICON = Lexicon.counted({"观测": 1, "观测站": 4, "站网": 9, "网": 9, "水": 1})


def test_the_longest_word_wins() -> None:
    assert LEXICON.split("山观测站网") == ((1, "观测站"),)
    assert LEXICON.words("观测，站网") == ("观测", "站网")
    assert LEXICON.words("水网") == LEXICON.words("") == Lexicon.counted({}).words("观测") == ()


def test_rarer_words_tell_more() -> None:
    weights = LEXICON.weights
    assert 1 == weights["观测"] > weights["观测站"] > weights["站网"] > 0
    assert Lexicon.of([["观测", "观测"], ["站网"]], [["站网"]]).weights == {"观测": 1, "站网": weights_of_two()}


def weights_of_two() -> float:
    return Lexicon.counted({"甲乙": 2}).weights["甲乙"]


def test_what_a_fifth_of_the_offices_say_tells_as_much_in_an_archive_of_any_size() -> None:
    for offices in (5, 20, 1000):
        known = Lexicon.counted({"工作": offices, "资金": offices // 5 + 1, "停车": offices // 5, "化验": 1})
        telling = {word for word, weight in known.weights.items() if weight >= known.had_by(0.2) - 1e-9}
        assert telling == {"停车", "化验"}
    few = Lexicon.counted({"工作": 2, "停车": 1})
    assert few.weights["停车"] >= few.had_by(0.2) > few.weights["工作"]  # what one alone says tells, however few there are
    assert Lexicon.counted({}).had_by(0.2) == 1


@given(st.text("观测站网水山，", max_size=20))
def test_words_do_not_overlap_and_are_longest(text: str) -> None:
    found = LEXICON.split(text)
    assert all(text[at : at + len(word)] == word for at, word in found)
    assert all(a + len(word) <= b for (a, word), (b, _) in pairwise(found))
    assert all(word == "观测站" for at, word in found if text.startswith("观测站", at))
