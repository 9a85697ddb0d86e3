"""What a plan says that gives a topic alone and answers no problem: that what is done under the topic goes on. All of it is the clerk's own, said
again."""

from __future__ import annotations

from collections.abc import Sequence

from generator.chinese.verbs import is_verbal_head
from generator.compose.statements import Glue, listed, strip_stop
from generator.facts.model import Intention, Item, Practice
from generator.patterns import late
from generator.report import Inlines, echoed, is_open, plain

_MOST = 3
"""Points that a plan says go on: more are no plan but the whole block over again."""
_LONGEST = 12
_NUMBERED = late(r"[\d第《“]|首[次届家个]|试点|换届|选举|筹备|迎接")
"""How a thing is named that is done once and cannot be said to go on."""
_FINISHED = late("建成|竣工|启用|揭牌|挂牌|成立|投用|验收")
"""What is said of a thing that is done once."""


def going_on(plan: Intention, practices: Sequence[Practice], glue: Glue) -> Inlines:
    """继续 and the heads of up to three points of the block that has the topic of ``plan``: verb phrases that go on; empty unless there are two."""
    block = next((p for p in practices if p.topic == plan.topic), None)
    heads = [strip_stop(item.matter) for item in block.items if _goes_on(item)][:_MOST] if block else []
    return (glue("继续"), *listed(map(echoed, heads), glue)) if len(heads) > 1 else ()


def _goes_on(item: Item) -> bool:
    head = plain(strip_stop(item.matter))
    plainly = is_verbal_head(head) and len(head) <= _LONGEST and not is_open(item.matter)
    return plainly and not _NUMBERED.search(head) and not _FINISHED.search(item.text)
