"""Parts of a body of people that are named by their kind, without 其中: 共59人，专职17人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.check.prose.figures.quantity import Quantity, quantities, sentences_of
from generator.check.prose.passage import Passage
from generator.check.prose.subject import Subject
from generator.chinese.punctuation import since_mark

_PEOPLE = frozenset("人 名 位".split())
_KIND = (
    "专职|兼职|在编|在岗|在职|编外|聘用|女性|女|男性|男|党员|正式党员|预备党员|少数民族|本科|大专|研究生|硕士|博士|退休|离休|持证|中级|高级|初级"
    "|青年|年轻"
)
_NAMED = re.compile(rf"(?:{_KIND})[^，。；、\d]{{0,8}}$")
_OPENS = re.compile(rf"^[，、（]?(?:有|的)?(?:{_KIND})")
_ALL = re.compile("(?:共|共有|现有|总数|在册|实有|在编|总人数|编制|总计|合计)[^，。；、]{0,10}$")
_OTHERS = re.compile("新增|发展|新|另|还|培训|参加|累计|人次|走访|慰问|联系|服务|外聘|招|帮扶")
"""What says that those named are no part of the body, or were not counted with it."""


def named_parts(subject: Subject) -> Iterator[tuple[Passage, Quantity, Quantity]]:
    """A whole of people and, in the clause behind it, those of one kind, more of them than there are in all."""
    for passage, start, end in sentences_of(subject.passages):
        for whole, part in pairwise(q for q in quantities(passage.text, start, end) if q.measure in _PEOPLE and q.exact):
            between = passage.text[whole.end : part.start]
            told = since_mark(passage.text, whole.start, "，。；", start)
            if part.value <= whole.value or between[:1] not in ("，", "、", "（") or re.search("[，。；、]", between[1:]):
                continue
            if _ALL.search(told) and _OPENS.match(between) and _NAMED.search(between) and not _OTHERS.search(told + between):
                yield passage, whole, part
