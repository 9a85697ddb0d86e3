"""Set wordings with a place in their middle or at their end that one word alone fills: another word there is a slip (“两个确立”的重大意义)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.check.prose.entries import Slot
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import POLICY, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_LONGEST = 5
"""Han characters and digits of the longest word that may stand wrongly in a place."""


def _filled(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for slot in subject.words.slots:
            if not any(before in passage.text for before in slot.before):
                continue
            for m in _place(slot).finditer(passage.text):
                if m["said"] not in slot.right:
                    right = m["before"] + slot.right[0] + m["after"]
                    yield at(passage, m.start(), m.end(), f"“{m[0]}”应为“{right}”", f"依据：{slot.source}", right)


@cache
def _place(slot: Slot) -> re.Pattern[str]:
    before, after = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (slot.before, slot.after))
    return re.compile(rf"(?P<before>{before})(?P<said>[\u4e00-\u9fff\d]{{0,{_LONGEST}}}?)(?P<after>{after})")


RULES = (
    Rule(
        "slot-word",
        "固定的话里那个词不换",
        Authority.REGULATION,
        POLICY,
        _filled,
        Example("深刻领悟“两个确立”的重大意义。"),
        Example("深刻领悟“两个确立”的决定性意义，认识改革的重大意义。"),
        Scope(RUNNING | {Part.HEADING, Part.TITLE}, TITLES),
    ),
)
