"""Wording that pleased and is to stay (保留): which phrase stands at which place of the draft, in a small file beside the facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from generator.compose.spots import Spot
from generator.declared import Given, Key, Record, Text, read
from generator.problems import Faults, Place, Problem, Source
from generator.yamlfile import dump_rows, rows

HEAD = "# 保留的措辞：起草时照用，其余另拟。由 nigao keep 写，也可以删去几行。\n"


class Choice(Struct, frozen=True):
    """What stands at a spot: the phrase's id and wording, both empty where nothing is to stand."""

    spot: Spot
    phrase: str
    wording: str = ""
    place: Place = Place("")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Choice) and (self.spot, self.phrase) == (other.spot, other.phrase)

    def __hash__(self) -> int:
        return hash((self.phrase, self.spot))


Kept = Mapping[Spot, Choice]

_ROW = Record(
    (
        Key("处", Text("在稿子的哪一处"), required=True),
        Key("位", Text("那一处的哪个位置"), required=True),
        Key("用语", Text("用语的编号；空着的不用套语")),
        Key("说法", Text("用语的文字，给人看的")),
    )
)


def load_kept(source: Source) -> Kept:
    """The choices of a file. Raises ``Faults`` with every fault; of two for one spot the later holds."""
    problems: list[Problem] = []
    found: list[Given | None] = [read(node, _ROW, problems) for node in rows(source)]
    if problems:
        raise Faults(problems)
    return {c.spot: c for c in map(_choice, filter(None, found))}


def _choice(row: Given) -> Choice:
    return Choice(Spot(row.as_written("处"), row.as_written("位")), row.as_written("用语"), row.as_written("说法"), row.place)


def dump_kept(choices: Iterable[Choice]) -> str:
    """The file of ``choices``, in their order of places; ``load_kept`` of it gives them back."""
    listed = sorted(choices, key=lambda c: c.spot)
    return HEAD + dump_rows({"处": c.spot.where, "位": str(c.spot.stand), "用语": c.phrase, "说法": c.wording} for c in listed)
