"""The Word file read back: its geometry, its styles, what stands where, and that it is the same every time."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from word_opened import opened, parts_of

from generator.printed import lines
from generator.render.fingerprint import made_and_untouched
from generator.render.styles import Style
from generator.render.word import docx_bytes
from generator.report import Blank, Origin, OriginKind, Paragraph, Report, Section, Text

FACT = Origin(OriginKind.FACT, "单位.全称", 3)
Draw = Callable[[Report], bytes]


@pytest.fixture(scope="session")
def draw(style: Style, created: datetime) -> Draw:
    return lambda report: docx_bytes(report, style, created=created)


@pytest.fixture(scope="session")
def drawn(draw: Draw, report: Report) -> bytes:
    return draw(report)


@pytest.fixture
def document(drawn: bytes) -> Any:
    return opened(drawn)


def styled(document: Any, name: str) -> list[Any]:
    return [p for p in document.paragraphs if p.style.name == name]


def indent(paragraph: Any) -> dict[str, int]:
    found = paragraph._p.pPr.find(qn("w:ind"))
    return {} if found is None else {k.split("}")[1]: int(v) for k, v in found.attrib.items()}


def test_the_words_are_those_of_the_report(document: Any, report: Report) -> None:
    printed = [p.text.replace("\n", "") for p in document.paragraphs if p.text]
    assert printed == [line.text for line in lines(report)]


def test_page_is_a4_with_the_margins_of_the_standard(document: Any) -> None:
    (section,) = document.sections
    given = (section.page_width, section.page_height, section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(x.mm, 1) for x in given] == [210.0, 297.0, 37.0, 35.0, 28.0, 26.0]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert dict(grid.attrib) == {qn("w:type"): "lines", qn("w:linePitch"): "579"}


def test_every_style_names_a_font_in_every_slot(drawn: bytes) -> None:
    styles = docx.Document(BytesIO(drawn)).styles.element
    for style in styles.xpath("./w:style[@w:type='paragraph']"):
        (fonts,) = style.xpath("./w:rPr/w:rFonts")
        assert {qn(f"w:{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs", "hint")} == set(fonts.attrib)
    (defaults,) = styles.xpath("./w:docDefaults//w:rFonts")
    assert defaults.get(qn("w:eastAsia")) == "仿宋_GB2312"


def test_no_theme_font_or_colour_is_referred_to(drawn: bytes) -> None:
    for name, content in parts_of(drawn).items():
        if name.startswith("word/") and "theme/" not in name:
            assert not re.search(rb"(asciiTheme|hAnsiTheme|eastAsiaTheme|cstheme|themeColor)", content), name


def test_parts_of_the_foreign_template_are_gone(drawn: bytes) -> None:
    names = set(parts_of(drawn))
    assert not {n for n in names if re.search(r"stylesWithEffects|thumbnail|numbering|webSettings|customXml", n)}
    assert b"python-docx" not in b"".join(parts_of(drawn).values())


@pytest.mark.parametrize(
    ("name", "font", "size"),
    [
        ("Title", "方正小标宋简体", 22),
        ("Heading 1", "黑体", 16),
        ("Heading 2", "楷体_GB2312", 16),
        ("Heading 3", "仿宋_GB2312", 16),
        ("Heading 4", "仿宋_GB2312", 16),
        ("公文正文", "仿宋_GB2312", 16),
        ("footer", "宋体", 14),
    ],
)
def test_fonts_and_sizes(document: Any, name: str, font: str, size: float) -> None:
    # python-docx shows Word's own styles by their English names.
    style = document.styles[name.replace("footer", "Footer")]
    assert style.element.rPr.rFonts.get(qn("w:eastAsia")) == font
    assert style.font.size.pt == size
    assert style.font.bold is False
    assert str(style.font.color.rgb) == "000000"


def test_body_paragraphs_keep_the_grid(document: Any) -> None:
    properties = document.styles["公文正文"].element.pPr
    switches = {tag: properties.find(qn(f"w:{tag}")).get(qn("w:val")) for tag in ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN")}
    assert switches == {"widowControl": "0", "overflowPunct": "1", "autoSpaceDE": "0", "autoSpaceDN": "0"}
    ind = properties.find(qn("w:ind"))
    assert (ind.get(qn("w:firstLineChars")), ind.get(qn("w:firstLine"))) == ("200", "640")
    spacing = properties.find(qn("w:spacing"))
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("579", "exact")
    assert document.styles["公文正文"].element.rPr.find(qn("w:spacing")).get(qn("w:val")) == "-5"


def test_headings_are_in_the_navigation_pane(document: Any) -> None:
    assert [p.text for p in styled(document, "Heading 1")] == ["一、强化政治引领", "二、问题和打算"]
    assert [p.text for p in styled(document, "Heading 2")] == ["（一）坚持学用结合"]
    assert [p.text for p in styled(document, "Heading 4")] == ["（1）分级分类"]
    for level in range(1, 5):
        style = document.styles[f"Heading {level}"]
        assert style.style_id == f"Heading{level}"
        assert style.element.pPr.find(qn("w:outlineLvl")).get(qn("w:val")) == str(level - 1)


def test_run_in_headings_and_points_open_their_paragraphs(document: Any) -> None:
    (opened,) = [p for p in document.paragraphs if p.text.startswith("1.")]
    assert opened.style.name == "公文正文"
    assert [(r.text, r.style.name) for r in opened.runs] == [("1.建章立制。", "段首小标题3"), ("修订制度5项。", "Default Paragraph Font")]
    (points,) = [p for p in document.paragraphs if p.text.startswith("一是")]
    assert [r.text for r in points.runs if r.style.name == "要点句首"] == ["一是压实责任。", "二是跟踪督办。"]


def test_blanks_are_highlighted(document: Any) -> None:
    marked = [r for p in document.paragraphs for r in p.runs if r.style.name == "空缺"]
    assert [r.text for r in marked] == ["〔待补〕", "〔待补〕"]
    assert {r._r.rPr.find(qn("w:highlight")).get(qn("w:val")) for r in marked} == {"yellow"}


def test_offered_claims_are_highlighted(draw: Draw) -> None:
    offered = Text("群众满意度不断提升〔待核〕", Origin(OriginKind.PHRASE, phrase="c3"))
    document = docx.Document(BytesIO(draw(Report(lead=(Paragraph((offered,)),)))))
    assert document.paragraphs[0].runs[0].style.name == "空缺"


def test_title_is_one_paragraph_broken_at_a_seam(document: Any) -> None:
    (title,) = styled(document, "Title")
    assert title.text.split("\n") == ["云州市发展和改革局", "2025年机关党建工作总结"]
    assert title.alignment is None
    assert document.styles["Title"].paragraph_format.alignment == 1


def test_empty_lines_stand_where_the_standard_has_them(document: Any) -> None:
    texts = [p.text for p in document.paragraphs]
    assert texts[1] == ""
    assert texts[2] == "市直机关工委："
    assert [texts[i + 1][:2] for i, t in enumerate(texts) if not t] == ["市直", "附件", "云州"]


def test_attachments_hang_from_the_first_character_of_their_names(document: Any) -> None:
    first, second = styled(document, "附件说明")
    assert (first.text[:5], second.text[:2]) == ("附件：1.", "2.")
    assert indent(first)["left"] == indent(second)["left"]
    assert indent(first)["left"] - indent(first)["hanging"] == 640
    assert 940 <= indent(first)["hanging"] - indent(second)["hanging"] <= 960


def test_the_date_begins_two_characters_right_of_a_longer_signature(document: Any) -> None:
    (signature,) = styled(document, "署名")
    (date,) = styled(document, "成文日期")
    assert indent(signature)["rightChars"] == 200
    signature_left = indent(signature)["right"] + 9 * 315
    date_left = indent(date)["right"] + 3 * 315 + 8 * 155
    assert signature_left - date_left == pytest.approx(640, abs=4)


def test_a_date_longer_than_the_signature_takes_the_gap(draw: Draw, report: Report) -> None:
    document = docx.Document(BytesIO(draw(replace(report, signature=(Text("云州局", FACT),)))))
    (signature,) = styled(document, "署名")
    (date,) = styled(document, "成文日期")
    assert indent(date)["rightChars"] == 200
    assert indent(signature)["right"] + 3 * 315 - (indent(date)["right"] + 3 * 315 + 8 * 155) == pytest.approx(640, abs=4)


def test_the_date_never_stands_on_a_page_alone(document: Any) -> None:
    *before, date = document.paragraphs
    assert date.style.name == "成文日期"
    chain = before[-3:]
    assert chain[0].style.name == "附件说明"
    assert all(p.paragraph_format.keep_with_next or p.style.paragraph_format.keep_with_next for p in chain)


def test_page_numbers_stand_outside(document: Any) -> None:
    (section,) = document.sections
    assert document.settings.odd_and_even_pages_header_footer
    for footer, side, edge in ((section.footer, "right", "right"), (section.even_page_footer, "left", "left")):
        (paragraph,) = footer.paragraphs
        assert paragraph.text == "— 1 —"
        assert "PAGE" in footer._element.xml
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert indent(paragraph)[edge] == 280
    assert section._sectPr.xpath("./w:pgMar/@w:footer") == ["1423"]


def test_settings_are_those_of_a_chinese_word(drawn: bytes) -> None:
    given = parts_of(drawn)["word/settings.xml"].decode()
    assert re.search(r'compatibilityMode"[^>]*w:val="15"', given)
    assert 'w:eastAsia="zh-CN"' in given
    assert 'w:eastAsia="zh-CN"' in parts_of(drawn)["word/styles.xml"].decode()


def test_properties_are_the_reports_own(drawn: bytes, created: datetime) -> None:
    properties = docx.Document(BytesIO(drawn)).core_properties
    assert (properties.author, properties.title) == ("云州市发展和改革局", "云州市发展和改革局2025年机关党建工作总结")
    assert properties.created is not None
    assert properties.created.replace(tzinfo=None) == created
    assert properties.revision == 1
    assert "拟稿 nigao" in parts_of(drawn)["docProps/app.xml"].decode()


def test_same_report_same_bytes(drawn: bytes, draw: Draw, report: Report) -> None:
    assert draw(report) == drawn
    with zipfile.ZipFile(BytesIO(drawn)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert package.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]


def test_a_draft_that_was_saved_again_is_no_longer_untouched(drawn: bytes) -> None:
    assert made_and_untouched(drawn)
    document = docx.Document(BytesIO(drawn))
    document.paragraphs[4].runs[0].text = "改过"
    saved = BytesIO()
    document.save(saved)
    assert not made_and_untouched(saved.getvalue())


@given(st.binary(max_size=200))
def test_what_is_no_draft_is_not_taken_for_one(data: bytes) -> None:
    assert not made_and_untouched(data)
    assert not made_and_untouched(b"PK\x03\x04" + data)


@given(st.data())
def test_a_damaged_draft_is_no_draft(drawn: bytes, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(drawn) - 1))
    made_and_untouched(drawn[:at] + data.draw(st.binary(max_size=4)) + drawn[at + 2 :])
    assert not made_and_untouched(drawn[:at])


@settings(max_examples=20, deadline=None)
@given(text=st.text(min_size=1, max_size=30))
def test_no_text_breaks_the_file(draw: Draw, text: str) -> None:
    span = Text(text, FACT)
    data = draw(Report((span,), (span,), (Paragraph((span,)),), (Section(1, text, (span,)),), (), ((span,),), (span,), (span,)))
    docx.Document(BytesIO(data))
    assert made_and_untouched(data)


def test_control_characters_go_and_spaces_stay(draw: Draw) -> None:
    document = docx.Document(BytesIO(draw(Report(lead=(Paragraph((Text("  前\x07后\x00  ", FACT), Blank())),)))))
    assert document.paragraphs[0].text == "  前后  〔待补〕"


def test_an_empty_report_is_a_file_too(draw: Draw) -> None:
    assert docx.Document(BytesIO(draw(Report()))).sections


def _validator() -> Iterator[str]:
    if importlib.util.find_spec("openxml_audit"):
        yield str(Path(sys.executable).with_name("openxml-audit"))


@pytest.mark.skipif(not list(_validator()), reason="openxml-audit is not installed")
def test_the_file_is_valid_ooxml(drawn: bytes, tmp_path: Path) -> None:
    path = tmp_path / "稿.docx"
    path.write_bytes(drawn)
    (command,) = _validator()
    done = subprocess.run([command, str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
