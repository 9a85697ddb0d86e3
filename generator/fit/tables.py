"""The reviewed tables that fit rests on: acts, things and common property, and the reader that reads by them."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from generator.fit.classes import NO_CLASSES, Classes
from generator.fit.common import NOTHING_COMMON, Common
from generator.fit.gist import Reader
from generator.fit.lexicon import Lexicon
from generator.fit.situations import NO_SITUATIONS, Situations


class Tables(Struct, frozen=True):
    """事类, 物类, 主题, 常用 and 情形, each the shipped table with the user's own rows on top; ``unread`` is the rank that 门槛.yaml asks of phrases
    that nobody has read."""

    acts: Classes = NO_CLASSES
    things: Classes = NO_CLASSES
    common: Common = NOTHING_COMMON
    topics: Classes = NO_CLASSES
    unread: float = 0.0
    situations: Situations = NO_SITUATIONS

    def __or__(self, later: Tables) -> Tables:
        acts, things, topics = self.acts | later.acts, self.things | later.things, self.topics | later.topics
        unread, situations = max(self.unread, later.unread), self.situations | later.situations
        return Tables(acts, things, self.common | later.common, topics, unread, situations)

    def reader(self, counts: Mapping[str, int]) -> Reader:
        """A reader that knows the words of the tables and of ``counts`` (word → number of offices that use it)."""
        own = dict.fromkeys(self.acts.words() | self.things.words() | self.topics.words(), 1)
        characters = {word: n for word, n in counts.items() if len(word) == 1}
        lexicon = Lexicon.counted({**own, **counts})
        return Reader(lexicon, self.acts, self.things, self.topics, self.common.words, characters, self.unread, situations=self.situations)


NO_TABLES = Tables()
