"""What each part of a paper comes to wear, by the numbers of GB/T 9704-2012: twips, half-points, the characters of the title's lines."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from generator.typeset.deeds import Deed
from tests.check.made import codes
from tests.check.others import signed, standard, wps
from tests.check.papers import LETTER, NOTICE, REPORT
from tests.reading.word_made import NAMES, abstract, level, num, p, parts, relations, style, t, word, zipped
from tests.reading.word_made import said as lines_of
from tests.typeset.made import W, by_text, part, root, rows, said, set_anew

CENTRED = '<w:jc w:val="center"/>'
HEAD = p("云州市水务局工作总结", CENTRED) + p("全年加固堤防18.6公里，处置险情4处。")
TABLE = f"<w:tbl><w:tr><w:tc>{p('表')}</w:tc></w:tr></w:tbl>"
SIGNED = p("云州市水务局", '<w:jc w:val="right"/>') + p("2025年11月20日", '<w:jc w:val="right"/>')


def paragraphs(body: str, numbering: str = "", styles: str = "") -> dict[str, etree._Element]:
    """The paragraphs of a file that was set anew by what they say; of empty ones the last."""
    return by_text(set_anew(word(body, numbering, styles)).data)


def gaps(body: str) -> str:
    """The paragraphs by their first character, empty ones as a dot."""
    after = root(set_anew(word(body)).data)
    texts = ("".join(text.text or "" for text in q.iter(f"{W}t")) for q in after.iter(f"{W}p"))
    return "".join(text[:1] or "." for text in texts)


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        (HEAD + p("") + p("") + p("接着干。"), "云.全接"),
        (p("") + p("　") + HEAD, "云.全"),
        (HEAD + p("") + p(""), "云.全"),
        (HEAD + p("") + p('<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>'), "云.全"),
        (HEAD + TABLE + p("") + p("") + p(""), "云.全表."),
        (HEAD + SIGNED, "云.全.云2"),
        (HEAD + p("附件：水库表") + p("") + p("") + p("") + SIGNED, "云.全.附.云2"),
        (HEAD + p("云州市水务局") + p("") + p("2025年11月20日"), "云.全.云2"),
        (p("云州市水务局工作总结", CENTRED) + p("市人民政府：") + p("") + p("全年加固堤防18.6公里，处置险情4处。"), "云.市全"),
    ],
    ids=[
        "in the text",
        "on top",
        "at the end",
        "where Word was last",
        "below a table",
        "above the signature",
        "around attachments",
        "above the date",
        "around whom it addresses",
    ],
)
def test_empty_lines_stand_where_the_standard_has_them(body: str, wanted: str) -> None:
    assert gaps(body) == wanted


def test_a_line_that_only_breaks_the_page_goes_and_the_page_is_broken() -> None:
    turned = p('<w:r><w:br w:type="page"/></w:r>')
    found = paragraphs(HEAD + turned + p("第二部分从这里起，另作一面。"))
    assert said(found["第二部分从这里起，另作一面。"], "pageBreakBefore") == "1"
    assert not list(found["第二部分从这里起，另作一面。"].iter(f"{W}br"))


def test_nothing_stands_between_text_and_signature_but_a_line() -> None:
    turned = p('<w:r><w:br w:type="page"/></w:r>')
    found = paragraphs(HEAD + turned + SIGNED)
    assert all(said(q, "pageBreakBefore") is None and not list(q.iter(f"{W}br")) for q in found.values())


def test_date_and_signature_without_a_seal() -> None:
    """7.3.5.2: six characters and nine digits and signs; the date is the longer one, and stands two characters in."""
    found = paragraphs(HEAD + SIGNED)
    assert said(found["2025年11月20日"], "ind", "rightChars") == "200"
    assert int(said(found["云州市水务局"], "ind", "rightChars") or 0) > 400


SEALED = p("云州市水务局", '<w:jc w:val="right"/><w:ind w:rightChars="430" w:right="1376"/>') + p(
    "2025年1月20日", '<w:jc w:val="right"/><w:ind w:rightChars="400" w:right="1280"/>'
)


def test_a_layout_for_a_seal_stays_one() -> None:
    found = paragraphs(
        p("云州市水务局工作总结", CENTRED)
        + p(t("全年加固堤防18.6公里，处置险情4处。", '<w:sz w:val="32"/>'))
        + SEALED.replace("<w:rPr></w:rPr>", '<w:rPr><w:sz w:val="32"/></w:rPr>')
    )
    assert said(found["2025年1月20日"], "ind", "rightChars") == "400"


def test_the_head_before_its_text_has_its_own_face_and_only_it() -> None:
    run = paragraphs(HEAD + p("（一）压实责任。修订防汛责任制，公布河长326名。"))["（一）压实责任。修订防汛责任制，公布河长326名。"].findall(f"{W}r")
    assert ["".join(x.text for x in r.iter(f"{W}t")) for r in run] == ["（一）压实责任。", "修订防汛责任制，公布河长326名。"]
    assert [r.find(f"{W}rPr/{W}rStyle") is not None for r in run] == [True, False]


LISTS = abstract(
    1, level(0, "chineseCounting", "%1、", '<w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr><w:rPr><w:color w:val="FF0000"/></w:rPr>')
)


def test_word_s_own_numbers_go_on_counting_and_stand_where_typed_ones_do() -> None:
    listed = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    heading = style("1", "heading 1", f'<w:pPr>{listed}<w:outlineLvl w:val="0"/></w:pPr>')
    data = set_anew(word(HEAD + p("主要做法", '<w:pStyle w:val="1"/>') + p("接着干。"), LISTS + num(1, 1), heading)).data
    found = next(q for q in root(data).iter(f"{W}p") if "主要做法" in "".join(q.itertext()))
    assert (found.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val"), said(found, "ind", "firstLineChars"), said(found, "ind", "left")) == (
        "1",
        "200",
        "0",
    )
    numbering = root(data, "word/numbering.xml")
    assert not list(numbering.iter(f"{W}color"))
    assert [s.get(f"{W}val") for s in numbering.iter(f"{W}suff")] == ["nothing"]
    assert list(numbering.iter(f"{W}ind"))  # tables may count with it


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("云州市水务局关于2025年度安全生产和防汛抗旱工作情况的报告", 2),
        ("云州市水务局工作总结", 1),
        ("云州市水务局工作总\n结", 1),
    ],
)
def test_titles_are_broken_where_they_must_be(text: str, lines: int) -> None:
    runs = "<w:r><w:br/></w:r>".join(map(t, text.split("\n")))
    data = set_anew(word(p(runs, CENTRED) + p("全年加固堤防18.6公里，处置险情4处。"))).data
    title = next(root(data).iter(f"{W}p"))
    assert "".join(x.text for x in title.iter(f"{W}t")) == text.replace("\n", "")
    assert len(list(title.iter(f"{W}br"))) == lines - 1


def test_lines_broken_by_hand_become_paragraphs_or_go() -> None:
    """A break behind a stop ends a paragraph, one within a sentence is nothing, and what stands in lines of its own stays in them."""
    broken = t("全年加固堤防18.6公里，") + "<w:r><w:br/></w:r>" + t("处置险情4处。") + "<w:r><w:br/></w:r>" + t("接着干。")
    after = set_anew(word(p("云州市水务局工作总结", CENTRED) + p(broken)))
    assert rows(after.data)[1:] == ["全年加固堤防18.6公里，处置险情4处。", "接着干。"]
    assert {Deed.PARTED, Deed.JOINED} <= set(after.account.deeds)
    contact = t("联系人：江月明") + "<w:r><w:br/></w:r>" + t("电话：0000000")
    assert rows(set_anew(word(HEAD + p(contact))).data)[2:] == ["联系人：江月明", "电话：0000000"]


def test_the_label_of_an_annex_gets_a_line_of_its_own_and_a_page() -> None:
    turned = p('<w:r><w:br w:type="page"/></w:r>')
    found = paragraphs(HEAD + SIGNED + turned + p("附件1：病险水库加固情况表") + p("云岭水库投资320万元。"))
    assert said(found["附件1："], "pageBreakBefore") == "1"
    assert said(found["病险水库加固情况表"], "pStyle") == "NigaoAnnexTitle"


def test_a_red_head_gets_its_line_once() -> None:
    data = wps(NOTICE)
    after = set_anew(data)
    number = next(q for q in root(after.data).iter(f"{W}p") if "〔2025〕" in "".join(q.itertext()))
    assert number.find(f"{W}pPr/{W}pBdr/{W}bottom").get(f"{W}color") == "FF0000"
    assert set_anew(after.data).data == after.data


def test_pages_are_the_standard_s_with_numbers_on_either_side() -> None:
    body = (
        HEAD + '<w:p><w:pPr><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:cols w:num="2"/></w:sectPr></w:pPr></w:p>' + p("完。")
    )
    data = set_anew(word(body + '<w:sectPr><w:pgMar w:top="1440" w:left="1800" w:gutter="300"/><w:pgNumType w:start="1"/></w:sectPr>')).data
    across, last = root(data).iter(f"{W}sectPr")
    assert (across.find(f"{W}pgSz").get(f"{W}w"), across.find(f"{W}cols").get(f"{W}num")) == ("16838", None)
    margins = last.find(f"{W}pgMar").attrib
    assert [margins[f"{W}{side}"] for side in ("top", "left", "right", "bottom", "gutter", "footer")] == ["2098", "1587", "1474", "1984", "0", "1423"]
    assert last.find(f"{W}pgNumType") is None
    assert {f.get(f"{W}type") for f in last.iter(f"{W}footerReference")} == {"default", "even"}
    assert root(data, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_a_letter_keeps_its_first_page_without_number() -> None:
    data = set_anew(standard(LETTER, signed(440, 200, no="right"), title_page=True)).data
    first = next(root(data).iter(f"{W}sectPr"))
    assert first.find(f"{W}titlePg") is not None
    assert {f.get(f"{W}type") for f in first.iter(f"{W}footerReference")} == {"default", "even", "first"}


def test_the_line_of_an_empty_header_goes() -> None:
    """Word's own Chinese header style draws one."""
    ruled = style("a3", "header", '<w:pPr><w:pBdr><w:bottom w:val="single" w:sz="6"/></w:pBdr></w:pPr>')
    section = '<w:sectPr><w:headerReference w:type="default" r:id="h"/></w:sectPr>'
    made = parts(HEAD + section, "", ruled) | {
        "word/header.xml": f"<w:hdr {NAMES}>" + p("", RULED) + "</w:hdr>",
        "word/_rels/document.xml.rels": relations(("rId1", "styles", "styles.xml"), ("h", "header", "header.xml")),
    }
    header = part(set_anew(zipped(made)).data, "word/header.xml").decode()
    assert re.findall(r'<w:bottom w:val="(\w+)"', header) == ["none"]


