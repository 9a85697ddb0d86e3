"""Counts as clerks write them in notes, a number and its measure (约126名, 三十余万元): where they begin and where they may end.

The measures are looked up and stand in no pattern: one of them all would take longer to compile than a draft has to look for them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial

from generator.chinese.measures import MEASURES
from generator.chinese.wordbook import Wordbook
from generator.patterns import late

NUMBER = r" ?(?<![\d.,])[约近超逾]?(?:\d[\d,.]*|〔待补〕|[两三四五六七八九十百]+)[余多]?[万亿千百]?[余多]?"
"""In a pattern: a number, with the space that a clerk leaves before it."""
_NUMBER = late(NUMBER)
_OPENS_NUMBER = frozenset(" 约近超逾〔两三四五六七八九十百")
"""What it may begin with beside a figure."""
_UNITS = tuple("架次 台次 人份 艘 羽 眼 盏 枚 卷".split())
"""Measures of notes that count what the reports of most offices do not."""
_MEASURES = Wordbook((*_UNITS, *MEASURES))
_MORE_OR_LESS = frozenset(begun + ended for begun in "以之" for ended in "上下内外")
_PARTS = "，；。"
"""What parts clauses and sentences."""


def ends(pattern: re.Pattern[str], text: str, at: int) -> Iterator[int]:
    """Where in ``text`` what ``pattern`` describes may end if it begins ``at`` that offset, the farthest first."""
    longest = pattern.match(text, at)
    return (end for end in range(longest.end(), at - 1, -1) if pattern.fullmatch(text, at, end)) if longest else iter(())


number_ends = partial(ends, _NUMBER)
"""Where a number may end."""


def measure_ends(text: str, at: int) -> Iterator[int]:
    """Where a measure may end, as ``ends`` has it."""
    return (at + len(measure) for measure in _MEASURES.at(text, at))


def count_ends(text: str, at: int) -> Iterable[int]:
    """Where a count may end, as ``ends`` has it."""
    return sorted({end for number in number_ends(text, at) for end in measure_ends(text, number)}, reverse=True)


def any_count_ends(text: str, at: int) -> Iterable[int]:
    """Where a count that may be missing, or be one more of a list, may end."""
    return (*count_ends(text, at + text.startswith("、", at)), at)


def is_count(text: str, at: int = 0) -> bool:
    """Whether ``text`` is a count from ``at`` on."""
    return len(text) in count_ends(text, at)


def first_count(text: str, at: int = 0) -> int:
    """Where the first count from ``at`` on begins; -1 where there is none."""
    while found := _NUMBER.search(text, at):
        if count_ends(text, found.start()):
            return found.start()
        at = found.start() + 1
    return -1


@lru_cache(maxsize=1 << 12)
def ends_in_count(clause: str) -> bool:
    """Whether nothing but a count stands behind the words of a ``clause`` (专题研讨4次, 参训200人以上). Notes are asked several times."""
    counted = clause[:-2] if clause[-2:] in _MORE_OR_LESS else clause
    for start in range(1, len(counted)):
        first = counted[start]
        if (first in _OPENS_NUMBER or first.isdecimal()) and not counted[start - 1].isdecimal() and is_count(counted, start):
            return True
        if counted[start - 1] in _PARTS:
            return False
    return False
