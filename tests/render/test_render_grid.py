"""The page as laid out by LibreOffice, where there is one: 22 rows of 28 characters, and a date that never stands on a page alone."""

from __future__ import annotations

from datetime import datetime

import pytest
from office_pages import Page, converted, needs_office, pages_of, said

from generator.render.looks import Style
from generator.render.paging import end
from generator.render.word import docx_bytes
from generator.report import Origin, OriginKind, Paragraph, Report, Text

pytestmark = needs_office


def text(characters: str) -> tuple[Text, ...]:
    return (Text(characters, Origin(OriginKind.FACT, "导语")),)


def paragraph(rows: int) -> Paragraph:
    return Paragraph(text("云" * (28 * rows - 2)))


def signed(*body: Paragraph) -> Report:
    return Report(text("云州市年度总结"), text("云州市直机关工委："), body, signature=text("云州市发展和改革局"), date=text("2025年12月22日"))


REPORTS = {n: signed(*[paragraph(3)] * 4, paragraph(n)) for n in range(1, 12)} | {60: signed(paragraph(60), paragraph(1))}
REPORTS |= {n: signed(paragraph(n)) for n in (19, 20, 38, 39, 40, 41)}
"""By the rows of the paragraph that matters; the last ones are too long to be kept on one page with the date."""


@pytest.fixture(scope="module")
def pages(style: Style, created: datetime, tmp_path_factory: pytest.TempPathFactory) -> dict[int, list[Page]]:
    files = {str(rows): docx_bytes(report, style, created=created) for rows, report in REPORTS.items()}
    return {int(name): pages_of(pdf) for name, pdf in converted(files, tmp_path_factory.mktemp("office")).items()}


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


@pytest.mark.parametrize("rows", REPORTS)
def test_the_date_has_body_on_its_page(rows: int, pages: dict[int, list[Page]]) -> None:
    (closing,) = [page for page in pages[rows] if any("12" in said(row) and "22" in said(row) for row in page)]
    assert body(closing)


@pytest.mark.parametrize("rows", REPORTS)
def test_reckoned_pages_are_those_laid_out(rows: int, pages: dict[int, list[Page]], style: Style) -> None:
    reckoned = end(REPORTS[rows], style)
    assert reckoned.page == len(pages[rows]) or not reckoned.body
