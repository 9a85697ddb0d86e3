"""What is no running text is carried over as it was: tables, pictures, notes, fields, links; and what looks say is not taken for mere looks."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import docx
import pytest
from docx.shared import Cm, Mm
from lxml import etree

from tests.reading.word_made import NAMES, abstract, level, num, p, parts, relations, said, style, t, word, zipped
from tests.typeset.made import W, names, part, root, rows, set_anew


def png(width: int = 2, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress((b"\0" + b"\0\0\0" * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


@pytest.fixture(scope="module")
def illustrated() -> bytes:
    document = docx.Document()
    document.add_paragraph("云州市水务局工作总结")
    document.add_paragraph("全年加固堤防18.6公里。")
    document.add_picture(BytesIO(png()), width=Cm(20))
    table = document.add_table(2, 3, "Table Grid")
    for cell, text in zip(table._cells, "水库 投资 完成 云岭 320 是".split(), strict=True):
        cell.text = text
    document.add_paragraph("图文之间。").add_run().add_picture(BytesIO(png()), width=Mm(5))
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def test_a_table_that_fits_is_the_same_to_the_byte_but_that_its_head_stays_with_it(illustrated: bytes) -> None:
    before, after = (next(root(data).iter(f"{W}tbl")) for data in (illustrated, set_anew(illustrated).data))
    widths = [column.get(f"{W}w") for column in after.iter(f"{W}gridCol")]
    assert sum(map(int, widths)) <= 8845
    assert [c.text for c in before.iter(f"{W}t")] == [c.text for c in after.iter(f"{W}t")]
    for table in (before, after):
        for measure in table.iter(f"{W}gridCol", f"{W}tcW"):
            measure.attrib.clear()
    for kept in list(after.iter(f"{W}keepNext", f"{W}cantSplit")):
        above = kept.getparent()
        above.remove(kept)
        if not len(above):
            above.getparent().remove(above)
    assert etree.tostring(before) == etree.tostring(after)


HEADED = '<w:pStyle w:val="1"/>'


def tabled(*rows: str) -> str:
    """A table of one column, its cells given as paragraphs."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr><w:tc>{row}</w:tc></w:tr>' for row in rows)}</w:tbl>"


def test_a_table_in_a_style_that_headings_share_keeps_its_look() -> None:
    heading = style("1", "heading 1", '<w:rPr><w:color w:val="2E74B5"/></w:rPr>')
    body = p("一、主要做法", HEADED) + tabled(p("水库", HEADED)) + p("完。")
    after = set_anew(word(body, "", heading)).data
    worn = next(next(root(after).iter(f"{W}tc")).iter(f"{W}pStyle")).get(f"{W}val")
    looks = {s.get(f"{W}styleId"): s for s in root(after, "word/styles.xml")}
    assert [c.get(f"{W}val") for c in looks[worn].iter(f"{W}color")] == ["2E74B5"]
    assert [c.get(f"{W}val") for c in looks["1"].iter(f"{W}color")] == ["000000"]


