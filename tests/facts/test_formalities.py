"""版头, 版记, seal and registers: how they are read, and what is said of those that are not as the standard asks."""

from __future__ import annotations

import jsonschema
import pytest
import yaml
from facts_text import schema

from generator.facts.formalities import formality_problems
from generator.facts.load import load_facts
from generator.facts.model import Facts
from generator.problems import Severity, Source
from generator.report import Blank, plain

HEAD = "文种: 年度总结\n单位: {全称: 云州市水务局}\n做法:\n  - {主题: 政治建设, 要点: [甲]}\n  - {主题: 支部建设, 小标题: 建强支部, 要点: [乙]}\n"


def loaded(text: str) -> Facts:
    return load_facts(Source("事实表.yaml", HEAD + text))


def test_parts_are_read_with_their_origins() -> None:
    head = "版头: {发文机关: 云州市水务局, 发文字号: 云水发〔2025〕3号, 签发人: [云某, 州某]}\n"
    facts = loaded(head + "版记: {抄送: 市委办公室, 印发日期: 2025-12-01}\n用印: 是\n")
    assert facts.masthead
    assert facts.imprint
    assert plain(facts.masthead.number) == "云水发〔2025〕3号"
    assert [plain(s) for s in facts.masthead.signers] == ["云某", "州某"]
    assert plain(facts.imprint.printed) == "2025年12月1日"
    origin = facts.masthead.number[0].origin
    assert origin
    assert (origin.path, origin.line) == ("版头.发文字号", 6)
    assert facts.sealed


def test_nothing_given_is_nothing() -> None:
    facts = loaded("版头: {备注: 红头纸}\n版记: {}\n用印: 否\n")
    assert (facts.masthead, facts.imprint, facts.sealed, facts.registers) == (None, None, False, ())


def test_a_number_left_open_is_a_blank_and_no_fault() -> None:
    facts = loaded("版头: {发文字号: 云水发〔2025〕××号, 份号: 待补}\n")
    assert facts.masthead
    assert any(isinstance(i, Blank) for i in facts.masthead.number)
    assert list(formality_problems(facts)) == []


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("云水发[2025]3号", "云水发〔2025〕3号"),
        ("云水发（2025）第03号", "云水发〔2025〕3号"),
        ("云水发2025年第3号", "云水发〔2025〕3号"),
        ("云水发【2025】3", "云水发〔2025〕3号"),
        ("云水发〔25〕3号", "形如 云水发〔2025〕3号"),
    ],
)
def test_a_number_without_its_brackets_is_told_how_to_be_written(written: str, right: str) -> None:
    (problem,) = formality_problems(loaded(f"版头: {{发文字号: '{written}'}}\n"))
    assert (problem.severity, problem.place.line) == (Severity.WARNING, 6)
    assert problem.hint.endswith(right)


@pytest.mark.parametrize(
    ("key", "value", "fault"),
    [
        ("份号", "12", True),
        ("份号", "000012", False),
        ("密级", "保密", True),
        ("密级", "机密★3年", False),
        ("紧急程度", "急件", True),
        ("紧急程度", "特急", False),
    ],
)
def test_marks_of_the_masthead(key: str, value: str, fault: bool) -> None:
    assert bool(list(formality_problems(loaded(f"版头: {{{key}: {value}}}\n")))) is fault


@pytest.mark.parametrize(("words", "practices"), [("做法", (0, 1)), ("支部建设", (1,)), ("建强支部", (1,)), ("[政治建设, 支部建设]", (0, 1))])
def test_a_register_names_its_practices(words: str, practices: tuple[int, ...]) -> None:
    facts = loaded(f"附件:\n  - 清单\n  - {{名称: 台账, 台账: {words}}}\n")
    assert [plain(a) for a in facts.attachments] == ["清单", "台账"]
    assert [(register.attachment, register.practices) for register in facts.registers] == [(1, practices)]


def test_the_schema_knows_the_keys() -> None:
    text = HEAD + "版头: {份号: '000012', 签发人: 云某}\n版记: {抄送: 市委办公室}\n用印: 是\n附件:\n  - 清单\n  - {名称: 台账, 台账: 做法}\n"
    schema().validate(yaml.safe_load(text))
    with pytest.raises(jsonschema.ValidationError):
        schema().validate(yaml.safe_load(text.replace("用印: 是", "用印: 盖章")))
