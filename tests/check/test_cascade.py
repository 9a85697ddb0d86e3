"""Effective formatting: what speaks last decides, as Word works it out."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import docx
import pytest
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

from generator.check.document import Align, Font, Paragraph
from generator.check.word import read_layout

STYLES = """
<w:style w:type="paragraph" w:styleId="Body"><w:name w:val="Body"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="center"/></w:pPr>
  <w:rPr><w:rFonts w:eastAsia="仿宋" w:ascii="Arial"/><w:b/><w:color w:val="FF0000"/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Narrow"><w:name w:val="Narrow"/><w:basedOn w:val="Body"/>
  <w:pPr><w:ind w:left="100" w:hanging="50"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong2"/><w:rPr><w:b/><w:rFonts w:eastAsiaTheme="minorEastAsia"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Trip"/><w:rPr><w:sz w:val="30"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Trip"><w:name w:val="Trip"/><w:basedOn w:val="Round"/></w:style>
"""


def read(properties: str = "", run: str = "", style: str = "Body") -> Paragraph:
    """The one paragraph of a file, with properties of its own and of its run, in one of the styles above."""
    document = docx.Document()
    for made in parse_xml(f"<w:styles {nsdecls('w')}>{STYLES}</w:styles>"):
        document.styles.element.append(made)
    xml = f"<w:p {nsdecls('w')}><w:pPr><w:pStyle w:val='{style}'/>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>云州</w:t></w:r></w:p>"
    document.element.body.insert(0, parse_xml(xml))
    buffer = BytesIO()
    document.save(buffer)
    return read_layout("x.docx", buffer.getvalue()).paragraphs[0]


@pytest.mark.parametrize(
    ("run", "name", "wanted"),
    [
        ("", "east_asian", Font("仿宋")),
        ("<w:rFonts w:eastAsia='黑体'/>", "east_asian", Font("黑体")),
        ("<w:rFonts w:ascii='Calibri'/>", "east_asian", Font("仿宋")),
        ("<w:rStyle w:val='Strong'/>", "east_asian", Font("宋体", theme=True)),
        ("<w:rStyle w:val='Strong'/><w:rFonts w:eastAsia='楷体'/>", "east_asian", Font("楷体")),
        ("", "latin", Font("Arial")),
        ("", "bold", True),
        ("<w:rStyle w:val='Strong'/>", "bold", False),
        ("<w:b w:val='0'/>", "bold", False),
        ("", "colour", "FF0000"),
        ("<w:color w:val='auto'/>", "colour", "auto"),
        ("<w:color w:val='44546A' w:themeColor='text2'/>", "colour", "44546A"),
        ("<w:color w:val='1A1A1A' w:themeColor='text1'/>", "colour", "auto"),
        ("", "size", 32),
        ("<w:sz w:val='21'/>", "size", 21),
        ("<w:sz w:val='?'/>", "size", 32),
    ],
)
def test_faces(run: str, name: str, wanted: object) -> None:
    assert getattr(read(run=run).face, name) == wanted


@pytest.mark.parametrize(
    ("properties", "style", "name", "wanted"),
    [
        ("", "Body", "first", 640),
        ("<w:ind w:firstLine='0'/>", "Body", "first", 640),
        ("<w:ind w:firstLineChars='0' w:firstLine='0'/>", "Body", "first", 0),
        ("<w:ind w:firstLineChars='200' w:firstLine='31680'/>", "Body", "first", 640),
        ("<w:ind w:start='0' w:end='640' w:hanging='0'/>", "Body", "first", 0),
        ("<w:ind w:start='0' w:end='640' w:hanging='0'/>", "Body", "right", 640),
        ("", "Narrow", "first", -50),
        ("", "Narrow", "left", 100),
        ("<w:ind w:firstLine='320'/>", "Narrow", "first", 320),
        ("", "Body", "align", Align.CENTER),
        ("<w:jc w:val='end'/>", "Body", "align", Align.RIGHT),
        ("<w:spacing w:beforeLines='50' w:before='1'/>", "Body", "before", 180),
        ("<w:spacing w:beforeAutospacing='1'/>", "Body", "before", 280),
        ("", "Body", "widow", True),
        ("<w:widowControl w:val='false'/>", "Body", "widow", False),
        ("<w:outlineLvl w:val='9'/>", "Body", "outline", None),
    ],
)
def test_shapes(properties: str, style: str, name: str, wanted: Any) -> None:
    assert getattr(read(properties, style=style).shape, name) == wanted


LISTS = "<w:abstractNum w:abstractNumId='77'>{}</w:abstractNum><w:num w:numId='77'><w:abstractNumId w:val='77'/></w:num>".format(
    "".join(f"<w:lvl w:ilvl='{at}'><w:pPr><w:ind w:left='{left}' w:hanging='420'/></w:pPr></w:lvl>" for at, left in enumerate((420, 840)))
)


@pytest.mark.parametrize(
    ("own", "left"),
    [("", 420), ("<w:numId w:val='0'/>", 0), ("<w:ilvl w:val='1'/>", 840), ("<w:ilvl w:val='1'/><w:numId w:val='0'/>", 0)],
)
def test_a_list_that_is_taken_off_indents_no_more(own: str, left: int) -> None:
    """A numId of 0 takes off the number that a style gives, and what its level says of the paragraph (ECMA-376 part 1, 17.9.18)."""
    document = docx.Document()
    listed = (
        "<w:style w:type='paragraph' w:styleId='Listed'><w:name w:val='Listed'/><w:pPr><w:numPr><w:numId w:val='77'/></w:numPr></w:pPr></w:style>"
    )
    document.styles.element.append(parse_xml(f"<w:styles {nsdecls('w')}>{listed}</w:styles>")[0])
    for made in parse_xml(f"<w:numbering {nsdecls('w')}>{LISTS}</w:numbering>"):
        document.part.numbering_part.element.append(made)
    xml = f"<w:p {nsdecls('w')}><w:pPr><w:pStyle w:val='Listed'/>{own and f'<w:numPr>{own}</w:numPr>'}</w:pPr><w:r><w:t>云州</w:t></w:r></w:p>"
    document.element.body.insert(0, parse_xml(xml))
    buffer = BytesIO()
    document.save(buffer)
    assert read_layout("x.docx", buffer.getvalue()).paragraphs[0].shape.left == left


def test_styles_based_on_each_other_in_a_circle() -> None:
    assert read(style="Round").face.size == 30


def test_a_style_that_is_missing() -> None:
    assert read(style="Nowhere").text == "云州"
