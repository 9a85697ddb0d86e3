"""What goes by a name of its own (“临江小讲”更新52期) and is counted again among the problems: as many."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.check.prose.figures.left import CHECK
from generator.check.prose.passage import Part, Passage
from generator.check.prose.rule import Finding, at
from generator.check.prose.subject import Subject
from generator.chinese.measures import MEASURE

_NAME = "(?P<name>“[^“”]{2,20}”|《[^《》]{2,30}》)"
_COUNT = rf"(?P<n>\d+)(?P<measure>{MEASURE.pattern})"
_BEFORE = re.compile(rf"(?<![\d.]){_COUNT}{_NAME}")
_BEHIND = re.compile(rf"{_NAME}[^，。；、：\d“”《》]{{0,10}}(?<![\d.]){_COUNT}(?=[，。；、])")
_SOME = re.compile("其中|[中里]?(?:仅|只)?有$|另|(?<!更)新|又|再|每|各|第$")
"""Before a count that is of some of them, or of others."""
_KEY = tuple[str, str]


def named_again(subject: Subject) -> Iterator[Finding]:
    """48期“临江小讲” among the problems, where 52 were told of before."""
    told: dict[_KEY, set[Decimal]] = defaultdict(set)
    for passage in (p for p in subject.passages if p.part in (Part.LEAD, Part.PRACTICE)):
        for m in _counted(passage):
            told[m["name"], m["measure"]].add(Decimal(m["n"]))
    for passage in (p for p in subject.passages if p.part is Part.PROBLEM):
        for m in _counted(passage):
            before = told.get((m["name"], m["measure"]), set())
            value = Decimal(m["n"])
            if before and value not in {*before, sum(before)} and not _SOME.search(passage.printed[max(0, m.start("n") - 6) : m.start("n")]):
                said = f"{m['n']}{m['measure']}"
                fault = f"这里是{said}，前面说到{m['name']}，写的是{'、'.join(map(str, sorted(before)))}{m['measure']}"
                yield at(passage, m.start("n"), m.end("measure"), fault, CHECK)


def _counted(passage: Passage) -> Iterator[re.Match[str]]:
    """Where a name stands with its count, before it or behind; its quotes are read, whatever the rule masks."""
    yield from _BEFORE.finditer(passage.printed)
    yield from _BEHIND.finditer(passage.printed)
