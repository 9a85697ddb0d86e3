"""An office's own Word file lends its look and nothing of its text."""

from __future__ import annotations

import base64
import zipfile
from collections.abc import Callable
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt, RGBColor
from formal_report import formal
from word_opened import opened, parts_of, without_tables

from generator.printed import LineKind, lines
from generator.problems import Faults
from generator.render.looks import Style
from generator.render.reference import Reference, load_reference
from generator.render.word import docx_bytes
from generator.report import Report

DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==")
OLD = "旧文件的话"


@cache
def office_file(*styles: str, page_number: bool = True) -> bytes:
    """A file as an office keeps one: a letterhead with a picture, a text of its own, styles in its own face; ``styles`` are more of them by name."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height, section.top_margin, section.left_margin = Mm(210), Mm(297), Mm(32), Mm(30)
    section.header.paragraphs[0].add_run("云州市水务局").add_picture(BytesIO(DOT), width=Mm(10))
    section.footer.paragraphs[0].add_run("第页")
    if page_number:
        field = section.footer.paragraphs[0]._p
        field.append(field.makeelement(qn("w:fldSimple"), {qn("w:instr"): "PAGE"}))
    normal = document.styles["Normal"]
    normal.font.size = Pt(14)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), "华文仿宋")
    for name in styles:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(15)
    document.add_heading(OLD, 1)
    document.add_paragraph(OLD).add_run().add_picture(BytesIO(DOT), width=Mm(5))
    document.add_table(2, 2).cell(0, 0).text = OLD
    document.core_properties.keywords = OLD
    document.core_properties.subject = OLD
    without_tables(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


Draw = Callable[[Report, Reference], bytes]


@pytest.fixture(scope="module")
def draw(style: Style, created: datetime) -> Draw:
    return lambda report, reference: docx_bytes(report, style, created=created, reference=reference)


@pytest.fixture(scope="module")
def reference() -> Reference:
    return load_reference("本单位.docx", office_file("主送机关"))


@pytest.fixture(scope="module")
def drawn(draw: Draw, report: Report, reference: Reference) -> bytes:
    return draw(report, reference)


def test_nothing_of_its_text_stays(drawn: bytes) -> None:
    parts = parts_of(drawn)
    assert OLD.encode() not in b"".join(parts.values())
    assert not [name for name in parts if "comments" in name or "customXml" in name or "thumbnail" in name]


def test_page_header_and_footer_are_its_own(drawn: bytes) -> None:
    (section,) = opened(drawn).sections
    assert (section.top_margin.mm, section.left_margin.mm) == (pytest.approx(32, abs=0.1), pytest.approx(30, abs=0.1))
    assert section.header.paragraphs[0].text == "云州市水务局"
    assert section.header.part.related_parts
    assert section.footer.paragraphs[0].text == "第页"
    assert [name for name in parts_of(drawn) if name.startswith("word/media/")]


def test_the_words_are_those_of_the_report(drawn: bytes, report: Report) -> None:
    assert [p.text.replace("\n", "") for p in opened(drawn).paragraphs if p.text] == [line.text for line in lines(report)]


def test_styles_map_by_name(drawn: bytes) -> None:
    document = opened(drawn)
    names = [p.style.name for p in document.paragraphs if p.text]
    assert names[:2] == ["Title", "主送机关"]
    assert document.styles["主送机关"].font.size == Pt(15)
    assert {"Heading 1", "Heading 2", "Heading 4", "公文正文"} <= set(names)
    known = {s.style_id for s in document.styles}
    used = {made.get(qn("w:val")) for made in document.element.body.iter(qn("w:pStyle"), qn("w:rStyle"))}
    assert used <= known


def test_a_missing_style_of_running_text_takes_its_normal(drawn: bytes) -> None:
    style = opened(drawn).styles["公文正文"]
    assert style.base_style.name == "Normal"
    assert style.element.xpath("./w:rPr") == []
    assert style.element.xpath("./w:pPr/w:ind/@w:firstLineChars") == ["200"]


def test_what_is_missing_is_said(report: Report, reference: Reference, style: Style) -> None:
    notes = list(reference.notes(report, style))
    assert notes == ["参考文件没有这些样式，按它的“正文”排：公文正文、附件说明、署名、成文日期"]
    formal_notes = "".join(reference.notes(formal(annexed=True), style))
    assert all(name in formal_notes for name in ("份号", "发文机关标志", "台账"))
    bare = load_reference("空.docx", office_file(page_number=False))
    assert any("页码" in note for note in bare.notes(report, style))


def test_a_body_style_of_its_own_is_used(draw: Draw, report: Report, style: Style) -> None:
    reference = load_reference("全.docx", office_file("公文正文", "主送机关", "附件说明", "署名", "成文日期"))
    assert list(reference.notes(report, style)) == []
    document = opened(draw(report, reference))
    assert document.styles["公文正文"].font.size == Pt(15)


def test_a_formal_report_too(draw: Draw, reference: Reference) -> None:
    document = opened(draw(formal(annexed=True), reference))
    assert any(p.style.name == str(LineKind.ISSUER) for p in document.paragraphs)
    assert document.sections[0].header.paragraphs[0].text == "云州市水务局"


def test_the_same_bytes_every_time(draw: Draw, report: Report, reference: Reference, drawn: bytes) -> None:
    assert draw(report, reference) == drawn


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", "不是文件".encode(), DOT])
def test_what_is_no_word_file_is_a_fault(data: bytes) -> None:
    with pytest.raises(Faults, match="参考文件"):
        load_reference("坏.docx", data)


def changed(data: bytes, change: Callable[[Any], None]) -> bytes:
    document = opened(data)
    change(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def numbers_headings(document: Any) -> None:
    """Let Word number 标题 1 by itself, and 标题 2 because it is based on it."""
    properties = document.styles["Heading 1"].element.get_or_add_pPr()
    numbering = properties.makeelement(qn("w:numPr"), {})
    numbering.append(numbering.makeelement(qn("w:numId"), {qn("w:val"): "1"}))
    properties.insert(0, numbering)
    document.styles["Heading 2"].base_style = document.styles["Heading 1"]


def test_a_heading_has_one_number(draw: Draw, report: Report) -> None:
    reference = load_reference("编号.docx", changed(office_file(), numbers_headings))
    made = opened(draw(report, reference))
    headings = [p for p in made.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert headings
    for heading in headings:
        (number,) = heading._p.pPr.findall(qn("w:numPr"))
        assert number.find(qn("w:numId")).get(qn("w:val")) == "0"
        assert list(heading._p.pPr).index(number) == 1
    others = [p for p in made.paragraphs if p.style.name not in ("Heading 1", "Heading 2")]
    assert not [p.style.name for p in others if p._p.pPr is not None and p._p.pPr.findall(qn("w:numPr"))]


def numbers_all(document: Any) -> None:
    """Let Word number every paragraph by default."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    above = defaults.find(qn("w:pPrDefault"))
    properties = above if above is not None else defaults.makeelement(qn("w:pPrDefault"), {})
    inner = properties.find(qn("w:pPr"))
    if inner is None:
        inner = properties.makeelement(qn("w:pPr"), {})
        properties.append(inner)
    numbering = inner.makeelement(qn("w:numPr"), {})
    numbering.append(numbering.makeelement(qn("w:numId"), {qn("w:val"): "1"}))
    inner.insert(0, numbering)
    if above is None:
        defaults.append(properties)


