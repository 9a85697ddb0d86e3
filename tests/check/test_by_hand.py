"""A file as a clerk makes it: Word's own template, everything set on the paragraphs and runs themselves, headings numbered by Word."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml

from generator.problems import Problem, Severity
from tests.check.made import found, put

_LISTS = f"""
<w:numbering {nsdecls("w")}>
  <w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>
      <w:pPr><w:ind w:left="420" w:hanging="420"/></w:pPr></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/>
      <w:pPr><w:ind w:left="840" w:hanging="420"/></w:pPr></w:lvl>
  </w:abstractNum>
  <w:num w:numId="7"><w:abstractNumId w:val="7"/></w:num>
</w:numbering>"""
_PAGE = {"top": 1960, "bottom": 1847, "left": 1588, "right": 1474, "footer": 1423, "gutter": 0}


def clerks(dash: str = "—") -> bytes:
    document = docx.Document()
    section = document.element.body.sectPr
    put(section, "pgSz", w=11906, h=16838)
    put(section, "pgMar", **_PAGE)
    put(section, "docGrid", type="linesAndChars", linePitch=589, charSpace=-849)
    for made in parse_xml(_LISTS):
        document.part.numbering_part.element.append(made)
    _write(document)
    _number_pages(document, dash)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _write(document: Document) -> None:
    title = line(document, "云州市水务局工作总结", "方正小标宋_GBK", 44, jc="center", ind={})
    put(title._p.pPr, "outlineLvl", val=0)
    line(document, "", "仿宋")
    line(document, "市直机关工委：", "仿宋", ind={})
    line(document, "今年以来，水务局上下齐心，把河湖治得更清，把管网修得更牢，把“微实事”办得更实。", "FangSong")
    line(document, "主要做法", "黑体", level=0)
    line(document, "治河湖", "楷体", level=1)
    line(document, "清淤3公里，植树200棵。", "方正仿宋_GBK", ind={"firstLine": 632})
    line(document, "　　修订制度5项。", "仿宋", ind={})
    line(document, "下一步打算", "SimHei", level=0)
    line(document, "接着干。", "仿宋_GB2312")
    line(document, "", "仿宋")
    line(document, "云州市水务局　　", "仿宋", jc="right", ind={"rightChars": 300, "right": 960})
    line(document, "2025年12月22日　　", "仿宋", jc="right", ind={"rightChars": 200, "right": 640})


def line(
    document: Document, text: str, font: str, size: int = 32, jc: str = "both", ind: dict[str, int] | None = None, level: int | None = None
) -> Any:
    """A paragraph with everything set on it; ``level`` is that of Word's list and of the outline."""
    made = document.add_paragraph(text)
    properties = made._p.get_or_add_pPr()
    if level is not None:
        number = put(properties, "numPr")
        put(number, "ilvl", val=level)
        put(number, "numId", val=7)
    put(properties, "widowControl", val=0)
    put(properties, "spacing", before=0, after=0, line=589, lineRule="exact")
    put(properties, "ind", **({"firstLineChars": 200, "firstLine": 640} if ind is None else ind) | ({"left": 0} if level is not None else {}))
    put(properties, "jc", val=jc)
    if level is not None:
        put(properties, "outlineLvl", val=level)
    for run in made.runs:
        put(run._r.get_or_add_rPr(), "rFonts", hint="eastAsia", ascii="Times New Roman", hAnsi="Times New Roman", eastAsia=font)
        put(run._r.get_or_add_rPr(), "sz", val=size)
    return made


def _number_pages(document: Document, dash: str) -> None:
    """In content controls, as Word's gallery of page numbers puts them, by a simple field."""
    document.settings.odd_and_even_pages_header_footer = True
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        root = footer._element
        for old in list(root):
            root.remove(old)
        root.append(parse_xml(_number(dash, side)))


def _number(dash: str, side: str) -> str:
    look = '<w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/></w:rPr>'
    runs = (
        f"<w:r>{look}<w:t>{dash} </w:t></w:r>",
        f'<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT "><w:r>{look}<w:t>1</w:t></w:r></w:fldSimple>',
        f"<w:r>{look}<w:t> {dash}</w:t></w:r>",
    )
    shape = f'<w:spacing w:line="400" w:lineRule="exact" w:after="0"/><w:ind w:{side}Chars="100"/><w:jc w:val="{side}"/>'
    inner = f"<w:p><w:pPr>{shape}</w:pPr>{''.join(runs)}</w:p>"
    return f"<w:sdt {nsdecls('w')}><w:sdtContent>{inner}</w:sdtContent></w:sdt>"


def told(data: bytes) -> Iterator[Problem]:
    return (problem for problem in found(data) if problem.severity is not Severity.HINT)


@pytest.fixture(scope="module")
def good() -> bytes:
    return clerks()


def test_nothing_but_the_typed_spaces(good: bytes) -> None:
    assert [(problem.code, problem.place.line) for problem in told(good)] == [("indent-by-spaces", 8)]


def test_the_dash_is_one_line(good: bytes) -> None:
    assert good
    assert {"page-number-dash"} == {problem.code for problem in told(clerks(dash="－"))} - {"indent-by-spaces"}


def test_numbers_of_lists_count(good: bytes) -> None:
    document = docx.Document(BytesIO(good))
    second = next(p for p in document.paragraphs if p.text == "治河湖")
    second._p.get_or_add_pPr().find(qn("w:numPr")).find(qn("w:ilvl")).set(qn("w:val"), "0")
    buffer = BytesIO()
    document.save(buffer)
    assert "heading-font" in {problem.code for problem in told(buffer.getvalue())}
