"""What plans say of the problems that they answer: the other side of the weakness, in the clerk's words."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import shelf
from generator.compose.draft import compose
from generator.compose.dropped import Drop, Dropped
from generator.compose.kept import Choice
from generator.compose.remedies import remedy
from generator.compose.spots import Spot, Stand
from generator.printed import lines
from generator.report import OriginKind, Text, plain
from tests.compose.test_answers import facts_of
from tests.conftest import shipped

CASES = [*(row.split("\t") for row in (Path(__file__).parent / "remedies.tsv").read_text("utf-8").splitlines())]
PLANS = """\
文种: 年度总结
单位: {全称: 云州市江湾区城市管理局, 自称: 我局}
时段: 2025年
做法: [{主题: 市容秩序, 要点: [设疏导点3个]}]
问题:
  - {主题: 市容秩序, 表现: 疏导点吸引力不强}
  - {主题: 支部建设, 表现: 高峰期组织生活给执勤让路, 原因: 工学矛盾没有统筹好}
打算:
  - {主题: 市容秩序, 举措: [改善疏导点遮阳条件, 错时执法]}
  - {主题: 支部建设}
"""
SPOT = Spot("打算/市容秩序", Stand.MENDS)


@pytest.mark.parametrize(("weakness", "aim"), CASES)
def test_the_other_side_of_a_weakness(weakness: str, aim: str) -> None:
    found = remedy([(Text(weakness),)], shipped())
    said = {frame.text.replace("{事项}", plain(found.thing)) for frame in found.frames} if found else {""}
    assert said == {aim}


def _printed(text: str, **wishes: object) -> list[tuple[str, OriginKind | None]]:
    facts = facts_of(text)
    report = compose(facts, shelf.template(facts.kind), shipped(), **wishes).report  # type: ignore[arg-type]
    return [(i.text, i.origin.kind if i.origin else None) for line in lines(report) for i in line.inlines]


def _said(text: str, **wishes: object) -> str:
    return "".join(words for words, _ in _printed(text, **wishes))


def test_it_stands_behind_the_measure_that_speaks_of_it_and_ends_a_sentence() -> None:
    assert "改善疏导点遮阳条件，着力增强疏导点吸引力。" in _said(PLANS)


def test_a_plan_of_a_topic_alone_goes_on_from_its_head() -> None:
    assert "支部建设，着力化解工学矛盾。" in _said(PLANS)


def test_the_thing_is_an_echo_of_the_clerks_and_the_frame_a_phrase() -> None:
    pieces = _printed(PLANS)
    at = pieces.index(("着力增强", OriginKind.PHRASE))
    assert pieces[at + 1] == ("疏导点吸引力", OriginKind.ECHO)


def test_a_measure_that_names_the_whole_thing_or_has_the_verb_gets_none() -> None:
    assert "着力增强" not in _said(PLANS.replace("改善疏导点遮阳条件", "疏导点吸引力逐季评一次"))
    assert "着力增强" not in _said(PLANS.replace("改善疏导点遮阳条件", "增强疏导点遮阳条件"))


def test_a_plan_that_says_nothing_of_the_weakness_gets_none() -> None:
    assert "吸引力" not in _said(PLANS.replace("改善疏导点遮阳条件", "组织夜查")).partition("打算")[2]


def test_it_can_be_dropped_and_nothing_kept_there() -> None:
    frame = next(p for p in shipped().phrases.values() if p.text == "着力增强{事项}")
    assert "着力增强" not in _said(PLANS, dropped=Dropped.of([Drop(frame.id)]))
    assert "着力增强" not in _said(PLANS, dropped=Dropped.of([Drop(frame.id, SPOT)]))
    assert "着力增强" not in _said(PLANS, kept={SPOT: Choice(SPOT, "")})
    assert "着力增强疏导点吸引力" in _said(PLANS, kept={SPOT: Choice(SPOT, frame.id)})
