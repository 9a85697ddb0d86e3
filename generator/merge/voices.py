"""Who said what: the records of several facts files side by side, grouped by what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from msgspec import Struct

from generator.declared import Given, Record, read
from generator.facts.keys import ATTACHMENT, FACT, FACTS, INTENTION, ITEM, PRACTICE, SHORTCOMING
from generator.facts.mend import clean
from generator.facts.normalise import normalise
from generator.problems import Faults, Place, Problem, Source
from generator.yamlfile import Scalar, parse


class Voice(NamedTuple):
    """What one file says of something. ``who`` is the unit or the office that the file is from."""

    who: str
    given: Given

    def text(self, key: str) -> str:
        """The text under ``key``, normalised; empty where there is none."""
        value = self.given.get(key)
        return normalise(value.text, value.folded) if isinstance(value, Scalar) else ""

    def texts(self, key: str) -> list[str]:
        """The texts listed under ``key``."""
        listed = self.given.get(key)
        return [normalise(v.text, v.folded) for v in listed if isinstance(v, Scalar)] if isinstance(listed, list) else []

    def below(self, key: str) -> list[Voice]:
        """The records under ``key``, said by the same."""
        value = self.given.get(key)
        return [Voice(self.who, v) for v in (value if isinstance(value, list) else [value]) if isinstance(v, Given)]

    def place(self, key: str) -> Place:
        value = self.given.get(key)
        return value.place if isinstance(value, Scalar) else self.given.place


def voice(source: Source, who: str) -> Voice:
    """The facts file ``source``, known to be sound, as what ``who`` says. Raises ``Faults`` where it is not."""
    problems: list[Problem] = []
    given = read(parse(clean(source)), FACTS, problems)
    if problems or not isinstance(given, Given):
        raise Faults(problems)
    return Voice(who, given)


_ABOUT: dict[int, Sequence[str]] = {
    id(PRACTICE): ("主题", "小标题"),
    id(ITEM): ("事项",),
    id(SHORTCOMING): ("表现", "主题"),
    id(INTENTION): ("主题", "小标题"),
    id(ATTACHMENT): ("名称",),
}
_TOLD_APART = ("做了", "量", "时间", "地点", "对象", "文件")
"""Keys in which two facts must agree to be the same one."""


def grouped(voices: Iterable[Voice], shape: Record) -> list[list[Voice]]:
    """Those that speak of the same thing together, each thing in the order in which it is first spoken of."""
    found: dict[Any, list[Voice]] = {}
    for said in voices:
        found.setdefault(_about(said, shape), []).append(said)
    return list(found.values())


def _about(said: Voice, shape: Record) -> Any:
    """What a record is about: a fact all of what tells it apart but its numbers, others the first key that names them, else all they say."""
    if shape is FACT:
        return tuple(said.text(key) for key in _TOLD_APART), "数" in said.given
    named = next((said.text(key) for key in _ABOUT.get(id(shape), ()) if said.text(key)), "")
    return named or tuple(tuple(said.texts(key)) for key in ("举措",))


class Detail(NamedTuple):
    """What somebody said, word for word, and what became of it."""

    block: str
    matter: str
    done: str
    measure: str
    who: str
    said: str
    outcome: str


class Merged(Struct, frozen=True):
    """A facts file made of several: its content as mappings, lists and texts, what is to be said of it, and what contradicts itself."""

    tree: dict[str, Any]
    notes: tuple[str, ...] = ()
    conflicts: tuple[Problem, ...] = ()
    details: tuple[Detail, ...] = ()