def test_pictures_are_there_whole_and_no_wider_than_the_page(illustrated: bytes) -> None:
    after = set_anew(illustrated).data
    pictures = [name for name in names(illustrated) if name.startswith("word/media/")]
    assert pictures
    assert all(part(after, name) == part(illustrated, name) for name in pictures)
    extents = [int(e.get("cx")) for e in root(after).iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent")]
    assert max(extents) <= 8845 * 635
    lines = [q.find(f"{W}pPr/{W}spacing") for q in root(after).iter(f"{W}p") if next(q.iter(f"{W}drawing"), None) is not None]
    assert {line.get(f"{W}lineRule") for line in lines} == {"auto", "atLeast"}  # an exact pitch would show a strip of them


def test_parts_that_nobody_needs_to_touch_stay_byte_for_byte() -> None:
    note = f'<w:footnotes {NAMES}><w:footnote w:id="2">{p("见附件。")}</w:footnote></w:footnotes>'
    reference = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'
    made = parts(p(t("全年加固堤防18.6公里") + reference + t("。")), "", style("FootnoteReference", "footnote reference", kind="character")) | {
        "word/footnotes.xml": note,
        "word/_rels/document.xml.rels": relations(("rId1", "styles", "styles.xml"), ("rId3", "footnotes", "footnotes.xml")),
    }
    after = set_anew(zipped(made)).data
    assert part(after, "word/footnotes.xml") == note.encode()
    run = next(root(after).iter(f"{W}footnoteReference")).getparent()
    assert run.find(f"{W}rPr/{W}rStyle").get(f"{W}val") == "FootnoteReference"


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF 一 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + t("第一章")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


BLUE = '<w:color w:val="0000FF"/><w:u w:val="single"/>'
LINK = f'<w:hyperlink w:anchor="一">{t("总则", BLUE)}</w:hyperlink>'
MARKED = f'<w:bookmarkStart w:id="0" w:name="一"/>{t("见")}<w:bookmarkEnd w:id="0"/>'


def test_fields_links_and_bookmarks_are_where_they_were() -> None:
    after = root(set_anew(word(p(MARKED + FIELD + LINK + t("。")))).data)
    inner = [each.tag.removeprefix(W) for each in next(after.iter(f"{W}p"))]
    assert inner == ["pPr", "bookmarkStart", "r", "bookmarkEnd", "r", "r", "r", "r", "r", "hyperlink", "r"]
    assert not list(after.iter(f"{W}color", f"{W}u"))


def test_a_bookmark_on_an_empty_line_goes_to_the_next() -> None:
    body = p("全年加固堤防18.6公里。") + p('<w:bookmarkStart w:id="0" w:name="乙"/><w:bookmarkEnd w:id="0"/>') + p("完成投资3亿元。")
    after = root(set_anew(word(body)).data)
    assert rows_of(after) == ["全年加固堤防18.6公里。", "完成投资3亿元。"]
    assert [mark.getnext() is not None for mark in after.iter(f"{W}bookmarkStart")] == [True]


def rows_of(body: etree._Element) -> list[str]:
    return ["".join(text.text or "" for text in q.iter(f"{W}t")) for q in body.iter(f"{W}p")]


KEPT = {
    "a square": (t("20 m") + t("2", '<w:vertAlign w:val="superscript"/>') + t("的库房。"), "vertAlign"),
    "a Latin name": (t("清除") + t("Eichhornia", "<w:i/>") + t("三次。"), "i"),
    "words struck": (t("办好") + t("展览", "<w:strike/>") + t("。"), "strike"),
    "words hidden": (t("办好") + t("展览", "<w:vanish/>") + t("。"), "vanish"),
    "white words": (t("办好") + t("展览", '<w:color w:val="FFFFFF"/>') + t("。"), "color"),
    "a line to write on": (t("姓名：") + t("          ", '<w:u w:val="single"/>') + t("。"), "u"),
    "a blank that is marked": (t("办好展览") + t("〔待补〕", '<w:highlight w:val="yellow"/>') + t("场。"), "highlight"),
    "a sign of a font": (t("办好展览") + t("\uf0fc", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>') + t("。"), "rFonts"),
}
GONE = {
    "bold words": (t("一是") + t("抓好展览", "<w:b/>") + t("。"), "b"),
    "a raised word": (t("办好") + t("展览", '<w:vertAlign w:val="superscript"/>') + t("。"), "vertAlign"),
    "marked words": (t("办好") + t("展览", '<w:highlight w:val="yellow"/>') + t("。"), "highlight"),
    "white words on a ground": (t("办好") + t("展览", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>') + t("。"), "color"),
    "red words": (t("办好") + t("展览", '<w:color w:val="FF0000"/>') + t("。"), "color"),
}


@pytest.mark.parametrize(("body", "kept"), KEPT.values(), ids=KEPT)
def test_what_looks_say_stays(body: str, kept: str) -> None:
    second = list(root(set_anew(word(p(body))).data).iter(f"{W}r"))[1]
    assert second.find(f"{W}rPr/{W}{kept}") is not None


@pytest.mark.parametrize(("body", "gone"), GONE.values(), ids=GONE)
def test_mere_looks_go(body: str, gone: str) -> None:
    after = set_anew(word(p(body)))
    assert not list(root(after.data).iter(f"{W}{gone}"))
    assert after.account.deeds


def test_what_a_style_hides_is_hidden_still() -> None:
    hiding = style("S", "暗", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    second = list(root(set_anew(word(p(t("办好") + t("展览", '<w:rStyle w:val="S"/>') + t("。")), "", hiding)).data).iter(f"{W}r"))[1]
    assert second.find(f"{W}rPr/{W}vanish") is not None


def test_boxes_are_left_alone_and_told() -> None:
    red = '<w:color w:val="FF0000"/>'
    box = f"<w:r><w:pict><v:textbox><w:txbxContent>{p(t('内部资料', red))}</w:txbxContent></v:textbox></w:pict></w:r>"
    after = set_anew(word(p(t("全年加固堤防18.6公里。") + box)))
    assert [c.get(f"{W}val") for c in root(after.data).iter(f"{W}color")] == ["FF0000"]
    assert "boxes" in {problem.code for problem in after.account.left}


def test_words_of_headers_stay_and_those_of_footers_are_told() -> None:
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/><w:footerReference w:type="default" r:id="f"/></w:sectPr>'
    made = parts(p("全年加固堤防18.6公里。") + section) | {
        "word/header.xml": f"<w:hdr {NAMES}>{p('内部资料')}</w:hdr>",
        "word/footer.xml": f"<w:ftr {NAMES}>{p('注意保存 第1页')}</w:ftr>",
        "word/_rels/document.xml.rels": relations(("rId1", "styles", "styles.xml"), ("h", "header", "header.xml"), ("f", "footer", "footer.xml")),
    }
    after = set_anew(zipped(made))
    assert part(after.data, "word/header.xml").decode() == made["word/header.xml"]
    assert {e.get(f"{W}type") for e in root(after.data).iter(f"{W}headerReference")} == {"default", "even"}
    assert [problem.message for problem in after.account.left if problem.code == "footer-words"] == ["页脚原来写着“注意保存 第1页”，没有留下"]
    assert rows(set_anew(after.data).data) == rows(after.data)


def _first_of(properties: str) -> str:
    """``properties`` as what Word chooses among alternatives."""
    return f'<mc:AlternateContent><mc:Choice Requires="w14">{properties}</mc:Choice></mc:AlternateContent>'


HEAD = p("云州市水务局工作总结") + p("全年加固堤防18.6公里。")
_LIST = abstract(1, level(0)) + num(1, 1)


@pytest.mark.parametrize("properties", ["<w:caps/>", "<w:smallCaps/>", _first_of("<w:caps/>")])
def test_small_letters_that_show_as_capitals_still_do(properties: str) -> None:
    after = root(set_anew(word(HEAD + p(t("gdp", properties) + t("增长5%。")))).data)
    assert [run.findtext(f"{W}t") for run in after.iter(f"{W}r") if run.find(f"{W}rPr/{W}caps") is not None] == ["gdp"]


def test_properties_that_there_are_alternatives_of_are_read() -> None:
    listed = _first_of('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    after = set_anew(word(HEAD + p("清淤。", listed) + p(t("乙", _first_of("<w:vanish/>")) + t("丙。")), _LIST)).data
    assert said(after)[2:] == ["1.清淤", "丙。"]
    assert [vanished.getparent().getparent().findtext(f"{W}t") for vanished in root(after).iter(f"{W}vanish")] == ["乙"]


def test_where_the_defaults_number_every_paragraph_each_keeps_its_number_and_none_is_added() -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    defaults = f"<w:docDefaults><w:pPrDefault><w:pPr>{numbered}</w:pPr></w:pPrDefault></w:docDefaults>"
    before = word(p("云州市水务局工作总结") + p("清淤。"), _LIST, defaults)
    after = set_anew(before).data
    assert said(after) == said(before)
    assert set_anew(after).data == after
