"""Words that aims of many unlike offices use behind many unlike acts: common property, by dispersion and not by count.

A word may be frequent because one office or one kind of work is fond of it. So its sightings are spread over offices, and over acts, and each spread
is told as the number of equally fond ones that would be as varied: the exponential of Shannon's entropy (Hill 1973, "Diversity and evenness").
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping

from msgspec import Struct, field

from generator.bank.phrase import SLOT
from generator.mining.evidence import Evidence
from generator.mining.proposing.statements import Stated, statements
from generator.mining.tokens import NAMES, Tagger
from generator.patterns import late

_QUOTED = late(r"“([^“”]{2,12})”")
_NO_WORD = ("m", "x", "u", "r", "p", "q", *NAMES)
"""Parts of speech that are no words of a licence: numbers, marks, particles, pronouns, prepositions, measure words, names."""


class Aimed(Struct):
    """A word of aims (or, ``quoted``, a name that they set in quotes): its sightings by office and by act, and an aim that shows it."""

    word: str
    quoted: bool = False
    offices: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    example: str = ""

    @property
    def spread(self) -> tuple[float, float]:
        return diversity(self.offices), diversity(self.acts)


def diversity(counts: Mapping[str, int]) -> float:
    """How many equally frequent kinds would be as varied as ``counts``: 1 for one kind alone, less than their number where they are uneven."""
    total = sum(counts.values())
    return math.exp(-sum(n / total * math.log(n / total) for n in counts.values() if n)) if total else 0.0


Acts = Callable[[str], tuple[str, ...]]


def commons(evidence: Evidence, known: Collection[str], least: tuple[float, float], tag: Tagger, acts: Acts) -> list[Aimed]:
    """The words and quoted names of aims that are not ``known`` and whose spread over offices and acts is ``least`` at least, the widest first."""
    found = (a for a in _aimed(statements(evidence), tag, acts).values() if a.word not in known)
    wide = (a for a in found if all(has >= asked for has, asked in zip(a.spread, least, strict=True)))
    return sorted(wide, key=lambda a: (a.quoted, -a.spread[0] * a.spread[1], a.word))


def _aimed(stated: Iterator[Stated], tag: Tagger, acts: Acts) -> Mapping[tuple[str, bool], Aimed]:
    found: defaultdict[tuple[str, bool], Aimed] = defaultdict(lambda: Aimed(""))
    for one in stated:
        done = acts(one.text)[:1]
        for aim in one.aims:
            for word, quoted in dict.fromkeys(_words(aim, tag)):
                seen = found[word, quoted]
                seen.word, seen.quoted = word, quoted
                seen.offices[one.office] += 1
                seen.acts.update(done)
                seen.example = min(seen.example or aim, aim, key=lambda text: (len(text), text))
    return found


def _words(aim: str, tag: Tagger) -> Iterator[tuple[str, bool]]:
    bare = SLOT.sub("，", aim)
    yield from ((name, True) for name in _QUOTED.findall(bare))
    for word, flag in tag(_QUOTED.sub("，", bare)):
        if len(word) > 1 and not flag.startswith(_NO_WORD):
            yield word, False
