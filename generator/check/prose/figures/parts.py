"""Parts and wholes that no 其中 or 共计 joins: what came in by what became of it, those chosen from those judged, one paper for each party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, exceeds, plainly, quantities, scale, scaled, sentences_of
from generator.check.prose.figures.remains import OF_THOSE_DONE
from generator.check.prose.figures.sums import CHECK, MOST, NUMBERS, one_list
from generator.check.prose.passage import Passage
from generator.check.prose.rule import ACCURATE, Example, Finding, Rule, at
from generator.check.prose.subject import Subject
from generator.check.rule import Authority
from generator.chinese.punctuation import since_mark, until_mark
from generator.patterns import worded

_BEFORE, _BEHIND = 8, 14
"""Characters before a count and behind it in which stands what became of it."""


_SENTENCES = 3
"""Sentences further on in which what came in may be told of as done and left."""


def _divided(subject: Subject) -> Iterator[Finding]:
    """反馈19个…完成16个，长期坚持2个: what was done and what is left are what came in."""
    left = worded("|".join(map(re.escape, sorted(subject.words.left, key=len, reverse=True))) or "(?!)")
    done = worded("|".join(sorted({verb for row in subject.words.handled for verb in row.done}, key=len, reverse=True)) or "(?!)")
    for passage in subject.passages:
        found = [q for q in quantities(passage.text) if q.measure not in NO_WHOLE and q.exact]
        for n, rest in enumerate(found):
            if not left.search(_told(passage.text, found, n)) or _is_another_rest(passage.text, rest):
                continue
            near = [i for i in range(max(0, n - MOST), n) if found[i].measure == rest.measure and _is_near(passage.text, found[i], rest)]
            spots = [i for i in near if done.search(_told(passage.text, found, i)) or not _is_of_which(passage.text, found[i])]
            whole = max(spots, key=lambda i: found[i].value, default=n)
            told = [_told(passage.text, found, i) for i in spots if i > whole]
            if not any(done.search(t) for t in told) or left.search(told[-1]) or _is_apart(passage.text[found[spots[-1]].end : rest.start]):
                continue
            if not _adds_up([found[i].value for i in spots], rest.value, _tail(found, n)):
                yield _unequal(passage, found[whole], [*(found[i] for i in spots if i > whole), rest])


def _is_apart(between: str) -> bool:
    """Whether a sentence ends ``between`` what was done and what is left, and the next does not open with the latter (对暂时改不了的17条，…)."""
    return "。" in between and re.search(r"^[^。]*。对[^，。；\d]{2,10}的$", between) is None


def _is_another_rest(text: str, rest: Quantity) -> bool:
    """Whether ``rest`` is no part of what came in: so many each, what the rule on the rest of a whole tells of, or one of those that were done."""
    each = "每" in text[max(0, rest.start - 3) : rest.start]
    the_rest = re.search("其余|剩余|余下|剩下", text[max(0, rest.start - _BEFORE) : rest.start])
    return each or the_rest is not None or OF_THOSE_DONE.search(since_mark(text, rest.start, "，。；（")) is not None


def _is_of_which(text: str, part: Quantity) -> bool:
    """Whether ``part`` is one of those counted before it (审结19件，其中撤回申请3件), which are no further ones."""
    return re.match("其中|包括|包含", since_mark(text, part.start, "，。；（")) is not None


def _is_near(text: str, before: Quantity, rest: Quantity) -> bool:
    return text[before.end : rest.start].count("。") <= _SENTENCES


def _unequal(passage: Passage, came: Quantity, parts: Sequence[Quantity]) -> Finding:
    total = sum((q.value for q in parts), Decimal(0))
    fault = f"{came.text}，办了的和没办完的（{'＋'.join(q.text for q in parts)}）相加是{plainly(total)}{came.measure}"
    return at(passage, came.start, parts[-1].end, fault, CHECK)


def _told(text: str, found: Sequence[Quantity], n: int) -> str:
    """What stands around a count, within its clause and no further than the counts beside it."""
    first = max(found[n - 1].end if n else 0, found[n].start - _BEFORE)
    last = min(found[n + 1].start if n + 1 < len(found) else len(text), found[n].end + _BEHIND)
    return since_mark(text, found[n].start, "，。；、", first) + until_mark(text, found[n].end, "，。；、", last)


def _tail(found: Sequence[Quantity], n: int) -> list[Decimal]:
    """The counts of the same measure behind, which may be further parts."""
    return [q.value for q in found[n + 1 : n + 3] if q.measure == found[n].measure]


def _adds_up(before: Sequence[Decimal], rest: Decimal, behind: Sequence[Decimal]) -> bool:
    """Whether one of the counts ``before`` is made up of the last of them and what is left, with or without some behind."""
    extras = [sum(behind[:more], Decimal(0)) for more in range(len(behind) + 1)]
    sums = {sum(before[first:], rest) + extra for first in range(1, len(before)) for extra in extras}
    return any(value in sums for value in before[:-1])


_PARTIES = re.compile(
    r"[与同和](?P<parties>(?:[^，。；、\d]{0,12}\d+[^，。；、\d]{1,14}(?:（[^（）]{1,12}）)?[、和]){1,4}\d+[^，。；、\d]{1,14}?)(?:逐一|分别|逐个|全部|共)?签(?:订|署)[^，。；\d]{0,18}?(?=\d)"
)
_PARTY = re.compile(
    r"[与同和](?:全[市县区镇局校]|各|下辖|所属)?(?P<parties>(?<!\d)\d+[个家名](?:[\u4e00-\u9fff]{1,4})?(?:村|社区|单位|科室|支部|乡镇|街道|镇街|企业|学校|部门|处室|股室|站所))(?:负责人|书记|党组织书记)?"
    r"(?:逐一|分别|逐个|全部|共)?签(?:订|署)[^，。；、\d]{0,14}(?:责任书|责任状|承诺书|目标书)(?=\d)"
)
"""One kind of party, each of which signs a paper of its own."""


def _one_each(subject: Subject) -> Iterator[Finding]:
    """与13个乡镇、27个部门签订责任书50份: as many papers as parties, or so many times as many."""
    for passage, start, end in sentences_of(subject.passages):
        for m in (m for pattern in (_PARTIES, _PARTY) for m in pattern.finditer(passage.text, start, end)):
            parties = [q for q in quantities(passage.text, m.start("parties"), m.end("parties")) if q.measure]
            papers = next(quantities(passage.text, m.end(), end), None)
            if papers is None or papers.start != m.end() or papers.measure not in ("份", "件", "个"):
                continue
            total = sum((q.value for q in parties), Decimal(0))
            if papers.exact and all(q.exact for q in parties) and papers.value % total:
                added = "＋".join(q.text for q in parties)
                yield at(passage, parties[0].start, papers.end, f"{added}是{plainly(total)}，签了{papers.text}", CHECK)


_ASIDE = re.compile("剔除|扣除|同口径|可比口径|增长|下降|增幅|降幅|占|完成(?:年度|全年|预算)?(?:目标|任务|计划)?的|同比|比上年|比去年|留抵")
"""What is said of a part beside its sum: no part of its own."""
_ASIDES_SCALE = 4
_OF_WHICH = re.compile("其中[，:：]?|包括|分别为|分别是")


def _with_asides(subject: Subject) -> Iterator[Finding]:
    """收入18.64亿元，其中甲11.27亿元，增长5.8%，乙6.05亿元，丙1.52亿元: parts to the hundredth that do not make their sum."""
    for passage, start, end in sentences_of(subject.passages):
        mark = _OF_WHICH.search(passage.text, start, end)
        whole = next((q for q in reversed(list(quantities(passage.text, start, mark.start() if mark else start))) if q.measure), None)
        if mark is None or whole is None or whole.measure in NO_WHOLE or mark.start() - whole.end > _BEHIND:
            continue
        parts = [q for q in quantities(passage.text, mark.end(), end) if q.measure == whole.measure and not _beside(passage.text, q)]
        total, unit = sum((q.value for q in parts), Decimal(0)), _unit([whole, *parts])
        crossing = any(word in passage.text[start:end] for word in subject.words.overlapping)
        if len(parts) < 3 or crossing or not unit or any(scaled(q) != scaled(whole) for q in parts):
            continue
        if unit * len(parts) < abs(total - whole.value) <= whole.value / _CLOSE and _goes_to_the_end(passage.text, parts, end):
            fault = f"其中各项相加是{plainly(total / scale(whole))}{scaled(whole)}{whole.measure}，总数写的是{whole.text}"
            yield at(passage, whole.start, parts[-1].end, fault, CHECK)


_CLOSE = 20
"""A sum that misses its parts by less than one in so many is meant to be made of them all."""


def _beside(text: str, q: Quantity) -> bool:
    return _ASIDE.search(since_mark(text, q.start, "，。；、")) is not None


def _unit(found: Sequence[Quantity]) -> Decimal:
    """One in the last place that any of ``found`` is written to; nothing where one is a guess."""
    if any(re.search("[余多]", q.text) for q in found):
        return Decimal(0)
    places = min(len(m[1]) if (m := re.search(r"\.(\d+)", q.text)) else 0 for q in found)
    return scale(found[0]).scaleb(-places) if places else (Decimal(0) if scaled(found[0]) else Decimal(1) / _ASIDES_SCALE)


def _goes_to_the_end(text: str, parts: Sequence[Quantity], end: int) -> bool:
    """Whether the last part ends its sentence: what stands behind it may be one more."""
    return re.fullmatch("[。；！]?", text[parts[-1].end : end].strip()) is not None and all(b.start - a.end <= _FAR for a, b in pairwise(parts))


_FAR = 40

_SINGLED_OUT = frozenset("名 人 人次 个 位 家 家次 户 户次 件 件次 篇 项 处 条 起 批次 份 幅 所".split())


def _chosen(subject: Subject) -> Iterator[Finding]:
    """民主评议70名，评定优秀80名: those singled out are among those judged."""
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure in _SINGLED_OUT]
        for n, (judged, chosen) in enumerate(pairwise(found)):
            between = passage.text[judged.end : chosen.start]
            before = since_mark(passage.text, judged.start, "，。；", start)
            in_all = one_list(passage.text, [q for q in found[max(0, n - MOST) : n + 1] if q.measure == judged.measure])
            if judged.measure != chosen.measure or not exceeds(chosen, in_all) or not 1 <= between.count("，") <= _CLAUSES:
                continue
            row = next((r for r in subject.words.chosen if any(w in before for w in r.came) and any(_opens(w, between) for w in r.done)), None)
            if row is not None:
                fault = f"{judged.text}里挑出{chosen.text}：挑出来的比总数多"
                yield at(passage, judged.start, chosen.end, fault, CHECK)


_CLAUSES = 2
"""Clauses from those judged to those singled out: 体检5238人，加做心电图，查出异常907人."""


def _opens(verb: str, between: str) -> bool:
    """Whether ``verb`` opens the clause that ends ``between``, with no more than an object behind it."""
    clause = between.rpartition("，")[2]
    return worded(rf"(?:共|从中|最终|已|查出|检出|发现)?{verb}[^，。；、]{{0,10}}").fullmatch(clause) is not None


RULES = (
    Rule(
        "divided",
        "办完的加没办完的等于总数",
        Authority.PRACTICE,
        ACCURATE,
        _divided,
        Example("巡察反馈问题21个，截至年底完成整改16个，长期坚持4个。"),
        Example("巡察反馈问题21个，截至年底完成整改16个，长期坚持5个。"),
        NUMBERS,
    ),
    Rule(
        "one-each",
        "签的份数与签的单位数相符",
        Authority.PRACTICE,
        ACCURATE,
        _one_each,
        Example("与9个社区、14家企业签订承诺书25份。"),
        Example("与9个社区、14家企业签订承诺书23份，与3个村、4个站签订协议14份。"),
        NUMBERS,
    ),
    Rule(
        "parts-with-asides",
        "隔着说明的各项相加等于总数",
        Authority.PRACTICE,
        ACCURATE,
        _with_asides,
        Example("全年支出18.64亿元，其中教育11.27亿元，增长5.8%，卫生6.05亿元，农业1.52亿元。"),
        Example("全年支出18.64亿元，其中教育11.27亿元，增长5.8%，卫生6.05亿元，农业1.32亿元。"),
        NUMBERS,
    ),
    Rule(
        "chosen-over-judged",
        "评出来的不比参评的多",
        Authority.PRACTICE,
        ACCURATE,
        _chosen,
        Example("民主评议党员42名，评定优秀党员52名。"),
        Example("民主评议党员42名，评定优秀党员12名，走访群众52名。"),
        NUMBERS,
    ),
)
