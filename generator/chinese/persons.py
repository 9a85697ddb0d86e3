"""Where a text names a person: by surname and given name, beside a post or among those who were visited, helped or honoured."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

Span = tuple[int, int]

_GIVEN = "[\u4e00-\u9fff]{1,2}"
_CHOSEN = "(?=等|同志|获|荣|被评|入选|当选)"
"""What follows the name of one who was chosen or honoured."""


class Persons(Struct, frozen=True, eq=False, dict=True):
    """The words by which names are known: ``surnames`` of one character and of ``two``; ``others``, which look like names and, alone or at the
    beginning, are none; ``posts`` and ``sorts`` of people, behind which names stand; ``seen``, verbs of which a person is the object; and what is
    said ``behind`` a name."""

    surnames: tuple[str, ...] = ()
    two: tuple[str, ...] = ()
    others: frozenset[str] = frozenset()
    posts: tuple[str, ...] = ()
    sorts: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()

    def named(self, text: str) -> Iterator[Span]:
        """Where ``text`` has the names of persons, in order, each by itself."""
        for m in self._person.finditer(text) if self.surnames else ():
            start, end = m.span(m.lastgroup or 0)
            while not self._is_word(text[start:end]):
                yield start, end
                if not (another := self._another.match(text, end)):
                    break
                start, end = another.span("name")

    def _is_word(self, name: str) -> bool:
        """Whether what looks like a name is a word of its own, or opens with one."""
        return name in self.others or (len(name) > 2 and name[:2] in self.others)

    @property
    def _name(self) -> str:
        single, two = "".join(self.surnames), "|".join(self.two)
        return rf"(?:(?:{two}){_GIVEN}?|[{single}]{_GIVEN}?|[{single}]某{{1,2}})"

    @cached_property
    def _person(self) -> re.Pattern[str]:
        name, posts, sorts, seen = self._name, *("|".join(words) for words in (self.posts, self.sorts, self.seen))
        goes_on = rf"(?=$|[等、，。；：）及和与同]|(?:先后|多次|亲自|分别)?(?:{'|'.join(self.behind)}|\d))"
        return re.compile(
            rf"(?:{seen})[^，。；、]{{0,10}}(?:{sorts})(?P<visited>{name}){goes_on}|(?:{sorts})(?P<chosen>{name}){_CHOSEN}"
            rf"|(?:{posts})(?P<titled>{name}){goes_on}|(?:{seen})(?!金|品)(?P<seen>{name}){goes_on}"
            rf"|(?:^|(?<=[，。；：、“和与由请向]))(?P<addressed>{name})(?=同志|(?:党委|党组|支部|党支部)?(?:副?(?:{posts}))(?![们]))"
        )

    @cached_property
    def _another(self) -> re.Pattern[str]:
        return re.compile(rf"[、和](?P<name>{self._name})(?=[、和等，。；：]|$)")
