"""What was left open: blanks, placeholders, claims that nobody has confirmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.passage import Part
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.measures import MEASURE
from generator.report import BLANK_MARK, OFFERED

_COUNTS = rf"[百千万亿]?(?:{MEASURE.pattern})"
"""A measure word: what stands before it is to be a number."""
_OPEN = re.compile(
    rf"{BLANK_MARK}|{OFFERED}|待补(?![\u4e00-\u9fff])|待补(?={_COUNTS})|[×xX＊*]{{2,}}(?![a-zA-Z])|[×＊*](?={_COUNTS}|[年月日])|_{{2,}}|＿{{2,}}"
    rf"|(?<![A-Za-z\d+＋])[NＮXＸ](?={_COUNTS})|[□■○●]{{2,}}|[□■](?={_COUNTS})"
    r"|[？?]{2,}|（[ 　]*）|\([ ]*\)|〇〇|[〔【\[][ 　]*[〕】\]]|TODO|此处(?:填写|补充|插入)|（(?:数据|数字|具体)?(?:待定|待核|待核实|待填|待补充)）"
)


def _blanks(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for m in _OPEN.finditer(passage.text):
            yield at(passage, m.start(), m.end(), f"还有空没填：“{m[0]}”", "补上，或删去这一句")


RULES = (
    Rule(
        "blank",
        "没有空缺和占位的字",
        Authority.REGULATION,
        ACCURATE,
        _blanks,
        Example("开展主题党日××次，慰问困难党员〔待补〕名。"),
        Example("补选支部委员2名，待补充的材料已经补齐，占地3×5米。"),
        Scope(frozenset(Part)),
    ),
)
