"""What a comparison tells, as cases a clerk could review (NIGAO_REWRITE=1 (with pytest -n 0) writes them anew), and its laws."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compare.changes import Change, ChangeKind, changes
from generator.compare.kept import Fate, fates
from generator.compare.sentences import sentences
from generator.compare.telling import in_brackets, told
from generator.compare.words import Mark, marked
from generator.reading.text import read_text
from generator.report import Annex, Blank, Origin, OriginKind, Paragraph, Report, Section, Table, Text

CASES = Path(__file__).with_name("cases.md")
_CASE = re.compile(r"## (?P<name>.+?)\n\n```old\n(?P<old>.*?)```\n\n```new\n(?P<new>.*?)```\n\n```told\n(?P<told>.*?)```\n", re.S)


def report(text: str) -> Report:
    return read_text("稿", text)[0]


def rewrite() -> None:
    def anew(case: re.Match[str]) -> str:
        found = told(report(case["old"]), report(case["new"]))
        return f"## {case['name']}\n\n```old\n{case['old']}```\n\n```new\n{case['new']}```\n\n```told\n{found}```\n"

    CASES.write_text(_CASE.sub(anew, CASES.read_text(encoding="utf-8")), encoding="utf-8")


if os.environ.get("NIGAO_REWRITE"):
    rewrite()


@pytest.mark.parametrize("case", list(_CASE.finditer(CASES.read_text(encoding="utf-8"))), ids=lambda m: m["name"])
def test_case(case: re.Match[str]) -> None:
    assert told(report(case["old"]), report(case["new"])) == case["told"]


# --- laws --------------------------------------------------------------------------------------------------------------------------------

said = st.lists(st.text("云岭青石山水桥路河堤林田村镇馆校厂站", min_size=9, max_size=12), min_size=2, max_size=9, unique=True)


def body(texts: list[str]) -> Report:
    return Report(sections=(Section(1, "一、", (Text("主要做法"),), blocks=tuple(Paragraph((Text(f"{t}。"),)) for t in texts)),))


def found(old: list[str], new: list[str]) -> list[Change]:
    return changes(list(sentences(body(old))), list(sentences(body(new))))


@given(said)
def test_a_report_is_like_itself(texts: list[str]) -> None:
    assert found(texts, texts) == []


@given(said, st.randoms())
def test_a_new_order_is_all_moves(texts: list[str], random: object) -> None:
    shuffled = list(texts)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert {change.kind for change in found(texts, shuffled)} <= {ChangeKind.MOVED}
    assert bool(found(texts, shuffled)) == (texts != shuffled)


@given(said, said)
def test_nothing_is_lost_on_either_side(old: list[str], new: list[str]) -> None:
    """Every sentence that changed stands in one change; what stands in none says the same on both sides."""
    told_of = found(old, new)
    gone = [s.text for change in told_of for s in change.old]
    come = [s.text for change in told_of for s in change.new]
    assert len(gone) == len(set(gone))
    assert len(come) == len(set(come))
    assert sorted({f"{t}。" for t in old} - set(gone)) == sorted({f"{t}。" for t in new} - set(come))


@given(st.text("云岭12，。3", max_size=30), st.text("云岭12，。3", max_size=30))
def test_marks_give_back_both_sides(old: str, new: str) -> None:
    pieces = marked(old, new)
    assert "".join(p.text for p in pieces if p.mark is not Mark.COME) == old
    assert "".join(p.text for p in pieces if p.mark is not Mark.GONE) == new


# --- the clerk's facts -------------------------------------------------------------------------------------------------------------------


def fact(text: str, line: int) -> Text:
    return Text(text, Origin(OriginKind.FACT, f"事实[{line}]", line))


def drafted(*inlines: Text | Blank) -> Report:
    return Report(sections=(Section(1, "一、", (Text("主要做法"),), blocks=(Paragraph(inlines),)),))


def test_facts_that_went_are_named_with_their_line() -> None:
    blank = Blank("待补", Origin(OriginKind.BLANK, "事实[8]", 8))
    old = drafted(
        Text("今年，"), fact("巡查库房", 5), fact("36", 5), fact("次", 5), Text("。"), fact("修补古籍40余册", 6), Text("。"),
        fact("更换温湿度计9台", 7), Text("。"), fact("接待读者", 8), blank, fact("人次", 8), Text("。"),
    )  # fmt: skip
    new = report("一、主要做法\n今年，巡查库房38次。更换温湿度计9台，接待读者3200人次。\n")
    after = list(sentences(new))
    before = list(sentences(old))
    kept = fates(changes(before, after), before, after)
    assert [(f.fate, f.origin.line, f.text) for f in kept] == [
        (Fate.ALTERED, 5, "巡查库房36次"),
        (Fate.GONE, 6, "修补古籍40余册"),
        (Fate.FILLED, 8, "接待读者〔待补〕人次"),
    ]
    assert "".join(p.text for p in kept[-1].became if p.mark is not Mark.GONE) == "接待读者3200人次"


FATES: list[tuple[list[str], list[str], Fate | None]] = [
    (["|12名党员参加巡堤", "更换闸门2扇"], ["312名党员参加巡堤", "更换闸门2扇"], Fate.ALTERED),
    (["|巡查1.5万次", "更换闸门2扇"], ["巡查21.5万次", "更换闸门2扇"], Fate.ALTERED),
    (["|二十名党员巡堤", "更换闸门2扇"], ["一百二十名党员巡堤", "更换闸门2扇"], Fate.ALTERED),
    (["|12名党员参加巡堤", "更换闸门2扇"], ["１２ 名党员、参加巡堤", "更换闸门2扇"], None),
    (["加强值守，|12名党员巡堤", "更换闸门2扇，检修水泵"], ["加强值守", "更换闸门2扇，12名党员巡堤，检修水泵"], Fate.MOVED),
    (["更换闸门2扇，检修水泵", "|12名党员巡堤"], ["更换闸门2扇，检修水泵，12名党员巡堤"], Fate.JOINED),
    (["加强值守排班，落实双人双锁，|12名党员巡堤"], ["加强值守排班，落实双人双锁", "12名党员巡堤"], Fate.PARTED),
    (["|组织12名党员巡堤，整治险段3处"], ["组织12名党员巡堤", "整治险段3处"], Fate.CUT),
    (["|组织12名党员到云岭水库巡堤查险，整治险段3处"], ["组织12名党员巡堤查险，整治险段3处"], Fate.SHORTENED),
    (["检查水库9座，|培训河长12名，整治险段3处"], ["检查水库9座", "培训河长312名，整治险段3处"], Fate.ALTERED),
    (["|12名党员参加巡堤", "更换闸门2扇"], ["更换闸门2扇"], Fate.GONE),
    (["|排查水库12座", "更换闸门2扇"], ["未排查水库12座", "更换闸门2扇"], Fate.ALTERED),
    (["全年，|排查水库12座，更换闸门2扇"], ["全年，计划排查水库12座，更换闸门2扇"], Fate.ALTERED),
    (["|排查水库12座，更换闸门2扇"], ["排查水库12座以上，更换闸门2扇"], Fate.ALTERED),
    (["|走访企业26家", "更换闸门2扇"], ["走访企业26家次", "更换闸门2扇"], Fate.ALTERED),
    (["利润|增长9.6%", "更换闸门2扇"], ["利润负增长9.6%", "更换闸门2扇"], Fate.ALTERED),
    (["增幅|9.6%", "更换闸门2扇"], ["增幅-9.6%", "更换闸门2扇"], Fate.ALTERED),
    (["|排查水库12座，更换闸门2扇"], ["认真排查水库12座，更换闸门2扇"], None),
    (["今年，|举办培训3期、培训党员260人次，更换闸门2扇"], ["今年，培训党员260人次、举办培训3期，更换闸门2扇"], None),
    (["|走访企业26家、帮扶8户、慰问3人，更换闸门2扇"], ["走访企业26家、慰问3人、帮扶8户，更换闸门2扇"], None),
    (["|举办培训3期、培训党员260人次，更换闸门2扇"], ["培训党员260人次，更换闸门2扇"], Fate.SHORTENED),
    (["|12名党员巡堤，举办培训3期，培训党员260人次"], ["12名党员巡堤", "举办培训3期", "培训党员260人次"], Fate.CUT),
    (["|投入资金1200元", "更换闸门2扇"], ["投入资金1,200元", "更换闸门2扇"], None),
    (["|整改隐患36处", "更换闸门2扇"], ["整改隐患３６处", "更换闸门2扇"], None),
]  # fmt: skip
"""What stood in the draft, | before the fact, what stands there now, and what became of the fact."""
EDITS = [f"{'。'.join(old).replace('|', '')} → {'。'.join(new)}" for old, new, _ in FATES]


@pytest.mark.parametrize(("old", "new", "fate"), FATES, ids=lambda value: value if isinstance(value, Fate) else "")
def test_what_became_of_a_fact(old: list[str], new: list[str], fate: Fate | None) -> None:
    """The words behind | are the fact."""
    parted = (text.partition("|") for text in old)
    said = [i for own, _, owed in parted for i in (Text(own), fact(owed, 5), Text("。")) if i.text]
    before = list(sentences(drafted(*said)))
    after = list(sentences(body(new)))
    assert [f.fate for f in fates(changes(before, after), before, after)] == ([fate] if fate else [])


RECKONED = {
    "exchanged, the other way round": ("选派干部驻村12名，慰问困难党员5名。", ["慰问困难党员[-12-]{+5+}名", "选派干部驻村[-5-]{+12+}名"]),
    "exchanged where they stand": ("慰问困难党员5名，选派干部驻村12名。", ["慰问困难党员[-12-]{+5+}名", "选派干部驻村[-5-]{+12+}名"]),
    "one changed, the other way round": ("选派干部驻村6名，慰问困难党员12名。", ["选派干部驻村[-5-]{+6+}名"]),
    "in Chinese numerals": ("慰问困难党员十二名，选派干部驻村5名。", ["慰问困难党员[-12-]{+十二+}名"]),
    "the other way round": ("选派干部驻村5名，慰问困难党员12名。", []),
    "another's figure is no change of one that went": ("选派干部驻村5名。", ["慰问困难党员12名"]),
}


@pytest.mark.parametrize("name", RECKONED)
def test_a_fact_keeps_its_words_wherever_they_stand_in_its_sentence(name: str) -> None:
    new, became = RECKONED[name]
    before = list(sentences(drafted(fact("慰问困难党员12名", 5), Text("，"), fact("选派干部驻村5名", 6), Text("。"))))
    after = list(sentences(report(f"一、主要做法\n{new}\n")))
    kept = fates(changes(before, after), before, after)
    shown = ["".join(in_brackets(p.mark, p.text) for p in f.became) if f.fate is Fate.ALTERED else f.text for f in kept]
    assert shown == became


def test_alike_facts_of_one_sentence_are_not_taken_for_each_other() -> None:
    before = list(sentences(drafted(fact("开展培训5次", 5), Text("，"), fact("开展培训9次", 6), Text("。"))))
    after = list(sentences(report("一、主要做法\n开展培训9次。\n")))
    kept = fates(changes(before, after), before, after)
    assert [(f.fate, f.origin.line) for f in kept] == [(Fate.GONE, 5)]


@pytest.mark.parametrize(
    ("row", "instead", "fate"),
    [
        ("1｜云岭｜12", "1｜云岭｜120", Fate.ALTERED),
        ("1｜云岭｜12", "1｜云岭｜30", Fate.ALTERED),
        ("1｜云岭｜12", "2｜云岭｜12", Fate.ALTERED),
        ("1｜云岭｜12", "1｜云河｜12", Fate.ALTERED),
        ("1｜云岭｜12", "1｜云岭｜12", None),
    ],
)
def test_what_became_of_a_row(row: str, instead: str, fate: Fate | None) -> None:
    """A row of a table of the clerk's own is one fact, whatever stands in its cells."""
    before, after = tuple(sentences(_tabled(row, "2｜青石｜30"))), tuple(sentences(_tabled(instead, "2｜青石｜30")))
    found = fates(tuple(changes(before, after)), before, after)
    assert [(f.fate, f.text) for f in found] == ([(fate, row)] if fate else [])


def _tabled(*rows: str) -> Report:
    head, *cells = (tuple((fact(cell, n),) for cell in row.split("｜")) for n, row in enumerate(("序号｜水库｜座数", *rows)))
    return Report(annexes=(Annex("附件", (Text("加固情况表"),), Table(head, tuple(cells))),))
