"""Running text and its headings: GB/T 9704-2012, 7.3.3."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping
from itertools import islice

from msgspec import Struct

from generator.check.document import Align
from generator.check.measure import characters, indented, said_characters
from generator.check.roles import Number, Part, Role
from generator.check.rule import Finding, Laid, Rule, advice, practice, standard
from generator.check.rules.faces import font_finding, head, size_finding, wrong_fonts, wrong_sizes, wrongly_bold
from generator.check.run_in import is_short_head, run_in_heads
from generator.chinese.numerals import section_number
from generator.reading.headings import decimal

_LEAST, _MOST = 600 / 320, 660 / 320
_FLUSH = 0.1
_NEAR = 2
"""Paragraphs above a number within which the one before it may stand: the second may be a line that goes on by itself."""
_LAST_NUMBER = 99
_NUMERAL = "[一二三四五六七八九十百]+"
_FORMS = (
    re.compile(rf"{_NUMERAL}、|第{_NUMERAL}(部分|章)"),
    re.compile(rf"（{_NUMERAL}）"),
    re.compile(r"[0-9]+[.．]"),
    re.compile(r"（[0-9]+）"),
)
_SIGNS = "1234567890 １２３４５６７８９０ 一二三四五六七八九十百 壹贰叁肆伍陆柒捌玖拾 ㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩ ⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑ ⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽"
_FIRSTS = {ord(sign): signs[0] for signs in _SIGNS.split() for sign in signs}
_ODD = re.compile(rf"{_NUMERAL}[.．,，](?=\S{{2,30}}$)")


def _indent(laid: Laid, role: Role) -> Iterator[Finding]:
    for part in laid.of(role):
        paragraph = part.paragraph
        if paragraph.line or (part.number and part.number.chapter):
            continue
        found = characters(indented(paragraph), paragraph.face.size)
        mend = "“段落—缩进”左右改成 0，“特殊”选“首行”2 字符"
        if not _LEAST <= found <= _MOST:
            yield Finding(f"{role}首行空了 {said_characters(found)}，应空二字", mend, paragraph)
        elif characters(paragraph.shape.left, paragraph.face.size) > _FLUSH:
            yield Finding(f"{role}回行空了 {said_characters(characters(paragraph.shape.left, paragraph.face.size))}，应顶格", mend, paragraph)
        elif characters(paragraph.shape.right, paragraph.face.size) > _FLUSH:
            yield Finding(
                f"{role}右边空了 {said_characters(characters(paragraph.shape.right, paragraph.face.size))}，应排到版心右边", mend, paragraph
            )


def _body_indent(laid: Laid) -> Iterator[Finding]:
    return _indent(laid, Role.BODY)


def _heading_indent(laid: Laid) -> Iterator[Finding]:
    return _indent(laid, Role.HEADING)


def _align(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.BODY, Role.HEADING):
        align = part.paragraph.shape.align
        if align in (Align.CENTER, Align.RIGHT, Align.SPREAD) and not (part.number and part.number.chapter):
            yield Finding(f"{part.role}{align}，应左空二字、回行顶格", "选“两端对齐”", part.paragraph)


# --- headings ----------------------------------------------------------------------------------------------------------------------------


def _said_level(level: int) -> str:
    return f"第{'一二三四'[level - 1]}层小标题“{section_number(level, 1)}”"


def _font(laid: Laid) -> Iterator[Finding]:
    """Headings, and what opens a paragraph in a heading's stead; a first sentence in clauses is none, and may be set either way."""
    run_in = run_in_heads(laid)
    for part in laid.of(Role.HEADING, Role.BODY):
        if part.heading is None or part.paragraph.line:  # first it must become a paragraph of its own
            continue
        wanted = laid.wanted.headings[part.level - 1]
        free = () if part.role is Role.HEADING or (is_short_head(part) and part.at in run_in) else (laid.wanted.body,)
        yield from (_named(font_finding(part, found, wanted), part) for found in wrong_fonts(head(part), wanted, *free))


def _size(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.HEADING):
        wanted = laid.wanted.headings[part.level - 1]
        yield from (_named(size_finding(part, found, wanted), part) for found in wrong_sizes(part, wanted))


def _named(finding: Finding, part: Part) -> Finding:
    return Finding(finding.fault.replace(part.role, _said_level(part.level), 1), finding.mend, finding.paragraph)


def _bold(laid: Laid) -> Iterator[Finding]:
    """Third and fourth levels are bold in many offices, and the standard is silent on them."""
    for part in laid.of(Role.HEADING):
        wanted = laid.wanted.headings[part.level - 1].bold
        if wrongly_bold(part, wanted):
            fault = f"{_said_level(part.level)}{'没有加粗' if wanted else '加粗了'}"
            yield Finding(fault, f"选中后{'点' if wanted else '去掉'}“加粗”", part.paragraph)


def _form(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.HEADING, Role.BODY):
        number = part.number
        odd = _ODD.match(part.text) if number is None else None
        if odd:
            first = _as_first(odd.group())
            yield Finding(f"序号写成“{first}”，应写成“{first[:-1]}、”", "改成顿号", part.paragraph)
        elif number is not None and not _FORMS[number.level - 1].fullmatch(number.printed.strip()):
            mend = "四层序号依次是 一、（一）1.（1），括号后面不加顿号"
            yield Finding(f"序号写成“{_as_first(number.printed)}”，应写成“{section_number(number.level, 1)}”的样子", mend, part.paragraph)


