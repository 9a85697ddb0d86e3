"""``nigao style`` and the looks that ``nigao draft`` takes."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator.files import resource_dir
from generator.problems import Faults
from tests.running import invoked


def test_list_names_the_shipped_looks() -> None:
    assert {line.split("　")[0] for line in invoked("style", "list").stdout.splitlines()} == {"gbt9704", "windows", "fzgbk", "office"}


def test_show_and_deviations() -> None:
    assert "每面 22 行，每行 28 字" in invoked("style", "show", "gbt9704").stdout
    assert invoked("style", "deviations", "gbt9704").stdout == "与标准没有不同\n"
    told = invoked("style", "deviations", "office").stdout
    assert "5.2.1　天头：标准 37 毫米±1 毫米，这里 30.0 毫米" in told
    assert "标准未规定　要点句首加粗：加粗" in told


def test_check_tells_every_fault_where_it_stands(tmp_path: Path) -> None:
    own = tmp_path / "我局.yaml"
    own.write_text("继承: gbt9704\n名称: 我局\n页面: {天头: 三十}\n样式: {正文: {字号: 三}}\n", encoding="utf-8")
    result = invoked("style", "check", str(own))
    assert isinstance(result.exception, Faults)
    assert [p.place.line for p in result.exception.problems] == [3, 4]
    assert invoked("style", "check").stdout == "没有问题\n"


def test_an_unknown_look_is_told_its_nearest() -> None:
    result = invoked("style", "show", "window")
    assert isinstance(result.exception, Faults)
    assert "windows" in result.exception.problems[0].hint


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    path = tmp_path / "年度总结.yaml"
    shutil.copy(resource_dir("examples") / "年度总结.yaml", path)
    return path


def face(path: Path) -> str:
    styles = docx.Document(BytesIO(path.read_bytes())).styles
    return str(styles["公文正文"].element.xpath("./w:rPr/w:rFonts/@w:eastAsia")[0])


def test_draft_takes_a_look_by_name_file_or_folder(facts: Path) -> None:
    out = facts.with_suffix(".docx")
    assert invoked("draft", str(facts), "--style", "windows").exit_code == 0
    assert face(out) == "仿宋"
    own = facts.parent / "版式" / "我局.yaml"
    own.parent.mkdir()
    own.write_text("继承: gbt9704\n名称: 我局\n字体: {仿宋: 华文仿宋}\n", encoding="utf-8")
    for look in ("我局", str(own)):
        assert invoked("draft", str(facts), "--style", look, "--force").exit_code == 0
        assert face(out) == "华文仿宋"


def test_draft_after_a_reference_says_what_is_missing(facts: Path) -> None:
    reference = facts.parent / "本单位.docx"
    docx.Document().save(str(reference))
    result = invoked("draft", str(facts), "--reference", str(reference))
    assert result.exit_code == 0
    assert "参考文件没有这些样式" in result.stderr
    assert facts.with_suffix(".docx").exists()
