"""Notes of the clerk's that are printed as they stand though they lack a word, because the table does not know which, or have their verb behind what
it governs, because no word of the clerk's is moved: each is told with a proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from generator.chinese.forms import Use
from generator.chinese.marked import Run
from generator.chinese.notes import Completions
from generator.compose.facts import with_quantity
from generator.facts.model import Facts
from generator.problems import Place, Problem, Severity
from generator.report import Inlines, is_open, plain


class Lame(Struct, frozen=True):
    """A note that is printed as it stands though it lacks a word or stands the wrong way round: its ``text``, and what might be written for it."""

    place: Place
    text: str
    proposed: str

    @property
    def turned(self) -> bool:
        """Whether nothing is lacking: its verb stands behind what it governs (违章查纠158起)."""
        return sorted(self.text) == sorted(self.proposed)


def lame_notes(facts: Facts, table: Completions) -> Iterator[Lame]:
    """Every note that only a proposal makes whole."""
    for note, use in _notes(facts):
        text = plain(note)
        if is_open(note) or _said(table.completed(text, use)) != text:
            continue
        proposed = _said(table.completed(text, use, proposals=True))
        if proposed != text:
            yield Lame(_place(facts, note), text, proposed)


def lame_problems(facts: Facts, table: Completions) -> Iterator[Problem]:
    """One hint for every lame note; the hint ends in what may be written in its place."""
    for lame in lame_notes(facts, table):
        told = "动词在后" if lame.turned else "缺字"
        yield Problem(lame.place, "lame", f"{told}，照原样印：{lame.text}", f"可以写成：{lame.proposed}", Severity.HINT)


def _said(runs: Iterable[Run]) -> str:
    return "".join(run.text for run in runs)


def _notes(facts: Facts) -> Iterator[tuple[Inlines, Use]]:
    for item in (item for practice in facts.practices for item in practice.items):
        yield from ((measure, Use.MEASURE) for measure in item.measures)
        yield from ((with_quantity(fact), Use.FACT) for fact in item.facts)
        if item.result:
            yield item.result, Use.RESULT
    yield from ((problem.shows, Use.PROBLEM) for problem in facts.shortcomings)
    yield from ((measure, Use.PLAN) for intention in facts.intentions for measure in intention.measures)


def _place(facts: Facts, note: Inlines) -> Place:
    origin = note[0].origin
    return Place(facts.name, origin.line, origin.column) if origin else Place(facts.name)
