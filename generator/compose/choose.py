"""Which phrase: of those that fit what they would stand beside, the one said least lately, under one seed; nothing where none fits."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.bank import Bank
from generator.bank.phrase import SLOT, Kind, Layer, Phrase, Position, Status
from generator.chinese.months import Period
from generator.chinese.punctuation import clauses
from generator.compose.dropped import NOTHING_DROPPED, Dropped
from generator.compose.kept import Choice, Kept
from generator.compose.past import NOTHING_PAST, Past
from generator.compose.said import Said, bare_clauses, han, runs
from generator.compose.spots import Spot
from generator.fit.judge import WRITTEN, Fit, Judge
from generator.fit.place import Place
from generator.report import Inline, Inlines, Move, Origin, OriginKind, Text, is_open, plain

T = TypeVar("T")
NEAR_BEST = 0.3
"""Rank below the best within which a phrase is as good to a reader, so that what was said lately and the seed decide."""
OWN = 2.0
"""What the user's own wording counts above the shipped, in ranks: more than the best fit of what was read, so that it comes first."""
STALE = 3.0
"""What wording of the unit's own past reports counts below other, in passages and headings; beside statements there is rather none."""
_VERY_THING = 2
"""Words in common by which formula speaks of the very thing that is amiss: 严格要求自己 over 对自己要求放松了."""
_BEGINNING = 2
"""Characters by which a reader hears that two clauses begin alike."""
_LONG_WORD = 3
"""Characters of a word that a reader hears again: of 84 wordings with one of the statement's a tenth were called repetitions."""
_SHORTEST_CLAUSE = 4
_LONGEST_SHARED = 4
"""Runs of four characters that may stand in the clerk's words too: one more, and eight characters are said again."""


class Want(Struct, frozen=True, dict=True):
    """What is wanted at a ``spot``: formula of a kind, move and position that fits ``place``, beside the text ``about`` within the text ``near``, in
    one sentence with the formula ``apart``, whose words it must not say again; it ``never`` says what the report itself calls weak, nor two
    of the words with which it tells what is ``amiss``; ``owned``: it stands in a block of whose topic the report owns up to a problem. ``may`` says
    what a text must be besides, ``serves`` what a phrase; ``in_situations`` finds the situations that the place is in."""

    spot: Spot
    kind: Kind
    move: Move
    position: Position | None
    place: Place
    about: str = ""
    near: str = ""
    apart: str = ""
    never: frozenset[str] = frozenset()
    amiss: tuple[frozenset[str], ...] = ()
    owned: bool = False
    may: Callable[[str], bool] = lambda _: True
    serves: Callable[[Phrase], bool] = lambda _: True
    in_situations: Callable[[], frozenset[str]] = frozenset

    @cached_property
    def situated(self) -> Place:
        """The place with its situations, which take as long to find as all the rest and which a draft that prints nothing for them does without."""
        return replace(self.place, situations=self.in_situations())

    @cached_property
    def there(self) -> str:
        """The Han characters of what the clerk says there."""
        return han(self.about) + "\n" + han(self.near)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """How the clauses that it stands beside begin, and the head above them."""
        return frozenset(han(clause)[:_BEGINNING] for _, clause in clauses(self.about))


_LEAST_AIM = 0.5
"""Rank from which an aim may stand behind a statement: of 21 in drafts of 18 trades that three people read ten of the 13 below it were struck,
two of the eight above."""
_LEAST_OPENING = 0.55
"""Rank from which an opening may stand before a statement: of four that two people read they struck the two at 0.51 and 0.53."""
_BESIDE = (Position.OPEN, Position.CLOSE)


class Candidate(Struct, frozen=True):
    """A phrase that may stand, how it fits, its words with the slots filled, and the ``text`` that is held against what was said."""

    phrase: Phrase
    fit: Fit
    inlines: Inlines
    text: str


class Sought(Struct, frozen=True, dict=True):
    """What was wanted at a spot; ``find`` finds what may stand at a place of the kind."""

    want: Want
    find: Callable[[Want, Place], tuple[Candidate, ...]]

    @cached_property
    def standing(self) -> tuple[Candidate, ...]:
        """Every phrase that may stand there, the best fitting first: what is only offered, too."""
        return self.find(self.want, self.want.situated)

    @cached_property
    def unsituated(self) -> tuple[Candidate, ...]:
        """Those that are tied to no situation."""
        return self.find(self.want, self.want.place)


