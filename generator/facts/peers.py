"""The past reports that are most like a facts file, by the words they share that few others have: offices of its trade, whatever they are called."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping

from generator.bank.bank import Bank
from generator.facts.usual import is_practice

MOST = 12
"""Reports that are taken for those of one's trade: as many as a clerk might leaf through."""
_LEAST = 0.05
"""Least likeness (cosine of words weighed by rarity) of a report of the trade; stock wording alone stays below it."""
_FEWEST = 5
"""Reports below which nothing is said of what such reports usually give."""


def peers(bank: Bank, text: str) -> tuple[str, ...]:
    """The names of the reports of the bank's evidence most like a file that says ``text``, the most alike first; none where too few are."""
    held = _words_of(bank)
    rarity = _rarity(held)
    own = {word for word in rarity if word in text}
    liked = sorted(((_like(own, said, rarity), name) for name, said in held.items()), key=lambda found: (-found[0], found[1]))
    found = tuple(name for like, name in liked[:MOST] if like >= _LEAST)
    return found if len(found) >= _FEWEST else ()


def _words_of(bank: Bank) -> Mapping[str, set[str]]:
    """What each report says of what was done."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for phrase in filter(is_practice, bank.phrases.values()):
        for seen in phrase.evidence:
            found[seen.report].update(phrase.words)
    return found


def _rarity(held: Mapping[str, set[str]]) -> dict[str, float]:
    counts = Counter(word for words in held.values() for word in words)
    return {word: math.log(len(held) / n) ** 2 for word, n in counts.items()}


def _like(own: set[str], said: set[str], rarity: Mapping[str, float]) -> float:
    shared = sum(rarity[word] for word in own & said)
    return shared / math.sqrt(sum(rarity[w] for w in own) * sum(rarity[w] for w in said)) if shared else 0.0
