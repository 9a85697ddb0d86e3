"""What of last year's report stands in this one: the same figure of the same thing, an honour told before, a plan or problem word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.check.prose.figures.quantity import NO_WHOLE, quantities
from generator.check.prose.language.repetition import fixed, own
from generator.check.prose.passage import TOLD, Part, passages
from generator.check.prose.past.last_year import FEWEST_TOLD, routine
from generator.check.prose.past.runs import FEWEST, FEWEST_IN_RUN, runs
from generator.check.prose.rule import ACCURATE, CONCISE, NOT_GOVERNMENT, TITLES, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN, clauses, sentences

_BEFORE = 4
"""Han characters before a figure by which it is the figure of the same thing."""
_TELLING = re.compile(r"\d{2,}|\d\.\d")
"""A figure of two digits or more: that a smaller one comes again is chance."""


def _same_figure(subject: Subject) -> Iterator[Finding]:
    """受理诉求1.9万件, where last year's report has 热线受理诉求1.9万件: the clause is another, the figure is that of last year."""
    if subject.last is None:
        return
    told = [p.printed for p in passages(subject.last)]
    whole = {clause for text in told for _, clause in clauses(text)}
    old = {said for text in told for said, _, _ in _figures(text)}
    for passage in subject.passages:
        again = {(start, end) for said, start, end in _figures(passage.printed) if said in old}
        for start, end in sorted(again):
            clause = next((c for offset, c in clauses(passage.printed) if offset <= start < offset + len(c)), "")
            if clause not in whole or len(HAN.findall(clause)) < FEWEST_TOLD:
                yield at(passage, start, end, f"去年的稿子里也是“{passage.printed[start:end]}”", "核对是不是忘了改")


def _figures(text: str) -> Iterator[tuple[tuple[str, str], int, int]]:
    """The figures of ``text``: what stands before each and itself, and where that is; of those that chance does not repeat, the act alone too."""
    for offset, clause in clauses(text):
        end = offset
        for q in quantities(text, offset, offset + len(clause)):
            own = text[end : q.start].rpartition("、")[2] if end > offset else text[offset : q.start]
            end = q.end
            if q.measure in NO_WHOLE or routine(q) or not _TELLING.search(q.text) or text[q.start - 1 : q.start] in "、和" or own.endswith("责任书"):
                continue
            before, shown = HAN.findall(text[offset : q.start])[-_BEFORE:], re.search("[\u4e00-\u9fff]{0,4}$", own)
            named = [before] if len(before) == _BEFORE else []
            if re.fullmatch(f"[\u4e00-\u9fff]{{{_ACT},}}", own) and len(re.findall("[1-9]", q.text)) >= _ODD:
                named += [list(own[:_ACT]), list(own[-_ACT:])]
            yield from ((("".join(words), q.text), q.start - len(shown[0] if shown else ""), q.end) for words in named)


_ACT, _ODD = 2, 3
"""Han characters of an act (接待), at the head of what is counted or at its end, by which a figure with so many digits other than 0 is told again."""


_HONOURED = re.compile("荣获|获评|获得|被评为|被授予|被表彰|入选|被命名|授予|获[^得悉知取批准]")
_LEAST_HONOUR = 8


def _same_honour(subject: Subject) -> Iterator[Finding]:
    """An honour that last year's report told of in the same words."""
    if subject.last is None:
        return
    old = _plain("".join(p.printed for p in passages(subject.last)))
    for passage in subject.passages:
        for offset, clause in clauses(passage.printed):
            pieces = re.split("、", clause)
            for piece in pieces:
                said = _HONOURED.search(piece) and _plain(piece)
                if said and len(HAN.findall(said)) >= _LEAST_HONOUR and said in old:
                    start = offset + clause.index(piece)
                    yield at(passage, start, start + len(piece), f"去年的稿子里已经写过：“{piece}”", "是去年的荣誉就删去")


def _plain(text: str) -> str:
    return re.sub("[“”‘’《》\\s]", "", text)


def _same_plan(subject: Subject) -> Iterator[Finding]:
    """A plan that last year's report has word for word: it was to be done by now."""
    yield from _said_before(subject, Part.PLAN, "这条打算与去年的一字不差", "去年做到了就换新的，没有做到就写明今年怎么做")


def _same_problem(subject: Subject) -> Iterator[Finding]:
    """A problem that last year's report has word for word: that year's plans were to mend it."""
    yield from _said_before(subject, Part.PROBLEM, "这个问题与去年的一字不差", "去年整改了就换今年的；没有改好，写明改到什么程度")


