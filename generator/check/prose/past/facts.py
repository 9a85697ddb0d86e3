"""A report against its facts file: figures that stand in no fact, facts that the report has lost."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher

from msgspec import Struct

from generator.check.prose.figures.quantity import CALENDAR, Quantity, one_measure, quantities
from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Need, Rule, Scope, at
from generator.check.prose.subject import Given, Owed, Subject
from generator.check.rule import Authority
from generator.chinese.pairs import pairs
from generator.chinese.punctuation import sentences, since_mark, until_mark

_HELD, _NEAR = 0.6, 0.45
"""Shares of a fact's pairs of characters from which a sentence is that fact; below the second it is not even that fact altered."""
_SHORTEST = 4


_CALLED = ("110", "119", "120", "122", "12345")
"""Numbers that are called and count nothing: 120出车523趟."""


def _counted(q: Quantity) -> tuple[Decimal, str]:
    """What ``q`` counts, whichever of the measures of people it is written with."""
    return q.value, one_measure(q)


def _not_in_facts(subject: Subject) -> Iterator[Finding]:
    """A count of things that the facts file does not hold, or not with that measure word."""
    if subject.owed is None:
        return
    written = [q for text in subject.owed.words for q in quantities(text)]
    known, rounded = {_counted(q) for q in written}, {_counted(q) for q in written if q.hedged}
    bare = {q.value for q in written if not q.measure}
    for passage in subject.passages:
        for q in quantities(passage.text, passage.label):
            if q.hedged and _counted(q) in known - rounded and q.measure not in CALENDAR:
                yield at(passage, q.start, q.end, f"“{q.text}”是约数，事实表里的不是", _meant(subject, passage.text, q))
            if q.measure in CALENDAR or _counted(q) in known or q.value in bare or (not q.measure and q.value in {w.value for w in written}):
                continue
            yield at(passage, q.start, q.end, f"“{q.text}”不在事实表里", _meant(subject, passage.text, q))
    yield from _once_more(subject, _written_once(subject.owed))


def _written_once(owed: Owed) -> list[str]:
    """The facts, and what else the clerk wrote that stands in none of them."""
    facts = [fact.text for fact in owed.facts]
    whole = "\n".join(facts)
    return [*facts, *dict.fromkeys(text for text in owed.words if text not in whole)]


def _once_more(subject: Subject, words: Sequence[str]) -> Iterator[Finding]:
    """A count that the facts file holds, told more often than there, in a clause that has no word of those which hold it there."""
    facts = [(q.key, _content(since_mark(text, q.start, _STRONG) + until_mark(text, q.end, _STRONG))) for text in words for q in quantities(text)]
    written = Counter(key for key, _ in facts)
    told = [(p, q) for p in subject.passages for q in quantities(p.text, p.label) if q.measure and q.measure not in CALENDAR]
    often = Counter(q.key for _, q in told)
    for passage, q in told:
        around = _content(since_mark(passage.text, q.start, _ENDS) + until_mark(passage.text, q.end, _ENDS))
        if 0 < written[q.key] < often[q.key] and around and not any(key == q.key and around & content for key, content in facts):
            yield at(passage, q.start, q.end, f"“{q.text}”在事实表里说的是别的事", "核对，补进事实表，或改正")


def _meant(subject: Subject, text: str, q: Quantity) -> str:
    """The fact whose words are nearest to the clause of the figure, else to what stands around it, as what it was to be."""
    counting = [(g, _content(g.text)) for g in (subject.owed.facts if subject.owed else ()) if g.line and any(True for _ in quantities(g.text))]
    clause = _content(since_mark(text, q.start, _ENDS) + q.text + until_mark(text, q.end, _ENDS))
    near = [(2 * len(clause & told) / (len(clause) + len(told)), g) for g, told in counting if clause & told]
    like, fact = max(near, key=lambda pair: pair[0], default=(0.0, None))
    if like < _NEAREST:
        around = _content(text[max(0, q.start - 16) : q.end + 8])
        most, fact = max(((len(around & told), g) for g, told in counting), key=lambda pair: pair[0], default=(0, None))
        fact = fact if most > _SOME else None
    return f"{fact.where}写的是“{fact.text}”；核对" if fact is not None else "核对，补进事实表，或改正"


