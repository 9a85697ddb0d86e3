"""The reporter's post, in full where he presents himself, and his name where he signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import Part
from generator.check.prose.rule import ACCURATE, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.still_open import OPEN
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.report import plain

_OFFICES = re.compile("[、，兼]")
"""What stands between two offices of one man."""
_RANK = re.compile("副?总?[\u4e00-\u9fff]{2}$")
_BY_MYSELF = "(?:我(?:作为|担任|任|是|现任|在)|本人(?:作为|担任|任|是|现任|在)?|作为|担任|现任|自任)[^，。；]{0,24}?"
"""How he presents himself: the same office elsewhere may be another man's."""


def _post(subject: Subject) -> Iterator[Finding]:
    """图书馆馆长 of one who is 党总支书记、馆长; silent where he does not present himself."""
    post = subject.owed.post if subject.owed is not None else ""
    offices = [office for office in _OFFICES.split(post) if office] if not OPEN.search(post) else []
    printed = "".join(p.printed for p in subject.whole if p.part in (Part.TITLE, Part.LEAD))
    lost = [office for office in offices if not re.search(f"(?<!副){re.escape(_bare(office))}", printed)]
    for passage in subject.passages if lost else ():
        for office in (_bare(o).removeprefix("副") for o in offices):
            m = re.search(f"{_BY_MYSELF}(?P<office>{re.escape(office)})", passage.text)
            if m:
                yield at(passage, *m.span("office"), f"职务没有写全：事实表里是“{post}”，这里少了“{'、'.join(lost)}”", "照事实表写全")
                return


def _name(subject: Subject) -> Iterator[Finding]:
    """骆一州 below the report of 骆一舟: as long, the family name the same, and other in one character."""
    name = subject.owed.reporter if subject.owed is not None else ""
    signed = plain(subject.report.signature).strip()
    m = re.search(r"(?:^|[\s　：:])(?P<said>[\u4e00-\u9fff]{2,4})$", signed)
    differ = sum(a != b for a, b in zip(m["said"], name, strict=True)) if m and len(m["said"]) == len(name) > 1 else 0
    if m and differ == 1 and not OPEN.search(name):
        passage = next((p for p in reversed(subject.whole) if signed in p.printed), None)
        start = passage.printed.index(signed) + m.start("said") if passage else 0
        yield Finding(f"事实表里的报告人是“{name}”，这里是“{m['said']}”", "核对姓名", passage, start, start + len(name))


def _reporter(subject: Subject) -> Iterator[Finding]:
    yield from _post(subject)
    yield from _name(subject)


def _bare(office: str) -> str:
    """``office`` without the unit's name before it (市水务局局长, 局党组书记), which the opening may leave out."""
    party = office.rfind("党")
    rank = _RANK.search(office)
    return office[party:] if party >= 0 else rank[0] if rank else office


_OPENED = "云州市图书馆2025年度述职报告\n2025年，我作为云州市图书馆{}，主持全面工作。\n一、履职情况\n学习9次。"

RULES = (
    Rule(
        "reporter-post",
        "报告人的姓名、职务写全",
        Authority.REGULATION,
        ACCURATE,
        _reporter,
        Example(_OPENED.format("馆长"), post="党总支书记、馆长"),
        Example(_OPENED.format("馆长、党总支书记"), post="党总支书记、馆长"),
        Scope(frozenset({Part.LEAD})),
        (Need.FACTS,),
    ),
)
