"""Markdown and plain text of the sample, and what Markdown must not take for mark-up."""

from __future__ import annotations

import pytest

from generator.render.markdown import markdown
from generator.render.plain import plain_text
from generator.report import Origin, OriginKind, Paragraph, Report, Text, lines


def test_markdown_keeps_levels_and_numbers(report: Report) -> None:
    made = markdown(report).splitlines()
    assert made[0] == "# 云州市发展和改革局2025年机关党建工作总结"
    assert [line for line in made if line.startswith("##")] == [
        "## 一、强化政治引领",
        "### （一）坚持学用结合",
        "##### （1）分级分类",
        "## 二、问题和打算",
    ]
    assert any("专题党课**〔待补〕**次。" in line for line in made)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("*甲*_乙_", r"\*甲\*\_乙\_"),
        ("# 甲", r"\# 甲"),
        ("1. 甲", r"1\. 甲"),
        ("- 甲", r"\- 甲"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("[甲](乙)", r"\[甲\](乙)"),
        ("2025年，1.5倍", "2025年，1.5倍"),
    ],
)
def test_markdown_escapes(text: str, written: str) -> None:
    assert markdown(Report(lead=(Paragraph((Text(text, Origin(OriginKind.FACT)),)),))) == f"{written}\n"


def test_plain_text_is_one_line_a_paragraph(report: Report) -> None:
    made = plain_text(report).splitlines()
    assert made[:4] == ["云州市发展和改革局2025年机关党建工作总结", "", "市直机关工委：", "　　现将有关情况报告如下。"]
    assert [line.strip() for line in made if line] == [line.text for line in lines(report)]
