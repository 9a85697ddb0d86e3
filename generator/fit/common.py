"""Common property (常用.yaml): words and quoted names that belong to no trade, so that any office may print them unsaid.

What is not common is a particular: it may be printed only where the clerk says it (``licence``).
"""

from __future__ import annotations

from msgspec import Struct

from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Problem, Source
from generator.yamlfile import as_items, parse


class Common(Struct, frozen=True):
    """Words that are common property, and names that reports set in quotes (三会一课) which are so too."""

    words: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def __or__(self, other: Common) -> Common:
        return Common(self.words | other.words, self.names | other.names)


NOTHING_COMMON = Common()
_ROW = Record((Key("词", Many(Text("哪个行当都用得上的词"))), Key("引", Many(Text("哪个行当都用得上的、加引号的说法"))), Key("备注", Text())))


def load_common(source: Source) -> Common:
    """The common property of one file. Raises ``Faults`` with every fault."""
    problems: list[Problem] = []
    found = NOTHING_COMMON
    for item in as_items(parse(source)):
        given: Given | None = read(item, _ROW, problems)
        if given is not None:
            words, names = (frozenset(s.text for s in given.get(key) or ()) for key in ("词", "引"))
            found |= Common(words, names)
    if problems:
        raise Faults(problems)
    return found
