"""Moves and topics on the sentences labelled by hand: floors under what was measured, where the corpus is at hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from generator.bank.bank import Bank
from generator.bank.topics import load_topics
from generator.problems import Source
from generator.report import Move

from .labelled import Scored, held_out, labels, scored
from .scores import Pair, accuracy, confusion, macro_f1

ROOT = Path(__file__).parents[2]
TOPICS = ROOT / "phrasebank" / "主题.yaml"


@pytest.fixture(scope="module")
def topics() -> Bank:
    return Bank({}, load_topics(Source(TOPICS.name, TOPICS.read_text(encoding="utf-8"))))


FLOORS = {  # corpus, held out → accuracy of moves, their macro-F1, accuracy of topics, their macro-F1
    ("seeds", False): (0.98, 0.91, 0.93, 0.93),
    ("government", False): (0.90, 0.65, 0.76, 0.72),
    ("government", True): (0.89, 0.74, 0.74, 0.67),
}


@pytest.fixture(scope="module")
def verdicts(corpus: Path, topics: Bank) -> Callable[[str], tuple[Scored, ...]]:
    """All that the rules say of the labels of that name, read once."""
    return cache(lambda name: tuple(scored(labels(name), corpus / name, topics)))


@pytest.mark.parametrize(("name", "apart"), FLOORS)
def test_floors(name: str, apart: bool, verdicts: Callable[[str], tuple[Scored, ...]]) -> None:
    given = labels(name)
    found = [s for s in verdicts(name) if name == "seeds" or held_out(s.label, given) is apart]
    moves, topic = [s.move for s in found], [s.topic for s in found]
    reached = accuracy(moves), macro_f1(moves), accuracy(topic), macro_f1(topic)
    assert all(r >= floor for r, floor in zip(reached, FLOORS[name, apart], strict=True)), reached


@pytest.mark.parametrize(("name", "least"), [("seeds", 200), ("government", 300)])
def test_labels_are_positions_of_known_moves_and_topics(name: str, least: int, topics: Bank) -> None:
    given = labels(name)
    assert len({(g.report, g.line, g.column) for g in given}) == len(given) >= least
    assert {g.move for g in given} <= set(Move)
    assert {t for g in given for t in g.topics} <= {"", *topics.topic_names()}


def test_scores() -> None:
    pairs = [Pair(("甲",), "甲"), Pair(("甲", "乙"), "乙"), Pair(("乙",), "甲"), Pair(("丙",), "丙")]
    assert accuracy(pairs) == 0.75
    assert macro_f1(pairs) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)
    assert confusion(pairs)["乙", "甲"] == 1