def _as_first(printed: str) -> str:
    """The number ``printed`` as the first of its kind is, so that a whole list is told in one line: （3） and （12） are （1）."""
    return re.sub(r"(1)1+|(１)１+|(一)一+", r"\1\2\3", printed.strip().translate(_FIRSTS))


class _Counts(Struct, frozen=True):
    """The ordinals open above and beside a number, by level (0: chapters), and the last of each level wherever it stood."""

    open: Mapping[int, int]
    last: Mapping[int, int]

    def follows(self, level: int, ordinal: int) -> bool:
        """Whether ``ordinal`` counts on, within its section or through the whole text."""
        return ordinal in (self.open.get(level, 0) + 1, self.last.get(level, 0) + 1)


def _numbered(laid: Laid) -> Iterator[tuple[Part, Number, _Counts]]:
    """Each numbered paragraph with what was counted before it; an annex, and a title in the midst of the text, count anew."""
    counts = _Counts({}, {})
    for part in laid.parts:
        if part.role in (Role.ANNEX_LABEL, Role.ANNEX_TITLE, Role.TITLE):
            counts = _Counts({}, {})
        if part.number is not None and part.role in (Role.HEADING, Role.BODY):
            yield part, part.number, counts
            level, ordinal = _depth(part.number), part.number.ordinal
            still = {n: count for n, count in counts.open.items() if n < level}
            counts = _Counts(still | {level: ordinal}, {**counts.last, level: ordinal})


def _depth(number: Number) -> int:
    """How deep ``number`` counts: 0 for chapters; 1） counts beside （1）, of which either may stand below the other."""
    return 0 if number.chapter else number.level + (number.printed[0].isdecimal() and number.level == len(_FORMS))


def _skip(laid: Laid) -> Iterator[Finding]:
    """A level is left out only where the text, or the annex, has it: two levels may be 一、 and 1. A text that numbers its heads 1.1 has others."""
    annexed = [part.at for part in laid.of(Role.ANNEX_LABEL)]
    used = {(bisect(annexed, part.at), part.level) for part in laid.of(Role.HEADING)}
    if any(decimal(part.text) for part in laid.of(Role.HEADING)):
        return
    for part, number, counts in _numbered(laid):
        above = number.level - 1
        if part.role is Role.HEADING and (bisect(annexed, part.at), above) in used and above not in counts.open and _depth(number) not in counts.open:
            fault = f"小标题越了级：“{section_number(number.level, 1)}”上面没有“{section_number(above, 1)}”"
            yield Finding(fault, "序号依次用 一、（一）1.（1）", part.paragraph)


def _order(laid: Laid) -> Iterator[Finding]:
    for part, number, counts in _numbered(laid):
        level = _depth(number)
        new_list = number.ordinal == 1 and (level > 2 or (level > 1 and part.role is Role.BODY))
        begun = any(_names_before(number, above) for above in islice((p for p in laid.before(part) if p.text), _NEAR))
        if not (number.chapter or new_list or begun or counts.follows(level, number.ordinal)):
            wanted = section_number(number.level, min(counts.open.get(level, 0) + 1, _LAST_NUMBER))
            yield Finding(f"序号不连续：这里是“{number.printed}”，应是“{wanted}”", "改正序号，或补上漏掉的小标题", part.paragraph)


def _names_before(number: Number, above: Part) -> bool:
    """Whether the number before ``number`` stands within the paragraph ``above``, where a list begins behind some words: 要求：1、按时；"""
    before = number.printed.replace(str(number.ordinal), str(number.ordinal - 1), 1)
    return before != number.printed and re.search(rf"(?<!\d){re.escape(before)}", above.text) is not None


def _outline(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.HEADING):
        if part.paragraph.shape.outline is None and not part.paragraph.line:
            yield Finding("小标题没有大纲级别，导航窗格里看不到", "“段落—大纲级别”按层次选 1 级至 4 级，或套用“标题 1”至“标题 4”", part.paragraph)


RULES: tuple[Rule, ...] = (
    standard("body-indent", "正文每段左空二字、回行顶格", "7.3.3", _body_indent),
    standard("body-align", "正文不居中、不居右、不分散", "7.3.3", _align),
    standard("heading-font", "小标题依次用黑体、楷体、仿宋、仿宋", "7.3.3", _font),
    standard("heading-size", "小标题用三号", "7.3.3", _size),
    practice("heading-bold", "第一、二层小标题不加粗", "7.3.3", _bold),
    standard("heading-indent", "小标题左空二字", "7.3.3", _heading_indent),
    standard("heading-number", "序号写作 一、（一）1.（1）", "7.3.3", _form),
    standard("heading-skip", "小标题不越级", "7.3.3", _skip),
    practice("heading-order", "序号连续", "7.3.3", _order),
    advice("heading-outline", "小标题有大纲级别", _outline),
)
