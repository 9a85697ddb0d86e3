"""The reject list (不收.yaml): wordings that a reader struck, by exact wording or by what they contain, each with a reason."""

from __future__ import annotations

from dataclasses import dataclass

from generator.problems import Faults, Problem, Source
from generator.yamlfile import Given, Key, Record, Text, as_items, parse, read

_ENTRY = Record(
    (
        Key("说法", Text("一字不差的用语")),
        Key("含", Text("凡含有这几个字的用语")),
        Key("理由", Text("为什么不收"), required=True),
        Key("备注", Text()),
    )
)


@dataclass(frozen=True, slots=True)
class Rejects:
    """Wordings and parts of wordings that stay out of the bank."""

    wordings: frozenset[str] = frozenset()
    parts: tuple[str, ...] = ()

    def hold(self, text: str) -> bool:
        """Whether ``text`` is struck."""
        return text in self.wordings or any(part in text for part in self.parts)


def load_rejects(source: Source) -> Rejects:
    """The reject list of one file. Raises ``Faults`` with every fault; an entry has 说法 or 含, not both."""
    problems: list[Problem] = []
    wordings: set[str] = set()
    parts: set[str] = set()
    for item in as_items(parse(source)):
        given: Given | None = read(item, _ENTRY, problems)
        if given is None:
            continue
        if ("说法" in given) == ("含" in given):
            problems.append(Problem(given.place, "reject-key", "一条要有“说法”或“含”之一", "整句写 说法，部分写 含"))
            continue
        if "说法" in given:
            wordings.add(given.values["说法"].text)
        else:
            parts.add(given.values["含"].text)
    if problems:
        raise Faults(problems)
    return Rejects(frozenset(wordings), tuple(sorted(parts)))
