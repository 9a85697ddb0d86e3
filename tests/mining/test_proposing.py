"""What an archive proposes for the tables of topics, acts, things and common words, and what it does not."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bank.bank import Topic
from generator.fit.classes import LIGHT, Classes
from generator.fit.likeness import cosine, shared, telling, weighed
from generator.mining.distil import gather
from generator.mining.evidence import Evidence, merge
from generator.mining.proposing.classes import Companies, hidden, placed
from generator.mining.proposing.commons import commons, diversity
from generator.mining.proposing.company import nouns_of, used, verbs_of
from generator.mining.proposing.heads import heads
from generator.mining.proposing.share import spread, wide
from generator.mining.proposing.statements import cut, statements
from generator.mining.proposing.topics import proposals
from generator.mining.tokens import Tagger, tagger
from generator.reading.text import read_text

VERBS = frozenset({"踏勘", "看望", "巡查", "慰问", "检查"})
ACTS = Classes({LIGHT: ("开展", "组织"), "检查": ("检查", "巡查"), "慰问": ("慰问", "看望"), "培训": ("培训",)})


@pytest.fixture(scope="module")
def tag() -> Tagger:
    return tagger(frozenset(), VERBS)


def archive(**texts: str) -> Evidence:
    return merge(*(gather(read_text(name.replace("_", "/"), text)[0]) for name, text in texts.items()))


def _report(*sections: tuple[str, str]) -> str:
    numbered = zip("一二三四五六", sections, strict=False)
    return "一、主要做法\n" + "".join(f"（{n}）{head}。{said}\n" for n, (head, said) in numbered)


# --- topics ------------------------------------------------------------------------------------------------------------------------------

_BOOKS = ("馆藏图书上架4万册，读者借阅证办理2千张。", "读者借阅图书9万册，馆藏古籍修复30册。", "修复馆藏古籍12册，图书借阅超期减少3成。")
_WATER = ("水库除险3座，灌溉渠道清淤20公里。", "清淤灌溉渠道8公里，水库蓄水2亿方。", "渠道灌溉农田6万亩，水库调度9次。")
_MIXED = ("食堂饭菜花样增加6种。", "会议室音响更换2套。", "公务车辆保养5次。")


def test_a_word_over_like_sections_names_a_topic_and_one_over_unlike_ones_does_not(tag: Tagger) -> None:
    texts = {
        f"甲馆_{n}年": _report((f"做强图书{a}", _BOOKS[n]), (f"{a}水利，多措并举", _WATER[n]), (f"后勤{a}，一件一件办", _MIXED[n]))
        for n, a in enumerate(("抓紧", "用心", "盯牢"))
    }
    found = proposals(archive(**texts), (), (), tag)
    assert {p.name for p in found} == {"图书", "水利"}  # 后勤 heads three things that have nothing in common
    assert "馆藏" in next(p for p in found if p.name == "图书").words


def test_two_sides_named_in_one_heading_stay_two(tag: Tagger) -> None:
    both = ("图书和水利一起抓", "图书上新", "图书先行")
    texts = {f"甲馆_{n}年": _report((head, _BOOKS[n]), ("水利再用劲", _WATER[n])) for n, head in enumerate(both)}
    assert {p.name for p in proposals(archive(**texts), (), (), tag)} == {"图书", "水利"}


def test_what_topics_know_already_is_not_proposed(tag: Tagger) -> None:
    texts = {f"甲馆_{n}年": _report((f"做强图书{n}馆", _BOOKS[n])) for n in range(3)}
    assert proposals(archive(**texts), (Topic("阅读", ("图书",)),), (), tag) == []
    assert proposals(archive(**texts), (Topic("阅读", ("做强图书",)),), (), tag) == []  # said within a longer word of a topic


def test_points_are_heads_where_there_are_hardly_any_headings(tag: Tagger) -> None:
    texts = {f"甲馆_{n}年": f"一、主要做法\n一是图书流转{a}。{_BOOKS[n]}\n二是水利{a}。{_WATER[n]}\n" for n, a in enumerate(("提速", "提质", "扩面"))}
    evidence = archive(**texts)
    assert {head.text[:2] for head in heads(evidence, tag)} == {"图书", "水利"}
    assert {p.name for p in proposals(evidence, (), (), tag)} == {"图书流转", "水利"}


def test_one_report_proposes_its_own_heads(tag: Tagger) -> None:
    assert [p.support for p in proposals(archive(甲馆_一年=_report(("图书上新", _BOOKS[0]))), (), (), tag)] == [1]


# --- acts and things ---------------------------------------------------------------------------------------------------------------------

_TRADES = "甲乙丙丁"


def _visits() -> Evidence:
    return archive(
        **{
            f"{o}局_一年": _report(
                ("抓实监管", f"检查企业{n}2家，消除隐患{n}处。巡查企业{n}5家，确保隐患清零。踏勘企业{n}7家，确保隐患清零。"),
                ("办好实事", f"慰问老人{n}3名，送去棉被{n}床。看望老人{n}4名，把温暖送到家。放飞气球{n}1只。"),
            )
            for n, o in enumerate(_TRADES, 1)
        }
    )


def test_a_verb_goes_where_its_company_is(tag: Tagger) -> None:
    evidence = _visits()
    companies = Companies(used(statements(evidence), verbs_of(tag, ACTS.members[LIGHT]), tag), ACTS)
    found = {p.word: p for p in placed(companies, wide(evidence), lambda word: word in ACTS.of_word)}
    assert found["踏勘"].home == "检查"
    assert ("物", "企业") in found["踏勘"].common
    assert (found["踏勘"].used.count, len(found["踏勘"].used.offices)) == (4, 4)
    assert found["放飞"].home == "放飞"  # like nothing that the table knows
    assert all(h.right for h in hidden(companies) if h.word in ("巡查", "看望"))


def test_a_counted_noun_goes_where_its_company_is(tag: Tagger) -> None:
    things = Classes({"企业": ("企业",), "老人": ("老人",)})
    texts = {f"{o}局_一年": _report(("抓实监管", f"检查企业{n}2家。检查商铺{n}9家。慰问老人{n}3名。")) for n, o in enumerate(_TRADES, 1)}
    words = nouns_of(tag, lambda text: [w for w in ("检查", "慰问") if w in text])
    companies = Companies(used(statements(archive(**texts)), words, tag), things)
    assert [(p.word, p.home) for p in placed(companies, 2, lambda word: word in things.of_word)] == [("商铺", "企业")]


def test_what_one_office_says_alone_is_not_proposed(tag: Tagger) -> None:
    texts = {f"{o}局_一年": _report(("抓实监管", f"检查企业{n}2家。" + ("踏勘企业5家。" * 2 if o == "甲" else ""))) for n, o in enumerate(_TRADES, 1)}
    evidence = archive(**texts)
    companies = Companies(used(statements(evidence), verbs_of(tag, ()), tag), ACTS)
    assert placed(companies, wide(evidence), lambda word: word in ACTS.of_word) == []


@pytest.mark.parametrize(
    ("text", "verb"),
    [("{主体}先后踏勘企业{家数}家", "踏勘"), ("组织检查{次数}次", "检查"), ("企业{家数}家", None), ("隐患由各科室逐一检查", None)],
)
def test_the_verb_that_heads_a_statement(text: str, verb: str | None, tag: Tagger) -> None:
    found = cut(text, tag, ACTS.members[LIGHT])
    assert (found.verb if found else None) == verb


# --- common words ------------------------------------------------------------------------------------------------------------------------


def test_common_is_what_is_spread_not_what_is_frequent(tag: Tagger) -> None:
    acts = ("检查企业", "慰问老人", "培训骨干", "修复古籍", "清淤渠道", "调解纠纷")
    word = [["稳妥" if act == office else "古籍" if office == 0 else "一切" for act in range(6)] for office in range(6)]
    said = ("".join(f"{act}{n}{k}次，确保{word[n][k]}清楚。" for k, act in enumerate(acts)) for n in range(6))
    texts = {f"局{n}_一年": _report(("抓实工作", text)) for n, text in enumerate(said)}
    evidence = archive(**texts)
    found = {a.word for a in commons(evidence, {"确保", "清楚", "一切"}, (5, 5), tag, lambda text: tuple(a for a in acts if text.startswith(a)))}
    assert "稳妥" in found  # once an office, behind six acts
    assert "古籍" not in found  # five times, in one office


def test_few_offices_are_asked_for_less() -> None:
    one = archive(甲局_一年=_report(("抓实监管", "检查企业2家。")))
    assert (wide(one), spread(one)[0]) == (1, 2)


@given(st.dictionaries(st.text(min_size=1), st.integers(1, 50), min_size=1))
def test_diversity_lies_between_one_and_the_kinds_there_are(counts: dict[str, int]) -> None:
    assert 1 - 1e-9 <= diversity(counts) <= len(counts) + 1e-9
    assert math.isclose(diversity(dict.fromkeys(counts, 3)), len(counts))


@given(st.lists(st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 9), min_size=1), min_size=2, max_size=6))
def test_likeness_is_symmetrical_and_rests_on_what_is_shared(things: list[dict[str, int]]) -> None:
    tells = telling(things)
    one, other = (weighed(Counter(thing), tells) for thing in things[:2])
    assert math.isclose(cosine(one, other), cosine(other, one))
    assert (cosine(one, other) > 0) == bool(shared(one, other))
    assert cosine(one, one) <= 1 + 1e-9
