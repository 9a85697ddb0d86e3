"""One quantity with two values."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.check.prose.figures.quantity import Quantity, quantities
from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import ACCURATE, NOT_GOVERNMENT, QUOTES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN, clauses

_SHORTEST = 9
"""Han characters of a clause from which the thing counted is named well enough to be the same elsewhere."""
_SHORTEST_IN_LEAD = 5
"""The same where one of the two stands in the 导语, which sums up what follows."""
_SHORTEST_OPENING, _SHORTEST_RATE = 4, 6
"""The same where both clauses open their sentences, and say all of it; and of a rate by its name."""
_ADVERB = re.compile("^(?:全年|今年|年内|一年来|共|累计|先后|已|目前|组织|开展|召开|举行|举办|进行)+")
"""What may open a clause and does not say what was counted."""
_YEARLY = re.compile(r"[年月日季]|上半|下半|每|各|分别|去年|同比|增长|下降")


def _two_values(subject: Subject) -> Iterator[Finding]:
    first: dict[tuple[str, str], tuple[Quantity, Passage, bool]] = {}
    for passage in subject.passages:
        for offset, clause in clauses(passage.text):
            found = list(quantities(passage.text, offset, offset + len(clause)))
            if len(found) != 1 or not found[0].measure or _YEARLY.search(_ADVERB.sub("", clause)) or len(HAN.findall(clause)) < _SHORTEST_OPENING:
                continue
            here = found[0]
            key = (_ADVERB.sub("", passage.text[offset : here.start]), passage.text[here.end : offset + len(clause)] + here.measure)
            opens = offset == 0 or passage.text[offset - 1] in "。；！"
            before, where, opened = first.setdefault(key, (here, passage, opens))
            length = len(HAN.findall(clause))
            summed = where.part is Part.LEAD and passage.part is not Part.LEAD and length >= _SHORTEST_IN_LEAD
            named = length >= _SHORTEST or (opens and opened and where.trail == passage.trail) or (length >= _SHORTEST_RATE and key[0].endswith("率"))
            alike = where.trail[:1] == passage.trail[:1] and named
            if before.value != here.value and (summed or alike):
                fault = f"同一件事两个数：“{clause}”，前面写的是{before.text}"
                yield at(passage, offset, offset + len(clause), fault, "核对，留一个；不是一件事的，写明各是什么")


_NAMED = re.compile("“(?P<n>[一两二三四五六七八九十双])(?P<what>(?![一二三四五六七八九十个项条])[\u4e00-\u9fff]{1,5})”(?P<of>[\u4e00-\u9fff]{2})")


def _two_names(subject: Subject) -> Iterator[Finding]:
    """“四强”党支部 and, in the same report, “五强”党支部: one name with two numbers."""
    found = [(p, m) for p in subject.whole if p.part is not Part.TITLE for m in _NAMED.finditer(p.printed)]
    for what in dict.fromkeys((m["what"], m["of"]) for _, m in found):
        alike = [(p, m) for p, m in found if (m["what"], m["of"]) == what]
        often = Counter(m["n"] for _, m in alike)
        if len(often) == _BOTH:
            passage, m = min(alike, key=lambda one: (often[one[1]["n"]], -one[0].number, -one[1].start()))
            other = next(o for _, o in alike if o["n"] != m["n"])
            fault = f"同一个称呼两个数：这里是“{m['n']}{m['what']}”，别处是“{other['n']}{m['what']}”"
            yield at(passage, m.start(), m.end("what") + 1, fault, "核对，留一个；不是一件事的，不用改")


_YEARS = re.compile(r"(?P<what>[\u4e00-\u9fff]{4})(?P<n>\d{1,3})周年")


def _two_anniversaries(subject: Subject) -> Iterator[Finding]:
    """自治区成立60周年 and, in the same report, 自治区成立50周年."""
    found = [(p, m) for p in subject.whole for m in _YEARS.finditer(p.printed)]
    for what in dict.fromkeys(m["what"] for _, m in found):
        alike = [(p, m) for p, m in found if m["what"] == what]
        often = Counter(m["n"] for _, m in alike)
        if len(often) == _BOTH:
            passage, m = min(alike, key=lambda one: (often[one[1]["n"]], -one[0].number, -one[1].start()))
            other = next(o for _, o in alike if o["n"] != m["n"])
            yield at(passage, m.start(), m.end(), f"同一件事两个周年：这里是“{m[0]}”，别处是“{other[0]}”", "核对，留一个")


_BOTH = 2


def _one_value(subject: Subject) -> Iterator[Finding]:
    yield from _two_values(subject)
    yield from _two_names(subject)
    yield from _two_anniversaries(subject)


RULES = (
    Rule(
        "two-values",
        "同一件事只有一个数",
        Authority.ADVICE,
        ACCURATE,
        _one_value,
        Example("组织党员到社区开展志愿服务9次。健全志愿服务机制，组织党员到社区开展志愿服务12次。"),
        Example("组织党员到社区开展志愿服务9次，组织团员到社区开展志愿服务12次。"),
        Scope(RUNNING - {Part.PLAN}, QUOTES, NOT_GOVERNMENT),
    ),
)
