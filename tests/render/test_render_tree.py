"""The shape of the data that other programs read."""

from __future__ import annotations

import json

import pytest

from generator.printed import lines
from generator.problems import Place, Problem
from generator.render.formats import TEXT_FORMATS
from generator.render.tree import tree, tree_json
from generator.report import Blank, Paragraph, Report, Text, plain


def test_blocks_are_the_printed_paragraphs_after_the_title(report: Report) -> None:
    made = tree(report, [])
    assert "".join(s["text"] for s in made["title"]) == plain(report.title)
    printed = ["".join([b["number"] or "", *(s["text"] for s in b["spans"])]) for b in made["blocks"]]
    assert printed == [line.text for line in lines(report)][1:]


def test_roles_levels_and_numbers(report: Report) -> None:
    blocks = tree(report, [])["blocks"]
    assert [(b["kind"], b["level"], b["number"], b["role"]) for b in blocks] == [
        ("paragraph", None, None, "主送机关"),
        ("paragraph", None, None, "导语"),
        ("heading", 1, "一、", "做法"),
        ("paragraph", None, None, "做法"),
        ("heading", 2, "（一）", "做法"),
        ("paragraph", None, None, "做法"),
        ("paragraph", None, None, "做法"),
        ("paragraph", 3, "1.", "做法"),
        ("heading", 4, "（1）", "做法"),
        ("paragraph", None, None, "做法"),
        ("heading", 1, "二、", "问题+打算"),
        ("paragraph", None, None, "问题+打算"),
        ("paragraph", None, None, "结语"),
        ("paragraph", None, "附件：1.", "附件"),
        ("paragraph", None, "2.", "附件"),
        ("paragraph", None, None, "署名"),
        ("paragraph", None, None, "成文日期"),
    ]


def test_every_span_has_an_origin(report: Report) -> None:
    spans = [s for b in tree(report, [])["blocks"] for s in b["spans"]]
    assert {s["origin"]["kind"] for s in spans} == {"fact", "phrase", "template", "blank"}
    blank = next(s for s in spans if s["text"] == "〔待补〕")
    assert blank["origin"] == {"kind": "blank", "path": "做法[0].要点[0].事实[1].数", "line": 14}
    assert tree(Report(lead=(Paragraph((Blank(),)),)), [])["blocks"][0]["spans"] == [{"text": "〔待补〕", "origin": {"kind": "blank"}}]


def test_text_without_an_origin_is_a_fault_of_the_program() -> None:
    with pytest.raises(ValueError, match="without an origin"):
        tree(Report(lead=(Paragraph((Text("无来处"),)),)), [])


def test_problems_and_json(report: Report) -> None:
    problem = Problem(Place("事实.yaml", 14, 7), "blank", "这里缺一个数", "补上")
    text = tree_json(report, [problem])
    assert json.loads(text) == tree(report, [problem])
    assert json.loads(text)["problems"] == [
        {"code": "blank", "message": "这里缺一个数", "path": "事实.yaml", "line": 14, "column": 7, "hint": "补上"}
    ]
    assert "做法" in text


def test_every_format_writes_the_sample(report: Report) -> None:
    assert all("强化政治引领" in write(report, [], None) for write in TEXT_FORMATS.values())
