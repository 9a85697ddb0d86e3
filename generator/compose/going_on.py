"""What a plan says that gives a topic alone and answers no problem: that what is done under the topic goes on. All of it is the clerk's own, said
again."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.chinese.quantity import first_count
from generator.chinese.verbs import ends_in_act, is_verbal_head
from generator.compose.statements import Glue, listed, strip_stop
from generator.facts.model import Intention, Item, Practice
from generator.patterns import late
from generator.report import Inlines, echoed, is_open, plain, sliced

_MOST = 3
"""Points that a plan says go on: more are no plan but the whole block over again."""
_LONGEST, _LONGEST_NAME = 12, 7
"""Characters of the head of such a point: of a verb phrase, and of a name among names."""
_SHORTEST_NAME = 3
"""Characters of the shortest such name: 作风 alone is nothing that goes on."""
_LONGEST_ACT = 11
"""Characters of the longest act that a fact counts and that is said to go on: 农村自建房安全隐患复核."""
_DOING = ("开展", "组织", "举办", "完成", "抓好", "做好")
"""What may stand before an act in a fact that counts it."""
_NO_NAME = ("、", "在")
"""What no name has that stands among others: 支部建在年级上 is a clause."""
_NUMBERED = late(r"[\d第《]|首[次届家个]|试点|换届|选举|筹备|迎接|工程|项目|建设$")
"""How a thing is named that is done once and cannot be said to go on."""
_FINISHED = late("建成|竣工|启用|揭牌|挂牌|成立|投用|验收")
"""What is said of a thing that is done once."""


def going_on(plan: Intention, practices: Sequence[Practice], glue: Glue, head_of: Callable[[Item], Inlines]) -> Inlines:
    """继续 and what goes on of the block that has the topic of ``plan``, up to three of a kind: the heads of its points and no other besides, verb
    phrases as ``head_of`` a point tells what stands at its head, or, behind 抓好, names; of a block without points the acts that its facts count.
    Empty unless there are two of a kind."""
    items = next((p.items for p in practices if p.topic == plan.topic), ())
    going = [(strip_stop(item.matter), head_of(item)) for item in items if _goes_on(item)]
    kinds = [[head for name, head in going if _is_verbal(name, head) is kind and _is_short(plain(head), kind)] for kind in (True, False)]
    acts = [act for item in items if not item.matter for fact in item.facts if (act := _act(fact.done))]
    for verb, told in (("继续", kinds[0]), ("继续抓好", kinds[1]), ("继续抓好", acts)):
        if len(told) > 1:
            return (glue(verb), *listed(told[:_MOST], glue))
    return ()


def _act(told: Inlines) -> Inlines:
    """The act that a fact counts first: 开展乡村建设工匠培训2期, 农村危房改造74户; nothing of what is done once."""
    text = plain(told)
    start = next((len(verb) for verb in _DOING if text.startswith(verb)), 0)
    act = text[start : max(start, first_count(text))]
    short = _SHORTEST_NAME < len(act) <= _LONGEST_ACT and not any(mark in act for mark in (*_NO_NAME, "，", "；"))
    once = _NUMBERED.search(act) or _FINISHED.search(act) or is_open(told)
    return echoed(sliced(told, start, start + len(act))) if short and ends_in_act(act) and not once else ()


def _is_verbal(name: Inlines, head: Inlines) -> bool:
    """Whether ``head``, made of a ``name``, says what is done: with the verb that it was given, or by itself."""
    return plain(name) != plain(head) or is_verbal_head(plain(head))


def _is_short(head: str, verbal: bool) -> bool:
    least = 2 if verbal else _SHORTEST_NAME
    return least <= len(head) <= (_LONGEST if verbal else _LONGEST_NAME) and not any(mark in head for mark in _NO_NAME)


def _goes_on(item: Item) -> bool:
    head = plain(strip_stop(item.matter))
    return bool(head) and not is_open(item.matter) and not _NUMBERED.search(head) and not _FINISHED.search(item.text)
