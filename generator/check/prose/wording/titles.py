"""Names of known documents between 《》: with a slip of a character or two."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.check.prose.entries import Idiom
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority

_NAMED = re.compile("《(?P<name>[^《》]{5,40})》")
_TRIAL = re.compile("[（(](?:试行|暂行|修订|修正)?[）)]$|[（(][^（）()]*(?:年|修订)[^（）()]*[）)]$")
_SHORT = 12
"""Characters up to which one slip is the most; of longer names two are."""
_FULL, _OPENING, _WORD = 8, 2, 2
"""Characters of a name from which it is no short form; those at its head, and of a word within it."""


def _misnamed(subject: Subject) -> Iterator[Finding]:
    known = {row.word for row in subject.words.documents} | {name for row in subject.words.documents for name in row.also}
    for passage in subject.passages:
        for m in _NAMED.finditer(passage.text):
            said = _TRIAL.sub("", m["name"])
            row = next((row for row in subject.words.documents if _slipped(said, row)), None) if said not in known else None
            if row is not None:
                yield at(passage, m.start("name"), m.start("name") + len(said), f"“{said}”应为“{row.word}”", f"依据：{row.source}")


def _slipped(said: str, row: Idiom) -> bool:
    """Whether ``said`` is the name of ``row`` with a character or two changed, left out or added, or a word."""
    most = 1 if len(row.word) <= _SHORT else 2
    close = abs(len(said) - len(row.word)) <= most and 0 < _distance(said, row.word) <= most
    ended = (
        len(said) == len(row.word) and said[:-_WORD] == row.word[:-_WORD] and len(row.word) > _WORD + _FULL // 2 and row.word[-_WORD:] not in _ENDS
    )
    return close or ended or (len(row.word) >= _FULL and (_within(said, row.word) or _within(row.word, said)))


_ENDS = (
    "条例",
    "办法",
    "规定",
    "细则",
    "意见",
    "通知",
    "方案",
    "规划",
    "计划",
    "纲要",
    "制度",
    "守则",
    "准则",
    "规则",
    "公约",
    "指南",
    "标准",
    "章程",
    "决定",
    "决议",
    "报告",
)
"""Kinds of documents: one on the same matter of another kind is another document, which a book with another last word is not."""


def _within(longer: str, name: str) -> bool:
    """Whether ``longer`` is ``name`` with a word of two characters put into it (纪律处分, 党员纪律处分); before it stands whose document it is."""
    spots = range(_OPENING, len(name)) if len(longer) == len(name) + _WORD else ()
    return any(longer[:n] + longer[n + _WORD :] == name for n in spots)


def _distance(a: str, b: str) -> int:
    """Characters to change, leave out, add or turn round to make ``a`` of ``b``."""
    before, row = list[int](), list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            least = min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y))
            turned = i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y
            row.append(min(least, older[j - 2] + 1) if turned else least)
    return row[-1]


RULES = (
    Rule(
        "document-name",
        "文件名称写得对",
        Authority.PRACTICE,
        ACCURATE,
        _misnamed,
        Example("学习《中国共产党纪律处份条例》。"),
        Example("学习《中国共产党纪律处分条例》《云州市水务局工作条例》。"),
        Scope(RUNNING | {Part.HEADING, Part.TITLE}),
    ),
)
