"""Which office's reports say what, and which office is in the trade that some words tell of."""

from __future__ import annotations

import pytest

from generator.bank.offices import Offices, without_place
from generator.bank.phrase import Evidence, Kind, Nature, Phrase
from generator.fit.gist import Reader
from generator.fit.lexicon import Lexicon
from generator.report import Role

READER = Reader(Lexicon.counted({"水库": 2, "灌溉": 2, "巡查": 4, "图书": 2, "读者": 2, "清淤": 1, "学习": 9}))


def said(text: str, *places: str, kind: Kind = Kind.FRAME) -> Phrase:
    seen = tuple(Evidence(report, int(line)) for report, _, line in (place.partition(":") for place in places))
    return Phrase(text, kind, Nature.CLAIM, roles=frozenset({Role.PRACTICE}), evidence=seen)


ARCHIVE = Offices.of(
    [
        said("学习{次数}次", "云州市水务局/2024_年度总结:4", "云州市图书馆/2024_年度总结:4", "随手一份:9"),
        said("巡查水库{次数}次", "云州市水务局/2024_年度总结:6", "云州市水务局/2023_年度总结:5"),
        said("清淤灌溉渠道{公里数}公里", "云州市水务局/2024_年度总结:5"),
        said("接待读者{人次}人次、图书借阅{册数}册", "云州市图书馆/2024_年度总结:5"),
    ],
    READER,
)


def test_an_office_is_the_folder_of_its_reports_and_its_lines_are_in_order() -> None:
    assert [office.name for office in ARCHIVE.offices] == ["云州市图书馆", "云州市水务局", "随手一份"]
    water = ARCHIVE.named("水务")
    assert water is not None
    assert list(water.reports) == ["云州市水务局/2023_年度总结", "云州市水务局/2024_年度总结"]
    assert [s.line for s in water.reports["云州市水务局/2024_年度总结"]] == [4, 5, 6]
    assert ARCHIVE.named("") is None
    assert ARCHIVE.named("税务") is None


@pytest.mark.parametrize(
    ("words", "office"),
    [("水利，水库和灌溉", "云州市水务局"), ("少儿图书馆", "云州市图书馆"), ("某县图书馆", "云州市图书馆"), ("水务局", "云州市水务局")],
)
def test_the_nearest_office_says_the_same_words(words: str, office: str) -> None:
    assert ARCHIVE.nearest(words)[0].name == office


def test_no_office_is_near_what_none_says_and_the_one_left_out_never_is() -> None:
    assert ARCHIVE.nearest("航空") == ()
    assert ARCHIVE.nearest("") == ()
    assert ARCHIVE.nearest("云州市") == ()  # where an office is says nothing of its trade
    assert all(office.name != "云州市水务局" for office in ARCHIVE.nearest("水库", without="云州市水务局"))


@pytest.mark.parametrize(
    ("name", "bare"),
    [("云州市临江区审计局", "审计局"), ("石桥县水利局", "水利局"), ("云州市城市管理局", "城市管理局"), ("柳河镇", "柳河镇"), ("", "")],
)
def test_the_place_is_no_part_of_the_trade(name: str, bare: str) -> None:
    assert without_place(name) == bare
