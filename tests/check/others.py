"""Word files as others make them: by hand to the standard, python-docx, WPS, Google Docs, from the web, a filled template, pandoc, LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import docx

from tests.check import papers
from tests.check.papers import Line

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = {"styles": "styles", "numbering": "numbering", "settings": "settings", "footer1": "footer", "footer2": "footer"}
Look = Callable[[str], tuple[str, str]]
"""The properties of the paragraph and of its characters, by what a line is."""


def _package(body: str, parts: dict[str, str]) -> bytes:
    """A Word file of these parts; each is what stands within its root element."""
    roots = {"styles": "styles", "numbering": "numbering", "settings": "settings", "footer1": "ftr", "footer2": "ftr"}
    types = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{_PARTS[name]}+xml"/>' for name in parts)
    relations = "".join(f'<Relationship Id="{name}" Type="{_KINDS}/{_PARTS[name]}" Target="{name}.xml"/>' for name in parts)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>{types}</Types>',
        )
        relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
        office = f'<Relationship Id="r1" Type="{_KINDS}/officeDocument" Target="word/document.xml"/>'
        file.writestr("_rels/.rels", f'<Relationships xmlns="{relationships}">{office}</Relationships>')
        file.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{relationships}">{relations}</Relationships>')
        file.writestr("word/document.xml", f"<w:document {_W}><w:body>{body}</w:body></w:document>")
        for name, inner in parts.items():
            file.writestr(f"word/{name}.xml", f"<w:{roots[name]} {_W}>{inner}</w:{roots[name]}>")
    return buffer.getvalue()


def _body(lines: Sequence[Line], look: Look) -> str:
    made, rows = [], list[str]()
    for kind, said in (*lines, ("", "")):
        if kind == "row":
            rows.append(f"<w:tr>{''.join(_cell(cell) for cell in said.split(','))}</w:tr>")
            continue
        if rows:
            made.append(f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>")
            rows = []
        if kind:
            made.append(_paragraph(kind, said, look))
    return "".join(made)


def _cell(said: str) -> str:
    return f"<w:tc><w:tcPr/><w:p><w:r>{_rpr('仿宋_GB2312', 24)}<w:t>{escape(said)}</w:t></w:r></w:p></w:tc>"


def _paragraph(kind: str, said: str, look: Look) -> str:
    if kind == "br":
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    ppr, rpr = look(kind)
    label, colon, names = said.partition("：")
    if kind in ("there", "sn"):
        first, second = look(f"{kind}1")[1], look(f"{kind}2")[1]
        return f"<w:p>{ppr}{_run(first, label + colon)}{_run(second, names)}</w:p>"
    if kind == "h2" and "。" in said[:-1]:
        head, stop, text = said.partition("。")
        return f"<w:p>{look('p')[0]}{_run(rpr, head + stop)}{_run(look('p')[1], text)}</w:p>"
    return f"<w:p>{ppr}{_run(rpr, said) if said else ''}</w:p>"


_SIGNS = {"\t": "<w:tab/>", "⏎": "<w:br/>", "⇟": '<w:br w:type="page"/>'}
"""A tab, a line broken by hand, a page begun within a paragraph."""


def _run(rpr: str, said: str) -> str:
    pieces = re.split(f"([{''.join(_SIGNS)}])", said)
    return f"<w:r>{rpr}{''.join(_SIGNS.get(p) or _text(p) for p in pieces if p)}</w:r>"


def _text(said: str) -> str:
    return f'<w:t xml:space="preserve">{escape(said)}</w:t>'


def _rpr(font: str, size: int, more: str = "", latin: str = "Times New Roman", hint: str = ' w:hint="eastAsia"') -> str:
    fonts = f'<w:rFonts{hint} w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{font}"/>'
    return f'<w:rPr>{fonts}{more}<w:spacing w:val="-5"/><w:sz w:val="{size}"/></w:rPr>'


# --- by hand, to the standard ---------------------------------------------------------------------------------------------------------------

_PLACES = {
    "t": 'jc="center"',
    "at": 'jc="center"',
    "s": 'jc="center"',
    "cap": 'jc="center"',
    "mk": 'jc="center"',
    "no": 'jc="center"',
    "sn": 'jc="right"',
}
_INDENTS = {
    "a": '<w:ind w:firstLineChars="200" w:firstLine="640"/>',
    "a2": '<w:ind w:firstLineChars="500" w:firstLine="1600"/>',
    "sg": '<w:ind w:rightChars="200" w:right="640"/>',
}
_FLAT = ("t", "s", "to", "ax", "at", "mk", "no", "sn", "cap", "e", "toc")
_FONTS = {
    "t": "方正小标宋简体",
    "at": "方正小标宋简体",
    "mk": "方正小标宋简体",
    "h1": "黑体",
    "h2": "楷体_GB2312",
    "ax": "黑体",
    "there1": "黑体",
    "cap": "黑体",
}


def _by_hand(**other: str) -> Look:
    """To the standard; ``other``: alignments that are not the usual, and the indents of signature and date that the text asks for."""

    def look(kind: str) -> tuple[str, str]:
        align = other.get(kind) or _PLACES.get(kind, 'jc="both"').split('"')[1]
        indent = _INDENTS.get(kind) or ("" if kind in _FLAT else '<w:ind w:firstLineChars="200" w:firstLine="640"/>')
        if kind in ("sg", "dt"):
            align, indent = "right", other.get(f"{kind}_at") or _INDENTS.get(kind, "")
        line = '<w:spacing w:line="579" w:lineRule="exact"/>'
        ppr = f'<w:pPr><w:widowControl w:val="0"/>{line}{indent}<w:jc w:val="{align}"/></w:pPr>'
        size = 44 if kind in ("t", "at") else 60 if kind == "mk" else 32
        colour = '<w:color w:val="FF0000"/>' if kind == "mk" else ""
        font = "楷体_GB2312" if kind == "sn2" else _FONTS.get(kind, "仿宋_GB2312")
        return ppr, _rpr(font, size, colour)

    return look


_NUMBER = (
    '<w:p><w:pPr><w:spacing w:line="400" w:lineRule="exact"/><w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
    "{run}<w:t>— </w:t></w:r>"
    '{run}<w:fldChar w:fldCharType="begin"/></w:r>{run}<w:instrText> PAGE </w:instrText></w:r>{run}<w:fldChar w:fldCharType="separate"/></w:r>'
    '{run}<w:t>1</w:t></w:r>{run}<w:fldChar w:fldCharType="end"/></w:r>{run}<w:t> —</w:t></w:r></w:p>'
)
_NUMBER_RUN = '<w:r><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>'
_PAGE = """<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="850" w:footer="1423" w:gutter="0"/>"""
_GRID = '<w:docGrid w:type="lines" w:linePitch="579"/>'
_LANGUAGE = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>'


def standard(lines: Sequence[Line], look: Look | None = None, title_page: bool = False, numbering: str = "") -> bytes:
    """As a typist sets it who knows the standard by heart."""
    references = '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="even" r:id="footer2"/>'
    section = f"<w:sectPr>{references}{_PAGE}{'<w:titlePg/>' if title_page else ''}{_GRID}</w:sectPr>"
    parts = {
        "styles": _LANGUAGE,
        "settings": "<w:evenAndOddHeaders/>",
        "footer1": _NUMBER.format(side="right", run=_NUMBER_RUN),
        "footer2": _NUMBER.format(side="left", run=_NUMBER_RUN),
    }
    return _package(_body(lines, look or signed()) + section, parts | ({"numbering": numbering} if numbering else {}))


def signed(signature: int = 2, date: int = 0, **other: str) -> Look:
    """The look by hand, signature and date so many hundredths of a character from the right."""
    places = {"sg_at": _from_right(signature), "dt_at": _from_right(date)}
    return _by_hand(**places, **other)


def _from_right(hundredths: int) -> str:
    return f'<w:ind w:rightChars="{hundredths}" w:right="{hundredths * 16 // 5}"/>'


_FORMS = (("chineseCounting", "%1、"), ("chineseCounting", "（%1）"), ("decimal", "%1."))
_LIST = """<w:abstractNum w:abstractNumId="{at}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>
<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>"""
_LISTS = "".join(
    [_LIST.format(at=i, form=form, text=text) for i, (form, text) in enumerate(_FORMS)]
    + [f'<w:num w:numId="{i + 1}"><w:abstractNumId w:val="{i}"/></w:num>' for i in range(len(_FORMS))]
)


def counted(lines: Sequence[Line], look: Look) -> bytes:
    """The same with numbers that Word counts."""

    def numbered(kind: str) -> tuple[str, str]:
        ppr, rpr = look(kind)
        identity = {"h1": 1, "h2": 2, "n": 3}.get(kind)
        number = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{identity}"/></w:numPr>' if identity else ""
        return ppr.replace("<w:widowControl", f"{number}<w:widowControl"), rpr

    bare = [
        (kind, said.split("、", 1)[-1] if kind == "h1" else said.split("）", 1)[-1] if kind == "h2" else said[2:] if kind == "n" else said)
        for kind, said in lines
    ]
    return standard(bare, numbered, numbering=_LISTS)


# --- other programs ---------------------------------------------------------------------------------------------------------------------------


def templated(lines: Sequence[Line]) -> bytes:
    """By python-docx and its own template."""
    return _templated(tuple(lines))


@cache
def _templated(lines: Sequence[Line]) -> bytes:
    """The library takes a tenth of a second for a page."""
    document = docx.Document()
    styles = {"t": "Title", "h1": "Heading 1", "h2": "Heading 2", "h3": "Heading 3", "n": "List Paragraph", "at": "Heading 1"}
    for kind, said in lines:
        if kind == "br":
            document.add_page_break()
        elif kind == "row":
            cells = said.split(",")
            for cell, text in zip(document.add_table(1, len(cells)).rows[0].cells, cells, strict=True):
                cell.text = text
        else:
            document.add_paragraph(said, style=styles.get(kind, "Normal"))
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def wps(lines: Sequence[Line]) -> bytes:
    """As WPS writes it: 宋体 by default, sizes and indents on every paragraph, no even pages, a page number in the middle."""
    styles = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia"/><w:sz w:val="21"/>
        <w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/>
        <w:pPr><w:widowControl w:val="0"/><w:jc w:val="both"/></w:pPr></w:style>"""

    def look(kind: str) -> tuple[str, str]:
        flat = kind in ("t", "to", "e", "mk", "no", "at", "ax")
        indent = "" if flat else '<w:ind w:firstLine="640" w:firstLineChars="200"/>'
        align = "center" if kind in ("t", "mk", "no", "at", "s", "cap") else "right" if kind in ("sg", "dt") else "both"
        line = '<w:spacing w:line="560" w:lineRule="exact"/>'
        size = 44 if kind in ("t", "at", "mk") else 32
        ppr = f'<w:pPr><w:keepNext w:val="0"/>{line}{indent}<w:jc w:val="{align}"/></w:pPr>'
        return ppr, _rpr({"t": "方正小标宋_GBK", "h1": "黑体", "h2": "楷体"}.get(kind, "仿宋"), size, "", {"t": "方正小标宋_GBK"}.get(kind, "仿宋"))

    middle = _NUMBER.format(side="center", run=_NUMBER_RUN).replace("— ", "").replace(" —", "")
    section = f'<w:sectPr><w:footerReference w:type="default" r:id="footer1"/>{_PAGE}<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
    return _package(_body(lines, look) + section, {"styles": styles, "footer1": middle})


