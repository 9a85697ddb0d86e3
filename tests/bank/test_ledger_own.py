"""A user's own decisions at drafting: conditions that he writes beside a wording hold, whether he keeps the wording or puts another in its place."""

from __future__ import annotations

from generator.bank.ledger import load_ledger
from generator.bank.phrase import Kind, Layer, Move, Nature, Phrase, Position, Status
from generator.problems import Source

MINED = Phrase(
    "让企业少跑腿、快拿证",
    Kind.CLAUSE,
    Nature.FORMULA,
    move=Move.MEASURE,
    position=Position.CLOSE,
    beside=(("工作日", 1),),
    acts=(("审批", 1),),
    licence=(("企业",), ("跑腿",)),
    status=Status.MINED,
)


def decided(row: str) -> Phrase:
    (phrase,) = load_ledger(Source("审阅.yaml", f"- {{说法: 让企业少跑腿、快拿证, 类: 分句, {row}}}\n")).applied([MINED])
    return phrase


def test_a_wording_kept_under_conditions_is_held_to_these_alone() -> None:
    kept = decided("决定: 收, 限: [出证]")
    assert (kept.licence, kept.beside, kept.acts, kept.layer) == ((("出证",),), (), (), Layer.USER)


def test_a_wording_put_in_place_of_another_has_the_conditions_of_its_row() -> None:
    edited = decided("决定: 改, 改成: 让企业少跑路、早拿证, 限: [出证]")
    assert (edited.text, edited.licence, edited.layer) == ("让企业少跑路、早拿证", (("出证",),), Layer.USER)


def test_a_wording_that_is_only_kept_stays_where_it_stood() -> None:
    kept = decided("决定: 收")
    assert (kept.status, kept.licence, kept.beside, kept.layer) == (Status.ACCEPTED, MINED.licence, MINED.beside, MINED.layer)
