"""Which phrase: eligible ones are drawn without replacement, by fit to what the point says and least close repetition, under one seed."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.bank.bank import Bank
from generator.bank.phrase import SLOT, Kind, Layer, Period, Phrase, Position
from generator.chinese.punctuation import clauses
from generator.compose.dropped import NOTHING_DROPPED, Dropped
from generator.compose.kept import Choice, Kept
from generator.compose.past import NOTHING_PAST, Past
from generator.compose.said import Said, han, pairs, runs
from generator.compose.spots import Spot
from generator.report import Blank, Inline, Inlines, Move, Origin, OriginKind, Text, plain

GENERAL_TOPIC = "通用"
_RANK = 0.2
_OWN = 3.0
"""What the user's own wording counts above the shipped."""
_THROUGHOUT = 4
_ACTIONS = ("加强", "强化", "深化", "推动", "推进", "进一步", "大力", "健全", "做好", "抓好")
"""Openings that would compete with the fact they are to introduce."""
_TITLE = re.compile(r"《[^《》]*?([^《》]{0,4})》")
"""A document's title; its last characters say what kind of document it is."""
_SHORTEST_CLAUSE = 4


@dataclass(frozen=True, slots=True)
class Want:
    """What is wanted: a formula of a kind, move and position to stand beside the text ``about`` within the text ``near``, in one
    sentence with the formula ``apart``, whose words it must not say again. ``keyed``: only one whose conditions are met, none that fits anywhere.

    ``topics`` are the pools it may come from, the most fitting first; the last of several stands in where the others have nothing. ``spot`` is
    where it is to stand.
    """

    spot: Spot
    kind: Kind
    move: Move
    position: Position | None
    topics: tuple[str, ...]
    about: str = ""
    near: str = ""
    apart: str = ""
    keyed: bool = False


