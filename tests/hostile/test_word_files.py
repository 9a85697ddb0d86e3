"""Word files that no program writes but some hand, or some fault, may: each is read as far as it goes, and what is not read is said."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest

from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from generator.compare.changes import changes
from generator.compare.sentences import sentences
from generator.problems import Faults
from generator.typeset.changes import Decision
from tests.reading.word_made import NAMES, abstract, item, num, p, parts, relations, report, said, style, t, word, zipped
from tests.typeset.made import DOCUMENT, characters, names, set_anew

HEAD = p("云州市水务局2031年工作总结", '<w:jc w:val="center"/>') + p("一、主要做法")
FACT = p("检查水库3座。")
BODY = HEAD + FACT
READ = ["云州市水务局2031年工作总结", "一、主要做法", "检查水库3座。"]
GOOD = word(BODY)


def nested(inner: str, around: str, depth: int) -> str:
    """``inner`` within ``depth`` times ``around``, which has … where it goes."""
    before, after = around.split("…")
    return before * depth + inner + after * depth


def field(code: str) -> str:
    marks = ("begin", "end")
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{mark}"/></w:r>' for mark in marks)
    return f'{begin}<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>{end}'


def doubled() -> bytes:
    """Two parts of one name but for its case, of which the one that the relation names is meant."""
    made = parts(BODY)
    return zipped({"WORD/Document.xml": str(made["word/document.xml"]).replace("3座", "5座"), **made})


def scattered() -> bytes:
    """Targets that are absolute, dotted, escaped, with backslashes, outside the package and out on the web."""
    made = parts(BODY)
    made["word/正文 1.xml"] = made.pop("word/document.xml")
    made["_rels/.rels"] = relations(("rId1", "officeDocument", "/word/./../word/%E6%AD%A3%E6%96%87%201.xml"))
    odd = (
        ("rId1", "styles", "..\\word\\styles.xml"),
        ("rId2", "numbering", "http://example.org/n.xml"),
        ("rId3", "footer", "../../../../etc/passwd"),
    )
    return zipped(made | {"word/_rels/正文 1.xml.rels": relations(*odd)})


def encoded() -> bytes:
    """Parts in two other encodings, each with its declaration."""
    made = parts(BODY)
    text = f'<?xml version="1.0" encoding="UTF-16"?>{made["word/document.xml"]}'.encode("utf-16")
    styles = '<?xml version="1.0" encoding="GB18030"?>' + f"<w:styles {NAMES}>{style('甲', '标题甲')}</w:styles>"
    return zipped(made | {"word/document.xml": text, "word/styles.xml": styles.encode("gb18030")})


def flagged(at: int, central: int, value: int) -> bytes:
    """A package whose entries say that they are locked, or packed in a way that nobody knows."""
    raw = bytearray(GOOD)
    for sign, offset in ((b"PK\x03\x04", at), (b"PK\x01\x02", central)):
        start = raw.find(sign)
        while start >= 0:
            raw[start + offset : start + offset + 2] = struct.pack("<H", value)
            start = raw.find(sign, start + 4)
    return bytes(raw)


def holding(name: str, data: bytes | str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


_CYCLE = "".join(style(f"S{n}", f"式{n}", based=f"S{(n + 1) % 300}") for n in range(300))
_LINKS = (
    '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/><w:numStyleLink w:val="L"/></w:abstractNum>' + num(1, 0) + num(2, 1)
)
_STARTS = abstract(
    0,
    '<w:lvl w:ilvl="0"><w:start w:val="-5"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%9%0"/></w:lvl>',
    '<w:lvl w:ilvl="1"><w:start w:val="99999999"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%2."/></w:lvl>',
) + num(1, 0)
_ODD = (
    '<w:subDoc r:id="rId77"/><w:permStart w:id="1"/><w:r><w:footnoteReference w:id="5"/><w:annotationRef/><w:dayLong/><w:pgNum/><w:softHyphen/>'
    f"<w:ruby><w:rt>{t('zhù')}</w:rt><w:rubyBase>{t('驻')}</w:rubyBase></w:ruby></w:r>"
)
_TABLES = (
    '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge w:val="continue"/></w:tcPr></w:tc></w:tr><w:tr/>'
    f"<w:tbl><w:tr><w:tc>{p('错放的表')}</w:tc></w:tr></w:tbl>{p('没有格子的段')}</w:tbl>"
)
_TWICE = (
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:pPr><w:jc w:val="weird"/><w:ind w:firstLine="abc" w:left="99999999999999999999"/>'
    '<w:spacing w:line="-5" w:lineRule="zzz"/></w:pPr><w:r><w:rPr><w:sz w:val="NaN"/><w:sz w:val="999999999999"/><w:color w:val="ZZZ"/>'
    '<w:w w:val="0"/></w:rPr><w:t>检查水库3座。</w:t></w:r></w:p>'
    '<w:sectPr><w:pgSz w:w="0" w:h="-1"/><w:pgMar w:top="99999999" w:left="x"/>'
    '<w:cols w:num="0"/><w:docGrid w:type="lines" w:linePitch="0"/></w:sectPr>'
)
_CHANGES = (
    '<w:moveFrom w:author="甲">' + t("移走") + '</w:moveFrom><w:del w:author="乙">'
    '<w:ins w:author="甲"><w:r><w:delText>又增又删</w:delText></w:r></w:ins>'
    '</w:del><w:ins w:author="甲"><w:del w:author="乙"><w:r><w:delText>先增后删</w:delText></w:r></w:del></w:ins>'
    '<w:r><w:rPr><w:rPrChange w:author="甲"><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr><w:t>检查水库3座。</w:t></w:r>'
)

_DEEP_FIELDS = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>' * 300
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * 300
)
_HUGE = '<w:ind w:left="1e99" w:firstLineChars="99999999999999999999"/><w:spacing w:line="99999999999999" w:before="inf" w:after="-inf"/>'
_CHAIN = "".join(style(f"S{n}", f"s{n}", based=f"S{n + 1}") for n in range(3000))
SHAPES: dict[str, tuple[bytes, list[str], set[str]]] = {
    "tables in tables, sixty deep": (word(BODY + nested(FACT, "<w:tbl><w:tr><w:tc>…</w:tc></w:tr></w:tbl>", 60)), READ, {"table-left-out"}),
    "links in smart tags, a hundred deep": (
        word(HEAD + p(nested(t("检查水库3座。"), '<w:hyperlink r:id="rId9"><w:smartTag>…</w:smartTag></w:hyperlink>', 100))), READ, set()),
    "five hundred fields that never end": (
        word(HEAD + p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>' * 500) + FACT), READ, set()),
    "three hundred fields within each other": (
        word(HEAD + p(_DEEP_FIELDS) + FACT), READ, set()),
    "a row of three hundred cells": (word(BODY + f"<w:tbl><w:tr>{'<w:tc><w:p/></w:tc>' * 300}</w:tr></w:tbl>"), READ, {"table-left-out"}),
    "fifty sections": (
        word(HEAD + p("检查水库3座。", "<w:sectPr/>") + p("", "<w:sectPr/>") * 50), READ, set()),
    "blanks that no text follows": (word(HEAD + p("检查水库3座。" + "\u3000" * 3000)), READ, set()),
    "measures beyond all measures": (word(HEAD + p("检查水库3座。", _HUGE)), READ, set()),
    "styles based on each other, three thousand deep": (word(HEAD + p("检查水库3座。", '<w:pStyle w:val="S0"/>'), styles=_CHAIN), READ, set()),
    "styles based on each other in a ring": (word(HEAD + p("检查水库3座。", '<w:pStyle w:val="S7"/>'), styles=_CYCLE), READ, set()),
    "lists that link in a ring": (word(BODY + item("甲。", 1) + item("乙。", 2), _LINKS), [*READ, "甲。", "乙。"], set()),
    "starts below nothing and beyond all letters": (
        word(BODY + item("甲。") + item("乙。", 1, 1) + item("丙。", 1, 99), _STARTS), [*READ, "-5.0%0 甲。", "99999999. 乙。", "丙。"], set()),
    "a part twice, but for the case of its name": (doubled(), READ, set()),
    "targets of every spelling": (scattered(), READ, set()),
    "parts in other encodings": (encoded(), READ, set()),
    "a text outside the body": (
        zipped(parts(BODY) | {"word/document.xml": f"<w:document {NAMES}>漏<w:body>{BODY}</w:body>漏</w:document>"}), READ, set()),
    "elements that no paragraph should hold": (
        word(HEAD + p(_ODD + t("检查水库3座。"))), [*READ[:2], "驻检查水库3座。"], {"note-left-out", "chunk-left-out", "field-left-out"}),
    "fields that only Word can work out": (
        word(HEAD + p(field(" EQ \\o\\ac(○,1) ") + t("检查水库3座。") + field(" LISTNUM "))), [*READ[:2], "①检查水库3座。"], {"field-left-out"}),
    "rows and tables out of their place": (word(BODY + _TABLES), READ, {"table-left-out"}),
    "a first letter that drops": (word(HEAD + p("检", '<w:framePr w:dropCap="drop" w:lines="3"/>') + p("查水库3座。")), READ, set()),
    "characters that turn, hide and belong to a font of signs": (
        word(HEAD + p("检\u202e查水\u202c库\u200b3座。\uf0fe\uf0ff")), [*READ[:2], "检查水库3座。☑"], {"sign-left-out"}),
    "properties said twice, and none of them a measure": (word(HEAD + _TWICE), READ, set()),
    "changes within changes": (word(HEAD + p(_CHANGES)), READ, {"pending-changes"}),
    "entries that say they are locked": (flagged(6, 8, 1), [], {"not-word"}),
    "entries packed as nobody packs": (flagged(8, 10, 95), [], {"not-word"}),
    "a workbook": (holding("xl/workbook.xml", "<x/>"), [], {"not-word"}),
    "a package in one file": (
        f'<?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="x">{BODY}</pkg:package>'.encode(), [], {"not-word"}),
    "a page of the web with its pictures": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n<html></html>", [], {"not-word"}),
    "an archive that holds the report": (holding("报告/报告.docx", GOOD), [], {"not-word"}),
    "nothing at all": (b"", [], {"not-word"}),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_it_is_read_as_far_as_it_goes_and_the_rest_is_told(name: str) -> None:
    data, text, told = SHAPES[name]
    assert (said(data), set(report(data)[1]) - {"no-headings"}) == (text, told)


@pytest.mark.parametrize("name", SHAPES)
def test_it_is_checked_compared_and_set_anew_or_refused(name: str) -> None:
    data, text, told = SHAPES[name]
    assert changes(list(sentences(report(GOOD)[0])), list(sentences(report(data)[0]))) or text == READ
    if not text:
        for work in (lambda: read_layout("甲", data), lambda: set_anew(data)):
            with pytest.raises(Faults):
                work()
        return
    check_layout(read_layout("甲", data), STANDARD)
    after = set_anew(data, Decision.ACCEPT).data
    assert "pending-changes" in told or DOCUMENT not in names(data) or characters(after) == characters(data)
    assert [line.replace(" ", "") for line in said(after)] == [line.replace(" ", "") for line in text]
