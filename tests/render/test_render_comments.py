"""Comments on where sentences come from: one a sentence, the text untouched, the file sound."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
import zipfile
from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.printed import lines
from generator.reading.word import read_word
from generator.render.looks import Style
from generator.render.word import docx_bytes
from generator.report import Blank, Origin, OriginKind, Paragraph, Report, Text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def explain(origin: Origin) -> str:
    return {OriginKind.FACT: "事实表.yaml", OriginKind.PHRASE: "跟踪督办〔旧稿甲〕"}.get(origin.kind, "")


@pytest.fixture(scope="module")
def annotated(report: Report, style: Style, created: datetime) -> bytes:
    return docx_bytes(report, style, created=created, explain=explain)


def part(data: bytes, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return ElementTree.fromstring(package.read(f"word/{name}.xml"))


def comments(data: bytes) -> dict[str, list[str]]:
    """The comments by their id, as rows."""
    found = part(data, "comments").findall(f"{W}comment")
    return {c.get(f"{W}id", ""): ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in c.iter(f"{W}p")] for c in found}


def marked(data: bytes) -> dict[str, str]:
    """The text that each comment spans, by the comment's id."""
    spans: dict[str, str] = {}
    opened: list[str] = []
    for element in part(data, "document").iter():
        identity = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            opened.append(identity)
            spans[identity] = ""
        elif element.tag == f"{W}commentRangeEnd":
            opened.remove(identity)
        elif element.tag == f"{W}t":
            for each in opened:
                spans[each] += element.text or ""
    return spans


def test_the_text_is_the_same_with_and_without(annotated: bytes, report: Report, style: Style, created: datetime) -> None:
    bare = docx_bytes(report, style, created=created)
    assert [line.text for line in lines(read_word("甲", annotated)[0])] == [line.text for line in lines(read_word("甲", bare)[0])]
    with zipfile.ZipFile(BytesIO(bare)) as package:
        assert not [name for name in package.namelist() if "comment" in name or "people" in name]


def test_one_comment_a_sentence(annotated: bytes) -> None:
    spans, said = marked(annotated), comments(annotated)
    assert spans.keys() == said.keys()
    assert list(said) == [str(n) for n in range(len(said))]
    by_text = {text: said[identity] for identity, text in spans.items()}
    assert by_text["二是跟踪督办。"] == ["模板 年度总结/结语.j2:3", "用语 a1b2　跟踪督办〔旧稿甲〕"]
    lesson = next(text for text in by_text if text.startswith("一年来，"))
    assert lesson.endswith("专题党课〔待补〕次。")
    assert "空缺 做法[0].要点[0].事实[1].数（第14行）" in by_text[lesson]
    assert "事实 做法[0].要点[0].事实[0]（第12行）　事实表.yaml" in by_text[lesson]
    assert by_text["云州市发展和改革局2025年机关党建工作总结"][0] == "事实 单位.全称（第3行）　事实表.yaml"


def test_a_blank_stays_in_one_run(annotated: bytes) -> None:
    runs = ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in part(annotated, "document").iter(f"{W}r")]
    assert runs.count("〔待补〕") == 2


def test_the_same_bytes_every_time(annotated: bytes, report: Report, style: Style, created: datetime) -> None:
    assert docx_bytes(report, style, created=created, explain=explain) == annotated


def test_a_sentence_without_origin_gets_none(style: Style, created: datetime) -> None:
    data = docx_bytes(
        Report(lead=(Paragraph((Text("甲。"), Text("乙", Origin(OriginKind.FACT, "丙", 1)), Blank())),)), style, created=created, explain=explain
    )
    assert list(marked(data).values()) == ["乙〔待补〕"]


@pytest.mark.skipif(not importlib.util.find_spec("openxml_audit"), reason="openxml-audit is not installed")
def test_the_file_is_sound(annotated: bytes, tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(annotated)
    audit = subprocess.run([sys.executable, "-m", "openxml_audit", str(path)], capture_output=True, check=False)
    assert audit.returncode == 0, audit.stdout.decode()