class Chooser:
    """Draws phrases and remembers what was printed. ``said`` may be set back to an earlier value to undo a try.

    ``seed`` is whatever the choice is to depend on; ``kept`` holds what the user wants to stand where, ``dropped`` what he wants nowhere or not
    there, ``past`` what the unit printed before.
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
    ) -> None:
        self.bank = bank
        self.themes = themes
        self.values = {name: words for name, words in values.items() if plain(words) and not any(isinstance(i, Blank) for i in words)}
        self.period = period
        self.seed = seed
        self.past = past
        self.dropped = dropped
        fit = {spot: c for spot, c in (kept or {}).items() if not c.phrase or c.phrase in bank.phrases}
        self.kept = {spot: c for spot, c in fit.items() if not dropped.forbids(spot, c.phrase)}
        self.begin()

    def begin(self) -> None:
        """Forget what was printed, but for what is kept: it will be, so nothing else may say it."""
        self.said = Said()
        for choice in self.kept.values():
            if choice.phrase:
                self.said = self.said.reserving(self.bank.phrases[choice.phrase].text, choice.phrase)

    def draw(self, want: Want, extra: Mapping[str, Inlines] | None = None) -> Inlines:
        """What is kept at the spot, else the best eligible phrase, as inlines, remembered as printed; empty where nothing is left that fits."""
        values = {**self.values, **(extra or {})}
        chosen = self.kept[want.spot].phrase if want.spot in self.kept else max(self._scored(want, values), default=(0.0, ""))[1]
        if not chosen:
            return ()
        inlines = expand(self.bank.phrases[chosen], values)
        self.said = self.said.chosen(Choice(want.spot, chosen, plain(inlines))).after(plain(inlines), chosen)
        return inlines

    def note(self, text: str) -> None:
        """Remember ``text`` of the clerk's as printed."""
        self.said = self.said.after(text)

    def pick(self, spot: Spot, variants: Sequence[str]) -> str:
        """One of ``variants`` of a passage: the one whose words were said least lately, the seed breaking ties."""
        best = max(variants, key=lambda v: (not self.said.repeats(v) and not self.said.wears_out(v), self.noise(spot.where, v) - self._closeness(v)))
        self.said = self.said.after(best)
        return best

    def noise(self, *key: object) -> float:
        """A number in [0, 1) that depends on the seed and ``key`` alone: the same on every machine and in every order."""
        digest = hashlib.blake2s("\0".join(map(str, (self.seed, *key))).encode(), digest_size=6).digest()
        return int.from_bytes(digest) / 2**48

    def _scored(self, want: Want, values: Mapping[str, Inlines]) -> Iterator[tuple[float, str]]:
        """Every eligible phrase of the pools with its score; the last pool of several only where the ones before it have none left."""
        found = list(self._scored_in(want.topics[:-1] or want.topics, want, values))
        yield from found or self._scored_in(want.topics[-1:], want, values)

    def _scored_in(self, topics: Sequence[str], want: Want, values: Mapping[str, Inlines]) -> Iterator[tuple[float, str]]:
        for topic in topics:
            for phrase in self.bank.formulas(want.kind, want.move, want.position, topic):
                if self.eligible(phrase, want, values):
                    yield self._score(phrase, want), phrase.id

    def eligible(self, phrase: Phrase, want: Want, values: Mapping[str, Inlines]) -> bool:
        """Whether ``phrase`` may be printed now: in date, not said, not dropped, speaking of what the point speaks of, its slots filled.

        The verbs that a point's heading is given (抓好, 做实) may come again, like 一是.
        """
        reusable = phrase.kind is Kind.LEAD
        if (phrase.id in self.said.phrases and not reusable) or not phrase.spoken(self.period) or self.dropped.forbids(want.spot, phrase.id):
            return False
        if (phrase.needs and not self._met(phrase, want.about)) or (want.keyed and not phrase.needs):
            return False
        if phrase.layer is Layer.MINED and not phrase.needs and not self._touches(phrase, want):
            return False
        if want.position is Position.OPEN and want.move is Move.MEASURE and phrase.text.startswith(_ACTIONS):
            return False
        if any(name not in values for name in SLOT.findall(phrase.text)):
            return False
        text = plain(expand(phrase, values))
        if self.said.repeats(text) or self.said.wears_out(text) or runs(text) & runs(want.apart) or _said_there(text, want):
            return False
        return phrase.kind is Kind.HEADING or han(text)[:2] not in self.said.openings[-3:]

    def _touches(self, phrase: Phrase, want: Want) -> bool:
        """Whether a clause that no person has fitted with conditions speaks of something that the point speaks of."""
        return phrase.kind is not Kind.CLAUSE or want.move is Move.LEAD or any(w in want.about for w in phrase.words)

    def _met(self, phrase: Phrase, about: str) -> list[str]:
        """The words that ``phrase`` needs and the point has. A document's title and a campaign's name do not say what the point is about.

        A lead speaks for the whole report: what it needs must be spoken of throughout.
        """
        if phrase.move is Move.LEAD:
            often = sum(about.count(n) for n in phrase.needs) >= _THROUGHOUT or any(n in t for n in phrase.needs for t in self.themes)
            return [n for n in phrase.needs if n in about] if often else []
        spoken = _TITLE.sub(r"\1", about)
        for theme in self.themes if phrase.kind is not Kind.LEAD else ():
            spoken = spoken.replace(theme, "")
        return [n for n in phrase.needs if n in spoken]

    def _score(self, phrase: Phrase, want: Want) -> float:
        mine = runs(phrase.text)
        met = max((len(n) for n in self._met(phrase, want.about)), default=0)
        fit = 0.6 * bool(met) if want.move is Move.LEAD else 0.25 * min(4, met)
        fit += _OWN * (phrase.layer is Layer.USER)
        fit += 0.3 * min(2, sum(w in want.about for w in phrase.words))
        fit -= _RANK * want.topics.index(phrase.topic)
        shared = len(pairs(phrase.text) & pairs(want.about))
        fit += 0.15 * min(2, shared) - 0.4 * max(0, shared - 3)
        fit -= 3.0 * self.past.holds(phrase) + self._closeness(phrase.text)
        echo = 0.5 * min(4, len(mine & self.said.runs))
        if want.move is not Move.LEAD:  # a lead speaks of the whole report, and may well use its words
            echo += 0.6 * min(3, len(mine & runs(want.about))) + 0.3 * min(4, len(mine & runs(want.near)))
        return fit - echo + self.noise(phrase.id)

    def _closeness(self, text: str) -> float:
        """How soon ``text`` says words again, the telling ones most: Σ weight · fade over its words, nothing where they were said a page ago."""
        lexicon = self.bank.lexicon
        return 0.8 * sum(lexicon.weights[w] * self.said.nearness(w) for w in set(lexicon.words(text)))


def _said_there(text: str, want: Want) -> bool:
    """Whether a clause of ``text`` stands word for word in what the clerk says there."""
    if want.kind is not Kind.CLAUSE or want.move is Move.LEAD:
        return False
    there = han(want.about) + "\n" + han(want.near)
    return any(len(bare) >= _SHORTEST_CLAUSE and bare in there for bare in (han(c) for _, c in clauses(text)))


def expand(phrase: Phrase, values: Mapping[str, Inlines]) -> Inlines:
    """The phrase with its slots filled from ``values``: its own words carry its id, the fillings their own origins."""
    origin = Origin(OriginKind.PHRASE, phrase=phrase.id)
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
