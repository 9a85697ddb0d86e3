"""Kinds of files that people make, each set as a typist would: heads without numbers, covers, rows of a 目录, who signs, lines to fill in."""

from __future__ import annotations

import pytest

from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from generator.typeset.deeds import Deed
from generator.typeset.telling import told
from tests.reading.word_made import abstract, item, level, num, p, style, t, word
from tests.reading.word_made import said as lines_of
from tests.typeset.made import W, by_text, root, rows, said, set_anew

CENTRED = '<w:jc w:val="center"/>'
RIGHT = '<w:jc w:val="right"/>'
BOLD = "<w:b/>"
TEXT = "全年整修渠道12公里，更换闸门6扇，灌区没有发生一起责任事故，群众满意率保持在百分之九十五以上。"
HEAD = p("青石县灌区管理所工作总结", CENTRED) + p(TEXT)


def codes(data: bytes) -> set[str]:
    return {problem.code for problem in set_anew(data).account.left}


def names(data: bytes) -> dict[str, str]:
    """The name of the style of each paragraph by what it says."""
    known = {s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val") for s in root(data, "word/styles.xml").iter(f"{W}style")}
    return {text: known[said(paragraph, "pStyle")] for text, paragraph in by_text(data).items()}


# --- 目录 ------------------------------------------------------------------------------------------------------------------------------------

ROWS = style("T1", "toc 1", '<w:pPr><w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8296"/></w:tabs></w:pPr>')


def row(*texts: str) -> str:
    return p("<w:r><w:tab/></w:r>".join(map(t, texts)), '<w:pStyle w:val="T1"/>')


def test_the_number_of_a_row_has_a_stop_of_its_own() -> None:
    """Else its tab runs to the page number, and the number of the page to a line of its own."""
    body = HEAD + p("目录", CENTRED) + row("1", "总则", "3") + row("10", "附则", "9") + row("参考", "12") + p(TEXT)
    made = set_anew(word(body, "", ROWS)).data
    found = by_text(made)
    stops = [q.findall(f"{W}pPr/{W}tabs/{W}tab") for q in (found["1总则3"], found["10附则9"], found["参考12"])]
    assert [[stop.get(f"{W}val") for stop in each] for each in stops] == [["left"], ["left"], []]
    assert len({stop.get(f"{W}pos") for each in stops for stop in each}) == 1
    assert set_anew(made).data == made


def test_the_heading_of_a_table_of_contents_looks_alike_however_it_was_made() -> None:
    heading = style("TH", "TOC Heading")
    for title in (p("目　次", '<w:pStyle w:val="T1"/>'), p(t("目　次", '<w:sz w:val="44"/>'), CENTRED)):
        made = set_anew(word(HEAD + title + row("总则", "3") + row("附则", "9") + p(TEXT), "", ROWS + heading)).data
        found = by_text(made)["目　次"]
        assert (said(found, "jc"), said(found, "pStyle")) == ("center", "NigaoAside")
        assert [r.find(f"{W}rPr/{W}rStyle").get(f"{W}val") for r in found.iter(f"{W}r")] == ["NigaoHead1"]
    styles = root(set_anew(word(HEAD + row("总则", "3"), "", ROWS + heading)).data, "word/styles.xml")
    made_heading = next(s for s in styles if s.get(f"{W}styleId") == "TH")
    assert made_heading.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "黑体"


# --- heads -----------------------------------------------------------------------------------------------------------------------------------


def test_headings_are_known_by_the_name_of_their_style() -> None:
    styles = style("a", "heading 2") + style("b", "标题 3") + style("c", "付款", based="a")
    body = (
        HEAD
        + p("合同条款", '<w:outlineLvl w:val="0"/>')
        + p("3 付款方式", '<w:pStyle w:val="a"/>')
        + p(TEXT)
        + p("3.1 预付款", '<w:pStyle w:val="b"/>')
        + p(TEXT)
    )
    found = names(set_anew(word(body + p("4 违约责任", '<w:pStyle w:val="c"/>') + p(TEXT), "", styles)).data)
    assert [found[text] for text in ("3 付款方式", "3.1 预付款", "4 违约责任")] == ["heading 2", "heading 3", "heading 2"]


def test_an_annex_in_a_heading_style_begins_a_page() -> None:
    made = by_text(set_anew(word(HEAD + p("附件七　灌区平面图说明", '<w:pStyle w:val="a"/>') + p(TEXT), "", style("a", "heading 1"))).data)
    assert said(made["附件七"], "pageBreakBefore") == "1"
    assert said(made["灌区平面图说明"], "pStyle") == "NigaoAnnexTitle"


def test_bold_lines_head_a_text_that_has_no_other_heads() -> None:
    body = HEAD + p(t("巡渠护水", BOLD)) + p(TEXT) + p(t("节水到户", BOLD)) + p(TEXT)
    made = set_anew(word(body)).data
    assert [names(made)[text] for text in ("巡渠护水", "节水到户")] == ["heading 1", "heading 1"]
    assert set_anew(made).data == made


def test_bold_lines_beside_numbered_heads_stay_bold_and_are_told() -> None:
    data = word(HEAD + p("一、主要做法") + p(t("巡渠护水", BOLD)) + p(TEXT))
    found = by_text(set_anew(data).data)["巡渠护水"]
    assert said(found, "pStyle") == "NigaoBody"
    assert all(r.find(f"{W}rPr/{W}b") is not None for r in found.iter(f"{W}r"))
    assert "bold-lines" in codes(data)
    assert Deed.BOLD not in set_anew(data).account.deeds


@pytest.mark.parametrize(
    ("bold", "wanted"),
    [(TEXT + "再接再厉。", False), ("巡渠护水", False)],
    ids=["bold running text", "all of the text bold"],
)
def test_what_is_bold_throughout_heads_nothing(bold: str, wanted: bool) -> None:
    data = word(p("青石县灌区管理所工作总结", CENTRED) + p(t(TEXT, BOLD)) + p(t(bold, BOLD)) + p(t(TEXT, BOLD)))
    assert (names(set_anew(data).data)[bold] == "heading 1") is wanted


@pytest.mark.parametrize(
    ("openings", "heads"),
    [
        (("巡渠护水。", "补短板，固堤坝。", "强监管，守底线。"), 3),
        (("全年巡查渠道216次，出动人员1300人次。", "更换闸门6扇，改造泵站2座。", "护水。"), 0),
        (("补短板，固堤坝。", "强监管，守底线。"), 0),
    ],
    ids=["one can only be a head", "most count something", "none must be one"],
)
def test_first_sentences_of_a_level_are_heads_together_or_not_at_all(openings: tuple[str, ...], heads: int) -> None:
    items = "".join(p(f"（{number}）{opening}整修渠道，清理淤泥。") for number, opening in zip("一二三", openings, strict=False))
    made = set_anew(word(HEAD + p("一、主要做法") + items)).data
    assert sum(q.find(f"{W}r/{W}rPr/{W}rStyle") is not None for q in root(made).iter(f"{W}p")) == heads
    assert "heading-font" not in {problem.code for problem in check_layout(read_layout("稿子.docx", made), STANDARD)}


# --- who signs -------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("signature", "date"),
    [
        ("保证人：江月明", "2024年5月9日"),
        ("具状人（签名）：", "2024年5月9日"),
        ("青石县灌区管理所", "2024年5月9日 星期四"),
        ("自荐人：江月明", "2024年5月9日（周四）"),
    ],
)
def test_who_signs_stands_over_the_date(signature: str, date: str) -> None:
    blanks = "　" * 14
    for between in ("", p("")):
        made = set_anew(word(HEAD + p("请予批准。") + p(blanks + signature) + between + p(blanks + date))).data
        found = [("".join(x.text or "" for x in q.iter(f"{W}t")), said(q, "pStyle")) for q in root(made).iter(f"{W}p")]
        assert found[-3:] == [("", "NigaoBody"), (signature, "NigaoSignature"), (date, "NigaoDate")]


