"""What people and programs leave in a paragraph: wrapped runs, tracked changes, soft breaks, notes, boxes. Each case is one paragraph or two."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from generator.printed import lines
from generator.reading.word import read_word
from generator.report import Blank, plain

_HEAD = "一、主要做法"
_BOX = (
    '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p><w:r><w:t>框里的话</w:t></w:r></w:p>'
    "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def deleted(text: str) -> str:
    return f"<w:r><w:delText>{text}</w:delText></w:r>"


def tracked(tag: str, inner: str) -> str:
    return f'<w:{tag} w:id="1" w:author="甲" w:date="2031-01-01T00:00:00Z">{inner}</w:{tag}>'


def mark(tag: str) -> str:
    return f"<w:pPr><w:rPr>{tracked(tag, '')}</w:rPr></w:pPr>"


def read(*paragraphs: str) -> tuple[list[str], list[str]]:
    """The printed lines under one heading of a document with those paragraphs (their inner XML), and the codes of what was odd."""
    document = docx.Document()
    document.add_paragraph(_HEAD)
    for inner in paragraphs:
        made = parse_xml(f"<w:p {nsdecls('w', 'r')}>{inner}</w:p>" if not inner.startswith("<w:sdt xmlns") else inner)
        document.element.body.insert(len(document.element.body) - 1, made)
    out = io.BytesIO()
    document.save(out)
    report, problems = read_word("甲.docx", out.getvalue())
    return [line.text for line in lines(report)][1:], sorted(p.code for p in problems)


WRAPPED = {
    "runs split anywhere": r("巡查库") + r("房3", "<w:b/>") + r("6次。"),
    "hyperlink": f'<w:hyperlink w:anchor="a">{r("巡查库房")}</w:hyperlink>{r("36次。")}',
    "content control": f"<w:sdt><w:sdtContent>{r('巡查库房')}</w:sdtContent></w:sdt>{r('36次。')}",
    "content control that waits": f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{r('单击此处')}</w:sdtContent></w:sdt>"
    + r("巡查库房36次。"),
    "smart tag": f'<w:smartTag w:uri="u" w:element="e"><w:smartTag w:uri="u" w:element="e">{r("巡查库房")}</w:smartTag></w:smartTag>{r("36次。")}',
    "inserted": r("巡查库房") + tracked("ins", r("36")) + r("次。"),
    "deleted": r("巡查库房") + tracked("del", deleted("30")) + tracked("ins", r("36")) + r("次。"),
    "moved here": tracked("moveTo", r("巡查库房36次。")),
    "deleted out of an insertion": r("巡查库房36次") + tracked("ins", tracked("del", deleted("多"))) + r("。"),
    "inserted in a link": f'<w:hyperlink w:anchor="a">{tracked("ins", r("巡查库房"))}</w:hyperlink>{r("36次。")}',
    "comment and bookmark": f'<w:commentRangeStart w:id="0"/><w:bookmarkStart w:id="0" w:name="b"/>{r("巡查库房")}<w:commentRangeEnd w:id="0"/>'
    f'<w:r><w:commentReference w:id="0"/></w:r><w:proofErr w:type="gramStart"/>{r("36次。")}',
    "hidden text": r("巡查库房") + r("（内部掌握）", "<w:vanish/>") + r("36次。"),
    "shown again": r("巡查库房", '<w:vanish w:val="0"/>') + r("36次。"),
    "field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> X </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + r("巡查库房")
    + f'<w:r><w:fldChar w:fldCharType="end"/></w:r><w:fldSimple w:instr=" X ">{r("36")}</w:fldSimple>'
    + r("次。"),
    "ruby": "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>xún</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>巡</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    + r("查库房36次。"),
    "page and line broken": r("巡查，") + '<w:r><w:br w:type="page"/></w:r>' + r("库房，") + "<w:r><w:br/></w:r>" + r("36次。"),
}


@pytest.mark.parametrize("name", WRAPPED)
def test_the_text_is_read_through_what_wraps_it(name: str) -> None:
    found, _ = read(WRAPPED[name])
    assert [text.replace("，", "") for text in found] == ["巡查库房36次。"]


def test_how_a_word_is_said_is_not_told_as_left_out() -> None:
    assert read(WRAPPED["ruby"] + r("库房36次。"))[1] == []


def test_pending_changes_are_told_as_a_hint() -> None:
    assert read(r("巡查") + tracked("ins", r("库房")) + tracked("del", deleted("三次")) + r("。"))[1] == ["pending-changes"]
    assert read(r("巡查库房。"))[1] == []


def test_a_deleted_paragraph_mark_joins() -> None:
    assert read(mark("del") + r("巡查库房，"), r("整改隐患。"))[0] == ["巡查库房，整改隐患。"]
    assert read(mark("ins") + r("巡查库房。"), r("整改隐患。"))[0] == ["巡查库房。", "整改隐患。"]


def test_a_paragraph_moved_away_leaves_nothing() -> None:
    gone = mark("moveFrom") + tracked("moveFrom", deleted("巡查库房。"))
    assert read(gone, r("整改隐患。"), mark("moveTo") + tracked("moveTo", r("巡查库房。")))[0] == ["整改隐患。", "巡查库房。"]
    assert read(r("整改隐患。"), mark("del") + tracked("del", deleted("巡查库房。")))[0] == ["整改隐患。"]


def test_paragraphs_in_a_content_control_stand_in_their_place() -> None:
    control = f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p>{r('巡查库房。')}</w:p></w:sdtContent></w:sdt>"
    assert read(r("排查隐患。"), control, r("整改隐患。"))[0] == ["排查隐患。", "巡查库房。", "整改隐患。"]


@pytest.mark.parametrize(
    ("pieces", "said"),
    [
        (("排查隐患，", "整改到位。"), ["排查隐患，整改到位。"]),
        (("今年，我馆组织人员排查", "隐患12处。"), ["今年，我馆组织人员排查隐患12处。"]),
        (("排查隐患。", "整改到位。"), ["排查隐患。", "整改到位。"]),
        (("（一）排查隐患", "今年排查12处。"), ["（一）排查隐患", "今年排查12处。"]),
        (("今年，排查12处", "（二）整改隐患"), ["今年，排查12处", "（二）整改隐患"]),
    ],
)
def test_soft_breaks_end_a_paragraph_only_where_the_sentence_ends(pieces: tuple[str, ...], said: list[str]) -> None:
    assert read("<w:r><w:br/></w:r>".join(map(r, pieces)))[0] == said


def test_boxes_and_notes_are_left_out_and_told() -> None:
    found, codes = read(r("巡查库房36次。") + _BOX + '<w:r><w:footnoteReference w:id="2"/></w:r>')
    assert (found, codes) == (["巡查库房36次。"], ["box-left-out", "note-left-out"])


def test_the_mark_of_a_blank_is_a_blank() -> None:
    document = docx.Document()
    document.add_paragraph(_HEAD)
    document.add_paragraph("巡查库房〔待补〕次。")
    out = io.BytesIO()
    document.save(out)
    report, _ = read_word("甲.docx", out.getvalue())
    inlines = report.sections[0].blocks[0].inlines
    assert [isinstance(i, Blank) for i in inlines] == [False, True, False]
    assert plain(inlines) == "巡查库房〔待补〕次。"
    assert [i.origin.column for i in inlines if i.origin] == [1, 5, 9]
