"""Words that stand in no class of acts or things, each placed into the class whose words keep the like company, or as a class of its own."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from generator.fit.classes import LIGHT, Classes
from generator.fit.likeness import Vector, centre, cosine, shared, telling, weighed
from generator.mining.proposing.company import CHARACTER, Feature, Used, spelt

ALIKE = 0.2
"""Cosine from which a word is proposed into a class. Hiding each known verb in turn (``benchmarks/tables.py``), the right one of seventy classes is
first for seven in ten from here on, for one in three below."""
NEXT = 0.12
"""Cosine from which the next best classes are named beside it: the right one is among the first three for three in four."""
OWN_ALIKE = 0.3
"""Cosine of two words without a class from which they are proposed as one new class."""
_WRITTEN = 0.1
"""Weight of each character of a word, as a share of all its company: enough to tell between classes that keep the like company, too little to
outweigh it."""
_TOLD = 3
_RUNNERS_UP = 2


class Placed(Struct, frozen=True):
    """A proposal: ``word`` into the class ``home`` (its own name: a new one), what it has in common with that, and the next best classes."""

    word: str
    home: str
    used: Used
    alike: float = 0.0
    common: tuple[Feature, ...] = ()
    others: tuple[str, ...] = ()


class Companies(Struct, frozen=True, dict=True):
    """The company of words, and of the classes of ``table`` that these stand in."""

    words: Mapping[str, Used]
    table: Classes

    @cached_property
    def _counts(self) -> Mapping[str, Mapping[str, int]]:
        return {word: _counted(seen) for word, seen in self.words.items()}

    @cached_property
    def _tells(self) -> Vector:
        return telling(list(self._counts.values()))

    def vector(self, word: str) -> Vector:
        return weighed(self._counts[word], self._tells)

    @cached_property
    def _members(self) -> Mapping[str, tuple[str, ...]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self.words:
            for name in self.classes_of(word):
                found[name].append(word)
        return {name: tuple(sorted(words)) for name, words in sorted(found.items())}

    def classes_of(self, word: str) -> tuple[str, ...]:
        return tuple(name for name in self.table.of_word.get(word, ()) if name != LIGHT)

    def company_of(self, name: str, without: str = "") -> Vector:
        """The company of a class: that of its words together, and the characters that all words of its row are written with."""
        together: Counter[str] = Counter()
        for word in self._members.get(name, ()):
            if word != without:
                together.update(self._counts[word])
        for word in self.table.members[name]:
            if word != without and together:
                together.update(map(_key, spelt(word)))
        return weighed(together, self._tells)

    @cached_property
    def _companies(self) -> Mapping[str, Vector]:
        return {name: self.company_of(name) for name in self._members}

    def ranked(self, word: str) -> list[tuple[float, str]]:
        """The classes by how alike the company of ``word`` is to theirs, itself left out of them, the most alike first."""
        own, mine = self.classes_of(word), self.vector(word)
        alike = ((cosine(mine, self.company_of(n, word) if n in own else self._companies[n]), n) for n in self._members)
        return sorted(alike, key=lambda found: (-found[0], found[1]))


def placed(companies: Companies, least: int, known: Callable[[str], bool]) -> list[Placed]:
    """Every word that ``least`` offices use, more than once, and that is not ``known``, placed, the most widely used first."""
    wide = [seen for seen in companies.words.values() if len(seen.offices) >= least and seen.count > 1 and not known(seen.word)]
    found = [_into_class(seen.word, companies) for seen in sorted(wide, key=_rank)]
    return sorted(_new_classes(found, companies), key=lambda p: _rank(p.used))


def _rank(seen: Used) -> tuple[int, int, str]:
    return -len(seen.offices), -seen.count, seen.word


def _into_class(word: str, companies: Companies) -> Placed:
    ranked = companies.ranked(word)
    near = tuple(name for alike, name in ranked[: 1 + _RUNNERS_UP] if alike >= NEXT)
    if not ranked or ranked[0][0] < ALIKE:
        return Placed(word, word, companies.words[word], others=near)
    common = shared(companies.vector(word), companies.company_of(near[0]))
    return Placed(word, near[0], companies.words[word], ranked[0][0], tuple(map(_feature, common)), near[1:])


def _new_classes(found: Sequence[Placed], companies: Companies) -> Iterator[Placed]:
    """The words without a class put together where they keep the like company, under the one that most offices use."""
    groups: dict[str, list[Vector]] = {}
    for p in found:
        if p.home != p.word:
            yield p
            continue
        mine = companies.vector(p.word)
        near = max(((cosine(mine, centre(group)), name) for name, group in groups.items()), default=(0.0, ""))
        home = near[1] if near[0] >= OWN_ALIKE else p.word
        groups.setdefault(home, []).append(mine)
        yield replace(p, home=home)


def _counted(seen: Used) -> dict[str, int]:
    share = max(1, round(_WRITTEN * sum(seen.company.values())))
    return {_key(f): n for f, n in seen.company.items()} | {_key(f): share for f in spelt(seen.word)}


def _key(feature: Feature) -> str:
    return "".join(feature)


def _feature(key: str) -> Feature:
    return key[0], key[1:]


def told(common: Iterable[Feature], without: Collection[str] = (CHARACTER,)) -> list[Feature]:
    """The company to be shown, the most telling first."""
    return [f for f in common if f[0] not in without][:_TOLD]


class Hidden(Struct, frozen=True):
    """A known word placed as if it were not: the class that came first, how alike, whether the word stands in it, and in one of the first three."""

    word: str
    home: str
    alike: float
    right: bool
    among_three: bool


def hidden(companies: Companies) -> Iterator[Hidden]:
    """Every known word hidden in turn whose class has another word that the archive uses: how good the placing is, by the reviewed table itself."""
    for word in companies.words:
        own = companies.classes_of(word)
        if any(other != word for name in own for other in companies._members[name]):
            ranked = companies.ranked(word)
            yield Hidden(word, ranked[0][1], ranked[0][0], ranked[0][1] in own, any(name in own for _, name in ranked[:3]))
