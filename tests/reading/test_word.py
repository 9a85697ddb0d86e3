"""Word files: by styles, by numbers in the text, by automatic numbers; and files that are none."""

from __future__ import annotations

import io

import docx

from generator.reading.word import read_word
from generator.report import plain, walk

from .word_made import p, said, style, word


def _saved(document: object) -> bytes:
    out = io.BytesIO()
    document.save(out)  # type: ignore[attr-defined]
    return out.getvalue()


def test_by_styles_and_by_numbers_alike() -> None:
    styled, numbered = docx.Document(), docx.Document()
    styled.add_paragraph("云州市物候局2031年工作总结", "Title")
    styled.add_paragraph("一年来，工作平稳。")
    styled.add_paragraph("一、主要做法", "Heading 1")
    styled.add_paragraph("（一）建强站网", "Heading 2")
    styled.add_paragraph("一是抓选址。选点有据。二是抓维护。按月巡检。")
    for paragraph in styled.paragraphs:
        numbered.add_paragraph(paragraph.text)
    (a, first), (b, second) = read_word("甲.docx", _saved(styled)), read_word("乙.docx", _saved(numbered))
    assert a == b
    assert first == second == []
    assert [(s.level, plain(s.title), len(s.points)) for s in walk(a.sections)] == [(1, "主要做法", 0), (2, "建强站网", 2)]
    origin = a.sections[0].title[0].origin
    assert origin is not None
    assert (origin.path, origin.line) == ("甲.docx", 3)


def test_headings_without_numbers_stand_by_their_style() -> None:
    document = docx.Document()
    document.add_paragraph("存在问题", "Heading 1")
    document.add_paragraph("站点偏少。")
    report, _ = read_word("丙.docx", _saved(document))
    assert [(s.number, plain(s.title), sorted(s.roles)) for s in report.sections] == [("", "存在问题", ["问题"])]


def test_automatic_numbers_are_spelled_out() -> None:
    document = docx.Document()
    for text in ("抓选址。", "抓维护。"):
        document.add_paragraph(text, "List Number")
    report, _ = read_word("丁.docx", _saved(document))
    assert [(s.number, plain(s.title)) for s in report.sections] == [("1.", "抓选址"), ("2.", "抓维护")]


def test_tables_are_told_and_rubbish_is_no_crash() -> None:
    document = docx.Document()
    document.add_paragraph("一、主要做法")
    document.add_table(1, 1)
    _, problems = read_word("戊.docx", _saved(document))
    assert [p.code for p in problems] == ["table-left-out"]
    empty, problems = read_word("己.doc", b"\xd0\xcf\x11\xe0")
    assert (empty.sections, [p.code for p in problems]) == ((), ["not-word"])


def test_an_annex_that_goes_on_in_sentences_is_text() -> None:
    styles = style("L", "附件序号") + style("T", "附件标题")
    annex = p("附件1", '<w:pStyle w:val="L"/>') + p("险情清单", '<w:pStyle w:val="T"/>') + p("险情4处。")
    body = p("云州市水务局工作总结") + p("一、做法") + p("加固堤防。") + annex
    assert "".join(said(word(body, "", styles))) == "云州市水务局工作总结一、做法加固堤防。附件1险情清单险情4处。"


def test_the_mark_of_an_office_is_read_as_it_stands() -> None:
    styles = style("I", "发文机关标志") + style("N", "发文字号") + style("T", "Title")
    head = p("云州市人民政府令", '<w:pStyle w:val="I"/>') + p("第8期", '<w:pStyle w:val="N"/>')
    body = head + p("云州市水务局工作总结", '<w:pStyle w:val="T"/>') + p("加固堤防。")
    assert said(word(body, "", styles))[:3] == ["云州市人民政府令", "第8期", "云州市水务局工作总结"]


# --- a report that stands in a table -----------------------------------------------------------------------------------------------------

TOLD = "一年来，集中学习12次，开展主题党日9次，走访群众36户，帮助解决用水难题8个，各项工作平稳有序推进。"
PARTS = ("一、主要做法", f"（一）抓学习。{TOLD}", f"（二）抓走访。{TOLD}", "二、存在问题", f"人手少。{TOLD}")


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{''.join(p(line) for line in cell.split('|'))}</w:tc>" for cell in cells) + "</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def read(body: str) -> tuple[list[str], list[str]]:
    report, problems = read_word("己.docx", word(body))
    return [f"{s.number}{plain(s.title)}" for s in walk(report.sections)], [problem.code for problem in problems]


def test_a_report_in_one_cell_or_in_rows_is_read() -> None:
    title = p("云州市物候局2031年工作总结")
    heads = ["一、主要做法", "（一）抓学习", "（二）抓走访", "二、存在问题"]
    assert read(title + table(row("|".join(PARTS))) + p("云州市物候局")) == (heads, ["report-in-table"])
    assert read(title + table(*map(row, PARTS))) == (heads, ["report-in-table"])


def test_a_report_in_a_form_is_read_and_the_rest_of_the_form_told() -> None:
    body = p("年度考核登记表") + table(row("姓名", "张三", "职务", "科长"), row("个|人|总|结", "|".join(PARTS)), row("审核意见", ""))
    report, problems = read_word("己.docx", word(body))
    assert [plain(s.title) for s in report.sections] == ["主要做法", "存在问题"]
    assert ["不成段的 2 行没有读" in str(problem) for problem in problems] == [True]


def test_what_heads_the_rows_heads_the_chapters() -> None:
    body = p("云州市物候局2031年工作总结") + table(row("主要做法", TOLD), row("存|在|问|题", f"人手少。{TOLD}"), row("下一步打算", f"招人。{TOLD}"))
    assert read(body) == (["一、主要做法", "二、存在问题", "三、下一步打算"], ["report-in-table"])


def test_a_table_of_data_is_no_report() -> None:
    ledger = table(*(row(str(n), "防汛", TOLD, "张三") for n in range(9)))
    assert read(p("一、主要做法") + p(TOLD) + ledger)[1] == ["table-left-out"]
    assert read(p("一、主要做法") + p(TOLD * 4) + table(row("说明", TOLD * 3)))[1] == ["table-left-out"]
