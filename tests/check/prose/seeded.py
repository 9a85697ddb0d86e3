"""Faults put one at a time into clean texts (``faults.tsv`` says which, and what is to find them), and what is no fault (``spares.tsv``)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from generator.check.prose.check import check_prose
from generator.check.prose.examples import subject_of
from generator.check.prose.rule import Example, Rule
from generator.check.prose.subject import Owed, Subject
from generator.check.prose.table import RULES
from generator.check.remark import Remark
from generator.cli import shelf
from generator.cli.checking import owed
from generator.compose.draft import compose
from generator.facts.load import load_facts
from generator.files import read_text
from generator.problems import Source
from generator.reading.period import period_of
from generator.reading.text import read_text as read_prose
from generator.render.plain import plain_text
from generator.report import Report
from tests.conftest import ROOT

FAULTS = Path(__file__).parent / "faults.tsv"
SPARES = FAULTS.with_name("spares.tsv")
ARCHIVE = ROOT / "examples" / "往年报告"
DRAFTED = "例/"
_BLANK = re.compile(r"待补|？？|××")


@dataclass(frozen=True)
class Fault:
    """One row: in which text, the characters there, what they are changed to, the rule that is to find it, what to hold the text against."""

    base: str
    before: str
    after: str
    rule: str
    against: str = ""


def faults() -> list[Fault]:
    rows = (line.split("\t") for line in FAULTS.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return [Fault(*row) for row in rows]


@cache
def clean(base: str) -> tuple[str, Owed | None]:
    """The text called ``base``, and what its facts file asks for where it has one."""
    if not base.startswith(DRAFTED):
        return read_text(ARCHIVE / base).text, None
    path = ROOT / "examples" / f"{base.removeprefix(DRAFTED)}.yaml"
    facts = load_facts(Source(path.name, _BLANK.sub("37", read_text(path).text)), shelf.kinds())
    draft = compose(facts, shelf.template(facts.kind), shelf.bank(), formulations=shelf.formulations())
    return plain_text(draft.report), owed(facts)


@cache
def _lists() -> tuple[object, object]:
    return shelf.check_words(), shelf.formulations()


def subject(text: str, name: str = "稿子", facts: Owed | None = None, against: str = "") -> Subject:
    words, formulations = _lists()
    report = read_prose(name, text)[0]
    made = Subject(report, words, formulations, period_of(report), owed=facts)  # type: ignore[arg-type]
    option, _, other = against.partition("=")
    held = [_report(other)] if other else []
    return replace(made, last=held[0] if option == "last" else None, past=tuple(held) if option == "past" else ())


@cache
def _report(base: str) -> Report:
    return read_prose(Path(base).stem, clean(base)[0])[0]


def found(fault: Fault) -> list[Remark]:
    """What the rule that is to find it says of the text with the fault that it did not say without."""
    text, facts = clean(fault.base)
    assert text.count(fault.before) >= 1, f"{fault.base} 里没有“{fault.before}”"
    after = subject(text.replace(fault.before, fault.after, 1), facts=facts, against=fault.against)
    known = {(r.code, r.fault) for r in _without(fault.base, fault.against, fault.rule)}
    return [r for r in check_prose(after, rules=_rules(fault.rule)) if (r.code, r.fault) not in known]


@cache
def _without(base: str, against: str, code: str) -> list[Remark]:
    """What the rule says of the text as it is: a hundred faults are put into it."""
    return check_prose(_whole(base, against), rules=_rules(code))


@cache
def _whole(base: str, against: str) -> Subject:
    text, facts = clean(base)
    return subject(text, facts=facts, against=against)


def _rules(code: str) -> list[Rule]:
    return [rule for rule in RULES if rule.code == code]


def spared() -> list[tuple[str, str]]:
    """Rules, and what each must let pass."""
    rows = (line.split("\t") for line in SPARES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return [(code, text.replace("\\n", "\n")) for code, text in rows]


def made(text: str) -> Subject:
    """``text`` as the example of a rule is read: of one line, a paragraph of a report on 2025."""
    words, formulations = _lists()
    plain = subject_of(Example(text, period=None if "\n" in text else ((2025, 1), (2025, 12))), words, formulations)  # type: ignore[arg-type]
    return replace(plain, period=plain.period or period_of(plain.report))


def named(remarks: Iterable[Remark]) -> set[str]:
    return {r.code for r in remarks}