RULED = '<w:pStyle w:val="a3"/>'


def test_what_is_set_reads_as_it_did() -> None:
    """The styles are those that reading knows."""
    before = wps(REPORT)
    assert lines_of(set_anew(before).data) == lines_of(before)


def test_an_order_ends_as_orders_do() -> None:
    """7.3.5.3: two lines below the text, the date one line below the signature, both four characters in."""
    head = p(t("云州市人民政府令", '<w:color w:val="FF0000"/>'), CENTRED) + p("第12号", CENTRED)
    text = p("《云州市供水办法》已经审议通过，现予公布，自2026年1月1日起施行。")
    signed = p("市长　江月明", '<w:jc w:val="right"/>') + p("2025年10月9日", '<w:jc w:val="right"/>')
    last = list(root(set_anew(word(head + text + signed)).data).iter(f"{W}p"))[-5:]
    assert ["".join(x.text or "" for x in q.iter(f"{W}t")) for q in last] == ["", "", "市长　江月明", "", "2025年10月9日"]
    assert [said(q, "ind", "rightChars") for q in (last[2], last[4])] == ["400", "400"]


def test_the_heading_of_a_table_of_contents_is_set_off() -> None:
    front = p("云州市节水规划", CENTRED) + p("目　录", CENTRED) + p("一、现状\t1") + p("二、任务\t2")
    found = paragraphs(front + p("一、现状") + p("用水偏多，人均不足。") + p("二、任务") + p("抓好节水三件大事。"))
    assert [r.find(f"{W}rPr/{W}rStyle").get(f"{W}val") for r in found["目　录"].iter(f"{W}r")] == ["NigaoHead1"]


