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
