"""A look (版式) as its YAML file says it: a whole one, or one that states only how it deviates from the look it inherits (继承)."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from generator.chinese.sizes import SIZES
from generator.declared import Given, Key, Many, Record, Text, read
from generator.limits import EMPTY_LINES, LARGEST_FONT, LINE_CHARACTERS, LINE_POINTS, PAGE_MILLIMETRES, RULE_MILLIMETRES, WORD_LENGTH
from generator.problems import Faults, Problem, Source
from generator.render.looks import AnnexLook, ImprintLook, Look, MastheadLook, Page, Style
from generator.yamlfile import Mapping, Node, Scalar, parse

__all__ = ["ALIGNMENTS", "HIGHLIGHTS", "Look", "Page", "Style", "load_style"]

ALIGNMENTS = {"居左": "left", "居中": "center", "居右": "right", "两端": "both"}
HIGHLIGHTS = {"黄": "yellow", "绿": "green", "青": "cyan", "粉": "magenta", "灰": "lightGray"}
_YES_NO = {"是": True, "否": False}


# --- what a style file may say -----------------------------------------------------------------------------------------------------------

_PAGE_KEYS = ("宽", "高", "天头", "地脚", "订口", "切口", "页脚")
_SIGNED = "字距"
_CLOSING_KEYS = ("右空", "日期右移", "用印右空", "用印空行")
_MASTHEAD_KEYS = ("标志上距", "红线粗细", "红线距字号")
_IMPRINT_KEYS = ("粗线", "细线")
LARGEST: dict[str, float] = {
    **dict.fromkeys(_PAGE_KEYS, PAGE_MILLIMETRES),
    **dict.fromkeys((*_CLOSING_KEYS, "首行缩进", "边空"), LINE_CHARACTERS),
    **dict.fromkeys(("用印空行", "段前空行", "段后空行"), EMPTY_LINES),
    **dict.fromkeys(("标志上距", "红线距字号"), PAGE_MILLIMETRES),
    **dict.fromkeys(("红线粗细", *_IMPRINT_KEYS), RULE_MILLIMETRES),
    **dict.fromkeys(("行距", _SIGNED), LINE_POINTS),
}
"""The largest value of every measure, in its own unit."""
_HEADING_NAMES = ("小标题1", "小标题2", "小标题3", "小标题4")
_MASTHEAD_NAMES = ("份号", "密级", "紧急程度", "发文机关标志", "发文字号", "签发人", "签发人姓名")
_ANNEX_NAMES = ("附件序号", "附件标题", "台账表头", "台账")
_IMPRINT_NAMES = ("抄送", "印发机关")
_PARAGRAPH_NAMES = (
    *("标题", "主送机关", *_HEADING_NAMES, "正文", "附件说明", "署名", "成文日期"),
    *_MASTHEAD_NAMES,
    *_ANNEX_NAMES,
    *_IMPRINT_NAMES,
)
_ROLES = ("小标宋", "黑体", "楷体", "仿宋", "宋体", "西文")
_LATIN_ROLE = "西文"
_INHERITS = "继承"
_DEEPEST = 8

_LOOK_KEYS = (
    Key("中文字体", Text(), required=True, doc="“字体”里的一种（" + "、".join(_ROLES[:-1]) + "），或字体的名字"),
    Key("西文字体", Text()),
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


def _numbers(*names: str) -> Record:
    return Record(tuple(Key(name, Text(), required=True, doc="一个数") for name in names))


SHAPE = Record(
    (
        Key("名称", Text(), required=True),
        Key("页面", Record(tuple(Key(name, Text(), required=True, doc="毫米数") for name in _PAGE_KEYS)), required=True),
        Key("行距", Text(), required=True, doc="磅数，如 28.95"),
        Key("字体", Record(tuple(Key(name, Text(), required=True, doc="字体的名字") for name in _ROLES)), required=True),
        Key("落款", _numbers(*_CLOSING_KEYS), required=True),
        Key("版头", _numbers(*_MASTHEAD_KEYS), required=True),
        Key("版记", _numbers(*_IMPRINT_KEYS), required=True),
        Key("字体代用", Many(Record((Key("字体", Text(), required=True), Key("代用", Text(), required=True))))),
        Key("样式", _STYLES, required=True),
    )
)


def load_style(source: Source, find: Callable[[str], Source] | None = None) -> Style:
    """The look that a style file declares; ``find`` gives the source of the look it inherits by name, and may raise ``Faults`` itself.

    Raises ``Faults`` with every misfit: unknown, missing and repeated keys, values that are no measure.
    """
    problems: list[Problem] = []
    given = read(_whole(parse(source), find), SHAPE, problems)
    style = _style(given, problems) if not problems else None
    if style is None and isinstance(given, Given):
        _check_values(given, problems)
    if style is None or problems:
        raise Faults(problems)
    return style


def _whole(node: Node, find: Callable[[str], Source] | None, depth: int = 0) -> Node:
    """``node`` laid over the look it inherits."""
    if not isinstance(node, Mapping):
        return node
    own = Mapping(tuple((k, v) for k, v in node.entries if k.text != _INHERITS), node.place)
    parents = [v for k, v in node.entries if k.text == _INHERITS]
    if not parents:
        return own
    parent = parents[0]
    if not isinstance(parent, Scalar) or find is None or depth == _DEEPEST:
        raise Faults([Problem(parent.place, "inherits", "“继承”应是一种版式的名字，而且不能绕圈", "如 继承: gbt9704")])
    return _laid_over(own, _whole(parse(_inherited(parent, find)), find, depth + 1))


def _inherited(parent: Scalar, find: Callable[[str], Source]) -> Source:
    """The look that ``parent`` names. Raises ``Faults`` at that name where there is none."""
    try:
        return find(parent.text)
    except Faults as faults:
        raise Faults(p if p.place.line else replace(p, place=parent.place) for p in faults.problems) from None


def _laid_over(own: Node, under: Node) -> Node:
    """The entries of both, ``own`` winning, mappings merged key by key; every value keeps the place where it is written."""
    if not isinstance(own, Mapping) or not isinstance(under, Mapping):
        return own
    mine = {k.text: v for k, v in own.entries}
    kept = tuple((k, _laid_over(mine[k.text], v) if k.text in mine else v) for k, v in under.entries)
    inherited = {k.text for k, _ in under.entries}
    return Mapping((*kept, *((k, v) for k, v in own.entries if k.text not in inherited)), own.place)


def _style(given: Given, problems: list[Problem]) -> Style:
    styles: Given = given.get("样式")
    line = _measure(given, "行距", problems, _twips)
    faces = {role: given.get("字体").get(role).text for role in _ROLES}
    looks = {name: _look(styles.get(name), line, faces, problems) for name in (*_PARAGRAPH_NAMES, "页码")}
    first, second, third, fourth = (looks[name] for name in _HEADING_NAMES)
    closing: Given = given.get("落款")
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
        signature_gap=_measure(closing, "右空", problems, float),
        date_shift=_measure(closing, "日期右移", problems, float),
        sealed_gap=_measure(closing, "用印右空", problems, float),
        sealed_lines=_measure(closing, "用印空行", problems, round),
        masthead=_masthead(given.get("版头"), looks, problems),
        annex=AnnexLook(looks["附件序号"], looks["附件标题"], looks["台账表头"], looks["台账"]),
        imprint=_imprint(given.get("版记"), looks, problems),
        substitutes=tuple((pair.get("字体").text, pair.get("代用").text) for pair in given.get("字体代用") or ()),
    )


def _check_values(given: Given, problems: list[Problem]) -> None:
    """What is no measure, size or colour in a file that is not whole and so makes no look."""
    for key, value in given.values.items():
        if isinstance(value, Given):
            _check_values(value, problems)
        elif key in LARGEST:
            _measure(given, key, problems, float, signed=key == _SIGNED)
        elif key == "字号":
            _size(value, problems)
        elif key == "颜色":
            _colour(value, problems)


def _masthead(given: Given, looks: dict[str, Look], problems: list[Problem]) -> MastheadLook:
    copy, secrecy, urgency, issuer, number, signer, name = (looks[n] for n in _MASTHEAD_NAMES)
    top, gap = (_measure(given, key, problems, _millimetres) for key in ("标志上距", "红线距字号"))
    return MastheadLook(copy, secrecy, urgency, issuer, number, signer, name, top, _measure(given, "红线粗细", problems, _eighths), gap)


def _imprint(given: Given, looks: dict[str, Look], problems: list[Problem]) -> ImprintLook:
    thick, thin = (_measure(given, key, problems, _eighths) for key in _IMPRINT_KEYS)
    return ImprintLook(looks["抄送"], looks["印发机关"], thick, thin)


def _page(given: Given, problems: list[Problem]) -> Page:
    width, height, top, bottom, left, right, footer = (_measure(given, key, problems, _millimetres) for key in _PAGE_KEYS)
    page = Page(width, height, top, bottom, left, right, footer)
    if not problems and (page.text_width <= 0 or height <= top + bottom):
        problems.append(Problem(given.place, "no-room", "页边距比纸还大，没有地方排字", "检查宽、高和四边的毫米数"))
    return page


def _look(given: Given, line: int, faces: dict[str, str], problems: list[Problem]) -> Look:
    chinese, latin = given.get("中文字体").text, given.get("西文字体").text if "西文字体" in given else _LATIN_ROLE
    return Look(
        east_asian=faces.get(chinese, chinese),
        latin=faces.get(latin, latin),
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
    number = _number(value, signed) if value is not None else None
    if value is None or number is None:
        place = value.place if value is not None else given.place
        said = value.text[:WORD_LENGTH] if value is not None else ""
        problems.append(Problem(place, "not-a-measure", f"“{key}”应是一个数，现在是“{said}”", "只写数，不写单位，如 28.95"))
    elif abs(number) > LARGEST[key]:
        problems.append(Problem(value.place, "too-large", f"“{key}”太大：{value.text[:WORD_LENGTH]}", f"最大 {LARGEST[key]:g}"))
    elif key == "行距" and unit(number) < 1:
        problems.append(Problem(value.place, "too-small", "“行距”太小，行和行会叠在一起", "写磅数，如 28.95"))
    else:
        return unit(number)
    return unit(1.0)


def _number(value: Scalar, signed: bool) -> float | None:
    written = re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value.text)
    return float(value.text) if written and (signed or not value.text.startswith("-")) else None


def _size(value: Scalar, problems: list[Problem]) -> int:
    """Half-points."""
    size = SIZES.get(value.text)
    if size is None and re.fullmatch(r"[0-9]{1,4}(\.5)?", value.text):
        size = round(float(value.text) * 2)
    if not size or size > LARGEST_FONT * 2:
        usable = f"写 {'、'.join(SIZES)}，或磅数如 16、10.5，最大 {LARGEST_FONT}"
        problems.append(Problem(value.place, "not-a-size", f"没有“{value.text[:WORD_LENGTH]}”这个字号", usable))
        return 2
    return size


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


def _eighths(length: float) -> int:
    """Millimetres as eighths of a point, Word's unit for rules."""
    return max(2, round(length * 72 / 25.4 * 8))