def red(size: int = 72) -> str:
    return f'<w:color w:val="FF0000"/><w:sz w:val="{size}"/>'


LINE = '<w:pBdr><w:bottom w:val="single" w:sz="18" w:space="1" w:color="FF0000"/></w:pBdr>'
TYPED = (
    p(t("青石县水利局文件", red()), CENTRED)
    + p("")
    + p("青水〔2024〕7号" + " " * 18 + "签发人：江月明")
    + p("", LINE)
    + p("")
    + p("青石县水利局关于渠道整修经费的请示", CENTRED)
    + p("县人民政府：")
    + p("全年整修渠道12公里，更换闸门6扇，需经费96万元。")
)
RECORD = p("抄送：县财政局，县发展改革局。", LINE) + p("青石县水利局办公室" + " " * 10 + "2024年5月9日印发", LINE)
SIGNED_BY = p("青石县水利局", '<w:jc w:val="right"/>') + p("2024年5月9日", '<w:jc w:val="right"/>')


def test_a_typed_head_stands_as_one_that_is_set() -> None:
    """7.2.6 and 7.2.7: number and signer a character from either side, the red line under them and not under the empty line below."""
    found = paragraphs(TYPED + SIGNED_BY)
    number = found["青水〔2024〕7号签发人：江月明"]
    assert len(list(number.iter(f"{W}tab"))) == 2 + 2  # two stops, two tabs
    assert [(s.get(f"{W}val"), s.get(f"{W}pos")) for s in number.iterfind(f"{W}pPr/{W}tabs/{W}tab")] == [("left", "320"), ("right", "8525")]
    borders = list(root(set_anew(word(TYPED + SIGNED_BY)).data).iter(f"{W}pBdr"))
    assert ["".join(q.getparent().getparent().itertext()) for q in borders] == ["青水〔2024〕7号签发人：江月明"]
    assert gaps(TYPED + SIGNED_BY).startswith("青..青..青.县")
    assert Deed.LINED_HIGHER in set_anew(word(TYPED + SIGNED_BY)).account.deeds


