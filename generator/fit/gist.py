"""The gist of a text: its words, the acts that its clauses tell of, the things and the topics it speaks of.

The act of a clause is its predicate, not any word in it: 查处违规培训 is 查处. A light verb (开展, 组织) passes the predicate on to the last act
behind it that is not the modifier of another noun.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct, field

from generator.bank.phrase import SLOT, Counted
from generator.chinese.punctuation import clauses
from generator.fit.classes import LIGHT, NO_CLASSES, Classes
from generator.fit.lexicon import Lexicon, recalled
from generator.fit.situations import NO_SITUATIONS, Situations, Stated
from generator.patterns import late

_TITLE = late(r"《[^《》]*?([^《》]{0,4})》")
"""A document's title; its last characters say what kind of document it is."""
_HOLDERS = tuple("机构 单位 人员 企业 中心 场所 基地 平台 工程 对象 人 员 机制 工作者 站 室 点".split())
"""Nouns that turn an act before them into a modifier: 培训机构 is no 培训."""
_EMPTIED = "□"
"""What stands for a slot while a text is read: a count, not a word."""
_COUNTS = frozenset(f"{_EMPTIED}约近超")
_WORDS_OF_TOPIC = 2
"""Independent words by which a text speaks of a topic: one alone may be there by chance (线索, 融合, 期刊)."""

Weighed = tuple[Mapping[str, float], float]
"""Words, each with how much it tells, and the square of the length of that vector."""


class Gist(Struct, frozen=True, dict=True):
    """What a text says: whole words in order, its acts (the first clause's first), the things and topics it speaks of; ``begun`` are the words that
    longer ones begin with, which it names though it is not about them."""

    words: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    things: frozenset[str] = frozenset()
    topics: frozenset[str] = frozenset()
    begun: frozenset[str] = frozenset()

    @cached_property
    def named(self) -> frozenset[str]:
        """All that it says or names, but for acts: 曝光 is of the acts of 警示 and says no 警示."""
        return self.begun.union(self.words, self.things, self.topics)

    @cached_property
    def said(self) -> frozenset[str]:
        """Its words in no order."""
        return frozenset(self.words)

    @cached_property
    def spelt(self) -> frozenset[str]:
        """Its words and those that longer ones begin with: all that it spells out, and no class of words."""
        return self.begun.union(self.words)

    def __add__(self, other: Gist) -> Gist:
        return together((self, other))


NOTHING = Gist()


def together(gists: Iterable[Gist]) -> Gist:
    """All that ``gists`` say, in their order."""
    found = [gist for gist in gists if gist is not NOTHING]
    if len(found) < 2:
        return found[0] if found else NOTHING
    words, acts = _once([w for g in found for w in g.words]), _once([a for g in found for a in g.acts])
    return Gist(words, acts, _all([g.things for g in found]), _all([g.topics for g in found]), _all([g.begun for g in found]))


