"""Repetition: clauses said twice, sentences that open alike, parts of formula alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import CONCISE, NOT_GOVERNMENT, Example, Finding, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN, clauses, sentences
from generator.report import Role, Section, plain, walk

_LONG = 10
"""Han characters from which a clause said twice is a repetition instead of a name or a turn of phrase."""


def fixed(subject: Subject) -> frozenset[str]:
    """What may come again: set wordings, the title and the heads."""
    said = {f.text.strip("“”") for f in subject.formulations}
    return frozenset(said | {re.sub(r"\W", "", p.text[p.label :]) for p in subject.whole if p.part in (Part.TITLE, Part.HEADING)})


def own(text: str, subject: Subject, known: frozenset[str]) -> str:
    """The Han characters of ``text`` without set wordings and names."""
    for wording in sorted((w for w in known if len(w) > 3 and w in text), key=len, reverse=True):
        text = text.replace(wording, "")
    for member in (m for s in subject.words.sets for m in s.members if len(m) > 3):
        text = text.replace(member, "")
    return "".join(HAN.findall(text))


def _repeated(subject: Subject) -> Iterator[Finding]:
    known = fixed(subject)
    first: dict[str, Passage] = {}
    for passage in subject.passages:
        for offset, clause in clauses(passage.text):
            before = first.setdefault(re.sub(r"[^\w]", "", clause), passage)
            again = before is not passage or passage.text.index(clause) < offset - 1
            if again and len(HAN.findall(clause)) >= _LONG <= len(own(clause, subject, known)):
                yield at(passage, offset, offset + len(clause), f"这句话前面写过：“{clause}”", "删去一处，或换个说法")


_ALIKE, _OPENING = 4, 2


def _openings(subject: Subject) -> Iterator[Finding]:
    """Four sentences in a row that open with the same two characters."""
    for passage in subject.passages:
        found = [(offset, s) for offset, s in sentences(passage.text) if len(HAN.findall(s)) > _OPENING]
        run = 1
        for (_, before), (offset, after) in pairwise(found):
            run = run + 1 if before[:_OPENING] == after[:_OPENING] else 1
            if run == _ALIKE:
                yield at(passage, offset, offset + len(after), f"连着{_ALIKE}句都以“{after[:_OPENING]}”开头", "换几种开头")


_SOLID = re.compile(
    r"\d|《|“|[一二三四五六七八九十百]+[个名项次件家场期户人]|(?<!党)(?<!层)组织(?!生活|功能|体系|建设|力|观念|保证)|召开|举办|建成|完成|制定|印发|走访|开通|选派|成立|修订"
)


def _hollow(subject: Subject) -> Iterator[Finding]:
    """A part of what was done without a figure, a title, a date or an act."""
    for section in walk(subject.report.sections):
        body = _body(section)
        if section.sections or not section.title or not section.roles & {Role.PRACTICE, Role.RESULT} or len(HAN.findall(body)) < _SHORTEST_PART:
            continue
        if not _SOLID.search(body):
            passage = subject.head(section)
            if passage is not None:
                yield at(passage, 0, len(passage.text), "这一块只有套话，没有事实", "补上做了什么、多少、何时，或删去")


_SHORTEST_PART = 40


def _body(section: Section) -> str:
    return "\n".join(plain(b.inlines) for b in section.blocks)


_HOLLOW = (
    "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、主要做法\n（一）加强学习\n始终把学习摆在突出位置，不断提高政治站位，切实增强责任感使命感，以更高标准、更严要求、"
    "更实作风推动各项工作再上新台阶。{}\n（二）改进作风\n督查4次。"
)

RULES = (
    Rule(
        "repeated-clause",
        "一句话不写两遍",
        Authority.ADVICE,
        CONCISE,
        _repeated,
        Example("把管网漏损逐段排查清楚并登记造册，开展巡检9次。把管网漏损逐段排查清楚并登记造册，整改隐患3处。"),
        Example("把管网漏损逐段排查清楚并登记造册，开展巡检9次。把排水隐患逐处登记并销号，整改隐患3处。"),
        Scope(RUNNING, not_kinds=NOT_GOVERNMENT),
    ),
    Rule(
        "alike-openings",
        "句子开头有变化",
        Authority.ADVICE,
        CONCISE,
        _openings,
        Example("坚持学习。坚持调研。坚持督查。坚持整改。"),
        Example("坚持学习。深入调研。坚持督查。抓好整改。"),
    ),
    Rule(
        "formula-only",
        "每一块都有事实",
        Authority.ADVICE,
        CONCISE,
        _hollow,
        Example(_HOLLOW.format("")),
        Example(_HOLLOW.format("集中学习9次。")),
        Scope(frozenset(Part), not_kinds=NOT_GOVERNMENT),
    ),
)
