"""The period a report tells of."""

from __future__ import annotations

import pytest

from generator.reading.period import period_of
from generator.reading.text import read_text


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("云州市水务局2025年工作总结", ((2025, 1), (2025, 12))),
        ("云州市水务局2025年度工作总结", ((2025, 1), (2025, 12))),
        ("云州市水务局2025年上半年工作总结", ((2025, 1), (2025, 6))),
        ("云州市水务局2025年第三季度工作小结", ((2025, 7), (2025, 9))),
        ("云州市水务局2023—2025年工作总结", ((2023, 1), (2025, 12))),
        ("云州市水务局2025年工作要点落实情况报告", ((2025, 1), (2025, 12))),
        ("云州市水务局2026年工作思路", ((2025, 1), (2026, 12))),
        ("2026年云州市政府工作报告", ((2025, 1), (2026, 12))),
        ("云州市水务局工作总结", ((2025, 1), (2026, 12))),
    ],
)
def test_by_the_title_else_by_the_date(title: str, period: tuple[tuple[int, int], tuple[int, int]]) -> None:
    report, _ = read_text("稿", f"{title}\n一年来，工作平稳。\n一、主要做法\n开展学习9次。\n二、打算\n继续推进。\n云州市水务局\n2026年1月5日")
    assert period_of(report) == period


def test_nothing_is_guessed() -> None:
    report, _ = read_text("稿", "工作总结\n工作平稳。\n一、主要做法\n开展学习9次。\n二、打算\n继续推进。")
    assert period_of(report) is None
