"""The facts model: defaults, slots, periods, dates, the real files and the JSON Schema."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path

import jsonschema
import pytest
import yaml
from facts_text import inlines_of, schema

from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.problems import Faults, Severity, Source
from generator.report import Blank, Text, plain

HEAD = "文种: 年度总结\n单位: {全称: 云州市水务局}\n"
CORPUS = Path(os.environ.get("NIGAO_CORPUS", Path(__file__).parents[3] / "shared" / "corpus"))
REAL = sorted((CORPUS.parent / "facts").glob("*.yaml"))
FULL = """\
文种: 述职报告
标题: 甲
单位: {全称: 云州市水务局, 简称: 市水务局, 自称: 我局, 党组织: 局党组, 支部: [第一支部, 第二支部], 业务: 水务, 上级: 市委, 备注: 乙}
报告人: {姓名: 林云州, 职务: 局长}
主送: 丙
时段: 2025年上半年
成文日期: 2025-07-01
落款: 丁
字数: 3000
专题: 戊
导语: 己
做法:
  - {主题: 庚, 小标题: 辛, 总领: 壬, 要点: 癸, 举措: 子, 事实: [丑, {做了: 寅, 数: 3, 量: 次, 去年: 2}], 去年: [旧], 备注: [卯]}
问题: [辰, {主题: 巳, 表现: 午, 原因: 未, 去年: 旧}]
打算: [申, {主题: 酉, 小标题: 戌, 举措: [亥]}]
结语: 完
附件: [表]
备注: 记
"""


def facts_of(text: str) -> Facts:
    return load_facts(Source("f", HEAD + "做法: [{主题: 甲}]\n" + text))


def test_unit_defaults() -> None:
    unit = facts_of("").unit
    assert [plain(i) for i in (unit.short, unit.self_name, unit.party)] == ["云州市水务局", "我单位", "党组"]


def test_what_the_template_words_is_left_to_it() -> None:
    facts = facts_of("落款:\n")
    assert (facts.title, facts.lead, facts.closing, facts.signature) == ((), (), (), ())


def test_a_full_file() -> None:
    facts = load_facts(Source("f", FULL), ("述职报告",))
    assert facts.kind == "述职报告"
    assert facts.reporter is not None
    assert [plain(b) for b in facts.unit.branches] == ["第一支部", "第二支部"]
    assert facts.length == 3000
    assert plain(facts.date) == "2025年7月1日"
    assert [i.path for i in facts.practices[0].items] == ["做法[0].要点[0]", "做法[0]"]


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("2025年", ((2025, 1), (2025, 12))),
        ("2025年度", ((2025, 1), (2025, 12))),
        ("2025年上半年", ((2025, 1), (2025, 6))),
        ("2025年下半年", ((2025, 7), (2025, 12))),
        ("2025年1—11月", ((2025, 1), (2025, 11))),
        ("2025年1-11月", ((2025, 1), (2025, 11))),
        ("2025年1月至11月", ((2025, 1), (2025, 11))),
        ("2023年1月至2023年6月", ((2023, 1), (2023, 6))),
        ("2025年第三季度", ((2025, 7), (2025, 9))),
        ("２０２５年", ((2025, 1), (2025, 12))),
        ("2025年13月", (None, None)),
        ("近年来", (None, None)),
        ("××年", (None, None)),
    ],
)
def test_period(words: str, months: tuple[tuple[int, int] | None, ...]) -> None:
    period = facts_of(f"时段: {words}\n").period
    assert period is not None
    assert (period.first, period.last) == months


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("2025-12-22", "2025年12月22日"),
        ("2025/3/09", "2025年3月9日"),
        ("2025年03月09日", "2025年3月9日"),
        ("2024-02-29", "2024年2月29日"),
        ("2025-12-XX", "2025年12月〔待补〕日"),
        ("2025年×月×日", "2025年〔待补〕月〔待补〕日"),
        ("待补", "〔待补〕"),
        ("", ""),
    ],
)
def test_date(written: str, printed: str) -> None:
    assert plain(facts_of(f"成文日期: {written}\n").date) == printed


@pytest.mark.parametrize("written", ["2025-02-29", "2025-13-01", "25-1-1", "2025年", "2025-00-10"])
def test_impossible_date(written: str) -> None:
    with pytest.raises(Faults, match="不是日期"):
        facts_of(f"成文日期: {written}\n")


@pytest.mark.parametrize(
    ("fact", "done", "slot", "number", "measure"),
    [
        ("{做了: 谈话, 数: 86, 量: 人次}", "谈话", None, "86", "人次"),
        ('{做了: "{数}名同志获评", 数: 约20, 量: 名}', "名同志获评", 0, "约20", ""),
        ('{做了: "评出{数}先进", 数: 300余, 量: 名}', "评出先进", 1, "300余", "名"),
        ("{做了: 谈话, 数: 86人次, 量: 人次}", "谈话", None, "86人次", ""),
        ("{做了: 谈话, 数: N, 量: 次}", "谈话", None, "〔待补〕", "次"),
        ("{做了: 谈话, 数: ？, 量: 次}", "谈话", None, "〔待补〕", "次"),
        ("{做了: 谈话, 数: 十余, 量: 次}", "谈话", None, "十余", "次"),
        ("谈话", "谈话", None, "", ""),
    ],
)
def test_number_and_measure(fact: str, done: str, slot: int | None, number: str, measure: str) -> None:
    found = load_facts(Source("f", f"{HEAD}做法:\n  - 主题: 甲\n    事实:\n      - {fact}\n")).practices[0].items[0].facts[0]
    assert (plain(found.done), found.slot, plain(found.number), plain(found.measure)) == (done, slot, number, measure)


def test_what_stands_right_under_a_section_keeps_its_place() -> None:
    facts = load_facts(Source("f", f"{HEAD}做法:\n  - 主题: 甲\n    举措: 乙\n    要点: [丙]\n    事实: 丁\n"))
    assert [(i.path, plain(i.matter)) for i in facts.practices[0].items] == [("做法[0]", ""), ("做法[0].要点[0]", "丙")]


def test_a_shortcoming_with_its_topic_alone_is_a_blank_and_an_intention_is_not() -> None:
    facts = facts_of("问题: [{主题: 乙}]\n打算: [{主题: 丙}]\n")
    assert facts.shortcomings[0].shows == (Blank(),)
    assert facts.intentions[0].measures == ()


def test_notes_never_reach_the_facts() -> None:
    words = [i.text for i in inlines_of(load_facts(Source("f", FULL))) if isinstance(i, Text)]
    assert not {"乙", "卯", "记"} & set(words)


REAL_BLANKS = {"000_年度总结": [37, 73, 76, 82], "004_述职报告": [25, 30, 77, 92, 106], "a_应急管理局_年度总结": [33, 51, 94, 106]}


@pytest.mark.skipif(not REAL, reason="the real facts files are not at hand")
@pytest.mark.parametrize("path", REAL, ids=lambda p: p.stem)
def test_real_files(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    facts = load_facts(Source(path.name, text), ("年度总结", "述职报告"))
    blanks = [i.origin.line for i in inlines_of(facts) if isinstance(i, Blank) and i.origin]
    assert blanks == REAL_BLANKS.get(path.stem, blanks)
    schema().validate(as_json(text))


@pytest.mark.parametrize("nested", ["[" * 2000 + "甲" + "]" * 2000, "{甲: " * 2000 + "乙" + "}" * 2000])
def test_brackets_nested_beyond_reason_are_one_fault(nested: str) -> None:
    with pytest.raises(Faults) as caught:
        load_facts(Source("f", f"{HEAD}做法: [{{主题: 甲}}]\n打算: {nested}\n"))
    assert [(p.place.line, p.message) for p in caught.value.problems] == [(4, "括号套得太深")]


def as_json(text: str) -> object:
    """What an editor's schema check sees: JSON types, dates as text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=datetime.date.isoformat))


