"""Markdown as others write it: read as it is set, its marks no text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.cli import shelf
from generator.printed import lines
from generator.reading.markdown import read_markdown
from generator.typeset.deeds import Account
from generator.typeset.marked import word_of_markdown

from .word_made import paragraphs

TITLE = "云州市水务局2025年工作总结"
WRITTEN: dict[str, tuple[str, list[str]]] = {
    "items": ("- 巡查36次。\n* 排查12处。\n+ 整改9处。", ["巡查36次。", "排查12处。", "整改9处。"]),
    "a quotation": ("> 巡查36次。\n> 排查12处。", ["巡查36次。", "排查12处。"]),
    "tasks": ("- [x] 巡查36次\n- [ ] 排查12处", ["☑巡查36次", "□排查12处"]),
    "rules": ("***\n\n巡查36次。\n\n- - -\n\n___", ["巡查36次。"]),
    "headings closed": ("## 一、做法 ##\n巡查36次。", ["一、做法", "巡查36次。"]),
    "headings underlined": ("一、做法\n--------\n巡查36次。", ["一、做法", "巡查36次。"]),
    "code": ("`巡查`36次。", ["巡查36次。"]),
    "a block of code": ("```text\n巡查36次。\n```", ["巡查36次。"]),
    "bold and slanted": ("***巡查***36次，**排查**12处，__整改__。", ["巡查36次，排查12处，整改。"]),
    "a link": ("见[通知](https://www.gov.cn/a)。", ["见通知。"]),
    "a comment": ("巡查36次。<!-- 数待核 -->\n\n<!--\n内部\n-->\n排查12处。", ["巡查36次。", "排查12处。"]),
    "escapes": ("巡查\\*36\\*次。", ["巡查*36*次。"]),
    "a product": ("规格3*4*5米。", ["规格3*4*5米。"]),
    "slanted": ("*巡查*36次，_排查_。", ["巡查36次，排查。"]),
    "struck": ("巡查~~30次~~36次。", ["巡查30次36次。"]),
    "an address": ("见<https://www.gov.cn/a>。", ["见https://www.gov.cn/a。"]),
    "a picture": ("![展厅](展厅.png)", ["![展厅](展厅.png)"]),
    "a line broken": ("巡查36次，\\\n排查12处。", ["巡查36次，", "排查12处。"]),
    "a division": ('<div align="right">\n\n巡查36次。\n\n</div>\n\n排查12处。', ["巡查36次。", "排查12处。"]),
    "words beside a division": ("<div>巡查36次。</div>", ["<div>巡查36次。</div>"]),
    "a row without an end": ("| 巡查 | 36次", ["| 巡查 | 36次"]),
    "a block of code with signs": ("~~~\n[^1]: 巡查\n---\n~~~", ["[^1]: 巡查", "---"]),
    "numbers left open": ("*月*日，学习*次，培训*人。", ["*月*日，学习*次，培训*人。"]),
    "emphasis on a word like a measure": ("*次要*矛盾，坚持*人民*至上。", ["次要矛盾，坚持人民至上。"]),
    "names with strokes": ("文件a_b_c.docx。", ["文件a_b_c.docx。"]),
}
"""What is written, and what it says."""


@pytest.mark.parametrize("name", WRITTEN)
def test_marks_are_no_text(name: str) -> None:
    written, said = WRITTEN[name]
    text = f"# {TITLE}\n\n{written}\n"
    made = word_of_markdown(text, shelf.style("gbt9704"), datetime(2025, 1, 1, tzinfo=UTC), Account("甲.md"))
    read = [line.text for line in lines(read_markdown("甲", text)[0]) if line.text]
    assert ([found for found in paragraphs(made) if found], read) == ([TITLE, *said], [TITLE, *said])


def test_notes_are_no_text() -> None:
    report = read_markdown("甲", f"# {TITLE}\n\n巡查[^1]36次。\n\n[^1]: 按周。\n    节日另计。\n\n排查12处。\n")[0]
    assert [line.text for line in lines(report) if line.text] == [TITLE, "巡查36次。", "排查12处。"]


def test_comments_are_told() -> None:
    account = Account("甲.md")
    word_of_markdown(f"# {TITLE}\n<!-- 内部 -->\n巡查。\n", shelf.style("gbt9704"), datetime(2025, 1, 1, tzinfo=UTC), account)
    assert [problem.code for problem in account.left] == ["comments-left"]


_TABLE = "| 项目 | 数 |\n|---|---|\n| 手术 | 210 |\n| 助听器 | 95 |\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"# 工作总结\n\n## 一、做法\n\n巡查36次。\n\n{_TABLE}\n", [(7, "有1个表格没有读")]),
        (f"# 工作总结\n\n## 一、做法\n\n{_TABLE}\n巡查36次。\n\n{_TABLE}", [(5, "有2个表格没有读")]),
        ("# 工作总结\n\n## 一、做法\n\n巡查36次|检修9次。\n", []),
    ],
)
def test_tables_that_are_not_read_are_told(text: str, told: list[tuple[int, str]]) -> None:
    found = [p for p in read_markdown("甲", text)[1] if p.code == "table-left-out"]
    assert [(p.place.line, p.message) for p in found] == told
