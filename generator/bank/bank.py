"""The bank as drafting sees it: every layer's phrases by id, and pools to draw from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.formulations import Formulation
from generator.bank.phrase import Group, Kind, Layer, Nature, Phrase, Position, Status
from generator.chinese.naming import NOTHING_LEARNED, Naming
from generator.chinese.notes import NOTHING_SUPPLIED, Completions
from generator.fit.bearings import Bearing
from generator.fit.conditions import asked, may_head, may_stand
from generator.fit.gist import Gist, Reader
from generator.fit.place import Place
from generator.fit.tables import NO_TABLES, Tables
from generator.report import Move

if TYPE_CHECKING:
    from generator.bank.offices import Offices


class Topic(Struct, frozen=True, dict=True):
    """主题: a side of the work, and the words by which a text is known to speak of it."""

    name: str
    words: tuple[str, ...] = ()

    @cached_property
    def openings(self) -> frozenset[str]:
        """How its words begin, by two characters: a text that has none of these has none of its words."""
        return frozenset(word[:2] for word in self.words)


@dataclass(frozen=True, eq=False, repr=False)
class Bank:
    """Phrases by id and the topics in their order, the tables of fit, the words of the archive (``counts``: offices that use
    each), the table by which notes are completed, the dated wordings, what tells a name from what says what is done, and what a head must be
    borne out by.

    Built by ``layered``; read-only. A dataclass, for a ``Struct`` cannot have a subclass that finds its fields when they are asked for, as the
    compiled bank does.
    """

    phrases: Mapping[str, Phrase]
    topics: tuple[Topic, ...] = ()
    tables: Tables = NO_TABLES
    counts: Mapping[str, int] = field(default_factory=dict)
    completions: Completions = NOTHING_SUPPLIED
    formulations: tuple[Formulation, ...] = ()
    naming: Naming = NOTHING_LEARNED
    bearings: tuple[Bearing, ...] = ()

    @cached_property
    def _printable(self) -> tuple[Phrase, ...]:
        """The phrases that may be printed without a fact, in a fixed order."""
        formulas = (p for p in self.phrases.values() if p.nature is Nature.FORMULA and p.status is not Status.REJECTED)
        return tuple(sorted(formulas, key=lambda p: p.id))

    @cached_property
    def _pools(self) -> Mapping[tuple[Kind, Move | None, str], tuple[Phrase, ...]]:
        pools: dict[tuple[Kind, Move | None, str], list[Phrase]] = defaultdict(list)
        for phrase in self._printable:
            pools[phrase.kind, phrase.move, phrase.topic].append(phrase)
        return {key: tuple(pool) for key, pool in pools.items()}

    def pool(self, kind: Kind, move: Move, name: str) -> tuple[Phrase, ...]:
        """The formulas that are kept under a name of the templates' (指导思想, 要点动词), in a fixed order."""
        return self._pools.get((kind, move, name), ())

    @cached_property
    def _pools_by_ending(self) -> Mapping[tuple[Kind, Move | None, str, str], tuple[Phrase, ...]]:
        found: dict[tuple[Kind, Move | None, str, str], list[Phrase]] = defaultdict(list)
        for phrase in (p for p in self._printable if p.kind in SET_AROUND):
            for word in endings_of(phrase):
                found[phrase.kind, phrase.move, phrase.topic, word].append(phrase)
        return {key: tuple(pool) for key, pool in found.items()}

    def ending(self, kind: Kind, move: Move, name: str, endings: Iterable[str]) -> tuple[Phrase, ...]:
        """Those of ``pool`` that may ask a name to end in one of ``endings``, and those that ask for nothing: one name ends in few of the words that
        all of them know."""
        found = {p.id: p for word in (*endings, "") for p in self._pools_by_ending.get((kind, move, name, word), ())}
        return tuple(found[id] for id in sorted(found))

    @cached_property
    def _index(self) -> Mapping[tuple[Kind, Move, Position | None, str], tuple[Phrase, ...]]:
        """Formulas by every act and word that they stood beside or ask for; those without any under the empty word."""
        found: dict[tuple[Kind, Move, Position | None, str], list[Phrase]] = defaultdict(list)
        for phrase in (p for p in self._printable if not p.surrounds_name):
            for move in serves(phrase):
                for key in keys_of(phrase):
                    found[phrase.kind, move, phrase.position, key].append(phrase)
        return {key: tuple(posted) for key, posted in found.items()}

    def beside(self, kind: Kind, move: Move, position: Position | None, keys: Iterable[str]) -> tuple[Phrase, ...]:
        """The formulas of a kind that serve a move in a position and stood beside, or ask for, one of ``keys``: what is looked at does not grow with
        the bank, only with what stood beside the like."""
        found = {p.id: p for key in (*keys, "") for p in self._index.get((kind, move, position, key), ())}
        return tuple(found[id] for id in sorted(found))

    def likely(self, kind: Kind, move: Move, position: Position | None, place: Place, block: Gist | None = None) -> tuple[Phrase, ...]:
        """Those of the phrases ``beside`` what ``place`` says of which no condition fails there, so that only how well they fit is left to judge;
        where there is a ``block``, those that may head it."""
        found = ((p, asked(p, keys_of(p), self.reader)) for p in self.beside(kind, move, position, place.keys))
        return tuple(p for p, asks in found if may_stand(asks, place) and (block is None or may_head(asks, block)))

    @cached_property
    def owns_situated(self) -> bool:
        """Whether the user has phrases of his own for situations: most of what the project has is printed only when asked for."""
        return any(p.situations for p in self._printable if p.layer is Layer.USER)

    @cached_property
    def offices(self) -> Offices:
        """The offices that the phrases were seen in."""
        from generator.bank.offices import Offices  # which a draft does without

        return Offices.of(self.phrases.values(), self.reader)

    def having(self, kind: Kind | None = None, move: Move | None = None, topic: str = "", nature: Nature | None = None) -> tuple[Phrase, ...]:
        """All phrases of a kind, move, topic and nature, where these are given, by their ids."""
        asked = (kind, move, topic, nature)
        found = [p for p in self.phrases.values() if all(a in (None, "", f) for a, f in zip(asked, (p.kind, p.move, p.topic, p.nature), strict=True))]
        return tuple(sorted(found, key=lambda p: p.id))

    def holding(self, words: Sequence[str], nearly: bool = True) -> Iterable[Phrase]:  # noqa: ARG002 - who has an index heeds them
        """At least the phrases that hold all of ``words``, or nearly hold them, as ``search`` ranks them."""
        from generator.bank.search import rank  # for a search alone

        return sorted(self.phrases.values(), key=rank)

    def topic_counts(self) -> Mapping[str, int]:
        """Every topic that a phrase has, with the number of those that were not rejected."""
        counts = dict.fromkeys((p.topic for p in self.phrases.values()), 0)
        for p in self.phrases.values():
            counts[p.topic] += p.status is not Status.REJECTED
        return counts

    @cached_property
    def frames(self) -> tuple[Phrase, ...]:
        """Every frame that a fact may fill, in a fixed order."""
        frames = (p for p in self.phrases.values() if p.kind is Kind.FRAME and p.status is not Status.REJECTED)
        return tuple(sorted(frames, key=lambda p: (-p.support, p.text)))

    @cached_property
    def reader(self) -> Reader:
        """Reads texts by every word that the bank knows: the archive's, the tables', the topics' and those its phrases ask for; what stands around a
        name asks how that ends, which need be no word."""
        content = [p for p in self.phrases.values() if not p.surrounds_name]
        asked = {w for p in content for w in (*(w for w, _ in p.beside), *(w for group in p.licence for w in group))}
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


