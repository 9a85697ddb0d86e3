"""What programs write into a good file and no page shows, and words that only look like faults: nothing is told of them."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import pytest

from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from tests.reading.word_made import p, word, zipped
from tests.typeset.made import DOCUMENT, set_anew

LINES = (
    "云州市水务局2025年工作总结", "市人民政府：", "现将有关情况报告如下。", "一、主要做法", "（一）加强巡查", "巡查水库36次，排查隐患12处。",
    "1.巡查到位。组织人员逐座巡查。", "（1）压实责任。签订责任书12份。", "二、存在问题", "人手少。", "特此报告。", "附件：1.名单", "　　　2.台账",
    "云州市水务局", "2025年11月20日",
)  # fmt: skip
LOOK = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">人手少'
STYLED = '<w:pStyle w:val="NigaoBody"/></w:pPr><w:r>' + LOOK
RUNS = {
    "the colour of itself": '<w:color w:val="auto"/>',
    "black by the theme": '<w:color w:val="000000" w:themeColor="text1"/>',
    "marked with nothing": '<w:highlight w:val="none"/>',
    "marked white": '<w:highlight w:val="white"/>',
    "shaded with nothing": '<w:shd w:val="clear" w:color="auto" w:fill="auto"/>',
    "shaded nil": '<w:shd w:val="nil"/>',
    "shaded white": '<w:shd w:val="clear" w:color="auto" w:fill="FFFFFF"/>',
    "underlined with nothing": '<w:u w:val="none"/>',
    "not slanted, not bold, not struck": '<w:b w:val="false"/><w:i w:val="0"/><w:strike w:val="off"/>',
    "not hidden": '<w:vanish w:val="0"/>',
    "as wide as it is": '<w:w w:val="100"/><w:kern w:val="2"/><w:position w:val="0"/>',
    "a language": '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>',
    "on the line, without dots": '<w:effect w:val="none"/><w:vertAlign w:val="baseline"/><w:em w:val="none"/>',
    "a frame of nothing": '<w:bdr w:val="none" w:sz="0" w:space="0" w:color="auto"/>',
    "another 仿宋": '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋"/>',
    "仿宋 of another maker": '<w:rFonts w:ascii="方正仿宋_GBK" w:eastAsia="方正仿宋_GBK" w:hAnsi="方正仿宋_GBK"/>',
    "仿宋 by its English name": '<w:rFonts w:ascii="FangSong" w:eastAsia="FangSong" w:hAnsi="FangSong"/>',
    "not in capitals": '<w:caps w:val="0"/><w:smallCaps w:val="0"/>',
}
PARAGRAPHS = {
    "borders of nothing": '<w:pBdr><w:top w:val="none"/><w:bottom w:val="nil"/></w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="auto"/>',
    "a mark in another face": '<w:rPr><w:rFonts w:eastAsia="宋体"/><w:b/><w:color w:val="FF0000"/><w:sz w:val="21"/></w:rPr>',
    "the indent in both measures": '<w:ind w:firstLineChars="200" w:firstLine="640"/>',
    "the indent in twips": '<w:ind w:firstLineChars="0" w:firstLine="640"/>',
    "the indent a little less": '<w:ind w:firstLineChars="0" w:firstLine="632"/>',
    "at the left": '<w:jc w:val="left"/>',
    "aligned by itself": '<w:adjustRightInd w:val="0"/><w:textAlignment w:val="auto"/>',
    "no list": '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>',
    "the level of running text": '<w:outlineLvl w:val="9"/>',
    "no page begun": '<w:keepNext w:val="0"/><w:pageBreakBefore w:val="0"/>',
}
SECTIONS = {
    "one column": '<w:cols w:num="1" w:space="425"/>',
    "columns of no number": '<w:cols w:space="720"/>',
    "text at the top": '<w:vAlign w:val="top"/>',
    "borders of nothing": '<w:pgBorders w:offsetFrom="page"><w:top w:val="none"/></w:pgBorders>',
    "lines from left to right": '<w:textDirection w:val="lrTb"/>',
}
PLACES = {
    "an empty run of another face": ("人手少。</w:t></w:r>", '人手少。</w:t></w:r><w:r><w:rPr><w:sz w:val="21"/></w:rPr></w:r>'),
    "a blank of another face": (
        "人手少。</w:t></w:r>",
        '人手少。</w:t></w:r><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t xml:space="preserve"> </w:t></w:r>',
    ),
    "where somebody worked last": (f"<w:r>{LOOK}", f'<w:bookmarkStart w:id="9" w:name="_GoBack"/><w:bookmarkEnd w:id="9"/><w:r>{LOOK}'),
    "where a page ended once": ('<w:t xml:space="preserve">人手少', '<w:lastRenderedPageBreak/><w:t xml:space="preserve">人手少'),
    "a spelling in doubt": (f"<w:r>{LOOK}", f'<w:proofErr w:type="spellStart"/><w:r>{LOOK}'),
    "a page begun by a break": ('<w:t xml:space="preserve">二、', '<w:br w:type="page"/><w:t xml:space="preserve">二、'),
    "paper with its code": ('<w:pgSz w:w="11906" w:h="16838"', '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait" w:code="9"'),
    "paper a twentieth of a point wider": ('<w:pgSz w:w="11906" w:h="16838"', '<w:pgSz w:w="11907" w:h="16840"'),
    "margins a hair off": ('w:top="2098" w:right="1474"', 'w:top="2100" w:right="1470"'),
    "a grid of lines and characters": ('w:type="lines"', 'w:type="linesAndChars" w:charSpace="0"'),
}
WORDS = (
    "参见Word的“Help”，人手少", "网址https://www.gov.cn/zc?a=1,2，人手少", "每日9:30至12:30值守，占比1.5:1，人手少",
    "邮箱a@b.cn，人手少", "配备DJI-M300、5G基站，人手少", "规格3×5米，人手少", "依据云水发〔2025〕12号，人手少",
    "落实“三会一课”、《条例》，人手少", "评为5★级、A*级，人手少", "X光机3台，X射线，人手少", "N95口罩3个，人手少",
    "亟待补齐短板，人手少", "“怎么看？怎么干？”人手少", "二〇二五年，人手少", "第3.5条、第12条，人手少",
    "3～5个、3—5个、3至5个，人手少", "-3%、+5%，人手少", "1,200人次，人手少", "PM2.5浓度36微克/立方米，人手少",
    "“一网通办”（含“跨省通办”），人手少", "按1:3配比，人手少", "COD、NH3-N达标，人手少", "No.3泵站，人手少", "待定事项3项，人手少",
    "N年坚持，n次方，人手少", "联系人：张三，电话：0000-1234567，人手少", "●抓学习，■抓服务，人手少", "以下是主要做法，人手少",
    "建成OA系统、CNN专线，人手少", "希望以上意见对各单位有所启发，人手少", "落实人工智能“十五五”规划，人手少",
)  # fmt: skip
HARMLESS: dict[str, tuple[str, str]] = {
    **{f"characters: {name}": (LOOK, LOOK.replace("</w:rPr>", f"{xml}</w:rPr>")) for name, xml in RUNS.items()},
    **{f"a paragraph: {name}": (STYLED, STYLED.replace("</w:pPr>", f"{xml}</w:pPr>")) for name, xml in PARAGRAPHS.items()},
    **{f"a section: {name}": ("<w:docGrid", f"{xml}<w:docGrid") for name, xml in SECTIONS.items()},
    **PLACES,
    **{said: ("人手少", said) for said in WORDS},
}
"""What is written in place of what."""


@cache
def good() -> bytes:
    return set_anew(word("".join(map(p, LINES)) + "<w:sectPr/>")).data


def found(data: bytes) -> list[str]:
    return [str(problem) for problem in check_layout(read_layout("甲.docx", data), STANDARD)]


def test_the_file_is_good() -> None:
    assert found(good()) == []


@pytest.mark.parametrize("name", HARMLESS)
def test_nothing_is_told(name: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(good()))
    parts: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    text = archive.read(DOCUMENT).decode()
    old, new = HARMLESS[name]
    assert old in text
    parts[DOCUMENT] = text.replace(old, new, 1)
    assert found(zipped(parts)) == []
