"""The pairs of two years' reports that were read by hand: for each plan and problem of the one, what of the other answers it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.cli import shelf
from generator.cli.reports import Given
from generator.closure.answers import Answer, done, said_by_report
from generator.closure.content import Content
from generator.closure.match import Matcher
from generator.closure.owed import Owed, OwedKind, owed_by_report
from generator.recall.past import Past, past_of
from generator.recall.statements import Ear

ROOT = Path(__file__).parents[2]
LABELS = Path(__file__).parent / "labels.tsv"
ARCHIVE = ROOT / "examples" / "往年报告"
_MAYBE = "?"


@dataclass(frozen=True, slots=True)
class Label:
    """``answers`` are lines or heads of this year's report; those that begin with ? are right where found, and not missed where not."""

    unit: str
    old: str
    new: str
    held_out: bool
    kind: OwedKind
    text: str
    answers: tuple[str, ...]

    @property
    def owes(self) -> bool:
        """Whether something surely answers it."""
        return any(not a.startswith(_MAYBE) for a in self.answers)

    def accepts(self, answer: Answer) -> bool:
        places = (a.removeprefix(_MAYBE) for a in self.answers)
        return any(p == str(answer.line) if p.isdecimal() else p in answer.about + answer.text for p in places)


@dataclass(frozen=True, slots=True)
class Score:
    """How many were answered rightly, wrongly, and how many that surely have an answer were not answered rightly."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / ((self.right + self.wrong) or 1)

    @property
    def recall(self) -> float:
        return self.right / ((self.right + self.missed) or 1)


def labels() -> Iterator[Label]:
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            unit, old, new, use, kind, text, answers = line.split("\t")
            yield Label(unit, old, new, use == "留出", OwedKind(kind), text, tuple(filter(None, answers.split(","))))


@cache
def past(unit: str, name: str) -> Past:
    path = ARCHIVE / unit / f"{name}.txt"
    return past_of(Given(path).read()[0], Ear(shelf.vocabulary(), shelf.formulations()))


@cache
def content() -> Content:
    bank = shelf.bank()
    return Content.of(bank.reader, bank.tables, shelf.vocabulary())


@cache
def matcher(unit: str, old: str, new: str) -> Matcher:
    before = past(unit, old)
    return Matcher(said_by_report(past(unit, new)), content(), owed_by_report(before), done(said_by_report(before)))


def answered(label: Label) -> tuple[Owed | None, Answer | None]:
    """What is found to be owed by the words of ``label``, and what answers it best."""
    found = matcher(label.unit, label.old, label.new)
    owed = next((o for o in found.owed if (o.kind, o.text) == (label.kind, label.text)), None)
    best = found.answers(owed)[:1] if owed else []
    return owed, best[0].answer if best else None


def score(those: list[Label]) -> Score:
    found = [(label, answered(label)[1]) for label in those]
    right = sum(a is not None and label.accepts(a) for label, a in found)
    wrong = sum(a is not None and not label.accepts(a) for label, a in found)
    missed = sum(label.owes and not (a is not None and label.accepts(a)) for label, a in found)
    return Score(right, wrong, missed)