SET_AROUND = frozenset((Kind.LEAD, Kind.HEADING))
"""The kinds of which some are set around a name."""


def endings_of(phrase: Phrase) -> Group:
    """The words by which ``phrase`` is found where it is set around a name: its narrowest group; the empty word, if it asks for nothing."""
    return min(phrase.licence, key=len, default=("",))


_SERVES: Mapping[Move, tuple[Move, ...]] = {
    Move.MEASURE: (Move.MEASURE, Move.PLAN),
    Move.RESULT: (Move.MEASURE, Move.PLAN),
    Move.GENERAL: (Move.GENERAL,),
    Move.PLAN: (Move.PLAN,),
}
"""The moves that formula seen in one serves: an aim of what was done may be one of what will be, not the other way round."""


def serves(phrase: Phrase) -> tuple[Move, ...]:
    """The moves that ``phrase`` may serve."""
    return _SERVES.get(phrase.move, ()) if phrase.move else ()


def keys_of(phrase: Phrase) -> frozenset[str]:
    """The situations, acts or words by which ``phrase`` is found: a place must have one for it to stand there; the empty word, if it asks for
    nothing."""
    if phrase.situations:
        return frozenset(phrase.situations)
    if phrase.acts:
        return frozenset(act for act, _ in phrase.acts)
    if phrase.licence:
        narrowest: Group = min(phrase.licence, key=len)
        return frozenset(narrowest)
    return frozenset(word for word, _ in phrase.beside) or frozenset(("",))


def layered(
    layers: Iterable[Iterable[Phrase]],
    topics: Iterable[Topic] = (),
    tables: Tables = NO_TABLES,
    counts: Mapping[str, int] = MappingProxyType({}),
    completions: Completions = NOTHING_SUPPLIED,
    formulations: Iterable[Formulation] = (),
    naming: Naming = NOTHING_LEARNED,
    bearings: Iterable[Bearing] = (),
) -> Bank:
    """One bank from layers, later ones winning over earlier ones by id; what reports say too is theirs, under the conditions of the later one."""
    phrases: dict[str, Phrase] = {}
    for layer in layers:
        phrases |= {p.id: _borne_out(p, phrases.get(p.id)) for p in layer}
    return Bank(phrases, tuple(topics), tables, counts, completions, tuple(formulations), naming, tuple(bearings))


def _borne_out(written: Phrase, mined: Phrase | None) -> Phrase:
    """A phrase that was ``written`` for the project to be set around names or to lead from one part to the next, with the reports that say it, if it
    was ``mined`` as well: its wording is theirs."""
    frame = written.surrounds_name or written.kind is Kind.TRANSITION
    if mined is None or mined.layer is not Layer.MINED or written.layer is not Layer.CURATED or not frame:
        return written
    seen = {"support": mined.support, "units": mined.units, "count": mined.count, "evidence": mined.evidence, "fillers": mined.fillers}
    return replace(written, layer=Layer.MINED, status=Status.ACCEPTED, **seen)
