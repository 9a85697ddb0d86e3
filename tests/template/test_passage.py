"""Passages: origins survive, faults are found before anything runs."""

from __future__ import annotations

import json
import re

import pytest
from msgspec.structs import replace

from generator.cli import shelf
from generator.problems import Faults, Problem, Source
from generator.report import Origin, OriginKind, Text, plain
from generator.template.load import _PART, _TEMPLATE, load_template
from generator.template.parsing import compile_passage
from generator.template.passage import Words, words
from generator.template.rows import template_of, template_row
from generator.template.vetting import NAMES
from tests.conftest import ROOT

FACT = Text("云州市", Origin(OriginKind.FACT, "单位.全称", 3))


def rendered(text: str, **context: object) -> tuple[Text, ...]:
    problems: list[Problem] = []
    passage = compile_passage("导语", Source("导语.j2", text), problems)
    assert passage is not None, problems
    return passage.render(context)  # type: ignore[return-value]


def faults(text: str) -> list[str]:
    problems: list[Problem] = []
    assert compile_passage("导语", Source("导语.j2", text), problems) is None
    return [f"{p.place} {p.message} {p.hint}" for p in problems]


def test_literal_text_carries_its_line_and_values_their_own_origin() -> None:
    out = rendered("前头，\n{{ 单位.全称 }}在\n{% if 专题 %}有{% endif %}后头。\n", 单位={"全称": words((FACT,))}, 专题=[])
    assert plain(out) == "前头，云州市在后头。"
    assert [(i.origin.kind, i.origin.line) for i in out if i.origin] == [
        (OriginKind.TEMPLATE, 1),
        (OriginKind.FACT, 3),
        (OriginKind.TEMPLATE, 2),
        (OriginKind.TEMPLATE, 3),
    ]


def test_a_missing_value_vanishes() -> None:
    assert plain(rendered("甲{{ 单位.上级 }}乙{{ 报告人.姓名 }}", 单位={"上级": Words()}, 报告人={})) == "甲乙"


def test_a_part_that_vanishes_takes_its_comma_along() -> None:
    passage = "{{ 单位.上级 }}，甲，{{ 单位.上级 }}，乙，{{ 单位.上级 }}。丙：{{ 单位.上级 }}"
    assert plain(rendered(passage, 单位={"上级": Words()})) == "甲，乙。丙："


def test_listing_sets_its_own_marks() -> None:
    themes = [words((Text(t, FACT.origin),)) for t in ("甲", "乙", "丙")]
    assert plain(rendered("{{ 专题|顿号('和') }}", 专题=themes)) == "甲、乙和丙"
    assert plain(rendered("{{ 专题|顿号 }}", 专题=themes[:1])) == "甲"


def test_chains_count_what_is_there() -> None:
    said = [words((Text(t, FACT.origin),)) for t in ("甲", "乙", "丙")]
    assert plain(rendered("{{ 专题|序 }}", 专题=said)) == "一是甲；二是乙；三是丙"
    assert plain(rendered("{{ 专题|序('首先', '，') }}", 专题=[said[0], Words(), said[2]])) == "首先，甲，其次，丙"
    assert plain(rendered("{{ 专题|序 }}", 专题=[Words(), said[1]])) == "乙"


def test_a_pick_carries_the_passages_line() -> None:
    out = rendered("好\n{{ 择('甲', '乙') }}", 择=lambda *variants: Words((variants[1],)))
    assert [(i.text, i.origin.kind, i.origin.line) for i in out if i.origin] == [("好", OriginKind.TEMPLATE, 1), ("乙", OriginKind.TEMPLATE, 2)]


def test_a_passage_tells_what_it_draws() -> None:
    passage = compile_passage("导语", Source("导语.j2", "甲\n{{ 用语('导语', '抓手') }}"), [])
    assert passage is not None
    assert [(p.move, p.topic, p.place.line) for p in passage.pools] == [("导语", "抓手", 2)]
    assert "是不是“导语”" in faults("{{ 用语('导言', '抓手') }}")[0]


def test_faults_name_the_line_and_the_nearest_name() -> None:
    found = faults("好\n{{ 单位.简秤 }}{{ 时断 }}\n{{ 时段|大写 }}")
    assert [f.split(" ")[0] for f in found] == ["导语.j2:2", "导语.j2:2", "导语.j2:3"]
    assert "是不是“时段”" in found[0] + found[1]
    assert "是不是“单位.简称”" in found[0] + found[1]


def test_a_syntax_error_is_located() -> None:
    assert faults("好\n{% if 专题 %}没有完")[0].startswith("导语.j2:")


