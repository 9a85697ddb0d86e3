"""The hint for a name that nobody knows."""

from __future__ import annotations

import pytest

from generator.problems import did_you_mean

KINDS = ("年度总结", "工作思路", "述职报告")


@pytest.mark.parametrize(
    ("word", "otherwise", "hint"),
    [
        ("年度总接", None, "是不是“年度总结”？"),
        ("年度总接", "另写一个", "是不是“年度总结”？"),
        ("请柬", None, "可用：年度总结、工作思路、述职报告"),
        ("请柬", "另写一个", "另写一个"),
        ("请柬", "", ""),
    ],
)
def test_the_nearest_is_named_else_what_there_is(word: str, otherwise: str | None, hint: str) -> None:
    assert did_you_mean(word, iter(KINDS), otherwise) == hint
