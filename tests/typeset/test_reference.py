"""Set in the styles and on the page of an office's own file."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from generator.cli import shelf
from generator.render.reference import load_reference
from generator.typeset.borrowed import borrowed
from generator.typeset.suit import Suit
from generator.typeset.typeset import typeset
from tests.check.others import templated, wps
from tests.check.papers import REPORT
from tests.typeset.made import W, characters, names, part, root
from tests.typeset.test_carried import png

PAPERS = {"python-docx": templated(REPORT), "WPS": wps(REPORT)}


def office() -> bytes:
    """Its text is blue and a little slanted, its page wide, its header has a picture, its headings number themselves."""
    document = docx.Document()
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "Arial", Pt(15)
    document.styles["Normal"].element.rPr.rFonts.set(qn("w:eastAsia"), "华文中宋")
    heading = document.styles["Heading 1"]
    heading.font.size, heading.font.italic = Pt(17), True
    heading.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 1
    document.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.sections[0].left_margin = Mm(33)
    document.sections[0].header.paragraphs[0].add_run().add_picture(BytesIO(png()))
    document.sections[0].footer.paragraphs[0].text = "云州市水务局办公室"
    document.add_paragraph("这是别的稿子里的话。")
    data = BytesIO()
    document.save(data)
    return data.getvalue()


@pytest.fixture(scope="module")
def suit() -> Suit:
    return borrowed(load_reference("本单位.docx", office()), shelf.style("gbt9704"))


@pytest.mark.parametrize("before", PAPERS.values(), ids=PAPERS)
def test_text_stays_and_twice_is_once(before: bytes, suit: Suit) -> None:
    after = typeset("稿子.docx", before, suit).data
    assert characters(after) == characters(before)
    assert typeset("稿子.docx", after, suit).data == after


def test_looks_page_and_feet_are_the_office_s(suit: Suit) -> None:
    after = typeset("稿子.docx", PAPERS["WPS"], suit).data
    styles = {s.find(f"{W}name").get(f"{W}val").lower(): s for s in root(after, "word/styles.xml").iter(f"{W}style")}
    size, face = (styles["公文正文"].find(f"{W}rPr/{W}{name}") for name in ("sz", "rFonts"))
    assert (size.get(f"{W}val"), face.get(f"{W}eastAsia")) == ("30", "华文中宋")
    heading = styles["heading 1"]
    assert (heading.find(f"{W}rPr/{W}sz").get(f"{W}val"), heading.find(f"{W}rPr/{W}i").get(f"{W}val", "1")) == ("34", "1")
    assert heading.find(f"{W}pPr/{W}numPr") is None  # the text has its numbers
    assert next(root(after).iter(f"{W}pgMar")).get(f"{W}left") == str(Mm(33).twips)
    said = "".join("".join(t.text for t in root(after, name).iter(f"{W}t")) for name in names(after) if "footer" in name)
    assert said == "云州市水务局办公室"
    pictures = [name for name in names(after) if name.startswith("word/media/")]
    assert [part(after, name) for name in pictures] == [png()]
    assert docx.Document(BytesIO(after)).sections[0].header.paragraphs


def test_nothing_of_the_office_s_text_comes_with_it(suit: Suit) -> None:
    assert "别的稿子" not in characters(typeset("稿子.docx", PAPERS["WPS"], suit).data)
