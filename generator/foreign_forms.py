"""The hint that a text holds characters which only look like those they are read as."""

from __future__ import annotations

from collections.abc import Iterator

from generator.chinese.lookalikes import strange
from generator.problems import Problem, Severity, Source

_SHOWN = 10
"""Characters of a kind that a message shows."""


def foreign_forms(source: Source) -> Iterator[Problem]:
    """The hint that ``source`` holds such characters, at the first of them."""
    found = strange(source.text)
    if found:
        count = sum(source.text.count(character) for character in found)
        shown = f"“{''.join(found)[:_SHOWN]}”读作“{''.join(found.values())[:_SHOWN]}”"
        place = source.place(min(map(source.text.index, found)))
        hint = "这是部首或兼容字，多半从 PDF 复制而来；重打一遍，查找、统计才找得到"
        yield Problem(place, "foreign-forms", f"{shown}，共 {count} 处", hint, Severity.HINT)