def test_numbers_of_every_paragraph_stay_with_the_reference(draw: Draw, report: Report, style: Style) -> None:
    reference = load_reference("编号.docx", changed(office_file(), numbers_all))
    made = opened(draw(report, reference))
    assert not list(made.styles.element.find(qn("w:docDefaults")).iter(qn("w:numPr")))
    assert any("自带编号" in note for note in reference.notes(report, style))


ODD = ["0", "-5", "1", "11906.4", "99999999999", "21cm", "abc", ""]


@pytest.mark.parametrize("value", ODD)
@pytest.mark.parametrize("side", [("pgSz", "w"), ("pgSz", "h"), ("pgMar", "left"), ("pgMar", "top")])
def test_odd_pages_stop_no_draft(side: tuple[str, str], value: str, draw: Draw, report: Report, style: Style) -> None:
    def odd(document: Any) -> None:
        document.element.body.sectPr.find(qn(f"w:{side[0]}")).set(qn(f"w:{side[1]}"), value)

    reference = load_reference("页面.docx", changed(office_file(), odd))
    page = reference.lent(style).page
    assert page.text_width > 0
    assert page.text_height > 0
    assert draw(report, reference).startswith(b"PK")


@pytest.mark.parametrize("value", ["0", "二号", "99999999", "-2", "44.0"])
def test_odd_sizes_of_a_title_stop_no_draft(value: str, draw: Draw, report: Report, style: Style) -> None:
    def odd(document: Any) -> None:
        document.styles["Title"].font.size = Pt(22)
        document.styles["Title"].element.rPr.find(qn("w:sz")).set(qn("w:val"), value)

    reference = load_reference("字号.docx", changed(office_file(), odd))
    assert 0 < reference.lent(style).title.size <= 1638 * 2
    assert draw(report, reference).startswith(b"PK")


def hidden(document: Any) -> None:
    document.styles["Heading 1"].font.hidden = True


def white(document: Any) -> None:
    document.styles["Heading 1"].font.color.rgb = RGBColor(255, 255, 255)


def sectionless(document: Any) -> None:
    document.element.body.remove(document.element.body.sectPr)


def headless(document: Any) -> None:
    document.element.body.sectPr.insert(0, parse_xml(f'<w:headerReference {nsdecls("w", "r")} w:type="first" r:id="rId999"/>'))


LENT = {"a hidden style": hidden, "a white style": white, "no section": sectionless, "a header that is not there": headless}


@pytest.mark.parametrize("name", LENT)
def test_what_an_office_lends_loses_nothing(name: str, draw: Draw, report: Report, style: Style) -> None:
    """A section is optional (ECMA-376 part 1, 17.2.2); a style that hides text (17.3.2.41) would keep headings from the page."""
    reference = load_reference("单位.docx", changed(office_file(), LENT[name]))
    made = docx.Document(BytesIO(draw(report, reference)))
    font = made.styles["Heading 1"].font
    assert not font.hidden
    assert font.color.rgb != RGBColor(255, 255, 255)
    assert any("隐藏或白色" in note for note in reference.notes(report, style)) is (name in ("a hidden style", "a white style"))


def test_a_bomb_is_no_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (65 << 20))
    with pytest.raises(Faults) as raised:
        load_reference("炸弹.docx", buffer.getvalue())
    assert raised.value.problems[0].code == "too-big"
    monkeypatch.setattr("generator.render.reference.REFERENCE_TAGS", 10)
    with pytest.raises(Faults) as raised:
        load_reference("单位.docx", office_file())
    assert raised.value.problems[0].code == "too-big"
