"""The bank as drafting sees it: every layer's phrases by id, and pools to draw from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from generator.bank.phrase import Kind, Nature, Phrase, Position, Status
from generator.fit.gist import Reader
from generator.fit.tables import NO_TABLES, Tables
from generator.report import Move


@dataclass(frozen=True, slots=True)
class Topic:
    """主题: a side of the work, and the words by which a text is known to speak of it."""

    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bank:
    """Phrases by id and the topics in their order, the tables of fit and the words of the archive (``counts``: offices that use each).

    Built by ``layered``; read-only.
    """

    phrases: Mapping[str, Phrase]
    topics: tuple[Topic, ...] = ()
    tables: Tables = NO_TABLES
    counts: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def _formulas(self) -> Mapping[tuple[Kind, Move | None, Position | None, str], tuple[Phrase, ...]]:
        pools: dict[tuple[Kind, Move | None, Position | None, str], list[Phrase]] = defaultdict(list)
        for phrase in self.phrases.values():
            if phrase.nature is Nature.FORMULA and phrase.status is not Status.REJECTED:
                pools[phrase.kind, phrase.move, phrase.position, phrase.topic].append(phrase)
        return {key: tuple(sorted(pool, key=lambda p: p.id)) for key, pool in pools.items()}

    def formulas(self, kind: Kind, move: Move, position: Position | None, topic: str) -> tuple[Phrase, ...]:
        """The phrases that may be printed without a fact, of one kind, move, position and topic, in a fixed order."""
        return self._formulas.get((kind, move, position, topic), ())

    @cached_property
    def frames(self) -> tuple[Phrase, ...]:
        """Every frame that a fact may fill, in a fixed order."""
        frames = (p for p in self.phrases.values() if p.kind is Kind.FRAME and p.status is not Status.REJECTED)
        return tuple(sorted(frames, key=lambda p: (-p.support, p.text)))

    @cached_property
    def reader(self) -> Reader:
        """Reads texts by every word that the bank knows: the archive's, the tables', the topics' and those its phrases ask for."""
        asked = {w for p in self.phrases.values() for w in (*(w for w, _ in p.beside), *(w for group in p.licence for w in group))}
        return self.tables.reader({**dict.fromkeys(asked, 1), **self.counts})

    def topic_of(self, text: str) -> str:
        """The topic whose words ``text`` holds most of (longer words weigh more), empty where it holds none. Ties go to the first."""
        best, score = "", 0
        for topic in self.topics:
            hits = sum(len(w) for w in topic.words if w in text)
            if hits > score:
                best, score = topic.name, hits
        return best

    def topic_names(self) -> tuple[str, ...]:
        return tuple(t.name for t in self.topics)


def layered(
    layers: Iterable[Iterable[Phrase]], topics: Iterable[Topic] = (), tables: Tables = NO_TABLES, counts: Mapping[str, int] = MappingProxyType({})
) -> Bank:
    """One bank from layers, later ones winning over earlier ones by id."""
    phrases: dict[str, Phrase] = {}
    for layer in layers:
        phrases |= {p.id: p for p in layer}
    return Bank(phrases, tuple(topics), tables, counts)
