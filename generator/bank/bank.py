"""The bank as drafting sees it: every layer's phrases by id, and pools to draw from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.bank.lexicon import Lexicon
from generator.bank.phrase import Kind, Nature, Phrase, Position, Status
from generator.chinese.notes import NOTHING_SUPPLIED, Completions
from generator.report import Move


@dataclass(frozen=True, slots=True)
class Topic:
    """主题: a side of the work, and the words by which a text is known to speak of it."""

    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bank:
    """Phrases by id, the topics in their order, the table by which notes are completed. Built by ``layered``; read-only."""

    phrases: Mapping[str, Phrase]
    topics: tuple[Topic, ...] = ()
    completions: Completions = NOTHING_SUPPLIED

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
    def lexicon(self) -> Lexicon:
        """The words by which wordings are compared: those of the mined phrases and of the topics."""
        return Lexicon.of((p.words for p in self.phrases.values()), (t.words for t in self.topics))

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


def layered(layers: Iterable[Iterable[Phrase]], topics: Iterable[Topic] = (), completions: Completions = NOTHING_SUPPLIED) -> Bank:
    """One bank from layers, later ones winning over earlier ones by id."""
    phrases: dict[str, Phrase] = {}
    for layer in layers:
        phrases |= {p.id: p for p in layer}
    return Bank(phrases, tuple(topics), completions)