def _said_before(subject: Subject, part: Part, fault: str, mend: str) -> Iterator[Finding]:
    """What ``part`` says in the words that it had last year, whoever says it: whole sentences, and clauses in a row."""
    if subject.last is None or subject.past:
        return
    known = fixed(subject)
    told = [s for p in passages(subject.last) if p.part in (part, Part.OTHER) for _, s in sentences(p.printed)]
    whole, follows = {_said(s) for s in told}, {pair for s in told for pair in pairwise(_said(c) for _, c in clauses(s))}
    for passage in subject.passages:
        for offset, sentence in sentences(passage.text):
            if _LEADS_ON.search(sentence) or (passage.label and not offset):
                continue
            if _said(sentence) in whole:
                found = [(0, len(sentence), FEWEST)]
            else:
                found = [(first, last, FEWEST_IN_RUN) for first, last, _ in runs(list(clauses(sentence)), follows, _said)]
            for first, last, fewest in found:
                if len(own(sentence[first:last], subject, known)) >= fewest:
                    yield at(passage, offset + first, offset + last, fault, mend)


_LEADS_ON = re.compile("(?:表现在|主要是|如下)：?$|以下|(?:工作|方面|不足|问题)：$|^.{0,40}成效，但")
"""Sentences that lead on to what follows: they are the same every year."""
_SPEAKER = re.compile(r"^(?:[一二三四五六七八九十]+[是要])?(?:[\u4e00-\u9fff]{0,7}?(?:将|要))?(?:继续|进一步|持续|不断)?(?=[\u4e00-\u9fff\d]{4})")
"""Who means to do what the sentence says, and that they go on with it."""


def _said(sentence: str) -> str:
    """The Han characters of ``sentence`` with its figures, without the number of a point and the one who speaks."""
    return "".join(re.findall(r"[\u4e00-\u9fff\d]", _SPEAKER.sub("", sentence)))


_PLANNED = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n学习9次。\n二、下一步打算\n{}"
_TROUBLED = "云州市水务局2025年工作总结\n2025年，工作平稳。\n一、做法\n学习9次。\n二、存在问题\n{}"
_PROBLEM = "村级管水员多为兼职，巡线记录更新不够及时。"
_PLAN = "对老旧小区供水管网逐段排查、逐处登记、逐项销号。"

RULES = (
    Rule(
        "last-count",
        "同一件事的数不是去年的",
        Authority.ADVICE,
        ACCURATE,
        _same_figure,
        Example("热线全年受理诉求1.9万件。", last="96508热线受理诉求1.9万件。"),
        Example("热线全年受理诉求2.1万件，走访企业36家。", last="96508热线受理诉求1.9万件。"),
        Scope(TOLD, TITLES, NOT_GOVERNMENT),
        (Need.LAST,),
    ),
    Rule(
        "last-honour",
        "荣誉不是去年写过的",
        Authority.ADVICE,
        ACCURATE,
        _same_honour,
        Example("职工李云获云州市五一劳动奖章，学习9次。", last="表彰3人，职工李云获云州市五一劳动奖章。"),
        Example("职工张川获云州市五一劳动奖章，学习9次。", last="表彰3人，职工李云获云州市五一劳动奖章。"),
        Scope(TOLD, TITLES, NOT_GOVERNMENT),
        (Need.LAST,),
    ),
    Rule(
        "last-plan",
        "打算不照抄去年的",
        Authority.ADVICE,
        CONCISE,
        _same_plan,
        Example(_PLANNED.format(_PLAN), last=_PLANNED.format(_PLAN)),
        Example(_PLANNED.format("改造老旧小区供水管网26公里。"), last=_PLANNED.format(_PLAN)),
        Scope(frozenset({Part.PLAN}), not_kinds=NOT_GOVERNMENT),
        (Need.LAST,),
    ),
    Rule(
        "last-problem",
        "问题不照抄去年的",
        Authority.ADVICE,
        CONCISE,
        _same_problem,
        Example(_TROUBLED.format(_PROBLEM), last=_TROUBLED.format(_PROBLEM)),
        Example(_TROUBLED.format("山区泵站备用电源不足，停电时要等两小时。"), last=_TROUBLED.format(_PROBLEM)),
        Scope(frozenset({Part.PROBLEM}), not_kinds=NOT_GOVERNMENT),
        (Need.LAST,),
    ),
)
