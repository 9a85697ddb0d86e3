"""Running text and its headings: GB/T 9704-2012, 7.3.3."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.document import Align
from generator.check.measure import characters, indented, said_characters
from generator.check.roles import Part, Role
from generator.check.rule import Finding, Laid, Rule, advice, practice, standard
from generator.check.rules.faces import font_finding, size_finding, wrong_fonts, wrong_sizes, wrongly_bold
from generator.chinese.numerals import section_number

_LEAST, _MOST = 600 / 320, 660 / 320
_FLUSH = 0.1
_NUMERAL = "[一二三四五六七八九十百]+"
_FORMS = (
    re.compile(rf"{_NUMERAL}、|第{_NUMERAL}(部分|章)"),
    re.compile(rf"（{_NUMERAL}）"),
    re.compile(r"\d+[.．]"),
    re.compile(r"（\d+）"),
)
_ODD = re.compile(rf"{_NUMERAL}[.．,，](?=\S{{2,30}}$)")
_SPACES = re.compile(r"[ \u3000\t\u00a0]+")


def _indent(laid: Laid, role: Role) -> Iterator[Finding]:
    for part in laid.of(role):
        paragraph = part.paragraph
        found = characters(indented(paragraph), paragraph.face.size)
        mend = "“段落—缩进”左右改成 0，“特殊”选“首行”2 字符"
        if not _LEAST <= found <= _MOST:
            yield Finding(f"{role}首行空了 {said_characters(found)}，应空二字", mend, paragraph)
        elif characters(paragraph.shape.left, paragraph.face.size) > _FLUSH:
            yield Finding(f"{role}回行空了 {said_characters(characters(paragraph.shape.left, paragraph.face.size))}，应顶格", mend, paragraph)


def _body_indent(laid: Laid) -> Iterator[Finding]:
    return _indent(laid, Role.BODY)


def _heading_indent(laid: Laid) -> Iterator[Finding]:
    return _indent(laid, Role.HEADING)


def _typed(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.BODY, Role.HEADING):
        if _SPACES.match(part.paragraph.text):
            yield Finding("首行用空格空出二字", "删去空格，“段落—缩进—特殊”选“首行”2 字符", part.paragraph)


def _align(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.BODY, Role.HEADING):
        align = part.paragraph.shape.align
        if align in (Align.CENTER, Align.RIGHT):
            yield Finding(f"{part.role}{align}，应左空二字、回行顶格", "选“两端对齐”", part.paragraph)


# --- headings ----------------------------------------------------------------------------------------------------------------------------


def _said_level(level: int) -> str:
    return f"第{'一二三四'[level - 1]}层小标题“{section_number(level, 1)}”"


def _font(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.HEADING):
        wanted = laid.wanted.headings[part.level - 1]
        yield from (_named(font_finding(part, found, wanted), part) for found in wrong_fonts(part, wanted))


def _size(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.HEADING):
        wanted = laid.wanted.headings[part.level - 1]
        yield from (_named(size_finding(part, found, wanted), part) for found in wrong_sizes(part, wanted))


def _named(finding: Finding, part: Part) -> Finding:
    return Finding(finding.fault.replace(Role.HEADING, _said_level(part.level), 1), finding.mend, finding.paragraph)


def _bold(laid: Laid) -> Iterator[Finding]:
    """Third and fourth levels are bold in many offices, and the standard is silent on them."""
    for part in laid.of(Role.HEADING):
        wanted = laid.wanted.headings[part.level - 1].bold
        if wrongly_bold(part, wanted):
            fault = f"{_said_level(part.level)}{'没有加粗' if wanted else '加粗了'}"
            yield Finding(fault, f"选中后{'点' if wanted else '去掉'}“加粗”", part.paragraph)


def _form(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.HEADING, Role.BODY):
        number = part.heading.number if part.heading else ""
        odd = _ODD.match(part.text) if not number else None
        if odd:
            yield Finding(f"序号写成“{odd.group()}”，应写成“{odd.group()[:-1]}、”", "改成顿号", part.paragraph)
        elif number and not _FORMS[part.level - 1].fullmatch(number.strip()):
            yield Finding(f"序号写成“{number}”，应写成“{_proper(part)}”的样子", "四层序号依次是 一、（一）1.（1），括号后面不加顿号", part.paragraph)


def _proper(part: Part) -> str:
    ordinal = part.heading.ordinal if part.heading else 0
    return section_number(part.level, ordinal if 1 <= ordinal <= 99 else 1)


def _numbered(laid: Laid) -> Iterator[tuple[Part, dict[int, int]]]:
    """Each numbered heading with the ordinals open above and beside it, by level; an annex counts anew."""
    counts: dict[int, int] = {}
    for part in laid.parts:
        if part.role is Role.ANNEX_LABEL:
            counts = {}
        if part.heading is not None and part.heading.ordinal:
            yield part, dict(counts)
            counts = {level: n for level, n in counts.items() if level < part.level} | {part.level: part.heading.ordinal}


def _skip(laid: Laid) -> Iterator[Finding]:
    for part, counts in _numbered(laid):
        if part.level > 1 and part.level - 1 not in counts and part.level not in counts:
            fault = f"小标题越了级：“{section_number(part.level, 1)}”上面没有“{section_number(part.level - 1, 1)}”"
            yield Finding(fault, "序号依次用 一、（一）1.（1）", part.paragraph)


def _order(laid: Laid) -> Iterator[Finding]:
    for part, counts in _numbered(laid):
        assert part.heading is not None
        before, ordinal = counts.get(part.level, 0), part.heading.ordinal
        new_list = ordinal == 1 and part.level > 2 and part.role is Role.BODY
        if ordinal != before + 1 and not new_list:
            wanted = section_number(part.level, min(before + 1, 99))
            yield Finding(f"序号不连续：这里是“{part.heading.number}”，应是“{wanted}”", "改正序号，或补上漏掉的小标题", part.paragraph)


def _outline(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.HEADING):
        if part.paragraph.shape.outline is None:
            yield Finding("小标题没有大纲级别，导航窗格里看不到", "“段落—大纲级别”按层次选 1 级至 4 级，或套用“标题 1”至“标题 4”", part.paragraph)


RULES: tuple[Rule, ...] = (
    standard("body-indent", "正文每段左空二字、回行顶格", "7.3.3", _body_indent),
    practice("indent-by-spaces", "空二字用首行缩进，不打空格", "", _typed),
    standard("body-align", "正文不居中、不居右", "7.3.3", _align),
    standard("heading-font", "小标题依次用黑体、楷体、仿宋、仿宋", "7.3.3", _font),
    standard("heading-size", "小标题用三号", "7.3.3", _size),
    practice("heading-bold", "第一、二层小标题不加粗", "7.3.3", _bold),
    standard("heading-indent", "小标题左空二字", "7.3.3", _heading_indent),
    standard("heading-number", "序号写作 一、（一）1.（1）", "7.3.3", _form),
    standard("heading-skip", "小标题不越级", "7.3.3", _skip),
    practice("heading-order", "序号连续", "7.3.3", _order),
    advice("heading-outline", "小标题有大纲级别", _outline),
)
