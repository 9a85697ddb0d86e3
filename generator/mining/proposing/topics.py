"""Topics that an archive's own heads propose where no topic of the bank knows them.

A word of heads names a side of the work if the sections under it are alike from report to report: whatever stands under 科技 speaks of the same
things, what stands under 发展 does not. So no list says which words are empty; the sections say it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from msgspec import Struct

from generator.bank.bank import Topic
from generator.fit.likeness import Vector, centre, cosine
from generator.mining.evidence import Evidence
from generator.mining.proposing.heads import Head, heads
from generator.mining.proposing.statements import is_noun
from generator.mining.tokens import Tagger, Word
from generator.mining.topics import topic_of

_LEAST = 2
_SHARE = 0.1
"""Reports whose heads must say a word: that many, and that share of all."""
_ALIKE = 2.4
"""How many times as alike the sections under a word must be as any two sections of different reports. Read on 43 public reports: from there on words
name a side of the work (文化 3.0, 内需 2.9, 科技 2.6), below 2 hardly one does (高水平, 统筹, 活力)."""
_FEW = 6
"""Pairs of sections below which likeness is mostly chance: then they need only be more alike than usual."""
_HELD = 0.6
"""Share of a word's heads that one known topic holds, from which the word is no topic of its own."""
_SAME = 0.6
"""Share of the heads of either word that must say both for the two to be one topic."""
_LIKE_ONE = 0.8
"""Cosine of what stands under two words from which they are one topic, whatever heads say both."""
_NAMES = 0.5
"""Share of the best supported word's reports that a longer name must have to be the name of the topic: 乡村振兴 rather than 乡村."""
_CUES = 8
_OWN = 0.3
"""Share of a word's sightings that must be under the heads of a topic for it to be a cue of that topic."""


class Proposal(Struct, frozen=True):
    """A topic that ``support`` reports have a head about; ``words`` know it, the best first; ``headings`` are examples."""

    name: str
    words: tuple[str, ...]
    support: int
    headings: tuple[str, ...]


class _Term(Struct, frozen=True):
    """A word of heads, or two that adjoin, with the heads that say it."""

    word: str
    held: tuple[Head, ...]

    @property
    def support(self) -> int:
        return len({head.report for head in self.held})

    @property
    def places(self) -> frozenset[tuple[str, str]]:
        return frozenset((head.report, head.text) for head in self.held)

    @property
    def middle(self) -> Vector:
        return centre([head.vector for head in self.held])


def proposals(evidence: Evidence, topics: Sequence[Topic], common: Collection[str], tag: Tagger) -> list[Proposal]:
    """Proposed topics, best supported first. ``common`` are words of no trade, which name no topic.

    Words that mostly stand in the same heads, or over sections that are alike, are one topic. Its cue words are these and the words that stand under
    its heads more than anywhere else.
    """
    found = heads(evidence, tag)
    least = max(min(_LEAST, len(evidence)), round(_SHARE * len(evidence)))
    terms = [term for term in _terms(found, common, tag) if term.support >= least and not _is_known(term, topics)]
    usual = _usual(found)
    telling = [term for term in terms if len(evidence) < _LEAST or _coheres(term.held, usual)]
    groups = _groups(sorted(telling, key=lambda t: (-t.support, -len(t.word), t.word)))
    taken = {word for topic in topics for word in topic.words} | {term.word for group in groups for term in group} | set(common)
    return sorted((_proposal(group, found, least, taken) for group in groups), key=lambda p: (-p.support, p.name))


def _terms(found: Sequence[Head], common: Collection[str], tag: Tagger) -> Iterator[_Term]:
    holding: defaultdict[str, list[Head]] = defaultdict(list)
    for head in found:
        for word in sorted(_names(tag(head.text), common)):
            holding[word].append(head)
    return (_Term(word, tuple(head for head in found if head in held or word in head.text)) for word, held in sorted(holding.items()))


def _names(words: Sequence[Word], common: Collection[str]) -> set[str]:
    """The nouns of a head, and two words of one clause that adjoin or have only common words between them (乡村全面振兴 names 乡村振兴); none that
    begins or ends with a common word."""
    kept = [word for word in words if not any(word[0].startswith(c) or word[0].endswith(c) for c in common)]
    names = {w for w, flag in kept if _may_name(w, flag)}
    return names | {a + b for (a, first), (b, _) in pairwise(kept) if _may_name(a, first) and len(b) > 1 and _is_word(b)}


def _may_name(word: str, flag: str) -> bool:
    return is_noun(word, flag) or (len(word) > 1 and flag == "vn")


def _is_word(text: str) -> bool:
    return all("\u4e00" <= c <= "\u9fff" for c in text)


