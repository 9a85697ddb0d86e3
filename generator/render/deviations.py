"""Where a look departs from GB/T 9704-2012: one literal table of what the standard asks, clause by clause."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from generator.chinese.sizes import SIZES, size_name
from generator.render.looks import Look, Style
from generator.render.styles import ALIGNMENTS

_CLAUSE_OF_PRACTICE = "标准未规定"
_BLACK, _RED = "000000", "FF0000"


class Deviation(Struct, frozen=True):
    """One departure: the clause (or that the standard is silent), the item, what the standard asks and what the look has."""

    clause: str
    item: str
    asked: str
    found: str


class _Asked(Struct, frozen=True):
    """``found`` puts what a look has into words; ``meets`` says whether the standard would have it so."""

    clause: str
    item: str
    asked: str
    found: Callable[[Style], str]
    meets: Callable[[Style], bool]


def deviations(style: Style) -> tuple[Deviation, ...]:
    """Every departure of ``style`` from the standard, in the order of its clauses; habits on which it is silent last."""
    return tuple(Deviation(a.clause, a.item, a.asked, a.found(style)) for a in _ASKED if not a.meets(style))


def millimetres(twips: int) -> float:
    return twips * 25.4 / 1440


def rows_and_columns(style: Style) -> tuple[int, int]:
    """Lines on a page and characters on a line."""
    return style.rows, style.page.text_width // (style.body.size * 10 + style.body.spacing)


# --- kinds of question -------------------------------------------------------------------------------------------------------------------


def _length(clause: str, item: str, wanted: float, slack: float, of: Callable[[Style], int]) -> _Asked:
    """A length of the page in millimetres."""
    asked = f"{wanted:g} 毫米" + (f"±{slack:g} 毫米" if slack >= 1 else "")
    return _Asked(clause, item, asked, lambda s: f"{millimetres(of(s)):.1f} 毫米", lambda s: abs(millimetres(of(s)) - wanted) <= slack + 0.05)


def _number(clause: str, item: str, wanted: float, unit: str, of: Callable[[Style], float]) -> _Asked:
    return _Asked(clause, item, f"{wanted:g} {unit}", lambda s: f"{of(s):g} {unit}", lambda s: of(s) == wanted)


def _looks(clause: str, item: str, face: str, size: str, of: Callable[[Style], Look]) -> Iterator[_Asked]:
    """Face and size of a paragraph style."""
    yield _Asked(clause, f"{item}字体", face, lambda s: of(s).east_asian, lambda s: _is_face(of(s).east_asian, face))
    yield _Asked(clause, f"{item}字号", size, lambda s: size_name(of(s).size), lambda s: of(s).size == SIZES[size])


def _aligned(clause: str, item: str, wanted: str, of: Callable[[Style], Look]) -> _Asked:
    names = {value: name for name, value in ALIGNMENTS.items()}
    return _Asked(clause, f"{item}对齐", wanted, lambda s: names[of(s).align], lambda s: of(s).align == ALIGNMENTS[wanted])


def _coloured(clause: str, item: str, wanted: str, name: str, of: Callable[[Style], Look]) -> _Asked:
    return _Asked(clause, f"{item}颜色", name, lambda s: of(s).colour, lambda s: of(s).colour == wanted)


def _is_face(font: str, face: str) -> bool:
    """Whether ``font`` is a cut of ``face``: every foundry names its own."""
    others = {"仿宋": ("FangSong",), "楷体": ("KaiTi", "楷"), "黑体": ("SimHei", "黑"), "小标宋": (), "宋体": ("SimSun", "书宋")}[face]
    if face == "宋体" and ("仿宋" in font or "标宋" in font):
        return False
    return any(name in font for name in (face, *others))


def _plain(item: str, of: Callable[[Style], bool]) -> _Asked:
    return _Asked(_CLAUSE_OF_PRACTICE, f"{item}加粗", "不加粗（惯例）", lambda _: "加粗", lambda s: not of(s))


def _heading(n: int) -> Callable[[Style], Look]:
    return lambda s: s.headings[n]


def _bold(n: int) -> Callable[[Style], bool]:
    return lambda s: s.headings[n].bold


def _dash(style: Style) -> int:
    """How far the dash of the page number stands below the type area: the base line is at four fifths of the pitch, the dash above it."""
    number = style.page_number
    return style.page.bottom - style.page.footer - number.line // 5 - number.size * 3


# --- what the standard asks --------------------------------------------------------------------------------------------------------------

_ASKED: tuple[_Asked, ...] = (
    _length("5.1", "纸宽", 210, 0.2, lambda s: s.page.width),
    _length("5.1", "纸高", 297, 0.2, lambda s: s.page.height),
    _length("5.2.1", "天头", 37, 1, lambda s: s.page.top),
    _length("5.2.1", "订口", 28, 1, lambda s: s.page.left),
    _length("5.2.1", "版心宽", 156, 0.5, lambda s: s.page.text_width),
    _length("5.2.1", "版心高", 225, 0.5, lambda s: s.page.text_height),
    _number("5.2.3", "每面行数", 22, "行", lambda s: rows_and_columns(s)[0]),
    _number("5.2.3", "每行字数", 28, "字", lambda s: rows_and_columns(s)[1]),
    _coloured("5.2.4", "正文", _BLACK, "黑色", lambda s: s.body),
    *_looks("7.2.1", "份号", "仿宋", "三号", lambda s: s.masthead.copy),
    *_looks("7.2.2", "密级", "黑体", "三号", lambda s: s.masthead.secrecy),
    *_looks("7.2.3", "紧急程度", "黑体", "三号", lambda s: s.masthead.urgency),
    _length("7.2.4", "发文机关标志到版心上边缘", 35, 0.5, lambda s: s.masthead.top),
    _coloured("7.2.4", "发文机关标志", _RED, "红色", lambda s: s.masthead.issuer),
    _aligned("7.2.4", "发文机关标志", "居中", lambda s: s.masthead.issuer),
    _number("7.2.5", "发文字号上面空", 2, "行", lambda s: s.masthead.number.lines_before),
    *_looks("7.2.6", "签发人", "仿宋", "三号", lambda s: s.masthead.signer),
    *_looks("7.2.6", "签发人姓名", "楷体", "三号", lambda s: s.masthead.signer_name),
    _length("7.2.7", "红色分隔线到发文字号", 4, 0.5, lambda s: s.masthead.rule_gap),
    *_looks("7.3.1", "标题", "小标宋", "二号", lambda s: s.title),
    _aligned("7.3.1", "标题", "居中", lambda s: s.title),
    _number("7.3.1", "标题在红线下空", 2, "行", lambda s: s.title.lines_before),
    _number("7.3.2", "主送机关在标题下空", 1, "行", lambda s: s.title.lines_after),
    _number("7.3.2", "主送机关左空", 0, "字", lambda s: s.addressee.indent),
    *_looks("7.3.3", "正文", "仿宋", "三号", lambda s: s.body),
    _number("7.3.3", "正文段首左空", 2, "字", lambda s: s.body.indent),
    *_looks("7.3.3", "一级小标题", "黑体", "三号", _heading(0)),
    *_looks("7.3.3", "二级小标题", "楷体", "三号", _heading(1)),
    *_looks("7.3.3", "三级小标题", "仿宋", "三号", _heading(2)),
    *_looks("7.3.3", "四级小标题", "仿宋", "三号", _heading(3)),
    _number("7.3.4", "附件说明在正文下空", 1, "行", lambda s: s.attachment.lines_before),
    _number("7.3.4", "附件说明左空", 2, "字", lambda s: s.attachment.indent),
    _number("7.3.5.1", "盖章时日期右空", 4, "字", lambda s: s.sealed_gap),
    _number("7.3.5.2", "不盖章时署名在正文下空", 1, "行", lambda s: s.signature.lines_before),
    _number("7.3.5.2", "不盖章时署名右空", 2, "字", lambda s: s.signature_gap),
    _number("7.3.5.2", "不盖章时日期右移", 2, "字", lambda s: s.date_shift),
    *_looks("7.3.7", "附件序号", "黑体", "三号", lambda s: s.annex.label),
    _number("7.3.7", "附件标题上面空", 1, "行", lambda s: s.annex.title.lines_before),
    _length("7.4.1", "版记首末线粗", 0.35, 0.05, lambda s: round(s.imprint.thick * 2.5)),
    _length("7.4.1", "版记中间线粗", 0.25, 0.05, lambda s: round(s.imprint.thin * 2.5)),
    *_looks("7.4.2", "抄送", "仿宋", "四号", lambda s: s.imprint.copies),
    *_looks("7.4.3", "印发机关", "仿宋", "四号", lambda s: s.imprint.printer),
    *_looks("7.5", "页码", "宋体", "四号", lambda s: s.page_number),
    _number("7.5", "页码左右空", 1, "字", lambda s: s.edge),
    _length("7.5", "页码到版心下边缘", 7, 1, _dash),
    _plain("要点句首", lambda s: s.lead_bold),
    *(_plain(f"{name}级小标题", _bold(n)) for n, name in enumerate("一二三四")),
    _plain("标题", lambda s: s.title.bold),
)