_ENDS, _STRONG = "，。；：、", "。；"
_NEAREST, _SOME = 0.4, 2
"""Likeness (Dice of character pairs) from which a clause tells the fact that it gives another figure of; and the pairs that what stands around a
figure must have of a fact where no clause does."""


class _Said(Struct, frozen=True):
    """A sentence of the report: where it stands, its pairs of characters, its figures."""

    passage: Passage
    start: int
    text: str
    content: frozenset[str]
    figures: frozenset[tuple[Decimal, str]]


def _figures(text: str) -> dict[tuple[Decimal, str], str]:
    """The figures of ``text`` as they are written there; where no measure word is known, the character behind stands for it."""
    return {
        (q.value, one_measure(q) or m[0]): q.text + ("" if q.measure else m[0])
        for q in quantities(text)
        if (q.measure or q.text not in _CALLED) and (m := _BEHIND.match(text, q.end))
    }


_BEHIND = re.compile("[\u4e00-\u9fff%％℃]?")


def _sentences(subject: Subject) -> list[_Said]:
    return [
        _Said(p, start, s, _content(s), frozenset(_figures(s))) for p in subject.whole if p.part is not Part.TITLE for start, s in sentences(p.text)
    ]


def _lost(subject: Subject) -> Iterator[Finding]:
    """What no sentence says, and what the sentence that says it has left out."""
    if subject.owed is None:
        return
    said = _sentences(subject)
    joined = _STOPS.sub("", "".join(s.text for s in said))
    for fact in subject.owed.facts:
        words, told = _STOPS.sub("", fact.text), _content(fact.text)
        if len(words) < _SHORTEST or words in joined or not told:
            continue
        figures = {key: shown for key, shown in _figures(fact.text).items() if key[1]}
        shares = [len(told & s.content) / len(told) for s in said]
        best = max(shares, default=0.0)
        near = [(len(figures.keys() & s.figures), share, s) for share, s in zip(shares, said, strict=True) if share >= _NEAR]
        if best < _NEAR or (best < _HELD and not figures):
            yield Finding(f"{fact.where}的“{_cut(fact.text)}”稿子里没有了", "补上；确实不写的，从事实表里删去")
        elif near:
            _, _, sentence = max(near, key=lambda found: found[:2])
            yield from _left_out(subject, fact, sentence, figures, joined)


def _left_out(subject: Subject, fact: Given, sentence: _Said, figures: dict[tuple[Decimal, str], str], joined: str) -> Iterator[Finding]:
    """What ``sentence`` lacks of ``fact``: a title, figures, or some words in a row."""
    titles = [t for t in _TITLE.findall(fact.text) if _STOPS.sub("", t) not in joined]
    values = [shown for key, shown in sorted(figures.items(), key=str) if key not in sentence.figures]
    if values and not titles and _altered(subject, sentence, set(figures) - sentence.figures):
        return  # another number stands there, which ``not-in-facts`` says
    lacking = titles[:1] or ["、".join(values)] if titles or values else list(_dropped(fact.text, sentence, joined))[:1]
    if lacking:
        fault = f"{fact.where}的“{_cut(fact.text)}”改动了：稿子里这一句没有“{lacking[0]}”"
        yield at(sentence.passage, sentence.start, sentence.start + len(sentence.text), fault, "核对，改正其中一边")


def _altered(subject: Subject, sentence: _Said, lacking: set[tuple[Decimal, str]]) -> bool:
    """Whether for each figure that ``sentence`` lacks it has one by the same measure that the facts file does not hold."""
    written = {key for text in subject.owed.words for key in _figures(text)} if subject.owed else set()
    values = {value for value, _ in written}
    strange = sorted(measure for value, measure in sentence.figures - written if value not in values and measure not in CALENDAR)
    return bool(strange) and all(strange.count(measure) >= sum(m == measure for _, m in lacking) for _, measure in lacking)


