"""No false alarm: on the drafts of every 文种 and look, nor on what LibreOffice saves of them."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator.bank.bank import Bank
from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from generator.cli import shelf
from generator.compose.draft import compose
from generator.problems import Problem, Severity
from generator.report import BLANK_MARK
from tests.check.made import codes, found, report, spoilt, word
from tests.check.test_violations import GOOD
from tests.check.violations import VIOLATIONS
from tests.conftest import EXAMPLES

LOOKS = ("gbt9704", "windows", "fzgbk")


@pytest.mark.parametrize("facts", [path for path in EXAMPLES if path.stem in shelf.kinds()], ids=lambda path: path.stem)
def test_drafts_of_every_kind(facts: Path, bank: Bank) -> None:
    given, _ = shelf.facts(facts)
    data = word(compose(given, shelf.template(given.kind), bank).report)
    unfilled = any(BLANK_MARK in p.text for p in docx.Document(BytesIO(data)).paragraphs)
    assert codes(data) - {"line-pitch-loosened"} == ({"placeholder"} if unfilled else set())


@pytest.mark.parametrize("look", LOOKS)
def test_drafts_in_every_look_of_the_standard(look: str) -> None:
    assert found(word(report(), look)) == []


SPOILT = ("29 pt lines", "title in 三号", "body blue", "no indent", "first heading in 仿宋", "page number in 小五", "signature at the edge")


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Good and spoilt reports as LibreOffice saves them, all in one run, for it is slow to start."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    folder, out = tmp_path_factory.mktemp("given"), tmp_path_factory.mktemp("saved")
    files = {name: word(made) for name, made in GOOD.items()}
    files |= {name: spoilt(files["whole"], VIOLATIONS[name][1]) for name in SPOILT}
    for n, data in enumerate(files.values()):
        (folder / f"{n}.docx").write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{out}/profile", "--headless", "--convert-to", "docx", "--outdir", str(out)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=120)
    return {name: (out / f"{n}.docx").read_bytes() for n, name in enumerate(files)}


def test_what_libreoffice_saves_stays_right(saved: dict[str, bytes]) -> None:
    assert {name: alarms(saved[name]) for name in GOOD} == {name: [] for name in GOOD}


def test_what_libreoffice_saves_stays_wrong(saved: dict[str, bytes]) -> None:
    assert [name for name in SPOILT if VIOLATIONS[name][0] not in codes(saved[name])] == []


def alarms(data: bytes) -> list[Problem]:
    """More than hints: LibreOffice drops the hint that sends quotation marks to the Chinese face, and is told so."""
    return [p for p in check_layout(read_layout("稿子.docx", data), STANDARD) if p.severity is not Severity.HINT]
