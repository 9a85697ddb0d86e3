"""22 lines to a page, 28 characters to a line: GB/T 9704-2012, 5.2.3."""

from __future__ import annotations

from collections.abc import Iterator

from generator.check.document import Grid, LineRule, Paragraph, Section
from generator.check.measure import pitch, points
from generator.check.roles import Part, Role
from generator.check.rule import Finding, Laid, Rule, advice, practice, standard

_SIDE = 57
_TEXT = (Role.ADDRESSEE, Role.HEADING, Role.BODY, Role.ATTACHMENT)
_GAP = 20
_LEAST_FILL = 100
_GRID = 3
_WORD_UNIT = 204.8
"""``w:charSpace`` is in 4096ths of a point: 204.8 to a twip."""


def _area(section: Section, laid: Laid) -> tuple[int, int]:
    """Width and height of the type area; as wanted where they are off, since margins are another rule's business."""
    wanted = laid.wanted
    areas = [(wanted.width - m.left - m.right, wanted.height - m.top - m.bottom) for m in wanted.margins]
    width = section.text_width if any(abs(section.text_width - w) <= _SIDE for w, _ in areas) else areas[0][0]
    height = section.text_height if any(abs(section.text_height - h) <= _SIDE for _, h in areas) else areas[0][1]
    return width, height


def _rows(pitch_: float, height: int) -> int:
    return int(height // pitch_) if pitch_ > 0 else 0


def _texts(laid: Laid) -> Iterator[tuple[Part, Section, float]]:
    """Running text with its section and line pitch; a landscape page has lines of its own."""
    for part in laid.of(*_TEXT):
        section = laid.section(part)
        if not section.landscape:
            yield part, section, pitch(part.paragraph, section)


def _line(laid: Laid) -> Iterator[Finding]:
    wanted = laid.wanted
    for part, section, found in _texts(laid):
        rows = _rows(found, _area(section, laid)[1])
        if rows != wanted.rows and not _loosened(section, found, rows, laid):
            said = _said_pitch(part.paragraph, found)
            yield Finding(f"行距是{said}，每面排 {rows} 行，应排 {wanted.rows} 行", _line_mend(laid), part.paragraph)


def _loosened(section: Section, found: float, rows: int, laid: Laid) -> bool:
    """Whether pitch and grid were loosened together by one line a page, as one does lest the date stand on a page alone (7.3.5.5)."""
    return rows == laid.wanted.rows - 1 and bool(section.grid.kind) and section.grid.pitch == found


def _loosening(laid: Laid) -> Iterator[Finding]:
    for _, section, found in _texts(laid):
        if _loosened(section, found, _rows(found, _area(section, laid)[1]), laid):
            mend = f"为了成文日期不单独成页，可以这样（7.3.5.5）；不是的，{_line_mend(laid)}"
            yield Finding(f"行距放宽到 {found / 20:g} 磅，每面排 {laid.wanted.rows - 1} 行", mend)
            return


def _said_pitch(paragraph: Paragraph, found: float) -> str:
    shape = paragraph.shape
    if shape.rule is LineRule.EXACT:
        return f"固定值 {points(found)}"
    named = f" {shape.pitch / 240:.3g} 倍" if shape.rule is LineRule.AUTO else f"最小值 {points(shape.pitch)}"
    return f"{named}（约 {found / 20:.1f} 磅）"


def _line_mend(laid: Laid) -> str:
    return f"“段落—行距”选“固定值”，设成 {points(laid.wanted.line)}"


def _fill(laid: Laid) -> Iterator[Finding]:
    for part, section, found in _texts(laid):
        _, height = _area(section, laid)
        rows = _rows(found, height)
        if rows == laid.wanted.rows and found != laid.wanted.line and height - rows * found > _LEAST_FILL:
            short = (height - rows * found) * 25.4 / 1440
            yield Finding(f"行距是 {found / 20:g} 磅，{rows} 行没有撑满版心（差 {short:.0f} 毫米）", _line_mend(laid), part.paragraph)


def _grid(laid: Laid) -> Iterator[Finding]:
    for section in laid.document.sections:
        if not section.grid.kind:
            yield Finding("没有设文档网格", f"“页面设置—文档网格”选“只指定行网格”，每页 {laid.wanted.rows} 行")


def _grid_pitch(laid: Laid) -> Iterator[Finding]:
    wanted = {laid.wanted.line} | {(section.text_height - 1) // laid.wanted.rows for section in laid.document.sections}
    for section in laid.document.sections:
        found = section.grid.pitch
        loosened = _loosened(section, found, _rows(found, _area(section, laid)[1]), laid)
        if section.grid.kind and not section.landscape and not loosened and all(abs(found - w) > _GRID for w in wanted):
            yield Finding(f"文档网格的行跨度是 {points(found)}，应是 {points(laid.wanted.line)}", f"“页面设置—文档网格”每页 {laid.wanted.rows} 行")


def _characters(laid: Laid) -> Iterator[Finding]:
    wanted = laid.wanted
    for part, section, _ in _texts(laid):
        face = part.paragraph.face
        if part.role is not Role.BODY or face.size != wanted.body.size or not wanted.characters:
            continue
        advance = face.size * 10 + face.spacing + (_stretch(section.grid) if part.paragraph.shape.snap else 0)
        width, _ = _area(section, laid)
        count = int((width + 0.5) // advance)
        if count != wanted.characters:
            mend = f"“字体—高级—间距”选“紧缩”{_tightening(section, laid)}，或“页面设置—文档网格”指定每行 {wanted.characters} 字"
            yield Finding(f"每行排 {count} 字，应排 {wanted.characters} 字", mend, part.paragraph)


def _stretch(grid: Grid) -> float:
    """What a grid of characters adds to each advance."""
    return grid.characters / _WORD_UNIT if grid.kind in ("linesAndChars", "snapToChars") else 0


def _tightening(section: Section, laid: Laid) -> str:
    short = laid.wanted.body.size * 10 - section.text_width / laid.wanted.characters
    return f" {max(0.05, -(-short // 1) / 20):g} 磅"


def _widow(laid: Laid) -> Iterator[Finding]:
    for part, *_ in _texts(laid):
        if part.paragraph.shape.widow:
            yield Finding("设了“孤行控制”，有的页会少排一行", "“段落—换行和分页”去掉“孤行控制”", part.paragraph)


def _gaps(laid: Laid) -> Iterator[Finding]:
    for part, *_ in _texts(laid):
        shape = part.paragraph.shape
        if part.role in (Role.HEADING, Role.BODY) and max(shape.before, shape.after) > _GAP:
            fault = f"设了段前 {points(shape.before)}、段后 {points(shape.after)}，行排不到网格上"
            yield Finding(fault, "“段落—间距”把段前、段后都改成 0", part.paragraph)


RULES: tuple[Rule, ...] = (
    standard("line-pitch", "每面排 22 行", "5.2.3", _line),
    advice("line-pitch-loosened", "行距放宽了一行", _loosening),
    practice("page-fill", "22 行撑满版心", "5.2.3", _fill),
    practice("grid-missing", "设文档网格", "5.2.3", _grid),
    practice("grid-pitch", "文档网格每面 22 行", "5.2.3", _grid_pitch),
    standard("line-length", "每行排 28 字", "5.2.3", _characters),
    practice("widow-control", "不设孤行控制", "5.2.3", _widow),
    practice("paragraph-gap", "段前段后不空", "5.2.3", _gaps),
)