_LEAST_DROPPED = 4
"""Characters in a row from which what a sentence lacks of a fact is a part of it that was left out."""


def _dropped(fact: str, sentence: _Said, joined: str) -> Iterator[str]:
    """Words in a row of ``fact`` that neither its sentence nor any other holds, before or between those it keeps."""
    ops = SequenceMatcher(None, fact, sentence.text, autojunk=False).get_opcodes()
    for tag, first, last, *_ in ops:
        run = fact[first:last]
        whole = tag in ("delete", "replace") and re.fullmatch(rf"[\u4e00-\u9fff、]{{{_LEAST_DROPPED},}}", run) is not None
        if whole and _STOPS.sub("", run) not in joined and 2 * len(_content(run) & sentence.content) < len(_content(run)):
            yield run


_LONGEST_SHOWN = 30
_STOPS = re.compile(r"[\s，。；：、]")
"""What may stand otherwise between the words of a fact: the first clause of a problem may head the rest."""


_TITLE = re.compile("《[^《》]+》|“[^“”]+”")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _content(text: str) -> frozenset[str]:
    """The pairs of characters of ``text``, figures and stops aside."""
    bare = re.sub(r"[\s\d.,，。；、：“”《》（）]", "", text)
    return frozenset(pairs(bare))


_LIKE = 0.75
"""Share of a fact's pairs of characters from which a sentence says that fact, if in other words."""
_FEW, _LIKE_FEW = 16, 0.5
"""Pairs of a fact of few, of which a few characters changed are a larger share."""
_LONGEST_BEFORE = 8
"""The same of what stands before a figure that is unchanged: what was counted became something else (达成意向352人, 就业352人)."""
_VERB = 2
"""Characters of a verb that opens a fact."""
_LONGEST_CHANGE = 4
"""Characters of a fact that may be changed for the change to look like a slip instead of another way of saying it."""


def _reworded(subject: Subject) -> Iterator[Finding]:
    """A fact of which a few characters became others: a name, a place, a date."""
    said = [(p, at, s) for p in subject.passages for at, s in sentences(p.text)]
    if subject.owed is None or not said:
        return
    joined = _STOPS.sub("", "".join(s for _, _, s in said))
    for fact in subject.owed.facts:
        told = _content(fact.text)
        if not told or _STOPS.sub("", fact.text) in joined:
            continue
        share, (passage, start, sentence) = max(((len(told & _content(s)) / len(told), (p, a, s)) for p, a, s in said), key=lambda found: found[0])
        for was, first, last in _changed(fact.text, sentence) if share >= (_LIKE if len(told) > _FEW else _LIKE_FEW) else ():
            here = sentence[first:last]
            if not was:
                yield at(passage, start + first, start + last, f"{fact.where}里没有“{here.strip('、')}”", "核对，改正其中一边")
                continue
            there = f"稿子里是“{here}”" if here else "稿子里没有了"
            yield at(passage, start + first - (not here), start + last, f"{fact.where}写的是“{was}”，{there}", "核对，改正其中一边")


