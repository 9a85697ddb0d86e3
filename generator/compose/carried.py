"""What a plan that names no topic carries on: the point of 做法 that tells of the same things, by whose name it opens where no verb of its own does
(推进管道检测修复，管道缺陷6处9月底前修完)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.chinese.verbs import opens_clause, opens_timed
from generator.compose.answers import Pairing
from generator.compose.statements import strip_stop
from generator.facts.model import Intention, Item, Practice
from generator.report import Inlines, echoed, is_open, plain

_LEAST_SHARED = 4
"""Characters that a plan and a point must share, common words aside: two words, one alone may stand in both by chance."""
_LONGEST_NAME = 10
_UNDER_WAY = ("再", "继续", "全年", "力争", "争取")
"""How a plan opens, beside verbs, that says by itself what will be done."""


def carried(plans: Sequence[Intention], practices: Sequence[Practice], pairing: Pairing) -> Mapping[str, Inlines]:
    """The names of the points that ``plans`` carry on, the clerk's words once more, by the path of the plan."""
    points = [item for practice in practices for item in practice.items if _is_named(item)]
    bare = (plan for plan in plans if not (plan.topic or plan.heading) and plan.measures and not _acts(plain(plan.measures[0])))
    nearest = ((plan.path, _nearest(plan, points, pairing)) for plan in bare)
    return {path: echoed(strip_stop(item.matter)) for path, item in nearest if item is not None}


def _nearest(plan: Intention, points: Sequence[Item], pairing: Pairing) -> Item | None:
    """The point that shares most with ``plan``, of equal ones the first; none where two share as much, or none enough."""
    meant = "，".join(map(plain, plan.measures))
    shared = [pairing.shared(meant, item.text) for item in points]
    most = max(shared, default=0)
    return points[shared.index(most)] if most >= _LEAST_SHARED and shared.count(most) == 1 else None


def _is_named(item: Item) -> bool:
    name = plain(strip_stop(item.matter))
    return 0 < len(name) <= _LONGEST_NAME and not any(map(str.isdecimal, name)) and not is_open(item.matter)


def _acts(said: str) -> bool:
    return opens_clause(said) or opens_timed(said) or said.startswith(_UNDER_WAY)
