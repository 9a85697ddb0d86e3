"""What was counted is named again with its act (查摆的26个问题), or what is left of it counted in another chapter: the numbers agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.check.prose.figures.count import Count, pairs_of, runs_of, said_of
from generator.check.prose.passage import Part
from generator.check.prose.rule import Finding, at

CHECK = "核对，前后写成一个数；不是一回事的，写明各是什么"
_ACT = re.compile(r"(?P<what>[\u4e00-\u9fff“”]{2,14})的$")
_NOUN = re.compile(r"^[\u4e00-\u9fff]{2}")
_PART = re.compile("其中|部分|个别|有的|新|另|每|上年|去年|历年|未|没|不|重点|突出|剩余|其余|余下|剩下")
"""What says that some are spoken of, or others."""
_SHARED, _FEW, _WITHIN = 0.6, 3, 2


def named_again(found: Sequence[Count]) -> Iterator[Finding]:
    """查摆问题26个，查摆的28个问题: the act and the things are those of a count before, the number is not."""
    for n, here in enumerate(found):
        act, noun = _ACT.search(re.split("[，、：]", here.before)[-1]), _NOUN.match(here.behind)
        if act is None or noun is None or here.quantity.value < _FEW or _PART.search(act["what"]):
            continue
        told = pairs_of(re.sub("^.*?[对将把就]", "", act["what"]))
        same = [c for c in found[:n] if c.quantity.measure == here.quantity.measure]
        same = [c for c in same if _counts(c, noun[0])]
        alike = [c for c in same if told and _tells(c, told) >= _SHARED]
        if alike and here.quantity.value not in runs_of([c.quantity.value for c in same]):
            yield unlike(here, best(here, alike))


def _counts(count: Count, noun: str) -> bool:
    return count.before.endswith(noun) or re.match(rf"[\u4e00-\u9fff]{{0,{_WITHIN}}}{noun}", count.behind) is not None


def _tells(count: Count, told: frozenset[str]) -> float:
    """The share of ``told`` that the clause of ``count`` holds."""
    return len(told & pairs_of(count.before + "，" + count.behind)) / len(told)


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
_IN_ALL = re.compile("查清|查出|查明|发现|摸清|清查|涉及|共|总计|合计|应|计划|任务|登记|需|列入|纳入|排查|摸排")


def left_elsewhere(found: Sequence[Count]) -> Iterator[Finding]:
    """涉及3217套…交付2680套, and chapters on 仍有573套未交: what is left is the whole without what was done."""
    for n, rest in enumerate(found):
        undone = _UNDONE.match(rest.behind) or _UNDONE_LATER.match(rest.sentence.partition(rest.quantity.text)[2])
        if undone is None or rest.passage.part is not Part.PROBLEM or not _LEFT.search(rest.before):
            continue
        same = [c for c in found[:n] if c.quantity.measure == rest.quantity.measure and c.passage is not rest.passage]
        for done in (c for c in same if re.search(rf"{undone['verb']}[\u4e00-\u9fff]?$", c.before)):
            wholes = [c for c in same if c.passage is done.passage and c.quantity.end <= done.quantity.start and _IN_ALL.search(c.before)]
            whole = wholes[-1] if wholes else None
            if whole is not None and _unequal(whole.quantity.value, done.quantity.value, rest.quantity.value):
                left = f"{whole.quantity.text}去掉{done.quantity.text}"
                yield at(rest.passage, rest.quantity.start, rest.quantity.end, f"前面写的是{left}，余下的不是{rest.quantity.text}", CHECK)


_LEFT_UNDONE = re.compile(r"(?:尚未|还未|未|没有?)(?P<verb>完成|整改|办结|解决|化解|销号)(?:整改|到位)?的$")


def undone_later(found: Sequence[Count]) -> Iterator[Finding]:
    """反馈的23个问题…完成22个, and in the plan 尚未完成的2个问题: what is left there is the whole without what was done."""
    for n, rest in enumerate(found):
        undone, noun = _LEFT_UNDONE.search(rest.before), _NOUN.match(rest.behind)
        if undone is None or noun is None or rest.passage.part not in (Part.PROBLEM, Part.PLAN):
            continue
        same = [c for c in found[:n] if c.quantity.measure == rest.quantity.measure and c.passage is not rest.passage]
        for done in (c for c in same if re.search(rf"{undone['verb']}(?:整改)?$", c.before) and not c.behind):
            wholes = [c for c in same if c.passage is done.passage and c.quantity.end <= done.quantity.start and c.behind.startswith(noun[0])]
            if wholes and done.quantity.value <= wholes[-1].quantity.value != done.quantity.value + rest.quantity.value:
                left = f"{wholes[-1].quantity.text}去掉{done.quantity.text}"
                yield at(rest.passage, rest.quantity.start, rest.quantity.end, f"前面写的是{left}，余下的不是{rest.quantity.text}", CHECK)


def _unequal(whole: Decimal, done: Decimal, rest: Decimal) -> bool:
    return done <= whole and whole - done < rest


_TAKEN = re.compile("^(?:逐|全部|一一|[均都已]|件件|条条|个个|项项)")
_BEFORE_ALL = re.compile("^(?:[对将把就]|上述|以上|这|共)?$")
_APART = 3
"""Paragraphs before a total in which the counts stand that make it up."""


def made_up(found: Sequence[Count]) -> Iterator[Finding]:
    """班子查摆问题11个，支部查摆问题64个…57个问题逐项整改: all of them are taken up, more than any count before and not their sum."""
    for n, here in enumerate(found):
        noun = _NOUN.match(here.behind)
        if noun is None or not _BEFORE_ALL.search(here.before) or not _TAKEN.search(here.behind[2:]):
            continue
        near = [c for c in found[:n] if here.passage.number - c.passage.number <= _APART and c.quantity.measure == here.quantity.measure]
        same = [c for c in near if _counts(c, noun[0])]
        value, values = here.quantity.value, [c.quantity.value for c in same]
        told = {c.quantity.value for c in found[:n] if c.quantity.measure == here.quantity.measure}
        listed = len(same) > 1 and (value > max(values) or same[-1].sentence == same[-2].sentence)
        if listed and value not in runs_of(values) and value not in told:
            start, end = here.quantity.start, here.quantity.end + len(noun[0])
            yield at(here.passage, start, end, f"这里是{here.quantity.text}，前面的是{'＋'.join(c.quantity.text for c in same[-2:])}", CHECK)
