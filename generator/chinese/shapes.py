"""Which text has which of a table's forms: one that holds every word a form needs is gone through, element by element."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from msgspec import Struct

from generator.chinese.forms import BEFORE_END, COUNTS, ENDS, RESTS, RUNS, SHAPES, Element, Rule
from generator.chinese.punctuation import CLAUSE_MARKS
from generator.chinese.wordbook import Wordbook
from generator.patterns import late

Words = Mapping[str, tuple[str, ...]]
"""The words of every class of the table."""
Held = Mapping[str, tuple[str, ...]]
"""What a text holds of the needs of shapes, each with the words by which it does."""
Places = tuple[int, ...]


_DATE = late(r"\d+年|(?:\d+月、)*\d+月(?:\d+日|底前|份|[底前初末]|[上中下]旬|以来)?|[一二三四]季度")
_OPENS_DATE = frozenset("一二三四")


class Lead(Struct, frozen=True, dict=True):
    """The adverbials that may stand before a form; ``others`` are words that only begin as these do."""

    words: tuple[str, ...]
    others: tuple[str, ...]

    def end(self, text: str) -> int:
        """Where ``text`` goes on behind them; once taken for adverbials they stay that."""
        at = 0
        while length := self._length(text, at):
            at += length
        return at

    def _length(self, text: str, at: int) -> int:
        """The characters of the adverbial that stands ``at`` that offset."""
        word = "" if text.startswith(self.others, at) else next(self._words.at(text, at), "")
        first = text[at : at + 1]
        date = _DATE.match(text, at) if not word and (first.isdecimal() or first in _OPENS_DATE) else None
        return len(date[0] if date else word)

    @cached_property
    def _words(self) -> Wordbook:
        return Wordbook(self.words)


class Shape(Struct, frozen=True, dict=True):
    """The form that ``rule`` asks for, behind its ``lead``."""

    rule: Rule
    lead: Lead
    classes: Words

    def places(self, text: str, held: Held) -> Places | None:
        """Where in ``text``, which holds all that is ``needed``, the elements of the form begin, and where the last one ends. Nothing where it has
        not the form."""
        return self._placed(0, text, self.lead.end(text), held) if self._in_order(text, held) else None

    def _placed(self, n: int, text: str, at: int, held: Held) -> Places | None:
        """The places of the elements from the n-th on, of which the first begins ``at`` that offset."""
        if n == len(self.rule.before):
            return (at,) if at == len(text) else None
        for end in _ends(self.rule.before[n], text, at, held):
            if rest := self._placed(n + 1, text, end, held):
                return (at, *rest)
        return None

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """What a text must hold to have the form, in this order: words as they stand, and classes, in the table's brackets, of which one word will
        do."""
        return tuple(_needed(e) for e in self.rule.before if not _is_free(e))

    @cached_property
    def needed(self) -> frozenset[str]:
        """The same in no order."""
        return frozenset(self.needs)

    @property
    def rarest(self) -> str:
        """The need that the fewest words meet; empty where there is none."""
        return min(self.needs, key=lambda need: len(_words(need, self.classes)), default="")

    def _in_order(self, text: str, held: Held) -> bool:
        """Whether ``text`` holds all needs in their order, each behind the one before it, and ends in the last where that ends the form."""
        at = 0
        for need in self.needs:
            ends = [start + len(word) for word in held[need] if (start := text.find(word, at)) >= 0]
            if not ends:
                return False
            at = min(ends)
        return _is_free(self.rule.before[-1]) or text.endswith(held[self.needs[-1]])


def _ends(element: Element, text: str, at: int, held: Held) -> Iterator[int]:
    """Where ``element`` may end if it begins ``at`` that offset of ``text``, the best place first."""
    name = element.text if element.is_class else ""
    if name in RUNS:
        return _run_ends(text, at, *RUNS[name])
    if name in RESTS:
        return _rest_ends(text, at, RESTS[name])
    if name in COUNTS:
        return iter(COUNTS[name](text, at))
    words = sorted(held[_needed(element)], key=len, reverse=True)
    begins = _run_ends(text, at, *BEFORE_END) if element.text.startswith(ENDS) else (at,)
    return (begin + len(word) for begin in begins for word in words if text.startswith(word, begin))


def _run_ends(text: str, at: int, least: int, most: int) -> Iterator[int]:
    for end in range(at, min(len(text), at + most) + 1):
        if end > at and text[end - 1] in CLAUSE_MARKS:
            return
        if end >= at + least:
            yield end


def _rest_ends(text: str, at: int, least: int) -> Iterator[int]:
    return iter(range(len(text), at + least - 1, -1))


def _is_free(element: Element) -> bool:
    """Whether an element is known by its shape alone, and not by words."""
    return element.is_class and element.text in SHAPES


def _needed(element: Element) -> str:
    return f"〈{element.text.removeprefix(ENDS)}〉" if element.is_class else element.text


class Needs(Struct, frozen=True, dict=True):
    """Tells what a text holds of all that ``shapes`` need, in one look at each of its characters."""

    shapes: tuple[Shape, ...]

    @cached_property
    def of(self) -> Callable[[str], tuple[Held, Sequence[int]]]:
        """What a text holds, and the numbers of the shapes of which it holds all that they need. Notes are looked at for several uses."""
        return lru_cache(maxsize=1 << 10)(self._of)

    def _of(self, text: str) -> tuple[Held, Sequence[int]]:
        held = self._held(text)
        return held, self._met(held)

    def _held(self, text: str) -> Held:
        """The needs of the shapes that ``text`` meets."""
        lengths, needs = self._lengths, self._needs
        words = {w for at, first in enumerate(text) if first in lengths for n in lengths[first] if (w := text[at : at + n]) in needs}
        found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
        for word in words:
            for need in needs[word]:
                found[need] += (word,)
        return found

    def _met(self, held: Held) -> Sequence[int]:
        """The numbers of the shapes, in their order, of which a text holds all that they need."""
        return sorted([n for need in (*held, "") for n in self._filed.get(need, ()) if self.shapes[n].needed <= held.keys()])

    @cached_property
    def _filed(self) -> Mapping[str, list[int]]:
        """The numbers of the shapes by the need of each that the fewest words meet; those that need nothing under the empty word."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for n, shape in enumerate(self.shapes):
            found[shape.rarest].append(n)
        return found

    @cached_property
    def _lengths(self) -> Mapping[str, frozenset[int]]:
        """How long the words are that meet a need, by what they begin with."""
        found: defaultdict[str, set[int]] = defaultdict(set)
        for word in self._needs:
            found[word[0]].add(len(word))
        return {first: frozenset(lengths) for first, lengths in found.items()}

    @cached_property
    def _needs(self) -> Mapping[str, tuple[str, ...]]:
        """The needs that each word meets."""
        found: dict[str, tuple[str, ...]] = {}
        for need, classes in {need: shape.classes for shape in self.shapes for need in shape.needs}.items():
            own = dict.fromkeys(_words(need, classes), (need,))
            found |= own | {word: (*found[word], need) for word in own.keys() & found.keys()}
        return found


def _words(need: str, classes: Words) -> tuple[str, ...]:
    return classes[need[1:-1]] if need.startswith("〈") else (need,)
