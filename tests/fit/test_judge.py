"""May a phrase stand, and how well does it fit: conditions before rank, thresholds by status, silence where nothing is shared."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bank.phrase import Kind, Layer, Phrase, Position, Status
from generator.fit.cotext import MOST_ACTS, MOST_WORDS, Stood, learnt
from generator.fit.judge import LEAST, LEAST_ALIKE, fit, least
from generator.fit.place import Place, answered
from tests.fit.made import READER, phrase

STATEMENTS = ("发放慰问金3万元", "走访慰问困难职工12户", "抽查票据9次", "修订办法2份", "看护样带，校准水尺", "开展业务培训5期", "移送线索4条", "")


def place(*beside: str, around: str = "") -> Place:
    return Place(READER.gists(beside), READER.gist(around))


# --- conditions ---------------------------------------------------------------------------------------------------------------------------


def test_a_phrase_of_another_act_does_not_stand_however_many_words_it_shares() -> None:
    p = phrase(beside=(("票据", 3), ("慰问金", 3)), acts=(("检查", 3),), units=8)
    other = fit(p, place("发放票据和慰问金"), READER)
    assert (other.stands, other.other_act, other.rank) == (False, True, 0.0)
    assert fit(p, place("抽查票据"), READER).stands


def test_a_phrase_whose_particulars_nobody_said_does_not_stand() -> None:
    p = phrase(beside=(("慰问金", 5),), licence=(("职工", "企业"),))
    assert fit(p, place("发放慰问金"), READER).lacks == (("职工", "企业"),)
    assert not fit(p, place("发放慰问金"), READER).stands
    assert fit(p, place("发放慰问金", around="走访困难职工"), READER).stands
    assert fit(p, place("发放慰问金", around="走访商户"), READER).stands


def test_an_act_in_common_is_not_enough() -> None:
    p = phrase(acts=(("检查", 9),), beside=(("观测", 9),), units=64)
    found = fit(p, place("抽查票据"), READER)
    assert found.acts == ("检查",)
    assert found.rank >= found.least
    assert not found.stands


@pytest.mark.parametrize(("said", "stands"), [("发放慰问金", False), ("发放慰问金，抽查票据", False), ("发放慰问金，抽查票据，移送线索", True)])
def test_an_aim_asks_for_several_words_of_what_it_stood_beside(said: str, stands: bool) -> None:
    p = phrase(beside=(("慰问金", 3), ("票据", 3), ("线索", 3)), position=Position.CLOSE)
    assert fit(p, place(said), READER).stands is stands


@pytest.mark.parametrize(
    ("text", "said", "strange"),
    [
        ("坚持观测", "发放慰问金", False),
        ("坚持观测、救助金", "发放慰问金", True),
        ("坚持观测、救助金", "发放慰问金，抽查票据，移送线索", False),
        ("坚持观测、救助金", "发放慰问金、救助金", False),
    ],
)
def test_an_opening_brings_one_word_of_its_own_unless_much_speaks_for_it(text: str, said: str, strange: bool) -> None:
    p = phrase(text, beside=(("慰问金", 3), ("票据", 3), ("线索", 3)), position=Position.OPEN)
    assert fit(p, place(said), READER).strange is strange


def test_what_only_the_heads_say_is_no_word_of_the_statements() -> None:
    p = phrase(licence=(("职工",),), units=999, status=Status.ACCEPTED)
    assert not fit(p, place("抽查票据", around="困难职工"), READER).said
    assert fit(p, place("慰问困难职工"), READER).said


def test_whom_a_phrase_speaks_of_must_be_spoken_of_whatever_its_licence() -> None:
    p = phrase("让居民放心", beside=(("票据", 3),), licence=(("票据", "违规"),))
    assert fit(p, place("抽查票据"), READER).lacks == (("群众",),)
    assert fit(p, place("抽查票据", around="困难群众"), READER).stands
    own = phrase("让居民放心", licence=(("票据",),), layer=Layer.USER)
    assert fit(own, place("抽查票据"), READER).stands


def test_a_word_of_the_heading_licenses_no_point_where_the_ground_is_less() -> None:
    p = phrase(beside=(("票据", 3),), licence=(("线索",),))
    bare = READER.gist("抽查票据")
    assert fit(p, Place((bare,), READER.gist("线索")), READER).stands
    assert fit(p, Place((bare,), READER.gist("线索"), ground=bare), READER).lacks == (("线索",),)


def test_an_aim_answers_the_nearest_act_and_what_stands_behind_it() -> None:
    last, named, before = READER.gists(("其中票据3张", "抽查票据9次", "发放慰问金3万元"))
    assert answered([last, named, before]) == (last, named)
    assert answered([last]) == (last,)
    assert answered([]) == ()


# --- rank ---------------------------------------------------------------------------------------------------------------------------------


def test_nearer_statements_rank_higher() -> None:
    p = phrase(beside=(("慰问金", 1), ("观测", 1)))
    near, far, around = (
        fit(p, found, READER).rank
        for found in (place("发放慰问金", "抽查票据"), place("抽查票据", "发放慰问金"), place("抽查票据", around="发放慰问金"))
    )
    assert near > far > around > 0


def test_the_nearest_statements_act_counts_whole_a_farther_ones_half() -> None:
    p = phrase(beside=(("线索", 1),), acts=(("检查", 1),))
    bare = phrase(beside=(("线索", 1),))
    for found, gain in ((place("抽查线索", "修订办法"), 0.3), (place("移送线索", "抽查"), 0.15)):
        assert fit(p, found, READER).rank - fit(bare, found, READER).rank == pytest.approx(gain)


def test_rare_words_tell_more() -> None:
    common, rare = (phrase(beside=((word, 1), ("水尺", 1))) for word in ("线索", "票据"))
    both = place("移送线索和票据")
    assert fit(rare, both, READER).rank > fit(common, both, READER).rank


@given(st.permutations([("慰问金", 2), ("票据", 1), ("观测", 3), ("检查", 1)]), st.permutations(STATEMENTS[:3]), st.randoms(use_true_random=False))
def test_the_order_of_a_phrases_words_plays_no_part(words: list[tuple[str, int]], beside: list[str], chance: random.Random) -> None:
    groups = [("慰问金",), ("票据", "线索")]
    chance.shuffle(groups)
    one = fit(phrase(beside=tuple(words), licence=tuple(groups)), place(*beside), READER)
    other = fit(phrase(beside=tuple(sorted(words)), licence=tuple(sorted(groups))), place(*beside), READER)
    assert one.rank == pytest.approx(other.rank)
    assert (one.stands, set(one.words)) == (other.stands, set(other.words))


WORDS = st.sampled_from(["慰问金", "票据", "观测", "线索", "水尺", "职工", "检查"])
PHRASES = st.builds(
    phrase,
    beside=st.lists(st.tuples(WORDS, st.integers(1, 9)), max_size=4, unique_by=lambda w: w[0]).map(tuple),
    acts=st.lists(st.tuples(st.sampled_from(["检查", "慰问", "发放"]), st.integers(1, 3)), max_size=2, unique_by=lambda w: w[0]).map(tuple),
    licence=st.lists(st.lists(WORDS, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple),
    units=st.integers(1, 40),
    status=st.sampled_from(list(Status)),
    layer=st.sampled_from(list(Layer)),
    kind=st.sampled_from([Kind.CLAUSE, Kind.HEADING]),
)


@given(PHRASES, st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=3), st.sampled_from(["天高云淡", "移送2条", "山水"]))
def test_an_unrelated_statement_never_makes_a_phrase_stand(p: Phrase, beside: list[str], unrelated: str) -> None:
    before = fit(p, place(*beside), READER)
    for more in (place(*beside, unrelated), place(unrelated, *beside), place(*beside, around=unrelated)):
        after = fit(p, more, READER)
        assert after.rank <= before.rank + 1e-9
        assert before.stands or not after.stands


@given(PHRASES, st.lists(st.sampled_from(STATEMENTS), min_size=1, max_size=3))
def test_a_standing_phrase_meets_every_condition(p: Phrase, beside: list[str]) -> None:
    here = place(*beside)
    found = fit(p, here, READER)
    assert found.rank >= 0
    if found.stands:
        assert p.status is not Status.REJECTED
        assert not p.acts or {act for act, _ in p.acts} & here.acts.keys()
        assert all(any(w in here.whole.words or w in here.whole.things or w in here.whole.acts for w in group) for group in p.licence)


# --- thresholds ---------------------------------------------------------------------------------------------------------------------------


def test_what_nobody_read_must_fit_better() -> None:
    assert least(phrase(status=Status.MINED)) == LEAST[Status.MINED] > least(phrase(status=Status.ACCEPTED))
    assert least(phrase(status=Status.MINED)) > least(phrase(status=Status.MINED, units=2)) == LEAST_ALIKE
    assert least(phrase(status=Status.MINED, kind=Kind.HEADING)) < least(phrase(status=Status.MINED))
    assert not fit(phrase(beside=(("慰问金", 1),), status=Status.REJECTED), place("发放慰问金"), READER).stands


def test_a_users_own_phrase_stands_where_its_conditions_hold() -> None:
    own = phrase(licence=(("民生",),), layer=Layer.USER, status=Status.ACCEPTED)
    assert least(own) == 0
    assert fit(own, place("移送线索", around="低保、救助"), READER).stands
    assert not fit(own, place("移送线索"), READER).stands
    assert not fit(phrase(layer=Layer.USER), place("移送线索"), READER).stands  # nothing asked is nothing known
    assert least(phrase(beside=(("慰问金", 1),), layer=Layer.USER, status=Status.ACCEPTED)) > 0


# --- co-text ------------------------------------------------------------------------------------------------------------------------------


def test_cotext_adds_up_over_offices() -> None:
    found = learnt([Stood("甲局", ("发放慰问金",)), Stood("甲局", ("发放慰问金",)), Stood("乙局", ("走访慰问职工", "发放慰问金"))], READER)
    assert dict(found.words)["慰问金"] == 2
    assert dict(found.words)["职工"] == 1
    assert found.acts == (("发放", 1), ("慰问", 1))


def test_nearer_words_come_first() -> None:
    found = learnt([Stood("甲局", ("抽查票据", "看护样带"))], READER)
    words = [word for word, _ in found.words]
    assert words.index("票据") < words.index("样带")


def test_the_act_is_that_of_the_nearest_statement_that_has_one() -> None:
    assert learnt([Stood("甲局", ("看护样带", "抽查票据", "发放慰问金"))], READER).acts == (("检查", 1),)


SIGHTINGS = st.lists(
    st.builds(Stood, st.sampled_from(["甲局", "乙局", "丙局"]), st.lists(st.sampled_from(STATEMENTS), max_size=3).map(tuple)), max_size=6
)


@given(SIGHTINGS, st.randoms(use_true_random=False))
def test_cotext_does_not_hang_on_the_order_of_reports(seen: list[Stood], chance: random.Random) -> None:
    shuffled = list(seen)
    chance.shuffle(shuffled)
    found = learnt(seen, READER)
    assert learnt(shuffled, READER) == found == learnt([*seen, *seen], READER)
    assert len(found.words) <= MOST_WORDS
    assert len(found.acts) <= MOST_ACTS
    assert all(1 <= n <= len({s.unit for s in seen}) for _, n in (*found.words, *found.acts))


@pytest.mark.parametrize(
    ("said", "stands"),
    [
        (("发放慰问金3万元",), True),
        (("发放慰问金3万元", "走访商户"), True),
        (("走访商户", "发放慰问金3万元"), False),
        (("发放票据", "领取慰问金"), False),
        (("抽查票据",), False),
    ],
)
def test_an_aim_by_its_statement_asks_what_that_tells_and_nothing_else(said: tuple[str, ...], stands: bool) -> None:
    p = phrase(licence=(("发放", "送去"), ("慰问金", "救助金")), position=Position.CLOSE, by_statement=True)
    assert fit(p, place(*said), READER).stands is stands


def test_a_heading_over_it_does_not_speak_for_a_statement() -> None:
    p = phrase(licence=(("慰问金",),), position=Position.CLOSE, by_statement=True)
    assert not fit(p, place("抽查票据", around="发放慰问金"), READER).stands
    assert fit(p, place("抽查票据", around="发放慰问金"), READER).lacks == (("慰问金",),)
