"""Notes of the clerk's that lack a word and are printed as they stand, because the table does not know which: each is told with a proposal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.chinese.forms import Use
from generator.chinese.marked import Run
from generator.chinese.notes import Completions
from generator.compose.facts import with_quantity
from generator.facts.model import Facts
from generator.problems import Place, Problem, Severity
from generator.report import Inlines, is_open, plain


def lame_problems(facts: Facts, table: Completions) -> Iterator[Problem]:
    """One hint for every note that only a proposal makes whole; the hint ends in what may be written in its place."""
    for note, use in _notes(facts):
        text = plain(note)
        if is_open(note) or _said(table.completed(text, use)) != text:
            continue
        proposed = _said(table.completed(text, use, proposals=True))
        if proposed != text:
            yield Problem(_place(facts, note), "lame", f"缺字，照原样印：{text}", f"可以写成：{proposed}", Severity.HINT)


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
