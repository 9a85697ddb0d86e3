"""The ledger: decisions know wordings, not places; the last one holds; mining heeds them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.bank.ledger import Decision, Ledger, Verdict, key_of, ledger_row, load_ledger
from generator.bank.phrase import Kind, Nature, Phrase, Status
from generator.bank.slots import whole_slots
from generator.mining.distil import mine
from generator.problems import Faults, Source
from generator.reading.text import read_text
from generator.report import Report

TEXTS = {
    "甲": "一、主要做法\n（一）建强站网。始终把站网摆在首位，推动站网提质增效。\n（二）办好讲堂。持续办好观测讲堂，召开论证会*次。\n",
    "乙": "一、工作情况\n（一）守护站网。坚持选点从严，推动站网提质增效。\n（二）记录四季。持续办好观测讲堂。\n",
}


def ledger(text: str) -> Ledger:
    return load_ledger(Source("审阅.yaml", text))


def reports(names: str = "甲乙", prefix: str = "") -> list[Report]:
    return [read_text(prefix + name, TEXTS[name])[0] for name in names]


def mined(text: str, names: str = "甲乙", prefix: str = "") -> dict[str, Phrase]:
    return {p.text: p for p in mine(reports(names, prefix), (), (), ledger(text))}


@pytest.mark.parametrize(
    "written", ["推动站网提质增效", "推动站网提质增效。", " 推动 站网提质增效 ", "“推动站网提质增效”", "推动“站网”提质增效；", "推动「站网」提质增效"]
)
@pytest.mark.parametrize("names", ["甲乙", "乙甲"])
def test_a_rejected_wording_stays_out_however_written_and_mined(written: str, names: str) -> None:
    assert "推动站网提质增效" in mined("")
    assert "推动站网提质增效" not in mined(f"- {{说法: '{written}', 类: 分句, 决定: 不收}}\n", names, "别处/")


def test_a_decision_on_one_kind_leaves_the_others() -> None:
    assert "推动站网提质增效" in mined("- {说法: 推动站网提质增效, 类: 标题, 决定: 不收}\n")
    assert not any("站网" in text for text in mined("- {含: 站网, 决定: 不收, 理由: 地方说法}\n"))


def test_an_edited_wording_carries_the_evidence() -> None:
    was = mined("")["推动站网提质增效"]
    found = mined("- {说法: 推动站网提质增效, 决定: 改, 改成: 推动站网提档升级}\n")
    assert "推动站网提质增效" not in found
    edited = found["推动站网提档升级"]
    assert (edited.support, edited.count, edited.evidence, edited.status) == (was.support, was.count, was.evidence, Status.ACCEPTED)


def test_an_edit_joins_a_wording_that_is_there() -> None:
    found = mined("- {说法: 坚持选点从严, 决定: 改, 改成: 推动站网提质增效}\n")
    assert found["推动站网提质增效"].count == mined("")["推动站网提质增效"].count + 1


def test_accepted_and_put_off() -> None:
    found = mined("- {说法: 推动站网提质增效, 决定: 收}\n- {说法: 持续办好观测讲堂, 决定: 再议}\n")
    assert (found["推动站网提质增效"].status, found["持续办好观测讲堂"].status) == (Status.ACCEPTED, Status.MINED)


def test_the_last_row_holds_and_later_ledgers_lie_on_top() -> None:
    shipped = ledger("- {含: 站网, 决定: 不收, 理由: 地方说法}\n")
    own = ledger("- {说法: 推动站网提质增效, 决定: 再议}\n- {说法: 推动站网提质增效, 决定: 收}\n")
    found = (shipped + own).on(Kind.CLAUSE, "推动站网提质增效")
    assert found is not None
    assert found.verdict is Verdict.ACCEPT
    assert (own + shipped).on(Kind.CLAUSE, "推动站网提质增效") == shipped.decisions[0]


def test_edits_of_edits_end() -> None:
    rows = "- {说法: 甲甲, 决定: 改, 改成: 乙乙}\n- {说法: 乙乙, 决定: 改, 改成: 丙丙}\n- {说法: 丙丙, 决定: 改, 改成: 甲甲}\n"
    assert ledger(rows).outcome(Kind.CLAUSE, "甲甲")[0] == "丙丙"
    assert ledger(rows + "- {说法: 丙丙, 决定: 不收}\n").outcome(Kind.CLAUSE, "甲甲")[1] == Decision(Verdict.REJECT, "丙丙")


def test_applied_to_phrases_that_were_mined_before() -> None:
    phrases = [Phrase(text, Kind.CLAUSE, Nature.FORMULA) for text in ("甲甲", "乙乙", "丙丙")]
    kept = ledger("- {说法: 甲甲, 决定: 不收}\n- {说法: 乙乙, 决定: 改, 改成: '{业务}工作，再上台阶'}\n").applied(phrases)
    assert [(p.text, p.status, p.shape) for p in kept] == [("{业务}工作，再上台阶", Status.ACCEPTED, (2, 4)), ("丙丙", Status.MINED, (2,))]
    assert kept[0].id == Phrase("{业务}工作，再上台阶", Kind.CLAUSE, Nature.FORMULA).id


def test_every_fault_at_once() -> None:
    with pytest.raises(Faults) as caught:
        ledger(
            "- {说法: 甲, 含: 乙, 决定: 不收, 理由: 丙}\n- {决定: 收}\n- {说法: 甲}\n- {含: 乙, 决定: 收, 理由: 丙}\n"
            "- {含: 乙, 决定: 不收}\n- {说法: 甲, 决定: 改}\n- {说法: 甲, 决定: 收, 改成: 乙}\n- {说法: 甲, 决定: 扔}\n"
        )
    assert [(p.place.line, p.code) for p in caught.value.problems if p.place.line < 8] == [
        (1, "ledger-key"), (2, "ledger-key"), (3, "missing-key"), (4, "ledger-part"), (5, "missing-key"), (6, "ledger-edit"), (7, "ledger-edit"),
    ]  # fmt: skip
    assert "unknown-value" in {p.code for p in caught.value.problems if p.place.line == 8}


def test_an_edit_must_leave_whole_slots() -> None:
    with pytest.raises(Faults) as caught:
        load_ledger(Source("审阅.yaml", "- {说法: 巡堤, 决定: 改, 改成: '巡堤{次数次'}\n"))
    assert [p.code for p in caught.value.problems] == ["slot-braces"]


WORDS = st.text("站网提质增效，、“”{}#*&!|>'\": ", min_size=1, max_size=12).filter(lambda t: key_of(t) and t.strip() == t)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(list(Verdict)), WORDS, st.sampled_from([None, *Kind]), WORDS.filter(whole_slots))
def test_rows_read_back(verdict: Verdict, text: str, kind: Kind | None, instead: str) -> None:
    decision = Decision(verdict, text, kind, instead=instead if verdict is Verdict.EDIT else "", reason=instead)
    assert ledger(ledger_row(decision)).decisions == (decision,)
    assert key_of(key_of(text)) == key_of(text)
