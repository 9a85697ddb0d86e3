"""Acts and things (事类、物类): what units do, and for whom or on what, as reviewed tables of words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Problem, Source
from generator.yamlfile import as_items, parse

LIGHT = "虚"
"""The class of verbs that do not say what was done (开展, 组织): the act stands behind them."""


class Classes(Struct, frozen=True, dict=True):
    """Classes of words by name, in the order of their file. A word may stand in several; the first is its own."""

    members: Mapping[str, tuple[str, ...]]

    @cached_property
    def of_word(self) -> Mapping[str, tuple[str, ...]]:
        """The classes that each word stands in."""
        found: dict[str, tuple[str, ...]] = {}
        for name, words in self.members.items():
            own = dict.fromkeys((name, *words), (name,))
            found |= own | {word: (*found[word], name) for word in own.keys() & found.keys()}
        return found

    def words(self) -> frozenset[str]:
        return frozenset(self.of_word)

    def __or__(self, later: Classes) -> Classes:
        """Both; where both know a class it has the words of both."""
        names = dict.fromkeys((*self.members, *later.members))
        return Classes({n: tuple(dict.fromkeys((*self.members.get(n, ()), *later.members.get(n, ())))) for n in names})


NO_CLASSES = Classes({})


def load_classes(source: Source, key: str) -> Classes:
    """The classes of one file; ``key`` (事类, 物类) names each. Raises ``Faults`` with every fault, a class given twice among them."""
    shape = Record((Key(key, Text(), required=True), Key("词", Many(Text()), required=True), Key("备注", Text())))
    problems: list[Problem] = []
    members: dict[str, tuple[str, ...]] = {}
    for item in as_items(parse(source)):
        given: Given | None = read(item, shape, problems)
        if given is None or key not in given:
            continue
        name = given.get(key)
        if name.text in members:
            problems.append(Problem(name.place, "class-twice", f"{key}“{name.text}”重复", "合并成一条"))
        members[name.text] = tuple(w.text for w in given.get("词") or ())
    if problems:
        raise Faults(problems)
    return Classes(members)
