"""A report by the rules of prose: what they find, in the order of the text, without what the user does not want checked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from generator.check.prose.rule import Finding, Rule
from generator.check.prose.settings import Waiver
from generator.check.prose.subject import Subject
from generator.check.prose.table import RULES
from generator.check.remark import Remark
from generator.limits import REMARKS_OF_A_RULE
from generator.problems import Place

_AROUND = 10
"""Characters of context on each side of what an excerpt quotes."""


def check_prose(subject: Subject, without: Collection[str] = (), waived: Sequence[Waiver] = (), rules: Sequence[Rule] = RULES) -> list[Remark]:
    """What ``rules`` find in ``subject``, but for those whose codes are in ``without`` and the sentences that ``waived`` lets pass."""
    wanted = [rule for rule in rules if rule.code not in without]
    return sorted({remark for rule in wanted for remark in _listed(rule, subject, waived)})


def idle_waivers(subject: Subject, waived: Sequence[Waiver]) -> list[Waiver]:
    """The waivers that let nothing pass: what they name is not found any more."""
    codes = {w.code for w in waived}
    pairs = [(remark.code, text) for rule in RULES if rule.code in codes for remark, text in _remarks(rule, subject)]
    return [w for w in waived if not any(w.covers(code, text) for code, text in pairs)]


def _listed(rule: Rule, subject: Subject, waived: Sequence[Waiver]) -> Iterator[Remark]:
    """What ``rule`` finds that ``waived`` does not let pass, up to ``REMARKS_OF_A_RULE``, and whether there is more."""
    left = (remark for remark, text in _remarks(rule, subject) if not any(w.covers(remark.code, text) for w in waived))
    yield from islice(left, REMARKS_OF_A_RULE)
    if next(left, None) is not None:
        more = Finding(f"这样的不止 {REMARKS_OF_A_RULE} 处，后面的没有列", "改好这些再查，或用 --except 不查这一条")
        yield _remark(rule, more, subject.report.name)


def _remarks(rule: Rule, subject: Subject) -> Iterator[tuple[Remark, str]]:
    """All that ``rule`` finds, each with the whole text it was found in."""
    for finding in rule.applied(subject):
        yield _remark(rule, finding, subject.report.name), finding.passage.printed if finding.passage is not None else finding.fault


def _remark(rule: Rule, finding: Finding, name: str) -> Remark:
    passage, fault = finding.passage, single_within(finding.fault)
    if passage is None:
        return Remark(Place(name), rule.code, fault, finding.mend, rule.level, rule.authority)
    start, end = finding.start, finding.end
    return Remark(
        Place(name, *passage.place(start)),
        rule.code,
        fault,
        finding.mend,
        rule.level,
        rule.authority,
        " › ".join(passage.trail),
        _excerpt(passage.printed, start, end),
        passage.printed[start:end],
        finding.instead,
    )


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"


def single_within(text: str) -> str:
    """``text`` with quotes within quotes as single ones."""
    depth, made = 0, ""
    for c in text:
        depth -= c == "”" and depth > 0
        made += {"“": "‘", "”": "’"}.get(c, c) if depth else c
        depth += c == "“"
    return made