def test_a_line_that_blanks_put_far_in_stays_there() -> None:
    made = set_anew(word(HEAD + p("　" * 15 + "经手人 江月明") + p("此件存档。"))).data
    found = by_text(made)["经手人 江月明"]
    assert int(said(found, "ind", "left") or 0) > 2500
    assert set_anew(made).data == made


# --- lines to fill in ------------------------------------------------------------------------------------------------------------------------

LINE = '<w:u w:val="single"/>'


def underlined(paragraph: object) -> str:
    return "".join("_" if r.find(f"{W}rPr/{W}u") is not None else "." for r in paragraph.iter(f"{W}r"))  # type: ignore[attr-defined]


def test_a_line_to_write_on_stays_whole_however_it_is_cut() -> None:
    runs = t("工程名称：") + t(" ", LINE) + t("  ", LINE) + t("青石渠整修", LINE) + t(" ", LINE) + t("（盖章）")
    made = by_text(set_anew(word(HEAD + p(runs))).data)
    assert underlined(made["工程名称：   青石渠整修 （盖章）"]) == ".____."


def test_words_that_are_underlined_to_stress_them_are_not() -> None:
    made = set_anew(word(HEAD + p(t("务必于月底前") + t("全部 完成", LINE) + t("，不得拖延。"))))
    assert underlined(by_text(made.data)["务必于月底前全部 完成，不得拖延。"]) == "..."
    assert Deed.DRESS in made.account.deeds


