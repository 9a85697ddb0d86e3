"""目录 is left out, in whichever way it was made; what only looks like one is read."""

from __future__ import annotations

import pytest

from generator.reading.contents import rows
from generator.reading.text import read_text

from .test_word_text import BEGIN, END, SEPARATE, code
from .word_made import p, report, said, style, t, word

TEXT = ["一年来，平稳。", "一、主要做法", "（一）抓巡查。巡查库房36次。", "二、存在问题", "人手不足。"]
BODY = "".join(map(p, TEXT))


def row(text: str, page: int = 1, properties: str = "") -> str:
    return p(f"{t(text)}<w:r><w:tab/></w:r>{t(str(page))}", properties)


def in_gallery(inner: str) -> str:
    properties = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    return f"<w:sdt>{properties}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def toc(inner: str) -> str:
    return f"<w:p>{BEGIN}{code(' TOC ')}{SEPARATE}{t('一、主要做法')}</w:p>{inner}<w:p>{END}</w:p>"


def of_style(name: str) -> tuple[str, str]:
    mark = '<w:pStyle w:val="T"/>'
    return row("一、主要做法", 1, mark) + row("二、存在问题", 2, mark), style("T", name)


WORDS_OWN = {
    "a control": (in_gallery(p("目　录") + row("一、主要做法") + row("二、存在问题")), ""),
    "a field over paragraphs": (p("目录") + toc(p("二、存在问题")), ""),
    "a field that numbers pages by fields": (toc(p(t("二、") + BEGIN + code(" PAGEREF a ") + SEPARATE + t("1") + END)), ""),
    "Word's styles": of_style("toc 1"),
    "Word's styles in Chinese": of_style("TOC 标题"),
    "WPS's styles": of_style("目录 2"),
    "LibreOffice's styles": of_style("Contents 1"),
}


@pytest.mark.parametrize("name", WORDS_OWN)
def test_words_own(name: str) -> None:
    made, styles = WORDS_OWN[name]
    assert said(word(made + BODY, styles=styles)) == said(word(BODY))
    assert "contents-left-out" in report(word(made + BODY, styles=styles))[1]


def test_rows_typed_on_below_words_own() -> None:
    made, styles = of_style("toc 1")
    typed = row("附件一：巡查台账", 9) + row("附件二：人员名单", 11)
    assert said(word(made + typed + BODY, styles=styles)) == said(word(BODY))
    assert said(word(made + BODY + row("水库", 12), styles=styles))[-1] == "水库\t12"


def test_what_stands_behind_the_field_in_its_last_paragraph_is_read() -> None:
    made = f"<w:p>{BEGIN}{code('TOC')}{SEPARATE}{t('一、主要做法')}</w:p><w:p>{END}{t('一年来，平稳。')}</w:p>"
    assert said(word(made + "".join(map(p, TEXT[1:])))) == TEXT