REFUSED = [
    ("{{ 用语() }}", "“用语”的括号里要写 2 段"),
    ("{{ 用语('导语') }}", "“用语”的括号里要写 2 段"),
    ("{{ 用语('导语', '抓手', '三') }}", "“用语”的括号里要写 2 段"),
    ("{{ 用语('导语', '抓手', foo='1') }}", "“用语”的括号里要写 2 段"),
    ("{{ 用语(时段, '抓手') }}", "“用语”的括号里要写 2 段"),
    ("{{ 用语 }}", "“用语”后面缺括号"),
    ("{{ 择() }}", "“择”的括号里要写几段"),
    ("{{ 时段() }}", "只有 用语 和 择 后面能写括号"),
    ("{{ 专题|接 }}", "“接”的括号里要写 1 段"),
    ("{{ 专题|序('其一') }}", "没有“其一”可用"),
    ("{{ 1/0 }}", "不能计算"),
    ("{{ 时段 + 1 }}", "不能计算"),
    ("{{ 'a'*10**9 }}", "不能计算"),
    ("{{ 时段 ~ '甲' }}", "不能计算"),
    ("{% if 时段 == '今年以来' %}甲{% endif %}", "不能比较"),
    ("{{ 专题[0] }}", "方括号"),
    ("{{ 5 }}", "这里要写文字"),
    ("{{ 单位.全称.foo }}", "不能接“.foo”"),
    ("{{ ''.__class__ }}", "不能接“.__class__”"),
    ("{{ 单位.__class__ }}", "没有“单位.__class__”可用"),
    ("{{ 用语.__globals__ }}", "不能接“.__globals__”"),
    ("{{ 单位 }}", "“单位”不能直接写出来"),
    ("{{ [] }}", "一串的值不能直接写出来"),
    ("{{ 专题 }}", "“专题”不能直接写出来"),
    ("{% include '/etc/passwd' %}", "不能引用别的文件"),
    ("{% import '别的' as 甲 %}", "不能引用别的文件"),
    ("{% extends '别的' %}", "不能引用别的文件"),
    ("{% macro 甲() %}{% endmacro %}", "不能用这种写法"),
    ("{{ " + "(" * 3000, "套得太深"),
    ("{% if 时段 %}甲", "{% if %} 没有写完"),
    ("{% bad %}", "没有 {% bad %} 这种标签"),
    ("{% endif %}", "{% endif %} 前面没有对应的开头"),
    ("{{ 用语（'导语'） }}", "花括号里不能有“（” 改成半角的 ("),
    ("{{ 时段 主语 }}", "这里多了“主语”"),
    ("{{ 时段", "花括号没有配对"),
    ("{{ }}", "花括号里是空的"),
    ("{单位.全称}今年", "“{”会原样印出来"),
    ("｛｛ 单位.全称 ｝｝今年", "“｛｛”会原样印出来"),
    ("{{ 时段 }}{ { 单位.全称 } }", "“{”会原样印出来"),
    ("{{ 时段 }}}", "“}”会原样印出来"),
    ("{％ if 时段 ％}甲", "“{”会原样印出来"),
]


@pytest.mark.parametrize(("passage", "said"), REFUSED)
def test_what_a_passage_may_not_say_is_told_before_it_runs(passage: str, said: str) -> None:
    found = faults(f"好\n{passage}")
    assert any(said in fault for fault in found), found
    assert not re.search("[a-z]{3,} [a-z]{3,}", "".join(found)), found


@pytest.mark.parametrize("passage", ["{{ 时段|顿号 }}", "{% for 甲 in 全年 %}乙{% endfor %}", "{{ 全年 or 上半年 }}", "{% set 甲 = 专题 %}{{ 甲 }}"])
def test_what_goes_wrong_at_run_time_is_located(passage: str) -> None:
    with pytest.raises(Faults) as caught:
        rendered(f"好\n{passage}", 时段=words((FACT,)), 全年=False, 上半年=True, 专题=[words((FACT,))])
    assert [str(p.place) for p in caught.value.problems] == ["导语.j2:2"]


def test_a_template_reports_every_fault_at_once() -> None:
    declaration = Source("文种.yaml", "说明: 试\n人称: 他\n部份: []\n")
    with pytest.raises(Faults) as caught:
        load_template("试", declaration, {"导语": Source("导语.j2", "{{ 错 }}"), "标题": Source("标题.j2", "{% bad %}")})
    assert {p.place.path for p in caught.value.problems} == {"文种.yaml", "导语.j2", "标题.j2"}
    assert len(caught.value.problems) >= 4


def test_the_guide_names_all_that_a_template_may_use() -> None:
    guide = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    attributes = {f"{name}.{a}" for name, owned in NAMES.items() for a in owned}
    names = {name for name, owned in NAMES.items() if not owned}
    keys = {*_TEMPLATE.names(), *_PART.names()} - {"备注"}
    assert {word for word in attributes | names | keys if word not in guide} == set()


def test_a_template_is_kept_as_it_was_read() -> None:
    for kind in shelf.kinds():
        home = ROOT / "templates"
        passages = {p.stem: Source(p.name, p.read_text(encoding="utf-8")) for folder in ("通用", kind) for p in (home / folder).glob("*.j2")}
        read = load_template(kind, Source("文种.yaml", (home / kind / "文种.yaml").read_text(encoding="utf-8")), passages)
        kept = template_of(json.loads(json.dumps(template_row(read))))
        assert replace(kept, passages={}) == replace(read, passages={})
        assert [(p.name, p.path, p.pools, json.dumps(p.body)) for p in kept.passages.values()] == [
            (p.name, p.path, p.pools, json.dumps(p.body)) for p in read.passages.values()
        ]


def test_what_a_round_of_a_loop_sets_stays_in_it() -> None:
    passage = "{% set 甲 = '外' %}{% for 乙 in 专题 if 乙 %}{{ 甲 }}{% set 甲 = 乙 %}{{ 甲 }}{% else %}无{% endfor %}{{ 甲 }}{{ 乙 }}"
    themes = [words((Text(t, FACT.origin),)) for t in ("子", "丑")]
    assert plain(rendered(passage, 专题=[themes[0], Words(), themes[1]])) == "外子外丑外"
    assert plain(rendered(passage, 专题=[Words()])) == "无外"


def test_a_value_for_one_case_alone_is_nothing_in_the_other() -> None:
    assert plain(rendered("甲{{ 单位.全称 if 全年 }}乙", 单位={"全称": words((FACT,))}, 全年=False)) == "甲乙"
