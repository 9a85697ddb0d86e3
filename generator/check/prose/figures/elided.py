"""Counts whose noun is left out: they are of the things counted before (听力障碍儿童93名，71名转入定点机构; 5条建议有4条转为指引)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.check.prose.figures.quantity import NO_WHOLE, Quantity, exceeds, quantities, sentences_of
from generator.check.prose.passage import Passage
from generator.check.prose.subject import Subject
from generator.chinese.punctuation import since_mark
from generator.chinese.verbs import is_verb

_HOLDS = re.compile("[\u4e00-\u9fff“”]{1,10}?(?:中|里)?(?:已|就|只|仅)?有")
"""Between a whole and a part in one clause: 5条建议有4条."""
_OF_THEM = re.compile(
    "[，。；]|转|被|已|未|没|不|是|达|完成|通过|采纳|获|落|列入|纳入|写入|写进|办|整改|建成|实现|参加|来自|属于|超过|因|由|尚|还|当场|当年|如期|按期"
)
"""Behind a part whose noun is left out: what became of it, or is said of it."""
_BECAME = re.compile(
    "(?:当场|当年|当月|当天|当日|当季|全部|均|都|已|已经|按期|如期|顺利|成功|年内|一次性|即时){0,2}"
    "(?:转入|转为|转介|转诊|考取|取得|通过|晋级|录用|达标|合格|治愈|康复|出院|达成)"
)
"""The same behind a count that opens its clause; what was dealt with (办结, 整改) is told by the rule on that."""
_THOSE_WHO = re.compile("[\u4e00-\u9fff]{0,8}，(?!任务|计划|目标|新|另|还|比|较|增|减|上年|去年)[\u4e00-\u9fff“”]{2,12}的(?:有|达|为|共|占)?")
"""Between a whole and those of it of whom something is said (86个，已完成换届的有82个)."""
_TAKES = re.compile("，[\u4e00-\u9fff]{2,10}占")
"""Between a whole and those of it that are said to take up so many (发展党员7名，生产一线占5名)."""
_BODY = re.compile("(?:成员|全体|现有|共有|在册|在编|在职)[\u4e00-\u9fff]{0,6}$")
"""Before a count of all who are of a body, in which those of the next clause are."""
_NO_WHOLE_SAID = re.compile("新增|增加|减少|上年|去年|其中|任务|计划|目标|应|每|分别")


def of_those_before(subject: Subject) -> Iterator[tuple[Passage, Quantity, Quantity]]:
    """Wholes, and counts of things that are not named again, more of them than there were."""
    for passage, start, end in sentences_of(subject.passages):
        found = [q for q in quantities(passage.text, start, end) if q.measure not in NO_WHOLE and not q.hedged]
        for whole, part in pairwise(found):
            between = passage.text[whole.end : part.start]
            held = _HOLDS.fullmatch(between) and _OF_THEM.match(passage.text, part.end)
            of_it = held or _THOSE_WHO.fullmatch(between) or _TAKES.fullmatch(between)
            if of_it and part.measure == whole.measure and exceeds(part, [whole]):
                yield passage, whole, part
        for n, part in enumerate(found):
            whole = next((q for q in reversed(found[:n]) if q.measure == part.measure), part)
            before = since_mark(passage.text, whole.start, "，。；", start)
            told = before + passage.text[whole.end : part.start]
            staff = n > 0 and whole is found[n - 1] and _BODY.search(before) is not None and is_verb(passage.text[part.end : part.end + 2])
            opens = passage.text[part.start - 1] == "，" and (staff or _BECAME.match(passage.text, part.end) is not None)
            if opens and exceeds(part, [whole]) and "；" not in told and not _NO_WHOLE_SAID.search(told):
                yield passage, whole, part
