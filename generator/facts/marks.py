"""Marks and units in a clerk's words that print as they stand and that a reader stumbles over: told with line and column, never changed.

What may be changed is in ``normalise``; here is what is left when that is done.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.chinese.lookalikes import folded
from generator.chinese.punctuation import ITEM_SIGNS, LETTER, holds_han
from generator.facts.keys import UNPRINTED
from generator.facts.normalise import lone_quotes, normalise
from generator.facts.spots import Spot, spots
from generator.leftovers import BOLD, CELL_ERRORS, HEAD_SIGN, LINK, NOTHING, WEB
from generator.patterns import late
from generator.problems import Problem, Severity, Source

_UNITS = {
    "min": "分钟", "h": "小时", "kg": "公斤", "t": "吨", "mm": "毫米", "cm": "厘米", "m": "米", "km": "公里", "㎞": "公里", "ha": "公顷",
    "m2": "平方米", "m²": "平方米", "㎡": "平方米", "m3": "立方米", "m³": "立方米", "km2": "平方公里", "km²": "平方公里",
    "kW": "千瓦", "kWh": "千瓦时", "ml": "毫升", "mL": "毫升",
}  # fmt: skip
"""Units as an instrument shows them, and as an official text writes them."""

_SHARES = frozenset("%％‰")
"""What stands behind a number that is a share: no words, and none are wanted."""
_ODD_FIGURE = late(r"^0[xob]|\d[eE][+-]?\d|\d_\d|\d:\d|^[-+＋.]|^0\d")
"""What programs write for a number and no office does: 0x1F, 1e6, 1_000, 12:30, -3, +3, .5, 012."""
_ODD_START, _ODD = frozenset("0-+＋."), frozenset("eE_:")
"""One of which stands in each of them."""
_OF_PROGRAMS = late(f"{'|'.join(NOTHING)}|{CELL_ERRORS}", holding=(*NOTHING, "#"))
_WORDLIKE = frozenset("_＿{×○")
"""What stands for words where there is no letter and no figure."""


class _Slip(Struct, frozen=True):
    """What to look for, what stands in it in any case (one of these, if any are given), what to say of it (``{}``: as it is written) and what to
    do; ``unprinted``: it is a character that does not print."""

    code: str
    pattern: re.Pattern[str]
    holds: tuple[str, ...]
    message: str
    hint: str
    unprinted: bool = False


_SPACES = rf"(?:(?<={LETTER})|(?<=[，。；、：]))(?: {{2,}}|\u3000+)(?={LETTER}|[0-9])"
_GAP = rf"(?<={LETTER}) (?=[0-9])|(?<=[0-9]) (?={LETTER})"
_COMMA = "(?<=[A-Za-z]),(?=[A-Za-z0-9])|(?<=[0-9]),(?=[A-Za-z])|(?<=[0-9]),(?=[0-9])(?![0-9]{3}(?![0-9]))"
_POINT = rf"(?<={LETTER})\.(?={LETTER})"
_ELLIPSIS = r"\.{3,}|。{2,}|(?<!…)…(?!…)"
_DASH = rf"(?<={LETTER})(?:-{{2,}}|—)(?={LETTER})"
_UNIT = rf"(?<=[0-9])\s?({'|'.join(sorted(map(re.escape, _UNITS), key=len, reverse=True))})(?![A-Za-z0-9])"
_NO_UNIT = r"(?<=[0-9])[余多]?[万亿](?=[，。；、,;]|\s*$)"
_ITEM = rf"^(?:[·▫✔☑*+–—{ITEM_SIGNS}-]\s*(?={LETTER})|\d{{1,2}}[.．、)）]\s*(?={LETTER})|[（(]\d{{1,2}}[）)]\s*(?={LETTER}))"
_OWN_SIGN = "“{}”只有某种字体里才有，别处印不出来"
_RUN_ON = rf"(?<={LETTER}|\d)\n\s*(?=\S)"
_SLIPS = (
    _Slip("item-sign", late(_ITEM), (), "“{}”是自己打的列表记号", "删去；会照样印出来，序号由工具来排"),
    _Slip("run-on", late(_RUN_ON), ("\n",), "这一行会接在上一行后面，连成一句", "各是一条的，每条前面加“- ”；本是一句的，写在一行里"),
    _Slip("emoji", late("[\U0001f300-\U0001faff\u2705\u274c\u2b50\u26a0\u2728]"), (), "“{}”是表情符号", "删去"),
    _Slip("spaces", late(_SPACES), ("  ", "\u3000"), "字中间有连着的空格", "删去；是两句话的，加标点"),
    _Slip("gap", late(_GAP), (" ",), "汉字和数字之间有空格", "删去"),
    _Slip("arrow", late("[↑↓→←]"), (*"↑↓→←",), "“{}”不是公文里的写法", "用字写：上升、下降、增加到"),
    _Slip("comma", late(_COMMA), (",",), "半角的“{}”", "并列的用顿号，停顿用“，”；千分位写成 1,246"),
    _Slip("point", late(_POINT), (".",), "汉字中间有半角的“{}”", "是句号写“。”，是人名里的间隔号写“·”"),
    _Slip("ellipsis", late(_ELLIPSIS), ("...", "。。", "…"), "“{}”不是省略号", "写成“……”；列举未尽用“等”"),
    _Slip("dash", late(_DASH), ("--", "—"), "“{}”不是破折号", "写成“——”；起止用“至”"),
    _Slip("wide-letters", late("[Ａ-Ｚａ-ｚ]+"), (), "“{}”是全角字母", "改成半角"),
    _Slip("unit", late(_UNIT), tuple(_UNITS), "“{}”是计量单位的符号", "用字写"),
    _Slip(
        "unseen",
        late(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"),
        (),
        "字中间有看不见的字符",
        "已当作没有来写；重打这几个字，查找才找得到",
        unprinted=True,
    ),
    _Slip("own-signs", late("[\ue000-\uf8ff]"), (), _OWN_SIGN, "换成普通的字", unprinted=True),
    _Slip("own-signs", late("[\ufffc\ufffd]"), ("\ufffc", "\ufffd"), _OWN_SIGN, "换成普通的字"),
    _Slip(
        "markup",
        late(rf"{WEB}|{BOLD}|{LINK}|{HEAD_SIGN}|\{{\{{|\{{%"),
        (*"<&#", "**", "](", "{{", "{%"),
        "“{}”像是网页或模板的记号",
        "删去；它会照样印出来",
    ),
    _Slip("bar", late("[|｜]"), ("|", "｜"), "“{}”会照样印出来", "是要分行的，冒号后面写 |，换一行缩进着写，一行是一行"),
    _Slip("no-unit", late(_NO_UNIT), ("万", "亿"), "“{}”后面没有单位", "写明是元、人次，还是别的"),
)


_CELL_BAR = _Slip("cell-bar", late(r"\|"), ("|",), "半角的“{}”隔不开格子", "各格用全角的｜隔开")
_BY_KEY = {
    "数": tuple(slip for slip in _SLIPS if slip.code != "no-unit"),
    "表格": (*(slip for slip in _SLIPS if slip.code != "bar"), _CELL_BAR),
}
"""By the name of a key, what is looked for there: the unit of a number stands in a key of its own, bars part the cells of a row."""

_HELD = frozenset(held[0] for slip in _SLIPS for held in slip.holds)
"""What begins all that slips hold: most values have none of it."""


def mark_hints(source: Source) -> Iterator[Problem]:
    """A hint at every such mark of the facts file ``source``, which is clean and has no fault of form, in its order."""
    for spot in spots(source).values():
        if odd := _odd(spot):
            yield _hint(source, spot.start, *odd)
        elif spot.key.name not in UNPRINTED and holds_han(spot.text):
            yield from _in_value(source, _BY_KEY.get(spot.key.name, _SLIPS), *_bare(source.text, spot))


def _odd(spot: Spot) -> tuple[str, str, str] | None:
    """The code of what is wrong with a value as a whole, what to say of it and what to do."""
    name, text = spot.key.name, spot.text
    if name == "量" and text in _UNITS:
        return "unit", f"“{text}”是计量单位的符号", f"写成“{_UNITS[text]}”"
    if name == "数" and _is_odd(normalise(text)):
        return "odd-figure", f"“{text}”不是公文里的数", "写成 31、1000、约40 这样的数"
    if name in UNPRINTED or not text.strip() or (name == "量" and normalise(text) in _SHARES):
        return None
    if _OF_PROGRAMS.fullmatch(text.strip()):
        return "no-words", f"“{text}”是程序里的写法", "写出是什么事；没有的写 待补"
    worded = any(c.isalnum() or c in _WORDLIKE for c in folded(text))
    return None if worded else ("no-words", f"“{text}”里没有字", "写出是什么事；没有的写 待补")


def _is_odd(figure: str) -> bool:
    return (figure[:1] in _ODD_START or not _ODD.isdisjoint(figure)) and _ODD_FIGURE.search(figure) is not None


def _bare(text: str, spot: Spot) -> tuple[int, str]:
    """The characters of a value as they stand in the file, without the quotes around them, and their offset."""
    written = text[spot.start : spot.end]
    quoted = len(written) > 1 and written[0] in "'\"" and written[-1] == written[0]
    return (spot.start + 1, written[1:-1]) if quoted else (spot.start, written)


def _in_value(source: Source, slips: Iterable[_Slip], start: int, written: str) -> Iterator[Problem]:
    printed, held = written.isprintable(), not _HELD.isdisjoint(written)
    for slip in (s for s in slips if not (s.unprinted and printed) and (not s.holds or (held and any(map(written.__contains__, s.holds))))):
        for found in slip.pattern.finditer(written):
            hint = f"写成“{_UNITS[found[1]]}”" if slip.code == "unit" else slip.hint
            yield _hint(source, start + found.start(found.lastindex or 0), slip.code, slip.message.format(found[0].strip()), hint)
    for at in lone_quotes(written):
        yield _hint(source, start + at, "quote-alone", f"引号“{written[at]}”没有配对", "补上另一半，用全角的“”")


def _hint(source: Source, offset: int, code: str, message: str, hint: str) -> Problem:
    return Problem(source.place(offset), code, message, hint, Severity.HINT)
