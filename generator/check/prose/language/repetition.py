"""Repetition: clauses said twice, sentences that open alike, parts of formula alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import CONCISE, NOT_GOVERNMENT, Example, Finding, Rule, Scope, at
from generator.check.prose.structure.numbering import points_of
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN, clauses, sentences, since_mark
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
    above = ""
    for passage in subject.passages:
        last = ""
        if passage.text == above and len(HAN.findall(above)) >= _AT_ONCE:
            yield at(passage, 0, len(passage.text), "这一段与上一段一样", "删去一段")
            continue
        above = passage.text
        for offset, clause in clauses(passage.text):
            bare = re.sub(r"[^\w]", "", clause)
            before = first.setdefault(bare, passage)
            again = before is not passage or passage.text.index(clause) < offset - 1
            at_once, last = bare == last, bare
            if at_once and len(HAN.findall(clause)) >= _AT_ONCE:
                yield at(passage, offset, offset + len(clause), f"同一句话连着写了两遍：“{clause}”", "删去一遍")
            elif again and (told := _told_again(subject, known, passage.text, offset, clause)):
                fault, mend = told
                yield at(passage, offset, offset + len(clause), f"{fault}：“{clause}”", mend)


def _told_again(subject: Subject, known: frozenset[str], text: str, offset: int, clause: str) -> tuple[str, str] | None:
    """What is wrong with a ``clause`` at ``offset`` of ``text`` that was said before, and what to do; None where it may well be said twice."""
    characters = len(HAN.findall(clause))
    if re.search(r"\d", clause) and _in_one_sentence(text, offset, clause):
        return "一句话里写了两遍", "删去一遍"
    if characters >= _LONG <= len(own(clause, subject, known)):
        return "这句话前面写过", "删去一处，或换个说法"
    if _FIGURE.search(clause) and characters >= _COUNTING:
        return "这个数前面写过", "删去一处；不是一回事的，写明各是什么"
    return None


def _in_one_sentence(text: str, offset: int, clause: str) -> bool:
    """Whether ``clause``, an act with its count, stands before ``offset`` in the same sentence too."""
    return len(HAN.findall(clause)) >= _AT_ONCE and clause in (said for _, said in clauses(since_mark(text, offset, "。；")))


_AT_ONCE, _COUNTING = 3, 6
"""Han characters of a clause said again at once; of one with a figure of two digits or more, said again anywhere."""
_FIGURE = re.compile(r"\d[\d.]+(?![\d.]*[年月日])")


_RUN = 14
"""Characters in a row that are found again: as long as no wording that comes by itself."""


def _runs(subject: Subject) -> Iterator[Finding]:
    """The same run of characters in two places, in clauses that are not the same (which ``_repeated`` tells)."""
    known = fixed(subject)
    seen: dict[str, tuple[Passage, int]] = {}
    told: set[str] = set()
    for passage in subject.passages:
        text, end = passage.text, 0
        for start in range(len(text) - _RUN + 1):
            run = text[start : start + _RUN]
            if not _PLAIN.fullmatch(run):
                continue
            before = seen.setdefault(run, (passage, start))
            if before == (passage, start) or start < end:
                continue
            length = _same(before[0].text, before[1], text, start)
            end = start + length
            words = text[start:end]
            if len(own(words, subject, known)) >= _RUN and words not in told and not _ECHOES.search(text[:start]) and not _whole(text, start, end):
                told.add(words)
                yield at(passage, start, end, f"这几个字前面写过：“{words}”", "删去一处，或换个说法")


_ECHOES = re.compile("(?:针对|围绕|对照|聚焦|紧盯|履行)[^，。；]{0,6}$")
"""Before what a plan says again of the problem that it answers, and before the name of a duty."""


def _whole(text: str, start: int, end: int) -> bool:
    """Whether a clause begins and ends there: that it is said again, ``_repeated`` tells."""
    return (start == 0 or text[start - 1] in "，。；：！？") and (end == len(text) or text[end] in "，。；：！？")


_PLAIN = re.compile("[\u4e00-\u9fff、\\d]+")


def _same(first: str, i: int, second: str, j: int) -> int:
    length = 0
    while (
        i + length < len(first) and j + length < len(second) and first[i + length] == second[j + length] and second[j + length] not in "，。；：！？"
    ):
        length += 1
    return length


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


_FEWEST_POINTS, _OPENING_CLAUSE = 3, 4
"""Points that must open alike for it to be a habit instead of chance; Han characters of a clause that opens them."""


def _points_alike(subject: Subject) -> Iterator[Finding]:
    """坚持问题导向 opening three points of a block: the clause behind the label or behind the point's head is the same in each."""
    under: dict[int, list[tuple[Passage, int, str]]] = {}
    for passage in subject.passages:
        starts = [end for _, _, _, end in points_of(passage.text)]
        for start, end in pairwise([*starts, len(passage.text)]):
            for offset, clause in _openers(passage.text[start:end]):
                under.setdefault(id(passage.section), []).append((passage, start + offset, clause))
    for said in under.values():
        for clause, count in Counter(clause for _, _, clause in said).items():
            if count >= _FEWEST_POINTS and len(HAN.findall(clause)) >= _OPENING_CLAUSE:
                passage, start, _ = [s for s in said if s[2] == clause][_FEWEST_POINTS - 1]
                yield at(passage, start, start + len(clause), f"这一块里{count}条都以“{clause}”开头", "换几种开头")


def _openers(point: str) -> Iterator[tuple[int, str]]:
    """The first clause of a point, and of what stands behind its head."""
    found = list(sentences(point))[:2]
    for offset, sentence in found:
        first = next(iter(clauses(sentence)), None)
        if first is not None and len(first[1]) < len(sentence.rstrip("。；")):
            yield offset + first[0], first[1]


_SOLID = re.compile(
    r"\d|《|“|(?<![一二三四五六七八九十百])[一二三四五六七八九十百]+[个名项次件家场期户人]|(?<!党)(?<!层)组织(?!生活|功能|体系|建设|力|观念|保证|工作|部门|路线|优势)|召开|举办|建成|完成|制定|印发|走访|开通|选派|成立|修订"
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
        "alike-points",
        "几条不以同一句话开头",
        Authority.PRACTICE,
        CONCISE,
        _points_alike,
        Example("一是抓学习。坚持问题导向，学习9次。二是抓制度。坚持问题导向，修订3项。三是抓作风。坚持问题导向，督查4次。"),
        Example("一是抓学习。坚持问题导向，学习9次。二是抓制度。坚持目标导向，修订3项。三是抓作风。坚持问题导向，督查4次。"),
    ),
    Rule(
        "repeated-run",
        "一串字不写两遍",
        Authority.ADVICE,
        CONCISE,
        _runs,
        Example("把老旧小区供水管网逐段排查清楚，更换26公里。一年来老旧小区供水管网逐段排查清楚以后再改。"),
        Example("把老旧小区供水管网逐段排查清楚，更换26公里。一年来逐处登记。"),
        Scope(RUNNING, not_kinds=NOT_GOVERNMENT),
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