def test_a_typed_record_stands_at_the_foot_of_the_last_page() -> None:
    made = set_anew(word(TYPED + SIGNED_BY + RECORD)).data
    table = next(root(made).iter(f"{W}tbl"))
    place = table.find(f"{W}tblPr/{W}tblpPr")
    assert (place.get(f"{W}vertAnchor"), place.get(f"{W}tblpYSpec"), table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")) == ("margin", "bottom", "8845")
    signs = [[e for e in q.iter(f"{W}t", f"{W}tab") if e.getparent().tag == f"{W}r"] for q in table.iter(f"{W}p")]
    lines = ["".join("\t" if e.tag == f"{W}tab" else e.text or "" for e in each) for each in signs]
    assert lines == ["抄送：县财政局，县发展改革局。", "青石县水利局办公室\t2024年5月9日印发"]
    assert set_anew(made).data == made


def test_what_stands_behind_a_record_keeps_it_where_it_is() -> None:
    after = set_anew(word(TYPED + SIGNED_BY + RECORD + p("附件1") + p("渠道整修表", CENTRED)))
    assert not list(root(after.data).iter(f"{W}tbl"))
    assert Deed.IMPRINTED not in after.account.deeds


def test_a_table_below_the_title_stands_a_line_below_it() -> None:
    table = "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>" + p("姓名") + "</w:tc></w:tr></w:tbl>"
    made = set_anew(word(p("青石县水利局渠道整修登记表", CENTRED) + table + p("")))
    assert [e.tag.removeprefix(W) for e in next(root(made.data).iter(f"{W}body"))][:3] == ["p", "p", "tbl"]
    assert set_anew(made.data).data == made.data


def test_a_table_below_the_title_of_an_annex_too() -> None:
    table = "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>" + p("姓名") + "</w:tc></w:tr></w:tbl>"
    made = set_anew(word(HEAD + SIGNED + p("附件1") + p("渠道整修表", CENTRED) + table + p("")))
    assert [e.tag.removeprefix(W) for e in next(root(made.data).iter(f"{W}body"))][-5:-2] == ["p", "p", "tbl"]
    assert set_anew(made.data).data == made.data


def test_offices_that_sign_side_by_side_stand_as_over_their_seals() -> None:
    """The last of them is centred on the date, which stands four characters from the right (7.3.5.1)."""
    signers = "云州市水务局　　　云州市财政局"
    right = '<w:jc w:val="right"/>'
    found = paragraphs(HEAD + p(signers, right) + p("2025年11月20日", right))
    assert [found[text].find(f"{W}pPr/{W}ind").get(f"{W}rightChars") for text in (signers, "2025年11月20日")] == ["446", "400"]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "around", ["<w:sdt><w:sdtContent>…</w:sdtContent></w:sdt>", "<w:sdt><w:sdtContent>" * 2 + "…" + "</w:sdtContent></w:sdt>" * 2]
)
def test_the_gap_below_a_title_stands_between_controls_too(around: str) -> None:
    lines = (p("云州市水务局2031年工作总结"), p("市人民政府："), p("现将2031年工作情况报告如下。"))
    data = word("".join(around.replace("…", line) for line in lines) + "<w:sectPr/>")
    after = set_anew(data)
    says = ["".join(text.text or "" for text in paragraph.iter(f"{W}t")) for paragraph in root(after.data).iter(f"{W}p")]
    assert says[:3] == ["云州市水务局2031年工作总结", "", "市人民政府："]
    assert set_anew(after.data).data == after.data


