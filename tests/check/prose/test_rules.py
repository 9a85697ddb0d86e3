"""Every rule finds its own example and lets the other pass; codes, texts and scopes are sound."""

from __future__ import annotations

import re

import pytest

from generator.bank.formulations import Formulation
from generator.check.layout import RULES as LAYOUT
from generator.check.prose.check import check_prose, idle_waivers
from generator.check.prose.examples import idle, subject_of
from generator.check.prose.rule import Need, Rule
from generator.check.prose.settings import Waiver
from generator.check.prose.table import GROUPS, RULES
from generator.check.prose.words import Words
from generator.cli import shelf
from generator.limits import REMARKS_OF_A_RULE
from tests.check.prose.seeded import subject


@pytest.fixture(scope="module")
def words() -> Words:
    return shelf.check_words()


@pytest.fixture(scope="module")
def formulations() -> tuple[Formulation, ...]:
    return shelf.formulations()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_it_catches_and_what_it_spares(rule: Rule, words: Words, formulations: tuple[Formulation, ...]) -> None:
    assert list(rule.applied(subject_of(rule.catches, words, formulations)))
    assert not list(rule.applied(subject_of(rule.spares, words, formulations)))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_what_it_points_at_stands_there(rule: Rule, words: Words, formulations: tuple[Formulation, ...]) -> None:
    for finding in rule.applied(subject_of(rule.catches, words, formulations)):
        assert finding.fault
        if finding.passage is not None:
            assert 0 <= finding.start < finding.end <= len(finding.passage.printed)


def test_each_code_once() -> None:
    codes = [rule.code for rule in RULES] + [rule.code for rule in LAYOUT]
    assert len(codes) == len(set(codes))
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.code) for rule in RULES)
    assert sum(len(rules) for _, rules in GROUPS) == len(RULES)


def test_a_rule_without_what_it_needs_is_silent(words: Words, formulations: tuple[Formulation, ...]) -> None:
    for rule in RULES:
        if rule.needs and Need.PERIOD not in rule.needs:
            bare = subject_of(rule.catches, words, formulations)
            assert not list(rule.applied(type(bare)(bare.report, words, formulations, bare.period)))


def test_rules_that_can_never_match_are_told(words: Words, formulations: tuple[Formulation, ...]) -> None:
    assert not list(idle(RULES, words, formulations))
    assert "misspelt" in [rule.code for rule in idle(RULES, Words(), formulations)]
    assert "misworded" in [rule.code for rule in idle(RULES, words, ())]


def test_a_fault_without_end_is_told_as_often_as_anyone_mends_it() -> None:
    found = [remark.fault for remark in check_prose(subject("一、主要做法\n" + "“" * 5_000)) if remark.code == "unpaired"]
    assert (len(found), sum("不止" in fault for fault in found)) == (REMARKS_OF_A_RULE + 1, 1)


def test_what_is_waived_hides_nothing_behind_it() -> None:
    text = "一、主要做法\n" + "甲办法“\n" * (REMARKS_OF_A_RULE + 1) + "乙办法“\n"
    waived = [Waiver("unpaired", "甲办法"), Waiver("unpaired", "乙办法")]
    (left,) = (remark for remark in check_prose(subject(text), waived=waived[:1]) if remark.code == "unpaired")
    assert "乙办法" in left.excerpt
    assert idle_waivers(subject(text), waived) == []


def test_every_code_that_a_program_left_is_told() -> None:
    text = "例\n一、主要做法\n走访企业见错误！未找到引用源。，办结见错误！未定义书签。。\n"
    told = [remark for remark in check_prose(subject(text)) if remark.code == "field-error"]
    assert len(told) == 2
