"""Formula alone: parts, points and plans in which nothing is left once the words that fit anywhere are taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from generator.check.prose.passage import Part, Passage
from generator.check.prose.rule import CONCISE, NOT_GOVERNMENT, Example, Finding, Rule, Scope, at
from generator.check.prose.structure.numbering import points_of
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN, sentences
from generator.report import Section

_SHORTEST = 28
"""Han characters from which words that say nothing are a fault instead of a turn of phrase."""
_LEFT = 0.25
"""Share of characters that may be left of formula: a verb or a noun that the list lacks."""
_SAYS = re.compile(r"\d|《|[一二三四五六七八九十百](?:个|名|项|次|件|家|场|期|户|人)")


def _hollow(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for start, end in _bodies(passage):
            text = passage.text[start:end]
            if not _SAYS.search(text) and not _LEADS_ON.search(text) and _all_formula(text, subject.words.hollow):
                what = "这条打算" if passage.part is Part.PLAN else "这一段"
                yield at(passage, start, end, f"{what}全是套话，没有说做什么、做到什么程度", "写上要做的事、数目、时限，或删去")


_LEADS_ON = re.compile("以下|如下|下列|几项工作|几个方面|[：:]$|方面。$")


def _bodies(passage: Passage) -> Iterator[tuple[int, int]]:
    """The points of ``passage``, each behind its head; the whole of it where that is all its section says."""
    starts = [end for _, _, _, end in points_of(passage.text)]
    section = passage.section
    if not starts and (section is None or section.sections or not _says_it_all(passage, section)):
        return
    for first, last in pairwise([*(starts or [0]), len(passage.text)]):
        found = list(sentences(passage.text[first:last]))
        headed = bool(found) and ((bool(starts) and len(found[0][1]) <= _HEAD) or passage.label > 0)
        yield first + (found[1][0] if len(found) > 1 and headed else 0), last


def _says_it_all(passage: Passage, section: Section) -> bool:
    """Whether nothing but ``passage`` stands in ``section``, or it is one plan behind others."""
    return len(section.blocks) == 1 or (passage.part is Part.PLAN and section.blocks[0].inlines != passage.inlines)


_HEAD = 20
"""Characters of the longest sentence that heads a point."""


def _all_formula(text: str, words: tuple[str, ...]) -> bool:
    han = len(HAN.findall(text))
    return han >= _SHORTEST and len(HAN.findall(_pattern(words).sub("", text))) <= han * _LEFT


@cache
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)")


_PART = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n学习9次。\n二、下一步打算\n{}"

RULES = (
    Rule(
        "hollow-point",
        "每一条都说到事",
        Authority.ADVICE,
        CONCISE,
        _hollow,
        Example(_PART.format("进一步提高政治站位，强化责任担当，以更高标准、更严要求推动各项工作再上新台阶、再创新佳绩。")),
        Example(_PART.format("进一步提高政治站位，强化责任担当，改造老旧管网，推动供水安全再上新台阶。")),
        Scope(frozenset({Part.PRACTICE, Part.PLAN, Part.OTHER}), not_kinds=NOT_GOVERNMENT),
    ),
)
