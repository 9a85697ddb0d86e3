"""The sentence that opens a block by naming the points that follow, and judges none of them: 重点抓了航道维护、航标管理和航道信息服务三个方面."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.compose.joining import Glue, strip_stop
from generator.facts.model import Item
from generator.report import Blank, Inlines, echoed, plain

OF_NAMES, OF_ANY = "总领点名", "总领点事"
"""The pools of such sentences: for points whose heads are all names, and for any."""
_LEAST, _MOST = 2, 4
"""Points that one breath can name."""
_LONGEST, _LONGEST_OF_ALL = 12, 36
"""Characters of a head that is named among others, and of all of them: two thirds of a line of a page each way."""
_COUNTS = "〇一两三四"
_AND = ("和", "与", "及", "、")
_MARKS = frozenset("，；。：、（）")


def named(items: Sequence[Item], is_name: Callable[[str], bool], glue: Glue) -> tuple[Sequence[str], Mapping[str, Inlines]]:
    """The pools of sentences that can name the heads of ``items`` in a row, in the order in which they are asked, and what fills their slots: {要点}
    the heads, the clerk's own words said again, {几} how many. No pool where a block is no list of short heads."""
    heads = [strip_stop(item.matter) for item in items]
    texts = [plain(head) for head in heads]
    short = all(0 < len(text) <= _LONGEST and _MARKS.isdisjoint(text) for text in texts) and sum(map(len, texts)) <= _LONGEST_OF_ALL
    if not (_LEAST <= len(items) <= _MOST and short) or any(isinstance(i, Blank) for head in heads for i in head):
        return (), {}
    pools = (OF_NAMES, OF_ANY) if all(map(is_name, texts)) else (OF_ANY,)
    return pools, {"要点": _in_a_row(heads, glue), "几": (glue(_COUNTS[len(heads)]),)}


def _in_a_row(heads: Sequence[Inlines], glue: Glue) -> Inlines:
    """``heads`` with 、 between them and 和 before the last, unless one has it in itself."""
    joined = any(word in plain(head) for head in heads for word in _AND)
    marks = [*["、"] * (len(heads) - 2), "、" if joined else "和"]
    rest = (i for mark, head in zip(marks, heads[1:], strict=True) for i in (glue(mark), *echoed(head)))
    return (*echoed(heads[0]), *rest)
