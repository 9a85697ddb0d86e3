"""Co-text: what a phrase stood beside, added up over the offices that wrote it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from generator.bank.phrase import Counted
from generator.fit.gist import Reader

MOST_WORDS = 12
"""Words of co-text that a phrase keeps: a line that a person can still read."""
MOST_ACTS = 6


class Stood(Struct, frozen=True):
    """One sighting: the office, and the statements beside the phrase, nearest first, particulars emptied."""

    unit: str
    beside: Sequence[str]


class Cotext(Struct, frozen=True):
    """Words and acts a phrase stood beside, the most telling first, each with the number of offices that have it there."""

    words: tuple[Counted, ...] = ()
    acts: tuple[Counted, ...] = ()


NO_COTEXT = Cotext()


def learnt(sightings: Iterable[Stood], reader: Reader) -> Cotext:
    """The co-text of one phrase. A word tells more the rarer it is and the nearer it stood; an act counts where it is that of the nearest statement
    that has one."""
    words: defaultdict[str, dict[str, float]] = defaultdict(dict)
    acts: defaultdict[str, set[str]] = defaultdict(set)
    for stood in sightings:
        gists = reader.gists(stood.beside)
        for n, gist in enumerate(gists):
            for word in gist.words:
                words[word][stood.unit] = max(words[word].get(stood.unit, 0.0), 1 / (1 + n))
        for act in next((g.acts for g in gists if g.acts), ()):
            acts[act].add(stood.unit)
    told = {word: sum(near.values()) * reader.lexicon.weights.get(word, 0.0) for word, near in words.items()}
    return Cotext(
        tuple((w, len(words[w])) for w in sorted(told, key=lambda w: (-told[w], w))[:MOST_WORDS]),
        tuple((a, len(acts[a])) for a in sorted(acts, key=lambda a: (-len(acts[a]), a))[:MOST_ACTS]),
    )