def test_who_fills_in_a_form_is_not_addressed() -> None:
    made = by_text(set_anew(word(p("青石县灌区整修申报书", CENTRED) + p("工程名称：") + p(TEXT))).data)
    assert said(made["工程名称："], "pStyle") == "NigaoBody"


# --- covers and pages ------------------------------------------------------------------------------------------------------------------------

LARGE = '<w:sz w:val="52"/>'
COVER = "".join(p(t(text, LARGE) if text else "", CENTRED) for text in ("青石县灌区", "", "规", "划", "", "二〇二四年五月"))


def test_a_cover_stays_and_bears_no_number() -> None:
    data = word(COVER + p('<w:r><w:br w:type="page"/></w:r>') + p("一、现状") + p(TEXT))
    made = set_anew(data).data
    found = by_text(made)
    assert [said(found[text], "pStyle") for text in ("青石县灌区", "规", "划")] == [None, None, None]
    assert said(found["一、现状"], "pageBreakBefore") == "1"
    assert root(made).find(f".//{W}sectPr/{W}titlePg") is not None
    assert "cover" in codes(data)
    assert set_anew(made).data == made
    assert {problem.code for problem in check_layout(read_layout("稿子.docx", made), STANDARD)} <= {"title-missing"}


def test_a_title_over_its_text_is_no_cover() -> None:
    assert "cover" not in codes(word(HEAD + p('<w:r><w:br w:type="page"/></w:r>') + p(TEXT)))


@pytest.mark.parametrize(("start", "kept"), [("0", None), ("1", "1"), ("7", "7")])
def test_no_page_is_the_page_nought(start: str, kept: str | None) -> None:
    mark = next(root(set_anew(word(HEAD + f'<w:sectPr><w:pgNumType w:start="{start}"/></w:sectPr>')).data).iter(f"{W}sectPr"))
    found = mark.find(f"{W}pgNumType")
    assert (None if found is None else found.get(f"{W}start")) == kept


# --- titles, captions, what a page of the web left -------------------------------------------------------------------------------------------


