"""Which counts of a report speak again of what was counted before: they are as many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from enum import Enum, auto
from functools import cached_property

from msgspec import Struct

from generator.check.prose.figures.count import Count, pairs_of, runs_of
from generator.check.prose.figures.quantity import one_measure
from generator.check.prose.passage import Part
from generator.chinese.punctuation import since_mark

_NAME = r"(?P<name>[\u4e00-\u9fff“”□]{2,14}?)"
_AMONG = re.compile(rf"^{_NAME}(?:(?:中|里|当中)(?=有|仅|只|近|约|就|，|\d|$|[^心学小层央国医药队共介级型标部期介]{{2}})|(?:还|尚|仍|已)?有(?=\d))")
_EACH = re.compile(rf"^{_NAME}(?:逐[\u4e00-\u9fff]|全部|一一|[均都](?!衡|匀|等)|件件|条条|个个|项项)")
_AFTER_ACT = re.compile(r"(?P<act>[\u4e00-\u9fff“”□]{2,14})的$")
_NOUN = re.compile(r"^[\u4e00-\u9fff]{2}")
_AIMED = re.compile(r"(?:针对|围绕|聚焦|对|推动|帮助|督促|^)[^，。；\d]{0,6}$")
_AIM = re.compile(rf"^{_NAME}(?:问题|隐患|事项)?(?:，|成立|建立|引进|$|全部|逐|全面|完成|实现)")
_ONLY = re.compile(r"^(?P<name>[\u4e00-\u9fff]{3,8}?)(?:仅仅|仅有|只有|仅|只|才)$")
_OPENS_NONE = re.compile("^(?:[对将把就]|上述|以上|这|共)?$")
_WHEN = re.compile("^(?:年内|全年|目前|今年|其中|现有|有的|全[市县区镇])")
_LACK = "无未没缺弱薄软空"
"""What opens the name of a thing that lacks something."""
_NEW = re.compile("其中|部分|个别|有的|新|另|每|上年|去年|历年|未|没|不|重点|突出|剩余|其余|余下|剩下")
"""What says that some are spoken of, or others."""
_ANY = re.compile("检查|排查|发现|查出|反馈|征集|征求|收集|发出|制发|提出|查摆|梳理|受理|签订|反映|全年|今年|其中|的|存在|还")
"""What says that things were found or sent, and nothing of which."""
_HEAD, NEAR, _FAR = 2, 2, 8
"""Characters of the end of a name that say what it names; between a measure word and it: of the same things, of things that may make them up."""
_FEW, _SHARED, _HALF = 3, 0.6, 0.5
"""What is spoken of again by chance; the share of the pairs of characters of what is said of things that must have been said of them before,
in the clause where they were counted and in its sentence."""


class How(Enum):
    """How a count speaks of what was counted: of some among them, of each, by what was done, as an aim, as too few."""

    AMONG = auto()
    EACH = auto()
    ACT = auto()
    AIM = auto()
    ONLY = auto()


class Again(Struct, frozen=True, dict=True):
    """A count that speaks of things counted before: ``name`` is theirs, ``marks`` are what else is said of which they are."""

    here: Count
    how: How
    name: str
    marks: frozenset[str]

    @property
    def head(self) -> str:
        return self.name[-_HEAD:]

    @cached_property
    def kind(self) -> str:
        return kind(self.here)

    def of(self, count: Count, within: int) -> bool:
        """Whether ``count`` is one of things so named."""
        return count.before.endswith(self.head) or re.match(rf"[\u4e00-\u9fff“”□]{{0,{within}}}{self.head}", count.behind) is not None

    def same(self, before: Sequence[Count]) -> list[Count]:
        """Those of ``before`` by the same measure whose things go by the same name, with any of what is said of them."""
        named = [c for c in before if kind(c) == self.kind and self.of(c, NEAR if self.how is How.ACT else _FAR)]
        return [c for c in named if self.how is not How.AMONG or not self.marks or self.marks & c.pairs]

    def alike(self, before: Sequence[Count]) -> list[Count]:
        """Those of ``before`` of which as much is said."""
        least = len(self.marks) * (_HALF if self.how in _BY_SENTENCE else _SHARED)
        near = [c for c in before if self.how is How.AIM or self.of(c, NEAR)]
        return [c for c in near if len(self.marks & (c.pairs if self.how in _BY_SENTENCE else _told(c))) >= least]

    def entered(self, before: Sequence[Count]) -> list[Count]:
        """Those of ``before`` that only say how many there are of what their sentence has named (建立重大事故隐患台账，入账72项)."""
        if self.how is not How.AMONG or len(self.name) < _NAMED:
            return []
        bare = [c for c in before if kind(c) == self.kind and not c.behind and len(_bare(c)) <= _VERB]
        return [c for c in bare if self.name in c.sentence.partition(c.quantity.text)[0]]


def _bare(count: Count) -> str:
    return _POINT.sub("", count.before)


_POINT = re.compile("^[一二三四五六七八九十]{1,2}是|共$|累计$")
_NAMED, _VERB = 4, 3
"""Han characters of a name by which things are told from others of their kind, and of a verb that stands alone before a number."""
_BY_SENTENCE = frozenset((How.AMONG, How.AIM, How.ONLY))
"""How counts are spoken of whose things another clause of the sentence may tell."""


def kind(count: Count) -> str:
    """The measure of ``count``, people by one word."""
    return one_measure(count.quantity)


def _told(count: Count) -> frozenset[str]:
    return pairs_of(count.before + "，" + count.behind)


def again(found: Sequence[Count]) -> Iterator[tuple[int, Again]]:
    """The counts of ``found`` that speak of things counted before, with their places in it."""
    for n, here in enumerate(found):
        yield from ((n, one) for one in _readings(here) if here.quantity.value >= _FEW or one.how is How.ONLY)


def _readings(here: Count) -> Iterator[Again]:
    clause = since_mark(here.before, len(here.before), "，、：")
    if m := _AMONG.match(here.behind):
        yield _again(here, How.AMONG, m["name"], _ANY.sub("，", clause))
    noun = _NOUN.match(here.behind)
    if (act := _AFTER_ACT.search(clause)) and noun and not _NEW.search(act["act"]):
        yield _again(here, How.ACT, noun[0], re.sub("^.*?[对将把就]", "", act["act"]))
    if (m := _EACH.match(here.behind)) and _OPENS_NONE.search(here.before):
        yield _again(here, How.EACH, m["name"], "")
    if here.passage.part is Part.PLAN and _AIMED.search(here.before) and (m := _AIM.match(here.behind)) and len(m["name"]) > _HEAD:
        yield Again(here, How.AIM, m["name"].lstrip(_LACK), pairs_of(m["name"].lstrip(_LACK)))
    if here.passage.part not in (Part.PRACTICE, Part.LEAD) and not here.behind and (m := _ONLY.search(clause)):
        name = _WHEN.sub("", m["name"])
        if len(name) > _HEAD:
            yield _again(here, How.ONLY, name, "")


def _again(here: Count, how: How, name: str, act: str) -> Again:
    return Again(here, how, name, pairs_of(name[:-_HEAD] + "，" + act))


def known(value: Decimal, counted: Sequence[Count]) -> bool:
    """Whether ``value`` is that of one of ``counted``, or made up of some that follow each other."""
    return value in runs_of([c.quantity.value for c in counted])
