"""Page numbers: GB/T 9704-2012, 7.5."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.document import Align, Edges, Footer, LineRule, Section
from generator.check.fonts import family
from generator.check.footers import PAGE_MARK, line_height
from generator.check.forms import Form
from generator.check.measure import characters, millimetres, said_characters
from generator.check.roles import Role
from generator.check.rule import Finding, Laid, Rule, standard
from generator.chinese.sizes import size_name

_PROPER = re.compile(rf"\s*—\s*{PAGE_MARK}\s*—\s*")
_BELOW = 397
"""Twips in 7 mm."""
_INK = 0.41
"""How far the dash stands above the foot of its line, as a share of the line's height; measured on rendered pages."""
_HEIGHT, _ROUGH = 113, 227
_EDGE = 0.2
_SIDES = {Edges.DEFAULT: (Align.RIGHT, "单页", "居右"), Edges.EVEN: (Align.LEFT, "双页", "居左")}


def _printed(laid: Laid) -> Iterator[tuple[Section, Edges, Footer]]:
    """The page numbers of every section and side that is printed."""
    for section in laid.document.sections:
        for edges, found in section.footers.items():
            if found is not None and (edges is not Edges.EVEN or laid.document.even_and_odd) and (edges is not Edges.FIRST or section.title_page):
                yield section, edges, found


def _missing(laid: Laid) -> Iterator[Finding]:
    mend = "“插入—页码—页面底端”，再按 — 1 — 的样子改"
    anywhere = any(section.footers.get(Edges.DEFAULT) is not None for section in laid.document.sections)
    for i, section in enumerate(laid.document.sections):
        if _bears_imprint_alone(i, laid) or _letter_of_one_page(laid):
            continue
        if section.footers.get(Edges.DEFAULT) is None:
            yield Finding(f"第 {i + 1} 节没有页码" if anywhere else "没有页码", mend)
        elif laid.document.even_and_odd and section.footers.get(Edges.EVEN) is None:
            yield Finding("双页没有页码", mend)
        elif section.title_page and section.footers.get(Edges.FIRST) is None and not _silent_first(i, laid):
            yield Finding("首页没有页码", "“页眉和页脚”去掉“首页不同”")


def _silent_first(section: int, laid: Laid) -> bool:
    """Whether the first page of ``section`` needs no number: that of a letter (10.1), and a cover."""
    return laid.form is Form.LETTER or (section == 0 and bool(laid.of(Role.COVER)))


