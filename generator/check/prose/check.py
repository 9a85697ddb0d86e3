"""A report by the rules of prose: what they find, in the order of the text, without what the user does not want checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from generator.check.prose.rule import Finding, Rule
from generator.check.prose.settings import Waiver
from generator.check.prose.subject import Subject
from generator.check.prose.table import RULES
from generator.problems import Place, Problem

_AROUND = 10
"""Characters of context on each side of what an excerpt quotes."""


@dataclass(frozen=True, slots=True)
class Found:
    """A finding with the rule that made it, and where it stands: line and column of the file, the heads above it, the text around it."""

    rule: Rule
    finding: Finding
    line: int
    column: int
    where: str
    excerpt: str

    def problem(self, name: str) -> Problem:
        """The finding as a problem of the file called ``name``."""
        quoted = f"：“{self.excerpt}”" if self.excerpt else ""
        message = f"{self.finding.fault}{quoted}〔{self.rule.level}，{self.rule.code}〕"
        return Problem(Place(name, self.line, self.column), self.rule.code, message, self.finding.mend, self.rule.level.severity)


def check_prose(subject: Subject, without: Collection[str] = (), waived: Sequence[Waiver] = (), rules: Sequence[Rule] = RULES) -> list[Found]:
    """What ``rules`` find in ``subject``, but for those whose codes are in ``without`` and the sentences that ``waived`` lets pass."""
    found = {f for rule in rules if rule.code not in without for f in _found(rule, subject) if not any(w.covers(f.rule.code, _sentence(f)) for w in waived)}
    return sorted(found, key=lambda f: (f.line, f.column, f.rule.code, f.finding.fault))


def idle_waivers(subject: Subject, waived: Sequence[Waiver]) -> list[Waiver]:
    """The waivers that let nothing pass: what they name is not found any more."""
    found = [f for rule in RULES for f in _found(rule, subject)] if waived else []
    return [w for w in waived if not any(w.covers(f.rule.code, _sentence(f)) for f in found)]


def _found(rule: Rule, subject: Subject) -> Iterator[Found]:
    for finding in rule.applied(subject):
        passage = finding.passage
        if passage is None:
            yield Found(rule, finding, 0, 0, "", "")
            continue
        line, column = passage.place(finding.start)
        yield Found(rule, finding, line, column, " › ".join(passage.trail), _excerpt(passage.printed, finding.start, finding.end))


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"


def _sentence(found: Found) -> str:
    return found.finding.passage.printed if found.finding.passage is not None else found.finding.fault
