"""Parallel headings: the ones to compose are chosen as a set, of one shape, no two beginning alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from generator.bank.phrase import shape_of
from generator.compose.builds import EVEN, HALF_COUNT, Candidate, Shape, alike, frame_of
from generator.compose.choose import Chooser, expand
from generator.compose.heads import Head, candidates, values_of
from generator.compose.kept import Choice
from generator.compose.said import runs
from generator.compose.spots import Spot, Stand
from generator.compose.statements import strip_stop
from generator.report import Inlines, Move, plain

_UNSERVED = 40.0
"""What a set is worth less for every block that its build leaves without: more than all its headings are worth, so that siblings are parallel."""
_UNLIKE = 0.5
"""What a set of two even halves is worth less than one whose lengths agree too."""


class _Set(Struct, frozen=True):
    """One try: a heading or none for every block, and how good they are together."""

    score: float
    chosen: tuple[Candidate | None, ...]


def headings(heads: Sequence[Head], move: Move, chooser: Chooser) -> list[Inlines]:
    """A heading for every block. The clerk's stand; the others take the shape that siblings of the clerk's share, else the one that fits most."""
    kept = [_kept(h, chooser) for h in heads]
    heads = [replace(h, given=h.given or (k.inlines if k else ())) for h, k in zip(heads, kept, strict=True)]
    given = [plain(h.given) for h in heads if h.given]
    wanted = _shared_shape(map(shape_of, given))
    pools = [[] if h.given else list(candidates(h, move, chooser)) for h in heads]
    found = {(c.shape, c.frame) for pool in pools for c in pool if len(c.shape) <= 2}
    loose = {EVEN for pool in pools for c in pool if c.even}
    targets = [(wanted, ""), (tuple(n - 1 for n in wanted), ""), *loose] if wanted else sorted(found | loose) or [((), "")]
    tries = (_choose(heads, pools, shape, frame, _kinship(given, shape, frame) + chooser.noise("shape", move, shape)) for shape, frame in targets)
    best = max(tries, key=lambda s: s.score)
    out: list[Inlines] = []
    for head, own, drawn in zip(heads, kept, best.chosen, strict=True):
        out.append(strip_stop(head.given) or (drawn.inlines if drawn else head.name))
        candidate = own or drawn
        if candidate and candidate.phrase:
            chooser.said = chooser.said.chosen(Choice(Spot(head.where, Stand.TITLE), candidate.phrase, candidate.text))
        chooser.said = chooser.said.after(plain(out[-1]), candidate.phrase if candidate else "")
    return out


def _kept(head: Head, chooser: Chooser) -> Candidate | None:
    """The heading that the user keeps at this place."""
    choice = chooser.kept.get(Spot(head.where, Stand.TITLE))
    if head.given or choice is None or not choice.phrase:
        return None
    return Candidate(expand(chooser.bank.phrases[choice.phrase], values_of(head, chooser)), choice.phrase, 0.0)


def _shared_shape(given: Iterable[Shape]) -> Shape | None:
    shape, count = next(iter(Counter(given).most_common(1)), ((), 0))
    return shape if count >= 2 else None


def _kinship(given: Sequence[str], shape: Shape, frame: str) -> float:
    """How near a build is to the clerk's own headings: the number of clauses and the frame count most, then the lengths."""
    if (shape, frame) == EVEN:
        return sum(1.5 * (len(shape_of(g)) == HALF_COUNT) + (not frame_of(g)) for g in given) - _UNLIKE
    return sum(1.5 * (len(shape_of(g)) == len(shape)) + (frame_of(g) == frame) + 0.5 * alike(shape_of(g), shape) for g in given)


def _choose(heads: Sequence[Head], pools: Sequence[Sequence[Candidate]], shape: Shape, frame: str, kinship: float) -> _Set:
    """Headings of one build: every block served counts most, then kinship with the clerk's own, then fit.

    A block that the build leaves without takes what there is, so that it has a heading all the same; those for which there is least choose first.
    """
    named = (c.text for pool in pools if not any(c.phrase for c in pool) for c in pool)
    taken = {half[:2] for heading in (*(plain(h.given) for h in heads if h.given), *named) for half in heading.split("，")}
    echoes: frozenset[str] = frozenset().union(*(runs(plain(h.given)) for h in heads))
    used: set[str] = set()
    chosen: list[Candidate | None] = [None] * len(heads)
    total = kinship
    built = [[c for c in pool if c.fits(shape, frame)] for pool in pools]
    for n in sorted(range(len(heads)), key=lambda n: (len(built[n]), n)):
        head = heads[n]
        fitting = [c for c in built[n] if c.built or _is_free(c, taken, used)]
        free = fitting or [c for c in pools[n] if _is_free(c, taken, used)] or [c for c in pools[n] if c.built]
        best = max(free, key=lambda c: (c.verbs.isdisjoint(taken), c.score - 0.5 * len(runs(c.text) & echoes), c.phrase), default=None)
        chosen[n] = best
        if best:
            taken |= best.verbs
            echoes |= runs(best.text)
            used |= {best.phrase} - {""}
        total += best.score if best else 0
        total -= _UNSERVED * (not fitting and not head.given)
    return _Set(total, tuple(chosen))


def _is_free(candidate: Candidate, taken: set[str], used: set[str]) -> bool:
    """Whether no sibling is that phrase or begins as it does."""
    return candidate.verbs.isdisjoint(taken) and candidate.phrase not in used
