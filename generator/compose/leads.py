"""The sentence that opens a block by naming the points that follow, and judges none of them: 重点抓好航道维护、航标管理和航道信息服务三个方面."""

from __future__ import annotations

from generator.compose.joining import Glue, strip_stop
from generator.facts.model import Practice
from generator.report import Blank, Inlines, echoed, plain

OF_NAMES, OF_ANY = "总领点名", "总领点事"
"""The pools of such sentences: for points whose heads are all names, and for any."""
HOW_MANY = {2: "两", 3: "三", 4: "四"}
"""Points that one breath can name, by the word that stands before a measure."""
_LONGEST, _LONGEST_OF_ALL = 12, 36
"""Characters of a head that is named among others, and of all of them: two thirds of a line of a page each way."""
_AND = ("和", "与", "及", "、")
_MARKS = frozenset("，；。：、（）")


def named(block: Practice) -> tuple[str, ...]:
    """The heads of the points of ``block`` where one breath can name them: two to four, short, none open; nothing where the clerk opens it."""
    heads = [strip_stop(item.matter) for item in block.items]
    texts = tuple(map(plain, heads))
    short = all(0 < len(text) <= _LONGEST and _MARKS.isdisjoint(text) for text in texts) and sum(map(len, texts)) <= _LONGEST_OF_ALL
    known = not (block.lead or any(isinstance(i, Blank) for head in heads for i in head))
    return texts if len(texts) in HOW_MANY and short and known else ()


def in_a_row(block: Practice, glue: Glue) -> Inlines:
    """Those heads, the clerk's own words said again, with 、 between them and 和 before the last, unless one has it in itself."""
    heads = [strip_stop(item.matter) for item in block.items]
    joined = any(word in plain(head) for head in heads for word in _AND)
    marks = [*["、"] * (len(heads) - 2), "、" if joined else "和"]
    rest = (i for mark, head in zip(marks, heads[1:], strict=True) for i in (glue(mark), *echoed(head)))
    return (*echoed(heads[0]), *rest)
