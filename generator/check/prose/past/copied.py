"""Sentences that older reports hold too, whole or with a few words changed: set wordings and names excepted, told with the report and the place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from difflib import SequenceMatcher
from itertools import pairwise

from generator.check.prose.language.repetition import fixed, own
from generator.check.prose.passage import RUNNING, Part, Passage, passages
from generator.check.prose.past.runs import FEWEST, FEWEST_IN_RUN, runs
from generator.check.prose.rule import CONCISE, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import HAN, clauses, sentences
from generator.report import Report


def _copied(subject: Subject) -> Iterator[Finding]:
    """Sentences of an older report, and runs of clauses of one within sentences of another make."""
    known = fixed(subject)
    old = {_bare(s): (report, p) for report in subject.past for p in passages(report) if p.part in RUNNING for _, s in sentences(p.printed)}
    for passage in subject.passages:
        for offset, sentence in sentences(passage.text):
            found = old.get(_bare(sentence))
            if found and not _TURNS.search(sentence) and len(own(sentence, subject, known)) >= FEWEST:
                yield at(
                    passage,
                    offset,
                    offset + len(sentence),
                    f"与{_told(*found)}的一句{'相同' if _digits(found[1].printed, sentence) else '除数字外相同'}",
                    "核对是不是今年的情况，换个说法",
                )
    in_a_row = list(_in_a_row(subject))
    yield from in_a_row
    yield from _reworded(subject, {(f.passage.number, f.start) for f in in_a_row if f.passage is not None})


_REWORDED = frozenset({Part.PROBLEM, Part.PLAN})
"""The parts in which a sentence is a unit's own: what was done is told in the same turns everywhere."""
_KEPT, _RUN, _FEWEST_KEPT, _SHARED = 0.7, 5, 20, 0.5
"""Share of a sentence that stands in an older one too in runs of so many Han characters; Han characters of one's own from which it is told; share of
its pairs of characters from which that is looked at. Of the problems and plans of the archive of the examples 22 have so much of another report's,
20 of them copies."""


def _reworded(subject: Subject, told: Collection[tuple[int, int]]) -> Iterator[Finding]:
    """A problem or a plan of an older report with a few words changed (联系水务工作的研讨不到两成 for 联系学科教学的研讨不到两成)."""
    known = fixed(subject)
    old = [(report, p, _bare(s)) for report in subject.past for p in passages(report) if p.part in _REWORDED for _, s in sentences(p.printed)]
    whole, by_pair = {bare for *_, bare in old}, defaultdict[str, list[int]](list)
    for n, (*_, bare) in enumerate(old):
        for pair in set(pairs(bare)):
            by_pair[pair].append(n)
    for passage in (p for p in subject.passages if p.part in _REWORDED and old):
        for offset, sentence in sentences(passage.text):
            bare, end = _bare(sentence), offset + len(sentence)
            seen = bare in whole or any(number == passage.number and offset <= start < end for number, start in told)
            if seen or _TURNS.search(sentence) or _LEADS_ON.search(sentence) or len(own(sentence, subject, known)) < _FEWEST_KEPT:
                continue
            of = set(pairs(bare))
            like = Counter(n for pair in of for n in by_pair[pair]).most_common(_TRIED)
            found = next((old[n] for n, shared in like if shared >= _SHARED * len(of) and _kept(bare, old[n][2]) >= _KEPT * len(bare)), None)
            if found is not None:
                fault = f"与{_told(*found[:2])}的一句大半相同，只改了几个字"
                yield at(passage, offset, end, fault, "核对是不是本单位今年的情况，换个说法")


_TRIED = 3
"""Older sentences, those with most in common, that one is held against."""
_LEADS_ON = re.compile("成效，但|[差不][距足]。$|(?:重点|着力)(?:抓好|做好)")


def _kept(sentence: str, older: str) -> int:
    """Characters of ``sentence`` that stand in ``older`` in its order, in runs."""
    return sum(block.size for block in SequenceMatcher(None, sentence, older, autojunk=False).get_matching_blocks() if block.size >= _RUN)


def _in_a_row(subject: Subject) -> Iterator[Finding]:
    """Clauses that follow each other in an older report too, where the sentence around them is another."""
    known = fixed(subject)
    whole = {_bare(s) for report in subject.past for p in passages(report) if p.part in RUNNING for _, s in sentences(p.printed)}
    follows = {pair: (report, p) for report in subject.past for p in passages(report) if p.part in RUNNING for pair in pairwise(_clauses(p.printed))}
    for passage in subject.passages:
        for offset, sentence in sentences(passage.text):
            if _bare(sentence) in whole:
                continue
            for first, last, pair in runs(list(clauses(sentence)), follows, _bare):
                if len(own(sentence[first:last], subject, known)) >= FEWEST_IN_RUN and not _TURNS.search(sentence[first:last]):
                    fault = f"与{_told(*follows[pair])}连着几个分句相同"
                    yield at(passage, offset + first, offset + last, fault, "核对是不是今年的情况，换个说法")


def _clauses(text: str) -> list[str]:
    return [_bare(clause) for _, clause in clauses(text)]


_TURNS = re.compile("现将|如下|表现在|以下(?:工作|几)|主要是：|方面：$")
"""Sentences that only lead on to what follows: they are the same every year, and nobody minds."""


def _bare(sentence: str) -> str:
    """Its Han characters without label: figures that were changed do not make a sentence new."""
    return "".join(HAN.findall(re.sub(r"^(?:[一二三四五六七八九十]+是|首先，|其次，)", "", sentence)))


def _digits(older: str, sentence: str) -> bool:
    """Whether ``older`` holds the sentence with its figures."""
    return re.sub(r"^(?:[一二三四五六七八九十]+是|首先，|其次，)", "", sentence).strip() in older


def _told(report: Report, passage: Passage) -> str:
    year = re.search(r"(?:19|20)\d{2}年?", report.name) or re.search(r"(?:19|20)\d{2}年", "".join(i.text for i in report.title))
    line, _ = passage.place(passage.label)
    return f"{year[0].rstrip('年')}年的《{report.name}》第{line}行" if year else f"《{report.name}》第{line}行"


_OLD = "围绕管网漏损逐段排查、逐处登记、逐项销号，让群众用上放心水。"

RULES = (
    Rule(
        "copied",
        "不照抄往年的句子",
        Authority.ADVICE,
        CONCISE,
        _copied,
        Example(_OLD, past=_OLD),
        Example("围绕排水防涝逐段清淤、逐处疏通、逐项验收，让群众出行放心。", past=_OLD),
        Scope(RUNNING),
        (Need.PAST,),
    ),
)
