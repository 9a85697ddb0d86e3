"""Packages however they were written: read where there is something to read, else told what they are and what to do."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator import limits
from generator.check.word import read_layout
from generator.problems import Faults
from generator.reading.word import read_word

from .word_made import NAMES, p, paragraphs, parts, relations, report, t, word, zipped

BODY = p("一、主要做法") + p("清理河道12公里。")
TEXT = ["一、主要做法", "清理河道12公里。"]
SECTION = '<w:sectPr><w:pgSz w:w="595.3pt" w:h="29.7cm"/><w:pgMar w:top="37mm" w:bottom="1in" w:left="7pc" w:right="1474"/></w:sectPr>'


def strict(text: str) -> str:
    for ending in ("wordprocessingml", "officeDocument", "drawingml"):
        text = text.replace(f"http://schemas.openxmlformats.org/{ending}/2006/", f"http://purl.oclc.org/ooxml/{ending}/")
    return text


def changed(**replaced: str | bytes | None) -> dict[str, str | bytes]:
    """The parts of a good file, some of them replaced (by the last words of their names) or gone."""
    made = parts(BODY)
    for key, text in replaced.items():
        name = next(name for name in made if key in name.replace(".", "_").replace("/", "_"))
        if text is None:
            del made[name]
        else:
            made[name] = text
    return made


def related(*more: tuple[str, str, str]) -> str:
    return relations(("rId1", "styles", "styles.xml"), ("rId2", "numbering", "numbering.xml"), *more)


def encoded(name: str) -> bytes:
    return f'<?xml version="1.0" encoding="{name}"?><w:document {NAMES}><w:body>{BODY}</w:body></w:document>'.encode(name)


RELATED = "word/_rels/document.xml.rels"
READ: dict[str, bytes] = {
    "plain": word(BODY),
    "Strict": zipped({name: strict(text) if isinstance(text, str) else text for name, text in parts(BODY).items()}),
    "UTF-16": zipped(changed(word_document_xml=encoded("UTF-16"))),
    "GB18030": zipped(changed(word_document_xml=encoded("GB18030"))),
    "GB18030 that says it is UTF-8": zipped(changed(word_document_xml=encoded("GB18030").replace(b"GB18030", b"UTF-8"))),
    "GB18030 that says nothing": zipped(changed(word_document_xml=encoded("GB18030").partition(b"?>")[2])),
    "UTF-16 the other way round": zipped(changed(word_document_xml=b"\xfe\xff" + encoded("UTF-16-BE"))),
    "names that begin at the root": zipped({f"/{name}": text for name, text in parts(BODY).items()}),
    "names that begin here": zipped({f"./{name}": text for name, text in parts(BODY).items()}),
    "zeros behind its end": word(BODY) + b"\0" * 512,
    "Strict relations alone": zipped(parts(BODY) | {"_rels/.rels": strict(relations(("rId1", "officeDocument", "word/document.xml")))}),
    "a main part that is not there and one that is": zipped(
        parts(BODY) | {"_rels/.rels": relations(("rId1", "officeDocument", "word/none.xml"), ("rId2", "officeDocument", "word/document.xml"))}
    ),
    "a picture that is not there": zipped(parts(BODY) | {RELATED: related(("rId9", "image", "../NULL"), ("rId8", "image", "media/image1.png"))}),
    "relations to nothing": zipped(parts(BODY) | {RELATED: related(("rId9", "footer", ""), ("", "", "/"), ("rId7", "theme", "../../../etc/passwd"))}),
    "relations of styles twice": zipped(parts(BODY) | {RELATED: related(("rId9", "styles", "styles.xml"), ("rId8", "styles", "other.xml"))}),
    "absolute targets": zipped(parts(BODY) | {RELATED: relations(("rId1", "styles", "/word/styles.xml"))}),
    "slashes of Windows, capitals": zipped({name.replace("/", "\\").upper(): text for name, text in parts(BODY).items()}),
    "escaped names": zipped(
        {name.replace("word/document", "word/文档"): text for name, text in parts(BODY).items()}
        | {"_rels/.rels": relations(("rId1", "officeDocument", "word/%E6%96%87%E6%A1%A3.xml"))}
    ),
    "a main part of another name": zipped(
        {name.replace("document", "document2"): text for name, text in parts(BODY).items()}
        | {"_rels/.rels": relations(("rId1", "officeDocument", "/word/document2.xml"))}
    ),
    "no content types": zipped(changed(Content_Types=None)),
    "no relations of the package": zipped(changed(_rels__rels=None)),
    "no relations of the text": zipped(changed(document_xml_rels=None)),
    "no styles": zipped(changed(styles=None)),
    "a macro beside it": zipped(parts(BODY) | {"word/vbaProject.bin": b"\0" * 99}),
}


@pytest.mark.parametrize("name", READ)
def test_read(name: str) -> None:
    assert paragraphs(READ[name]) == TEXT
    assert report(READ[name])[1] == []
    assert [paragraph.text for paragraph in read_layout("甲", READ[name]).paragraphs] == TEXT


DAMAGED = {
    "styles": zipped(changed(styles="<w:styles")),
    "numbering": zipped(changed(numbering=b"\xff\xfe<")),
    "relations": zipped(changed(document_xml_rels="<<<")),
    "the text, cut": zipped(changed(word_document_xml=f"<w:document {NAMES}><w:body>{BODY}<w:p><w:r>")),
    "the text, a character that no XML may hold": zipped(
        changed(word_document_xml=f"<w:document {NAMES}><w:body>{BODY.replace('河道', '河&#27;道')}</w:body></w:document>")
    ),
    "the text, a prefix that nobody declared": zipped(
        changed(word_document_xml=f"<w:document {NAMES}><w:body>{BODY}<nobody:p/></w:body></w:document>")
    ),
    "the text, ends turned round": zipped(
        changed(word_document_xml=f"<w:document {NAMES}><w:body>{BODY}<w:p><w:r><w:t>乙。</w:t></w:p></w:r></w:body></w:document>")
    ),
    "the text, a stray sign": zipped(changed(word_document_xml=f"<w:document {NAMES}><w:body>{BODY}&nichts;</w:body></w:document>")),
}


@pytest.mark.parametrize("name", DAMAGED)
def test_what_is_damaged_is_passed_over_and_told(name: str) -> None:
    assert paragraphs(DAMAGED[name])[:2] == TEXT
    assert report(DAMAGED[name])[1] == ["part-damaged"]


def test_a_part_that_does_not_unpack() -> None:
    data = bytearray(zipped(parts(BODY)))
    at = data.index(b"word/styles.xml") + len("word/styles.xml")
    data[at : at + 8] = b"\xff" * 8
    assert report(bytes(data))[1] == ["part-damaged"]


# --- what is none -----------------------------------------------------------------------------------------------------------------------------


def compound(*streams: str) -> bytes:
    """The beginning and the directory of a compound file (OLE) with those streams."""
    entries = b"".join(f"{name}\0".encode("utf-16-le").ljust(128, b"\0") for name in ("Root Entry", *streams))
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entries


def locked() -> bytes:
    data = bytearray(word(BODY))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


HTML = '<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>甲</body></html>'
FOREIGN = {
    "an old .doc": (compound("1Table", "WordDocument"), "旧版 Word"),
    "a password": (compound("EncryptionInfo", "EncryptedPackage"), "打开密码"),
    "an old .xls": (compound("Workbook"), ".xls"),
    "an old .ppt": (compound("PowerPoint Document"), ".ppt"),
    "an old works file": (compound("MatOST"), "旧版的 Office"),
    "rich text": (rb"{\rtf1\ansi}", "RTF"),
    "a page": (f"\ufeff <!-- 注 -->\n{HTML}".encode(), "网页"),
    "a page with a document type": (f"<!DOCTYPE html>{HTML}".encode("gb18030"), "网页"),
    "a page in one file": (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x", ".mht"),
    "PDF": (b"%PDF-1.7\n", "PDF"),
    "Word 2003's XML": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "2003"),
    "Word's flat XML": (b'<?xml version="1.0"?><pkg:package xmlns:pkg="u"/>', "XML"),
    "a sheet": (zipped({"_rels/.rels": relations(("r", "officeDocument", "xl/workbook.xml")), "xl/workbook.xml": "<workbook/>"}), "Excel"),
    "slides": (zipped({"ppt/presentation.xml": "<p/>"}), ".pptx"),
    "OpenDocument": (zipped({"mimetype": "x", "content.xml": "<o/>"}), ".odt"),
    "OFD": (zipped({"OFD.xml": "<o/>"}), "OFD"),
    "an archive": (zipped({"甲.txt": "甲"}), "压缩包"),
    "encrypted": (b"%TSD-Header-###%\xd7\xb5\xf1I", "加密软件"),
    "another archive": (b"Rar!\x1a\x07", "压缩包"),
    "an archive with a password": (locked(), "密码"),
    "a picture": (b"\x89PNG\r\n", "图片"),
    "text": ("一、主要做法\n".encode("gb18030"), "文字文件"),
    "nothing": (b"", "空的"),
    "zeros": (b"\0" * 4096, "空的"),
    "bytes": (bytes(range(256)), "不是能读"),
    "packed again with its folder": (zipped({f"报告/{name}": text for name, text in parts(BODY).items()}), "又压缩"),
    "what Word writes while a file is open": (b"\x05Admin".ljust(54) + b"\x05\0A\0d\0m\0i\0n\0".ljust(108, b"\0"), "~$"),
    "a letter by mail": (b"From: a@yz.example\r\nTo: b@yz.example\r\nSubject: x\r\n\r\n", "邮件"),
    "a picture of a telephone": (b"\0\0\0\x18ftypheic", "图片"),
    "a picture of the web": (b"RIFF\0\0\0\0WEBPVP8 ", "图片"),
    "an archive of tapes": (b"a" * 257 + b"ustar\0", "压缩包"),
    "a program": (b"MZ\x90\0\x03", "程序"),
    "a pointer to a file": (b"L\0\0\0\x01\x14\x02\0", "快捷方式"),
    "CAJ": (b"CAJ\0", "CAJ"),
    "XML of another kind": (b'<?xml version="1.0"?><a/>', "XML"),
    "UOF": (zipped({"uof.xml": "<o/>", "content.xml": "<o/>"}), "标文通"),
    "Pages": (zipped({"Index/Document.iwa": "x"}), "Pages"),
    "a drawing": (zipped({"visio/document.xml": "<o/>"}), "Visio"),
    "a book": (zipped({"mimetype": "application/epub+zip", "META-INF/container.xml": "<o/>"}), "电子书"),
    "text of two bytes": ("一、主要做法\n".encode("utf-16"), "文字文件"),
    "cut short": (word(BODY)[:-40], "不完整"),
    "no body": (zipped(changed(word_document_xml=f"<w:document {NAMES}/>")), "没有正文"),
    "no text": (zipped(changed(word_document_xml=None)), "没有正文"),
    "not XML": (zipped(changed(word_document_xml="甲")), "损坏"),
    "a document type": (zipped(changed(word_document_xml=f"<!DOCTYPE a><w:document {NAMES}><w:body/></w:document>")), "损坏"),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_told_what_it_is(name: str) -> None:
    data, said = FOREIGN[name]
    empty, problems = read_word("甲.docx", data)
    assert (empty.sections, [problem.code for problem in problems]) == ((), ["not-word"])
    assert said in problems[0].message
    assert problems[0].hint
    with pytest.raises(Faults):
        read_layout("甲.docx", data)


# --- bounds -----------------------------------------------------------------------------------------------------------------------------------


def bomb(name: str, size: int) -> bytes:
    """A good file with a part that unpacks to ``size`` bytes of nothing."""
    data = io.BytesIO(word(BODY))
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        for _ in range(size // 2**20):
            part.write(b" " * 2**20)
    return data.getvalue()


def test_what_nobody_asks_for_is_not_unpacked() -> None:
    assert paragraphs(bomb("word/media/image1.png", 2 * limits.WORD_PART_BYTES)) == TEXT


def test_a_part_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.reading.package.WORD_PART_BYTES", 2**20)
    assert report(zipped(parts(BODY) | {"word/styles.xml": " " * 2**21}))[1] == ["part-too-large"]
    assert "太大" in read_word("甲", zipped(parts(BODY) | {"word/document.xml": " " * 2**21}))[1][0].message


def test_entities_do_not_grow() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    grown = f'<!DOCTYPE w:document [<!ENTITY a0 "哈">{laughs}]><w:document {NAMES}><w:body><w:p>{t("&a8;")}</w:p></w:body></w:document>'
    assert [problem.code for problem in read_word("甲", zipped(changed(word_document_xml=grown)))[1]] == ["not-word"]


def test_the_rest_of_an_endless_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.reading.body.PARAGRAPHS", 2)
    found, codes = report(word(BODY + p("处置险情4处。")))
    assert codes == ["rest-left-out"]
    assert len(found.sections[0].blocks) == 1


def test_depth_ends_somewhere() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5000 + p("甲。") + "</w:sdtContent></w:sdt>" * 5000
    assert report(word(BODY + deep))[1] == ["part-damaged"]
    nested = "<w:sdt><w:sdtContent>" * 100 + p("甲。") + "</w:sdtContent></w:sdt>" * 100
    assert paragraphs(word(BODY + nested)) == [*TEXT, "甲。"]


def test_lengths_of_a_strict_file_are_twips() -> None:
    page = read_layout("甲", zipped({name: strict(str(text)) for name, text in parts(BODY + SECTION).items()})).sections[0]
    assert (page.width, page.height, page.top, page.bottom, page.left, page.right) == (11906, 16838, 2098, 1440, 1680, 1474)
