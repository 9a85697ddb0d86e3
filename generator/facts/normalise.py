"""The only changes made to a clerk's words: half-width digits, full-width stops between Chinese characters, no spaces from YAML folding."""

from __future__ import annotations

import re
from collections.abc import Iterator

_CJK = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3001-\u3011\u3014-\u301b\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f“”‘’—…"
_BETWEEN = f"(?<=[{_CJK}])(?:%s)(?=[{_CJK}])"
_STOP = re.compile(_BETWEEN % "[,:;?] *")
_FOLD = re.compile(_BETWEEN % r"[ \t\n]+")
_SINGLE = re.compile(_BETWEEN % "[()]")
_BETWEEN_CHINESE = re.compile(_BETWEEN % '[()"]')

_FULL_WIDTH = dict(zip(",:;?()", "，：；？（）", strict=True))
_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def normalise(text: str, folded: bool = False) -> str:
    """``text`` with the normalisations of the facts file, and no others; doing it twice changes nothing more.

    A pair of parentheses or quotes changes together, when at least one of the two stands between Chinese characters.
    ``folded`` says that the value spans several lines of the file.
    """
    text = text.strip().translate(_DIGITS)
    while (changed := _once(text, folded)) != text:
        text = changed
    return text


def _once(text: str, folded: bool) -> str:
    if folded:
        text = re.sub(r"\s*\n\s*", " ", _FOLD.sub("", text))
    text = _STOP.sub(lambda m: _FULL_WIDTH[m[0].rstrip()], text)
    text = _replace_pairs(text, _parentheses(text), "（）")
    text = _SINGLE.sub(lambda m: _FULL_WIDTH[m[0]], text)
    return _replace_pairs(text, _quotes(text), "“”")


def _replace_pairs(text: str, pairs: Iterator[tuple[int, int]], marks: str) -> str:
    characters = list(text)
    between = {m.start() for m in _BETWEEN_CHINESE.finditer(text)}
    for first, last in pairs:
        if first in between or last in between:
            characters[first], characters[last] = marks[0], marks[1]
    return "".join(characters)


def _parentheses(text: str) -> Iterator[tuple[int, int]]:
    opened: list[int] = []
    for i, c in enumerate(text):
        if c == "(":
            opened.append(i)
        elif c == ")" and opened:
            yield opened.pop(), i


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    places = [i for i, c in enumerate(text) if c == '"']
    yield from zip(places[::2], places[1::2], strict=False)