def _is_known(term: _Term, topics: Sequence[Topic]) -> bool:
    """Whether a topic has a word of ``term``, or most of its heads are those of one topic, or say it only within words of topics (思想根基)."""
    if any(w in term.word for topic in topics for w in topic.words):
        return True
    longer = [w for topic in topics for w in topic.words if term.word in w]
    holders = Counter(topic_of(head.text, "", "", topics) for head in term.held)
    within = sum(any(w in head.text for w in longer) for head in term.held)
    return max(within, *(n for name, n in holders.items() if name), 0) >= _HELD * len(term.held)


def _usual(found: Sequence[Head]) -> float:
    """How alike two sections of different reports are on the average."""
    whole = _sum(head.vector for head in found)
    own = [_sum(h.vector for h in mine) for mine in _by_report(found).values()]
    pairs = len(found) ** 2 - sum(len(mine) ** 2 for mine in _by_report(found).values())
    return (_dot(whole, whole) - sum(_dot(v, v) for v in own)) / pairs if pairs else 0.0


def _by_report(found: Iterable[Head]) -> Mapping[str, list[Head]]:
    mine: defaultdict[str, list[Head]] = defaultdict(list)
    for head in found:
        mine[head.report].append(head)
    return mine


def _sum(vectors: Iterable[Vector]) -> dict[str, float]:
    total: dict[str, float] = {}
    for vector in vectors:
        for f, x in vector.items():
            total[f] = total.get(f, 0.0) + x
    return total


def _dot(one: Vector, other: Vector) -> float:
    return sum(x * other[f] for f, x in one.items() if f in other)


def _coheres(held: Sequence[Head], usual: float) -> bool:
    """Whether the sections of ``held`` are alike, those of different reports compared: so many times as alike as ``usual``, or half way from there to
    the same, where an archive is all of one kind."""
    pairs = [cosine(a.vector, b.vector) for a, b in combinations(held, 2) if a.report != b.report]
    times = _ALIKE if len(pairs) >= _FEW else 1
    return bool(pairs) and sum(pairs) / len(pairs) >= min(times * usual, (1 + usual) / 2) > 0


def _groups(terms: Sequence[_Term]) -> list[list[_Term]]:
    """Terms that are one topic together; each joins the best supported one that it is the same as."""
    groups: list[list[_Term]] = []
    for term in terms:
        home = next((group for group in groups if _same(term, group[0])), None)
        if home is None:
            groups.append([term])
        else:
            home.append(term)
    return groups


def _same(term: _Term, other: _Term) -> bool:
    both = len(term.places & other.places)
    if both >= _SAME * max(len(term.places), len(other.places)):
        return True
    longer = term.word in other.word or other.word in term.word
    return (longer and both >= _SAME * min(len(term.places), len(other.places))) or cosine(term.middle, other.middle) >= _LIKE_ONE


def _proposal(group: Sequence[_Term], found: Sequence[Head], least: int, taken: Collection[str]) -> Proposal:
    held = {head.text: head for term in group for head in term.held}
    places = frozenset(place for term in group for place in term.places)
    name = _name(group)
    told = Counter(text for _, text in places)
    named = sorted(held, key=lambda text: (name not in text, -told[text], text))
    cues = _cues(places, found, least, taken)
    return Proposal(name, (*_bare([name, *(term.word for term in group)]), *cues), len({report for report, _ in places}), tuple(named[:3]))


def _name(group: Sequence[_Term]) -> str:
    """The best supported word, or a longer one that holds it and that reports have often enough."""
    first = group[0]
    longer = [t for t in group if first.word in t.word and t.support >= _NAMES * first.support]
    return max(longer, key=lambda t: (len(t.word), t.support, t.word)).word


def _cues(places: frozenset[tuple[str, str]], found: Sequence[Head], least: int, taken: Collection[str]) -> list[str]:
    """The words that ``least`` reports say under the heads and that are not said as much elsewhere, the most telling first."""
    everywhere, under = Counter[str](), Counter[str]()
    reports: defaultdict[str, set[str]] = defaultdict(set)
    for head in found:
        everywhere.update(head.words)
        if (head.report, head.text) in places:
            under.update(head.words)
            for word in head.words:
                reports[word].add(head.report)
    shares = {w: n / everywhere[w] for w, n in under.items() if w not in taken and len(reports[w]) >= least}
    telling = (w for w, share in shares.items() if share >= _OWN)
    return sorted(telling, key=lambda w: (-shares[w] * under[w], w))[:_CUES]


def _bare(terms: Iterable[str]) -> list[str]:
    """``terms`` without those that hold another: whoever says 城乡融合 says 城乡."""
    known = list(dict.fromkeys(terms))
    return [t for t in known if not any(other != t and other in t for other in known)]