def google(lines: Sequence[Line]) -> bytes:
    """As Google Docs exports it: Arial on every run, 1.15 lines, its own headings, letter margins."""
    styles = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:cs="Arial" w:eastAsia="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/>
        <w:lang w:val="zh-CN"/></w:rPr></w:rPrDefault>
        <w:pPrDefault><w:pPr><w:spacing w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>
        <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="normal"/></w:style>""" + "".join(
        f"""<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/><w:basedOn w:val="Normal"/>
        <w:pPr><w:outlineLvl w:val="{n - 1}"/><w:spacing w:before="{360 - 40 * n}" w:after="120"/></w:pPr>
        <w:rPr><w:sz w:val="{44 - 4 * n}"/></w:rPr></w:style>"""
        for n in (1, 2, 3)
    )

    def look(kind: str) -> tuple[str, str]:
        style = {"t": "Heading1", "h1": "Heading2", "h2": "Heading3"}.get(kind)
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        align = '<w:jc w:val="center"/>' if kind in ("t", "s", "at") else ""
        return f"<w:pPr>{named}{align}</w:pPr>", '<w:rPr><w:rtl w:val="0"/></w:rPr>'

    margins = '<w:pgSz w:h="16834" w:w="11909"/><w:pgMar w:bottom="1440" w:top="1440" w:left="1440" w:right="1440" w:header="720" w:footer="720"/>'
    return _package(_body(lines, look) + f"<w:sectPr>{margins}</w:sectPr>", {"styles": styles})


def copied(lines: Sequence[Line]) -> bytes:
    """As it comes when a page of the web is pasted into Word: grey 宋体 or 微软雅黑 on white, spaces for the indent, space around paragraphs."""
    styles = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="宋体"/><w:sz w:val="21"/>
        </w:rPr></w:rPrDefault></w:docDefaults>"""

    def look(kind: str) -> tuple[str, str]:
        ground = '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>'
        gap = '<w:spacing w:before="100" w:beforeAutospacing="1" w:after="100" w:afterAutospacing="1" w:line="450" w:lineRule="atLeast"/>'
        align = "center" if kind == "t" else "right" if kind in ("sg", "dt") else "left"
        bold = "<w:b/>" if kind in ("t", "h1") else ""
        size = 36 if kind == "t" else 24
        return (
            f'<w:pPr><w:widowControl/>{ground}{gap}<w:jc w:val="{align}"/></w:pPr>',
            f"""<w:rPr><w:rFonts w:ascii="微软雅黑" w:hAnsi="微软雅黑" w:eastAsia="微软雅黑"/>{bold}<w:color w:val="333333"/>
            <w:sz w:val="{size}"/>{ground}</w:rPr>""",
        )

    spaced = [(kind, f"\u3000\u3000{said}" if kind in ("p", "h1", "h2", "n") else said) for kind, said in lines if kind != "e"]
    page = """<w:pgSz w:w="11906" w:h="16838"/>
        <w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800" w:header="851" w:footer="992" w:gutter="0"/>"""
    return _package(_body(spaced, look) + f'<w:sectPr>{page}<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>', {"styles": styles})


