"""Markdown and plain text of the sample, and what Markdown must not take for mark-up."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.printed import lines
from generator.render.markdown import markdown
from generator.render.plain import plain_text
from generator.report import Blank, Inlines, Origin, OriginKind, Paragraph, Report, Text


def test_markdown_keeps_levels_and_numbers(report: Report) -> None:
    made = markdown(report).splitlines()
    assert made[0] == "# 云州市发展和改革局2025年机关党建工作总结"
    assert [line for line in made if line.startswith("##")] == [
        "## 一、强化政治引领",
        "### （一）坚持学用结合",
        "##### （1）分级分类",
        "## 二、问题和打算",
    ]
    assert any("专题党课〔**待补**〕次。" in line for line in made)


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
        ("(1) 甲", r"(1\) 甲"),
        ("A. 甲", r"A\. 甲"),
        (": 甲", r"\: 甲"),
        ("甲--乙...", r"甲\-\-乙\.\.\."),
        ("甲^2^@乙", r"甲\^2\^\@乙"),
    ],
)
def test_markdown_escapes(text: str, written: str) -> None:
    assert markdown(Report(lead=(Paragraph((Text(text, Origin(OriginKind.FACT)),)),))) == f"{written}\n"


def seen(text: str) -> list[str]:
    """The paragraphs and headings that CommonMark reads in ``text``, as their characters alone; code, links and the like stand out as «…»."""
    kept = {"text", "text_special", "strong_open", "strong_close"}
    blocks = [token.children or [] for token in MarkdownIt("commonmark").parse(text) if token.type == "inline"]
    return ["".join(c.content if c.type in kept else f"«{c.type}»" for c in block) for block in blocks]


AWKWARD = st.text("甲乙，。〔〕“”《》12.)(-+*_#<>|~`[]{}!$^@\"'=:%&\\/aAi", min_size=1, max_size=12)


@given(st.lists(st.lists(AWKWARD.map(Text) | st.just(Blank()), min_size=1, max_size=4).map(tuple), min_size=1, max_size=3))
def test_commonmark_reads_what_was_written(paragraphs: list[Inlines]) -> None:
    report = Report(title=paragraphs[0], lead=tuple(map(Paragraph, paragraphs)), signature=paragraphs[-1])
    assert seen(markdown(report)) == [line.text for line in lines(report)]


@pytest.mark.parametrize(("before", "after"), [("党课", "次"), ("“", "”"), ("", ""), ("，", "。")])
def test_blanks_are_bold_wherever_they_stand(before: str, after: str) -> None:
    made = markdown(Report(lead=(Paragraph((Text(before), Blank(), Text(after))),)))
    (block,) = (token.children or [] for token in MarkdownIt("commonmark").parse(made) if token.type == "inline")
    strong = [c.type for c in block].index("strong_open")
    assert block[strong + 1].content == "待补"


def test_origins_are_footnotes_that_leave_the_text_as_it_is(report: Report) -> None:
    made = markdown(report, lambda origin: f"出自{origin.path}")
    marks, notes = re.findall(r"\[\^(\d+)\](?!:)", made), re.findall(r"^\[\^(\d+)\]: (.+)$", made, re.M)
    assert marks == [n for n, _ in notes] == [str(n) for n in range(1, len(marks) + 1)]
    assert re.sub(r"\[\^\d+\]", "", made).startswith(markdown(report))
    assert "空缺 做法\\[0\\].要点\\[0\\].事实\\[1\\].数（第14行）" in made


def test_signature_and_date_stand_in_divisions(report: Report) -> None:
    assert markdown(report).rstrip().endswith('<div align="right" custom-style="成文日期">\n\n2025年12月22日\n\n</div>')


def test_notes_stand_below_plain_text(report: Report) -> None:
    made = plain_text(report, lambda _: "")
    text, _, notes = made.partition("\n注：\n")
    assert re.sub(r"［\d+］", "", text) == plain_text(report)
    assert notes.splitlines()[1] == "［2］事实 主送（第6行）"


def test_plain_text_is_one_line_a_paragraph(report: Report) -> None:
    made = plain_text(report).splitlines()
    assert made[:4] == ["云州市发展和改革局2025年机关党建工作总结", "", "市直机关工委：", "　　现将有关情况报告如下。"]
    assert [line.strip() for line in made if line] == [line.text for line in lines(report)]
