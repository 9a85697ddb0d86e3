"""The hand-labelled sentences, and what the rules in force say of them.

Labels hold positions and no text: report, 1-based line and column, move, topics a reader accepts (best first, an empty one for none).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.bank.bank import Bank
from generator.mining.passages import Spoken, spoken
from generator.reading.text import read_text

from .scores import Pair

HERE = Path(__file__).parent
_LONGEST_LABEL = 5


@dataclass(frozen=True, slots=True)
class Label:
    report: str
    line: int
    column: int
    move: str
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scored:
    """A label with the verdicts on its move and its topic."""

    label: Label
    move: Pair
    topic: Pair


def labels(name: str) -> list[Label]:
    """The labels of ``seeds`` or ``government``."""
    rows = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[2:]
    return [_label(row.split("\t")) for row in rows]


def _label(row: list[str]) -> Label:
    report, line, column, move, topics = row
    return Label(report, int(line), int(column), move, tuple(topics.split("/")))


def held_out(label: Label, given: list[Label]) -> bool:
    """Whether ``label`` is of the half that no rule was written on: every second report in the order of names."""
    reports = sorted({other.report for other in given})
    return reports.index(label.report) % 2 == 1


def scored(given: list[Label], folder: Path, bank: Bank) -> Iterator[Scored]:
    """Each label with what the rules say of the sentence at its place; a place that no sentence holds counts as wrong."""
    for report in sorted({label.report for label in given}):
        text = (folder / f"{report}.txt").read_text(encoding="utf-8")
        said = list(spoken(read_text(report, text)[0], bank))
        for label in given:
            if label.report == report:
                found = _at(label, said)
                yield Scored(label, Pair((label.move,), str(found.move) if found else "无"), Pair(label.topics, found.topic if found else "无"))


def _at(label: Label, said: list[Spoken]) -> Spoken | None:
    """The sentence at the place of ``label``; the label of a point (一是) stands just before it."""
    return next((s for s in said if s.line == label.line and s.column - _LONGEST_LABEL <= label.column < s.end), None)
