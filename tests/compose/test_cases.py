"""Drafts from an empty bank, as text that a clerk could review: only the clerk's words, the template's, and the marks between them.

``cases.md`` holds the cases: a heading, a facts file, the draft it makes. NIGAO_REWRITE=1 (with pytest -n 0) writes the drafts anew.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from generator.bank.bank import layered
from generator.cli import shelf
from generator.compose.draft import compose
from generator.facts.load import load_facts
from generator.problems import Source
from generator.render.plain import plain_text
from tests.conftest import completions

CASES = Path(__file__).with_name("cases.md")
_CASE = re.compile(r"## (?P<name>.+?)\n\n```yaml\n(?P<facts>.*?)```\n\n```text\n(?P<draft>.*?)```\n", re.S)
_HEAD = "文种: 年度总结\n单位: {全称: 云州市古籍馆, 自称: 我馆}\n"
BANK = layered([], completions=completions())


def drafted(facts: str) -> str:
    """The draft of a case from the first part on, without the title and the lead, if the case names no 文种; else the whole of it."""
    named = facts.startswith("文种")
    loaded = load_facts(Source("事实.yaml", facts if named else _HEAD + facts))
    text = plain_text(compose(loaded, shelf.template(loaded.kind), BANK).report)
    return text if named else text[text.index("一、主要做法") :].replace("云州市古籍馆\n", "").rstrip() + "\n"


def rewrite() -> None:
    text = CASES.read_text(encoding="utf-8")
    anew = _CASE.sub(lambda m: f"## {m['name']}\n\n```yaml\n{m['facts']}```\n\n```text\n{drafted(m['facts'])}```\n", text)
    CASES.write_text(anew, encoding="utf-8")


if os.environ.get("NIGAO_REWRITE"):
    rewrite()


@pytest.mark.parametrize("case", list(_CASE.finditer(CASES.read_text(encoding="utf-8"))), ids=lambda m: m["name"])
def test_case(case: re.Match[str]) -> None:
    assert drafted(case["facts"]) == case["draft"]
