"""Wording that is not to be printed again (弃用): a phrase at one place of the draft or anywhere in it, in a small file beside the facts."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from generator.compose.spots import Spot
from generator.declared import Given, Key, Record, Text, read
from generator.problems import Faults, Place, Problem, Source
from generator.yamlfile import dump_rows, rows

HEAD = "# 弃用的措辞：起草时不再用；不写“处”的，哪里都不用。由 nigao drop 写，也可以删去几行。\n"

_ROW = Record(
    (
        Key("用语", Text("用语的编号"), required=True),
        Key("处", Text("在稿子的哪一处；不写是哪里都不用")),
        Key("位", Text("那一处的哪个位置")),
        Key("说法", Text("用语的文字，给人看的")),
    )
)


class Drop(Struct, frozen=True):
    """One row: the phrase's id and wording, and the spot where it is not to stand; None: nowhere."""

    phrase: str
    spot: Spot | None = None
    wording: str = ""
    place: Place = Place("")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Drop) and (self.phrase, self.spot) == (other.phrase, other.spot)

    def __hash__(self) -> int:
        return hash((self.phrase, self.spot))


class Dropped(Struct, frozen=True):
    """What drafting must not print: ids of phrases, and ids at a spot."""

    everywhere: frozenset[str] = frozenset()
    there: frozenset[tuple[Spot, str]] = frozenset()

    @classmethod
    def of(cls, drops: Iterable[Drop]) -> Dropped:
        listed = tuple(drops)
        return cls(frozenset(d.phrase for d in listed if d.spot is None), frozenset((d.spot, d.phrase) for d in listed if d.spot is not None))

    def forbids(self, spot: Spot, phrase: str) -> bool:
        return phrase in self.everywhere or (bool(self.there) and (spot, phrase) in self.there)


NOTHING_DROPPED = Dropped()


def load_drops(source: Source) -> tuple[Drop, ...]:
    """The rows of a file, in order. Raises ``Faults`` with every fault; a 位 without its 处 is one."""
    problems: list[Problem] = []
    found: list[Given | None] = [read(node, _ROW, problems) for node in rows(source)]
    for row in filter(None, found):
        if ("处" in row) != ("位" in row):
            problems.append(Problem(row.place, "half-spot", "“处”和“位”要一起写", "都写，只在那里不用；都不写，哪里都不用"))
    if problems:
        raise Faults(problems)
    return tuple(map(_drop, filter(None, found)))


def _drop(row: Given) -> Drop:
    spot = Spot(row.as_written("处"), row.as_written("位")) if "处" in row else None
    return Drop(row.as_written("用语"), spot, row.as_written("说法"), row.place)


def dump_drops(drops: Iterable[Drop]) -> str:
    """The rows of ``drops``, one a line; ``load_drops`` gives them back."""
    return dump_rows(_row(d) for d in drops)


def _row(drop: Drop) -> dict[str, str]:
    spot = {"处": drop.spot.where, "位": str(drop.spot.stand)} if drop.spot else {}
    return {**spot, "用语": drop.phrase, "说法": drop.wording}
