"""Pending changes: refused unless somebody says what becomes of them; accepted they give the new text and look, rejected the old one."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from generator.problems import Faults
from generator.reading.text import read_text
from generator.render.revised import revised
from generator.typeset.changes import Decision
from tests.check.made import word as drafted
from tests.reading.word_made import p, t, word
from tests.typeset.made import W, root, rows, set_anew

ACCEPT, REJECT = Decision.ACCEPT, Decision.REJECT
_SIGNED = 'w:id="7" w:author="江月明" w:date="2032-01-05T09:30:00Z"'


def ins(inner: str) -> str:
    return f"<w:ins {_SIGNED}>{inner}</w:ins>"


def gone(text: str) -> str:
    return f"<w:del {_SIGNED}>{t(text).replace('w:t>', 'w:delText>').replace('<w:t ', '<w:delText ')}</w:del>"


def mark(kind: str) -> str:
    return f"<w:rPr><w:{kind} {_SIGNED}/></w:rPr>"


def moved(kind: str, text: str) -> str:
    return f"<w:{kind} {_SIGNED}>{t(text)}</w:{kind}>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>{p('表后。')}"


def cell(inner: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


COME_ROW = f"<w:trPr><w:ins {_SIGNED}/></w:trPr>" + cell(p(ins(t("乙")), mark("ins")))

CASES = {
    "words put in and taken out": (p(t("巡查库房") + gone("36") + ins(t("138")) + t("次。")), ["巡查库房138次。"], ["巡查库房36次。"]),
    "a paragraph put in": (
        p("办好展览。") + p(ins(t("修补古籍。")), mark("ins")) + p("接着干。"),
        ["办好展览。", "修补古籍。", "接着干。"],
        ["办好展览。", "接着干。"],
    ),
    "a mark taken out": (p("办好展览，", mark("del")) + p("接着干。"), ["办好展览，接着干。"], ["办好展览，", "接着干。"]),
    "a mark put in": (p("办好展览，", mark("ins")) + p("接着干。"), ["办好展览，", "接着干。"], ["办好展览，接着干。"]),
    "a sentence moved": (
        p(moved("moveFrom", "先来。") + t("后到。")) + p(moved("moveTo", "先来。")),
        ["后到。", "先来。"],
        ["先来。后到。"],
    ),
    "a row put in": (table(cell(p("甲")), COME_ROW), ["甲", "乙", "表后。"], ["甲", "表后。"]),
    "a cell taken out": (table(cell(p("甲")) + cell(p("乙"), f"<w:cellDel {_SIGNED}/>")), ["甲", "表后。"], ["甲", "乙", "表后。"]),
    "a block put in": (f"<w:ins {_SIGNED}>{p('办好展览。')}</w:ins>" + p("接着干。"), ["办好展览。", "接着干。"], ["接着干。"]),
}


@pytest.mark.parametrize(("body", "accepted", "rejected"), CASES.values(), ids=CASES)
def test_both_ways(body: str, accepted: list[str], rejected: list[str]) -> None:
    before = word(body)
    assert rows(set_anew(before, ACCEPT).data) == accepted
    assert rows(set_anew(before, REJECT).data) == rejected
    for decision in (ACCEPT, REJECT):
        left = root(set_anew(before, decision).data)
        names = {each.tag.removeprefix(W) for each in left.iter() if isinstance(each.tag, str)}
        assert not names & {"ins", "del", "moveFrom", "moveTo", "delText", "cellDel", "rPrChange", "pPrChange"}


@pytest.mark.parametrize("body", [body for body, _, _ in CASES.values()], ids=CASES)
def test_without_a_decision_nothing_is_set(body: str) -> None:
    with pytest.raises(Faults) as faults:
        set_anew(word(body))
    assert [problem.code for problem in faults.value.problems] == ["pending-changes"]
    assert "--changes accept" in faults.value.problems[0].hint


def test_a_look_refused_is_the_look_before() -> None:
    """A table is not set anew: what it wears shows which of the two stayed."""
    run = f"<w:r><w:rPr><w:b/><w:rPrChange {_SIGNED}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>甲</w:t></w:r>"
    place = f'<w:jc w:val="left"/><w:pPrChange {_SIGNED}><w:pPr><w:jc w:val="center"/></w:pPr></w:pPrChange>'
    before = word(table(cell(p(run, place))))
    for decision, alignment, dress in ((ACCEPT, "left", "b"), (REJECT, "center", "i")):
        inner = next(root(set_anew(before, decision).data).iter(f"{W}tc"))
        assert [jc.get(f"{W}val") for jc in inner.iter(f"{W}jc")] == [alignment]
        assert [each.tag for each in next(inner.iter(f"{W}r")).find(f"{W}rPr")] == [f"{W}{dress}"]


OLD = "云州市档案馆2031年总结\n一、主要做法\n巡查库房36次。修补古籍40余册。\n办好展览。\n二、打算\n新建库房1间。\n云州市档案馆\n2032年1月5日\n"
NEW = "云州市档案馆2031年度总结\n一、主要做法\n巡查库房138次。\n接待读者上万人次。\n二、打算\n新建库房2间，更换设备。\n云州市档案馆\n2032年1月6日\n"


def test_revisions_of_our_own_come_back_as_the_two_texts() -> None:
    old, new = (drafted(read_text("稿", text)[0]) for text in (OLD, NEW))
    both = revised(old, new, "江月明", datetime(2032, 1, 5, tzinfo=UTC))
    assert rows(set_anew(both, ACCEPT).data) == rows(set_anew(new).data)
    assert rows(set_anew(both, REJECT).data) == rows(set_anew(old).data)
