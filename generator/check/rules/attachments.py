"""The list of attachments and the attachments themselves: GB/T 9704-2012, 7.3.4 and 7.3.7."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.document import Align
from generator.check.measure import characters, empty_lines_above, indented, said_characters, width
from generator.check.roles import Part, Role
from generator.check.rule import Finding, Laid, Rule, standard
from generator.check.rules.faces import font_finding, size_finding, wrong_fonts, wrong_sizes

_OFF = 0.4
_LONGEST_LABEL = 5
_LABEL = re.compile(r"(附\s*件\s*[：:]?\s*)?(\d{1,2}\s*[.．、：:]?)?\s*")
_NUMBER = re.compile(r"(?:附\s*件\s*[：:]?\s*)?(\d{1,2})\s*([.．、]?)")


def _gap(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ATTACHMENT)[:1]:
        found = round(empty_lines_above(part, laid))
        if found != 1 and not part.paragraph.line and not any(True for _ in _place(laid)):
            yield Finding(f"正文和附件说明之间空了 {found} 行，应空一行", "在“附件：”上面留一个空行", part.paragraph)


def _indent(laid: Laid) -> Iterator[Finding]:
    """附件 stands two characters in; further names stand under the first one's number, three characters on."""
    for i, part in enumerate(laid.of(Role.ATTACHMENT)):
        wanted = 5 if i and not part.text.startswith("附") else 2
        if part.paragraph.line:
            continue
        found = characters(indented(part.paragraph), part.paragraph.face.size)
        if abs(found - wanted) > _OFF:
            below = "，与上一行的序号对齐" if i else ""
            yield Finding(f"附件说明左空 {said_characters(found)}，应空 {wanted} 字{below}", f"“段落—缩进”使首字左空 {wanted} 字", part.paragraph)


def _colon(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ATTACHMENT)[:1]:
        label = re.match(r"附\s*件?", part.text)
        mark = part.text[label.end() :].lstrip()[:1] if label else ""
        if label and not label.group().endswith("件"):
            yield Finding("写成“附：”，应写作“附件：”", "改成“附件：”", part.paragraph)
        elif mark != "：":
            found = "是半角冒号" if mark == ":" else "没有冒号"
            yield Finding(f"“附件”后面{found}，应是全角冒号“：”", "改成“附件：”", part.paragraph)


def _place(laid: Laid) -> Iterator[Finding]:
    dates = laid.of(Role.DATE)
    for part in laid.of(Role.ATTACHMENT)[:1]:
        if dates and part.at > dates[0].at:
            yield Finding("附件说明排在成文日期后面，应在正文下面、署名上面", "移到正文下面，空一行", part.paragraph)


def _stop(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ATTACHMENT):
        if part.text[-1] in "。；，、.;,":
            yield Finding(f"附件名称后面有“{part.text[-1]}”，不加标点", "删去名称后面的标点", part.paragraph)


def _number(laid: Laid) -> Iterator[Finding]:
    found = laid.of(Role.ATTACHMENT)
    for wanted, part in enumerate(found, 1):
        match = _NUMBER.match(part.text)
        if len(found) > 1 and (match is None or match[1] != str(wanted) or match[2] not in (".", "．")):
            yield Finding(f"第 {wanted} 个附件的序号应写作“{wanted}.”", "多个附件依次写 1. 2. 3.", part.paragraph)


def _hanging(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ATTACHMENT):
        paragraph, size = part.paragraph, part.paragraph.face.size
        if indented(paragraph) + width(part.text, paragraph) <= laid.section(part).text_width:
            continue
        label = _LABEL.match(part.text)
        name = characters(indented(paragraph) + width(label.group() if label else "", paragraph), size)
        left = characters(paragraph.shape.left, size)
        if abs(name - left) > _OFF:
            yield Finding(
                f"附件名称回行左空 {said_characters(left)}，应与上一行名称的首字对齐（{said_characters(name)}）",
                f"“段落—缩进”左侧 {said_characters(name)}符，“特殊”选“悬挂”，使首行仍在原处",
                paragraph,
            )


def _page(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ANNEX_LABEL):
        above = next((p for p in laid.before(part) if p.role is not Role.EMPTY), None)
        if above is not None and part.paragraph.opens <= above.paragraph.closes:
            yield Finding("附件没有另起一页", "光标放在“附件”前面，按 Ctrl+Enter", part.paragraph)


def _alone(part: Part) -> bool:
    """Whether the label of an annex stands in a line of its own."""
    return len(re.sub(r"[\s：:.．、（）()]", "", part.text)) <= _LONGEST_LABEL


def _label(laid: Laid) -> Iterator[Finding]:
    wanted = laid.wanted.headings[0]
    for part in filter(_alone, laid.of(Role.ANNEX_LABEL)):
        yield from (font_finding(part, found, wanted) for found in wrong_fonts(part, wanted))
        yield from (size_finding(part, found, wanted) for found in wrong_sizes(part, wanted))


def _label_place(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ANNEX_LABEL):
        off = characters(indented(part.paragraph), part.paragraph.face.size)
        if abs(off) > _OFF or part.paragraph.shape.align in (Align.CENTER, Align.RIGHT):
            yield Finding("“附件”二字和序号没有顶格", "“段落—缩进”全改成 0，居左", part.paragraph)


def _title(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ANNEX_LABEL):
        if not _alone(part):
            yield Finding("附件标题和“附件”排在一行，应另起一段，居中排在第三行", "“附件”后面按回车，空一行，标题居中", part.paragraph)
    for part in laid.of(Role.ANNEX_TITLE):
        if part.paragraph.line:
            continue
        label = next((p for p in laid.before(part) if p.role is Role.ANNEX_LABEL), None)
        if label is not None and part.paragraph.opens > label.paragraph.closes:
            yield Finding("附件标题和“附件”不在一页，应在同一页的第三行", "删去附件标题前面的分页", part.paragraph)
            continue
        if part.paragraph.shape.align is not Align.CENTER:
            yield Finding(f"附件标题{part.paragraph.shape.align}，应居中", "选中附件标题，点“居中”", part.paragraph)
        if (found := round(empty_lines_above(part, laid))) != 1:
            yield Finding(f"附件标题上面空了 {found} 行，应空一行，标题在第三行", "在“附件”和附件标题之间留一个空行", part.paragraph)


RULES: tuple[Rule, ...] = (
    standard("attachment-gap", "正文和附件说明之间空一行", "7.3.4", _gap),
    standard("attachment-indent", "附件说明左空二字", "7.3.4", _indent),
    standard("attachment-colon", "“附件”后面用全角冒号", "7.3.4", _colon),
    standard("attachment-place", "附件说明在正文下面、署名上面", "7.3.4", _place),
    standard("attachment-stop", "附件名称后面不加标点", "7.3.4", _stop),
    standard("attachment-number", "多个附件用 1. 2. 编号", "7.3.4", _number),
    standard("attachment-hanging", "附件名称回行与名称首字对齐", "7.3.4", _hanging),
    standard("annex-page", "附件另起一页", "7.3.7", _page),
    standard("annex-label", "“附件”和序号用三号黑体", "7.3.7", _label),
    standard("annex-label-place", "“附件”和序号顶格", "7.3.7", _label_place),
    standard("annex-title", "附件标题居中，在第三行", "7.3.7", _title),
)
