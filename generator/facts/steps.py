"""What to ask next of a facts file: its gaps in their order, and where it is wished the lines that stand ready behind a ``# ``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from itertools import islice

from msgspec import Struct

from generator.facts.gaps import Gap, Reading, reading
from generator.facts.growing import Growing
from generator.facts.growing import growing as lists_of
from generator.facts.keys import FACTS_OF_ITEM
from generator.facts.together import point_of, remembers, together
from generator.facts.wanted import Wanted
from generator.problems import Faults, Source

Id = tuple[str, str, int]
_READY = re.compile(r"( *)# (?!yaml-language-server)(\S.*)")
_NOTE = re.compile(r"\s# (.+)")


class Step(Struct, frozen=True):
    """A gap, the text in which it stands and what that says. ``offered``: the text is the file's with one more line put to use; ``another``: it is
    the place of one more entry of a list, which need not be; ``together``: what is asked in one go with the gap."""

    id: Id
    source: Source
    now: Reading
    gap: Gap
    offered: bool = False
    another: Growing | None = None
    together: tuple[Gap, ...] = ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """All that is asked for in one go, ``gap`` the first."""
        return self.together or (self.gap,)

    @property
    def note(self) -> str:
        """The comment at the end of the gap's line."""
        text = self.source.text
        end = text.find("\n", self.gap.end)
        found = _NOTE.search(text[self.gap.end : end if end >= 0 else len(text)])
        return found[1].strip() if found and self.gap.is_blank else ""


_AT_LAST = ("成文日期",)
"""What is known when all else is."""


def _within(path: str, scope: str) -> bool:
    return path.startswith((f"{scope}.", f"{scope}["))


class Asker(Struct, frozen=True):
    """``kinds`` are the known 文种, ``wanted`` what each asks for; ``ready_too``: lines behind a ``# `` are offered as well."""

    kinds: Collection[str]
    wanted: Callable[[str], Wanted | None]
    ready_too: bool = False

    def read(self, source: Source) -> Reading:
        """What the clean ``source`` says and leaves open. Raises ``Faults`` with what answers cannot mend."""
        return reading(source, self.kinds, self.wanted)

    def next(self, source: Source, passed: Collection[Id], lively: Collection[str] = ()) -> Step | None:
        """The first thing to ask that is not among those ``passed`` over; None when there is nothing left. Of a ``lively`` list, once nothing is left
        to ask in its part, another entry is asked for, but no fact of a point that knows last year: there the clerk says by himself what is new."""
        now = self.read(source)
        left = sorted((gap for gap in now.gaps if gap.id not in passed), key=lambda gap: gap.key.name in _AT_LAST)
        gap = left[0] if left else None
        if lively and (step := self._another(source, now, passed, lively)):
            return step
        if self.ready_too and not (gap and not gap.is_blank):
            last = gap.place.line if gap else source.text.count("\n") + 2
            offer = next(self._offers(source, now, passed, last), None)
            if offer:
                return offer
        return Step(gap.id, source, now, gap, together=together(left, now.facts)) if gap else None

    def more(self, step: Step) -> Growing | None:
        """The place for one more fact in the point that ``step`` asks of, where that knows last year."""
        point = point_of(step.gap.path)
        if step.another or not point or not remembers(point, step.now.facts):
            return None
        return next((grown for grown in lists_of(step.source) if grown.path == f"{point}.事实"), None)

    def _another(self, source: Source, now: Reading, passed: Collection[Id], lively: Collection[str]) -> Step | None:
        """The place for another entry of the first list that waits for nothing else."""
        waiting = [gap.path for gap in now.gaps if gap.id not in passed]
        if self.ready_too:
            offers = self._offers(source, now, passed, source.text.count("\n") + 2)
            waiting += [offer.gap.path for offer in islice(offers, 1)]
        for grown in lists_of(source):
            if grown.path not in lively or grown.id in passed or any(_within(path, grown.scope) for path in waiting):
                continue
            if grown.gap.key is not FACTS_OF_ITEM or not remembers(grown.scope, now.facts):
                return Step(grown.id, source, now, grown.gap, another=grown)
        return None

    def _offers(self, source: Source, now: Reading, passed: Collection[Id], before: int) -> Iterator[Step]:
        lines = source.text.split("\n")
        for index, line in enumerate(lines[: before - 1]):
            name = ("#", line, lines[:index].count(line))
            if name in passed or not (ready := _READY.fullmatch(line)):
                continue
            used = Source(source.name, "\n".join([*lines[:index], ready[1] + ready[2], *lines[index + 1 :]]))
            if gap := self._gap_in(used, index + 1, now):
                then, first = gap
                yield Step(name, used, then, first, offered=True)

    def _gap_in(self, used: Source, line: int, now: Reading) -> tuple[Reading, Gap] | None:
        """What the text says with the line in use, and the line's first gap; None where it cannot be used there or leaves nothing open."""
        try:
            then = self.read(used)
        except Faults:
            return None
        gap = next((g for g in then.gaps if g.place.line == line and g.is_blank), None)
        return (then, gap) if gap and len(then.gaps) > len(now.gaps) else None
