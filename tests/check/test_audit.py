"""On files as others make them few findings are false: every one was read and is on record."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.check.audit import DOUBTFUL, FALSE, UNREAD, Finding, findings, read, verdicts
from tests.check.others import FILES

MOST_FALSE = 0.03
FEWEST_RIGHT = 0.9
"""A rule that is right less often is a hint, or none."""


@pytest.fixture(scope="module")
def judged() -> list[tuple[Finding, str]]:
    return read(findings({name: make() for name, make in FILES.items()}), verdicts())


def test_every_finding_was_read(judged: list[tuple[Finding, str]]) -> None:
    assert [finding for finding, verdict in judged if verdict == UNREAD] == []


def test_few_are_false(judged: list[tuple[Finding, str]]) -> None:
    assert sum(verdict == FALSE for _, verdict in judged) <= MOST_FALSE * len(judged)


def test_every_rule_is_mostly_right(judged: list[tuple[Finding, str]]) -> None:
    all_, wrong = Counter(f.rule for f, _ in judged), Counter(f.rule for f, v in judged if v in (FALSE, DOUBTFUL))
    assert {rule for rule, count in wrong.items() if count > (1 - FEWEST_RIGHT) * all_[rule]} == set()


def test_what_is_set_to_the_standard_is_told_little(judged: list[tuple[Finding, str]]) -> None:
    """Files by hand, to the standard: nothing but what their texts cannot help, a title that no one broke into lines."""
    by_hand = {finding.rule for finding, _ in judged if finding.file.startswith("手工")}
    assert by_hand <= {"heading-outline", "title-overflow", "signature-place"}
