"""Wording that the user keeps, wording of earlier years, suggestions, and what is said about the clerk's own words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.bank.bank import layered
from generator.bank.files import load_phrases
from generator.bank.phrase import Layer
from generator.cli import shelf
from generator.compose.draft import Draft, compose
from generator.compose.dropped import HEAD, Drop, dump_drops, load_drops
from generator.compose.kept import Choice, Kept, dump_kept, load_kept
from generator.compose.past import Past
from generator.compose.spots import Spot, Stand, places
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.printed import lines
from generator.problems import Faults, Severity, Source
from generator.report import OFFERED, OriginKind, plain
from tests.conftest import EXAMPLES, shipped

FORMULATIONS = shelf.formulations()
EXAMPLE = next(p for p in EXAMPLES if p.stem == "年度总结")
FACTS, _ = shelf.facts(EXAMPLE)
TEMPLATE = shelf.template(FACTS.kind)


def drafted(seed: int = 0, facts: Facts = FACTS, **options: object) -> Draft:
    return compose(facts, shelf.template(facts.kind), shipped(), seed=seed, **options)  # type: ignore[arg-type]


def facts_of(text: str) -> Facts:
    return load_facts(Source("表.yaml", text), shelf.kinds())


def own_words(draft: Draft) -> str:
    return "\n".join(i.text for line in lines(draft.report) for i in line.inlines if i.origin and i.origin.kind is OriginKind.PHRASE)


# --- kept ---------------------------------------------------------------------------------------------------------------------------------


@settings(max_examples=5, deadline=None)
@given(st.integers(1, 50), st.data())
def test_what_is_kept_stands_under_every_seed(seed: int, data: st.DataObject) -> None:
    first = drafted(3)
    wanted = data.draw(st.lists(st.sampled_from(first.choices), min_size=1, max_size=12, unique=True))
    again = {c.spot: c.phrase for c in drafted(seed, kept={c.spot: c for c in wanted}).choices}
    assert {c.spot: again.get(c.spot, "") for c in wanted} == {c.spot: c.phrase for c in wanted}


def test_keeping_everything_gives_the_same_draft_under_another_seed() -> None:
    first = drafted(3)
    assert drafted(8, kept={c.spot: c for c in first.choices}).report == first.report


def test_a_kept_phrase_is_said_nowhere_else() -> None:
    chosen = [c for c in drafted(3).choices if c.spot.stand == Stand.CLOSE and c.phrase][:2]
    kept = {c.spot: c for c in chosen}
    for seed in range(3):
        said = own_words(drafted(seed, kept=kept))
        assert all(said.count(c.wording) == 1 for c in chosen)


def test_a_kept_phrase_that_left_the_bank_or_the_facts_is_told() -> None:
    gone = Choice(Spot("导语", "抓手"), "ffffffff", "不在库里的话")
    unplaced = Choice(Spot("做法/没有这块", Stand.TITLE), next(c.phrase for c in drafted().choices if c.phrase))
    codes = {p.code for p in drafted(kept={c.spot: c for c in (gone, unplaced)}).problems}
    assert {"kept-gone", "kept-unplaced"} <= codes


def test_places_outlive_a_changed_order() -> None:
    turned = replace(FACTS, practices=FACTS.practices[::-1])
    assert set(places(FACTS).values()) == set(places(turned).values())
    kept = {c.spot: c for c in drafted(3).choices if c.spot.where.startswith("做法/政治建设")}
    again = {c.spot: c.phrase for c in drafted(5, turned, kept=kept).choices}
    assert all(again.get(spot, "") == c.phrase for spot, c in kept.items())


# Places are named after the clerk's items and wordings come from the bank: neither holds control characters.
WORDS = st.characters(exclude_categories=["C"])
spots = st.builds(Spot, st.text(WORDS, min_size=1).filter(str.strip), st.sampled_from([str(s) for s in Stand]))
choices = st.builds(Choice, spots, st.text("0123456789abcdef", max_size=8), st.text(WORDS))
drops = st.builds(Drop, st.text("0123456789abcdef", min_size=8, max_size=8), st.none() | spots, st.text(WORDS))


@given(st.lists(drops))
def test_drops_survive_their_file(wanted: list[Drop]) -> None:
    assert list(load_drops(Source("弃用.yaml", HEAD + dump_drops(wanted)))) == wanted


@given(st.lists(choices, unique_by=lambda c: c.spot))
def test_kept_choices_survive_their_file(wanted: list[Choice]) -> None:
    again: Kept = load_kept(Source("保留.yaml", dump_kept(wanted)))
    assert again == {c.spot: c for c in wanted}


def test_a_faulty_file_of_kept_wording_tells_every_fault() -> None:
    with pytest.raises(Faults) as caught:
        load_kept(Source("保留.yaml", "- {处: 导语}\n- {位: 抓手, 用与: a}\n"))
    assert [(p.place.line, p.code) for p in caught.value.problems] == [(1, "missing-key"), (2, "missing-key"), (2, "unknown-key")]


# --- earlier years ------------------------------------------------------------------------------------------------------------------------


def test_wording_of_earlier_reports_is_kept_away_from() -> None:
    last = "\n".join(line.text for line in lines(drafted(3, aims=True).report))
    past = Past.of([last], [*(f.text for f in FORMULATIONS), "云州市水务局", *map(plain, FACTS.themes)])
    before = {c.phrase for c in drafted(3, aims=True).choices if c.phrase and past.holds(shipped().phrases[c.phrase])}
    after = {c.phrase for c in drafted(3, past=past, aims=True).choices if c.phrase and past.holds(shipped().phrases[c.phrase])}
    assert len(before) > 15
    assert len(after) <= len(before) // 2
    told = {p.message.partition("：")[2] for p in drafted(3, past=past, aims=True).problems if p.code == "said-before"}
    assert told == {shipped().phrases[i].text for i in after}


def test_the_clerks_own_sentences_of_last_year_are_told_but_printed() -> None:
    past = Past.of(["去年党建与水利工程建设结合的办法不多，在防汛、供水、河湖管护一线设立党员先锋岗9个。"])
    found = [p for p in drafted(past=past).problems if p.code == "copied"]
    assert [p.place.line for p in found] == [80]
    assert found[0].severity is Severity.HINT


def test_set_wordings_and_names_may_come_again() -> None:
    past = Past.of(
        ["坚持以习近平新时代中国特色社会主义思想为指导"], ["习近平新时代中国特色社会主义思想", "坚持以习近平新时代中国特色社会主义思想为指导"]
    )
    assert not any(past.holds(p) for p in shipped().phrases.values())


# --- suggestions --------------------------------------------------------------------------------------------------------------------------


def test_suggestions_are_marked_and_nothing_else_changes() -> None:
    bare, offering = drafted(), drafted(suggest=True)
    offers = [i for line in lines(offering.report) for i in line.inlines if i.text.startswith(OFFERED)]
    assert offers
    assert all(i.origin and i.origin.kind is OriginKind.BLANK for i in offers)
    assert not any(i.text.startswith(OFFERED) for line in lines(bare.report) for i in line.inlines)
    kept_lines = [line.text for line in lines(bare.report)]
    assert [line.text for line in lines(offering.report) if OFFERED not in line.text] == kept_lines


def test_what_the_clerk_said_is_not_offered() -> None:
    offering = drafted(suggest=True)
    offers = [i.text for line in lines(offering.report) for i in line.inlines if i.text.startswith(OFFERED)]
    assert offers
    assert not [o for o in offers if "撰写学习体会" in o or ("讲党课" in o and "班子" not in o)]


# --- the clerk's own words ----------------------------------------------------------------------------------------------------------------

_TOLD = """\
文种: 年度总结
单位: {全称: 云州市古籍馆}
时段: 2025年
做法:
  - 主题: 支部建设
    要点:
      - 事项: 学习
        事实: [深入开展“不忘初心、牢记使命”主题教育学习5次, 为读者修补破损古籍三十册, 为读者修补破损古籍三十册]