def test_schema_is_a_schema_and_takes_what_the_loader_takes() -> None:
    schema().validate(as_json(FULL))
    schema().validate(as_json(HEAD + "做法:\n  - {主题: 12, 要点: [丙, 3, {事项: 丁}], 事实: 戊}\n打算: 己\n问题:\n"))


@pytest.mark.parametrize("text", ["组织: 甲\n", "单位: {全称: 甲, 成效: 乙}\n", "做法: [{主题: 甲, 成效: 乙}]\n", "做法: [{主题: [甲]}]\n"])
def test_schema_refuses_what_the_loader_refuses(text: str) -> None:
    keys = text.partition(":")[0]
    whole = "\n".join(line for line in (HEAD + "做法: [{主题: 甲}]").split("\n") if not line.startswith(keys)) + "\n" + text
    with pytest.raises(Faults):
        load_facts(Source("f", whole))
    with pytest.raises(jsonschema.ValidationError):
        schema().validate(as_json(whole))


def test_characters_that_only_look_like_others_are_read_as_meant_and_told() -> None:
    text = "文种: 年度总结\n单位: {全称: 云州市⽔务局}\n做法:\n  - 主题: 党⻛廉政\n    要点:\n      - 事项: 学习\n        事实: [学习⽔法3次]\n"
    facts = load_facts(Source("甲.yaml", text))
    assert (plain(facts.unit.full), facts.practices[0].topic) == ("云州市水务局", "党风廉政")
    assert [(str(p.place), p.code, p.severity, p.message) for p in facts.hints] == [
        ("甲.yaml:2:13", "foreign-forms", Severity.HINT, "“⽔⻛”读作“水风”，共 3 处")
    ]
    assert load_facts(Source("甲.yaml", text.replace("⽔", "水").replace("⻛", "风"))).hints == ()


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("单位: {全称: 云州市水务局}\n做法: [{主题: 治水, 要点: [{事项: 学}]}]\n", {("文种",)}),
        (HEAD + "做法:\n  - 要点: [{事项: 学}]\n", {("主题", "小标题")}),
        (HEAD + "做法:\n  - {主题: 治水, 要点: [{事项: 学}]}\n问题: [{原因: 人手少}]\n", {("表现",)}),
    ],
)
def test_missing_keys_are_named_apart_from_the_words(text: str, keys: set[tuple[str, ...]]) -> None:
    with pytest.raises(Faults) as faults:
        load_facts(Source("甲.yaml", text))
    assert {problem.keys for problem in faults.value.problems if problem.keys} == keys


def test_marks_of_code_around_a_file_are_told_and_it_is_read() -> None:
    with pytest.raises(Faults) as raised:
        load_facts(Source("f", f"```yaml\n{HEAD}做法: [{{主题: 甲}}]\n```\n"))
    assert [(problem.place.line, problem.code) for problem in raised.value.problems] == [(1, "fence"), (5, "fence")]
