"""The reporter's post is in full where he presents himself; words that the unit's name says already may be left out."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.check.prose.examples import subject_of
from generator.check.prose.past.post import RULES
from generator.check.prose.rule import Example
from generator.cli import shelf

TEXT = "云州市水务局2025年度述职报告\n2025年，{}，主持全面工作。\n一、履职情况\n学习9次。"


@pytest.mark.parametrize(
    ("post", "opening", "lost"),
    [
        ("党组书记、局长", "我作为云州市水务局局长", "党组书记"),
        ("党组书记、局长", "我担任市水务局党组书记", "局长"),
        ("党组成员、副局长", "本人任局党组成员、局长", "副局长"),
        ("党委书记、董事长、总经理", "我作为集团党委书记、总经理", "董事长"),
        ("副局长", "我作为市水务局局长", "副局长"),
        ("市水务局党组书记、市水务局局长", "我作为党组书记、局长", ""),
        ("局党组书记、局长", "我作为市水务局局长兼党组书记", ""),
        ("党委委员、副总经理", "我作为集团公司党委委员、副总经理", ""),
        ("党组书记、局长", "在局长办公会的部署下开展工作", ""),
        ("党组书记、局长", "我局工作平稳", ""),
        ("待补、局长", "我作为局长", ""),
    ],
)
def test_the_post(post: str, opening: str, lost: str) -> None:
    subject = subject_of(Example(TEXT.format(opening), post=post), shelf.check_words(), shelf.formulations())
    found = [finding.fault for finding in RULES[0].applied(subject)]
    assert found == ([f"职务没有写全：事实表里是“{post}”，这里少了“{lost}”"] if lost else [])


@pytest.mark.parametrize(
    ("signed", "wrong"),
    [("述职人：骆一州", True), ("述职人：骆一舟", False), ("云州市水务局　骆一州", True), ("述职人：方若谷", False), ("云州市水务局", False)],
)
def test_the_name(signed: str, wrong: bool) -> None:
    text = "\n".join((TEXT.format("我作为局长"), "二、打算", "继续学习。", signed, "2025年12月20日"))
    subject = subject_of(Example(text, post="局长"), shelf.check_words(), shelf.formulations())
    owed = subject.owed
    assert owed is not None
    found = [finding.fault for finding in RULES[0].applied(replace(subject, owed=replace(owed, reporter="骆一舟")))]
    assert bool(found) == wrong