"""


def test_dated_wording_and_repeats_of_the_clerk_are_told_and_printed() -> None:
    facts = facts_of(_TOLD)
    draft = drafted(facts=facts, formulations=FORMULATIONS)
    assert {"out-of-date", "said-twice"} <= {p.code for p in draft.problems}
    text = "".join(line.text for line in lines(draft.report))
    assert "“不忘初心、牢记使命”主题教育" in text
    assert text.count("为读者修补破损古籍三十册") == 2


_ALONE = """\
文种: 年度总结
单位: {全称: 云州市古籍馆}
时段: 2025年
做法: [{主题: 支部建设, 要点: [修书3册]}]
打算: [{主题: 支部建设}, {主题: 天象历算}, {主题: 队伍建设, 举措: [逐册登记馆藏古籍，逐架核对书目]}]
"""


def test_plans_of_topics_alone_share_a_heading_and_promise_nothing() -> None:
    draft = drafted(facts=facts_of(_ALONE))
    points = [plain(p.inlines) for p in draft.report.sections[-1].points]
    assert len(points) == 2
    assert points[0].count("。") == 1
    assert re.search("支部建设，.*天象历算", points[0])
    assert not re.search("健全|建立|搭建|打造", points[0])
    assert [p.place.line for p in draft.problems if p.code == "topic-alone"] == [5, 5]


def test_sentences_for_a_plan_of_a_topic_alone_are_offered_on_request() -> None:
    plans = drafted(facts=facts_of(_ALONE), suggest=True).report.sections[-1]
    offered = [plain(b.inlines) for b in plans.blocks if plain(b.inlines).startswith(OFFERED)]
    assert len(offered) == 1


def test_last_years_figure_is_told() -> None:
    past = Past.of(["全年召开支部党员大会24次，讲党课9次，机关第二党支部按期完成换届。"])
    found = [(p.place.line, p.message.partition("：")[2]) for p in drafted(past=past).problems if p.code == "same-figure"]
    assert found == [(46, "召开支部党员大会24次")]


def test_a_topic_of_the_clerks_own_stands_in_the_heading() -> None:
    facts = facts_of(
        "文种: 年度总结\n单位: {全称: 云州市古籍馆}\n做法:\n  - {主题: 古籍装裱, 要点: [{事项: 完善古籍目录, 事实: [扫描古籍3册]}]}\n"
        "  - {主题: 支部建没, 要点: [修书3册, 修书3册]}\n打算: [{举措: [修书十册]}, {主题: 支部建设}]\n"
    )
    draft = drafted(facts=facts)
    titles = [plain(s.title) for s in draft.report.sections[0].sections]
    assert "古籍装裱" in titles[0]
    assert plain(draft.report.sections[0].sections[0].blocks[0].inlines).startswith("完善古籍目录，")
    assert {"topic-near", "period-unread"} <= {p.code for p in draft.problems}
    assert "，，" not in plain(draft.report.lead[0].inlines)


def test_ones_own_phrases_come_first() -> None:
    own = load_phrases(Source("我的.yaml", "- {主题: 党风廉政, 类: 分句, 语步: 举措, 位: 收, 用语: [把规矩立在日常]}"), Layer.USER)
    bank = layered([shipped().phrases.values(), own], shipped().topics, shipped().tables)
    assert "把规矩立在日常" in "".join(line.text for line in lines(compose(FACTS, TEMPLATE, bank).report))


def test_slips_of_filling_in_are_told() -> None:
    facts = facts_of(
        "文种: 年度总结\n单位: {全称: 云州市古籍馆}\n时段: 近来\n专题: [古籍普查年]\n导语: 近来，我馆工作平稳。\n"
        "做法: [{主题: 支部建设, 要点: [{事项: 修书, 事实: [{做了: 修书3册, 数: 3, 量: 册}]}]}]\n"
    )
    assert {"doubled", "period-unread", "theme-unsaid"} <= {p.code for p in drafted(facts=facts).problems}


def test_two_units_do_not_get_the_same_lead() -> None:
    other = replace(FACTS, unit=replace(FACTS.unit, full=facts_of(_TOLD).unit.full))
    first, second = ([c.phrase for c in drafted(0, f).choices] for f in (FACTS, other))
    assert first != second
    assert compose(FACTS, TEMPLATE, shipped(), seed=0) == compose(FACTS, TEMPLATE, shipped(), seed=0)
