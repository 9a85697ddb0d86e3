"""The word lists: strict shapes, every fault at once, entries that can never match."""

from __future__ import annotations

import pytest

from generator.check.prose.lists import FILES
from generator.check.prose.words import Words, load_words
from generator.cli import shelf
from generator.cli.shelf.wordlists import CHECK_WORDS
from generator.files import read_text, resource_dir
from generator.problems import Faults, Source


def test_every_list_is_there_and_says_where_it_is_from() -> None:
    words = shelf.check_words()
    for listed in FILES.values():
        entries = getattr(words, listed.field)
        assert entries, listed.field
        assert len(entries) == len(set(entries)), listed.field


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("误写.yaml", "- {误: 布署, 正: 布署, 出处: 词典}", ["never-matches"]),
        ("误写.yaml", "- {误: 布署, 正: 部署, 除: [布署], 出处: 词典}", ["never-matches"]),
        ("误写.yaml", "- {误: 布署, 正: 部署}\n- {误: '', 正: 部署, 出处: 词典, 例: 无}", ["missing-key", "unknown-key", "empty-value"]),
        ("固定组.yaml", "- {名称: 两个, 成员: [甲乙, 丙丁], 起: 2020-01, 出处: 文件}", ["never-matches"]),
        ("固定组.yaml", "- {名称: 三个, 成员: [甲乙, 丙丁, 戊己], 起: 2020年, 出处: 文件}", ["month"]),
        ("固定组.yaml", "- {名称: 三个, 成员: [甲乙, 丙丁, 戊己], 起: 2020-01, 止: 明年, 可缺: [庚辛], 出处: 文件}", ["month", "never-matches"]),
        ("数称.yaml", "- {称: 一网通办, 出处: 条例}", ["never-matches"]),
        ("次序.yaml", "- {先: 党委, 后: 党委, 出处: 惯例}", ["never-matches"]),
        ("常用词.yaml", "- {词: 切实, 每千字: 四, 出处: 约定}", ["not-number"]),
        ("杂糅.yaml", "- {前: 本着, 后: 为原则, 说明: 杂糅, 范围: 段, 出处: 词典}", ["unknown-value"]),
        ("没有.yaml", "- {词: 切实}", ["unknown-list"]),
    ],
)
def test_faults(name: str, text: str, codes: list[str]) -> None:
    with pytest.raises(Faults) as raised:
        load_words({name: Source(name, text)})
    assert sorted(p.code for p in raised.value.problems) == sorted(codes)
    assert all(p.hint for p in raised.value.problems)


def test_no_lists_are_empty_lists() -> None:
    assert load_words({}) == load_words({"误写.yaml": Source("误写.yaml", "# 空的")}) == Words()


def test_what_is_kept_of_them_is_what_they_say() -> None:
    paths = (resource_dir("phrasebank") / CHECK_WORDS).glob("*.yaml")
    parsed = load_words({path.name: read_text(path) for path in paths})
    assert shelf.check_words() == parsed
