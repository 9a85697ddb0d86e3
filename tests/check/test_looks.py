"""What is told of looks that a line of shapes.txt cannot write down: several faces in a line, tables, borders, sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import deepcopy
from typing import Any

import pytest
from docx.document import Document
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml
from docx.shared import Mm, RGBColor

from generator.check.parts import parts
from generator.check.roles import Role
from generator.check.word import read_layout
from tests.check.made import codes, put, spoilt
from tests.check.others import signed, standard
from tests.check.papers import LETTER, Line
from tests.check.test_shapes import lines

_ASIDE = {"heading-outline", "title-overflow", "indent-by-spaces"}
_RULES = lines("\nt|云州市河道管理办法\ne|\np|第一条　为了加强河道管理，制定本办法。\np|第二条　本办法适用于本市河道。")
_NOTICE = lines("\n&开头\n&落款")


def told(paper: Sequence[Line], spoil: Callable[[Document], object]) -> set[str]:
    return codes(spoilt(standard(paper, signed(470, 200)), spoil)) - _ASIDE


def articles(length: int) -> Callable[[Document], object]:
    """The first characters of every article in 黑体, as many as its number and so many more."""

    def spoil(document: Document) -> None:
        for paragraph in document.paragraphs[2:4]:
            said, run = paragraph.text, paragraph.runs[0]
            behind: Any = paragraph.add_run(said[length:])
            behind._r.insert(0, deepcopy(run._r.rPr))
            run.text = said[:length]
            put(run._r.rPr, "rFonts", eastAsia="黑体")

    return spoil


@pytest.mark.parametrize(("length", "wanted"), [(3, set()), (4, set()), (8, {"body-font"}), (40, {"body-font"})])
def test_the_number_of_an_article_may_be_set_off(length: int, wanted: set[str]) -> None:
    assert told(_RULES, articles(length)) == wanted


@pytest.mark.parametrize(("signature", "date", "wanted"), [(450, 400, set()), (200, 400, {"signature-place"}), (450, 200, {"date-place"})])
def test_the_last_of_several_that_sign_side_by_side_stands_over_the_date(signature: int, date: int, wanted: set[str]) -> None:
    paper = [(kind, "云州市水务局　　　　云州市财政局" if kind == "sg" else said) for kind, said in _NOTICE]
    assert codes(standard(paper, signed(signature, date))) - _ASIDE == wanted


def framed(kind: str) -> Callable[[Document], object]:
    def spoil(document: Document) -> None:
        paragraph = next(p for p in document.paragraphs if p.text.startswith({"text": "为做好", "title": "云州市"}[kind]))
        put(put(paragraph._p.pPr, "pBdr"), "bottom", val="single", sz=6, color="FF0000")

    return spoil


def ended(text: str) -> Callable[[Document], object]:
    def spoil(document: Document) -> None:
        run = next(p for p in document.paragraphs if p.text.startswith("为做好")).runs[-1]
        for _ in text:
            run.add_break()

    return spoil


def left_empty(count: int) -> Callable[[Document], object]:
    return lambda document: [document.add_paragraph("") for _ in range(count)]


@pytest.mark.parametrize(
    ("spoil", "wanted"),
    [
        (framed("text"), {"text-effects"}),
        (framed("title"), set()),
        (ended("↓↓↓"), {"soft-break"}),
        (ended("↓"), {"soft-break"}),
        (left_empty(1), set()),
        (left_empty(4), {"empty-lines"}),
    ],
)
def test_what_stands_in_the_stead_of_space(spoil: Callable[[Document], object], wanted: set[str]) -> None:
    assert told(_NOTICE, spoil) - {"widow-control", "line-pitch"} == wanted


_CELL = """<w:tbl {ns}><w:tblPr>{table}</w:tblPr><w:tr><w:tc><w:tcPr>{cell}</w:tcPr>
<w:p><w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>九座</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"""
_BLUE = '<w:shd w:val="clear" w:fill="1F4E79"/>'


@pytest.mark.parametrize(
    ("table", "cell", "wanted"),
    [("", "", True), ("", '<w:shd w:val="clear" w:fill="auto"/>', True), ("", _BLUE, False), (_BLUE, "", False)],
)
def test_white_characters_in_a_cell_are_seen_where_it_is_shaded(table: str, cell: str, wanted: bool) -> None:
    def spoil(document: Document) -> None:
        document.paragraphs[3]._p.addnext(parse_xml(_CELL.format(ns=nsdecls("w"), table=table, cell=cell)))

    assert ("hidden-text" in told(_NOTICE, spoil)) is wanted


_BEHIND = """<w:r {ns}><w:drawing><wp:anchor behindDoc="{behind}"><wp:extent cx="7560310" cy="10692130"/></wp:anchor></w:drawing></w:r>"""


@pytest.mark.parametrize(("behind", "page", "wanted"), [("1", False, False), ("0", False, True), ("1", True, True)])
def test_white_characters_are_seen_on_the_page_of_a_picture_behind_the_text(behind: str, page: bool, wanted: bool) -> None:
    def spoil(document: Document) -> None:
        document.paragraphs[0]._p.append(parse_xml(_BEHIND.format(ns=nsdecls("w", "wp"), behind=behind)))
        document.paragraphs[3].paragraph_format.page_break_before = page
        document.paragraphs[3].runs[0].font.color.rgb = RGBColor(255, 255, 255)

    assert ("hidden-text" in told(_NOTICE, spoil)) is wanted


@pytest.mark.parametrize(("top", "wanted"), [(30, False), (37, False), (26, False), (20, True), (45, True)])
def test_a_letter_may_have_a_top_of_its_own(top: int, wanted: bool) -> None:
    """Its mark stands 30 mm from the edge of the sheet (10.1)."""
    letter = standard(LETTER, signed(440, 200, no="right"), title_page=True)
    found = codes(spoilt(letter, lambda document: setattr(document.sections[0], "top_margin", Mm(top))))
    assert ("margin-top" in found) is wanted
    assert "type-area" not in found
    assert "margin-top" in told(_NOTICE, lambda document: setattr(document.sections[0], "top_margin", Mm(30)))


def test_what_no_line_has_room_for_is_told_of_the_sheet() -> None:
    def spoil(document: Document) -> None:
        document.sections[0].page_width = Mm(1)

    assert "title-overflow" not in codes(spoilt(standard(_NOTICE, signed(470, 200)), spoil))


def test_the_word_over_a_list_of_attachments_on_top_of_a_page_is_no_label_of_an_annex() -> None:
    paper = lines("\n&开头\nbr|\np|附：\na2|1.安全检查情况表\na2|2.物资储备清单\n&落款")
    found = parts(read_layout("稿子.docx", standard(paper)))
    assert {Role.DATE, Role.SIGNATURE} <= {part.role for part in found}
    assert Role.ANNEX_LABEL not in {part.role for part in found}