class Chooser:
    """Draws phrases and remembers what was printed. ``said`` may be set back to an earlier value to undo a try.

    ``seed`` is whatever the choice is to depend on; ``kept`` holds what the user wants to stand where, ``dropped`` what he wants nowhere or not
    there, ``past`` what the unit printed before; ``reviewed``: nothing that nobody has read; ``aims``: what is tied to situations, too.
    """

    def __init__(
        self,
        bank: Bank,
        values: Mapping[str, Inlines],
        period: Period | None,
        seed: object,
        themes: tuple[str, ...] = (),
        kept: Kept | None = None,
        past: Past = NOTHING_PAST,
        dropped: Dropped = NOTHING_DROPPED,
        reviewed: bool = False,
        aims: bool = False,
    ) -> None:
        self.reviewed, self.aims = reviewed, aims
        self.bank = bank
        self.themes = themes
        self.values = {name: words for name, words in values.items() if plain(words) and not is_open(words)}
        self.period = period
        self._seed = str(seed)
        self.past = past
        self.dropped = dropped
        known = {spot: c for spot, c in (kept or {}).items() if not c.phrase or c.phrase in bank.phrases}
        self.kept = {spot: c for spot, c in known.items() if not dropped.forbids(spot, c.phrase)}
        self.sought: dict[Spot, Sought] = {}
        self._found: dict[object, Any] = {}
        self.begin()

    def begin(self) -> None:
        """Forget what was printed, but for what is kept: it will be, so nothing else may say it."""
        self.said = Said()
        for choice in self.kept.values():
            if choice.phrase:
                self.said = self.said.reserving(self.bank.phrases[choice.phrase].text, choice.phrase)

    # --- what may stand ---------------------------------------------------------------------------------------------------------------

    def printed_there(self, want: Want) -> Iterator[Candidate]:
        """Every phrase that may be printed unasked where ``want`` says, whatever was printed before, the best fitting first: what the project has for
        a situation where readers expect nothing is only offered, unless its ``aims`` are wanted. Found once for each want."""
        sought = self.sought.setdefault(want.spot, Sought(want, self._fitting))
        if not (self.aims or self.bank.owns_situated or self._may_expect(want)):
            return iter(sought.unsituated)
        return (c for c in sought.standing if self.aims or not c.phrase.situations or c.phrase.layer is Layer.USER or self._expected(c, want))

    def _may_expect(self, want: Want) -> bool:
        """Whether readers may expect something there: a word of a situation where they do is told, and no problem takes it back."""
        expected = self.bank.reader.situations.expected_words
        return not want.owned and any(expected.opens(want.about, at) for at in range(len(want.about)))

    def _expected(self, c: Candidate, want: Want) -> bool:
        """Whether readers expect something in a situation that the place is in."""
        known = self.bank.reader.situations.by_name
        return not want.owned and any(known[name].expected for name in c.fit.situations)

    def _fitting(self, want: Want, place: Place) -> tuple[Candidate, ...]:
        """Every phrase that may stand at ``place``, which is the one that ``want`` says, the best fitting first."""
        judge = Judge(place, self.bank.reader)
        found = [c for p in self.bank.likely(want.kind, want.move, want.position, place) if (c := self._candidate(p, want, judge))]
        return tuple(sorted(found, key=lambda c: (-self._rank(c), c.phrase.id)))

    def once(self, key: object, find: Callable[[], T]) -> T:
        """What ``find`` finds under ``key``, where that does not depend on what was printed: it is found once for all tries of a draft."""
        if key not in self._found:
            self._found[key] = find()
        found: T = self._found[key]
        return found

    def _candidate(self, phrase: Phrase, want: Want, judge: Judge) -> Candidate | None:
        if not self.may_be_said(phrase, want.spot, self.values):
            return None
        found = judge.fit(phrase)
        if not found.stands or not want.serves(phrase) or (want.position in _BESIDE and not _fits_well(phrase, found)):
            return None
        inlines = expand(phrase, self.values)
        text = plain(inlines)
        said = runs(text) & runs(want.about) or (want.position in _BESIDE and self._echoes(text, want)) or _said_there(text, want)
        if said or not want.may(text) or any(map(text.__contains__, want.never)):
            return None
        words = self._says_of(text) if want.amiss else frozenset[str]()
        return None if any(len(words & told) >= _VERY_THING for told in want.amiss) else Candidate(phrase, found, inlines, text)

    def _rank(self, c: Candidate) -> float:
        read = WRITTEN * (c.phrase.status is Status.ACCEPTED and c.phrase.layer is Layer.MINED)
        return c.fit.rank + read + OWN * (c.phrase.layer is Layer.USER)

    # --- drawing ----------------------------------------------------------------------------------------------------------------------

    def draw(self, want: Want) -> Inlines:
        """What is kept at the spot, else the best phrase that may still be printed, remembered as printed; empty where there is none."""
        if want.spot in self.kept:
            return self.print(want.spot, self.kept[want.spot].phrase, self.values)
        free = (c for c in self.printed_there(want) if self._free(c.text, c.phrase, want))
        best = next(free, None)
        if best is None:
            return ()
        least = self._rank(best) - NEAR_BEST
        close = (best, *takewhile(lambda c: self._rank(c) >= least, free))
        chosen = max(close, key=lambda c: (self._rank(c) - self._stale(c.text, want) + self.noise(c.phrase.id), c.phrase.id))
        return self.print(want.spot, chosen.phrase.id, self.values)

    def print(self, spot: Spot, phrase: str, values: Mapping[str, Inlines]) -> Inlines:
        """The phrase of that id in words, remembered as printed at ``spot``; nothing for no phrase."""
        if not phrase:
            return ()
        inlines = expand(self.bank.phrases[phrase], values)
        self.said = self.said.chosen(Choice(spot, phrase, plain(inlines))).after(plain(inlines), phrase)
        return inlines

    def note(self, text: str) -> None:
        """Remember ``text`` of the clerk's as printed."""
        self.said = self.said.after(text)

    def pick(self, spot: Spot, variants: Sequence[str]) -> str:
        """One of ``variants`` of a passage: the one whose words were said least lately, the seed breaking ties."""
        best = max(variants, key=lambda v: (not self.said.repeats(v) and not self.said.wears_out(v), self.noise(spot.where, v) - self.closeness(v)))
        self.said = self.said.after(best)
        return best

    def noise(self, *key: object) -> float:
        """A number in [0, 1) that depends on the seed and ``key`` alone: the same on every machine and in every order."""
        digest = hashlib.blake2s("\0".join((self._seed, *map(str, key))).encode(), digest_size=6).digest()
        return int.from_bytes(digest) / 2**48

    # --- what was said ----------------------------------------------------------------------------------------------------------------

    def _free(self, text: str, phrase: Phrase, want: Want) -> bool:
        """Whether a phrase may be printed now: not said in the past or before nor echoing what was, no worn word once more, not beginning as its
        neighbours do."""
        said = self.past.holds(phrase) or phrase.id in self.said.phrases or self.said.repeats(text)
        if said or self.said.wears_out(text) or self._says_of(text) & self._says_of(f"{want.apart}，{self.said.latest}"):
            return False
        return want.kind is Kind.HEADING or not (self.said.echoes(text) or han(text)[:_BEGINNING] in self.said.openings[-3:])

    def _echoes(self, text: str, want: Want) -> bool:
        """Whether ``text`` begins as a clause does beside which it would stand, or says a long word of what is said there again, or two words."""
        again = [word for word in self._says_of(text) if word in want.about]
        return han(text)[:_BEGINNING] in want.beginnings or len(again) > 1 or any(len(word) >= _LONG_WORD for word in again)

    def _says_of(self, text: str) -> frozenset[str]:
        """The words of ``text`` that are no common property."""
        return frozenset(self.bank.reader.lexicon.words(text)) - self.bank.tables.common.words

    def may_be_said(self, phrase: Phrase, spot: Spot, values: Mapping[str, Inlines]) -> bool:
        """Whether ``phrase`` is one of the report's period, which the user does not bar from the spot, with ``values`` for all its slots."""
        filled = "{" not in phrase.text or all(name in values for name in SLOT.findall(phrase.text))
        return filled and phrase.spoken(self.period) and not self.barred(phrase, spot)

    def barred(self, phrase: Phrase, spot: Spot) -> bool:
        """Whether the user wants nothing of the kind: a phrase that he dropped, or one that nobody has read."""
        return self.dropped.forbids(spot, phrase.id) or (self.reviewed and phrase.status is Status.MINED)

    def closeness(self, text: str) -> float:
        """How soon ``text`` says words again, the telling ones most: Σ weight · fade over its words, nothing where they were said a page ago."""
        lexicon = self.bank.reader.lexicon
        return 0.4 * sum(lexicon.weights[w] * self.said.nearness(w) for w in set(lexicon.words(text)))

    def _stale(self, text: str, want: Want) -> float:
        """How much ``text`` says again: words said lately, and runs of four characters of its block and of the formula before it."""
        mine = runs(text)
        return self.closeness(text) + 0.3 * min(4, len(mine & runs(want.near))) + 0.5 * min(4, len(mine & self.said.runs))


