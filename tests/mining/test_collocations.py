"""Pairs, bundles and the words they are made of."""

from __future__ import annotations

import importlib.util
import math
from collections import Counter
from pathlib import Path

import pytest

from generator.mining.bundles import bundles, cohesion, entropy
from generator.mining.collocations import log_dice, log_likelihood, pairs, tagged_clauses, verb_object
from generator.mining.distil import gather
from generator.mining.evidence import merge
from generator.mining.tokens import _jieba, _rjieba, tagger
from tests.mining.invented import report

CLAUSES = [("甲", [("压实", "v"), ("值守", "vn"), ("责任", "n")])] * 3 + [
    ("乙", [("压实", "v"), ("责任", "n")]),
    ("乙", [("看", "v"), ("云海", "n")]),
]


def test_measures_by_hand() -> None:
    assert log_likelihood(10, 20, 20, 40) == pytest.approx(0.0)  # just as often as chance
    assert log_likelihood(2, 2, 2, 4) == pytest.approx(8 * math.log(2))
    assert log_dice(5, 5, 5) == 14.0
    assert log_dice(1, 4, 4) == 12.0
    assert entropy(Counter("ab")) == 1.0
    assert cohesion(("a", "b"), Counter({("a",): 2, ("b",): 2, ("a", "b"): 2}), 4) == pytest.approx(1.0)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("层层压实值守责任", ("压实", "责任")),
        ("召开论证会{次数}次", ("召开", "论证会")),
        ("落实“一岗双责”", ("落实", "一岗双责")),
        ("夜色如水", None),
    ],
)
def test_verb_and_object(text: str, pair: tuple[str, str] | None) -> None:
    tagged = tagger(frozenset({"一岗双责", "论证会"}), frozenset({"压实", "落实"}))
    assert verb_object(tagged(text.replace("{次数}", "，"))) == pair


def test_pairs_rank_what_attracts() -> None:
    filler = [("丙", [("观察", "v"), (f"云{i}", "n")]) for i in range(20)]
    found = pairs([*CLAUSES, *filler], of="压实")
    assert [(p.verb, p.object, p.count, p.reports, p.log_dice) for p in found] == [("压实", "责任", 4, 2, 14.0)]
    assert pairs([], "压实") == []


def test_bundles_recur_hold_and_stand_free() -> None:
    around = [(k, [(w, "n"), ("筑牢", "v"), ("根基", "n"), (w + w, "n")]) for k, w in zip("甲乙丙丁", "东南西北", strict=True)]
    found = bundles(around)
    assert [(b.text, b.words, b.count, b.reports, b.left, b.right) for b in found] == [("筑牢根基", 2, 4, 4, 2.0, 2.0)]
    assert bundles(around, of="站网") == []


def test_clauses_of_evidence() -> None:
    evidence = merge(*(gather(report(n, "一、主要做法\n（一）建强站网，筑牢根基。压实值守责任。\n")) for n in ("甲", "乙")))
    words = [[w for w, _ in clause] for _, clause in tagged_clauses(evidence)]
    assert ["压实", "值守", "责任"] in words
    assert len(words) == len({tuple(w) for w in words})


NAMES = frozenset({"三会一课", "一岗双责", "十四五", "实", "严"})
VERBS = frozenset({"压实", "落实", "建强"})
TEXT = "落实三会一课，严字当头、实字托底，十四五期间（2026年）投资1.5亿元，GDP增长5.2%，X次，建强站网 压实责任"


@pytest.mark.skipif(importlib.util.find_spec("rjieba") is None, reason="rjieba (extra fast) is not installed")
def test_both_libraries_give_the_same_words(corpus_lines: list[str]) -> None:
    slow, fast = _jieba(NAMES, VERBS), _rjieba(NAMES, VERBS)
    for line in [TEXT, "", " ", *corpus_lines]:
        assert slow(line) == fast(line), line


@pytest.fixture
def corpus_lines(request: pytest.FixtureRequest) -> list[str]:
    try:
        folder: Path = request.getfixturevalue("corpus")
    except pytest.skip.Exception:
        return []
    files = [*sorted(folder.glob("seeds/*.txt")), *sorted(folder.glob("government/*.txt"))[:1]]
    return [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
