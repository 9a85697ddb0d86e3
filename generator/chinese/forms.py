"""The forms of a clerk's notes and of the sentences made of them: what a line of the table ``phrasebank/补字.yaml`` says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from functools import partial

from msgspec import Struct

from generator.chinese.quantity import any_count_ends, ends, measure_ends, number_ends
from generator.patterns import late


class Use(StrEnum):
    """What a note is for; the values are the keys of the facts file."""

    MEASURE = "举措"
    FACT = "事实"
    RESULT = "成效"
    PROBLEM = "问题"
    PLAN = "打算"


class Where(StrEnum):
    """Where in its sentence a clause must stand to be made whole; the values are those of the table."""

    OPENING = "句首"
    """It is the first: those behind it are led by it, and editors leave them as they stand."""
    ALONE = "独句"
    """It is the only one."""
    LEADING = "有下文"
    """It is the first, and the next goes on with what was done."""


class Element(Struct, frozen=True):
    """A piece of a form: a class of words (〈物〉), words as they stand, or words to be supplied ([将])."""

    text: str
    is_class: bool = False
    supplied: bool = False


Form = tuple[Element, ...]
LEARNED = "学得"
"""Stands in a form for the word that a count asks for, which learned weights tell (``chinese.counted``)."""
PART = "其中"
"""Stands before the parts of a whole."""
_PIECE = late(r"〈([^〈〉\[\]]+)〉|\[([^〈〉\[\]]+)\]|([^〈〉\[\]]+)")


def form(text: str) -> Form:
    """``text`` as the table writes it. Raises ValueError where brackets do not pair."""
    found = list(_PIECE.finditer(text))
    if not text or "".join(m[0] for m in found) != text:
        raise ValueError(text)
    return tuple(Element(m[1] or m[2] or m[3], bool(m[1]), bool(m[2])) for m in found)


class Rule(Struct, frozen=True):
    """A note of the form ``before`` becomes ``after`` where it is for one of ``uses`` and holds none of ``barred``.

    ``where`` in its sentence it must stand, if that matters. ``proposed``: what is supplied may be wrong, so it is only proposed. ``line`` is the
    rule's line in the table.
    """

    id: str
    before: Form
    after: Form
    uses: frozenset[Use] = frozenset(Use)
    barred: tuple[str, ...] = ()
    where: Where | None = None
    proposed: bool = False
    line: int = 0

    @property
    def learned(self) -> bool:
        """Whether learned weights tell what is supplied."""
        return any(e.supplied and e.text == LEARNED for e in self.after)

    @property
    def turning(self) -> bool:
        """Whether it supplies nothing and sets a verb before what it governs, which is only proposed: no word of the clerk's but a count is moved."""
        return self.proposed and not any(e.supplied for e in self.after)

    @property
    def fronting(self) -> bool:
        """Whether they tell it of any clause, whatever its form (〈文〉 → [学得]〈文〉)."""
        return self.learned and len(self.before) == 1

    @property
    def parting(self) -> bool:
        """Whether it says of counts that they are the parts of the one before them, which they add up to (〈文〉 → [其中]〈文〉)."""
        return len(self.before) == 1 and self.after[0] == Element(PART, supplied=True)


RUNS = {"物": (2, 30), "名": (2, 30), "短名": (2, 26), "短物": (2, 26), "众物": (2, 26), "事物": (2, 34), "受引": (2, 20), "事": (2, 30)}
"""Classes of a run of characters without stops, as short as may be, with the fewest and the most it has. 物, 短物 and 受引 are nouns and no actors or
times, 众物 and 事物 specify an act behind them (众物 by those whom it is done to, 事物 also by acts), 名 and 短名 are any nouns; 事 may be an act."""
RESTS = {"文": 1, "余": 0, "动余": 0}
"""Classes of whatever follows, as long as may be, with the fewest characters it has; 动余 is nothing or opens with a verb."""
COUNTS: Mapping[str, Callable[[str, int], Iterable[int]]] = {
    "数": number_ends,
    "量": measure_ends,
    "几": any_count_ends,
    "高率": partial(ends, late(r" ?(?:约|近)?(?:100|[89]\d(?:\.\d+)?)[%％](?:以上)?")),
    "各一": partial(ends, late("一[^，。；、一]{1,3}一[^，。；、一]{1,3}")),
    "率数": partial(ends, late(r" ?(?:约|近)?(?:\d[\d.]*|〔待补〕)[%％](?:以上|左右)?")),
}
"""Classes of what is counted, or had one each (一支部一品牌), as long as may be: where in a text each may end if it begins at an offset."""
SHAPES = frozenset({*RUNS, *RESTS, *COUNTS})
"""Classes known by their shape, and not by words."""
ENDS = "…"
"""Before the name of a class: a noun that ends in one of its words."""
BEFORE_END = (0, 26)
"""The fewest and the most characters of such a noun before that word."""


def element_names(classes: Iterable[str]) -> frozenset[str]:
    """What may stand between 〈〉: the shapes and the ``classes`` of the table, alone or as the end of a noun."""
    return frozenset(SHAPES) | {name for c in classes for name in (c, ENDS + c)}
