"""Parallel headings: the ones to compose are chosen as a set, of one shape, no two beginning alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.bank.files import shape_of
from generator.bank.phrase import Kind, Phrase
from generator.compose.choose import GENERAL_TOPIC, Chooser, Want, expand
from generator.compose.said import han, runs
from generator.report import Inlines, Move, Origin, OriginKind, Text, plain

Shape = tuple[int, ...]
_LEVELS = (0, 2)  # the curated layer gives no level


@dataclass(frozen=True, slots=True)
class Head:
    """A block that wants a heading: its topic and its text, or the heading the clerk gave; ``name`` is what its topic is called."""

    topic: str
    text: str
    given: Inlines = ()
    name: Inlines = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A heading that could stand: one phrase whole, or the halves of two."""

    inlines: Inlines
    phrases: tuple[str, ...]
    score: float

    @property
    def text(self) -> str:
        return plain(self.inlines)

    @property
    def verbs(self) -> frozenset[str]:
        """The openings of its halves; 以 and 在 open a frame, not a verb phrase."""
        return frozenset(half[:2] for half in self.text.split("，") if not half.startswith(("以", "在")))


@dataclass(frozen=True, slots=True)
class _Set:
    """One try: a heading or none for every block, and how good they are together."""

    score: float
    chosen: tuple[_Candidate | None, ...]


def alike(a: Shape, b: Shape) -> bool:
    """Same number of clauses, each within one character."""
    return len(a) == len(b) and all(abs(x - y) <= 1 for x, y in zip(a, b, strict=True))


def _within(shape: Shape, least: Shape) -> bool:
    """Whether every clause has the least length or one more: any two such shapes are alike."""
    return len(shape) == len(least) and all(0 <= x - y <= 1 for x, y in zip(shape, least, strict=True))


def headings(heads: Sequence[Head], move: Move, chooser: Chooser) -> list[Inlines]:
    """A heading for every block. The clerk's stand; the others take the shape that siblings of the clerk's share, else the one that fits most."""
    wanted = _shared_shape(shape_of(plain(h.given)) for h in heads if h.given)
    pools = [[] if h.given else list(_whole(h, move, chooser)) for h in heads]
    if wanted is None:
        shapes = sorted({s for pool in pools for c in pool if len(s := shape_of(c.text)) <= 2}) or [()]
    else:
        shapes = [wanted, tuple(n - 1 for n in wanted)]
        pools = [pool + list(_halved(pool, wanted)) for pool in pools]
    best = max((_choose(heads, pools, shape, chooser.noise("shape", move, shape)) for shape in shapes), key=lambda s: s.score)
    out: list[Inlines] = []
    for head, candidate in zip(heads, best.chosen, strict=True):
        out.append(head.given or (candidate.inlines if candidate else head.name))
        for phrase in candidate.phrases if candidate else ("",):
            chooser.said = chooser.said.after(plain(out[-1]), phrase)
    return out


def _shared_shape(given: Iterable[Shape]) -> Shape | None:
    shape, count = next(iter(Counter(given).most_common(1)), ((), 0))
    return shape if count >= 2 else None


def _whole(head: Head, move: Move, chooser: Chooser) -> Iterator[_Candidate]:
    values = {**chooser.values, **({"主题": head.name} if head.name else {})}
    want = Want(Kind.HEADING, move, None, (head.topic, GENERAL_TOPIC), head.text)
    for topic in dict.fromkeys(want.topics):
        for phrase in chooser.bank.formulas(Kind.HEADING, move, None, topic):
            if phrase.level in _LEVELS and chooser.eligible(phrase, want, values):
                yield _Candidate(expand(phrase, values), (phrase.id,), _fit(phrase, head, chooser))


def _fit(phrase: Phrase, head: Head, chooser: Chooser) -> float:
    """Own topic over the general one, then how many of its character pairs the block speaks of, without saying its points over."""
    bare = han(phrase.text)
    spoken = sum(bare[i : i + 2] in head.text for i in range(len(bare) - 1))
    echo = len(runs(phrase.text) & runs(head.text))
    own = 1.0 if phrase.topic == head.topic else 0.0
    return own + 0.15 * min(spoken, 5) - 0.6 * min(echo, 3) + chooser.noise("head", phrase.id)


def _halved(pool: Sequence[_Candidate], shape: Shape) -> Iterator[_Candidate]:
    """Headings of a two-clause ``shape`` put together from the halves of two others, where the bank has none whole."""
    if len(shape) != 2 or any(alike(shape_of(c.text), shape) for c in pool):
        return
    pairs = [(c, c.text.split("，")) for c in pool if len(c.inlines) == 1 and c.text.count("，") == 1 and not c.text.startswith(("以", "抓"))]
    for first, (left, _) in pairs:
        for second, (_, right) in pairs:
            if first is not second and alike(shape_of(f"{left}，{right}"), shape) and not _pairs(left) & _pairs(right):
                score = (first.score + second.score) / 2 - 0.5
                yield _Candidate((_half(f"{left}，", first), _half(right, second)), first.phrases + second.phrases, score)


def _pairs(text: str) -> set[str]:
    return {text[i : i + 2] for i in range(len(text) - 1)}


def _half(text: str, candidate: _Candidate) -> Text:
    return Text(text, Origin(OriginKind.PHRASE, phrase=candidate.phrases[0]))


def _choose(heads: Sequence[Head], pools: Sequence[Sequence[_Candidate]], shape: Shape, noise: float) -> _Set:
    """Headings of one shape: every block served counts most, then fit, then kinship with the clerk's own.

    A block that the shape leaves without takes what there is, so that it has a heading all the same.
    """
    taken = {half[:2] for h in heads if h.given for half in plain(h.given).split("，")}
    echoes: frozenset[str] = frozenset().union(*(runs(plain(h.given)) for h in heads))
    used: set[str] = set()
    chosen: list[_Candidate | None] = []
    total = 0.8 * sum(alike(shape_of(plain(h.given)), shape) for h in heads if h.given) + 0.8 * noise
    for head, pool in zip(heads, pools, strict=True):
        free = [c for c in pool if not c.verbs & taken and used.isdisjoint(c.phrases)]
        fitting = [c for c in free if _within(shape_of(c.text), shape)]
        best = max(fitting or free, key=lambda c: (c.score - 0.5 * len(runs(c.text) & echoes), c.phrases), default=None)
        chosen.append(best)
        if best:
            taken |= best.verbs
            echoes |= runs(best.text)
            used |= set(best.phrases)
        total += best.score if best else 0
        total -= 10 * (not fitting and not head.given)
    return _Set(total, tuple(chosen))
