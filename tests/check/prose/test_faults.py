"""Faults put one at a time into clean texts are found by the rule that is to find them; the clean texts themselves give hints at most."""

from __future__ import annotations

import pytest

from generator.check.prose.check import check_prose
from generator.check.prose.table import RULES
from generator.problems import Severity
from tests.check.prose.seeded import ARCHIVE, DRAFTED, Fault, clean, faults, found, made, named, spared, subject
from tests.conftest import EXAMPLES

FEWEST = 150
CLEAN = 40
DRAFTS = [f"{DRAFTED}{path.stem}" for path in EXAMPLES]
REPORTS = sorted(path.relative_to(ARCHIVE).as_posix() for path in ARCHIVE.rglob("*.txt"))


@pytest.mark.parametrize("fault", faults(), ids=lambda f: f"{f.rule} {f.after[:12]}")
def test_a_seeded_fault(fault: Fault) -> None:
    assert fault.rule in named(found(fault))


@pytest.mark.parametrize(("code", "text"), spared(), ids=lambda given: given[:12])
def test_what_is_no_fault(code: str, text: str) -> None:
    assert [str(r) for r in check_prose(made(text), rules=[rule for rule in RULES if rule.code == code])] == []


def test_there_are_enough_of_every_kind() -> None:
    given = faults()
    assert len(given) >= FEWEST
    assert len({f.rule for f in given}) >= len(RULES) // 2


@pytest.mark.parametrize("base", [*DRAFTS, *REPORTS[:: max(1, len(REPORTS) // CLEAN)]])
def test_a_clean_text(base: str) -> None:
    text, facts = clean(base)
    assert [str(r) for r in check_prose(subject(text, base, facts)) if r.severity is not Severity.HINT] == []
