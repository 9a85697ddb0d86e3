"""Points that begin with the second (二是)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING
from generator.check.prose.rule import ACCURATE, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_SECOND = re.compile("(?:^|(?<=[。；：]))二是")
_FIRST = re.compile("一是|一要|一则|一来|其一|第一|一方面|首要的是|（一）|(?:^|[。；：\n])1[.．、]")


def _second_first(subject: Subject) -> Iterator[Finding]:
    """首先抓学习。二是抓制度: the first point is counted otherwise, or not at all."""
    told: dict[int, str] = {}
    for passage in subject.passages:
        before = told.get(id(passage.section), "")
        m = _SECOND.search(passage.text)
        said = before + passage.text[: m.start()] if m else ""
        if m and said.strip() and not _FIRST.search(said):
            how = "前面写的是“首先”，两套序次混在一起" if "首先" in said else "前面没有“一是”"
            yield at(passage, m.start(), m.end(), f"有“二是”，{how}", "补上“一是”，或统一序次")
        told[id(passage.section)] = before + "\n" + passage.text


RULES = (
    Rule(
        "point-begins",
        "有“二是”就有“一是”",
        Authority.PRACTICE,
        ACCURATE,
        _second_first,
        Example("首先抓学习，学习9次。二是抓制度，修订3项。"),
        Example("一是抓学习，学习9次。二是抓制度，修订3项。"),
        Scope(RUNNING, (*QUOTES, *TITLES)),
    ),
)
