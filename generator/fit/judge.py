"""May a phrase stand at a place, and how well does it fit? Conditions first, then a rank; below the threshold nothing stands.

The rank is the cosine of what the phrase stood beside and what stands there now, words weighed by how few offices use them, nearer statements
more; shared acts add to it. Thresholds were set by reading drafts; what blind readers found of them then is in ``benchmarks/fit.md``.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from generator.bank.phrase import Group, Kind, Layer, Phrase, Position, Status
from generator.fit.conditions import asks_conditions_alone, least_words
from generator.fit.gist import Reader, square
from generator.fit.licence import said, unsaid
from generator.fit.place import Place
from generator.report import Move

ACT = 0.3
"""What an act in common adds to the rank, where it is the nearest statement's; that of a farther one adds half."""
WIDELY = 0.05
"""What each doubling of the offices that wrote a phrase adds."""
SAID = 0.1
"""What each particular of the phrase that the clerk has said adds, two at the most: it speaks for the phrase as words of its co-text do."""
LEAST = {Status.MINED: 0.6, Status.ACCEPTED: 0.2, Status.CURATED: 0.5, Status.REJECTED: math.inf}
"""The rank below which a phrase does not stand: a phrase that nobody has read must fit better."""
LEAST_ALIKE = 0.5
"""The same for a phrase that nobody has read but that several offices wrote."""
LEAST_HEADING = {Status.MINED: 0.2, Status.ACCEPTED: 0.2, Status.CURATED: 0.2, Status.REJECTED: math.inf}
"""The rank that a heading must reach: every particular of it is said in its block, so it can hardly be of another trade."""
LEAST_LEAD = {Status.MINED: 0.5, Status.ACCEPTED: 0.2, Status.CURATED: 0.4, Status.REJECTED: math.inf}
"""The rank that the principle over a block must reach: it answers for the block as a whole, whose heads it was read against."""
LEAST_PLAN = {Status.MINED: 0.5, Status.ACCEPTED: 0.1, Status.CURATED: 0.0, Status.REJECTED: math.inf}
"""The rank that a sentence about a plan's topic must reach, of which nothing else is known: its conditions are all there is to hold it against."""
NOVEL = 1
"""Words of its own, said by nobody, that an opening may bring where little speaks for it."""
AT_HOME = 3
"""Words of its co-text that must be said for an opening to bring more."""
IN_SITUATION = 0.6
"""The rank of a phrase in a situation that is known by what was done alone: as good as a close fit of words."""
NARROWER = 0.1
"""What each thing that the situation is about adds: the narrower of two situations says more of what was done."""
WRITTEN = 0.6
"""What a phrase of real reports that was read counts above one that no report is known to say."""


class Fit(Struct, frozen=True):
    """How a phrase fits a place: its rank, and what it rests on; ``lacks`` are the groups of its licence that nobody said there, ``situations``
    those that it is tied to and the place is in.

    An act in common is never enough: a word of the co-text must be there too or, for a phrase that no report is known to say, a particular that the
    statements ``said``. What is ``strange`` there does not stand either.
    """

    rank: float
    acts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    lacks: tuple[Group, ...] = ()
    other_act: bool = False
    said: bool = False
    least: float = 0.0
    strange: bool = False
    situations: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        if self.situations:
            return True
        fits = not self.lacks and not self.other_act and self.rank >= self.least
        return fits and bool(self.words or self.said) and not self.strange


def least(phrase: Phrase, unread: float = 0.0) -> float:
    """The rank that ``phrase`` must reach; ``unread`` is the office's own threshold for phrases that nobody has read, where it is higher."""
    usual = _usual(phrase)
    return max(usual, unread) if phrase.status is Status.MINED else usual


def _usual(phrase: Phrase) -> float:
    """What is asked for: none where its conditions are all that its user asks."""
    if asks_conditions_alone(phrase) or phrase.by_statement:
        return 0.0
    if phrase.kind is Kind.HEADING:
        return LEAST_HEADING[phrase.status]
    if phrase.move is Move.GENERAL:
        return LEAST_LEAD[phrase.status]
    if phrase.move is Move.PLAN and phrase.position is Position.WHOLE:
        return LEAST_PLAN[phrase.status]
    return LEAST_ALIKE if phrase.status is Status.MINED and phrase.units > 1 else LEAST[phrase.status]


def fit(phrase: Phrase, place: Place, reader: Reader) -> Fit:
    """How ``phrase`` fits ``place``. Where a condition fails the rank is not reckoned."""
    return Judge(place, reader).fit(phrase)


