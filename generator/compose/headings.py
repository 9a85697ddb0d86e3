"""Parallel headings: the ones to compose are chosen as a set, of one shape, no two beginning alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.bank.files import shape_of
from generator.bank.phrase import SLOT, Kind, Phrase
from generator.compose.choose import GENERAL_TOPIC, Chooser, Want, expand
from generator.compose.said import han, runs
from generator.report import Inlines, Move, Text, plain

Shape = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A block that wants a heading: its topic and its text, or the heading the clerk gave."""

    topic: str
    text: str
    given: Inlines = ()
    name: Inlines = ()


def alike(a: Shape, b: Shape) -> bool:
    """Same number of clauses, each within one character."""
    return len(a) == len(b) and all(abs(x - y) <= 1 for x, y in zip(a, b, strict=True))


def headings(heads: Sequence[Head], move: Move, chooser: Chooser) -> list[Inlines]:
    """A heading for every block. The clerk's stand; the others take the shape that siblings of the clerk's share, else the one that fits most."""
    wanted = _shared_shape([shape_of(plain(h.given)) for h in heads if h.given])
    tries = [_choose(heads, move, chooser, shape) for shape in _shapes(heads, move, chooser, wanted)]
    complete = max(tries, key=lambda t: t[0], default=(0.0, [None] * len(heads)))[1]
    out = []
    for head, phrase in zip(heads, complete, strict=True):
        out.append(head.given or (_expanded(phrase, head, chooser) if phrase else head.name))
    for inlines, phrase in zip(out, complete, strict=True):
        chooser.said = chooser.said.after(plain(inlines), phrase.id if phrase else "")
    return out


def _shared_shape(given: Iterable[Shape]) -> Shape | None:
    shape, count = next(iter(Counter(given).most_common(1)), ((), 0))
    return shape if count >= 2 else None


def _shapes(heads: Sequence[Head], move: Move, chooser: Chooser, wanted: Shape | None) -> list[Shape]:
    if wanted is not None:
        return [wanted]
    missing = [h for h in heads if not h.given]
    pool = [p for h in missing for p in _pool(h, move, chooser)]
    return sorted({p.shape for p in pool if len(p.shape) <= 2}) or [()]


def _pool(head: Head, move: Move, chooser: Chooser) -> tuple[Phrase, ...]:
    own = chooser.bank.formulas(Kind.HEADING, move, None, head.topic)
    return own + chooser.bank.formulas(Kind.HEADING, move, None, GENERAL_TOPIC)


def _choose(heads: Sequence[Head], move: Move, chooser: Chooser, shape: Shape) -> tuple[float, list[Phrase | None]]:
    """Headings of one shape and how good the set is: every block served counts most, then fit, then kinship with the clerk's own."""
    taken = {plain(h.given)[:2] for h in heads if h.given}
    used: set[str] = set()
    echoes: frozenset[str] = frozenset().union(*(runs(plain(h.given)) for h in heads))
    chosen: list[Phrase | None] = []
    total = sum(0.8 for h in heads if h.given and alike(shape_of(plain(h.given)), shape)) + 0.8 * chooser.noise("shape", move, shape)
    for head in heads:
        best = None if head.given else _best(head, move, chooser, shape, taken, used, echoes)
        chosen.append(best[1] if best else None)
        if best:
            total += best[0]
            used.add(best[1].id)
            taken |= _verbs(best[1].text)
            echoes |= runs(best[1].text)
        elif not head.given:
            total -= 10
    return total, chosen


def _best(
    head: Head, move: Move, chooser: Chooser, shape: Shape, taken: set[str], used: set[str], echoes: frozenset[str]
) -> tuple[float, Phrase] | None:
    want = Want(Kind.HEADING, move, None, (head.topic,), head.text)
    values = _values(head, chooser)
    scored = [
        (_fit(phrase, head, chooser) - 0.5 * len(runs(phrase.text) & echoes), phrase.id)
        for phrase in _pool(head, move, chooser)
        if phrase.id not in used and not _verbs(phrase.text) & taken and _eligible(phrase, want, values, shape, chooser)
    ]
    if not scored:
        return None
    score, name = max(scored)
    return score, chooser.bank.phrases[name]


def _eligible(phrase: Phrase, want: Want, values: Mapping[str, Inlines], shape: Shape, chooser: Chooser) -> bool:
    if not chooser.eligible(phrase, want, values):
        return False
    return not shape or alike(shape_of(plain(expand(phrase, values))), shape)


def _fit(phrase: Phrase, head: Head, chooser: Chooser) -> float:
    """Own topic over the general one, then how many of the heading's character pairs the block speaks of."""
    bare = han(SLOT.sub("", phrase.text))
    spoken = sum(bare[i : i + 2] in head.text for i in range(len(bare) - 1))
    return (1.0 if phrase.topic == head.topic else 0.0) + 0.15 * min(spoken, 5) + chooser.noise("head", phrase.id)


def _verbs(text: str) -> set[str]:
    """The openings of a heading's halves; 以 opens a frame, not a verb phrase."""
    return {half[:2] for half in text.split("，") if not half.startswith(("以", "在"))}


def _values(head: Head, chooser: Chooser) -> dict[str, Inlines]:
    name = head.name or ((Text(head.topic),) if head.topic else ())
    return {**chooser.values, **({"主题": name} if name else {})}


def _expanded(phrase: Phrase, head: Head, chooser: Chooser) -> Inlines:
    return expand(phrase, _values(head, chooser))
