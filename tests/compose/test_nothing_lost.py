"""Nothing lost, by an oracle of its own: the YAML is walked as text, and every value of it is looked for on the page.

Nothing here asks the product what it owes. A key that is declared and that nothing prints fails until the table below says why it is not printed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import count
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.cli import shelf
from generator.compose.draft import compose
from generator.declared import Many, Record, Shape, Text
from generator.facts.keys import FACTS
from generator.facts.load import load_facts
from generator.problems import Source
from generator.render.plain import plain_text
from tests.compose.made import files
from tests.conftest import EXAMPLES, shipped

NEVER = {
    "文种": "names the template",
    "字数": "a wish",
    "用印": "moves the signature",
    "台账": "names the blocks of a table",
    "来源": "shown by --why alone",
    "备注": "the clerk's own note",
    "去年": "compared, never printed",
    "上年打算": "compared, never printed",
    "上年问题": "compared, never printed",
    "套语上限": "a wish",
}
AT_NEED = {
    "主题": "known by its own words, and a heading of the clerk's stands in its place",
    "时段": "where title and 导语 are not the clerk's own; wording goes by it",
    "全称": "where title and signature are not the clerk's own",
    "简称": "where wording names the unit shortly",
    "自称": "where the unit speaks of itself",
    "党组织": "where wording names it",
    "支部": "where wording names it",
    "业务": "where wording names it",
    "上级": "where wording names it",
}
LIKE_NO_OTHER = {
    "成文日期": ("2031-12-22", "2031年12月22日"),
    "印发日期": ("2031-12-23", "2031年12月23日印发"),
    "时段": ("2031年", ""),
    "数": ("7319", "7319"),
    "量": ("人次", "7319人次"),
    "份号": ("000731", "000731"),
    "密级": ("秘密★1年", "秘密★1年"),
    "紧急程度": ("特急", "特急"),
    "发文字号": ("云水发〔2031〕3号", "云水发〔2031〕3号"),
    "用印": ("是", ""),
    "字数": ("900", ""),
    "台账": ("做法", ""),
    "见": ("做法[0]", ""),
    "套语上限": ("60", ""),
}
"""Keys whose values have a form of their own: a value, and what is printed of it."""


@lru_cache
def template(kind: str) -> Any:
    return shelf.template(kind)


def page(text: str) -> tuple[str, str]:
    """What is printed of a facts file, and what is told to have no place on the page."""
    facts = load_facts(Source("事实.yaml", text))
    draft = compose(facts, template(facts.kind), shipped())
    told = (p.message for p in draft.problems if p.code in ("unused", "theme-unsaid"))
    return plain_text(draft.report), "\n".join(told)


def leaves(node: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a YAML tree with the key it stands under."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from leaves(value, key if key in NEVER else name)
    elif isinstance(node, list):
        for item in node:
            yield from leaves(item, key)
    else:
        yield key, node


# --- every declared key ------------------------------------------------------------------------------------------------------------------


def filled(shape: Shape, name: str, numbers: Iterator[int]) -> Any:
    """A value for everything that ``shape`` declares, each like no other."""
    if name in LIKE_NO_OTHER:
        return LIKE_NO_OTHER[name][0]
    match shape:
        case Record():
            return {key.name: filled(key.shape, key.name, numbers) for key in shape.keys}
        case Many():
            return [filled(shape.item, name, numbers)]
        case Text(choices=(first, *_)):
            return first
        case Text():
            return f"甲乙QA{next(numbers):03}丙,“丁戊”己"


@pytest.mark.parametrize("kind", shelf.kinds())
def test_every_declared_key_is_printed(kind: str) -> None:
    numbers = count(1)
    tree = filled(FACTS, "", numbers) | {"文种": kind}
    tree["附件"] = list(_one_table_each(tree["附件"][0], numbers))
    shown, told = page(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))
    lost = [f"{key}: {value}" for key, value in leaves(tree) if key not in NEVER | AT_NEED and not _found(key, value, shown + told)]
    assert lost == []


def _one_table_each(attachment: dict[str, Any], numbers: Iterator[int]) -> Iterator[dict[str, Any]]:
    """An attachment has one table: a 台账 of the facts, or a 表格 of a head and at least one row."""
    yield {key: value for key, value in attachment.items() if key != "表格"}
    yield {"名称": filled(Text(), "名称", numbers), "表格": [*attachment["表格"], filled(Text(), "表格", numbers)]}


def _found(key: str, value: str, text: str) -> bool:
    mark = LIKE_NO_OTHER[key][1] if key in LIKE_NO_OTHER else re.findall("QA[0-9]{3}", value)[0]
    return mark in text


def test_what_the_tables_excuse_is_declared_or_to_come() -> None:
    declared = {key for key, _ in leaves(filled(FACTS, "", count(1)))}
    assert {"去年", "上年打算", "套语上限", "见"} >= (NEVER.keys() | AT_NEED.keys() | LIKE_NO_OTHER.keys()) - declared


# --- every value of a file ---------------------------------------------------------------------------------------------------------------

BLANK = re.compile(r"待补|[×？?]{2,}|[×*](?=[年月日])")
WORDS = re.compile(r"[^\w%]|_")
BETWEEN = 6
"""Characters that may stand between two of the clerk's: a function word, a light verb, a measure that was moved."""


