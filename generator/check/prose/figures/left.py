"""What is left of what was counted, told in another chapter: the numbers agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.count import Count, said_of
from generator.check.prose.passage import Part
from generator.check.prose.rule import Finding, at

CHECK = "核对，前后写成一个数；不是一回事的，写明各是什么"
_NOUN = re.compile(r"^[\u4e00-\u9fff]{2}")


def best(here: Count, alike: Sequence[Count]) -> Count:
    """Of ``alike`` the one whose sentence has most in common with that of ``here``; of equals the last."""
    return max(reversed(alike), key=lambda c: len(here.pairs & c.pairs))


def unlike(here: Count, before: Count) -> Finding:
    """The number of ``here`` is not that of ``before``."""
    start, end = here.quantity.start, here.quantity.end + len(re.match(r"[\u4e00-\u9fff]{0,4}", here.behind)[0])  # type: ignore[index]
    return at(here.passage, start, end, f"这里是{here.quantity.text}，前面写的是“{said_of(before)}”", CHECK)


_LEFT = re.compile(r"(?:仍有|还有|尚有|还剩|剩余|余下|尚余)[^，。；\d]{0,6}$")
_UNDONE = re.compile(r"^[\u4e00-\u9fff]{0,6}?(?:尚未|未|没有?|待)(?:完成|能|有|予)?(?P<verb>[\u4e00-\u9fff])")
_UNDONE_LATER = re.compile(r"^[\u4e00-\u9fff]{2,14}，(?:尚未|还没有|没有|未)(?:完成|能|有|予)?(?P<verb>[\u4e00-\u9fff])")
_LEFT_UNDONE = re.compile(r"(?:尚未|还未|未|没有?)(?P<verb>完成|整改|办结|解决|化解|销号)(?:整改|到位)?的$")
_IN_ALL = re.compile("查清|查出|查明|发现|摸清|清查|涉及|共|总计|合计|应|计划|任务|登记|需|列入|纳入|排查|摸排")


def left_elsewhere(found: Sequence[Count]) -> Iterator[Finding]:
    """涉及3217套…交付2680套, and in another chapter 仍有573套未交 or 未交的573套: what is left is the whole without what was done."""
    for n, rest in enumerate(found):
        undone = _undone(rest)
        if undone is None or rest.passage.part not in (Part.PROBLEM, Part.PLAN):
            continue
        verb, noun = undone
        same = [c for c in found[:n] if c.quantity.measure == rest.quantity.measure and c.passage is not rest.passage]
        for done in (c for c in same if re.search(rf"{verb}[\u4e00-\u9fff]{{0,2}}$", c.before)):
            wholes = [c for c in same if c.passage is done.passage and c.quantity.end <= done.quantity.start and _is_whole(c, noun)]
            if wholes and _differs(wholes[-1].quantity.value, done.quantity.value, rest.quantity.value, exactly=bool(noun)):
                left = f"{wholes[-1].quantity.text}去掉{done.quantity.text}"
                yield at(rest.passage, rest.quantity.start, rest.quantity.end, f"前面写的是{left}，余下的不是{rest.quantity.text}", CHECK)


def _undone(rest: Count) -> tuple[str, str] | None:
    """The verb of what was not done with ``rest``, and the noun where it says so of all that are left (尚未完成的2个问题)."""
    before, noun = _LEFT_UNDONE.search(rest.before), _NOUN.match(rest.behind)
    if before and noun:
        return before["verb"], noun[0]
    behind = _UNDONE.match(rest.behind) or _UNDONE_LATER.match(rest.sentence.partition(rest.quantity.text)[2])
    return (behind["verb"], "") if behind and _LEFT.search(rest.before) and rest.passage.part is Part.PROBLEM else None


def _is_whole(count: Count, noun: str) -> bool:
    return count.behind.startswith(noun) if noun else _IN_ALL.search(count.before) is not None


def _differs(whole: Decimal, done: Decimal, rest: Decimal, exactly: bool) -> bool:
    return done <= whole and (whole - done != rest if exactly else whole - done < rest)
