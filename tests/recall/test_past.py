"""What a past report is read to say: reviewable cases (NIGAO_REWRITE=1 with -n 0 writes them anew), and that nothing is lost of any text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import shelf
from generator.printed import lines
from generator.reading.text import read_text
from generator.recall.past import Past, PastPoint, past_of
from generator.recall.statements import Ear, Statement, Told
from generator.recall.values import ValueKind, values
from generator.report import Paragraph, Text, plain

CASES = Path(__file__).with_name("cases.md")
PERSONS = shelf.vocabulary().persons
EAR = Ear(shelf.vocabulary(), shelf.formulations())
_MARK = {Told.FACT: "事", Told.OWN: "话", Told.FORMULA: "套"}


def told(past: Past) -> str:
    return "\n".join(_told(past))


def _told(past: Past) -> Iterator[str]:
    for block in past.practices:
        yield f"板块 {block.line} {block.head}"
        yield from _statements(block.statements, "  ")
        for point in block.points:
            yield f"  要点 {point.line} {point.head}"
            yield from _statements(point.statements, "    ")
    yield from _points("问题", past.problems)
    yield from _points("打算", past.plans)
    yield from (f"旁 {text}" for text in past.aside)


def _points(name: str, points: tuple[PastPoint, ...]) -> Iterator[str]:
    yield from (f"{name} {point.line} {point.head + ' ' if point.head else ''}| {point.said}" for point in points)


def _statements(statements: tuple[Statement, ...], indent: str) -> Iterator[str]:
    yield from (f"{indent}{_MARK[s.told]} {_marked(s)}" for s in statements)


def _marked(statement: Statement) -> str:
    text = statement.text
    for value in reversed(statement.values):
        text = f"{text[: value.start]}[{value.text}{'/' if value.measure else ''}{value.measure}]{text[value.end :]}"
    return text


def _parted(chunk: str) -> tuple[str, str, str]:
    name, _, body = chunk.partition("\n")
    text, _, expected = body.partition("\n---\n")
    return name, text, expected.rstrip("\n")


def _read(text: str) -> Past:
    return past_of(read_text("往年", text)[0], EAR)


CHUNKS = CASES.read_text(encoding="utf-8").split("\n## ")
if os.environ.get("NIGAO_REWRITE"):
    parted = [_parted(chunk) for chunk in CHUNKS[1:]]
    CHUNKS = [CHUNKS[0].rstrip("\n") + "\n", *(f"{name}\n{text}\n---\n{told(_read(text))}\n" for name, text, _ in parted)]
    CASES.write_text("\n## ".join(CHUNKS), encoding="utf-8")


@pytest.mark.parametrize("chunk", CHUNKS[1:], ids=lambda chunk: chunk[:2])
def test_case(chunk: str) -> None:
    _, text, expected = _parted(chunk)
    assert told(_read(text)) == expected


# --- laws --------------------------------------------------------------------------------------------------------------------------------

_HEADS = "一、主要做法 二、存在问题 三、下一步打算 （一）抓学习 （二）抓队伍。 1.抓制度 一是学习。 二是培训。 三是检查，".split()
_LEADS = "一是抓实。多次。 二是用力。经常。 对此， 如下：".split()
_CLAUSES = "学习12次 修订《办法》 走访*户， 2025年3月， 坚持不懈， 推动工作落实。 印发通知； 完成率99.5%。".split()
_PROSE = st.lists(st.sampled_from([*_HEADS, *_LEADS, *_CLAUSES, "\n", "\n"]), max_size=24).map("".join)


@given(_PROSE | st.text(max_size=40))
def test_every_value_of_the_body_is_told_in_its_place(text: str) -> None:
    report, _ = read_text("往年", text)
    past = past_of(report, EAR)
    sections = [s for block in past.practices for s in (*block.statements, *(s for p in block.points for s in p.statements))]
    said = "\n".join([*(s.text for s in sections), *(p.said for p in (*past.problems, *past.plans)), *past.aside, *_heads(past)])
    body = [line for line in lines(report) if line.section is not None]
    for line in body:
        for value in values(line.text, PERSONS):
            if value.kind is not ValueKind.NUMBER or value.counted:
                assert value.text in said


def _heads(past: Past) -> Iterator[str]:
    for block in past.practices:
        yield block.head
        yield from (point.head for point in block.points)
    yield from (plain(section.title) for section in past.report.sections)


@given(st.text(st.sampled_from("约近12.,—至余万亿次名%《》“”*×X年月学习，第两百分之"), max_size=24))
def test_values_lie_apart_and_in_order(text: str) -> None:
    found = values(text, PERSONS)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(text[v.start : v.end] == v.text and text.startswith(v.measure, v.end) for v in found)


@given(st.text(st.sampled_from("约近12.,—至余万亿次名%“年月学习，第"), max_size=24))
def test_no_digit_is_left_outside_values_and_names(text: str) -> None:
    kept, at = "", 0
    for value in values(text, PERSONS):
        kept, at = kept + text[at : value.start] + "空", value.end
    assert not re.search(r"(?<![\d.+/])\d", kept + text[at:])


def test_a_clause_is_placed_where_it_stands() -> None:
    report, _ = read_text("往年", "一、主要做法\n（一）抓学习。坚持不懈，学习12次。")
    [block] = past_of(report, EAR).practices
    assert [(s.line, s.column) for s in block.statements] == [(2, 8), (2, 13)]


def test_what_the_bank_knows_is_formula() -> None:
    said = Paragraph((Text("实地了解工程，学习6次。"),)).inlines
    assert [s.told for s in Ear(shelf.vocabulary()).statements(said)] == [Told.OWN, Told.FACT]
    assert [s.told for s in Ear(shelf.vocabulary(), known="实地了解工程".__eq__).statements(said)] == [Told.FORMULA, Told.FACT]
