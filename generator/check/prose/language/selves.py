"""What a unit calls itself: 我院 in the report of a 局."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.patterns import worded
from generator.report import plain

_SELF = re.compile(
    "(?:我|本)(?P<kind>局|院|委|厅|办(?!公|理|事|好|了|的|过|实|学|案|件|起|完|成)|馆|校|所(?!在|有|说|做)|站(?!在|位|起)|中心|集团|公司|支队|大队|街道|会(?!议|上))"
)
_KINDS = (
    ("中心医院", "院"),
    ("医院|检察院|法院|研究院", "院"),
    ("学院|大学", "院校"),
    ("学校|中学|小学|幼儿园|党校|[一二三四五六七八九十]中", "校"),
    ("委员会|委|机关党委", "委会"),
    ("总工会|妇联|残联|工商联|红十字会|协会|联合会", "会"),
    ("办公室|办", "办室"),
    ("中心", "中心"),
    ("集团", "集团公司"),
    ("公司", "公司集团"),
    ("支队", "支队"),
    ("大队", "大队"),
    ("街道办事处|街道", "街道办"),
    ("分局|局", "局"),
    ("馆", "馆"),
    ("站", "站"),
    ("所", "所"),
    ("厅", "厅"),
)
"""What a unit's name ends with, and the words by which it may call itself."""


_PARTY = re.compile("党组|党工委|党委|党支部|党总支|机关党委")
"""The Party bodies of a unit, which call it as it calls itself."""


def _own(subject: Subject) -> str:
    """The words by which the unit may call itself, by its name in the signature or the title; empty where neither tells."""
    for name in (_PARTY.sub("", plain(subject.report.signature)).strip(), _PARTY.sub("", subject.title)):
        for ending, words in _KINDS:
            if worded(f"(?:{ending})(?:$|(?=\\d{{4}}|关于|党|机关|上半年|年度))").search(name):
                return words
    return ""


def _selves(subject: Subject) -> Iterator[Finding]:
    own = _own(subject)
    found = [(p, m) for p in subject.passages for m in _SELF.finditer(p.text)]
    counts = Counter(m["kind"] for _, m in found)
    usual = next((kind for kind, _ in counts.most_common() if kind in own), "")
    for passage, m in found if own else ():
        if m["kind"] not in own and (usual or counts[m["kind"]] == len(found)):
            what = f"别处是“我{usual}”" if usual else "与单位的名称不合"
            yield at(passage, m.start(), m.end(), f"自称“{m[0]}”，{what}", "改成本单位的自称，或核对是不是照抄了别的单位的稿子")


_BODY = "云州市水务局2025年工作总结\n2025年，我局工作平稳。\n一、做法\n学习9次。\n二、下一步打算\n{}将改造管网。\n云州市水务局\n2025年12月22日"

RULES = (
    Rule(
        "self-name",
        "自称与单位相合",
        Authority.PRACTICE,
        ACCURATE,
        _selves,
        Example(_BODY.format("我院")),
        Example(_BODY.format("我局")),
        Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES), NOT_GOVERNMENT),
    ),
)
