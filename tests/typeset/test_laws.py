"""Whatever is set anew: no character is lost, nothing is left to set, and setting it again changes nothing."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from generator.problems import Faults
from generator.typeset.changes import Decision
from tests.check.others import FILES
from tests.reading.test_any_xml import mutated
from tests.reading.word_made import abstract, level, num, p, said, style, t, word
from tests.typeset.made import characters, mendable, rows, set_anew


@pytest.mark.parametrize("make", FILES.values(), ids=FILES)
def test_files_as_others_make_them(make: Callable[[], bytes]) -> None:
    before = make()
    after = set_anew(before).data
    assert characters(after) == characters(before)
    assert mendable(after) == set()
    assert set_anew(after).data == after
    assert not read(before) - read(after)


def read(data: bytes) -> Counter[str]:
    """The characters of the report that a file is read as: styles that reading knows must hide nothing from it."""
    return Counter(c for line in said(data) for c in line if not c.isspace())


# --- files of every make and of none ---------------------------------------------------------------------------------------------------------

_WORDS = (
    "云州市水务局关于防汛工作情况的报告",
    "市人民政府：",
    "一、主要做法",
    "（一）压实责任。逐级签订责任书，层层传导压力。",
    "（二）补齐短板",
    "1.加固堤防18.6公里，处置险情4处",
    "（1）汛前检查",
    "全市安全度汛，没有发生一起事故，群众满意，上级肯定，下一步还要继续努力。",
    "一是抓好学习。集中学习12次。",
    "特此报告。",
    "附件：1.病险水库加固情况表",
    "2.水毁工程修复计划",
    "附件1",
    "附件2：工作台账",
    "病险水库加固情况表",
    "云州市水务局",
    "2025年11月20日",
    "（联系人：江月明，电话：0000000）",
    "抄送：市委办公室。",
    "云水〔2025〕8号",
    "云州市水务局文件",
    "第一章 总则",
    "目录",
    "Annual Report 2025",
    "",
    "　",
    "20 m",
)
_LOOKS = (
    "",
    "<w:b/>",
    '<w:rFonts w:eastAsia="宋体" w:ascii="Arial"/><w:sz w:val="21"/>',
    '<w:rFonts w:eastAsia="黑体"/><w:sz w:val="44"/>',
    '<w:color w:val="FF0000"/>',
    '<w:highlight w:val="yellow"/>',
    '<w:u w:val="single"/>',
    '<w:i/><w:w w:val="80"/>',
    '<w:vertAlign w:val="superscript"/>',
    '<w:shd w:val="clear" w:fill="C0C0C0"/>',
)
_PLACES = (
    "",
    '<w:jc w:val="center"/>',
    '<w:jc w:val="right"/><w:ind w:right="640"/>',
    '<w:spacing w:before="240" w:line="360" w:lineRule="auto"/>',
    '<w:pStyle w:val="H1"/>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    "<w:pageBreakBefore/>",
    '<w:ind w:firstLineChars="200" w:firstLine="420"/>',
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:color="auto"/></w:pBdr>',
)
_BETWEEN = ("", "<w:br/>", "<w:tab/>", '<w:br w:type="page"/>', '<w:t xml:space="preserve">　　</w:t>')


def _said(text: str, look: str, between: str) -> str:
    return t(text, look) + (f"<w:r>{between}</w:r>" if between else "")


def _tabled(inner: list[str]) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{''.join(inner)}</w:tc></w:tr></w:tbl>"


_run = st.builds(_said, *map(st.sampled_from, (_WORDS, _LOOKS, _BETWEEN)))
_paragraph = st.builds(lambda runs, place: p("".join(runs), place), st.lists(_run, max_size=3), st.sampled_from(_PLACES))
_table = st.lists(_paragraph, min_size=1, max_size=2).map(_tabled)
_section = st.sampled_from(('<w:pgSz w:w="16838" w:h="11906"/>', '<w:type w:val="continuous"/><w:cols w:num="2"/>', "<w:titlePg/>"))
_break = _section.map(lambda inner: f"<w:p><w:pPr><w:sectPr>{inner}</w:sectPr></w:pPr></w:p>")
_blocks = st.lists(st.one_of(_paragraph, _paragraph, _paragraph, _paragraph, _table, _break), max_size=14)

_STYLES = style("N", "Normal", '<w:rPr><w:sz w:val="24"/></w:rPr>').replace("<w:style ", '<w:style w:default="1" ', 1) + style(
    "H1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="2E74B5"/></w:rPr>', "N"
)
_LISTS = abstract(1, level(0, "chineseCounting", "%1、", '<w:pPr><w:jc w:val="right"/><w:ind w:left="420" w:hanging="420"/></w:pPr>')) + num(1, 1)


_UNSHRUNK = (Phase.explicit, Phase.reuse, Phase.generate)
"""A file takes a tenth of a second: to make one that fails smaller would take minutes."""


@settings(max_examples=35, deadline=None, phases=_UNSHRUNK, suppress_health_check=[HealthCheck.too_slow])
@given(_blocks)
def test_files_of_any_shape(blocks: list[str]) -> None:
    before = word("".join(blocks), _LISTS, _STYLES)
    after = set_anew(before).data
    assert characters(after) == characters(before)
    assert set_anew(after).data == after


@settings(max_examples=25, deadline=None, phases=_UNSHRUNK, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_any_xml_is_set_or_refused(data: bytes) -> None:
    with contextlib.suppress(Faults):
        after = set_anew(data, Decision.ACCEPT).data
        assert set_anew(after).data == after


def test_blanks_within_a_paragraph_stay() -> None:
    before = word(p("　　联系人：江月明　　电话：0000000。", "") + p("Water  Bureau of Yunzhou.", ""))
    assert rows(set_anew(before).data) == ["联系人：江月明　　电话：0000000。", "Water  Bureau of Yunzhou."]


def test_text_that_stands_where_none_should_is_not_lost_silently() -> None:
    body = [p("云州市水务局2031年工作总结"), p("一、主要做法"), p("清理河道7公里，加固堤防3处，巡查库房36次。")]
    lost = word("".join([*body, "<w:p><w:rPr><w:t>检查水库3座。</w:t></w:rPr></w:p>", p("编印图册3种，发放给各乡镇和沿河群众。")]))
    with pytest.raises(Faults) as caught:
        set_anew(lost)
    assert [problem.code for problem in caught.value.problems] == ["text-misplaced"]
