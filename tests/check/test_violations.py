"""Every breach of the standard is found, by its name, and nothing else is; a good report has none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from docx.document import Document
from msgspec.structs import replace

from generator.check.layout import RULES
from generator.check.remark import of_layout
from generator.report import Report
from tests.check.made import codes, found, report, spoilt, word
from tests.check.violations import ALSO, VIOLATIONS, added, annex, boxed, head, letterhead, minutes, note, ordered, record, said


@pytest.fixture(scope="module")
def good() -> bytes:
    return word(report())


@pytest.mark.parametrize("name", VIOLATIONS)
def test_a_breach_is_found(name: str, good: bytes) -> None:
    code, spoil = VIOLATIONS[name]
    assert codes(spoilt(good, spoil)) == {code} | ALSO.get(name, frozenset())


GOOD: dict[str, Report] = {
    "whole": report(),
    "sealed": replace(report(), sealed=True),
    "one attachment": report(attachments=("青石河治理任务分工表",)),
    "long signature": report(signature="云州市青石河流域综合治理工程建设指挥部办公室"),
    "a person's": report(signature="张三"),
    "no date": replace(report(), date=()),
    "no signature": replace(report(), signature=()),
    "nothing but text": replace(report(attachments=()), signature=(), date=(), addressee=()),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_good_report_has_none(name: str) -> None:
    assert found(word(GOOD[name])) == []


ADDED = {
    "red head": head(),
    "annex": annex(),
    "imprint": record(),
    "note": note("（联系人：张三）"),
    "page number in a frame": boxed("outside"),
    "a letter's head": letterhead(),
    "a letter under the common head": letterhead("center"),
    "an order's head": ordered(),
    "minutes": minutes(),
    "a few words more": added(),
    "as good as black": added(color={"val": "0D0D0D", "themeColor": "text1", "themeTint": "F2"}),
    "no effects": added(em={"val": "none"}, bdr={"val": "nil"}, shadow={"val": 0}),
    "signs that are no blanks": said("特此报告，完成率98%，“1+N”体系、G60#标段、CPI$指数、集合{1，2}，何以至此？！"),
    "figures with stops of their own": said("特此报告，投资1,200万元，比例1:3，网址www.yz.example，版本2.0（试行）。"),
    "years in Chinese, and a multiplication": said("特此报告，自二○二五年起，按3×5米划定，【2025】8号文同时废止。"),
}


@pytest.mark.parametrize("name", ADDED)
def test_what_is_added_as_the_standard_says_is_no_breach(name: str, good: bytes) -> None:
    add: Callable[[Document], object] = ADDED[name]
    assert found(spoilt(good, add)) == []


def test_rules_have_names_of_their_own() -> None:
    names = [rule.code for rule in RULES]
    assert len(names) == len(set(names))


def test_every_rule_is_tried() -> None:
    assert {code for code, _ in VIOLATIONS.values()} == {rule.code for rule in RULES}


def test_what_occurs_often_is_told_once(good: bytes) -> None:
    (problem,) = found(spoilt(good, VIOLATIONS["body in 宋体"][1]))
    assert str(problem).split("\n")[0].startswith("稿子.docx:4: 错误：正文的字体是“宋体”，应是“仿宋”：“现将全年情况报告如下。”等，共 ")
    assert str(of_layout([problem])[0]).split("\n")[0].endswith("〔国标 5.2.2，body-font〕")
