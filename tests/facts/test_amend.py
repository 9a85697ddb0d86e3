"""A figure changed in print is put back into the facts file, and nothing else."""

from __future__ import annotations

import pytest

from generator.facts.amend import Amendment, amended
from generator.facts.gaps import Reading, reading
from generator.facts.reread import Refused
from generator.problems import Place, Source

HEAD = "文种: 年度总结\n单位: {全称: 云州市档案馆}\n时段: 2031年\n问题: [记录不细]\n打算: [新建库房]\n做法:\n  - 主题: 安全\n    要点:\n"


def read(source: Source) -> Reading:
    return reading(source, ["年度总结"], lambda _: None)


def change(row: str, column: int, old: str, new: str, order: int = 0) -> str | Refused:
    source = Source("表.yaml", HEAD + row)
    text = amended(source, Amendment(Place("表.yaml", 9, column), old, new, order), read)
    return text.removeprefix(HEAD) if isinstance(text, str) else text


@pytest.mark.parametrize(
    ("row", "column", "old", "new", "expected"),
    [
        ("      - 事实: [巡查库房36次]  # 三科报\n", 14, "36", "138", "      - 事实: [巡查库房138次]  # 三科报\n"),
        ("      - 事实: ['巡查12次，排查112处']\n", 14, "12", "15", "      - 事实: ['巡查15次，排查112处']\n"),
        ("      - 事实: [巡查库房３６次]\n", 14, "36", "38", "      - 事实: [巡查库房38次]\n"),
        ("      - 事实: [{做了: 巡查库房, 数: 36, 量: 次}]\n", 28, "36", "近40", "      - 事实: [{做了: 巡查库房, 数: 近40, 量: 次}]\n"),
    ],
)
def test_the_figure_alone_changes(row: str, column: int, old: str, new: str, expected: str) -> None:
    assert change(row, column, old, new) == expected


@pytest.mark.parametrize(
    ("row", "column", "old"),
    [("      - 事实: [巡查36次，夜查36次]\n", 14, "36"), ("      - 事实: [巡查36次]\n", 14, "6"), ("      - 事实: [巡查36次]\n", 3, "36")],
    ids=["twice", "part of one", "no value there"],
)
def test_what_is_not_sure_is_refused(row: str, column: int, old: str) -> None:
    assert isinstance(change(row, column, old, "40"), Refused)