TYPED = {
    "dots": ["目录", "一、主要做法............1", "（一）抓巡查............1", "二、存在问题............12"],
    "a row on two lines": ["目录", "一、主要做法……1", "（一）抓", "巡查……1", "二、存在问题……12"],
    "arrows": ["目录", "一、主要做法>>>>1", "二、存在问题====12"],
    "an ellipsis": ["目　　录", "一、主要做法……1", "二、存在问题……2"],
    "middle dots, page in brackets": ["目 录", "一、主要做法···（1）", "二、存在问题···（2）"],
    "a tab": ["目录", "一、主要做法\t1", "二、存在问题\t2"],
    "a blank": ["目录", "一、主要做法 1", "二、存在问题 2"],
    "no pages": ["目录", "一、主要做法", "二、存在问题"],
    "blank lines between": ["目录", "", "一、主要做法……1", "", "二、存在问题……2", ""],
    "Roman pages": ["目录", "前言……ii", "一、主要做法……1"],
    "the pages between dashes": ["目次", "一、主要做法 — 1 —", "二、存在问题 — 2 —"],
    "so many pages": ["目录", "一、主要做法/第1页", "二、存在问题/第2页"],
    "the heading in brackets": ["【目录】", "一、主要做法…1", "二、存在问题…3"],
    "the heading with a colon": ["目录：", "一、主要做法…1", "二、存在问题…3"],
    "pages in brackets alone": ["目录", "一、主要做法（1）", "二、存在问题（3）"],
    "pages with a letter": ["目录", "一、主要做法……P1", "二、存在问题……P.3"],
    "from page to page": ["目录", "一、主要做法……1-2", "二、存在问题……3—4"],
    "the pages on lines of their own": ["目录", "一、主要做法", "1", "二、存在问题", "1"],
    "one of figures below it": ["目录", "一、主要做法……1", "二、存在问题……2", "图目录", "图1 水位图……3", "图2 雨量图……4"],
    "dots with blanks": ["目录", "一、主要做法 . . . . . . 1", "二、存在问题 . . . . . . 3"],
    "lines": ["目录", "一、主要做法________1", "二、存在问题________3"],
    "in English": ["CONTENTS", "一、主要做法 ...... 1", "二、存在问题 ...... 2"],
    "strokes": ["目录", "一、主要做法/1", "（一）抓巡查/1", "二、存在问题/12"],
    "a letter alone": ["目录", "一、主要做法P1", "二、存在问题p2"],
    "strokes before what stands nowhere else": ["目录", "一、主要的做法/1", "二、问题/2"],
    "upright strokes": ["目录", "一、主要做法|1", "二、存在问题｜2"],
    "square brackets": ["目录", "一、主要做法[1]", "二、存在问题〔2〕"],
    "a hyphen": ["目录", "一、主要做法-1", "二、存在问题—2"],
    "a colon": ["目录", "一、主要做法：1", "二、存在问题：2"],
    "nothing between": ["目录", "一、主要做法1", "（一）抓巡查1", "二、存在问题12"],
    "so many pages, nothing between": ["目录", "一、主要做法第1页", "二、存在问题第2页"],
    "no heading, a blank": ["一、主要做法 1", "（一）抓巡查 1", "二、存在问题 2"],
    "no heading, with leaders": ["一、主要做法……1", "二、存在问题……2"],
    "no heading, words of its own": ["总的情况......1", "经费情况......3", "队伍情况......8"],
    "no heading, tabs": ["一、主要做法\t1", "（一）抓巡查\t1", "二、存在问题\t2"],
}


@pytest.mark.parametrize("name", TYPED)
def test_typed(name: str) -> None:
    title = "云州市档案馆2031年工作总结"
    plain, _ = read_text("甲", "\n".join([title, *TEXT]))
    found, problems = read_text("甲", "\n".join([title, *TYPED[name], *TEXT]))
    assert found == plain
    assert "contents-left-out" in {problem.code for problem in problems}


READ = {
    "one row": ["经费情况……1", "一、主要做法"],
    "a list with figures": ["水库\t12", "泵站\t30", "河道\t7"],
    "a look ahead at a year": ["目标……2031", "一、主要做法"],
    "the word alone": ["目录", "本馆编目录三册。"],
    "a fraction": ["目录", "完成率3/4", "到会率2/3"],
    "a word of Latin letters": ["目录", "关于GDP1", "关于GDP2"],
    "strokes without a heading": ["水库/12", "泵站/30", "河道/7"],
    "sentences that end in figures": ["巡查……12", "我馆……"],
}


@pytest.mark.parametrize("name", READ)
def test_what_only_looks_like_one(name: str) -> None:
    assert rows(READ[name]) == frozenset()


def test_a_line_in_a_style_of_the_text_ends_a_table_of_contents() -> None:
    """Rows name headings; the headings themselves, known by their styles, are none."""
    styles = style("1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>') + style("B", "公文正文")
    headed, running = '<w:pStyle w:val="1"/>', '<w:pStyle w:val="B"/>'
    front = p("云州市节水规划") + p("目录") + p("一、现状") + p("二、任务")
    text = p("一、现状", headed) + p("用水偏多。", running) + p("二、任务", headed) + p("抓好节水。", running)
    assert said(word(front + text, "", styles)) == ["云州市节水规划", "一、现状", "用水偏多。", "二、任务", "抓好节水。"]
