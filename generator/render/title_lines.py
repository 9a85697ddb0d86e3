"""Where a title breaks into lines: GB/T 9704-2012 7.3.1 asks that words stay whole and that the lines form a trapezoid or a diamond."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise, product
from math import ceil

from generator.chinese.width import ems
from generator.patterns import late

_AFTER = late(
    r"关于|委员会|办公室|人民政府|人民法院|检察院|领导小组|党组|党委|党总支|支部|中心|集团|公司|学校|大学|医院|银行|街道|"
    r"[局委厅院部处会镇乡]|\d{1,4}年度|\d{1,4}(?:年|月|日)|上半年|下半年|第[一二三四]季度|》|”|）|】"
)
_BEFORE = late(r"关于|贯彻|落实|开展|推进|加强|做好|工作|述职|个人|党建|总结|报告|情况|上半年|下半年|和|暨|及|《|“|\d{1,4}年")
_WHOLE = late(
    r"[A-Za-z0-9.%\-—]+(?:年度?|月份?|日|周年|季度)?|上半年|下半年|党组书记|党委书记|工作(?:总结|报告|情况|要点|计划)|述职述?[廉学德法]*报告|"
    r"总结报告|情况报告|情况的报告|领导小组|委员会|办公室|人民政府|高质量|〔待补〕|"
    r"中央八项规定精神|全面从严治党|主体责任|党风廉政建设|意识形态工作|国民经济和社会发展(?:计划)?|法治政府建设|学习教育"
)
_NAME = late(r"《[^《》]*》|（[^（）]*）|【[^【】]*】|“[^“”]*”")
_NO_OPENING, _NO_CLOSING = "，、。：；！？》”’）〕】〉的", "《“‘（〔【〈"
_NAMED = 12.0
_MOST_LINES = 4
_REACH = 0.75
"""How far from its even place a cut may be, in lines."""
_CANDIDATES = 20
"""Places tried for each cut, the best first: with four lines at most 20³ ways, however long the title."""


def title_lines(text: str, room: int, seams: frozenset[int] = frozenset()) -> tuple[str, ...]:
    """``text`` as balanced lines of at most ``room`` ems, in order; joined they are ``text``.

    ``seams`` are offsets where one part of the title (the unit's name, the period, the kind of report) ends and another begins: the best places.
    A title too long for four lines is filled line by line.
    """
    if len(text) < 2 or _width(text) <= room:
        return (text,)
    costs = _break_costs(text, seams)
    for count in range(max(2, ceil(_width(text) / room)) if room > 0 else _MOST_LINES + 1, _MOST_LINES + 1):
        options = [lines for lines in _ways(text, count, costs) if all(_width(line) <= room for line in lines)]
        if options:
            return min(options, key=lambda lines: _cost(lines, costs))
    return tuple(_filled(text, room, costs.keys()))


def _width(text: str) -> float:
    return sum(map(ems, text.rstrip()))


def _breaks(text: str) -> list[int]:
    """Offsets where a line may begin: not inside a word, not before a closing mark, not after an opening one."""
    inside = {i for m in _WHOLE.finditer(text) for i in range(m.start() + 1, m.end())}
    return [i for i in range(1, len(text)) if i not in inside and text[i] not in _NO_OPENING and text[i - 1] not in _NO_CLOSING]


def _break_costs(text: str, seams: frozenset[int]) -> dict[int, float]:
    """What a break costs at each offset that allows one."""
    named = {i for m in _NAME.finditer(text) for i in range(m.start() + 1, m.end())}
    after, before = {m.end() for m in _AFTER.finditer(text)}, {m.start() for m in _BEFORE.finditer(text)}

    def cost(at: int) -> float:
        words = (at in after) + (at in before)
        return 0.0 if at in seams else (40.0, 8.0, 4.0)[words] + _NAMED * (at in named)

    return {i: cost(i) for i in _breaks(text)}


def _ways(text: str, count: int, costs: dict[int, float]) -> Iterator[tuple[str, ...]]:
    """The ways to cut ``text`` into ``count`` lines, each cut near its even place."""
    share = len(text) / count
    for cuts in product(*(_near(costs, share * k, share * _REACH) for k in range(1, count))):
        if all(a < b for a, b in pairwise(cuts)):
            yield tuple(text[a:b] for a, b in pairwise((0, *cuts, len(text))))


def _near(costs: dict[int, float], place: float, reach: float) -> list[int]:
    """The best places for a cut within ``reach`` of ``place``: the cheapest, the nearest of alike ones, in the order of the text."""
    within = (i for i in costs if abs(i - place) <= reach)
    return sorted(sorted(within, key=lambda i: (costs[i], abs(i - place)))[:_CANDIDATES])


def _cost(lines: tuple[str, ...], costs: dict[int, float]) -> float:
    at, cost = 0, 0.0
    for line in lines[:-1]:
        at += len(line)
        cost += costs[at]
    widths = [_width(line) for line in lines]
    return cost + _shape_cost(widths) + (max(widths) - min(widths))


def _shape_cost(widths: list[float]) -> float:
    """Nothing for a trapezoid or a diamond; a rectangle and an hour-glass are faults."""
    steps = [b - a for a, b in pairwise(widths)]
    equal = 7.0 * sum(step == 0 for step in steps)
    hourglass = 20.0 * sum(a < 0 < b for a, b in pairwise(steps))
    return equal + hourglass


def _filled(text: str, room: int, allowed: Collection[int]) -> Iterator[str]:
    """Lines as full as may be; a space at the end of one needs no room."""
    start = end = 0
    width = bare = 0.0
    for i, character in enumerate(text):
        width += ems(character)
        if not character.isspace():
            bare = width
        if bare > room and i > start:
            cut = end if end > start else i
            yield text[start:cut]
            start, width = cut, sum(map(ems, text[cut : i + 1]))
            bare = width
        if i + 1 in allowed:
            end = i + 1
    yield text[start:]
