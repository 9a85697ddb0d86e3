"""The page as laid out by LibreOffice, where there is one: 22 rows of 28 characters, and a date that never stands on a page alone."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import datetime
from itertools import groupby
from pathlib import Path

import pytest

from generator.render.styles import Style
from generator.render.word import docx_bytes
from generator.report import Origin, OriginKind, Paragraph, Report, Text

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>')
Row = list[tuple[float, float, str]]
Page = list[Row]
POINTS_A_MILLIMETRE = 72 / 25.4

pytestmark = pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice or poppler is not installed")


def text(characters: str) -> tuple[Text, ...]:
    return (Text(characters, Origin(OriginKind.FACT, "导语")),)


def paragraph(rows: int) -> Paragraph:
    return Paragraph(text("云" * (28 * rows - 2)))


def signed(*body: Paragraph) -> Report:
    return Report(text("云州市年度总结"), text("云州市直机关工委："), body, signature=text("云州市发展和改革局"), date=text("2025年12月22日"))


REPORTS = {n: signed(*[paragraph(3)] * 4, paragraph(n)) for n in range(1, 12)} | {60: signed(paragraph(60), paragraph(1))}
"""By the rows of the paragraph that matters."""


@pytest.fixture(scope="module")
def pages(style: Style, created: datetime, tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[Page]]:
    """By key of ``REPORTS``: pages, of rows, of words with their left and right edges in mm. All in one run of the office, which is slow to start."""
    folder = tmp_path_factory.mktemp("office")
    for rows, report in REPORTS.items():
        (folder / f"{rows}.docx").write_bytes(docx_bytes(report, style, created=created))
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, *map(str, sorted(folder.glob("*.docx")))], check=True, capture_output=True, timeout=120)
    return {int(pdf.stem): _pages(pdf) for pdf in folder.glob("*.pdf")}


def _pages(pdf: Path) -> list[Page]:
    boxes = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return [_rows(page) for page in boxes.split("<page ")[1:]]


def _rows(page: str) -> Page:
    found = [(*(float(n) / POINTS_A_MILLIMETRE for n in match[:4]), match[4]) for match in WORD.findall(page)]
    words = sorted(((top + bottom) / 2, left, right, said) for left, top, right, bottom, said in found)
    return [[(left, right, said) for _, left, right, said in row] for _, row in groupby(words, key=lambda word: round(word[0] / 4))]


def said(row: Row) -> str:
    return "".join(word for _, _, word in sorted(row))


def body(page: Page) -> list[str]:
    return [said(row) for row in page if "云云" in said(row)]


def test_a_full_page_has_22_rows_of_28_characters(pages: dict[int, list[Page]]) -> None:
    first, second, *_ = pages[60]
    assert [len(row) for row in body(second)] == [28] * 22
    assert len(body(first)) == 22 - 3
    assert len(body(first)[0]) == 26


def test_page_numbers_stand_one_character_from_the_edge(pages: dict[int, list[Page]]) -> None:
    first, second, *_ = pages[60]
    assert said(first[-1]) == "—1—"
    assert said(second[-1]) == "—2—"
    assert max(right for _, right, _ in first[-1]) == pytest.approx(179, abs=1)
    assert min(left for left, _, _ in second[-1]) == pytest.approx(33, abs=1)


@pytest.mark.parametrize("rows", range(1, 12))
def test_the_date_has_body_on_its_page(rows: int, pages: dict[int, list[Page]]) -> None:
    (closing,) = [page for page in pages[rows] if any("12" in said(row) and "22" in said(row) for row in page)]
    assert body(closing)
