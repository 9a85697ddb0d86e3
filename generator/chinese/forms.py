"""The forms of a clerk's notes and of the sentences made of them: what a line of the table ``phrasebank/补字.yaml`` says."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from generator.chinese.measures import MEASURE
from generator.patterns import late


class Use(StrEnum):
    """What a note is for; the values are the keys of the facts file."""

    MEASURE = "举措"
    FACT = "事实"
    RESULT = "成效"
    PROBLEM = "问题"
    PLAN = "打算"


class Element(Struct, frozen=True):
    """A piece of a form: a class of words (〈物〉), words as they stand, or words to be supplied ([将])."""

    text: str
    is_class: bool = False
    supplied: bool = False


Form = tuple[Element, ...]
LEARNED = "学得"
"""Stands in a form for the verb that a count asks for, which learned weights tell (``chinese.counted``)."""
_PIECE = late(r"〈([^〈〉\[\]]+)〉|\[([^〈〉\[\]]+)\]|([^〈〉\[\]]+)")


def form(text: str) -> Form:
    """``text`` as the table writes it. Raises ValueError where brackets do not pair."""
    found = list(_PIECE.finditer(text))
    if not text or "".join(m[0] for m in found) != text:
        raise ValueError(text)
    return tuple(Element(m[1] or m[2] or m[3], bool(m[1]), bool(m[2])) for m in found)


class Rule(Struct, frozen=True):
    """A note of the form ``before`` becomes ``after`` where it is for one of ``uses`` and holds none of ``barred``.

    ``proposed``: what is supplied may be wrong, so it is only proposed. ``leading``: the note opens a sentence whose next clause goes on with what
    was done. ``line`` is the rule's line in the table.
    """

    id: str
    before: Form
    after: Form
    uses: frozenset[Use] = frozenset(Use)
    barred: tuple[str, ...] = ()
    proposed: bool = False
    leading: bool = False
    line: int = 0

    @property
    def learned(self) -> bool:
        """Whether learned weights tell what is supplied."""
        return any(e.supplied and e.text == LEARNED for e in self.after)


_UNITS = "架次 台次 人份 艘 羽 眼 盏 枚 卷".split()
"""Measures of notes that count what the reports of most offices do not."""
NUMBER = r" ?(?<![\d.,])[约近超逾]?(?:\d[\d,.]*|〔待补〕|[两三四五六七八九十百]+)[余多]?[万亿千百]?[余多]?"
"""A space that a clerk leaves before a number belongs to it."""
_MEASURE = rf"{'|'.join(_UNITS)}|{MEASURE.pattern}"
QUANTITY = late(rf"{NUMBER}(?:{_MEASURE})")
"""A count: so many of something."""
_MORE_OR_LESS = frozenset(begun + ended for begun in "以之" for ended in "上下内外")
_PARTS = "，；。"
"""What parts clauses and sentences."""
RUNS = {"物": (2, 30), "名": (2, 30), "短名": (2, 26), "短物": (2, 26), "众物": (2, 26), "事物": (2, 34), "受引": (2, 20), "事": (2, 30)}
"""Classes of a run of characters without stops, as short as may be, with the fewest and the most it has. 物, 短物 and 受引 are nouns and no actors or
times, 众物 and 事物 specify an act behind them (众物 by those whom it is done to, 事物 also by acts), 名 and 短名 are any nouns; 事 may be an act."""
RESTS = {"文": 1, "余": 0, "动余": 0}
"""Classes of whatever follows, as long as may be, with the fewest characters it has; 动余 is nothing or opens with a verb."""
COUNTS = {
    "数": late(NUMBER),
    "量": late(_MEASURE),
    "高率": late(r" ?(?:约|近)?(?:100|9\d(?:\.\d+)?)[%％](?:以上)?"),
    "率数": late(r" ?(?:约|近)?(?:\d[\d.]*|〔待补〕)[%％](?:以上|左右)?"),
}
"""Classes of what is counted, as long as may be."""
ANY_COUNT = "几"
"""The class of a count that may be missing."""
SHAPES = frozenset({*RUNS, *RESTS, *COUNTS, ANY_COUNT})
"""Classes known by their shape, and not by words."""
ENDS = "…"
"""Before the name of a class: a noun that ends in one of its words."""
BEFORE_END = (0, 26)
"""The fewest and the most characters of such a noun before that word."""


def is_any_count(text: str) -> bool:
    """Whether ``text`` is a count, be it one more of a list, or nothing."""
    return not text or QUANTITY.fullmatch(text.removeprefix("、")) is not None


def ends_in_count(clause: str) -> bool:
    """Whether nothing but a count stands behind the words of a ``clause`` (专题研讨4次, 参训200人以上)."""
    counted = clause[:-2] if clause[-2:] in _MORE_OR_LESS else clause
    for start in range(1, len(counted)):
        if not counted[start - 1].isdecimal() and QUANTITY.fullmatch(counted, start):
            return True
        if counted[start - 1] in _PARTS:
            return False
    return False


def element_names(classes: Iterable[str]) -> frozenset[str]:
    """What may stand between 〈〉: the shapes and the ``classes`` of the table, alone or as the end of a noun."""
    return frozenset(SHAPES) | {name for c in classes for name in (c, ENDS + c)}
