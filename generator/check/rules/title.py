"""The title and whom the report addresses: GB/T 9704-2012, 7.3.1 and 7.3.2."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.check.document import Align
from generator.check.forms import OFFICIAL, Form
from generator.check.measure import characters, empty_lines_above, indented, said_characters
from generator.check.roles import Part, Role
from generator.check.rule import Finding, Laid, Rule, practice, standard
from generator.check.rules.faces import font_finding, size_finding, wrong_fonts, wrong_sizes, wrongly_bold
from generator.chinese.width import ems

_ALIKE = 0.6
_INDENT = 0.2
_NO_OPENING = re.compile(r"[，、。：；！？》”’）〕〉】的]")
_NO_CLOSING = re.compile(r"[《“‘（〔〈【]$")
_BRACKETED = re.compile(r"[（【][^（）【】]{0,8}$"), re.compile(r"[^（）【】]{0,8}[）】]")
"""A short bracket that the first line leaves open and the next one closes."""
_WHOLE = tuple(
    """
    委员会 办公室 人民政府 领导小组 党支部 工作 总结 报告 述职 年度 党建 情况 计划 思路 打算 党组 党委 支部 发展 改革 机关 建设 上半年 下半年
    """.split()
)


def _missing(laid: Laid) -> Iterator[Finding]:
    if laid.document.paragraphs and not laid.of(Role.TITLE, Role.ANNEX_LABEL, Role.COVER):
        yield Finding("没有认出标题", "标题单独成段，放在最前面，后面不加标点")


def _font(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.TITLE):
        yield from (font_finding(part, found, laid.wanted.title) for found in wrong_fonts(part, laid.wanted.title))


def _size(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.TITLE):
        yield from (size_finding(part, found, laid.wanted.title) for found in wrong_sizes(part, laid.wanted.title))


def _bold(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.TITLE):
        wanted = laid.wanted.title.bold
        if wrongly_bold(part, wanted):
            fault = "标题没有加粗" if wanted else "标题加粗了；小标宋本来就粗，不再加粗"
            yield Finding(fault, f"选中标题，{'点' if wanted else '去掉'}“加粗”", part.paragraph)


def _align(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.TITLE):
        align = part.paragraph.shape.align
        if align is not Align.CENTER:
            yield Finding(f"标题{align}，应居中", "选中标题，点“居中”", part.paragraph)


def _indent(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.TITLE):
        shape = part.paragraph.shape
        off = characters(indented(part.paragraph) - shape.right, part.paragraph.face.size)
        if shape.align is Align.CENTER and abs(off) > _INDENT:
            yield Finding(f"标题有 {said_characters(abs(off))}的缩进或空格，没有居于正中", "“段落—缩进”全改成 0，删去前后的空格", part.paragraph)


def title_rows(laid: Laid) -> list[str]:
    """The lines of the title as they are broken by hand."""
    return [line.strip() for part in laid.of(Role.TITLE) for line in part.paragraph.text.split("\n") if line.strip()]


def _width(text: str) -> float:
    return sum(map(ems, text))


def _overflow(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.TITLE):
        room = characters(laid.section(part).text_width, part.paragraph.face.size)
        if room >= 1 and any(_width(line.strip()) > room for line in part.paragraph.text.split("\n")):
            fault = f"标题一行排不下（一行最多 {int(room)} 字），断在哪里由不得人"
            yield Finding(fault, "在词语之间按 Shift+Enter 分行，排成上短下长、上长下短或中间长的形状", part.paragraph)


def badly_broken(lines: list[str]) -> bool:
    """Whether ``lines`` of a title have a shape they should not have, or cut a word."""
    return _waisted(lines) or _alike(lines) or any(True for _ in _cut_words(lines))


def _waisted(lines: list[str]) -> bool:
    widths = [_width(line) for line in lines]
    steps = [b - a for a, b in pairwise(widths) if abs(b - a) > _ALIKE]
    return any(a < 0 < b for a, b in pairwise(steps))


def _alike(lines: list[str]) -> bool:
    widths = [_width(line) for line in lines]
    return len(widths) > 1 and max(widths) - min(widths) <= _ALIKE


def _cut_words(lines: list[str]) -> Iterator[tuple[str, str]]:
    return ((above, below) for above, below in pairwise(lines) if _cuts(above, below))


def _shape(laid: Laid) -> Iterator[Finding]:
    if _waisted(title_rows(laid)):
        yield Finding("标题各行两头长、中间短，应排成梯形或菱形", "换个地方分行", laid.of(Role.TITLE)[0].paragraph)


def _rectangle(laid: Laid) -> Iterator[Finding]:
    if _alike(title_rows(laid)):
        yield Finding("标题各行一样长，排成了长方形", "换个地方分行，排成梯形或菱形", laid.of(Role.TITLE)[0].paragraph)


def _break(laid: Laid) -> Iterator[Finding]:
    for above, below in _cut_words(title_rows(laid)):
        yield Finding(f"标题分行断开了词语：“{above[-3:]}／{below[:3]}”", "在词语之间分行", laid.of(Role.TITLE)[0].paragraph)


def _cuts(above: str, below: str) -> bool:
    """Whether the break between two lines stands inside a word, a figure or a bracket."""
    if _NO_OPENING.match(below) or _NO_CLOSING.search(above) or (re.search(r"\d$", above) and re.match(r"[\d年月日.—-]", below)):
        return True
    if _BRACKETED[0].search(above) and _BRACKETED[1].match(below):
        return True
    return any(above.endswith(word[:n]) and below.startswith(word[n:]) for word in _WHOLE for n in range(1, len(word)))


def _addressee_indent(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ADDRESSEE):
        off = characters(indented(part.paragraph), part.paragraph.face.size)
        if abs(off) > _INDENT or part.paragraph.shape.align in (Align.CENTER, Align.RIGHT):
            fault = f"主送机关空了 {said_characters(off)}，应顶格" if abs(off) > _INDENT else f"主送机关{part.paragraph.shape.align}，应居左顶格"
            yield Finding(fault, "“段落—缩进”全改成 0，删去前面的空格，并选“两端对齐”", part.paragraph)


def _colon(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ADDRESSEE):
        if not part.text.endswith("："):
            found = "是半角冒号" if part.text.endswith(":") else "没有冒号"
            yield Finding(f"主送机关后面{found}，应是全角冒号“：”", "改成全角冒号", part.paragraph)


def _addressee_gap(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ADDRESSEE):
        found = round(empty_lines_above(part, laid))
        if found != 1 and not _follows_other(part, laid):
            yield Finding(f"标题和主送机关之间空了 {found} 行，应空一行", "在标题下面留一个空行", part.paragraph)


def _follows_other(part: Part, laid: Laid) -> bool:
    """Whether a line below the title, or the contents, stand between the title and ``part``."""
    return next((p.role for p in laid.before(part) if p.role is not Role.EMPTY), None) in (Role.SUBTITLE, Role.CONTENTS)


RULES: tuple[Rule, ...] = (
    standard("title-missing", "有标题", "7.3.1", _missing, OFFICIAL - {Form.ORDER, Form.MINUTES}),
    standard("title-font", "标题用小标宋", "7.3.1", _font),
    standard("title-size", "标题用二号", "7.3.1", _size),
    practice("title-bold", "标题不加粗", "7.3.1", _bold),
    standard("title-align", "标题居中", "7.3.1", _align),
    standard("title-indent", "标题不缩进", "7.3.1", _indent),
    standard("title-overflow", "标题长了要分行", "7.3.1", _overflow),
    standard("title-shape", "标题各行排成梯形或菱形", "7.3.1", _shape),
    practice("title-rectangle", "标题各行不排成长方形", "7.3.1", _rectangle),
    standard("title-break", "标题分行不断开词语", "7.3.1", _break),
    standard("addressee-indent", "主送机关顶格", "7.3.2", _addressee_indent),
    standard("addressee-colon", "主送机关后面用全角冒号", "7.3.2", _colon),
    standard("addressee-gap", "标题和主送机关之间空一行", "7.3.2", _addressee_gap),
)