def test_no_gap_is_asked_for_below_a_table_of_contents() -> None:
    contents = p("目录") + p("一、主要做法\t1") + p("二、存在问题\t2") + p("三、下一步打算\t3")
    body = "".join(
        map(p, ("市人民政府：", "现将情况报告如下。", "一、主要做法", "检查3次。", "二、存在问题", "人手少。", "三、下一步打算", "招人。"))
    )
    after = set_anew(word(p("云州市水务局2031年工作总结") + contents + body + "<w:sectPr/>"))
    assert "addressee-gap" not in codes(after.data)


def test_a_text_that_stands_in_a_table_is_left_and_that_is_told() -> None:
    cells = "".join(map(p, ("云州市水务局2031年工作总结", "市人民政府：", "现将情况报告如下。")))
    after = set_anew(word(f"<w:tbl><w:tr><w:tc>{cells}</w:tc></w:tr></w:tbl>{p('')}<w:sectPr/>"))
    assert "all-in-tables" in {problem.code for problem in after.account.left}


def test_the_first_item_of_a_list_below_a_table_stands_as_the_others_do() -> None:
    listed = "".join(p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') for text in ("甲项", "乙项"))
    table = f"<w:tbl><w:tr><w:tc>{p('序号')}</w:tc></w:tr></w:tbl>"
    above = "".join(map(p, ("云州市水务局2031年工作总结", "市人民政府：", "现将2031年工作情况报告如下。")))
    after = set_anew(word(above + table + listed + "<w:sectPr/>", abstract(0, level(0, "bullet", "●")) + num(1, 0)))
    first, second = (by_text(after.data)[text] for text in ("甲项", "乙项"))
    assert said(first, "pStyle") == said(second, "pStyle")
