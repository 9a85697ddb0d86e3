"""What distilling reads of an archive: its reports, and its sightings wording by wording, wherever they are kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from generator.bank.phrase import Kind
from generator.mining.evidence import Evidence, Seen
from generator.report import Move

Wording = tuple[Kind, str]
Standing = Callable[[Kind, str, bool], str | None]
"""The wording that stands for one of a kind, seen in a 导语 or elsewhere; None where it is not to be read at all."""


class Head(Struct, frozen=True):
    """A report by its name, and the office that it is of."""

    name: str
    unit: str


class Archive(Protocol):
    """The evidence of many reports, each known by its content. All that is yielded comes in an order that the evidence alone decides."""

    def heads(self) -> Mapping[str, Head]:
        """The reports by content."""

    def shingles(self) -> Iterator[tuple[str, Sequence[int]]]:
        """The content of every report with the hashes of its 8-grams, in order."""

    def words(self) -> Iterator[tuple[str, Iterable[str]]]:
        """The words of every report under its office, those of one office one after another."""

    def holders(self, standing: Standing, kinds: Collection[Kind]) -> Iterator[tuple[Wording, list[str]]]:
        """Every wording of ``kinds`` that stands, with the contents it was seen in, once a sighting."""

    def sightings(self, standing: Standing) -> Iterator[tuple[Wording, list[tuple[str, Seen]]]]:
        """Every wording that stands, with its sightings, each with the content it was seen in."""


def in_lead(seen: Seen) -> bool:
    """Whether ``seen`` is a clause of a 导语, which may stand for more than itself."""
    return seen.move is Move.LEAD and seen.kind is Kind.CLAUSE


class Held(Struct, frozen=True):
    """Evidence in memory."""

    evidence: Evidence

    def heads(self) -> Mapping[str, Head]:
        return {key: Head(found.name, found.unit) for key, found in sorted(self.evidence.items())}

    def shingles(self) -> Iterator[tuple[str, Sequence[int]]]:
        return ((key, found.shingles) for key, found in sorted(self.evidence.items()))

    def words(self) -> Iterator[tuple[str, Iterable[str]]]:
        return ((found.unit, found.words) for found in sorted(self.evidence.values(), key=lambda found: found.unit))

    def holders(self, standing: Standing, kinds: Collection[Kind]) -> Iterator[tuple[Wording, list[str]]]:
        return ((wording, [key for key, _ in found]) for wording, found in self.sightings(standing) if wording[0] in kinds)

    def sightings(self, standing: Standing) -> Iterator[tuple[Wording, list[tuple[str, Seen]]]]:
        found: defaultdict[Wording, list[tuple[str, Seen]]] = defaultdict(list)
        for key, report in sorted(self.evidence.items()):
            for seen in report.seen:
                text = standing(seen.kind, seen.text, in_lead(seen))
                if text is not None:
                    found[seen.kind, text].append((key, seen))
        return iter(sorted(found.items()))
