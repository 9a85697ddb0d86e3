"""A look (版式) as its YAML file says it: page, line pitch, and one named style for each kind of printed paragraph.

Lengths are kept in twips (1/20 pt), sizes in half-points, indents in characters, as Word counts them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from generator.problems import Faults, Problem, Source
from generator.report import LineKind
from generator.yamlfile import Given, Key, Many, Record, Scalar, Text, parse, read

SIZES = {
    "初号": 42.0, "小初": 36.0, "一号": 26.0, "小一": 24.0, "二号": 22.0, "小二": 18.0, "三号": 16.0, "小三": 15.0, "四号": 14.0,
    "小四": 12.0, "五号": 10.5, "小五": 9.0, "六号": 7.5, "小六": 6.5, "七号": 5.5, "八号": 5.0,
}  # fmt: skip
"""字号 → pt."""

ALIGNMENTS = {"居左": "left", "居中": "center", "居右": "right", "两端": "both"}
HIGHLIGHTS = {"黄": "yellow", "绿": "green", "青": "cyan", "粉": "magenta", "灰": "lightGray"}
_YES_NO = {"是": True, "否": False}


@dataclass(frozen=True, slots=True)
class Page:
    """The sheet, its margins and the height of the page number above the lower edge, in twips."""

    width: int
    height: int
    top: int
    bottom: int
    left: int
    right: int
    footer: int

    @property
    def text_width(self) -> int:
        return self.width - self.left - self.right


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style. ``size`` in half-points; ``spacing`` (字距) and ``line`` (行距) in twips; ``indent`` in characters."""

    east_asian: str
    latin: str
    size: int
    bold: bool
    align: str
    indent: float
    spacing: int
    line: int
    colour: str
    keep_next: bool
    lines_before: int
    lines_after: int


@dataclass(frozen=True, slots=True)
class Style:
    """A whole look. ``headings`` has four; ``edge`` is how many characters the page number stands from the side; ``highlight`` marks blanks.

    ``signature_gap`` (右空) and ``date_shift`` (日期右移) are in characters; ``substitutes`` pairs a font with the one that may stand in for it.
    """

    name: str
    page: Page
    line: int
    title: Look
    addressee: Look
    headings: tuple[Look, Look, Look, Look]
    body: Look
    attachment: Look
    signature: Look
    date: Look
    page_number: Look
    edge: float
    lead_bold: bool
    highlight: str
    signature_gap: float
    date_shift: float
    substitutes: tuple[tuple[str, str], ...] = ()

    def look(self, kind: LineKind, level: int = 0) -> Look:
        """The paragraph style of a printed paragraph; ``level`` counts for headings alone."""
        match kind:
            case LineKind.TITLE:
                return self.title
            case LineKind.ADDRESSEE:
                return self.addressee
            case LineKind.HEADING:
                return self.headings[level - 1]
            case LineKind.BODY:
                return self.body
            case LineKind.ATTACHMENT:
                return self.attachment
            case LineKind.SIGNATURE:
                return self.signature
            case LineKind.DATE:
                return self.date


# --- what a style file may say -----------------------------------------------------------------------------------------------------------

_PAGE_KEYS = ("宽", "高", "天头", "地脚", "订口", "切口", "页脚")
_HEADING_NAMES = ("小标题1", "小标题2", "小标题3", "小标题4")
_PARAGRAPH_NAMES = ("标题", "主送机关", *_HEADING_NAMES, "正文", "附件说明", "署名", "成文日期")

_LOOK_KEYS = (
    Key("中文字体", Text(), required=True, doc="如 仿宋_GB2312"),
    Key("西文字体", Text(), required=True, doc="如 Times New Roman"),
    Key("字号", Text(), required=True, doc="如 三号，或磅数 16"),
    Key("加粗", Text(choices=tuple(_YES_NO))),
    Key("对齐", Text(choices=tuple(ALIGNMENTS))),
    Key("首行缩进", Text()),
    Key("字距", Text()),
    Key("行距", Text()),
    Key("颜色", Text()),
    Key("与下段同页", Text(choices=tuple(_YES_NO))),
    Key("段前空行", Text()),
    Key("段后空行", Text()),
)
_LOOK = Record(_LOOK_KEYS)
_STYLES = Record(
    (
        *(Key(name, _LOOK, required=True) for name in _PARAGRAPH_NAMES),
        Key("页码", Record((*_LOOK_KEYS, Key("边空", Text(), required=True, doc="页码离版心左右边几个字"))), required=True),
        Key("要点句首", Record((Key("加粗", Text(choices=tuple(_YES_NO)), required=True),)), required=True),
        Key("空缺", Record((Key("底色", Text(choices=tuple(HIGHLIGHTS)), required=True),)), required=True),
    )
)
SHAPE = Record(
    (
        Key("名称", Text(), required=True),
        Key("页面", Record(tuple(Key(name, Text(), required=True, doc="毫米数") for name in _PAGE_KEYS)), required=True),
        Key("行距", Text(), required=True, doc="磅数，如 28.95"),
        Key("落款", Record((Key("右空", Text(), required=True), Key("日期右移", Text(), required=True))), required=True),
        Key("字体代用", Many(Record((Key("字体", Text(), required=True), Key("代用", Text(), required=True))))),
        Key("样式", _STYLES, required=True),
    )
)


