"""Last year's plans and problems on the pairs of reports labelled by hand: floors under what was measured (benchmarks/closure.md).

The floors leave room for a label or two, since the words of the shipped bank and of 常用.yaml, which are no content, change.
"""

from __future__ import annotations

import pytest

from generator.closure.owed import OwedKind
from tests.closure.labelled import answered, labels, score

FLOORS = {  # held out, kind → precision, recall
    (False, OwedKind.PLAN): (0.88, 0.68),
    (False, OwedKind.PROBLEM): (0.84, 0.76),
    (True, OwedKind.PLAN): (0.75, 0.80),
    (True, OwedKind.PROBLEM): (0.80, 0.75),
}


@pytest.mark.parametrize(("held_out", "kind"), FLOORS)
def test_floors(held_out: bool, kind: OwedKind) -> None:
    reached = score([label for label in labels() if label.held_out is held_out and label.kind is kind])
    precision, recall = FLOORS[held_out, kind]
    assert reached.precision >= precision
    assert reached.recall >= recall


def test_what_a_reader_took_for_a_plan_is_owed() -> None:
    lost = [label.text for label in labels() if answered(label)[0] is None]
    assert lost == ["推动自动监控、用电监控和执法系统互联"]
