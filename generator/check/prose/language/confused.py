"""Words taken for each other, told by what stands beside them; constructions of which the second half is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.check.prose.entries import Confused, Frame
from generator.check.prose.passage import RUNNING, Part
from generator.check.prose.rule import QUOTES, REGULAR, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import clauses

_AROUND = 4
"""Characters beside a word in which what excuses it may stand."""
_TO_OBJECT = 14
"""Characters that may stand between a verb and its object: the longest of what is to be 筑牢 in reports is one of ten (意识形态和网络安全)."""


def _confused(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for row in (row for row in subject.words.confused if row.wrong in passage.text):
            for m in _beside(row).finditer(passage.text):
                around = passage.text[max(0, m.start() - _AROUND) : m.end() + _AROUND]
                if not any(excuse in around for excuse in row.but):
                    yield at(passage, m.start(), m.end(), f"“{row.wrong}”应为“{row.right}”", f"依据：{row.source}", row.right)


@cache
def _beside(row: Confused) -> re.Pattern[str]:
    """``row.wrong`` behind or before a word that goes with ``row.right``, a particle between them apart, or over an object of it."""
    behind = "|".join(f"(?<={re.escape(word)})" for word in row.before)
    ahead = "|".join(map(re.escape, sorted(row.after, key=len, reverse=True)))
    wrong = re.escape(row.wrong)
    objects = "|".join(map(re.escape, row.ends))
    forms = [f"(?:{behind}){wrong}"] if behind else []
    forms += [f"{wrong}(?=(?:了|的|到|出)?(?:{ahead}))"] if ahead else []
    forms += [f"{wrong}(?=[^，。；：、]{{0,{_TO_OBJECT}}}(?:{objects})(?:[，。；：、”]|$))"] if objects else []
    return re.compile("|".join(forms))


def _halved(subject: Subject) -> Iterator[Finding]:
    """把思想统一到大会精神来: what the construction ends with is not all there."""
    for passage in subject.passages:
        for offset, clause in clauses(passage.text):
            for frame in subject.words.frames:
                m = _half(frame).search(clause)
                if m and not clause.endswith(frame.then) and not any(excuse in m[0] for excuse in frame.but):
                    ends = next((then for then in frame.then if m["ends"] in then), frame.then[0])
                    fault = f"“{m['first']}…{m['ends']}”：缺了“{ends}”里的字"
                    yield at(passage, offset + m.start(), offset + m.end(), fault, f"写成“{m['first']}…{ends}”")


@cache
def _half(frame: Frame) -> re.Pattern[str]:
    first, ends = ("|".join(map(re.escape, sorted(words, key=len, reverse=True))) for words in (frame.first, frame.ends))
    return re.compile(rf"{'^' if frame.opening else ''}(?P<first>{first})[^，。；]{{1,40}}?(?P<ends>{ends})$")


_TEXT = Scope(RUNNING | {Part.HEADING}, (*QUOTES, *TITLES))

RULES = (
    Rule(
        "mistaken-word",
        "音近形近的词不混用",
        Authority.PRACTICE,
        "《现代汉语词典》各词释义",
        _confused,
        Example("向上级反应诉求，生产生活必须品有保障。"),
        Example("向上级反映诉求，对市场变化反应迅速，必须坚持。"),
        _TEXT,
    ),
    Rule(
        "half-frame",
        "前后呼应的字不缺",
        Authority.PRACTICE,
        REGULAR,
        _halved,
        Example("把思想统一到会议精神来，在局党组的坚强领导，完成任务。"),
        Example("把思想统一到会议精神上来，在局党组的坚强领导下，完成任务。"),
        _TEXT,
    ),
)
