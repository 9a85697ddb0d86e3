"""Search: every word must be found, exactly or nearly; best finds first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from msgspec import Struct

from generator.bank.phrase import Kind, Nature, Phrase, Status
from generator.chinese.months import Period
from generator.report import Move

Span = tuple[int, int]
_NARROWEST = 3
"""Characters of the shortest word that may be misspelt: nearly every two characters are one letter from some other two."""


class Query(Struct, frozen=True):
    """What is looked for: all ``words``, in any order, among the phrases that every further condition admits."""

    words: tuple[str, ...] = ()
    topic: str = ""
    move: Move | None = None
    slot: str = ""
    period: Period | None = None
    kind: Kind | None = None
    nature: Nature | None = None

    def admits(self, p: Phrase) -> bool:
        """Whether ``p`` meets the conditions, its words aside."""
        return (
            p.status is not Status.REJECTED
            and self.topic in ("", p.topic)
            and self.move in (None, p.move)
            and self.kind in (None, p.kind)
            and self.nature in (None, p.nature)
            and (self.period is None or p.spoken(self.period))
            and (not self.slot or any(self.slot in (s.name.rstrip("0123456789"), s.type, s.unit) for s in p.slots))
        )


class Hit(Struct, frozen=True):
    """A find: ``errors`` is how many characters the words are off in all, ``marks`` where in the text they were found."""

    phrase: Phrase
    errors: int
    marks: tuple[Span, ...]


def search(phrases: Iterable[Phrase], query: Query) -> list[Hit]:
    """The hits of ``query``, best first: fewest errors, then as they are ranked."""
    return sorted(_hits(phrases, query), key=lambda h: (h.errors, rank(h.phrase)))


def best(holding: Callable[[bool], Iterable[Phrase]], query: Query, most: int) -> list[Hit]:
    """The best hits of ``query``, as ``search`` has them: ``most``, and one more where there are more.

    ``holding`` gives, as they are ranked, at least the phrases that hold the words exactly, or nearly: those are asked for where the exact ones are
    not enough.
    """
    exact = list(islice((hit for hit in _hits(holding(False), query) if not hit.errors), most + 1))
    return exact if len(exact) > most else search(holding(True), query)[: most + 1]


def rank(p: Phrase) -> tuple[int, int, str, Kind]:
    """Which of two phrases that were found equally well comes first: the one with most support, then the shortest."""
    return -p.support, len(p.text), p.text, p.kind


def _hits(phrases: Iterable[Phrase], query: Query) -> Iterator[Hit]:
    hits = (_hit(p, query.words) for p in phrases if query.admits(p))
    return (h for h in hits if h)


def _hit(p: Phrase, words: tuple[str, ...]) -> Hit | None:
    errors, marks = 0, []
    for word in words:
        found = find(word, p.text)
        if found is None:
            return None
        errors += found[0]
        marks.append(found[1])
    return Hit(p, errors, tuple(_joined(sorted(marks))))


def _joined(spans: list[Span]) -> Iterator[Span]:
    """``spans``, in order, overlapping ones made one."""
    current: Span | None = None
    for start, end in spans:
        if current and start <= current[1]:
            current = current[0], max(end, current[1])
            continue
        if current:
            yield current
        current = start, end
    if current:
        yield current


def errors_allowed(word: str) -> int:
    """How many characters of ``word`` may be wrong, missing or too many."""
    return 0 if len(word) < _NARROWEST else 1 if len(word) < 2 * _NARROWEST else 2


def pieces(word: str) -> list[str]:
    """``word`` in one piece more than it may have errors: one of them is right wherever it nearly stands."""
    number = errors_allowed(word) + 1
    return [word[len(word) * n // number : len(word) * (n + 1) // number] for n in range(number)]


def find(word: str, text: str) -> tuple[int, Span] | None:
    """How many characters are wrong, missing or too many (at most one of three to five, two of more) where ``text`` holds ``word``, and where.

    None where it does not hold it.
    """
    at = text.find(word)
    if at >= 0:
        return 0, (at, at + len(word))
    allowed = errors_allowed(word)
    if not allowed or not any(piece in text for piece in pieces(word)) or sum(c in text for c in word) < len(word) - allowed:
        return None
    errors, span = _nearest(word, text)
    return (errors, span) if errors <= allowed else None


def _nearest(word: str, text: str) -> tuple[int, Span]:
    """The part of ``text`` nearest to ``word`` by edit distance, after Sellers (1980): a row a character, each cell with where its match began."""
    row = [(i, 0) for i in range(len(word) + 1)]
    best, span = len(word), (0, 0)
    for end, c in enumerate(text, 1):
        diagonal, row[0] = row[0], (0, end)
        for i, w in enumerate(word, 1):
            changed = (diagonal[0] + (c != w), diagonal[1])
            diagonal = row[i]
            row[i] = min(changed, (row[i][0] + 1, row[i][1]), (row[i - 1][0] + 1, row[i - 1][1]))
        if row[-1][0] < best or (row[-1][0] == best and row[-1][1] == span[0] and span[1]):
            best, span = row[-1][0], (row[-1][1], end)
    return best, span
