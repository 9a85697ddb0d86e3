"""Characters that only look like others. Oracles: the names of Unicode, its decompositions, and what GB 2312 holds."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.chinese.lookalikes import folded, strange


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("云州市⽔务局党⻛廉政", "云州市水务局党风廉政"),
        ("第⼀议题、⾛访慰问⽣活困难党员", "第一议题、走访慰问生活困难党员"),
        ("⻓江⻩河，⻔⼾⼴⼤，⻋⻢⻥⻦", "长江黄河，门户广大，车马鱼鸟"),
        ("金樂不料", "金樂不料"),
        ("︵一︶︻注︼︰︐﹐﹕", "（一）【注】：，，："),
        ("巡河､清淤｡｢试点｣", "巡河、清淤。「试点」"),
        ("—、主要做法", "一、主要做法"),
        ("（－）抓巡查", "（一）抓巡查"),
        ("︵ー︶抓巡查", "（一）抓巡查"),
        ("ニ、存在问题", "二、存在问题"),
        ("ミ、下一步打算", "三、下一步打算"),
        ("——为什么要查，2—、3之间", "——为什么要查，2—、3之间"),
        ("㎡℃①⑴㈠½ﬁＡ１，（）·…—", "㎡℃①⑴㈠½ﬁＡ１，（）·…—"),
    ],
)
def test_read_as_meant(written: str, meant: str) -> None:
    assert folded(written) == meant


@given(st.text())
def test_no_place_moves_and_once_is_enough(text: str) -> None:
    once = folded(text)
    assert len(once) == len(text)
    assert folded(once) == once
    assert {was: now for was, now in zip(text, once, strict=True) if was != now} == strange(text)


def test_every_kangxi_radical_is_a_character() -> None:
    for code in range(0x2F00, 0x2FD6):
        meant = folded(chr(code))
        assert "CJK UNIFIED IDEOGRAPH" in unicodedata.name(meant)
        assert meant == unicodedata.normalize("NFKC", chr(code)) or meant.encode("gb2312")


def test_every_radical_but_one_is_folded() -> None:
    """⺀ (CJK RADICAL REPEAT) is the one that no character equals."""
    radicals = [chr(code) for code in range(0x2E80, 0x2FD6) if unicodedata.name(chr(code), "")]
    assert [radical for radical in radicals if folded(radical) == radical] == ["⺀"]
    assert folded("⺴⻊⻞⺇") == "罓足食几"
