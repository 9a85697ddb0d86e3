"""The clerk's notes as whole sentences: what the table of 补字 supplies stands among the clerk's words, with an origin of its own."""

from __future__ import annotations

from collections.abc import Iterator

from generator.chinese.forms import PART, Use
from generator.chinese.marked import Run
from generator.chinese.notes import Completions
from generator.chinese.parts import add_up
from generator.report import Inlines, Origin, OriginKind, Text, plain, sliced


def whole(note: Inlines, use: Use, table: Completions) -> Inlines:
    """``note``, written for ``use``, with the words that it lacks: every run and blank of the clerk's once, each supplied word from its rule."""
    text = plain(note)
    runs = table.completed(text, use)
    if "".join(run.text for run in runs) == text:
        return note
    return tuple(i for run in runs for i in (_kept(note, run) if run.rule is None else _supplied(run)))


def of_whole(note: Inlines, before: Inlines, table: Completions) -> Inlines:
    """``note`` behind 其中 where what it counts adds up to the count in which the note ``before`` it ends."""
    rule = table.parting
    return (*_supplied(Run(PART, rule=rule)), *note) if rule is not None and add_up(plain(before), plain(note)) else note


def _kept(note: Inlines, run: Run) -> Inlines:
    """The inlines of ``note``, or parts of them, that ``run`` covers."""
    return sliced(note, run.start, run.start + len(run.text))


def _supplied(run: Run) -> Iterator[Text]:
    if run.rule is not None:
        yield Text(run.text, Origin(OriginKind.SUPPLIED, run.rule.id, run.rule.line))
