"""条头凭据: what a head says was done with what it names must be told beneath it. The head of ``phrasebank/条头凭据.yaml`` explains its keys."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.bank.phrase import Group
from generator.declared import Given, Key, Many, Record, Text, read
from generator.problems import Faults, Problem, Source
from generator.yamlfile import as_items, parse

_WORDS = Many(Text())
_SHAPE = Record(
    (
        Key("开头", _WORDS, doc="补好的条头以哪些词开头"),
        Key("末尾", _WORDS, doc="补在后面的词"),
        Key("名", _WORDS, doc="只管以这些词收尾的事项"),
        Key("除", _WORDS, doc="以这些词收尾的事项不管"),
        Key("要", _WORDS, required=True, doc="底下要写到其中一个"),
        Key("不", _WORDS, doc="底下不能写到的"),
    )
)


class Bearing(Struct, frozen=True):
    """A head that begins with one of ``opens``, or has one of ``ends`` behind a name, ``needs`` one of those words beneath it and none of ``never``;
    of names that end in one of ``names``, if any are given, and in none of ``besides``."""

    opens: Group = ()
    ends: Group = ()
    names: Group = ()
    besides: Group = ()
    needs: Group = ()
    never: Group = ()

    def concerns(self, before: str, behind: str, name: str, planned: bool = False) -> bool:
        """Whether the head that has ``before`` and ``behind`` around ``name`` says what this asks to be borne out; of a head of what is ``planned``
        a verb says so before any name, for no habit of the trade lets it be read as the thing's own (规范检疫)."""
        says = before.startswith(self.opens) or behind.endswith(self.ends)
        exempt = name.endswith(self.besides) and not (planned and not self.ends)
        return says and (not self.names or name.endswith(self.names)) and not exempt

    def met(self, beneath: str) -> bool:
        return any(map(beneath.__contains__, self.needs)) and not any(map(beneath.__contains__, self.never))


def bears_out(beneath: str, around: tuple[str, str], name: str, bearings: Iterable[Bearing], planned: bool = False) -> bool:
    """Whether what is told ``beneath`` a head bears out what the words ``around`` its ``name`` say: 推进…建设 needs something built, 规范… and …管理
    something seen to; 办好…大赛 is not for who took part. Nothing is known where nothing is told of what was done; what is
    ``planned`` claims nothing that is not told."""
    return not (beneath or planned) or all(bearing.met(beneath) for bearing in bearings if bearing.concerns(*around, name, planned))


def load_bearings(source: Source) -> tuple[Bearing, ...]:
    """The bearings of one file. Raises ``Faults`` with every misfit of shape."""
    problems: list[Problem] = []
    rows = [read(item, _SHAPE, problems) for item in as_items(parse(source))]
    if problems:
        raise Faults(problems)
    return tuple(_bearing(row) for row in rows if row)


def _bearing(row: Given) -> Bearing:
    opens, ends, names, besides, needs, never = (tuple(w.text for w in row.get(key) or ()) for key in _SHAPE.names())
    return Bearing(opens, ends, names, besides, needs, never)
