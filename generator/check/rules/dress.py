"""What is laid over the text: highlights, shading, slant, underlines and the like. The standard knows none of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from generator.check.document import Dress, Paragraph, Run
from generator.check.roles import Role
from generator.check.rule import Find, Finding, Laid, Rule, practice
from generator.check.rules.unfinished import blank
from generator.chinese.punctuation import HAN

_TEXT = (
    Role.DOCUMENT_NUMBER,
    Role.TITLE,
    Role.SUBTITLE,
    Role.ADDRESSEE,
    Role.HEADING,
    Role.BODY,
    Role.ATTACHMENT,
    Role.SIGNATURE,
    Role.DATE,
    Role.NOTE,
    Role.ANNEX_LABEL,
    Role.ANNEX_TITLE,
)
_UNRULED = (Role.ADDRESSEE, Role.HEADING, Role.BODY, Role.ATTACHMENT, Role.NOTE)
"""What no line of a head or an imprint is drawn along."""


_LINE = re.compile(r"[ \u3000\u00a0]{2}|\t")


def is_line(text: str) -> bool:
    """Whether underlined ``text`` is a line to write on: it has blanks that part no words."""
    return _LINE.search(text) is not None


def underlined(found: Sequence[Run]) -> Iterator[Run]:
    """The runs of ``found`` that are underlined but for those of lines to write on, each judged as far as it is unbroken."""
    for ruled, stretch in groupby(found, key=lambda run: run.face.dress.underlined):
        members = list(stretch)
        if ruled and not is_line("".join(run.text for run in members)):
            yield from members


def _underlined(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_TEXT):
        if any(HAN.search(run.text) for run in underlined(part.paragraph.runs)):
            yield Finding("文字加了下划线", "选中后去掉“下划线”", part.paragraph)


def _laid_over(fault: str, mend: str, found: Callable[[Dress], object]) -> Find:
    """The rule that no Han character of the text has ``found``; letters and figures may, as in m²."""

    def find(laid: Laid) -> Iterator[Finding]:
        for part in laid.of(*_TEXT):
            if any(found(run.face.dress) and HAN.search(run.text) for run in part.paragraph.runs):
                yield Finding(fault, mend, part.paragraph)

    return find


def _highlight(laid: Laid) -> Iterator[Finding]:
    for paragraph in (*laid.document.paragraphs, *laid.document.boxed):
        if any(run.face.dress.highlight and _said(run) for run in paragraph.runs):
            yield Finding("文字加了突出显示（荧光笔）", "选中后在“突出显示”里选“无颜色”", paragraph)


def _shading(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_TEXT):
        if part.paragraph.shade or any(run.face.dress.shade and _said(run) for run in part.paragraph.runs):
            yield Finding("文字加了底纹", "选中后在“边框和底纹—底纹”里选“无颜色”，应用于文字、段落各一次", part.paragraph)


def _said(run: Run) -> bool:
    """Whether ``run`` says something; a blank to be filled is marked on purpose, and another rule's."""
    return bool(run.text.strip()) and not blank(run.text)


def _scaled(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_TEXT):
        scales = sorted({run.face.dress.scale for run in part.paragraph.runs if HAN.search(run.text)} - {100})
        yield from (_scale(scale, part.paragraph) for scale in scales)


def _scale(scale: int, paragraph: Paragraph) -> Finding:
    return Finding(f"文字缩放成 {scale}%", "选中后在“字体—高级—缩放”里选 100%", paragraph)


def _effects(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_TEXT):
        found = sorted({effect for run in part.paragraph.runs if HAN.search(run.text) for effect in run.face.dress.effects})
        if found:
            yield Finding(f"文字加了{'、'.join(found)}", "选中后按 Ctrl+空格，再设字体、字号", part.paragraph)
    for part in laid.of(*_UNRULED):
        if part.paragraph.shape.framed:
            yield Finding("段落加了边框", "选中后在“边框和底纹—边框”里选“无”，应用于段落", part.paragraph)


_SLANTED = _laid_over("文字倾斜了", "选中后去掉“倾斜”", lambda dress: dress.slanted)
_STRUCK = _laid_over("文字加了删除线", "该删的删去，不删的去掉“删除线”", lambda dress: dress.struck)
_RAISED = _laid_over("文字升高、降低了，或成了上标、下标", "选中后“字体—高级—位置”选“标准”，去掉上标、下标", lambda dress: dress.raised)

RULES: tuple[Rule, ...] = (
    practice("highlight", "不加突出显示", "", _highlight),
    practice("shading", "不加底纹", "", _shading),
    practice("slanted", "不用斜体", "", _SLANTED),
    practice("underlined", "不加下划线", "", _underlined),
    practice("struck", "没有删除线", "", _STRUCK),
    practice("raised", "文字不升高、降低", "", _RAISED),
    practice("text-effects", "文字不加着重号、阴影、边框之类", "", _effects),
    practice("scaled", "文字不缩放", "", _scaled),
)