def test_a_bracket_in_a_title_stays_whole() -> None:
    title = "青石县灌区管理所关于节水改造工程（含田间配套）可行性研究和经费测算情况的报告"
    made = next(root(set_anew(word(p(title, CENTRED) + p(TEXT))).data).iter(f"{W}p"))
    lines = "".join("\n" if e.tag == f"{W}br" else e.text or "" for e in made.iter(f"{W}t", f"{W}br")).split("\n")
    assert len(lines) > 1
    assert any("（含田间配套）" in line for line in lines)


def test_lines_of_a_title_begin_with_no_blank() -> None:
    runs = t("青石县灌区管理所") + "<w:r><w:br/></w:r>" + t("　2024年度节水改造工作总结")
    assert "青石县灌区管理所2024年度节水改造工作总结" in by_text(set_anew(word(p(runs, CENTRED) + p(TEXT))).data)


def test_captions_are_known_and_stand_in_the_middle() -> None:
    data = word(HEAD + p("图2-1 渠系布置") + p("接着干。"))
    assert said(by_text(set_anew(data).data)["图2-1 渠系布置"], "jc") == "center"
    assert "unplaced" not in codes(data)


def test_what_nothing_is_known_of_is_told_once() -> None:
    data = word(HEAD + p("渠首", RIGHT) + p("") + p("") + p("接着干。") + p("渠尾", RIGHT))
    left = [problem for problem in set_anew(data).account.left if problem.code == "unplaced"]
    assert len(left) == 1
    assert left[0].place.line == 3


def test_where_a_web_page_was_is_no_title() -> None:
    crumb, byline = p("首页 &gt; 信息公开 &gt; 年度总结"), p("来源：灌区管理所　浏览次数：88", CENTRED)
    data = word(crumb + p(t("青石县灌区管理所工作总结", '<w:color w:val="C00000"/>'), CENTRED) + byline + p(TEXT))
    assert names(set_anew(data).data)["青石县灌区管理所工作总结"] == "Title"
    assert "web-words" in codes(data)


LEFT = ""


@pytest.mark.parametrize("place", [LEFT, CENTRED], ids=["at the left", "in the middle"])
@pytest.mark.parametrize(
    "said",
    [
        "来源：灌区管理所",
        "2024-12-30 09:15　来源：灌区管理所",
        "发布时间：2024-12-30 09:15:20",
        "【来源：青石日报】",
        "阅读：28",
        "【打印】【关闭】",
        "分享到：",
    ],
)
def test_what_a_web_page_says_below_its_title_addresses_nobody(said: str, place: str) -> None:
    made = set_anew(word(p("青石县灌区管理所工作总结", CENTRED) + p(said, place) + p(TEXT)))
    assert names(made.data)[said] == "公文其他"
    assert "web-words" in {problem.code for problem in made.account.left}


@pytest.mark.parametrize("place", [LEFT, CENTRED], ids=["at the left", "in the middle"])
@pytest.mark.parametrize(
    "said", ["作者：江月明　2024年12月30日", "文/江月明", "本报记者 江月明", "述职人：江月明", "2024-12-30 09:15", "（2024年12月30日）"]
)
def test_whose_text_it_is_and_of_what_day_stands_below_the_title(said: str, place: str) -> None:
    made = set_anew(word(p("青石县灌区管理所工作总结", CENTRED) + p(said, place) + p(TEXT))).data
    assert names(made)[said] == "公文副标题"
    assert set_anew(made).data == made


def test_a_source_within_the_text_is_text() -> None:
    made = set_anew(word(HEAD + p("资金有两个来源。") + p("来源：财政拨款") + p(TEXT)))
    assert names(made.data)["来源：财政拨款"] == "公文正文"


