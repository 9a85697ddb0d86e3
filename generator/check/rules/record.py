"""The imprint at the foot of the last page (版记): GB/T 9704-2012, 7.4."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.measure import characters, indented, said_characters
from generator.check.roles import Role
from generator.check.rule import Finding, Laid, Rule, practice, standard
from generator.check.rules.faces import font_finding, size_finding, wrong_fonts, wrong_sizes
from generator.check.wanted import Type

_LINES = (Role.COPIED, Role.PRINTED)
_OFF = 0.3
_THICK, _THIN = 8, 6


def _type(laid: Laid) -> Iterator[Finding]:
    wanted = Type(laid.wanted.body.font, laid.wanted.page_number.size)
    for part in laid.of(*_LINES):
        yield from (font_finding(part, found, wanted) for found in wrong_fonts(part, wanted))
        yield from (size_finding(part, found, wanted) for found in wrong_sizes(part, wanted))


def _place(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_LINES):
        left = characters(indented(part.paragraph), part.paragraph.face.size)
        if abs(left - 1) > _OFF:
            yield Finding(f"{part.role}左空 {said_characters(left)}，应左右各空一字", "“段落—缩进”左右各填 1 字符", part.paragraph)


def _copied(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.COPIED):
        if not re.match(r"抄送：", part.text):
            yield Finding("“抄送”后面应是全角冒号", "写成“抄送：”", part.paragraph)
        if not part.text.endswith("。"):
            yield Finding("抄送机关末尾没有句号", "在最后一个机关后面加句号", part.paragraph)


def _rules(laid: Laid) -> Iterator[Finding]:
    found = laid.of(*_LINES)
    for i, part in enumerate(found):
        outer = (part.paragraph.shape.top if i == 0 else None, part.paragraph.shape.bottom if i == len(found) - 1 else None)
        if any(line is not None and abs(line.width - _THICK) > 1 for line in outer):
            yield Finding("版记首条、末条分隔线应是粗线（0.35 毫米）", "“边框和底纹”宽度选 1 磅", part.paragraph)
        inner = part.paragraph.shape.bottom if i < len(found) - 1 else None
        if inner is not None and inner.width > _THIN + 1:
            yield Finding("版记中间的分隔线应是细线（0.25 毫米）", "“边框和底纹”宽度选 0.75 磅", part.paragraph)


RULES: tuple[Rule, ...] = (
    standard("record-type", "版记用四号仿宋", "7.4", _type),
    standard("record-place", "版记左右各空一字", "7.4", _place),
    standard("copied-form", "抄送用全角冒号，末尾加句号", "7.4.2", _copied),
    practice("record-lines", "版记分隔线首末粗、中间细", "7.4.1", _rules),
)
