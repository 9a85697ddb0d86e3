"""The forms of a table as patterns, each made when the first text comes that holds every word it needs: most notes have the shape of few forms."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.chinese.forms import ENDS, NOUN_PREFIX, SHAPES, Element, Rule
from generator.chinese.nouns import any_of

Words = Mapping[str, tuple[str, ...]]
"""The words of every class of the table."""


@dataclass(frozen=True)
class Lead:
    """The adverbials that may stand before a form."""

    words: tuple[str, ...]

    def end(self, text: str) -> int:
        """Where ``text`` goes on behind them; once taken for adverbials they stay that."""
        found = self._pattern.match(text)
        return found.end() if found else 0

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(rf"(?>{any_of(self.words)}|\d+年|\d+月(?:\d+日)?|[一二三四]季度)*+")


@dataclass(frozen=True)
class Shape:
    """The form that ``rule`` asks for, behind its ``lead``."""

    rule: Rule
    lead: Lead
    classes: Words

    def match(self, text: str, held: Mapping[str, tuple[str, ...]]) -> re.Match[str] | None:
        """How ``text``, which holds of its needs what is ``held``, has the form: group ``g0`` is the first of its elements, and so on. Nothing where
        it has not."""
        return self._pattern.fullmatch(text, self.lead.end(text)) if self._may_match(text, held) else None

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """What a text must hold to have the form, in this order: words as they stand, and classes, in the table's brackets, of which one word will
        do."""
        return tuple(_needed(e) for e in self.rule.before if not _is_free(e))

    def _may_match(self, text: str, held: Mapping[str, tuple[str, ...]]) -> bool:
        """Whether ``text`` holds all needs in their order, each behind the one before it, and ends in the last where that ends the form."""
        if not self._needed <= held.keys():
            return False
        at = 0
        for need in self.needs:
            ends = [start + len(word) for word in held[need] if (start := text.find(word, at)) >= 0]
            if not ends:
                return False
            at = min(ends)
        return _is_free(self.rule.before[-1]) or text.endswith(held[self.needs[-1]])

    @cached_property
    def _needed(self) -> frozenset[str]:
        return frozenset(self.needs)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("".join(f"(?P<g{n}>{self._source(e)})" for n, e in enumerate(self.rule.before)))

    def _source(self, element: Element) -> str:
        if not element.is_class:
            return re.escape(element.text)
        if element.text in SHAPES:
            return SHAPES[element.text]
        prefix = NOUN_PREFIX if element.text.startswith(ENDS) else ""
        return f"{prefix}(?:{any_of(self.classes[element.text.removeprefix(ENDS)])})"


def _is_free(element: Element) -> bool:
    """Whether an element is known by its shape alone, and not by words."""
    return element.is_class and element.text in SHAPES


def _needed(element: Element) -> str:
    return f"〈{element.text.removeprefix(ENDS)}〉" if element.is_class else element.text


@dataclass(frozen=True)
class Held:
    """Tells what a text holds of all that ``shapes`` need, in one look at each of its characters."""

    shapes: tuple[Shape, ...]

    def of(self, text: str) -> Mapping[str, tuple[str, ...]]:
        """The needs of the shapes that ``text`` meets, each with the words by which it does."""
        begun = self._by_first
        words = {word for at, first in enumerate(text) if first in begun for word in begun[first] if text.startswith(word, at)}
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for word in words:
            for need in self._needs[word]:
                found[need] += (word,)
        return found

    @cached_property
    def _by_first(self) -> Mapping[str, list[str]]:
        """The words that meet a need, by the character that they begin with."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._needs:
            found[word[0]].append(word)
        return found

    @cached_property
    def _needs(self) -> Mapping[str, set[str]]:
        """The needs that each word meets."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for shape in self.shapes:
            for need in shape.needs:
                for word in _words(need, shape.classes):
                    found[word].add(need)
        return found


def _words(need: str, classes: Words) -> Iterable[str]:
    return classes[need[1:-1]] if need.startswith("〈") else (need,)
