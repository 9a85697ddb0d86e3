"""Heads: the points of a series are headed alike; what a head names, what stands under it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, pairwise

from msgspec import Struct

from generator.check.prose.figures.count import pairs_of
from generator.check.prose.passage import RUNNING, Part, Passage
from generator.check.prose.rule import CONCISE, NOT_GOVERNMENT, TITLES, Example, Finding, Rule, Scope, at
from generator.check.prose.structure.numbering import points_of
from generator.check.prose.structure.under import text_under
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import HAN
from generator.chinese.verbs import ends_in_act, holds_verb, is_verbal_head, names_matter, opens_clause
from generator.report import BLANK_MARK, Role, Section, plain, walk

_LONGEST_HEAD = 18
"""Characters of the longest first sentence of a point that is its head."""


class Head(Struct, frozen=True):
    """A head where it stands: ``text`` without its number, ``body`` what stands under it."""

    passage: Passage
    start: int
    text: str
    body: str


def series(subject: Subject) -> Iterator[list[Head]]:
    """The heads of sections beside each other, and of the points of each section."""
    for children in (subject.report.sections, *(s.sections for s in walk(subject.report.sections))):
        headed = [(subject.head(s), s) for s in children if s.title and s.level > 1]
        yield [Head(p, p.label, plain(s.title), text_under(s)) for p, s in headed if p is not None]
    under: dict[int, list[Head]] = {}
    for passage in subject.passages:
        if passage.part in RUNNING:
            under.setdefault(id(passage.section), []).extend(_heads(passage))
    yield from under.values()


def _heads(passage: Passage) -> Iterator[Head]:
    """The points of ``passage`` that have a head: a first sentence that is short and undivided, with more behind it."""
    found = [(start, end) for family, _, start, end in points_of(passage.text) if family == "是"]
    for (_, end), (following, _) in pairwise([*found, (len(passage.text), 0)]):
        head, stop, body = passage.text[end:following].partition("。")
        if stop and body.strip() and len(head) <= _LONGEST_HEAD and not re.search("[，；：、]", head):
            yield Head(passage, end, head, body)


_FEWEST = 3
_LONGEST_THING = 5
"""Han characters of a head that is a thing and nothing else."""


def _unlike(subject: Subject) -> Iterator[Finding]:
    """三是内控制度, or 三是组织建设方面, among 一是从严查处…, 二是从细推进…."""
    for heads in series(subject):
        others = [head for head in heads if _ASPECT.search(head.text) or not _acts(_bare(head.text))]
        head = others[0] if len(others) == 1 and len(heads) >= _FEWEST else None
        if head is not None and (_ASPECT.search(head.text) or _is_affair(head.text) or _is_thing(_bare(head.text))):
            yield at(head.passage, head.start, head.start + len(head.text), f"“{head.text}”是名词，并列的几个都是动词开头", "补上动词，句式一致")


def _is_affair(text: str) -> bool:
    """Whether ``text`` names a matter and says nothing of it (廉政谈话工作)."""
    return re.fullmatch("[\u4e00-\u9fff]{2,6}(?:工作|情况)", text) is not None and not opens_clause(text)


def _acts(text: str) -> bool:
    """Whether ``text`` says that something is done, with a verb or with what it is done by (用核心制度约束诊疗行为)."""
    return is_verbal_head(text) or (text[:1] in "用以靠让把将使" and len(text) > _LONGEST_THING)


_ASPECT = re.compile("[\u4e00-\u9fff]{2,}方面$")
"""A head that names what is spoken of and says nothing of it."""


_POINT_HEAD = 20
"""Characters of the longest first sentence of a point that heads it."""


def _bare_points(subject: Subject) -> Iterator[Finding]:
    """A point that is a head and nothing else, or has lost the stop behind its head, among points with a head and a body."""
    under: dict[int, list[tuple[Passage, int, int, str]]] = {}
    for passage in (p for p in subject.passages if p.part in RUNNING):
        found = [(start, end) for family, _, start, end in points_of(passage.text) if family == "是"]
        for (start, end), (following, _) in pairwise([*found, (len(passage.text), 0)]):
            under.setdefault(id(passage.section), []).append((passage, start, end, passage.text[end:following]))
    for points in under.values():
        must = [text.startswith("要") for *_, text in points]
        if len(points) >= _FEWEST and must.count(False) == 1:
            passage, start, end, _ = points[must.index(False)]
            yield at(passage, start, end, "别的几条都写“是要”，这一条没有“要”", "写成一样的")
        whole = [_headed(text) for *_, text in points]
        if len(points) < _FEWEST or whole.count(True) != len(points) - 1:
            continue
        passage, start, end, text = points[whole.index(False)]
        if len(text.strip("。；")) <= _POINT_HEAD and not re.search("[，；：、\\d]", text):
            yield at(passage, start, end + len(text), "这一条只有小标题，没有内容", "补上内容，或删去")
        elif _joined(text):
            yield at(passage, start, end + min(len(text), _POINT_HEAD), "并列的几条都有小标题，这一条没有", "补上小标题，或在小标题后面加句号")


def _joined(text: str) -> bool:
    """Whether the first clause of a point is so long that a head may have run into what follows."""
    first = re.split("[，。；：、]", text)[0]
    return BLANK_MARK not in text and "。" in text and len(first) > _SHORTEST_JOINED


_SHORTEST_JOINED = 14
"""Han characters of a first clause from which it may be a head and what follows it."""


def _headed(text: str) -> bool:
    """Whether a point has a short first sentence without a comma, and more behind it."""
    head, stop, body = text.partition("。")
    return bool(stop and body.strip()) and len(head) <= _POINT_HEAD and not re.search("[，；：]", head)


def _is_thing(text: str) -> bool:
    """Whether ``text`` is surely a noun, with no verb in it that could be its own."""
    short = len(text) <= _LONGEST_THING and re.fullmatch("[\u4e00-\u9fff]+", text) is not None
    return short and names_matter(text) and not holds_verb(text) and not ends_in_act(text) and not opens_clause(text) and not _SAYS.search(text)


_SAYS = re.compile("[不有更早先在以用促保护强优提转建补育管研查送解盯分充依整从清改抓]|到位|落地")
"""Characters with which a head of few says something all the same."""


def _bare(text: str) -> str:
    return re.sub("^(?:要|在|从[实严细快优])", "", text)


def _unspoken(subject: Subject) -> Iterator[Finding]:
    """A head that names a matter (深化学习，抓好意识形态) over text that says nothing of it."""
    for section in walk(subject.report.sections):
        passage, title, body = subject.head(section), plain(section.title), text_under(section)
        told = passage is not None and not section.roles - {Role.PRACTICE, Role.RESULT} and section.level > 1
        if passage is None or not told or BLANK_MARK in body or len(HAN.findall(body)) < _SHORTEST:
            continue
        for row in (row for row in subject.words.promised if row.word in title):
            if not any(word in body for word in (row.word, *row.also)):
                start = passage.label + title.find(row.word)
                yield at(passage, start, start + len(row.word), f"标题说到“{row.word}”，下面没有写", "补上，或改标题")


_SHORTEST = 20


def _swapped(subject: Subject) -> Iterator[Finding]:
    """Two heads of a series of which each names what stands under the other, and not what stands under itself."""
    for heads in series(subject):
        named, told = [pairs_of(head.text) for head in heads], [pairs_of(head.body) for head in heads]
        for i, j in combinations(range(len(heads)), 2):
            first, second = named[i] - named[j], named[j] - named[i]
            own, other = (len(first & told[i]), len(second & told[j])), (len(first & told[j]), len(second & told[i]))
            if max(own) < min(other) and sum(other) - sum(own) >= _SWAPPED:
                head, before = heads[j], heads[i]
                fault = f"“{before.text}”和“{head.text}”下面写的像是换了位置"
                yield at(head.passage, head.start, head.start + len(head.text), fault, "核对两个标题是不是放反了")


_SWAPPED = 3
"""Pairs of characters that two heads share more with each other's text than with their own. Of 6610 pairs of heads of the archive none does as it
stands; swapped, 38 in 100 do."""


def _same_head(subject: Subject) -> Iterator[Finding]:
    for children in (subject.report.sections, *(s.sections for s in walk(subject.report.sections))):
        first: dict[str, Section] = {}
        for section in children:
            title = plain(section.title)
            before = first.setdefault(title, section)
            passage = subject.head(section)
            if title and before is not section and passage is not None:
                yield at(passage, 0, len(passage.text), f"标题和“{before.number}”的一样", "改一个，或并成一部分")
    yield from _same_point(subject)


def _same_point(subject: Subject) -> Iterator[Finding]:
    """Two points of a section under the same words (一是抓好整改。… 二是抓好整改。…)."""
    first: dict[tuple[int, str], str] = {}
    for passage in subject.passages:
        for family, _, start, end in points_of(passage.text) if passage.part in RUNNING else ():
            head, stop, _ = passage.text[end:].partition("。")
            label = passage.text[start:end]
            before = (
                first.setdefault((id(passage.section), head), label) if stop and family in "是要" and _SHORTEST <= len(head) <= _LONGEST else label
            )
            if before != label:
                yield at(passage, start, end + len(head), f"“{label}”的小标题和“{before}”的一样", "改一个，或并成一条")


_SHORTEST, _LONGEST = 4, 20
"""Characters of the head of a point."""


def _made(*lines: str) -> Example:
    return Example("\n".join(("云州市水务局2025年工作总结", "2025年，工作平稳。", "一、主要做法", *lines)))


_LEARNT = "组织集中学习9次，撰写心得体会38篇，开展专题研讨4次，交流发言26人次。"

RULES = (
    Rule(
        "bare-point",
        "并列的几条都有小标题和内容",
        Authority.ADVICE,
        CONCISE,
        _bare_points,
        _made("一是健全机制。修订3项。", "二是抓好培训。", "三是抓好督查。排查9处。"),
        _made("一是健全机制。修订3项。", "二是抓好培训。举办2期。", "三是抓好督查。排查9处。"),
        Scope(frozenset(Part), TITLES, NOT_GOVERNMENT),
    ),
    Rule(
        "same-head",
        "同级标题不重",
        Authority.PRACTICE,
        CONCISE,
        _same_head,
        _made("（一）加强学习", "学习9次。", "（二）加强学习", "研讨4次。"),
        _made("（一）加强学习", "学习9次。", "（二）改进作风", "督查4次。"),
        Scope(frozenset(Part)),
    ),
    Rule(
        "swapped-heads",
        "标题和下面写的是一件事",
        Authority.ADVICE,
        CONCISE,
        _swapped,
        _made("一是建设活动阵地。核定党费标准，按季公示收支。", "二是管好党费收支。改造党群服务中心，建成活动阵地2处。"),
        _made("一是管好党费收支。核定党费标准，按季公示收支。", "二是建设活动阵地。改造党群服务中心，建成活动阵地2处。"),
        Scope(frozenset(Part), TITLES, NOT_GOVERNMENT),
    ),
    Rule(
        "unparallel-points",
        "并列的小标题词性一致",
        Authority.ADVICE,
        CONCISE,
        _unlike,
        _made("一是健全机制。修订3项。", "二是内控制度。排查9处。", "三是抓好培训。举办2期。"),
        _made("一是健全机制。修订3项。", "二是完善制度。排查9处。", "三是抓好培训。举办2期。"),
        Scope(frozenset(Part), TITLES, NOT_GOVERNMENT),
    ),
    Rule(
        "unspoken-head",
        "标题里的每件事下面都说到",
        Authority.ADVICE,
        CONCISE,
        _unspoken,
        _made("（一）深化学习，抓好保密", _LEARNT, "（二）改进作风", "督查4次。"),
        _made("（一）深化学习，抓好保密", _LEARNT + "开展涉密检查2次。", "（二）改进作风", "督查4次。"),
        Scope(frozenset(Part), TITLES, NOT_GOVERNMENT),
    ),
)