def filled(lines: Sequence[Line], look: Look) -> bytes:
    """As a filling program leaves a template: words cut into runs, proofing marks between them, a slot that nobody named left over."""
    made = standard(lines, look)
    with zipfile.ZipFile(io.BytesIO(made)) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    text = parts["word/document.xml"].decode()
    cut = f'，</w:t></w:r><w:proofErr w:type="gramStart"/><w:r>{look("p")[1]}<w:t>现就'
    text = text.replace("12月10日前完成", "{{ 完成时限 }}前完成").replace("，现就", cut, 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name, data in (parts | {"word/document.xml": text.encode()}).items():
            file.writestr(name, data)
    return buffer.getvalue()


# --- programs that must be there ---------------------------------------------------------------------------------------------------------------


def markdown(lines: Sequence[Line]) -> str:
    marks = {"t": "# ", "h1": "## ", "h2": "### ", "h3": "#### "}
    return "\n\n".join(f"{marks.get(kind, '')}{said}" for kind, said in lines if said and kind != "row")


def html(lines: Sequence[Line]) -> str:
    tags = {"t": "h1", "h1": "h2", "h2": "h3", "h3": "h4"}
    rows = (f"<{tags.get(kind, 'p')}>{escape(said)}</{tags.get(kind, 'p')}>" for kind, said in lines if kind not in ("row", "br"))
    return f'<html><head><meta charset="utf-8"></head><body>{"".join(rows)}</body></html>'


def plain(lines: Sequence[Line]) -> str:
    return "\n".join(f"\u3000\u3000{said}" if kind in ("p", "h1", "h2", "n") else said for kind, said in lines if kind not in ("row", "br"))


def by_pandoc(text: str, kind: str) -> bytes:
    """``text`` (markdown, html) through pandoc."""
    with TemporaryDirectory() as folder:
        out = Path(folder) / "out.docx"
        subprocess.run(["pandoc", "-f", kind, "-o", str(out)], input=text.encode(), check=True, capture_output=True, timeout=60)
        return out.read_bytes()


def by_libreoffice(files: dict[str, bytes]) -> dict[str, bytes]:
    """Files by name with their suffix, each saved as .docx by LibreOffice, all in one run."""
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            (Path(folder) / name).write_bytes(data)
        paths = [str(Path(folder) / name) for name in files]
        out = Path(folder) / "out"
        command = [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "docx:MS Word 2007 XML",
            "--outdir",
            str(out),
        ]
        subprocess.run([*command, *paths], check=True, capture_output=True, timeout=300)
        return {name: (out / name).with_suffix(".docx").read_bytes() for name in files}


def _eight() -> Look:
    """For a date longer than 云州市水务局: two characters in, the signature as much further as the date is longer."""
    return signed(470, 200)


FILES: dict[str, Callable[[], bytes]] = {
    "手工 报告": lambda: standard(papers.REPORT, _eight()),
    "手工 通知": lambda: standard(papers.NOTICE, signed(200, 300)),
    "手工 信函": lambda: standard(papers.LETTER, signed(440, 200, no="right"), title_page=True),
    "手工 文件头的函": lambda: standard([("mk", "云州市水务局文件"), *papers.LETTER[1:]], signed(440, 200)),
    "手工 命令": lambda: standard(papers.ORDER, signed(400, 400)),
    "手工 纪要": lambda: standard(papers.MINUTES),
    "手工 座谈会纪要": lambda: standard(papers.MEETING, signed(270, 200)),
    "手工 方案": lambda: standard(papers.PLAN),
    "手工 述职": lambda: standard(papers.PERSON, signed(200, 0)),
    "手工 讲话": lambda: standard(papers.SPEECH),
    "手工 请示": lambda: standard(papers.REQUEST, signed(440, 200)),
    "手工 公告": lambda: standard(papers.ANNOUNCEMENT, signed(470, 200)),
    "手工 转发": lambda: standard(papers.FORWARD, signed(440, 200)),
    "手工 办法": lambda: standard(papers.RULES),
    "手工 目录": lambda: standard(papers.CONTENTS),
    "手工 简报": lambda: standard(papers.BRIEF),
    "手工 附件": lambda: standard(papers.ANNEX),
    "自动编号 报告": lambda: counted(papers.REPORT, _eight()),
    "python-docx 报告": lambda: templated(papers.REPORT),
    "python-docx 规划": lambda: templated(papers.CONTENTS),
    "python-docx 信": lambda: templated(papers.MAIL),
    "WPS 报告": lambda: wps(papers.REPORT),
    "WPS 会议纪要": lambda: wps(papers.MEETING),
    "WPS 转发": lambda: wps(papers.FORWARD),
    "谷歌文档 方案": lambda: google(papers.PLAN),
    "谷歌文档 讲话": lambda: google(papers.SPEECH),
    "谷歌文档 合同": lambda: google(papers.CONTRACT),
    "网页 通知": lambda: copied(papers.NOTICE),
    "网页 办法": lambda: copied(papers.RULES),
    "模板 通知": lambda: filled(papers.NOTICE, signed(200, 300)),
    "随手 总结": lambda: standard(papers.ODD),
}
"""Files that need no other program."""


def converted() -> dict[str, bytes]:
    """Files that pandoc and LibreOffice make, those of them that are installed."""
    made: dict[str, bytes] = {}
    if shutil.which("pandoc"):
        made |= {"pandoc 报告": by_pandoc(markdown(papers.REPORT), "markdown"), "pandoc 通知": by_pandoc(html(papers.NOTICE), "html")}
    if shutil.which("soffice"):
        given = {
            "网页存为 报告.html": html(papers.REPORT).encode(),
            "文本存为 通知.txt": plain(papers.NOTICE).encode(),
            "另存 请示.docx": FILES["手工 请示"](),
            "另存 方案.docx": FILES["手工 方案"](),
        }
        made |= {f"LibreOffice {name.rpartition('.')[0]}": data for name, data in by_libreoffice(given).items()}
    return made