class Judge(Struct, frozen=True, dict=True):
    """Holds phrases against one ``place``, read by ``reader``."""

    place: Place
    reader: Reader

    def fit(self, phrase: Phrase) -> Fit:
        """How ``phrase`` fits. Where a condition fails the rank is not reckoned."""
        if phrase.situations:
            return self._situated(phrase)
        shared = self._shared(phrase)
        failed = self._refused(phrase, shared)
        if failed is not None:
            return failed
        cosine, words = self._alike(phrase)
        act = ACT * max([self.place.acts[a] for a in shared], default=0.0)
        rank = cosine + act + WIDELY * math.log2(max(1, phrase.units)) + SAID * min(2, len(phrase.licence))
        named = bool(phrase.licence) and not phrase.beside and self._said_beside(phrase)
        return Fit(rank, shared, words, said=named, least=least(phrase, self.reader.unread), strange=self._strange(phrase, len(words)))

    def refused(self, phrase: Phrase) -> Fit | None:
        """The fit of a phrase of which a condition fails; None where none does."""
        if phrase.situations:
            found = self._situated(phrase)
            return None if found.stands else found
        return self._refused(phrase, self._shared(phrase))

    def _situated(self, phrase: Phrase) -> Fit:
        """The fit of a phrase that is tied to situations: one of them is all that it asks."""
        met = tuple([name for name in phrase.situations if name in self.place.situations])
        if not met:
            return Fit(0.0, lacks=(phrase.situations,))
        known = self.reader.situations.by_name
        return Fit(IN_SITUATION + NARROWER * max(len(known[name].about) for name in met), situations=met)

    def _refused(self, phrase: Phrase, shared: tuple[str, ...]) -> Fit | None:
        if phrase.acts and not shared:
            return Fit(0.0, other_act=True, least=least(phrase, self.reader.unread))
        lacks = self._lacks(phrase) or self._unspoken(phrase)
        return Fit(0.0, shared, lacks=lacks, least=least(phrase, self.reader.unread)) if lacks else None

    def _lacks(self, phrase: Phrase) -> tuple[Group, ...]:
        """The groups of the licence that nobody said there; where it rests on its statement, those that the nearest does not say."""
        return unsaid(phrase.licence, self.place.nearest if phrase.by_statement else self.place.licensing)

    def _shared(self, phrase: Phrase) -> tuple[str, ...]:
        return tuple([act for act, _ in phrase.acts if act in self.place.acts])

    def _unspoken(self, phrase: Phrase) -> tuple[Group, ...]:
        """The things (people above all) that ``phrase`` speaks of and nobody has spoken of there: what is done for 企业 does not serve 群众. A user
        who sets conditions of his own is held to these alone, and a plan of which only the topic is given to that."""
        if asks_conditions_alone(phrase) or not self.place.beside:
            return ()
        named = self.reader.things_of(phrase.text) - self.place.licensing.things
        return tuple([(name,) for name in sorted(named)])

    def _strange(self, phrase: Phrase, shared: int) -> bool:
        """Whether too little of what ``phrase`` stood beside is said: an aim asks for several of its words, an opening only where it brings more of
        its own than one. Of headings and the leads of blocks their conditions speak, of a user's own phrases he."""
        if not self.place.beside or phrase.kind is not Kind.CLAUSE or phrase.layer is Layer.USER or phrase.by_statement:
            return False
        match phrase.position:
            case Position.CLOSE:
                return shared < least_words(phrase)
            case Position.OPEN:
                return shared < AT_HOME and len(self._novel(phrase)) > NOVEL
        return False

    def _novel(self, phrase: Phrase) -> tuple[str, ...]:
        """The words of ``phrase`` that are no common property and that nobody said where it would stand."""
        reader, there = self.reader, self.place.licensing
        own = (w for w in dict.fromkeys(reader.lexicon.words(phrase.text)) if w not in reader.common)
        return tuple(w for w in own if not said(w, there) and reader.speaks_of(w)[1].isdisjoint(there.things))

    def _said_beside(self, phrase: Phrase) -> bool:
        """Whether the statements themselves, and not the heads over them alone, say a particular of ``phrase``; a user's own may have it from
        these."""
        return asks_conditions_alone(phrase) or len(unsaid(phrase.licence, self.place.stated)) < len(phrase.licence)

    def _alike(self, phrase: Phrase) -> tuple[float, tuple[str, ...]]:
        """The cosine of what ``phrase`` stood beside and what the place says, and the words they share, the most telling first."""
        there = self._there
        here, long = self.reader.weighed(phrase.beside or tuple([(word, 1) for group in phrase.licence for word in group]))
        shared = {word: x * there[word] for word, x in here.items() if word in there}
        norm = math.sqrt(long * self._length)
        return (sum(shared.values()) / norm if norm else 0.0), tuple(sorted(shared, key=lambda w: (-shared[w], w)))

    @cached_property
    def _there(self) -> Mapping[str, float]:
        """Every word said, with how near it stands and how telling it is."""
        return {word: near * self.reader.lexicon.weights.get(word, 0.0) for word, near in self.place.nearness.items()}

    @cached_property
    def _length(self) -> float:
        return square(self._there)
