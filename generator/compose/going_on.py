"""What a plan says that gives a topic alone and answers no problem: that what is done under the topic goes on. All of it is the clerk's own, said
again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.chinese.verbs import is_verbal_head
from generator.compose.statements import Glue, listed, strip_stop
from generator.facts.model import Intention, Item, Practice
from generator.patterns import late
from generator.report import Inlines, is_open, plain

_MOST = 3
"""Points that a plan says go on: more are no plan but the whole block over again."""
_LONGEST, _LONGEST_NAME = 12, 7
"""Characters of the head of such a point: of a verb phrase, and of a name among names."""
_SHORTEST_NAME = 3
"""Characters of the shortest such name: 作风 alone is nothing that goes on."""
_NO_NAME = ("、", "在")
"""What no name has that stands among others: 支部建在年级上 is a clause."""
_NUMBERED = late(r"[\d第《“]|首[次届家个]|试点|换届|选举|筹备|迎接|工程|项目|建设$")
"""How a thing is named that is done once and cannot be said to go on."""
_FINISHED = late("建成|竣工|启用|揭牌|挂牌|成立|投用|验收")
"""What is said of a thing that is done once."""


def going_on(plan: Intention, practices: Sequence[Practice], glue: Glue, head_of: Callable[[Item], Inlines]) -> Inlines:
    """继续 and the heads of up to three points of the block that has the topic of ``plan``, and no other besides: verb phrases that go on, as
    ``head_of`` a point tells what stands at its head, or, behind 抓好, names; empty unless there are two of a kind."""
    block = next((p for p in practices if p.topic == plan.topic), None)
    going = [(strip_stop(item.matter), head_of(item)) for item in block.items if _goes_on(item)] if block else []
    for verb, kind in (("继续", True), ("继续抓好", False)):
        heads = [head for name, head in going if _is_verbal(name, head) is kind and _is_short(plain(head), kind)]
        if len(heads) > 1:
            return (glue(verb), *listed(heads[:_MOST], glue))
    return ()


def _is_verbal(name: Inlines, head: Inlines) -> bool:
    """Whether ``head``, made of a ``name``, says what is done: with the verb that it was given, or by itself."""
    return plain(name) != plain(head) or is_verbal_head(plain(head))


def _is_short(head: str, verbal: bool) -> bool:
    least = 2 if verbal else _SHORTEST_NAME
    return least <= len(head) <= (_LONGEST if verbal else _LONGEST_NAME) and not any(mark in head for mark in _NO_NAME)


def _goes_on(item: Item) -> bool:
    head = plain(strip_stop(item.matter))
    return bool(head) and not is_open(item.matter) and not _NUMBERED.search(head) and not _FINISHED.search(item.text)
