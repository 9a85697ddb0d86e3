"""版头, 版记, seal and annex: what stands in the file, and where it comes to stand on the page."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from formal_report import IMPRINT, MASTHEAD, formal
from formal_report import said as text
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from office_pages import Page, Picture, converted, has, is_black, is_red, needs_office, pages_of, said
from word_opened import opened

from generator.printed import lines
from generator.render.looks import Style
from generator.render.markdown import markdown
from generator.render.masthead import issuer_fit
from generator.render.paging import end, settled
from generator.render.plain import plain_text
from generator.render.terminal import terminal_text
from generator.render.tree import tree
from generator.render.word import docx_bytes
from generator.report import Imprint, Masthead, Report, plain

Draw = Callable[[Report], bytes]


@pytest.fixture(scope="module")
def draw(style: Style, created: datetime) -> Draw:
    return lambda report: docx_bytes(report, style, created=created)


def xml(data: bytes, part: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return package.read(part).decode()


def words(data: bytes) -> str:
    """Every character of the body in the file's order, whatever box or table it stands in."""
    return "".join(re.findall(r"<w:t[ >][^<]*?>?([^<>]*)</w:t>", xml(data)))


# --- the tree ----------------------------------------------------------------------------------------------------------------------------


def test_lines_run_from_the_masthead_to_the_imprint() -> None:
    kinds = [str(line.kind) for line in lines(formal(annexed=True))]
    assert kinds[:7] == ["份号", "密级", "紧急程度", "发文机关标志", "发文字号", "签发人", "标题"]
    assert kinds[-10:] == ["成文日期", "附件序号", "附件标题", "台账表头", *["台账"] * 4, "抄送", "印发机关", "印发日期"][-10:]


def test_labels_and_stops_are_supplied_once() -> None:
    printed = {str(line.kind): line.text for line in lines(formal())}
    assert printed["发文机关标志"] == "中共云州市水务局党组文件"
    assert printed["签发人"] == "签发人：云某某"
    assert printed["抄送"].startswith("抄送：市委组织部")
    assert printed["抄送"].endswith("党组织。")
    assert printed["印发日期"] == "2025年12月20日印发"
    again = replace(MASTHEAD, issuer=text("云州市水务局文件"))
    assert next(line.text for line in lines(formal(head=again)) if line.kind == "发文机关标志") == "云州市水务局文件"


@pytest.mark.parametrize("write", [markdown, plain_text, lambda r: terminal_text(r, 60, colour=False)], ids=["md", "text", "terminal"])
def test_every_word_stands_in_every_format(write: Callable[[Report], str]) -> None:
    report = formal(annexed=True)
    made = re.sub(r"[\s\\*]", "", write(report))
    for line in lines(report):
        for cell in line.cells or (line.inlines,):
            assert re.sub(r"\s", "", plain(cell)) in made


def test_a_table_is_one_in_markdown_and_json() -> None:
    report = formal(annexed=True)
    rows = [row for row in markdown(report).splitlines() if row.startswith("|")]
    assert rows[:3] == ["| 板块 | 事项 | 事实 | 数量 |", "| --- | --- | --- | ---: |", "| 政治建设 | 第一议题 | 落实学习 | 21次 |"]
    cells = [b["cells"] for b in tree(report, [])["blocks"] if b["kind"] == "row"]
    assert [len(row) for row in cells] == [4] * 5


# --- the file ----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("annexed", [False, True])
def test_nothing_is_lost_in_the_file(draw: Draw, annexed: bool) -> None:
    report = formal(annexed=annexed)
    made = words(draw(report))
    for line in lines(report):
        assert all(i.text in made for i in line.inlines)


def test_every_kind_has_its_own_style(draw: Draw) -> None:
    document = opened(draw(formal(annexed=True)))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    names = {p.style.name for p in [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]}
    assert {"份号", "密级", "紧急程度", "发文机关标志", "发文字号", "附件序号", "附件标题", "台账表头", "台账"} <= names