def test_what_is_left_is_what_checking_finds() -> None:
    """A contract is set like an official document and judged by no rule for one."""
    contract = p("渠道整修合同", CENTRED) + p("甲方：青石县灌区管理所") + p("乙方：青石建筑公司") + p("一. 工期,30天")
    made = set_anew(word(contract + p(TEXT)))
    assert list(made.after) == list(check_layout(read_layout("稿子.docx", made.data), STANDARD))
    assert not any("要人改的" in row for row in told(made, "稿子.docx"))
    assert any(row.startswith("像是合同、协议") for row in told(made, "稿子.docx"))


def test_the_highest_heads_of_a_text_are_its_first_level() -> None:
    """7.3.3: the first level in 黑体, whatever style of Word it wears; the numbers of a contract stay."""
    styles = style("a", "heading 2", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr>') + style("b", "heading 3")
    contract = p("渠道整修合同", CENTRED) + p("甲方：青石县灌区管理所") + p("乙方：青石建筑公司")
    articles = "".join(p(head, '<w:pStyle w:val="a"/>') + p("款项", '<w:pStyle w:val="b"/>') + p(TEXT) for head in ("工程内容", "工期"))
    numbering = abstract(1, level(0, "chineseCountingThousand", "第%1条　")) + num(1, 1)
    made = set_anew(word(contract + articles, numbering, styles))
    assert [names(made.data)[text] for text in ("工程内容", "款项", "工期")] == ["heading 1", "heading 2", "heading 1"]
    assert "第一条　工程内容" in lines_of(made.data)
    assert set_anew(made.data).data == made.data


def test_numbered_heads_keep_the_level_of_their_number() -> None:
    made = set_anew(word(p("渠道整修合同", CENTRED) + p("（一）工程内容") + p(TEXT) + p("（二）工期") + p(TEXT)))
    assert names(made.data)["（一）工程内容"] == "heading 2"


# --- tables ----------------------------------------------------------------------------------------------------------------------------------


def tabled(*table: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in table)}</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


DOWN, GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
REPEATED = "<w:trPr><w:tblHeader/></w:trPr>"


@pytest.mark.parametrize(
    ("table", "heads"),
    [
        ((cell("水库") + cell("投资"), cell("云岭") + cell("320"), cell("青石") + cell("80")), 1),
        ((cell("水库", DOWN) + cell("投资"), cell("", GOES_ON) + cell("万元"), cell("云岭") + cell("320")), 2),
        ((REPEATED + cell("水库"), REPEATED + cell("万元"), cell("云岭"), cell("青石")), 2),
        ((cell("水库") + cell("云岭"),), 0),
        ((cell(TEXT * 4), cell(TEXT)), 0),
    ],
    ids=["a row", "two that merged cells join", "two that are repeated", "nothing below", "a page laid out as a table"],
)
def test_the_head_of_a_table_is_not_left_alone_at_the_foot_of_a_page(table: tuple[str, ...], heads: int) -> None:
    made = set_anew(word(HEAD + p("表1　水库投资表") + tabled(*table) + p("接着干。")))
    found = list(root(made.data).iter(f"{W}tr"))
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in found]
    kept = [all(said(q, "keepNext") is not None or q.find(f"{W}pPr/{W}keepNext") is not None for q in row.iter(f"{W}p")) for row in found]
    assert whole == kept == [n < heads for n in range(len(table))]
    assert by_text(made.data)["表1　水库投资表"].find(f"{W}pPr/{W}keepNext") is not None
    assert (Deed.HEADED in made.account.deeds) is (heads > 0)
    assert set_anew(made.data).data == made.data


# --- lines that tabs set apart -----------------------------------------------------------------------------------------------------------------

TAB = "<w:r><w:tab/></w:r>"


def stops(*places: tuple[str, int]) -> str:
    return "".join(["<w:tabs>", *(f'<w:tab w:val="{side}" w:pos="{at}"/>' for side, at in places), "</w:tabs>"])