def letters(text: str) -> str:
    """The characters of ``text`` that say something: no marks, no spaces, one width."""
    return WORDS.sub("", unicodedata.normalize("NFKC", text))


def clauses(value: str) -> list[str]:
    """The parts of a value between marks and blanks."""
    parts = re.split(r"[，。；：、！？,;:!?\n.—…（）()“”\"《》〈〉\s{}]+", BLANK.sub("，", value.replace("{数}", "，")))
    return [bare for part in parts if (bare := letters(part))]


def stands(clause: str, rows: list[str]) -> bool:
    """Whether the characters of ``clause`` stand in a row of the page in their order, close together."""
    if any(clause in row for row in rows):
        return True
    pattern = re.compile(f".{{0,{BETWEEN}}}?".join(map(re.escape, clause)))
    return any(pattern.search(row) for row in rows)


def lost(text: str) -> list[str]:
    """The clauses of the file ``text`` that are neither printed nor told."""
    tree = yaml.load(text, yaml.BaseLoader)
    shown, told = page(text)
    rows = [letters(row) for row in f"{shown}\n{told}".split("\n")]
    excused = NEVER | AT_NEED | {"成文日期": "", "印发日期": ""}
    return [f"{key}: {clause}" for key, value in leaves(tree) if key not in excused for clause in clauses(value) if not stands(clause, rows)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_value_of_an_example_is_printed(path: Any) -> None:
    assert lost(path.read_text(encoding="utf-8")) == []


ENDS = ("", "。", ";", ".", ",另行3件", "(试行)", "“三会一课”", "，投入1,246元", "!", "、《办法》", "；；")
SAID = ("做了", "事实", "举措", "成效", "表现", "原因", "总领", "小标题", "导语", "结语", "事项", "要点", "问题", "打算")


@st.composite
def punctuated(draw: st.DrawFn) -> str:
    """A facts file whose words have marks of every kind, with topics that no bank knows."""

    def marked(node: Any, key: str = "") -> Any:
        if isinstance(node, dict):
            return {name: marked(value, name) for name, value in node.items()}
        if isinstance(node, list):
            return [marked(item, key) for item in node]
        if key == "主题":
            return draw(st.sampled_from((node, "刑事检察", "12345热线办理", "集团化办学")))
        return node + draw(st.sampled_from(ENDS)) if key in SAID and isinstance(node, str) else node

    return yaml.safe_dump(marked(draw(files)), allow_unicode=True, sort_keys=False)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(punctuated())
def test_every_value_of_any_file_is_printed(text: str) -> None:
    assert lost(text) == []
