"""What a Markdown file says of itself above its text: its title is printed and read once, however it is written; what is no such thing stays text."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.cli import shelf
from generator.reading.markdown import read_markdown
from generator.report import plain
from generator.typeset.deeds import Account
from generator.typeset.marked import word_of_markdown

from .word_made import paragraphs

TITLE = "云州市水务局2025年工作总结"
BODY = "\n一、主要做法\n巡查水库36次。\n"
TITLED = {
    "a title alone": f"---\ntitle: {TITLE}\n---\n{BODY}",
    "with a date": f"---\ntitle: {TITLE}\ndate: 2025-11-20\n---\n{BODY}",
    "in quotes": f'---\ntitle: "{TITLE}"\n---\n{BODY}',
    "in single quotes": f"---\ntitle: '{TITLE}'\n---\n{BODY}",
    "in quotes of a text": f"---\ntitle: “{TITLE}”\n---\n{BODY}",
    "a colon of full width": f"---\ntitle：{TITLE}\n---\n{BODY}",
    "a Chinese key, a colon of full width": f"---\n标题：{TITLE}\n单位：云州市水务局\n---\n{BODY}",
    "a Chinese key, no blank": f"---\n标题:{TITLE}\n---\n{BODY}",
    "another Chinese key": f"---\n题目: {TITLE}\n---\n{BODY}",
    "in capitals": f"---\nTITLE: {TITLE}\n---\n{BODY}",
    "a key in quotes": f'---\n"title": {TITLE}\n---\n{BODY}',
    "folded": f"---\ntitle: >\n  {TITLE}\n---\n{BODY}",
    "line by line": f"---\ntitle: |-\n  云州市水务局\n  2025年工作总结\n---\n{BODY}",
    "on the line below": f"---\ntitle:\n  {TITLE}\n---\n{BODY}",
    "on two lines": f"---\ntitle: 云州市水务局\n  2025年工作总结\nauthor: 江月明\n---\n{BODY}",
    "as a list": f"---\ntitle:\n  - 云州市水务局\n  - 2025年工作总结\n---\n{BODY}",
    "a comment behind": f"---\ntitle: {TITLE} # 初稿\n---\n{BODY}",
    "a comment of its own": f"---\n# 初稿\ntitle: {TITLE}\n---\n{BODY}",
    "marked bold": f"---\ntitle: **{TITLE}**\n---\n{BODY}",
    "a tab": f"---\ntitle:\t{TITLE}\n---\n{BODY}",
    "indented": f"---\n  title: {TITLE}\n  date: 2025\n---\n{BODY}",
    "blanks at the ends": f"---   \ntitle: {TITLE}   \n---  \n{BODY}",
    "empty lines within": f"---\n\ntitle: {TITLE}\n\n---\n{BODY}",
    "an empty line above": f"\n---\ntitle: {TITLE}\n---\n{BODY}",
    "a mark of the order of bytes": f"\ufeff---\ntitle: {TITLE}\n---\n{BODY}",
    "ended by dots": f"---\ntitle: {TITLE}\n...\n{BODY}",
    "between longer rules": f"-----\ntitle: {TITLE}\n-----\n{BODY}",
    "never ended": f"---\ntitle: {TITLE}\ndate: 2025\n{BODY}",
    "TOML": f'+++\ntitle = "{TITLE}"\ndate = 2025-11-20\n+++\n{BODY}',
    "nested keys": f"---\ntitle: {TITLE}\nauthor:\n  name: 江月明\ntags: [水务, 总结]\n---\n{BODY}",
    "keys of two words and with points": f"---\ntitle: {TITLE}\nkey words: 水\nog.title: 水\n---\n{BODY}",
    "the text says it with a mark": f"---\ntitle: 别的\n---\n# {TITLE}\n{BODY}",
    "the text says it underlined": f"---\ntitle: 别的\n---\n{TITLE}\n====\n{BODY}",
    "the text says it in a line": f"---\ntitle: {TITLE}\n---\n{TITLE}\n{BODY}",
    "the text says it with a mark, twice the same": f"---\ntitle: {TITLE}\n---\n# {TITLE}\n{BODY}",
    "the text marks its chapters as a title": f"---\ntitle: {TITLE}\n---\n# 一、主要做法\n巡查水库36次。\n",
    "an annex marked as a title": f"---\ntitle: {TITLE}\n---\n{BODY}\n# 附件\n",
    "whom it addresses first": f"---\ntitle: {TITLE}\n---\n市人民政府：\n{BODY}",
    "a sentence without a stop first": f"---\ntitle: {TITLE}\n---\n2025年以来，我局认真工作，取得成效\n{BODY}",
    "the text holds its words": f"---\ntitle: {TITLE}\n---\n{BODY}{TITLE}完。\n",
}
"""Files that have the title somewhere."""
AS_IT_IS = {
    "云州“十四五”总结": "云州“十四五”总结",
    "云州市落实“十四五”": "云州市落实“十四五”",
    "“三会一课”开展情况报告": "“三会一课”开展情况报告",
    "“三会一课”和“两学一做”": "“三会一课”和“两学一做”",
    "云州：2025年总结": "云州：2025年总结",
    "云州: 2025年总结": "云州: 2025年总结",
    "云州#1库区总结": "云州#1库区总结",
    '"云州\\"水\\"总结"': '云州"水"总结',
    "'云州''水''总结'": "云州'水'总结",
    "《云州水务》编辑总结": "《云州水务》编辑总结",
}
"""Titles as they are written, and as they are."""
TEXT = {
    "a rule above a chapter": "---\n一、主要做法\n---\n巡查水库36次。\n",
    "a form": "---\n时间：2025年\n地点：云州\n---\n巡查水库36次。\n",
    "a form with colons of half width": "---\n时间: 2025年\n地点: 云州\n---\n巡查水库36次。\n",
    "rules around a title": f"---\n# {TITLE}\n---\n巡查水库36次。\n",
    "a rule and text": "---\n巡查水库36次。\n",
}
"""Rules that part text."""
UNTOLD = {"null": "null", "a wave": "~", "nothing": "", "empty quotes": '""', "to come": "待补"}


def both(text: str) -> tuple[list[str], str]:
    """The paragraphs of the Word file that ``text`` makes, and the title that it is read to have."""
    made = word_of_markdown(text, shelf.style("gbt9704"), datetime(2025, 1, 1, tzinfo=UTC), Account("甲.md"))
    return [found for found in paragraphs(made) if found], plain(read_markdown("甲", text)[0].title)


@pytest.mark.parametrize("name", TITLED)
def test_a_title_is_taken_once(name: str) -> None:
    set_anew, read = both(TITLED[name])
    assert (set_anew[0], set_anew.count(TITLE), read) == (TITLE, 1, TITLE)
    assert "title" not in "".join(set_anew)


@pytest.mark.parametrize("written", AS_IT_IS)
def test_a_title_is_taken_as_it_is(written: str) -> None:
    set_anew, read = both(f"---\ntitle: {written}\n---\n{BODY}")
    assert (set_anew[0], read) == (AS_IT_IS[written], AS_IT_IS[written])


@pytest.mark.parametrize("name", TEXT)
def test_what_stands_between_rules_is_text(name: str) -> None:
    set_anew, _ = both(TEXT[name])
    said = [line.removeprefix("# ") for line in TEXT[name].splitlines() if line != "---"]
    assert set_anew == said


@pytest.mark.parametrize("name", UNTOLD)
def test_no_title_is_none(name: str) -> None:
    set_anew, _ = both(f"---\ntitle: {UNTOLD[name]}\ndate: 2025\n---\n{BODY}")
    assert set_anew == ["一、主要做法", "巡查水库36次。"]