@pytest.mark.parametrize(
    ("line", "properties", "wanted"),
    [
        (t("灌区管理所") + TAB + t("编号：青水纪〔2024〕12号"), stops(("left", 5600)), [("right", "8845")]),
        (t("灌区管理所") + TAB * 12 + t("编号：青水纪〔2024〕12号"), "", [("right", "8845")]),
        (t("灌区管理所") + TAB + t("编号：12号"), stops(("left", 5600)), [("left", "5600")]),
        (
            t("甲") + TAB + t("青石县灌区管理所") + TAB + t("编号：青水〔2024〕1号"),
            stops(("left", 3200), ("left", 6400)),
            [("left", "1942"), ("right", "8845")],
        ),
        (t("青石县灌区管理所全体干部职工会议") + TAB + t("编号：青水纪〔2024〕12号"), stops(("left", 5600)), [("left", "5600")]),
    ],
    ids=["at a stop", "by many tabs", "there is room", "three pieces", "too long for a line"],
)
def test_what_tabs_set_apart_stands_on_one_line(line: str, properties: str, wanted: list[tuple[str, str]]) -> None:
    made = set_anew(word(HEAD + p(line, properties) + p(TEXT))).data
    found = root(made).findall(f".//{W}pPr/{W}tabs/{W}tab")
    assert [(stop.get(f"{W}val"), stop.get(f"{W}pos")) for stop in found] == wanted
    assert set_anew(made).data == made


# --- lists, pictures, attachments ------------------------------------------------------------------------------------------------------------


def test_a_list_that_only_names_its_style_is_dressed() -> None:
    linked = '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum>'
    styles = style("L", "灌区列表", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', kind="numbering")
    numbering = abstract(1, level(0, inner='<w:rPr><w:color w:val="FF0000"/></w:rPr>')) + linked + num(1, 1) + num(2, 2)
    made = set_anew(word(HEAD + item("整修渠道", 2) + item("更换闸门", 2), numbering, styles)).data
    assert not list(root(made, "word/numbering.xml").iter(f"{W}color"))
    assert [s.get(f"{W}val") for s in root(made, "word/numbering.xml").iter(f"{W}suff")] == ["nothing"]


def picture(wide: int) -> str:
    inline = f'<wp:inline><wp:extent cx="{wide * 635}" cy="{wide * 635 // 2}"/></wp:inline>'
    return f"<w:r><w:drawing>{inline}</w:drawing></w:r>"


def widths(data: bytes) -> list[int]:
    return [int(e.get("cx") or 0) // 635 for e in root(data).iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent")]


def test_a_picture_stands_in_the_middle_without_indent() -> None:
    made = set_anew(word(HEAD + p(picture(4000), '<w:ind w:left="900" w:firstLine="420"/>') + p("接着干。"))).data
    found = next(q for q in root(made).iter(f"{W}p") if q.find(f".//{W}drawing") is not None)
    assert (said(found, "jc"), said(found, "ind", "left"), said(found, "ind", "firstLine")) == ("center", "0", "0")


def test_pictures_are_made_as_wide_as_there_is_room() -> None:
    assert widths(set_anew(word(HEAD + p(picture(9000)))).data) == [8845]
    beside = widths(set_anew(word(HEAD + p(picture(4600) + picture(4600)))).data)
    assert beside[0] == beside[1]
    assert sum(beside) <= 8845
    assert widths(set_anew(word(HEAD + p(picture(9000) + t("渠首全貌，摄于五月。")))).data)[0] <= 8845 - 640


def test_names_of_attachments_follow_their_number_at_once() -> None:
    rows_ = p("附件1： 渠系布置图") + p("附件2：　经费测算表")
    made = set_anew(word(HEAD + rows_ + p("青石县灌区管理所", RIGHT) + p("2024年5月9日", RIGHT))).data
    assert {"附件1：渠系布置图", "附件2：经费测算表"} <= set(rows(made))
    places = [said(by_text(made)[text], "ind", "hanging") for text in ("附件1：渠系布置图", "附件2：经费测算表")]
    assert places[0] == places[1]
