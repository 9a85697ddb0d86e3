"""The content of a text: what is left of it without the words that any office uses of anything, as pairs of characters.

Pairs and not words, since what an office calls its own things is in no lexicon; how telling a pair is, its rarity among what is compared says.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from generator.chinese.pairs import pairs
from generator.chinese.verbs import heads_object
from generator.fit.classes import LIGHT
from generator.fit.gist import Reader
from generator.fit.tables import Tables
from generator.recall.vocabulary import Vocabulary

_FAULT = re.compile("(?:还|仍|尚|依然|有时|存在)*(?:不够|不太|不甚|有待|欠|不)[\u4e00-\u9fff]{1,4}$")
"""How a clause ends that says what is wrong with what it names (不够充分): no content."""
_PARTICLES = "对将把由的等与在为及并到从向用以其各上下中和是了更最"
_MARKS = re.compile("[“”《》（）0-9A-Za-z%.]")
_JOINTS = re.compile("[、，；]+|(?<=..)(?:和|及|以及|与)(?=..)")

Pairs = frozenset[str]
Does = tuple[str, frozenset[str]]
"""A verb and the acts that it is a word for; none of either where no verb opens the text."""
NOTHING: Does = ("", frozenset())
Part = Mapping[str, float]
"""The pairs of a part of a text, each with its weight: 1 at the beginning, 2 at the end, where a Chinese phrase has its head."""


class Content(Struct, frozen=True, dict=True):
    """Tells content from what is none, by the lexicon of ``reader`` and the words that are ``empty``, in what says that something falls short also
    ``falling_short``."""

    reader: Reader
    empty: Collection[str]
    falling_short: frozenset[str]

    @classmethod
    def of(cls, reader: Reader, tables: Tables, vocabulary: Vocabulary) -> Content:
        """Content for those who know the words of ``tables`` that are common property, and how things are done."""
        empty = tables.common.words | set(tables.acts.members.get(LIGHT, ())) | vocabulary.how
        return cls(reader, empty, vocabulary.falling_short)

    def parts(self, text: str) -> tuple[Part, ...]:
        """The content of what ``text`` joins by 和 and commas, part by part; parts without any are left out."""
        return tuple(_weighed(found) for part in _JOINTS.split(text) if (found := self._pairs(part, self.empty)))

    def of_problem(self, text: str) -> Pairs:
        """The content of ``text``, a problem or what may answer one, all together."""
        return frozenset(pair for part in re.split("[，。；、：]", text) for pair in self._pairs(_FAULT.sub("", part), self._empty_of_problems))

    def does(self, text: str) -> Does:
        """What ``text`` opens with, where its first word that has content is a verb with an object: 抽查乡镇财政所 checks."""
        for at, word in self.reader.lexicon.split(text):
            if word not in self.empty:
                acts = frozenset(self.reader.gist(word).acts) if heads_object(text[at:]) else frozenset[str]()
                return (word, acts) if acts else NOTHING
        return NOTHING

    @cached_property
    def _empty_of_problems(self) -> frozenset[str]:
        return frozenset(self.empty) | self.falling_short

    def _pairs(self, part: str, empty: Collection[str]) -> list[str]:
        """The pairs of ``part`` in order, those within words of ``empty`` left out."""
        left = list(_MARKS.sub(" ", part))
        for at, word in self.reader.lexicon.split("".join(left)):
            if word in empty:
                left[at : at + len(word)] = " " * len(word)
        return [pair for run in "".join(left).split() for pair in pairs(run.strip(_PARTICLES))]


def _weighed(found: Sequence[str]) -> Part:
    last = max(1, len(found) - 1)
    return {pair: 1 + (n / last if len(found) > 1 else 1.0) for n, pair in enumerate(found)}


class Rarity(Struct, frozen=True, dict=True):
    """How telling a pair is among ``count`` texts of which so many hold it: 1 where none does, near 0 where all do."""

    held: Mapping[str, int]
    count: int

    @cached_property
    def _known(self) -> dict[str, float]:
        return {}

    @classmethod
    def among(cls, texts: Iterable[Pairs]) -> Rarity:
        listed = list(texts)
        return cls(Counter(pair for text in listed for pair in text), len(listed))

    def __call__(self, pair: str) -> float:
        if pair not in self._known:
            most = self.count + 1
            self._known[pair] = math.log(most / (self.held.get(pair, 0) + 0.5)) / math.log(most / 0.5)
        return self._known[pair]

    def total(self, found: Iterable[str]) -> float:
        return sum(map(self, found))
