"""The only changes made to a clerk's words: figures in half width, stops, quotes and brackets of Chinese text in full width, no spaces from folding
and no characters that nobody sees.

All are decided by what stands around a mark and none by another mark's width, so one pass does it and a second changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.chinese.punctuation import holds_han
from generator.patterns import late
from generator.printable import seen

_CJK = "\u3001-\u3011\u3014-\u301b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f“”‘’—…〇\U00020000-\U0003ffff"
_CHINESE = late(f"[{_CJK}]")
_FOLD = late(rf"(?<=[{_CJK}])[ \t]+(?=[{_CJK}])")
_BREAKS = late(r"\s*\n\s*")
_STOPS = dict(zip(",:;?!", "，：；？！", strict=True))
_STOP = late(r" *[,:;?!][ ,:;?!]*", holding=",:;?!")
_BRACKETS = {"(": "（", ")": "）"}
_LOOKED_THROUGH = frozenset(",:;?!，：；？！()（） ")
"""Marks that say nothing of whether a bracket beside them stands in Chinese text: they may change themselves."""
_FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")
_THOUSANDS = late(r"(?<=[0-9０-９])，(?=(?:[0-9]{3}|[０-９]{3})(?![0-9０-９]))", holding="，")
_POINT = late(r"(?<=[0-9])．(?=[0-9])", holding="．")
_PER_CENT = late(r"(?<=[0-9])％", holding="％")
_SINGLE = late(rf"(?<![A-Za-z0-9'])'(?=[{_CJK}(,:;?! ])([^'\"“”\n]{{1,60}})(?<=[{_CJK}0-9%),:;?! ])'(?!['A-Za-z])", holding="'")
"""Brackets, stops and blanks at its ends are counted as the Chinese ones that they may become."""
_LAST_STOP = late(rf"(?<=[{_CJK}0-9%])\.$")
_SIGNS = frozenset("%‰℃")
"""What stands behind a figure, and before the stop that ends it."""
_HAN = "\u4e00-\u9fff"
_MEASURED = "|".join(rf"(?<=[0-9]{han})(?<!第[0-9]{han})(?<!第[0-9][0-9]{han})" for han in (f"[{_HAN}]", f"[{_HAN}]{{2}}"))
_INNER_STOP = late(rf"(?:(?<=[%‰℃”》])|{_MEASURED})\. *(?=[{_HAN}“《（])")
"""A full stop between Chinese: behind a figure with its measure or sign, or what closes. Behind a figure alone, a letter or what may be a number of a
list it may be that list's (1.项目, 第1章.概述), between words it may part a name (阿依古丽.买买提)."""
_INNER_POINT = late(r"\. *[^\x00-\x7f]", holding=".")
"""What every such stop is part of. It compiles at once."""


@lru_cache(maxsize=1 << 12)
def normalise(text: str, folded: bool = False) -> str:
    """``text`` with the normalisations of the facts file, and no others; doing it twice changes nothing more.

    Figures with their point, comma and per cent sign become half width. In a text that holds Chinese, paired quotes become “”, single ones around
    Chinese ‘’ within those and else “”; a pair of brackets becomes full width where one of the two touches Chinese or is so already; ``, : ; ? !``
    where one side is Chinese or a figure ends the text, so that 1,246 and 12:30 stay; a full stop at the end, and behind a figure with its measure
    or sign where Chinese goes on. ``folded`` says that the
    value spans several lines of the file. Kept: a file is read anew after every answer.
    """
    text = _THOUSANDS.sub(",", seen(text).strip())
    text = _POINT.sub(".", text.translate(_FIGURES))
    text = _PER_CENT.sub("%", text)
    text = _BREAKS.sub(" ", text) if folded else text
    if holds_han(text):
        text = _replaced(text, dict(_quoted(text))) if '"' in text else text
        text = _SINGLE.sub(_within, text) if "'" in text else text
        text = _replaced(text, dict(_bracketed(text))) if "(" in text or ")" in text else text
        text = _STOP.sub(_stop, text)
        text = _INNER_STOP.sub("。", text) if _INNER_POINT.search(text) else text
        text = _LAST_STOP.sub("。", text) if text.endswith(".") else text
    return _FOLD.sub("", text) if folded else text


def _replaced(text: str, marks: dict[int, str]) -> str:
    return "".join(marks.get(i, c) for i, c in enumerate(text)) if marks else text


def _quoted(text: str) -> Iterator[tuple[int, str]]:
    """What stands for each half-width quote that has a partner, be that one of its own width or not."""
    for pair in _quotes(text):
        yield from ((at, mark) for at, mark in zip(pair, "“”", strict=True) if text[at] == '"')


def _within(found: re.Match[str]) -> str:
    """Single quotes of half width around Chinese in full width: single within double ones, else double, as a quotation begins (GB/T 15834, 4.8.3)."""
    if not holds_han(found[1]):
        return found[0]
    before = found.string[: found.start()]
    opened = before.count("“") > before.count("”")
    return f"‘{found[1]}’" if opened else f"“{found[1]}”"


def lone_quotes(text: str) -> Iterator[int]:
    """The offsets of the quotes of ``text`` that have no partner."""
    quotes = [i for i, c in enumerate(text) if c in '“”"']
    paired = {at for pair in _quotes(text) for at in pair} if quotes else ()
    return (i for i in quotes if i not in paired)


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """Where the pairs of quotes stand, whatever the width of either."""
    opened: int | None = None
    for i, c in enumerate(text):
        if c == "“" or (c == '"' and opened is None):
            opened = i
        elif c in ("”", '"') and opened is not None:
            yield opened, i
            opened = None


def _bracketed(text: str) -> Iterator[tuple[int, str]]:
    """What stands for the half-width brackets of each pair of which one touches Chinese, or is of full width already."""
    before, after = _sides(text)
    opened: list[int] = []
    for i, c in enumerate(text):
        if c in "(（":
            opened.append(i)
        elif c in ")）" and opened:
            pair = (opened.pop(), i)
            half = [at for at in pair if text[at] in _BRACKETS]
            if len(half) == 1 or any(_is_chinese(side) for at in pair for side in (before[at], after[at])):
                yield from ((at, _BRACKETS[text[at]]) for at in half)


def _sides(text: str) -> tuple[list[str], list[str]]:
    """For each character the nearest one before it, and after it, that is none of those looked through; empty at the ends."""
    before, after = [""] * len(text), [""] * len(text)
    for i in range(1, len(text)):
        before[i] = before[i - 1] if text[i - 1] in _LOOKED_THROUGH else text[i - 1]
    for i in range(len(text) - 2, -1, -1):
        after[i] = after[i + 1] if text[i + 1] in _LOOKED_THROUGH else text[i + 1]
    return before, after


def _stop(found: re.Match[str]) -> str:
    """A run of stops: in full width where the character before it or behind it is Chinese, or it ends the text behind a figure; else as it is."""
    before, after = found.string[max(0, found.start() - 1) : found.start()], found.string[found.end() : found.end() + 1]
    ends = not after and (before.isdecimal() or before in _SIGNS)
    return "".join(_STOPS[c] for c in found[0] if c in _STOPS) if _is_chinese(before) or _is_chinese(after) or ends else found[0]


def _is_chinese(character: str) -> bool:
    return bool(character) and _CHINESE.match(character) is not None
