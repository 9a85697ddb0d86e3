"""Which figures a sentence has otherwise: those that went and came, those that two things exchanged, those written in another way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.chinese.measures import MEASURE
from generator.chinese.punctuation import clauses
from generator.compare.ranges import AMOUNT, RANGE, alike
from generator.compare.words import BLANK, NUMERALS, joined

_BELOW_NOTHING = r"(?<![\w%％)）])[-−－]"
_ONE = rf"(?:{_BELOW_NOTHING}|(?<=[\u4e00-\u9fff])[-−－])?{AMOUNT}(?:{BLANK}+{AMOUNT})*+"
"""A figure, in as many pieces as blanks have cut it into."""
_NUMBER = re.compile(rf"(?:约|近|超过?)?(?:{RANGE}|(?:{_ONE}|[{NUMERALS}]+)[余多]?[万亿]?(?:{MEASURE.pattern}|‰)?)")
_DIGIT = re.compile(r"\d")
_WIDE = str.maketrans("０１２３４５６７８９％", "0123456789%")
_WITHIN = re.compile(r"(?<=\d)[．：](?=\d)")


class _Figure(NamedTuple):
    """A figure with its measure word, what it comes to however it is written, and where it stands: its clause without figures, and the how manieth it
    is there."""

    said: str
    meant: str
    place: tuple[str, int]


def figures(old: str, new: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The figures with their measure words that ``old`` alone has, and those that ``new`` alone has, each in order; with them those that stand in
    the same words and are not the same, though both texts have them, or one in Chinese numerals."""
    before, after = (list(_figures(_plain(text))) for text in (old, new))
    turned = _turned(before, after)
    gone, come = list(_only(before, after, turned)), list(_only(after, before, turned))
    places = [figure.place for figure in gone if figure.place in turned]
    if places != [figure.place for figure in come if figure.place in turned]:  # else nobody sees which became which
        come.sort(key=lambda figure: places.index(figure.place) if figure.place in turned else len(places))
    return tuple(figure.said for figure in gone), tuple(figure.said for figure in come)


def _figures(text: str) -> Iterator[_Figure]:
    for _, clause in clauses(text):
        words = _NUMBER.sub("#", clause)
        yield from (_Figure(m[0], alike(m[0]), (words, n)) for n, m in enumerate(_NUMBER.finditer(clause)))


def _turned(before: Sequence[_Figure], after: Sequence[_Figure]) -> frozenset[tuple[str, int]]:
    """The places of both sides at which the figures are not the same; a place that comes twice is none."""
    old, new = (_by_place(figures) for figures in (before, after))
    return frozenset(p for p in old.keys() & new.keys() if old[p] != new[p] and (_DIGIT.search(old[p]) or _DIGIT.search(new[p])))


def _by_place(figures: Sequence[_Figure]) -> dict[tuple[str, int], str]:
    counted = Counter(figure.place for figure in figures)
    return {figure.place: figure.meant for figure in figures if counted[figure.place] == 1}


def _plain(text: str) -> str:
    """``text`` with figures as most write them: half width, thousands together."""
    return joined(_WITHIN.sub(lambda m: ".:"["．：".index(m[0])], text.translate(_WIDE)))


def _only(these: Sequence[_Figure], those: Sequence[_Figure], turned: frozenset[tuple[str, int]]) -> Iterator[_Figure]:
    """What ``these`` have in digits and ``those`` do not, and whatever stands at one of the places ``turned``."""
    left = Counter(f.meant for f in these) - Counter(f.meant for f in those)
    for figure in these:
        alone = left[figure.meant] > 0 and _DIGIT.search(figure.said) is not None
        left[figure.meant] -= alone
        if alone or figure.place in turned:
            yield figure
