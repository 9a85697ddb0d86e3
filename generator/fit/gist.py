"""The gist of a text: its words, the acts that its clauses tell of, the things it speaks of.

The act of a clause is its predicate, not any word in it: 查处违规培训 is 查处. A light verb (开展, 组织) passes the predicate on to the last act
behind it that is not the modifier of another noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from generator.chinese.punctuation import clauses
from generator.fit.classes import LIGHT, NO_CLASSES, Classes
from generator.fit.lexicon import Lexicon

_TITLE = re.compile(r"《[^《》]*?([^《》]{0,4})》")
"""A document's title; its last characters say what kind of document it is."""
_HOLDERS = re.compile(r"机构|单位|人员|企业|中心|场所|基地|平台|工程|对象|人|员|机制|工作者|站|室|点")
"""Nouns that turn an act before them into a modifier: 培训机构 is no 培训."""
_COUNT = re.compile(r"[\d{约近超]")


@dataclass(frozen=True, slots=True)
class Gist:
    """What a text says: whole words in order, its acts (the first clause's first), and the things it speaks of."""

    words: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    things: frozenset[str] = frozenset()

    def __add__(self, other: Gist) -> Gist:
        return Gist(_once((*self.words, *other.words)), _once((*self.acts, *other.acts)), self.things | other.things)


NOTHING = Gist()


@dataclass(frozen=True)
class Reader:
    """Reads texts by known words and the tables of acts and things."""

    lexicon: Lexicon
    acts: Classes = NO_CLASSES
    things: Classes = NO_CLASSES
    _read: dict[str, Gist] = field(default_factory=dict, compare=False, repr=False)

    def gist(self, text: str) -> Gist:
        """The gist of ``text``. Each text is read once."""
        if text not in self._read:
            self._read[text] = self._gist(_TITLE.sub(r"\1", text))
        return self._read[text]

    def gists(self, texts: Iterable[str]) -> tuple[Gist, ...]:
        return tuple(map(self.gist, texts))

    def _gist(self, text: str) -> Gist:
        words = self.lexicon.words(text)
        known = _once(h for w in words for h in (w, *self._heads(w)))
        acts = _once(act for _, clause in clauses(text) for act in self._acts(clause))
        return Gist(known, acts, frozenset(name for w in known for name in self.things.of_word.get(w, ())))

    def _heads(self, word: str) -> Iterator[str]:
        """The words that ``word`` ends in: 业务培训 is a 培训."""
        return (word[i:] for i in range(1, len(word) - 1) if word[i:] in self.lexicon.weights)

    def _acts(self, clause: str) -> tuple[str, ...]:
        """The classes of the clause's predicate; behind a light verb those of the last act before the count."""
        light = False
        passed_on: tuple[str, ...] = ()
        for at, word in self.lexicon.split(clause):
            found = self._classes_of(word)
            if not found or _HOLDERS.match(clause, at + len(word)):
                continue
            if LIGHT in found:
                light = True
                continue
            if not light:
                return found
            if passed_on and _COUNT.search(clause[:at]):
                break
            passed_on = found
        return passed_on

    def _classes_of(self, word: str) -> tuple[str, ...]:
        own = self.acts.of_word.get(word, ())
        return own or next((names for head in self._heads(word) if (names := self.acts.of_word.get(head, ()))), ())


def _once(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