def _changed(fact: str, sentence: str) -> Iterator[tuple[str, int, int]]:
    """Characters of ``fact`` that others stand for in ``sentence``, both a few and no figures, with what stands around them unchanged."""
    ops = _merged(SequenceMatcher(None, fact, sentence, autojunk=False).get_opcodes())
    if len(ops) > 1 and ops[0][0] == "replace" and ops[1][2] - ops[1][1] >= _LONGEST_CHANGE:
        _, i, j, first, last = ops[0]
        opened = max((sentence.rfind(mark, first, last) + 1 for mark in "，。；："), default=first) or first
        if j - i == last - opened == _VERB and not re.search(r"[\d，。；：、]", fact[i:j] + sentence[opened:last]):
            yield fact[i:j], opened, last
    if len(ops) > 1 and ops[-1][0] == "replace" and ops[-2][0] == "equal" and ops[-2][2] - ops[-2][1] >= _LONGEST_CHANGE:
        _, i, j, first, last = ops[-1]
        ended = until_mark(sentence, first, "，。；", last)
        alike = len(ended) == j - i == 1 or (1 < len(ended) <= _LONGEST_BEFORE >= j - i > 1)
        if alike and not re.search(r"[\d，。；：、]", fact[i:j] + ended):
            yield fact[i:j], first, first + len(ended)
    for before, (tag, i, j, first, last), after in zip(ops, ops[1:], ops[2:], strict=False):
        kept = before[0] == after[0] == "equal" and after[2] - before[1] - (j - i) >= _LONGEST_CHANGE
        counted = re.match(r"\d[\d.]*", fact[j:])
        before_figure = counted is not None and sentence[last:].startswith(counted[0])
        few = 0 < max(j - i, last - first) <= (_LONGEST_BEFORE if before_figure else _LONGEST_CHANGE)
        if tag == "replace" and kept and few and not re.search(r"[\d，。；：、]", fact[i:j] + sentence[first:last]):
            yield fact[i:j], first, last
        elif tag == "insert" and kept and _ONE_MORE.fullmatch(sentence[first:last]):
            yield "", first, last
        elif tag == "delete" and kept and first and _CLIPPED.fullmatch(fact[i:j]) and _of_figure(fact, i, j):
            yield fact[i:j], first, first


def _of_figure(fact: str, start: int, end: int) -> bool:
    """Whether what is clipped, where it is a hedge, hedges a figure: 约 before it, 余 behind."""
    hedge = fact[start:end]
    if hedge in _ROUNDED:
        return re.search(r"[\d百千万亿]$", fact[:start]) is not None
    return hedge not in _HEDGES or re.match(r"\d", fact[end:]) is not None


_HEDGES, _ROUNDED = ("约", "近", "超", "逾"), ("余", "多")
_CLIPPED = re.compile(rf"{'|'.join((*_HEDGES, *_ROUNDED))}|[\u4e00-\u9fff]{{2,8}}、|、[\u4e00-\u9fff]{{2,8}}")
"""What left out of a fact makes it say another thing: a hedge, a name of a list."""
_ONE_MORE = re.compile("[\u4e00-\u9fff]{2,8}、|、[\u4e00-\u9fff]{2,8}")
"""What put into a fact names one more of a list."""


Op = tuple[str, int, int, int, int]


def _merged(ops: Sequence[Op]) -> list[Op]:
    """``ops`` from where the fact begins, a single character kept between two changes taken as changed (学院 → 大学)."""
    made: list[Op] = []
    ops = ops[1:] if ops and ops[0][0] == "insert" else ops
    for n, op in enumerate(ops):
        lone = op[0] == "equal" and op[2] - op[1] == 1 and 0 < n < len(ops) - 1
        if made and made[-1][0] != "equal" and (lone or op[0] != "equal"):
            made[-1] = ("replace", made[-1][1], op[2], made[-1][3], op[4])
        else:
            made.append(op)
    return made


_FACTS = ("开展主题党日9次", "慰问困难党员12名")

RULES = (
    Rule(
        "not-in-facts",
        "数字都在事实表里",
        Authority.REGULATION,
        ACCURATE,
        _not_in_facts,
        Example("开展主题党日19次，慰问困难党员12名。", facts=_FACTS),
        Example("开展主题党日9次，慰问困难党员12名。", facts=_FACTS),
        Scope(RUNNING),
        (Need.FACTS,),
    ),
    Rule(
        "fact-lost",
        "事实表里的都写上了",
        Authority.REGULATION,
        ACCURATE,
        _lost,
        Example("慰问困难党员12名。", facts=_FACTS),
        Example("开展主题党日9次，还慰问困难党员12名。", facts=_FACTS),
        Scope(RUNNING),
        (Need.FACTS,),
    ),
    Rule(
        "fact-reworded",
        "事实表里的字没有走样",
        Authority.ADVICE,
        ACCURATE,
        _reworded,
        Example("到青石河泵站开展主题党日9次。", facts=("到青石桥泵站开展主题党日9次",)),
        Example("到青石桥泵站多次开展主题党日，共9次。", facts=("到青石桥泵站开展主题党日9次",)),
        Scope(RUNNING),
        (Need.FACTS,),
    ),
)
