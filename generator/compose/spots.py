"""Spots: the places of a draft where the tool chooses wording, named after the clerk's own items so that they outlive a changed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from enum import StrEnum

from msgspec import Struct

from generator.facts.model import Facts, Item
from generator.report import plain


class Stand(StrEnum):
    """What wording does at its place. In a passage the pool it is drawn from says it instead."""

    TITLE = "小标题"
    GENERAL = "总领"
    HEAD = "句首"
    MANNER = "怎样"
    OPEN = "起"
    CLOSE = "收"
    INNER_CLOSE = "中收"
    CAUSE = "原因"
    MENDS = "反面"


class Spot(Struct, frozen=True, order=True):
    """One spot: where it stands (做法/政治建设/请示报告) and what it does there (a ``Stand``, or the pool of a passage)."""

    where: str
    stand: str


_LONGEST = 20


def places(facts: Facts) -> Mapping[str, str]:
    """The place of every block, item, problem and intention by its path: 做法[0].要点[1] → 做法/政治建设/请示报告. No two are alike."""
    seen: Counter[str] = Counter()
    named: dict[str, str] = {}
    for path, name in _named(facts):
        parent = named.get(path.rpartition(".")[0], path.partition("[")[0])
        place = f"{parent}/{name[:_LONGEST]}"
        seen[place] += 1
        named[path] = place if seen[place] == 1 else f"{place}（{seen[place]}）"
    return named


def _named(facts: Facts) -> Iterator[tuple[str, str]]:
    for practice in facts.practices:
        yield practice.path, practice.name
        yield from ((item.path, _item_name(item)) for item in practice.items if item.path != practice.path)
    yield from ((s.path, plain(s.shows)) for s in facts.shortcomings)
    yield from ((i.path, i.topic or plain(i.heading) or "".join(map(plain, i.measures))) for i in facts.intentions)


def _item_name(item: Item) -> str:
    """What the item is about, or its first words."""
    first = next((plain(f.done) for f in item.facts), "")
    return plain(item.matter) or next(map(plain, item.measures), first)
