"""A new facts file: sound as it is, and with any of its lines put to use."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import pytest
from facts_text import schema

from generator.bank.bank import Bank
from generator.cli import shelf
from generator.cli.wanted import wanted
from generator.compose.draft import compose
from generator.facts.keys import declared
from generator.facts.load import load_facts
from generator.facts.scaffold import scaffold, usual_sides
from generator.facts.sides import side_of
from generator.facts.wanted import Wanted
from generator.problems import Source
from generator.yamlfile import Mapping, Node, Scalar, Sequence, parse

READY = re.compile(r"( *)# (?!yaml-language-server)")
KINDS = shelf.kinds()


@pytest.fixture(scope="module")
def new(bank: Bank) -> Callable[[str], str]:
    @cache
    def made(kind: str) -> str:
        asked = wanted(shelf.template(kind))
        return scaffold(asked, bank, usual_sides(bank, asked))

    return made


@pytest.fixture(scope="module", params=KINDS)
def text(request: pytest.FixtureRequest, new: Callable[[str], str]) -> str:
    return new(request.param)


def used(line: str) -> str:
    return READY.sub(r"\1", line, count=1) if READY.match(line) else line


def test_it_loads_and_drafts_with_blanks(text: str, bank: Bank) -> None:
    facts = load_facts(Source("新表.yaml", text), KINDS)
    draft = compose(facts, shelf.template(facts.kind), bank, seed=0)
    assert {problem.code for problem in draft.problems} >= {"blank"}


def test_every_line_alone_can_be_put_to_use(text: str) -> None:
    lines = text.split("\n")
    ready = [i for i, line in enumerate(lines) if READY.match(line)]
    assert len(ready) > 20
    for i in ready:
        load_facts(Source("f", "\n".join([*lines[:i], used(lines[i]), *lines[i + 1 :]])), KINDS)


def test_all_lines_together_too_and_in_the_right_places(text: str) -> None:
    everything = "\n".join(map(used, text.split("\n")))
    facts = load_facts(Source("f", everything), KINDS)
    assert [p.topic for p in facts.practices] == re.findall(r"^  - 主题: (\S+)", text, re.MULTILINE)
    for practice in facts.practices:
        assert len(practice.items) == 2
        assert practice.items[0].measures
        assert practice.items[0].facts
    assert len(facts.intentions) > 1
    schema().validate(plain(parse(Source("f", everything))))


def plain(node: Node) -> object:
    match node:
        case Mapping():
            return {key.text: plain(value) for key, value in node.entries}
        case Sequence():
            return [plain(item) for item in node.items]
        case Scalar():
            return node.text or None


def test_lines_for_reading_name_the_schema_first(text: str) -> None:
    assert text.startswith("# yaml-language-server: $schema=")
    keys = re.findall(r"^ *(?:# )?(?:- )?\{?([一-鿿]{2,4}):", text, re.MULTILINE)
    assert set(keys) <= declared()


def test_blocks_as_named(bank: Bank) -> None:
    template = wanted(shelf.template("年度总结"))
    text = scaffold(template, bank, [side_of(bank, name) for name in ("隐患排查", "监管执法")])
    assert [p.topic for p in load_facts(Source("f", text)).practices] == ["隐患排查", "监管执法"]


def test_what_all_trades_write_of_goes_from_theory_to_conduct(bank: Bank) -> None:
    def blocks(asked: Wanted) -> list[str]:
        return [side.name for side in usual_sides(bank, asked)]

    found = blocks(wanted(shelf.template("年度总结")))
    assert found.index("理论武装") < found.index("支部建设") < found.index("党风廉政")
    assert len(found) == len(set(found)) == 6
    assert blocks(wanted(shelf.template("述职报告")))[0] == "责任落实"
    assert blocks(Wanted("从严治党", frozenset({"做法"})))[0] == "责任落实"


def test_needed_keys_stand_open(new: Callable[[str], str]) -> None:
    assert re.search(r"^报告人: \{姓名: 待补, 职务: 待补\}", new("述职报告"), re.MULTILINE)
    assert not re.search("^报告人", new("年度总结"), re.MULTILINE)