def load_style(source: Source) -> Style:
    """The look that a style file declares. Raises ``Faults`` with every misfit: unknown, missing and repeated keys, values that are no measure."""
    problems: list[Problem] = []
    given = read(parse(source), SHAPE, problems)
    style = _style(given, problems) if not problems else None
    if style is None or problems:
        raise Faults(problems)
    return style


def _style(given: Given, problems: list[Problem]) -> Style:
    styles: Given = given.get("样式")
    line = _measure(given, "行距", problems, _twips)
    looks = {name: _look(styles.get(name), line, problems) for name in (*_PARAGRAPH_NAMES, "页码")}
    first, second, third, fourth = (looks[name] for name in _HEADING_NAMES)
    return Style(
        name=given.get("名称").text,
        page=_page(given.get("页面"), problems),
        line=line,
        title=looks["标题"],
        addressee=looks["主送机关"],
        headings=(first, second, third, fourth),
        body=looks["正文"],
        attachment=looks["附件说明"],
        signature=looks["署名"],
        date=looks["成文日期"],
        page_number=looks["页码"],
        edge=_measure(styles.get("页码"), "边空", problems, float),
        lead_bold=_YES_NO[styles.get("要点句首").get("加粗").text],
        highlight=HIGHLIGHTS[styles.get("空缺").get("底色").text],
        signature_gap=_measure(given.get("落款"), "右空", problems, float),
        date_shift=_measure(given.get("落款"), "日期右移", problems, float),
        substitutes=tuple((pair.get("字体").text, pair.get("代用").text) for pair in given.get("字体代用") or ()),
    )


def _page(given: Given, problems: list[Problem]) -> Page:
    width, height, top, bottom, left, right, footer = (_measure(given, key, problems, _millimetres) for key in _PAGE_KEYS)
    page = Page(width, height, top, bottom, left, right, footer)
    if not problems and (page.text_width <= 0 or height <= top + bottom):
        problems.append(Problem(given.place, "no-room", "页边距比纸还大，没有地方排字", "检查宽、高和四边的毫米数"))
    return page


def _look(given: Given, line: int, problems: list[Problem]) -> Look:
    return Look(
        east_asian=given.get("中文字体").text,
        latin=given.get("西文字体").text,
        size=_size(given.get("字号"), problems),
        bold=_choice(given, "加粗", _YES_NO, False),
        align=_choice(given, "对齐", ALIGNMENTS, "left"),
        indent=_measure(given, "首行缩进", problems, float, 0.0),
        spacing=_measure(given, "字距", problems, _twips, 0, signed=True),
        line=_measure(given, "行距", problems, _twips, line),
        colour=_colour(given.get("颜色"), problems),
        keep_next=_choice(given, "与下段同页", _YES_NO, False),
        lines_before=_measure(given, "段前空行", problems, round, 0),
        lines_after=_measure(given, "段后空行", problems, round, 0),
    )


_T = TypeVar("_T")
_N = TypeVar("_N", int, float)


def _choice(given: Given, key: str, meanings: dict[str, _T], default: _T) -> _T:
    value: Scalar | None = given.get(key)
    return meanings[value.text] if value is not None else default


def _measure(given: Given, key: str, problems: list[Problem], unit: Callable[[float], _N], default: _N | None = None, signed: bool = False) -> _N:
    value: Scalar | None = given.get(key)
    if value is None and default is not None:
        return default
    if value is None or not re.fullmatch(r"-?\d+(\.\d+)?", value.text) or (value.text.startswith("-") and not signed):
        place = value.place if value is not None else given.place
        said = value.text if value is not None else ""
        problems.append(Problem(place, "not-a-measure", f"“{key}”应是一个数，现在是“{said}”", "只写数，不写单位，如 28.95"))
        return unit(0.0)
    return unit(float(value.text))


def _size(value: Scalar, problems: list[Problem]) -> int:
    points = SIZES.get(value.text)
    if points is None and re.fullmatch(r"\d+(\.5)?", value.text):
        points = float(value.text)
    if not points:
        problems.append(Problem(value.place, "not-a-size", f"没有“{value.text}”这个字号", "写 " + "、".join(SIZES) + "，或磅数如 16、10.5"))
        return 2
    return round(points * 2)


def _colour(value: Scalar | None, problems: list[Problem]) -> str:
    if value is None:
        return "000000"
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", value.text):
        problems.append(Problem(value.place, "not-a-colour", f"“{value.text}”不是颜色", "写六位十六进制数，如 000000（黑）、FF0000（红）"))
    return value.text.upper()


def _twips(points: float) -> int:
    return round(points * 20)


def _millimetres(length: float) -> int:
    return round(length * 1440 / 25.4)
