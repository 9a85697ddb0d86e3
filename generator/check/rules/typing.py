"""How the text was typed: stops, and what was typed where something should have been set (spaces, empty lines, broken lines)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from generator.check.document import Align, Paragraph
from generator.check.roles import Part, Role
from generator.check.rule import Finding, Laid, Rule, advice, practice, standard
from generator.chinese.lookalikes import strange
from generator.chinese.numerals import DIVISION
from generator.leftovers import ANSWERED, CUT_OUT, ESCAPES, MARKDOWN, WEB
from generator.printable import seen

_HAN = r"\u3400-\u4dbf\u4e00-\u9fff〇"
_BESIDE = rf"[{_HAN}》”’）〕】％%]"
_HALF = re.compile(
    rf"(?<={_BESIDE})[,;:?!]|[,;:?!](?=[{_HAN}《“‘（])|(?<={_BESIDE})\.(?=[{_HAN}《“‘（]|\s*$)"
    rf"|\([^()（）]{{0,60}}[{_HAN}][^()（）]{{0,60}}\)|（[^()（）]{{0,60}}\)|\([^()（）]{{0,60}}）"
    rf"|(?<={_BESIDE})\.{{2,}}|(?<={_BESIDE}) +[,;:?!](?=\s*[{_HAN}《“‘（])|\[\d{{4}}\](?=\s*\d+\s*号)"
    rf"|'[^']{{0,60}}[{_HAN}][^']{{0,60}}'|`[^`]{{0,60}}[{_HAN}][^`]{{0,60}}`"
    rf'|"[^"]{{0,60}}[{_HAN}][^"]{{0,60}}"|(?<=[{_HAN}])"|"(?=[{_HAN}])'
)
_NUMBERED = re.compile(r"^([一二三四五六七八九十百]+[.．,，]|[（(][一二三四五六七八九十\d]{1,3}[）)])")
_DIVIDED = re.compile(rf"{DIVISION}(?P<mark>[.．,，、;；:：])")
"""A number that opens an article or a chapter, with the stop behind it: no full stop either, since it ends no sentence."""
_MARKUP = re.compile("|".join((MARKDOWN, WEB, ESCAPES, CUT_OUT, ANSWERED)))
"""What stays where somebody pastes Markdown or a page of the web as plain text."""
_LEADING = re.compile(r"[ \u3000\t\u00a0\u2000-\u200a\u202f\u205f]+")
_CLOSING = (Role.ATTACHMENT, Role.SIGNATURE, Role.DATE)
_RUNNING = (Role.HEADING, Role.BODY)
_LEAST = 2
_LAST = 2
"""Empty lines at the end that nobody needs: a single one may be left by chance."""
_SHOWN = 10
"""Characters of a kind that a message shows."""


def _half(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.TITLE, Role.SUBTITLE, *_RUNNING):
        text = part.text[len(part.number.printed) if part.number else 0 :]
        if (divided := _DIVIDED.match(part.text)) is not None:
            if divided["mark"] in ",.:;":
                yield Finding(
                    f"章、条的序号后面是半角标点“{divided['mark']}”", "序号后面不用标点，空一字；自动编号的，在“定义新编号格式”里删去", part.paragraph
                )
            text = part.text[divided.end() :]
        text = _NUMBERED.sub("", text)
        found = dict.fromkeys(_mark(match.group()) for match in _HALF.finditer(text))
        if found:
            yield Finding(f"标点是半角的：{' '.join(found)}", "改成全角标点（，。；：？！（）“”）", part.paragraph)


def _half_in_cells(laid: Laid) -> Iterator[Finding]:
    """Half-width stops in tables and boxes, told once: a table has many cells, and all are mended in one go."""
    found = [(paragraph, _mark(match.group())) for paragraph in laid.document.boxed for match in _HALF.finditer(_NUMBERED.sub("", paragraph.text))]
    if found:
        marks = " ".join(dict.fromkeys(mark for _, mark in found))
        yield Finding(f"表格、文本框里的标点有半角的（{len(found)} 处）：{marks}", "选中表格，把半角标点替换成全角的", found[0][0])


def _mark(found: str) -> str:
    found = found.strip()
    return found if len(found) == 1 or set(found) == {"."} else f"{found[0]}{found[-1]}"


def _spaces(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_RUNNING):
        if _LEADING.match(part.paragraph.text) and not part.paragraph.line:
            yield Finding("首行用空格空出二字", "删去空格，“段落—缩进—特殊”选“首行”2 字符", part.paragraph)
    for part in laid.of(*_CLOSING):
        leading = _LEADING.match(part.paragraph.text)
        if leading and len(leading.group().replace("\t", "\t\t")) >= _LEAST and not part.paragraph.line:
            yield Finding(f"{part.role}用空格移到它的位置上", "删去空格，用“段落—对齐方式”和“缩进”设", part.paragraph)


def _empty(laid: Laid) -> Iterator[Finding]:
    """Empty lines between paragraphs of the text, where nothing stands that they could belong to: a chapter in the middle has room around it."""
    for part in laid.of(*_RUNNING):
        gap: list[Paragraph] = []
        above: Part | None = None
        for above in laid.before(part):
            if above.role is not Role.EMPTY:
                break
            gap.append(above.paragraph)
        if gap and above is not None and above.role in (*_RUNNING, Role.ADDRESSEE) and not _belong(gap, above, part):
            yield Finding(f"正文中间空了 {len(gap)} 行", "删去空行；要分页的，按 Ctrl+Enter", part.paragraph)
    last = [part.paragraph for part in takewhile(lambda part: part.role is Role.EMPTY, _upwards(laid)) if not part.paragraph.apart]
    if len(last) >= _LAST:
        said = next((part.paragraph for part in _upwards(laid) if part.text), None)
        yield Finding(f"文末空了 {len(last)} 行", "删去空行，免得多出一页", said)


def _upwards(laid: Laid) -> Iterator[Part]:
    """The parts of the body from the last on."""
    boxed = set(map(id, laid.document.boxed))
    return (part for part in reversed(laid.parts) if id(part.paragraph) not in boxed)


def _belong(gap: list[Paragraph], above: Part, below: Part) -> bool:
    """Whether empty lines stand by a table or a picture, or hold a page break."""
    beside = any(p.apart for p in (*gap, above.paragraph, below.paragraph)) or _centred_chapter(above) or _centred_chapter(below)
    return beside or below.paragraph.opens > above.paragraph.closes or below.paragraph.section != above.paragraph.section


def _centred_chapter(part: Part) -> bool:
    return part.number is not None and part.number.chapter and part.paragraph.shape.align is Align.CENTER


def _foreign(laid: Laid) -> Iterator[Finding]:
    for paragraph in (*laid.document.paragraphs, *laid.document.boxed):
        if len(seen(paragraph.text)) < len(paragraph.text):
            yield Finding("有看不见的字符", "多半是从网页复制来的，把前后的字删去重打；不然查找不到，序号也认不得", paragraph)
        if found := strange(paragraph.text):
            said = f"“{''.join(found)[:_SHOWN]}”应是“{''.join(found.values())[:_SHOWN]}”"
            yield Finding(f"有看着一样、其实不是的字：{said}", "多半是从 PDF 复制来的，重打一遍；不然查找、朗读都认不得", paragraph)


def _markup(laid: Laid) -> Iterator[Finding]:
    for paragraph in (*laid.document.paragraphs, *laid.document.boxed):
        found = dict.fromkeys(match.group().strip() for match in _MARKUP.finditer(paragraph.text.strip(" ")))
        if found:
            yield Finding(f"有网页、对话里的记号或话：{'、'.join(f'“{mark[:_SHOWN]}”' for mark in found)}", "删去；要加粗、分级的，用样式", paragraph)


def _broken(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_RUNNING, *_CLOSING, Role.ADDRESSEE):
        if part.paragraph.line or "\n" in part.paragraph.text.strip():
            mend = "把换行符（↓）换成回车：“替换”里查找 ^l，替换为 ^p"
            yield Finding("段落里用 Shift+Enter 换行，换下来的行不能首行缩进、不能单独对齐", mend, part.paragraph)
        elif "\n" in part.paragraph.text:
            yield Finding("段落前后用 Shift+Enter 空行", "删去换行符（↓），空行按规定单独成段", part.paragraph)


RULES: tuple[Rule, ...] = (
    standard("half-width", "标点用全角（GB/T 15834）", "9", _half),
    advice("half-width-cells", "表格里的标点也用全角（GB/T 15834）", _half_in_cells),
    practice("indent-by-spaces", "空二字用首行缩进，署名、日期用右缩进，不打空格", "", _spaces),
    practice("empty-lines", "正文中间不空行", "", _empty),
    practice("foreign-forms", "没有部首、兼容字（⽔、⾦）和看不见的字符", "", _foreign),
    practice("markup", "没有网页、对话里的记号和话（**、#、<br>、&nbsp;、[图片]）", "", _markup),
    practice("soft-break", "段落用回车结束，不用 Shift+Enter", "", _broken),
)
