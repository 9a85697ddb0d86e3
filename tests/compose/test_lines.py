"""What the clerk set on lines of its own stands so: the lines of a title, the paragraphs of 导语 and 结语; hints of marks are told with the draft."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from generator.bank.bank import Bank
from generator.cli import shelf
from generator.cli.drafting import created
from generator.compose.draft import Draft, compose
from generator.facts.load import load_facts
from generator.problems import Source
from generator.render.markdown import markdown
from generator.render.plain import plain_text
from generator.render.terminal import terminal_text
from generator.render.word import docx_bytes

FACTS = """\
文种: 年度总结
标题: |
  云州市水务局
  2025年工作总结
单位: {全称: 云州市水务局}
时段: 2025年
导语: |
  2025年，我局开展工作。

  现将有关情况报告如下：
做法:
  - 主题: 政治建设
    事实: [开会3次↑]
问题: [台账不全]
打算: [补齐台账]
结语: |
  各位代表：
  让我们团结起来，继续前进！
"""


@pytest.fixture(scope="module")
def draft(bank: Bank) -> Draft:
    return compose(load_facts(Source("事实.yaml", FACTS)), shelf.template("年度总结"), bank)


def test_as_text(draft: Draft) -> None:
    rows = plain_text(draft.report).split("\n")
    assert rows[:5] == ["云州市水务局", "2025年工作总结", "", "　　2025年，我局开展工作。", "　　现将有关情况报告如下："]
    assert rows[-4:-2] == ["　　各位代表：", "　　让我们团结起来，继续前进！"]


def test_as_markdown_and_on_a_terminal(draft: Draft) -> None:
    assert markdown(draft.report).startswith("# 云州市水务局2025年工作总结\n\n2025年，我局开展工作。\n\n现将有关情况报告如下：\n")
    rows = [row.strip() for row in terminal_text(draft.report, 60, False).split("\n")]
    assert rows[:2] == ["云州市水务局", "2025年工作总结"]


def test_in_word(draft: Draft) -> None:
    facts = load_facts(Source("事实.yaml", FACTS))
    document = docx.Document(BytesIO(docx_bytes(draft.report, shelf.style("gbt9704"), created=created(facts))))
    texts = [paragraph.text for paragraph in document.paragraphs if paragraph.text]
    assert texts[0] == "云州市水务局\n2025年工作总结"
    assert texts[1:3] == ["2025年，我局开展工作。", "现将有关情况报告如下："]
    assert document.core_properties.title == "云州市水务局2025年工作总结"


def test_nothing_of_it_is_unused_and_the_mark_is_told(draft: Draft) -> None:
    told = {problem.code: problem.place for problem in draft.problems}
    assert "unused" not in told
    assert (told["arrow"].line, told["arrow"].column) == (13, 14)
