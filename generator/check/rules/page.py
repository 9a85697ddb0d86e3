"""The sheet and its margins: GB/T 9704-2012, 5.1 and 5.2.1."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from generator.check.document import Edges, Header, Section
from generator.check.forms import Form
from generator.check.measure import millimetres
from generator.check.roles import Role
from generator.check.rule import Finding, Laid, Rule, practice, standard
from generator.check.rules.forms import letter_top
from generator.check.wanted import Margins

_SHEET = 10
_SIDE = 57
_AREA = 28


def _size(laid: Laid) -> Iterator[Finding]:
    wanted = (laid.wanted.width, laid.wanted.height)
    for section in laid.document.sections:
        found = sorted((section.width, section.height))
        if any(abs(a - b) > _SHEET for a, b in zip(found, sorted(wanted), strict=True)):
            fault = f"纸张是 {millimetres(section.width)}×{millimetres(section.height)}，应是 {millimetres(wanted[0])}×{millimetres(wanted[1])}"
            yield Finding(fault, "“布局—纸张大小”选 A4")


def _margins(section: Section, laid: Laid) -> Margins:
    """The set of margins that ``section`` keeps above and below; the recommended one where it keeps none. A letter may have a 天头 of its own."""
    wanted, own = laid.wanted.margins, letter_top(laid, section)
    if own is not None:
        return replace(next((m for m in wanted if abs(m.bottom - section.bottom) <= _SIDE), wanted[0]), top=own)
    return next((m for m in wanted if abs(m.top - section.top) <= _SIDE and abs(m.bottom - section.bottom) <= _SIDE), wanted[0])


def _upright(laid: Laid) -> Iterator[Section]:
    return (section for section in laid.document.sections if not section.landscape)


def _side(said: str, side: str, of: Callable[[Section | Margins], int]) -> Callable[[Laid], Iterator[Finding]]:
    """The rule of one margin: ``said`` as the standard calls it, ``side`` as Word does."""

    def find(laid: Laid) -> Iterator[Finding]:
        for section in _upright(laid):
            found, wanted = of(section), of(_margins(section, laid))
            if abs(found - wanted) > _SIDE:
                yield Finding(f"{said}是 {millimetres(found)}，应是 {millimetres(wanted)}", f"“布局—页边距”把{side}改成 {millimetres(wanted)}")

    return find


_TOP = _side("天头", "上边距", lambda s: s.top)
_BOTTOM = _side("地脚", "下边距", lambda s: s.bottom)
_LEFT = _side("订口", "左边距（连装订线）", lambda s: s.left)
_RIGHT = _side("切口", "右边距", lambda s: s.right)
_SIDES = (_TOP, _BOTTOM, _LEFT, _RIGHT)


def _area(laid: Laid) -> Iterator[Finding]:
    """Only where neither the sheet nor a single margin is to blame."""
    blamed = any(True for find in (_size, *_SIDES) for _ in find(laid))
    for section in () if blamed else _upright(laid):
        margins = _margins(section, laid)
        width, height = (laid.wanted.width - margins.left - margins.right, laid.wanted.height - margins.top - margins.bottom)
        if abs(section.text_width - width) > _AREA or abs(section.text_height - height) > _AREA:
            found = f"{millimetres(section.text_width)}×{millimetres(section.text_height)}"
            yield Finding(f"版心是 {found}，应是 {millimetres(width)}×{millimetres(height)}", "四边的页边距加起来与纸张对一对")


def _columns(laid: Laid) -> Iterator[Finding]:
    filled = {part.paragraph.section for part in laid.parts if part.text}
    for i, section in enumerate(laid.document.sections):
        if section.columns > 1 and i in filled:
            yield Finding(f"分成了 {section.columns} 栏，公文不分栏", "“布局—栏”选“一栏”")


def _extras(laid: Laid) -> Iterator[Finding]:
    filled = {part.paragraph.section for part in laid.parts if part.text and part.role is not Role.COVER}
    extras = (laid.document.sections[min(i, len(laid.document.sections) - 1)].extras for i in filled)
    for extra in sorted(frozenset().union(*extras)):
        yield Finding(f"有{extra}，公文没有", _TAKEN_OFF[extra])


_TAKEN_OFF = {
    "页面边框": "“设计—页面边框”选“无”",
    "行号": "“布局—行号”选“无”",
    "竖排的文字": "“布局—文字方向”选“水平”",
    "垂直居中或靠下的页面": "“布局—页面设置—版式”里“垂直对齐方式”选“顶端对齐”",
}


def _headers(laid: Laid) -> Iterator[Header]:
    """The headers that are printed; the first page of a letter bears its head there."""
    for section in laid.document.sections:
        for edges, found in section.headers.items():
            first = edges is Edges.FIRST
            if (first and (not section.title_page or laid.form is Form.LETTER)) or (edges is Edges.EVEN and not laid.document.even_and_odd):
                continue
            yield found


def _header(laid: Laid) -> Iterator[Finding]:
    mend = "双击页眉，删去里面的字、图；有横线的，“边框”选“无框线”"
    for found in _headers(laid):
        if found.text:
            yield Finding(f"页眉里有“{found.text[:14]}”，公文没有页眉", mend)
        elif found.picture:
            yield Finding("页眉里有图，公文没有页眉", mend)
        elif found.ruled:
            yield Finding("页眉有一条横线，公文没有页眉", mend)


def _watermark(laid: Laid) -> Iterator[Finding]:
    if any(found.watermark for found in _headers(laid)):
        yield Finding("有水印", "“设计—水印—删除水印”")


RULES: tuple[Rule, ...] = (
    standard("page-size", "用 A4 纸", "5.1", _size),
    standard("margin-top", "天头 37 毫米", "5.2.1", _TOP),
    standard("margin-bottom", "地脚 35 毫米（由版心算出）", "5.2.1", _BOTTOM),
    standard("margin-left", "订口 28 毫米", "5.2.1", _LEFT),
    standard("margin-right", "切口 26 毫米（由版心算出）", "5.2.1", _RIGHT),
    standard("type-area", "版心 156×225 毫米", "5.2.1", _area),
    practice("columns", "不分栏", "", _columns),
    practice("page-extras", "没有页面边框、行号、竖排", "", _extras),
    practice("header", "没有页眉", "", _header),
    practice("watermark", "没有水印", "", _watermark),
)
