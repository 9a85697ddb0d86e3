"""Whatever the XML of a Word file says: reading it never raises, and stays within its bounds. A rich file is mutated part by part."""

from __future__ import annotations

import contextlib
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from generator.printed import lines
from generator.problems import Faults
from generator.reading.word import read_word
from generator.report import Report

from .word_made import NAMES, abstract, item, level, num, p, parts, relations, style, t, zipped

_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
_CELL = f"<w:tbl><w:tr><w:trPr/><w:tc>{item('格')}</w:tc></w:tr></w:tbl>"
_BOX = f"<w:r><w:pict><v:textbox><w:txbxContent>{item('框')}</w:txbxContent></v:textbox></w:pict></w:r>"
_EITHER = f'<mc:AlternateContent><mc:Choice Requires="w14">{t("甲")}</mc:Choice><mc:Fallback>{t("乙")}</mc:Fallback></mc:AlternateContent>'
_MATHS = "<m:oMath><m:f><m:fPr/><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>"
_CHANGED = '<w:ins w:id="1" w:author="甲"><w:r><w:t>增</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del>'
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:left="1588"/>'
    '<w:pgNumType w:start="1"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
)
_BODY = (
    p("云州市水务局2031年工作总结", '<w:pStyle w:val="A"/><w:jc w:val="center"/>')
    + item("主要做法")
    + item(t("清理河道") + _FIELD + t("公里。", '<w:rStyle w:val="C"/><w:sz w:val="32"/>') + _EITHER, 1, 1)
    + p(t("降至") + _MATHS + '<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:br/><w:tab/></w:r>' + _CHANGED + _BOX, '<w:ind w:firstLine="640"/>')
    + _CELL
    + p("二、存在问题", _SECTION)
    + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('巡查频次不够。')}</w:sdtContent></w:sdt>"
    + p("2031年1月5日", '<w:jc w:val="right"/><w:rPr><w:del w:id="3"/></w:rPr>')
    + _SECTION
)
_STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='21'/><w:lang w:eastAsia='zh-CN'/></w:rPr></w:rPrDefault></w:docDefaults>"
    + style("A", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>', "B")
    + style("B", "甲式", "<w:rPr><w:vanish w:val='0'/><w:b/></w:rPr>")
    + style("C", "乙式", "<w:rPr><w:vanish w:val='0'/></w:rPr>", kind="character")
)
_LISTS = abstract(0, level(0, "chineseCounting", "%1、"), level(1, inner='<w:lvlRestart w:val="1"/><w:isLgl/>')) + num(
    1, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
)
_NAMED = ("styles", "numbering", "footer", "theme", "settings")
_RICH = parts(_BODY, _LISTS, _STYLES) | {
    "word/_rels/document.xml.rels": relations(*((f"rId{n}", kind, f"{kind}.xml") for n, kind in enumerate(_NAMED, 1))),
    "word/footer.xml": f"<w:ftr {NAMES}>{p(_FIELD.replace(' IF ', ' PAGE '))}</w:ftr>",
    "word/theme.xml": f'<a:theme {NAMES}><a:minorFont><a:latin typeface="甲"/></a:minorFont></a:theme>',
    "word/settings.xml": f"<w:settings {NAMES}><w:evenAndOddHeaders/></w:settings>",
}
_TAG = re.compile(r"<[^<>]+>")
_VALUE = re.compile(r'"[^"<>]*"')
_VALUES = ["", "9" * 400, *"-1 0 1.5 abc 1e999 nan inf true １ %1%2%9 begin end separate rId1 \u202e &#13;".split()]
_STRAYS = ["<w:p/>", "<w:r/>", "<w:tbl/>", "<w:sectPr/>", "&amp;", "&x;", "<!--", "]]>", "<", ""]
_ODD = st.sampled_from(_VALUES)
_PIECE = st.sampled_from([*_TAG.findall(_BODY), *_TAG.findall(_LISTS), *_STRAYS])


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The rich file with a few tags or values of some part gone, doubled, changed or moved."""
    made = dict(_RICH)
    for _ in range(draw(st.integers(1, 4))):
        name = draw(st.sampled_from(sorted(made)))
        text = str(made[name])
        places = list(draw(st.sampled_from([_TAG, _VALUE])).finditer(text))
        if places:
            at = draw(st.sampled_from(places))
            value = at[0].startswith('"')
            new = f'"{draw(_ODD)}"' if value else draw(st.sampled_from(["", at[0] * 2]) | _PIECE)
            made[name] = text[: at.start()] + new + text[at.end() :]
    return zipped(made)


_MUTATIONS = settings(max_examples=90, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def test_the_rich_file_is_read_whole() -> None:
    report, problems = read_word("甲", zipped(_RICH))
    assert [line.text for line in lines(report)][:3] == ["一、云州市水务局2031年工作总结", "二、主要做法", "1.清理河道7公里。甲"]
    assert {problem.code for problem in problems} == {"heading-repeated", "table-left-out", "box-left-out", "pending-changes"}


@_MUTATIONS
@given(mutated())
def test_any_xml_gives_a_report(data: bytes) -> None:
    report, problems = read_word("甲", data)
    assert isinstance(report, Report)
    assert sum(len(line.text) for line in lines(report)) < 20 * len(_BODY)
    assert all(problem.place.path == "甲" for problem in problems)


@_MUTATIONS
@given(mutated())
def test_any_xml_is_checked_or_refused(data: bytes) -> None:
    with contextlib.suppress(Faults):
        check_layout(read_layout("甲", data), STANDARD)


@settings(max_examples=90, deadline=None)
@given(st.data())
def test_any_bytes_are_read_or_told(data: st.DataObject) -> None:
    """A good package with some bytes of it changed, or cut."""
    good = bytearray(zipped(_RICH))
    for _ in range(data.draw(st.integers(1, 8))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    report, problems = read_word("甲", bytes(good[: data.draw(st.integers(0, len(good)))] if data.draw(st.booleans()) else good))
    assert report.sections or problems


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60))
def test_any_file_is_read_or_told(data: bytes) -> None:
    assert [problem.code for problem in read_word("甲", data)[1]] == ["not-word"]
