"""Goals that lie behind what there is: 管网漏损率仍有11% among the problems, and a plan by which it is to fall to 12%."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import CONCISE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_RATE = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,6}率)(?:仍有|仍为|还有|高达|只有|仅为|仅有|达到|达|为|是)?(?P<value>\d+(?:\.\d+)?)[%％]")
_GOAL = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,6}率)(?:要|再)?(?P<verb>降到|降至|压到|控制在|提高到|提升到|上升到|达到)(?P<value>\d+(?:\.\d+)?)[%％]"
)
_FALLS = ("降到", "降至", "压到")
_RISES = ("提高到", "提升到", "上升到")


def _goal_behind(subject: Subject) -> Iterator[Finding]:
    """漏损率仍有11%, and a plan by which it is to fall to 12%."""
    now = [(m["name"], Decimal(m["value"])) for p in subject.passages if p.part in (Part.PRACTICE, Part.PROBLEM) for m in _RATE.finditer(p.text)]
    for passage in (p for p in subject.passages if p.part is Part.PLAN):
        for m in _GOAL.finditer(passage.text):
            there = [value for name, value in now if name.endswith(m["name"]) or m["name"].endswith(name)]
            goal = Decimal(m["value"])
            behind = there and ((m["verb"] in _FALLS and goal >= max(there)) or (m["verb"] in _RISES and goal <= min(there)))
            if behind:
                yield at(passage, m.start(), m.end(), f"打算把{m['name']}{m['verb']}{m['value']}%，前面写的已经是{there[0]}%", "核对两个数")


_PLANNED = "云州市水务局2025年工作总结\n一、主要做法\n培训6期。\n二、存在问题\n管网漏损率仍有11%。\n三、下一步打算\n漏损率降到{}%以下。"

RULES = (
    Rule(
        "goal-behind",
        "打算的目标不落在现状后面",
        Authority.ADVICE,
        CONCISE,
        _goal_behind,
        Example(_PLANNED.format("12")),
        Example(_PLANNED.format("9")),
        Scope(RUNNING, (*QUOTES, *TITLES), NOT_GOVERNMENT),
    ),
)
