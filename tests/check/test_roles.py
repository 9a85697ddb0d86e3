"""What each paragraph is found to be: cases to read in roles.txt; and no text of any kind stops the reader or the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from generator.check.document import Align, Document, Edges, Face, Font, Grid, LineRule, Paragraph, Run, Section, Shape
from generator.check.layout import check_layout
from generator.check.parts import parts
from generator.check.wanted import STANDARD

_CASES = (Path(__file__).parent / "roles.txt").read_text(encoding="utf-8").split("\n== ")[1:]
_LINE = re.compile(r"([中右大1-4]*)\|(.*) → (\S+)")
_FACE = Face(Font("仿宋"), Font("Times New Roman"), Font("Times New Roman"), 32, False, "auto", -5, True)
_SHAPE = Shape(Align.BOTH, 0, 0, 640, 0, 0, 579, LineRule.EXACT, False, True, None)
_PAGE = Section(11906, 16838, 2098, 1984, 1587, 1474, 1423, Grid("lines", 579), {Edges.DEFAULT: None}, False, False, None, "decimal")


def paragraph(number: int, text: str, looks: str = "") -> Paragraph:
    align = Align.CENTER if "中" in looks else Align.RIGHT if "右" in looks else Align.BOTH
    outline = next((int(c) - 1 for c in looks if c.isdecimal()), None)
    face = Face(_FACE.east_asian, _FACE.latin, _FACE.high, 44 if "大" in looks else 32, False, "auto", 0, True)
    shape = Shape(align, 0, 0, 640, 0, 0, 579, LineRule.EXACT, False, True, outline)
    return Paragraph(number, text, (Run(text, face),), shape)


def document(*paragraphs: Paragraph) -> Document:
    return Document("稿子.docx", paragraphs, (), (_PAGE,), False, "")


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.split("\n")[0])
def test_roles(case: str) -> None:
    lines = [match.groups() for line in case.splitlines()[1:] if (match := _LINE.fullmatch(line))]
    given_ = document(*(paragraph(n, text, looks) for n, (looks, text, _) in enumerate(lines, 1)))
    found = [f"{part.text} → {part.role}{part.level or ''}" for part in parts(given_)]
    assert found == [f"{text} → {role}" for _, text, role in lines]


def test_below_a_cover_a_chapter_is_no_title_and_rows_typed_on_to_a_table_of_contents_are_of_it() -> None:
    cover = [paragraph(n, text, "中大") for n, text in enumerate(["", "", "云州市供水规划", "", "", "云州市水务局"], 1)]
    listed = [replace(paragraph(7, "第一章　总则\t1"), opens=1, listed=True), replace(paragraph(8, "附件一：项目清单\t9"), opens=1, closes=1)]
    body = [replace(paragraph(9, "第一章　总则", "中大1"), opens=2, closes=2), replace(paragraph(10, "规划期至2035年。"), opens=2, closes=2)]
    found = [str(part.role) for part in parts(document(*cover, *listed, *body)) if part.text]
    assert found == ["封面", "封面", "目录", "目录", "小标题", "正文"]


@pytest.mark.parametrize(("second", "wanted"), [("1.1编制目的", False), ("（一）编制目的", True)])
def test_heads_in_decimals_skip_no_level(second: str, wanted: bool) -> None:
    """（1） stands below 1.1 where a text numbers so; in the order of the standard 1. would come between."""
    said = [("云州市供水规划", "中大"), ("第一章　总则", "1"), (second, "2"), ("（1）国家规定", "4"), ("第二章　现状", "1"), ("1.水源", "3")]
    given_ = document(*(paragraph(n, text, looks) for n, (text, looks) in enumerate(said, 1)))
    assert ("heading-skip" in {problem.code for problem in check_layout(given_, STANDARD)}) is wanted


_ODD = st.text(alphabet="一二（）()、.：:。附件抄送印发年月日0129 \n\t\u3000〔〕号文件云州机密★特急签发人", max_size=24)


@given(st.lists(st.tuples(_ODD, st.sampled_from(["", "中", "右", "大", "1"])), max_size=12))
def test_no_text_stops_it(texts: list[tuple[str, str]]) -> None:
    given_ = document(*(paragraph(n, text, looks) for n, (text, looks) in enumerate(texts, 1)))
    assert len(parts(given_)) >= len(texts)
    check_layout(given_, STANDARD)
