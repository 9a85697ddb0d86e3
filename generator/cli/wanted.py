"""What a template asks of the facts file made for it."""

from __future__ import annotations

from generator.facts.wanted import Wanted
from generator.template.model import Person, Template


def wanted(template: Template) -> Wanted:
    """The lists of facts that ``template`` is made from, and the keys it needs beyond the required ones."""
    lists = frozenset(str(feeding.feed) for part in template.parts for feeding in part.feedings)
    return Wanted(template.kind, lists, template.needs, template.person is Person.SELF)
