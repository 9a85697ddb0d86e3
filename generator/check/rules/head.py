"""What stands above the title: GB/T 9704-2012, 7.2. A report without a red head has none of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.cues import DOCUMENT_NUMBER
from generator.check.document import Align
from generator.check.fonts import family, red
from generator.check.forms import Form
from generator.check.measure import characters, indented
from generator.check.roles import Role
from generator.check.rule import Finding, Laid, Rule, practice, standard
from generator.check.rules.faces import font_finding, runs, size_finding, wrong_fonts, wrong_sizes

_MARKS = (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY)
_OFF = 0.4
_PERIOD = re.compile(r"(绝密|机密|秘密)(★(\d{1,2}年|\d{1,2}个月|长期))?")


def _copy_number(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.COPY_NUMBER):
        if not re.fullmatch(r"\d{6}", part.text):
            yield Finding(f"份号“{part.text}”不是 6 位", "写成 6 位数字，如 000001", part.paragraph)


def _mark_type(laid: Laid) -> Iterator[Finding]:
    wanted = laid.wanted.headings[0]
    for part in laid.of(Role.SECRECY, Role.URGENCY):
        yield from (font_finding(part, found, wanted) for found in wrong_fonts(part, wanted))
        yield from (size_finding(part, found, wanted) for found in wrong_sizes(part, wanted))


def _mark_place(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(*_MARKS):
        off = characters(indented(part.paragraph), part.paragraph.face.size)
        if abs(off) > _OFF or part.paragraph.shape.align in (Align.CENTER, Align.RIGHT):
            yield Finding(f"{part.role}没有顶格排在左上角", "“段落—缩进”全改成 0，居左", part.paragraph)


def _mark_order(laid: Laid) -> Iterator[Finding]:
    found = laid.of(*_MARKS)
    for part, wanted in zip(found, sorted(found, key=lambda p: _MARKS.index(p.role)), strict=True):
        if part is not wanted:
            yield Finding("份号、密级、紧急程度的次序不对", "自上而下依次是份号、密级和保密期限、紧急程度", part.paragraph)
            return


def _secrecy(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.SECRECY):
        if not _PERIOD.fullmatch(part.text.replace(" ", "")):
            yield Finding(f"密级和保密期限写成“{part.text}”", "写成 机密★3年 的样子", part.paragraph)


def _issuer_colour(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ISSUER):
        if any(not red(run.face.colour) for run in runs(part)):
            yield Finding("发文机关标志不是红色", "“字体颜色”选红色", part.paragraph)


def _issuer_align(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ISSUER):
        if part.paragraph.shape.align not in (Align.CENTER, Align.BOTH, Align.SPREAD):
            yield Finding(f"发文机关标志{part.paragraph.shape.align}，应居中", "点“居中”", part.paragraph)


def _issuer_font(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.ISSUER):
        yield from (font_finding(part, found, laid.wanted.title) for found in wrong_fonts(part, laid.wanted.title))


def _number_form(laid: Laid) -> Iterator[Finding]:
    """A number without a year in brackets (第12号, 第3期) is none of these."""
    for part in laid.of(Role.DOCUMENT_NUMBER):
        match = DOCUMENT_NUMBER.match(part.text)
        written = match.group() if match else ""
        for fault, mend in _number_faults(written) if match else ():
            yield Finding(f"发文字号“{written}”{fault}", mend, part.paragraph)


def _number_faults(written: str) -> Iterator[tuple[str, str]]:
    if not re.search(r"〔.+〕", written):
        yield "的年份没有用六角括号", "年份用六角括号，如 云水〔2025〕8号"
    if re.search(r"\D\d{1,3}\s*[〕\]］)）】]", written):
        yield "的年份没有写全", "年份写四位数"
    if "第" in written:
        yield "的序号前面有“第”", "删去“第”"
    if re.search(r"[０-９]", written):
        yield "的数字是全角的", "数字改成半角"
    if re.search(r"\D0\d*\s*号", written):
        yield "的序号编了虚位", "1 不写成 01、001"


def _number_place(laid: Laid) -> Iterator[Finding]:
    """Centred; one character in from the left where the signer stands on the same line (a report to a superior)."""
    for part in laid.of(Role.DOCUMENT_NUMBER):
        upward = "签发人" in part.text or "\t" in part.text
        off = characters(indented(part.paragraph), part.paragraph.face.size)
        if upward and not part.paragraph.text.startswith("\t") and abs(off - 1) > _OFF:
            yield Finding("发文字号与签发人同行时应左空一字", "“段落—缩进—左侧”填 1 字符", part.paragraph)
        elif not upward and part.paragraph.shape.align is not Align.CENTER:
            yield Finding(f"发文字号{part.paragraph.shape.align}，应居中", "点“居中”", part.paragraph)


def _signer(laid: Laid) -> Iterator[Finding]:
    """签发人： is set as the text, the name in the face of a second-level heading."""
    names = family(laid.wanted.headings[1].font)
    for part in laid.of(Role.SIGNER, Role.DOCUMENT_NUMBER):
        _, label, name = part.text.partition("签发人")
        bare = name.strip(" ：:\u3000\t")
        found = {family(run.face.east_asian.name or "") for run in runs(part) if run.text.strip() and run.text.strip() in bare}
        if label and bare and found - {names}:
            yield Finding(f"签发人姓名的字体不是{names}", f"“签发人：”用三号仿宋，姓名用三号{names}", part.paragraph)


def _red_line(laid: Laid) -> Iterator[Finding]:
    for part in laid.of(Role.DOCUMENT_NUMBER, Role.SIGNER):
        line = part.paragraph.shape.bottom
        if line is not None and not red(line.colour):
            yield Finding("发文字号下面的分隔线不是红色", "“边框和底纹”把下框线改成红色", part.paragraph)


RULES: tuple[Rule, ...] = (
    standard("copy-number", "份号 6 位", "7.2.1", _copy_number),
    standard("secrecy-form", "密级和保密期限写作 机密★3年", "7.2.2", _secrecy),
    standard("mark-type", "密级、紧急程度用三号黑体", "7.2.2", _mark_type),
    standard("mark-place", "份号、密级、紧急程度顶格排在左上角", "7.2.1", _mark_place),
    standard("mark-order", "份号、密级、紧急程度依次排列", "7.2.3", _mark_order),
    standard("issuer-colour", "发文机关标志用红色", "7.2.4", _issuer_colour, frozenset({Form.DOCUMENT})),
    standard("issuer-align", "发文机关标志居中", "7.2.4", _issuer_align),
    practice("issuer-font", "发文机关标志用小标宋（推荐）", "7.2.4", _issuer_font),
    standard("document-number", "发文字号写作 云水〔2025〕8号", "7.2.5", _number_form),
    standard("document-number-place", "发文字号居中，上行文左空一字", "7.2.5", _number_place, frozenset({Form.DOCUMENT})),
    standard("signer-font", "签发人姓名用三号楷体", "7.2.6", _signer),
    standard("red-line", "发文字号下面的分隔线用红色", "7.2.7", _red_line),
)
