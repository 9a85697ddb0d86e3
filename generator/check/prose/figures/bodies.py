"""The bodies that a unit consists of: as many wherever they are counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import Struct

from generator.check.prose.entries import Body
from generator.check.prose.figures.left import CHECK
from generator.check.prose.passage import Part, Passage
from generator.check.prose.rule import Finding, at
from generator.check.prose.subject import Subject
from generator.chinese.numerals import count


class _Told(Struct, frozen=True):
    """So many bodies: ``value`` of them in ``passage``; ``own`` says that they are the unit's, ``all`` that it has no others."""

    passage: Passage
    match: re.Match[str]
    value: int
    own: bool
    all: bool


def own_bodies(subject: Subject) -> Iterator[Finding]:
    """下辖9个党支部, and 组织11个党支部: the bodies that a unit has are as many throughout, and so are those who head them."""
    for row in subject.words.bodies:
        told = [one for passage in subject.passages for one in _bodies(row, passage)]
        own = [one for one in told if one.own]
        most = Counter(one.value for one in own).most_common(1)
        whole = next((one.value for one in own if one.all), most[0][0] if most and most[0][1] > 1 else None)
        yield from _by_one(own) if whole is None else ()
        for one in own:
            if whole is not None and one.value > whole:
                said = one.passage.text[one.match.start("n") : one.match.end()]
                yield at(one.passage, one.match.start("n"), one.match.end(), f"这里是{said}，别处写的是{whole}个", CHECK)


def _by_one(own: Sequence[_Told]) -> Iterator[Finding]:
    """21个党支部 and 22名党支部书记, each told once: nothing says which is right, and none is so near to another by chance."""
    if len(own) == _BOTH and abs(own[0].value - own[1].value) == 1 and min(one.value for one in own) >= _MANY:
        first, one = own
        said, before = (each.passage.text[each.match.start("n") : each.match.end()] for each in (one, first))
        yield at(one.passage, one.match.start("n"), one.match.end(), f"这里是{said}，别处写的是{before}", CHECK)


_BOTH, _MANY = 2, 6
"""Tellings of a number; bodies from which one more or less is likelier a slip than a choice."""


def _bodies(row: Body, passage: Passage) -> Iterator[_Told]:
    for m in _regrouped(row).finditer(passage.text):
        yield _Told(passage, m, count(m["n"]), own=True, all=True)
    for m in _named(row).finditer(passage.text):
        signed = _SIGNED.match(passage.text, m.end()) is not None
        own = _OTHERS.search(m["before"].rstrip("与同和") if signed else m["before"]) is None
        yield _Told(passage, m, count(m["n"]), own, signed or passage.part is Part.LEAD or _HAS.search(m["before"]) is not None)


@cache
def _named(row: Body) -> re.Pattern[str]:
    names, heads = ("|".join(sorted(words, key=len, reverse=True)) for words in (row.names, row.heads))
    headed = f"|名(?:{heads})" if heads else ""
    bodies = rf"个(?:基层|机关|下属|下辖|所属)?(?:{names})(?!{_LONGER})"
    return re.compile(
        rf"(?P<before>[^，。；：、\d]{{0,8}})(?<![\d第])(?P<n>\d+|(?<![两三四五六七八九十])[两三四五六七八九十]+)(?:{bodies}{headed})(?![^，。；]{{0,4}}(?:{_REGROUPED}))"
    )


@cache
def _regrouped(row: Body) -> re.Pattern[str]:
    """How many there are now, of how many there were (党支部，由3个增至5个)."""
    return re.compile(rf"(?:{'|'.join(row.names)})(?:总?数量?)?，?[由从]\d+个(?:调整|优化|整合|合并|增加?|减少?|扩大|精简)[到至为](?P<n>\d+)个")


_LONGER = "书记|委员|成员|人员|干部|联合|共建|结对|先进|示范|试点|负责人|班子|中(?=[有的])|里"
_SIGNED = re.compile("(?:、\\d+个[^，。；\\d]{2,6})?(?:全部|逐一)?签订")
"""Behind bodies: what each of them signs, so that no others are left."""
_HAS = re.compile("(?:所属|所辖|下辖|下设|设有|共有|现有|全[镇乡县区市局院校系统]{1,2})(?:的|全部|全体)?$")
_REGROUPED = "调整|合并|优化|整合|重组|改建|增|减|撤"
_OTHERS = re.compile(
    "[与同和跟]|新|联系|走访|结对|共建|调研|帮|社区|村|企业|其他|外|全市|全县|整顿|创建|评|命名|星级|先进|示范|优秀|打造|培育|检查|抽查|督查|指导"
    f"|{_REGROUPED}"
)
"""Before a count of bodies: they may be others', or some of them; or there were so many until they were parted anew."""