def test_the_head_of_a_table_repeats_and_its_rows_hold_together(draw: Draw) -> None:
    (table,) = opened(draw(formal(annexed=True))).tables
    assert [len(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows] == [1, 0, 0, 0, 0]
    assert all(row._tr.xpath("./w:trPr/w:cantSplit") for row in table.rows)
    merges = [[c.get(qn("w:val")) for c in row._tr.xpath("./w:tc[position()<3]/w:tcPr/w:vMerge")] for row in table.rows]
    assert merges == [[], ["restart", "restart"], ["continue", "continue"], ["continue"], []]
    assert sum(int(c.get(qn("w:w"))) for c in table._tbl.xpath("./w:tblGrid/w:gridCol")) == 8845


def test_text_of_a_table_is_off_the_grid_and_numbers_stand_right(draw: Draw) -> None:
    document = opened(draw(formal(annexed=True)))
    assert document.styles["台账"].element.xpath("./w:pPr/w:snapToGrid/@w:val") == ["0"]
    last = [row.cells[-1].paragraphs[0]._p for row in document.tables[0].rows][1:]
    assert [p.xpath("./w:pPr/w:jc/@w:val") for p in last] == [["right"]] * 4


def test_an_annex_opens_a_page_with_its_title_on_the_third_line(draw: Draw) -> None:
    paragraphs = opened(draw(formal(annexed=True))).paragraphs
    (at,) = [n for n, p in enumerate(paragraphs) if p.style.name == "附件序号"]
    assert paragraphs[at]._p.xpath("./w:pPr/w:pageBreakBefore")
    assert [p.text for p in paragraphs[at : at + 3]] == ["附件", "", "2025年重点工作台账"]


def test_signers_stand_two_a_row_and_the_number_in_the_last(draw: Draw) -> None:
    head = replace(MASTHEAD, signers=(text("云某某"), text("州某"), text("水某某")))
    rows = [p.text for p in opened(draw(formal(head=head))).paragraphs if p.style.name == "发文字号"]
    assert rows == ["\t\t签发人：云某某\t州某", "\t云水党发〔2025〕3号\t水某某"]


def test_the_name_of_a_signer_is_in_kaiti(draw: Draw) -> None:
    document = opened(draw(formal()))
    (row,) = [p for p in document.paragraphs if p.style.name == "发文字号"]
    (name,) = [r for r in row.runs if r.style.name == "签发人姓名"]
    assert name.text == "云某某"
    assert document.styles["签发人姓名"].element.xpath("./w:rPr/w:rFonts/@w:eastAsia") == ["楷体_GB2312"]


def test_the_red_line_is_as_wide_as_the_type_area(draw: Draw) -> None:
    (row,) = [p._p for p in opened(draw(formal())).paragraphs if p.style.name == "发文字号"]
    (line,) = row.xpath("./w:pPr/w:pBdr/w:bottom")
    assert line.get(qn("w:color")) == "FF0000"
    assert not row.xpath("./w:pPr/w:ind")


@pytest.mark.parametrize(("name", "size", "scale"), [("云州市委文件", 124, 100), ("中共云州市水务局党组文件", 124, 59), ("云" * 30, 41, 60)])
def test_a_long_issuer_is_made_narrower_then_smaller(style: Style, name: str, size: int, scale: int) -> None:
    fitted = issuer_fit(name, style)
    assert abs(fitted[0] - size) <= 8
    assert abs(fitted[1] - scale) <= 2


def test_rules_of_the_imprint(draw: Draw) -> None:
    (borders,) = re.findall(r"<wps:txbx>.*?<w:tblBorders>(.*?)</w:tblBorders>", xml(draw(formal())), re.DOTALL)
    assert re.findall(r'<w:(\w+) [^>]*w:sz="(\d+)"', borders) == [("top", "8"), ("bottom", "8"), ("insideH", "6")]


def test_pages_are_numbered_through(draw: Draw) -> None:
    for rows in (3, 25):
        assert "pgNumType" not in xml(draw(formal(rows)))


def test_a_seal_moves_signature_and_date(style: Style, draw: Draw) -> None:
    document = opened(draw(formal()))
    signature, date = (next(p for p in document.paragraphs if p.style.name == name) for name in ("署名", "成文日期"))
    right = [int(p._p.pPr.find(qn("w:ind")).get(qn("w:right"))) for p in (signature, date)]
    assert right[1] == 4 * 320
    assert right[0] + 6 * 315 / 2 == pytest.approx(right[1] + (3 * 315 + 8 * 155) / 2, abs=4)
    texts = [p.text for p in document.paragraphs]
    assert texts[texts.index("云州市水务局") - 2 : texts.index("云州市水务局")] == [""] * style.sealed_lines


PARTIAL = [
    Masthead(number=text("云水发〔2025〕3号")),
    Masthead(secrecy=text("秘密★1年")),
    Masthead(issuer=text("云州市水务局")),
    Masthead(signers=(text("云某某"),)),
    Masthead(issuer=text("云州市水务局"), signers=(text("云某某"),)),
]


@pytest.mark.parametrize("head", PARTIAL, ids=range(len(PARTIAL)))
@pytest.mark.parametrize("foot", [None, replace(IMPRINT, copies=()), replace(IMPRINT, printer=(), printed=())])
def test_parts_that_are_missing_leave_no_trace(draw: Draw, head: Masthead, foot: Any) -> None:
    data = draw(formal(head=head, foot=foot))
    assert ("FF0000" in re.sub(r"<w:style .*", "", xml(data))) is bool(head.issuer)
    assert ("txbxContent" in xml(data)) is (foot is not None)


@settings(max_examples=15, deadline=None)
@given(words=st.text(min_size=1, max_size=40), rows=st.integers(1, 70))
def test_no_text_breaks_the_file(draw: Draw, words: str, rows: int) -> None:
    it = text(words)
    head, foot = Masthead(it, it, it, it, it, (it, it, it)), Imprint(it, it, it)
    report = replace(formal(rows, annexed=True, head=head, foot=foot), title=it, signature=it, date=it, attachments=(it,))
    docx.Document(BytesIO(draw(report)))


@given(st.integers(1, 90), st.booleans(), st.booleans(), st.booleans())
def test_the_reckoned_end_lies_on_a_page(style: Style, rows: int, annexed: bool, sealed: bool, headed: bool) -> None:
    report = formal(rows, annexed, sealed, MASTHEAD if headed else None)
    found = end(report, settled(report, style))
    assert found.page >= 1
    assert 0 < found.used <= style.page.text_height


# --- the page ----------------------------------------------------------------------------------------------------------------------------

REPORTS = {
    "full": formal(),
    "short": formal(foot=None, head=None),
    "even": formal(25),
    "shared": formal(18),
    "crowded": formal(41, sealed=False, head=None),
    "annexed": formal(annexed=True),
    "bare": formal(head=replace(MASTHEAD, copy=(), secrecy=(), urgency=(), signers=())),
}


@pytest.fixture(scope="module")
def pdfs(draw: Draw, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return converted({name: draw(report) for name, report in REPORTS.items()}, tmp_path_factory.mktemp("formal"))


def numbered(page: Page) -> bool:
    return any(re.fullmatch(r"—\d+—", said(row)) for row in page)


@needs_office
@pytest.mark.parametrize("name", ["full", "bare"])
def test_the_red_head_stands_35_mm_below_the_upper_edge(pdfs: dict[str, Path], name: str) -> None:
    picture = Picture.of(pdfs[name], 1)
    head, line = picture.bands(has(is_red))
    assert head[0] == pytest.approx(37 + 35, abs=3)
    assert line[1] - line[0] == pytest.approx(0.5, abs=0.25)
    assert picture.sides(line[0] + 0.2, is_red) == (pytest.approx(28, abs=0.5), pytest.approx(184, abs=0.5))


@needs_office
def test_the_red_line_stands_4_mm_below_the_number(pdfs: dict[str, Path]) -> None:
    picture = Picture.of(pdfs["full"], 1)
    _, line = picture.bands(has(is_red))
    above = [bottom for _, bottom in picture.bands(has(is_black)) if bottom < line[0]]
    assert line[0] - max(above) == pytest.approx(4, abs=1)


@needs_office
@pytest.mark.parametrize("name", ["full", "even", "shared", "crowded", "annexed"])
def test_the_last_rule_lies_on_the_lower_edge_of_an_even_page(pdfs: dict[str, Path], name: str) -> None:
    pages = pages_of(pdfs[name])
    page = next(n for n, rows in enumerate(pages, 1) if any("印发" in said(row) for row in rows))
    assert page == len(pages)
    picture = Picture.of(pdfs[name], page)
    rules = picture.bands(has(is_black, 1400))
    assert len(rules) == 3
    assert rules[-1][1] == pytest.approx(262, abs=0.5)
    assert picture.sides(rules[-1][0] + 0.1, is_black) == (pytest.approx(28, abs=0.5), pytest.approx(184, abs=0.5))
    assert [round(b - a, 1) for a, b in rules] == [pytest.approx(wanted, abs=0.16) for wanted in (0.35, 0.25, 0.35)]


@needs_office
def test_the_imprint_shares_an_even_last_page_that_has_room(pdfs: dict[str, Path]) -> None:
    _, last = pages_of(pdfs["shared"])
    assert any(said(row).endswith("19日") for row in last)
    assert any("印发" in said(row) for row in last)


@needs_office
def test_only_a_page_behind_a_blank_one_goes_unnumbered(pdfs: dict[str, Path]) -> None:
    assert all(map(numbered, pages_of(pdfs["full"])))
    *before, last = pages_of(pdfs["even"])
    assert all(map(numbered, before))
    assert not numbered(last)


@needs_office
def test_a_sealed_date_stands_four_characters_from_the_right(pdfs: dict[str, Path]) -> None:
    rows = [row for page in pages_of(pdfs["short"]) for row in page if said(row).endswith("19日")]
    (date,) = rows
    assert (184 - max(right for _, right, _ in date)) / 5.64 == pytest.approx(4, abs=0.3)


@needs_office
def test_an_annex_stands_on_a_page_of_its_own(pdfs: dict[str, Path]) -> None:
    page = next(page for page in pages_of(pdfs["annexed"]) if said(page[0]) == "附件")
    assert said(page[1]) == "2025年重点工作台账"
    (left, _, _), *_ = sorted(page[0])
    assert left == pytest.approx(28, abs=0.5)


def test_pairs_of_rows_agree() -> None:
    """The rows of the invented table are as wide as its head."""
    assert all(len(a) == len(b) for a, b in pairwise([line.cells for line in lines(formal(annexed=True)) if line.cells]))
