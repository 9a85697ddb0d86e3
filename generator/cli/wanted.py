"""What the templates ask of the facts files made for them, and the files read so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from generator.cli import shelf
from generator.facts.steps import Asker
from generator.facts.wanted import Wanted
from generator.template.model import Person, Template


def wanted(template: Template) -> Wanted:
    """The lists of facts that ``template`` is made from, and the keys it needs beyond the required ones."""
    lists = frozenset(str(feeding.feed) for part in template.parts for feeding in part.feedings)
    return Wanted(template.kind, lists, template.needs, template.person is Person.SELF)


def asker(facts: Path, ready_too: bool = False) -> Asker:
    """Who reads the file ``facts`` and asks for what is open in it, by the templates seen from there; ``ready_too`` as ``Asker`` has it."""
    kinds = shelf.kinds(facts.parent)

    @cache
    def asks(kind: str) -> Wanted | None:
        return wanted(shelf.template(kind, facts.parent)) if kind in kinds else None

    return Asker(kinds, asks, ready_too)
