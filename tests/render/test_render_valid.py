"""Every option gives a file that an OOXML validator passes, with a Chinese face on all Chinese and no theme font in sight."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from formal_report import IMPRINT, MASTHEAD, formal
from formal_report import said as text
from msgspec.structs import replace
from test_render_reference import office_file

from generator.files import read_text, resource_dir
from generator.render.reference import load_reference
from generator.render.styles import load_style
from generator.render.word import docx_bytes
from generator.report import Report

HAN = re.compile("[\u3400-\u9fff]")
LOOKS = ("gbt9704", "windows", "fzgbk", "office")


def drawn(report: Report, created: datetime, look: str = "gbt9704", **options: Any) -> bytes:
    home = resource_dir("templates") / "styles"
    return docx_bytes(report, load_style(read_text(home / f"{look}.yaml"), lambda n: read_text(home / f"{n}.yaml")), created=created, **options)


@pytest.fixture(scope="module")
def files(report: Report, created: datetime) -> dict[str, bytes]:
    """A file for each option, and for each way in which 版头, 版记, seal and annex may be had or not."""
    several = replace(MASTHEAD, signers=(text("云某某"), text("州某"), text("水某某")))
    return {
        **{look: drawn(report, created, look) for look in LOOKS},
        **{f"formal-{look}": drawn(formal(annexed=True), created, look) for look in LOOKS},
        "unsealed": drawn(formal(25, sealed=False), created),
        "head": drawn(formal(foot=None, head=several), created),
        "foot": drawn(formal(41, head=None, foot=replace(IMPRINT, copies=())), created),
        "annotated": drawn(formal(annexed=True), created, explain=lambda _: "出处"),
        "empty": drawn(Report(), created),
        "reference": drawn(formal(annexed=True), created, reference=load_reference("本单位.docx", office_file())),
    }


def test_no_theme_font_or_colour(files: dict[str, bytes]) -> None:
    for name, data in files.items():
        if name == "reference":  # its styles are the office's
            continue
        with zipfile.ZipFile(BytesIO(data)) as package:
            parts = {part: package.read(part) for part in package.namelist() if part.startswith("word/") and "theme/" not in part}
        assert not [part for part, content in parts.items() if re.search(rb"(asciiTheme|hAnsiTheme|eastAsiaTheme|cstheme|themeColor)", content)], name


def faces(document: Any) -> Iterator[tuple[str, str | None]]:
    """Every run that holds Chinese, with the face that its own, its character style's or its paragraph style's properties give it."""
    own = {s.get(qn("w:styleId")): s.xpath("./w:rPr/w:rFonts/@w:eastAsia") for s in document.styles.element.findall(qn("w:style"))}
    for paragraph in document.element.body.iter(qn("w:p")):
        style = paragraph.xpath("./w:pPr/w:pStyle/@w:val")
        for run in paragraph.xpath("./w:r[w:t]"):
            said = "".join(run.xpath("./w:t/text()"))
            if HAN.search(said):
                worn = run.xpath("./w:rPr/w:rFonts/@w:eastAsia") or own.get("".join(run.xpath("./w:rPr/w:rStyle/@w:val"))) or own.get("".join(style))
                yield said, worn[0] if worn else None


@pytest.mark.parametrize("look", [f"formal-{look}" for look in LOOKS])
def test_every_run_with_chinese_has_its_face(files: dict[str, bytes], look: str) -> None:
    found = list(faces(docx.Document(BytesIO(files[look]))))
    assert len(found) > 20
    assert [said for said, face in found if not face] == []


def test_tables_and_boxes_wear_faces_too(files: dict[str, bytes]) -> None:
    worn = dict(faces(docx.Document(BytesIO(files["formal-windows"]))))
    assert (worn["抄送："] if "抄送：" in worn else next(f for s, f in worn.items() if s.startswith("抄送"))) == "仿宋"
    assert worn["板块"] == "黑体"


@pytest.mark.skipif(not importlib.util.find_spec("openxml_audit"), reason="openxml-audit is not installed")
def test_every_file_is_valid_ooxml(files: dict[str, bytes], tmp_path: Path) -> None:
    for name, data in files.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    command = [Path(sys.executable).with_name("openxml-audit"), "--recursive", "--quiet", tmp_path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
