"""The traps of GB/T 9704 in a Word file, a test each: what Word, LibreOffice and python-docx do to a page when nobody looks."""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from formal_report import formal
from formal_report import said as text
from office_pages import converted, needs_office

from generator.render.looks import Style
from generator.render.word import docx_bytes
from generator.report import Paragraph, Report


@pytest.fixture(scope="module")
def parts(report: Report, style: Style, created: datetime) -> dict[str, str]:
    with zipfile.ZipFile(BytesIO(docx_bytes(report, style, created=created))) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


@pytest.fixture(scope="module")
def document(report: Report, style: Style, created: datetime) -> Any:
    return docx.Document(BytesIO(docx_bytes(report, style, created=created)))


def paragraph_styles(document: Any) -> Iterator[Any]:
    yield from document.styles.element.xpath("./w:style[@w:type='paragraph']")


def values(style: Any, path: str) -> list[str]:
    return [str(v) for v in style.xpath(f"./w:pPr/{path}")]


def test_28_characters_need_a_quarter_point_less_and_a_grid_of_lines_alone(document: Any, parts: dict[str, str]) -> None:
    """156 mm hold 27 characters of 三号; a grid of characters would show 14 in LibreOffice."""
    assert document.styles["公文正文"].element.xpath("./w:rPr/w:spacing/@w:val") == ["-5"]
    assert re.findall(r"<w:docGrid ([^>]*)/>", parts["word/document.xml"]) == ['w:type="lines" w:linePitch="579"']
    assert "linesAndChars" not in parts["word/document.xml"]
    assert "charSpace" not in parts["word/document.xml"]


def test_22_lines_need_less_than_29_points(document: Any) -> None:
    """22 × 580 twips are four more than the page has. The grid hides a wrong pitch in LibreOffice, so it is read from the file."""
    for style in paragraph_styles(document):
        if values(style, "w:snapToGrid/@w:val") == ["1"]:
            assert values(style, "w:spacing/@w:line") == ["579"]
            assert values(style, "w:spacing/@w:lineRule") == ["exact"]


def test_the_footer_keeps_a_low_line_of_its_own(document: Any) -> None:
    """One as high as the body's would push the body up, to 21 lines."""
    footer = document.styles["Footer"].element
    assert (values(footer, "w:spacing/@w:line"), values(footer, "w:snapToGrid/@w:val")) == (["400"], ["0"])


def test_no_style_controls_widows(document: Any) -> None:
    """Word's default takes a line from a page where a paragraph would end alone."""
    assert {tuple(values(style, "w:widowControl/@w:val")) for style in paragraph_styles(document)} == {("0",)}


def test_indents_are_given_in_characters_and_in_twips(parts: dict[str, str]) -> None:
    """Word goes by characters, LibreOffice knows only twips."""
    for name in ("word/document.xml", "word/styles.xml"):
        for found in re.findall(r"<w:ind ([^>]*)/>", parts[name]):
            given = dict(re.findall(r'w:(\w+)="(-?\d+)"', found))
            if "hanging" not in given:
                assert {key.removesuffix("Chars") for key in given if key.endswith("Chars")} == {key for key in given if not key.endswith("Chars")}


def test_hanging_punctuation_is_said_aloud(document: Any) -> None:
    assert {tuple(values(style, "w:overflowPunct/@w:val")) for style in paragraph_styles(document)} == {("1",)}


def test_latin_in_chinese_adds_no_space(document: Any) -> None:
    for tag in ("autoSpaceDE", "autoSpaceDN"):
        assert {tuple(values(style, f"w:{tag}/@w:val")) for style in paragraph_styles(document)} == {("0",)}


def test_the_indent_of_two_characters_is_not_in_normal(document: Any) -> None:
    """Tables, footers and headings inherit Normal."""
    assert values(document.styles["Normal"].element, "w:ind/@w:firstLine") == ["0"]
    assert values(document.styles["公文正文"].element, "w:ind/@w:firstLine") == ["640"]


def test_headings_are_word_s_own_with_their_levels(document: Any) -> None:
    """The navigation pane knows no other."""
    for level in range(1, 5):
        assert values(document.styles[f"Heading {level}"].element, "w:outlineLvl/@w:val") == [str(level - 1)]


