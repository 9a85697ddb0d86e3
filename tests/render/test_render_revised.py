"""Revisions accepted give the new text, refused the old one: by ECMA-376's own account of what accepting and refusing are."""

from __future__ import annotations

import importlib.util
import io
import subprocess
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from generator.cli import shelf
from generator.reading.text import read_text
from generator.render.revised import revised
from generator.render.word import docx_bytes
from generator.report import Annex, Report, Table, Text
from tests.reading.test_read_back import reports

STYLE = shelf.style("gbt9704")
DATE = datetime(2032, 1, 5, 9, 30, tzinfo=UTC)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(report: Report) -> bytes:
    return docx_bytes(report, STYLE, created=DATE)


def body(data: bytes) -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read("word/document.xml")).find(f"{W}body")


def without(data: bytes, left: str) -> list[str]:
    """The text of every paragraph that is not empty, what stands in revisions of the kind ``left`` taken out: rows, runs and paragraph marks."""
    root = body(data)
    for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}{left}") is not None]:
        row.getparent().remove(row)
    for change in list(root.iter(f"{W}{left}")):
        if change.getparent().tag == f"{W}p":
            change.getparent().remove(change)
    said, carried = [], ""
    for paragraph in root.iter(f"{W}p"):
        text = carried + "".join(part.text or "" for part in paragraph.iter(f"{W}t", f"{W}delText"))
        carried = text if paragraph.find(f"{W}pPr/{W}rPr/{W}{left}") is not None else ""
        said += [text] if text and not carried else []
    return [*said, carried] if carried else said


def accepted(data: bytes) -> list[str]:
    return without(data, "del")


def refused(data: bytes) -> list[str]:
    return without(data, "ins")


def said(data: bytes) -> list[str]:
    return [text for text in ("".join(t.text or "" for t in p.iter(f"{W}t")) for p in body(data).iter(f"{W}p")) if text]


def text(words: str) -> Report:
    return read_text("稿", words)[0]


OLD = text("云州市档案馆2031年总结\n一、主要做法\n巡查库房36次。修补古籍40余册。\n办好展览。\n二、打算\n新建库房1间。\n云州市档案馆\n2032年1月5日\n")
NEW = text(
    "云州市档案馆2031年度总结\n一、主要做法\n巡查库房138次。\n接待读者上万人次。\n二、打算\n新建库房2间，更换设备。\n云州市档案馆\n2032年1月6日\n"
)


def test_both_texts_are_in_it_signed() -> None:
    data = revised(word(OLD), word(NEW), "江月明", DATE)
    assert accepted(data) == said(word(NEW))
    assert refused(data) == said(word(OLD))
    changes = list(body(data).iter(f"{W}ins", f"{W}del"))
    assert {c.get(f"{W}author") for c in changes} == {"江月明"}
    assert {c.get(f"{W}date") for c in changes} == {"2032-01-05T09:30:00Z"}
    assert len({c.get(f"{W}id") for c in changes}) == len(changes)
    struck = ["".join(t.text for t in c.iter(f"{W}delText")) for c in changes if c.tag == f"{W}del"]
    assert "36" in struck
    assert "办好展览。" in struck


def test_what_did_not_change_is_not_marked() -> None:
    data = revised(word(OLD), word(OLD), "江月明", DATE)
    assert not [*body(data).iter(f"{W}ins", f"{W}del")]
    assert said(data) == said(word(OLD))


def annexed(*rows: tuple[str, str]) -> Report:
    head, *rest = [tuple((Text(cell),) for cell in row) for row in (("事项", "数量"), *rows)]
    return Report(title=(Text("云州市档案馆2031年总结"),), annexes=(Annex("附件", (Text("台账"),), Table(head, tuple(rest), 1)),))


BOUND = ("修补古籍", "40册")


@pytest.mark.parametrize("rows", [[("巡查库房", "38次"), BOUND], [BOUND], [("巡查库房", "36次"), ("接待读者", "9人"), BOUND]])
def test_rows_of_an_annex_are_revised_too(rows: list[tuple[str, str]]) -> None:
    old, new = word(annexed(("巡查库房", "36次"), ("修补古籍", "40册"))), word(annexed(*rows))
    data = revised(old, new, "江月明", DATE)
    assert accepted(data) == said(new)
    assert refused(data) == said(old)


@pytest.mark.skipif(not importlib.util.find_spec("openxml_audit"), reason="openxml-audit is not installed")
def test_the_schema_allows_it(tmp_path: Path) -> None:
    path = tmp_path / "花脸稿.docx"
    path.write_bytes(revised(word(annexed(("巡查库房", "36次"))), word(NEW), "江月明", DATE))
    audit = subprocess.run([sys.executable, "-m", "openxml_audit", str(path)], capture_output=True, check=False)
    assert audit.returncode == 0, audit.stdout.decode()


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(reports(), reports())
def test_whatever_was_changed(old: Report, new: Report) -> None:
    data = revised(word(old), word(new), "江月明", DATE)
    assert accepted(data) == said(word(new))
    assert refused(data) == said(word(old))