class Reader(Struct, frozen=True, dict=True):
    """Reads texts by known words and the tables of acts and things; ``common`` are the words that are common property, ``characters`` says how many
    offices use a character as a word, ``unread`` the rank that the office asks of phrases that nobody has read, ``told`` the things that texts read
    before speak of."""

    lexicon: Lexicon
    acts: Classes = NO_CLASSES
    things: Classes = NO_CLASSES
    topics: Classes = NO_CLASSES
    common: frozenset[str] = frozenset()
    characters: Mapping[str, int] = field(default_factory=dict)
    unread: float = 0.0
    told: Mapping[str, frozenset[str]] = field(default_factory=dict)
    situations: Situations = NO_SITUATIONS

    @cached_property
    def _spoken(self) -> dict[str, tuple[frozenset[str], frozenset[str]]]:
        return {}

    @cached_property
    def _ends(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _begins(self) -> dict[str, tuple[str, ...]]:
        return {}

    @cached_property
    def _read(self) -> dict[str, Gist]:
        return {}

    @cached_property
    def _acted(self) -> dict[str, tuple[str, ...]]:
        return {}

    def gist(self, text: str) -> Gist:
        """The gist of ``text``. Each text is read once."""
        return recalled(self._read, text, self._gist)

    def speaks_of(self, word: str) -> tuple[frozenset[str], frozenset[str]]:
        """What a known ``word`` says: itself and the words that it ends in, and the things of these. Each word is read once."""
        if word not in self._spoken:
            known = self._ends_of(word)
            self._spoken[word] = (frozenset(known) - self.light, self._things(known))
        return self._spoken[word]

    def situations_of(self, stated: Iterable[str], head: str = "") -> frozenset[str]:
        """The situations that the texts ``stated`` are in, under a ``head``."""
        texts, speller = tuple(stated), self._speller
        words = (word for text in texts for word in speller.lexicon.words(text))
        particular = tuple([word for word in words if word not in self.common and word not in self.light])
        count = any(c.isdecimal() for text in texts for c in text)
        return self.situations.of(Stated(together(speller.gists(texts)).spelt, particular, count), speller.gist(head).spelt)

    @cached_property
    def _speller(self) -> Reader:
        """What reads for situations: it knows their words besides, which are no measure of how telling a word of a report is."""
        return Reader(self.lexicon.knowing(self.situations.beginning), self.acts)

    def gists(self, texts: Iterable[str]) -> tuple[Gist, ...]:
        return tuple(map(self.gist, texts))

    @cached_property
    def weighed(self) -> Callable[[tuple[Counted, ...]], Weighed]:
        """How telling each of the words of a co-text is, and the square of the length of that vector; what many places ask of is weighed once."""
        return lru_cache(maxsize=1 << 13)(self._weighed)

    def _weighed(self, beside: tuple[Counted, ...]) -> Weighed:
        telling = self.lexicon.weights
        found = {word: telling.get(word, 1.0) * (1 + math.log(n)) for word, n in beside}
        return found, square(found)

    def things_of(self, text: str) -> frozenset[str]:
        """The things that ``text`` speaks of."""
        found = self.told.get(text)
        return self._things(self._known(self.lexicon.words(_bare(text)))) if found is None else found

    def _gist(self, given: str) -> Gist:
        text = _bare(given)
        words = self.lexicon.words(text)
        known = self._known(words)
        acts = _once([act for _, clause in clauses(text) for act in self._acts_of(clause)])
        light = self.light
        begun = frozenset([b for w in words for b in self._beginnings_of(w)])
        return Gist(tuple([w for w in known if w not in light]), acts, self._things(known), self._topics(words), begun)

    @cached_property
    def offices(self) -> int:
        """How many offices use the character that most use: nearly all whose reports were read."""
        return max(self.characters.values(), default=0)

    @cached_property
    def light(self) -> frozenset[str]:
        """The verbs that say nothing of what is done."""
        return frozenset(self.acts.members.get(LIGHT, ()))

    def _known(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """``words`` and those that they end in."""
        return _once([end for word in words for end in self._ends_of(word)])

    def _things(self, known: tuple[str, ...]) -> frozenset[str]:
        return frozenset([name for w in known for name in self.things.of_word.get(w, ())])

    def _topics(self, words: tuple[str, ...]) -> frozenset[str]:
        """The topics that two words of the text, or its last one, name."""
        counts = Counter([name for w in dict.fromkeys(words) for name in self.topics.of_word.get(w, ())])
        last = self.topics.of_word.get(words[-1], ()) if words else ()
        return frozenset((*(name for name, n in counts.items() if n >= _WORDS_OF_TOPIC), *last))

    def _ends_of(self, word: str) -> tuple[str, ...]:
        """``word`` and the words that it ends in: 业务培训 is a 培训. Each word is looked at once."""
        if word not in self._ends:
            self._ends[word] = (word, *[word[i:] for i in range(1, len(word) - 1) if word[i:] in self.lexicon.weights])
        return self._ends[word]

    def _beginnings_of(self, word: str) -> tuple[str, ...]:
        """The words that ``word`` begins with: 警示教育大会 speaks of 警示教育, but 培训机构 of no 培训. Each word is looked at once."""
        if word not in self._begins:
            found = [word[:i] for i in range(2, len(word) - 1) if word[:i] in self.lexicon.weights and not word.startswith(_HOLDERS, i)]
            self._begins[word] = tuple(found)
        return self._begins[word]

    def _acts_of(self, clause: str) -> tuple[str, ...]:
        """The classes of the predicate of ``clause``. Each clause is looked through once, whatever it stands in."""
        return recalled(self._acted, clause, self._acts)

    def _acts(self, clause: str) -> tuple[str, ...]:
        """The classes of the clause's predicate; behind a light verb those of the last act before the count."""
        light = False
        passed_on: tuple[str, ...] = ()
        for at, word in self.lexicon.split(clause):
            found = self._classes_of(word)
            if not found or clause.startswith(_HOLDERS, at + len(word)):
                continue
            if LIGHT in found:
                light = True
                continue
            if not light:
                return found
            if passed_on and any(c.isdecimal() or c in _COUNTS for c in clause[:at]):
                break
            passed_on = found
        return passed_on

    def _classes_of(self, word: str) -> tuple[str, ...]:
        return next((names for end in self._ends_of(word) if (names := self.acts.of_word.get(end, ()))), ())


def square(vector: Mapping[str, float]) -> float:
    """The length of ``vector``, squared."""
    return sum([x * x for x in vector.values()])


def _bare(text: str) -> str:
    """``text`` with titles down to the kind of document, and slots emptied."""
    return SLOT.sub(_EMPTIED, _TITLE.sub(r"\1", text))


def _all(sets: Sequence[frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*sets)


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