def test_nothing_of_the_foreign_title_is_left(document: Any) -> None:
    title = document.styles["Title"].element
    assert not title.xpath("./w:pPr/w:pBdr")
    assert title.xpath("./w:rPr/w:kern/@w:val") == ["0"]
    assert title.xpath("./w:rPr/w:spacing/@w:val") == ["0"]
    assert values(title, "w:contextualSpacing/@w:val") == ["0"]
    assert title.xpath("./w:rPr/w:b/@w:val") == ["0"]


def test_paragraphs_are_not_spaced(document: Any) -> None:
    """python-docx's template puts ten points behind each."""
    for style in paragraph_styles(document):
        assert (values(style, "w:spacing/@w:before"), values(style, "w:spacing/@w:after")) == (["0"], ["0"])


def test_everything_is_black_but_the_red_head(document: Any) -> None:
    colours = {style.get(qn("w:styleId")): style.xpath("./w:rPr/w:color/@w:val")[0] for style in paragraph_styles(document)}
    assert {name for name, colour in colours.items() if colour != "000000"} == {"NigaoIssuer"}


def test_the_even_footer_is_not_left_blank(document: Any, parts: dict[str, str]) -> None:
    """With evenAndOddHeaders on and no even footer, Word prints an empty one."""
    assert "evenAndOddHeaders" in parts["word/settings.xml"]
    assert [f.text for f in document.sections[0].even_page_footer.paragraphs] == ["— 1 —"]


def test_the_page_number_is_a_whole_field_in_songti(document: Any) -> None:
    """Digits follow the ascii slot, dashes the hint: all slots name 宋体."""
    kinds = document.sections[0].footer._element.xpath(".//w:fldChar/@w:fldCharType")
    assert kinds == ["begin", "separate", "end"]
    (fonts,) = document.styles["Footer"].element.xpath("./w:rPr/w:rFonts")
    assert {fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {"宋体"}


def test_every_run_sends_doubtful_marks_to_the_chinese_face(document: Any) -> None:
    """“ ” — … are Latin to Word without the hint."""
    for run in document.element.body.xpath(".//w:r[w:t]"):
        assert run.xpath("./w:rPr/w:rFonts/@w:hint") == ["eastAsia"]


def test_names_of_fonts_are_short_enough(document: Any) -> None:
    names = {name for slot in ("ascii", "eastAsia") for name in document.styles.element.xpath(f".//w:rFonts/@w:{slot}")}
    assert names
    assert all(len(name) < 32 for name in names)


def test_word_is_told_the_language_and_its_own_layout(parts: dict[str, str]) -> None:
    """The template is ja-JP and opens in compatibility mode."""
    assert re.search(r'<w:themeFontLang [^>]*w:eastAsia="zh-CN"', parts["word/settings.xml"])
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', parts["word/settings.xml"])
    assert "ja-JP" not in parts["word/styles.xml"] + parts["word/settings.xml"]


def test_text_larger_than_the_grid_leaves_it(document: Any) -> None:
    """LibreOffice would give each of its lines two rows."""
    for name in ("Title", "附件标题", "发文机关标志", "台账", "抄送"):
        assert values(document.styles[name].element, "w:snapToGrid/@w:val") == ["0"]


@needs_office
def test_no_comma_is_lost_at_the_end_of_a_line(style: Style, created: datetime, tmp_path: Any) -> None:
    """LibreOffice drops hanging punctuation of justified lines unless told otherwise."""
    clauses = "".join("云" * length + "，" for length in range(20, 34)) + "州。"
    report = Report(text("云州市水务局工作总结"), lead=(Paragraph(text(clauses)),))
    pdf = converted({"commas": docx_bytes(report, style, created=created)}, tmp_path)["commas"]
    printed = subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    assert printed.count("，") == clauses.count("，")


def test_the_first_page_has_body_even_under_a_full_head(style: Style, created: datetime) -> None:
    """7.3.3: a body of one paragraph is not taken to the next page for the sake of its date."""
    made = docx.Document(BytesIO(docx_bytes(formal(3), style, created=created)))
    (body,) = [p for p in made.paragraphs if p.text.startswith("云云")]
    assert not body._p.xpath("./w:pPr/w:keepNext[@w:val='1']")
