"""How many places are filled: never more than a part's ceiling allows, and as near to the wanted length as the places bring the draft."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.cli import shelf
from generator.compose.account import length, shares
from generator.compose.budget import filled
from generator.compose.plan import Site
from generator.compose.spots import Spot
from generator.report import Origin, OriginKind, Paragraph, Report, Section, Text
from generator.template.model import Template

TEMPLATE: Template = shelf.template("年度总结")
FEEDS = [str(part.feedings[0].feed) for part in TEMPLATE.parts]
SAID, ADDED = Origin(OriginKind.FACT, "做法"), Origin(OriginKind.PHRASE, phrase="00000000")


def draft(own: list[int], true: dict[Site, int], chosen: list[Site]) -> Report:
    """A report whose parts hold ``own`` characters of the clerk's and what every chosen site truly adds."""
    sections = []
    for n, feed in enumerate(FEEDS):
        added = sum(true[s] for s in chosen if s.spot.where.startswith(f"{feed}/"))
        sections.append(Section(1, f"{n}", (Text("部", ADDED),), blocks=(Paragraph((Text("甲" * own[n], SAID), Text("乙" * added, ADDED))),)))
    return Report(sections=tuple(sections))


PLACES = st.lists(st.tuples(st.sampled_from(FEEDS), st.integers(8, 40), st.integers(-4, 4), st.booleans()), max_size=30)
OWN = st.lists(st.integers(0, 400), min_size=len(FEEDS), max_size=len(FEEDS))


def found(own: list[int], places: list[tuple[str, int, int, bool]], wanted: int | None) -> tuple[list[Site], Report, list[Site]]:
    true = {Site(Spot(f"{feed}/{n}", "收"), adds, plain): adds + slip for n, (feed, adds, slip, plain) in enumerate(places)}
    chosen, report = filled(lambda sites: draft(own, true, list(sites)), list(true), TEMPLATE, wanted)
    assert report == draft(own, true, chosen)
    return chosen, report, list(true)


@given(OWN, PLACES, st.none() | st.integers(0, 3000))
def test_no_part_holds_more_formula_than_its_ceiling(own: list[int], places: list[tuple[str, int, int, bool]], wanted: int | None) -> None:
    chosen, report, sites = found(own, places, wanted)
    for feed, part, share in zip(FEEDS, TEMPLATE.parts, shares(report)[-len(FEEDS) :], strict=True):
        if any(s.spot.where.startswith(f"{feed}/") for s in chosen):
            assert share.formula <= part.ceiling * share.body
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= set(sites)


@given(OWN, PLACES, st.integers(0, 3000))
def test_the_length_is_near_or_all_that_may_be_is_there(own: list[int], places: list[tuple[str, int, int, bool]], wanted: int) -> None:
    chosen, report, _ = found(own, places, wanted)
    bare = length(draft(own, {}, []))
    if bare >= wanted:
        assert len(chosen) <= 1
    assert length(report) <= max(bare, wanted) + 45


@given(OWN, PLACES)
def test_without_a_length_only_the_plain_places_are_filled(own: list[int], places: list[tuple[str, int, int, bool]]) -> None:
    chosen, _, _ = found(own, places, None)
    assert all(s.plain for s in chosen)


@given(st.lists(st.tuples(st.sampled_from(FEEDS), st.integers(8, 40), st.integers(-4, 4), st.booleans()), min_size=4, max_size=30))
def test_with_room_enough_the_length_is_met(places: list[tuple[str, int, int, bool]]) -> None:
    own = [3000] * len(FEEDS)
    wanted = length(draft(own, {}, [])) + sum(adds for _, adds, _, _ in places) // 2
    _, report, _ = found(own, places, wanted)
    assert abs(length(report) - wanted) <= max(45, 0.02 * wanted)
