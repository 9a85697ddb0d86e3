"""What reports of the nearest trade usually say, for ``nigao ask``; the bank is read when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from msgspec import Struct

from generator.bank.bank import Bank
from generator.cli import shelf
from generator.facts.hints import usual_here
from generator.facts.model import Facts
from generator.facts.remembered import last_year
from generator.facts.sides import Side, sides_of
from generator.facts.steps import Step
from generator.report import plain

_NAMES = ("主题", "事项")
"""Keys by which a block and a point are named."""


class Usually(Struct, dict=True):
    """The bank that goes with the facts file at ``path``, and the trades found in it."""

    path: Path

    @cached_property
    def _known(self) -> dict[str, tuple[Side, ...]]:
        return {}

    @cached_property
    def _bank(self) -> Bank:
        return shelf.bank(shelf.own_banks(self.path, ()))

    def _sides(self, facts: Facts) -> tuple[Side, ...]:
        words = f"{plain(facts.unit.business)}，{plain(facts.unit.full)}"
        if words not in self._known:
            self._known[words] = sides_of(self._bank.offices.nearest(words), facts.kind, self._bank)
        return self._known[words]

    def at(self, step: Step) -> tuple[str, ...]:
        """What may be said where ``step`` asks for one more, or for the name of a block or a point that the file has no note on: what stands ready
        in the file, else what the trade says."""
        ready = step.another.usual if step.another else ()
        path = step.another.path if step.another else step.gap.path.rpartition("[")[0] if step.gap.key.name in _NAMES else ""
        if ready or not path.startswith("做法") or step.note or last_year(step.gap, step.now.facts):
            return ready
        return usual_here(path, step.now.facts, self._sides(step.now.facts), self._bank)
