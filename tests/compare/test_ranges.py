"""From one figure to another: what says the same however it is written, and what does not."""

from __future__ import annotations

import pytest

from generator.compare.figures import figures
from generator.compare.version import bare


def pairs(table: str) -> list[str]:
    return [pair for line in table.split("\n") for pair in line.split("|") if pair]


SAME = pairs("""
3—5个 3～5个|3—5个 3至5个|3-5个 3—5个|3~5个 3～5个|3－5个 3—5个|3–5个 3—5个|3−5个 3-5个|3〜5个 3～5个|3——5个 3—5个|3到5个 3至5个|3个至5个 3至5个
3个—5个 3～5个|3%—5% 3—5%|3%～5% 3%至5%|10万—20万元 10万至20万元|10—20万元 10万—20万元|10万元—20万元 10—20万元|2023—2025年 2023至2025年
2023年至2025年 2023—2025年|9:00—11:30 9：00-11：30|1,200—1,500人 1200～1500人|2.5－3.5米 2.5～3.5米|３—５个 3～5个|第3—5条 第3至5条
第3条至第5条 第3—5条|1月至3月 1-3月|三至五个 三到五个|三—五个 三至五个|约3—5个 约3～5个|5—10余万元 5～10余万元|12—15‰ 12‰至15‰|1．5万元 1.5万元
""")
"""What says the same."""
OTHER = pairs("""
3—5个 3—6个|3—5个 2～5个|3至5个 3个|3—5个 35个|3～5个 35个|3-5个 3.5个|3至5个 3、5个|3—5个 3—5户|3—5万元 3—5元|3%—5% 3%—5‰|3至5个 5至3个
3—5个 8个|3/5 3-5|3万—5万元 3—5元|-3% 3%|-3% 3—5%|9:00—11:30 9:00—11:00|3—5个 约3—5个|3月到5家 3家到5月|3万—5元 3—5元|10万—20元 10—20万元
""")
"""What does not."""


@pytest.mark.parametrize("pair", SAME)
def test_the_same_figures(pair: str) -> None:
    old, new = (f"整改问题{figure}，完成。" for figure in pair.split(" "))
    assert figures(old, new) == ((), ())


@pytest.mark.parametrize("pair", OTHER)
def test_other_figures(pair: str) -> None:
    old, new = (f"整改问题{figure}，完成。" for figure in pair.split(" "))
    assert figures(old, new) != ((), ())


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("3—5个", "3至5个", True),
        ("10万—20万元", "10～20万元", True),
        ("-3%", "3%", False),
        ("－3%", "-3%", True),
        ("3－5个", "3～5个", True),
        ("3—5个", "35个", False),
    ],
)
def test_a_fact_is_found_by_its_figures(one: str, other: str, same: bool) -> None:
    assert (bare(f"检查{one}。") == bare(f"检查{other}")) is same
