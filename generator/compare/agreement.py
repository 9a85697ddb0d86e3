"""Whether two wordings name one thing: they say the same, or one of them says more; not where each says what the other does not (慰问金, 助学金)."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from enum import IntEnum

_SIGN = re.compile(r"[\d.,，。；、：“”《》（）\s〔〕]")
_PARTICLE = re.compile("[的和及与等了各共]")
_COUNTED = re.compile("(?:人数|次数|数量|总数|总量|总额|情况|工作|活动|大会|会议|会)$")
"""A last noun that names nothing more than what stands before it: 参保人数 is 参保, 警示教育大会 警示教育."""
_LONGEST_LAST = 2
"""Characters of a Chinese noun: a wording that goes on by so many behind the other's end is of another thing (党员, 党员家庭)."""


_NAMELESS = re.compile("(?:问题|措施|意见|建议|任务|事项|清单)$")


class Agreement(IntEnum):
    """How far two wordings are of one thing, the nearer the greater."""

    NONE = 0
    MORE = 1
    """One says all that the other does, and a modifier besides."""
    SAME = 2


def agreement(one: str, other: str, light: Collection[str]) -> Agreement:
    """How far ``one`` and ``other``, names of what was done or counted, are of one thing. ``light`` are verbs that do not say what was done."""
    here, there = _content(one, light), _content(other, light)
    if here == there:
        return Agreement.SAME
    short, long = sorted((here, there), key=len)
    return Agreement.MORE if _is_in(short, long) else Agreement.NONE


def names_nothing(words: str, light: Collection[str]) -> bool:
    """Whether ``words`` are an act alone, or one on what any work has (培训, 制定整改措施): of what it was, only what stands beside them tells."""
    content = _content(words, light)
    return len(content) <= _LONGEST_LAST or bool(_NAMELESS.search(content))


def _content(words: str, light: Collection[str]) -> str:
    """``words`` without signs, particles, the light verbs they begin with, and a last noun that adds nothing; as they are where nothing is left."""
    bare = _SIGN.sub("", words)
    for verb in sorted(light, key=len, reverse=True):
        if bare.startswith(verb) and len(bare) - len(verb) > 1:
            bare = bare[len(verb) :]
            break
    kept = _PARTICLE.sub("", bare)
    ended = _COUNTED.sub("", kept)
    return ended if len(ended) > 1 else kept or bare


def _is_in(short: str, long: str) -> bool:
    """Whether all of ``short`` stands in ``long`` in order, run by run, up to its last noun."""
    if not short or short[-1:] != long[-1:]:
        return False
    found = SequenceMatcher(None, short, long, autojunk=False).get_opcodes()
    return all(kind in ("equal", "insert") for kind, *_ in found)