def _fits_well(phrase: Phrase, fit: Fit) -> bool:
    """Whether an aim fits so well that it says what its sentence is for, an opening that it says how; the user's own, and what is tied to
    situations, need only stand."""
    return phrase.layer is Layer.USER or bool(fit.situations) or fit.rank >= (_LEAST_OPENING if phrase.position is Position.OPEN else _LEAST_AIM)


def _said_there(text: str, want: Want) -> bool:
    """Whether a clause of ``text``, or a turn of it that a reader notices, stands word for word in what the clerk says there."""
    if want.kind is not Kind.CLAUSE:
        return False
    whole = any(len(bare) >= _SHORTEST_CLAUSE and bare in want.there for bare in bare_clauses(text))
    return whole or len(runs(text) & runs(want.there)) > _LONGEST_SHARED


def expand(phrase: Phrase, values: Mapping[str, Inlines]) -> Inlines:
    """The phrase with its slots filled from ``values``: its own words carry its id, the fillings their own origins."""
    origin = Origin(OriginKind.PHRASE, phrase=phrase.id, layer=phrase.layer)
    if phrase.text and "{" not in phrase.text:
        return (Text(phrase.text, origin),)
    out: list[Inline] = []
    end = 0
    for slot in SLOT.finditer(phrase.text):
        if slot.start() > end:
            out.append(Text(phrase.text[end : slot.start()], origin))
        out += values[slot[1]]
        end = slot.end()
    if end < len(phrase.text):
        out.append(Text(phrase.text[end:], origin))
    return tuple(out)