def _letter_of_one_page(laid: Laid) -> bool:
    """Whether the file is a letter whose text is not likely to fill a page: its first page bears no number (10.1)."""
    if laid.form is not Form.LETTER:
        return False
    return sum(1 + len(part.text) // max(laid.wanted.characters, 1) for part in laid.parts) <= laid.wanted.rows


def _bears_imprint_alone(section: int, laid: Laid) -> bool:
    """Whether the last section has no text: a page of 版记 alone bears no number."""
    if not 0 < section == len(laid.document.sections) - 1:
        return False
    parts = (part for part in laid.parts if part.paragraph.section == section and part.role not in (Role.EMPTY, Role.COPIED, Role.PRINTED))
    return next(parts, None) is None


def _size(laid: Laid) -> Iterator[Finding]:
    wanted = laid.wanted.page_number.size
    for _, _, found in _printed(laid):
        if found.number.size != wanted:
            fault = f"页码的字号是“{size_name(found.number.size)}”，应是“{size_name(wanted)}”"
            yield Finding(fault, f"双击页脚，选中页码，字号选{size_name(wanted)}")


def _font(laid: Laid) -> Iterator[Finding]:
    wanted = family(laid.wanted.page_number.font)
    for _, _, found in _printed(laid):
        name = found.number.latin.name or "没有指定的字体"
        if family(name) != wanted:
            yield Finding(f"页码数字的字体是“{name}”，应是“{wanted}”", f"双击页脚，选中页码，中文字体、西文字体都选{wanted}")


def _dash(laid: Laid) -> Iterator[Finding]:
    for section, _, found in _printed(laid):
        if not _PROPER.fullmatch(found.text) and section.number_format != "numberInDash":
            shown = found.text.strip().replace(PAGE_MARK, "1")
            yield Finding(f"页码写成“{shown}”，左右应各有一条一字线“— 1 —”", "双击页脚，页码左右各输入一条一字线（—）")


def _format(laid: Laid) -> Iterator[Finding]:
    for section, _, _ in _printed(laid):
        if section.number_format == "numberInDash":
            yield Finding("页码格式是“- 1 -”，用的是短横，应是一字线“— 1 —”", "“设置页码格式”选“1, 2, 3”，左右自己输入一字线（—）")
        elif section.number_format != "decimal":
            yield Finding("页码不是阿拉伯数字", "“设置页码格式”选“1, 2, 3”")


def _odd_even(laid: Laid) -> Iterator[Finding]:
    if laid.document.even_and_odd:
        return
    for section in laid.document.sections:
        found = section.footers.get(Edges.DEFAULT)
        if found is not None and found.anchor != "outside":
            yield Finding("单双页的页码在同一边，应单页居右、双页居左", "“页眉和页脚”选“奇偶页不同”，奇数页页码右对齐，偶数页左对齐")


def _side(laid: Laid) -> Iterator[Finding]:
    for _, edges, found in _printed(laid):
        if edges not in _SIDES or found.anchor in ("outside", "?"):
            continue
        wanted, pages, said = _SIDES[edges]
        side = _side_of(found)
        if side is not wanted and (edges is Edges.EVEN or laid.document.even_and_odd or side is not Align.LEFT):
            yield Finding(f"{pages}页码{side}，应{said}", f"双击页脚，把{pages}的页码设成{said}对齐".replace("居", ""))


def _side_of(found: Footer) -> Align:
    if found.anchor:
        return {"center": Align.CENTER, "right": Align.RIGHT}.get(found.anchor, Align.LEFT)
    return Align.LEFT if found.shape.align is Align.BOTH else found.shape.align


def _edge(laid: Laid) -> Iterator[Finding]:
    for _, edges, found in _printed(laid):
        if edges not in _SIDES or found.anchor or _side_of(found) is not _SIDES[edges][0]:
            continue
        _, pages, said = _SIDES[edges]
        gap = characters(_gap(found), found.number.size)
        if abs(gap - 1) > _EDGE:
            yield Finding(f"{pages}页码{said}空 {said_characters(gap)}，应空一字", f"双击页脚，“段落—缩进”{said[-1]}侧填 1 字符")


def _gap(found: Footer) -> float:
    """Twips between the page number and the side it stands on, spaces typed there counted."""
    wide = "\u3000"
    spaces = len(found.text) - len(found.text.rstrip(wide) if found.shape.align is Align.RIGHT else found.text.lstrip(wide))
    indent = found.shape.right if found.shape.align is Align.RIGHT else found.shape.left + found.shape.first
    return indent + spaces * found.number.size * 10


def _height(laid: Laid) -> Iterator[Finding]:
    for section, _, found in _printed(laid):
        if found.anchor or section.landscape:
            continue
        line = line_height(found.shape, found.number.size)
        foot = section.footer + found.below + found.shape.after + _INK * line
        below = laid.wanted.margins[0].bottom - foot
        if abs(below - _BELOW) > (_HEIGHT if found.shape.rule is LineRule.EXACT else _ROUGH):
            fault = f"页码的一字线在版心下边缘下面约 {millimetres(below)}，应是 7 毫米"
            yield Finding(fault, f"“页面设置—版式—页脚距边界”改成 {millimetres(section.footer + below - _BELOW)}")


def _restart(laid: Laid) -> Iterator[Finding]:
    """The text may begin with 1 behind a cover and a 目录."""
    said = {part.paragraph.section for part in laid.parts if part.role not in (Role.COVER, Role.CONTENTS, Role.EMPTY, Role.TITLE)}
    for i, section in enumerate(laid.document.sections[1:], 2):
        if section.start is not None and said & set(range(i - 1)):
            yield Finding(f"第 {i} 节的页码从 {section.start} 重新编起，应与前面连续", "“设置页码格式”选“续前节”")


RULES: tuple[Rule, ...] = (
    standard("page-number-missing", "每页有页码", "7.5", _missing),
    standard("page-number-size", "页码用四号", "7.5", _size),
    standard("page-number-font", "页码用半角宋体", "7.5", _font),
    standard("page-number-dash", "页码左右各一条一字线", "7.5", _dash),
    standard("page-number-format", "页码用阿拉伯数字", "7.5", _format),
    standard("page-number-odd-even", "单双页的页码分列两边", "7.5", _odd_even),
    standard("page-number-side", "单页页码居右，双页居左", "7.5", _side),
    standard("page-number-edge", "页码空一字", "7.5", _edge),
    standard("page-number-height", "页码在版心下 7 毫米", "7.5", _height),
    standard("page-number-restart", "页码连续", "7.5", _restart),
)
