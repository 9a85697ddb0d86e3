"""Heads beside each other are built alike: as many clauses, the same frame or opening word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.check.prose.passage import Part
from generator.check.prose.rule import CONCISE, NOT_GOVERNMENT, Finding, Rule, Scope, a_report, at
from generator.check.prose.structure.heads import Head, series
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.verbs import opens_clause
from generator.report import plain, walk

_LONGEST_HEAD = 30
_MEND = "同级标题字数、分句对称，读起来才齐"


def _unparallel(subject: Subject) -> Iterator[Finding]:
    yield from _unequal(subject)
    yield from _unframed(subject)


def _unequal(subject: Subject) -> Iterator[Finding]:
    """Heads beside each other where all but one have the same number of clauses."""
    for children in (subject.report.sections, *(s.sections for s in walk(subject.report.sections))):
        said = [(s, plain(s.title).partition("。")[0]) for s in children if s.title and s.level > 1]
        heads = [(s, len(re.findall("[，、；：]", head))) for s, head in said]
        counts = sorted(n for _, n in heads)
        if len(heads) < 3 or counts[0] == counts[-1] or any(len(head) > _LONGEST_HEAD for _, head in said):
            continue
        usual = counts[len(counts) // 2]
        odd = [s for s, n in heads if n != usual]
        passage = subject.head(odd[0]) if len(odd) == 1 else None
        if passage is not None:
            yield at(passage, 0, len(passage.text), "这个标题与同级标题的句式不一样", _MEND)


_FEWEST = 4
"""Heads of which all but one open alike for that to be meant."""
_FRAMES = (
    *(re.compile(opening) for opening in "围绕 聚焦 紧扣 立足 着眼 瞄准 对标 依托 紧盯".split()),
    re.compile("以[^，。]{1,20}为"),
    re.compile("在[^，。]{1,10}[上中]"),
    re.compile("[^，。]{1,4}字(?:当头|为先|为要|托底|打底|为本)"),
)


_NAMES = re.compile("(?:方面|情况|工作)$")
"""How a head ends that names its matter where others say what was done."""


def _unframed(subject: Subject) -> Iterator[Finding]:
    """精细管理见成效，城市品质有提升 among 突出…，… four times; 抓好民生 among 以…为…."""
    for heads in series(subject):
        odd = _odd(heads) if len(heads) >= _FEWEST and not any(len(h.text) > _LONGEST_HEAD for h in heads) else None
        same_clauses = len({len(re.findall("[，；：]", h.text.partition("。")[0])) for h in heads}) == 1
        if odd is not None and same_clauses:
            yield at(odd.passage, odd.start, odd.start + len(odd.text), "这个标题与同级标题的句式不一样", _MEND)


def _odd(heads: Sequence[Head]) -> Head | None:
    """The one of ``heads`` that has not the frame of all others, or opens with no verb where they open with one and the same word."""
    for frame in _FRAMES:
        unframed = [h for h in heads if not frame.match(h.text)]
        if len(unframed) == 1:
            return unframed[0]
    named = [h for h in heads if _NAMES.search(h.text) and not opens_clause(h.text)]
    if len(named) == 1 and all(opens_clause(h.text) for h in heads if h is not named[0]):
        return named[0]
    for length in (2, 1):
        opening, times = Counter(h.text[:length] for h in heads).most_common(1)[0]
        other = [h for h in heads if h.text[:length] != opening]
        if times == len(heads) - 1 and opens_clause(opening) and not opens_clause(other[0].text):
            return other[0]
    return None


RULES = (
    Rule(
        "unparallel-heads",
        "同级标题句式一致",
        Authority.ADVICE,
        CONCISE,
        _unparallel,
        a_report("一、主要做法", "（一）强化学习，筑牢根基", "学习3次。", "（二）改进作风，提升效能", "督查4次。", "（三）项目建设", "开工3个。"),
        a_report(
            "一、主要做法", "（一）强化学习，筑牢根基", "学习3次。", "（二）改进作风，提升效能", "督查4次。", "（三）紧盯项目，抓好建设", "开工3个。"
        ),
        Scope(frozenset(Part), not_kinds=NOT_GOVERNMENT),
    ),
)
