"""Faces by the names that official documents call them, and the colours that mean something: red, and white that no one sees."""

from __future__ import annotations

import re
from functools import cache

_MAKES = r"(方正|华文|汉仪|文鼎|FZ|ST|HY)?"
_EDITIONS = r"(_?GB_?2312|_?GBK|_?GB18030|简体|简|-简|SC|\s*Std|-Z\d\d|JW|K)*"
_FAMILIES = {
    "仿宋": r"仿宋|FangSong|Fang\s?Song|FS|FandolFang(\s?R)?",
    "楷体": r"楷体|楷|KaiTi|Kai|KT|FandolKai(\s?R)?",
    "小标宋": r"小标宋|XiaoBiaoSong|XBS|XBSJW",
    "黑体": r"黑体|黑|SimHei|Heiti|HT|FandolHei(\s?R)?",
    "宋体": r"宋体|新宋体|书宋|宋|SimSun|NSimSun|Songti|Song|SS|FandolSong(\s?R)?",
}
_HEX = re.compile("[0-9A-F]{6}")
_PALEST = 0xF0
_DARKEST = 0x20
"""Below it a printed grey is black: Word's 黑色，文字 1，淡色 5% is 0D0D0D."""
_RED = re.compile(r"[CDEF][0-9A-F]([0-4][0-9A-F]){2}")
_PATTERNS = {family: re.compile(rf"{_MAKES}({names}){_EDITIONS}", re.IGNORECASE) for family, names in _FAMILIES.items()}


@cache
def family(font: str) -> str:
    """The face that ``font`` is an edition of: 仿宋_GB2312, FangSong and 方正仿宋_GBK are all 仿宋. A font of no known face is its own.
    LibreOffice may write several, in the order of its liking: 黑体;SimHei."""
    bare = font.partition(";")[0].strip()
    return next((name for name, pattern in _PATTERNS.items() if pattern.fullmatch(bare)), bare)


def black(colour: str) -> bool:
    """Whether ``colour`` is that of print, or so near that no one tells them apart."""
    return colour == "auto" or (_HEX.fullmatch(colour) is not None and all(int(colour[i : i + 2], 16) < _DARKEST for i in (0, 2, 4)))


def white(colour: str) -> bool:
    """Whether ``colour`` is that of paper, or so near that no one sees it."""
    return _HEX.fullmatch(colour) is not None and all(int(colour[i : i + 2], 16) >= _PALEST for i in (0, 2, 4))


def red(colour: str) -> bool:
    """Whether ``colour`` is a red that the mark of an office may have."""
    return _RED.fullmatch(colour) is not None
