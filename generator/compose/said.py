"""What a draft has said so far: the memory that keeps wording from repeating. Immutable, so a rejected try rolls back by being forgotten."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from generator.chinese.punctuation import clauses, is_han
from generator.compose.kept import Choice

WORN = ("切实", "不断", "进一步", "扎实", "持续", "着力", "推动", "确保", "引导", "努力")
"""Words of which a good writer allows himself two a page."""

_PAGE = 22 * 28
_LONG_CLAUSE = 8
_RUN = 4
_ECHO = 7
_FADE = 60


@lru_cache(maxsize=1 << 14)
def han(text: str) -> str:
    """The Han characters of ``text`` alone, by which wordings are compared."""
    return "".join(filter(is_han, text))


@lru_cache(maxsize=1 << 14)
def bare_clauses(text: str) -> tuple[str, ...]:
    """The clauses of ``text``, punctuation aside."""
    return tuple([han(c) for _, c in clauses(text)])


@lru_cache(maxsize=1 << 14)
def long_clauses(text: str) -> frozenset[str]:
    """Clauses that must not come twice: those of eight characters and more, punctuation aside."""
    return frozenset([bare for bare in bare_clauses(text) if len(bare) >= _LONG_CLAUSE])


@lru_cache(maxsize=1 << 14)
def runs(text: str) -> frozenset[str]:
    """Every run of four Han characters: what close repetition is measured by."""
    bare = han(text)
    return frozenset(bare[i : i + _RUN] for i in range(len(bare) - _RUN + 1))


class Said(Struct, frozen=True):
    """Phrases, clauses, runs and openings printed so far; ``length`` in characters and where each worn word stood; ``tail`` is the last page.

    ``choices`` are the spots that were filled, in order.
    """

    phrases: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    runs: frozenset[str] = frozenset()
    openings: tuple[str, ...] = ()
    worn: tuple[tuple[str, int], ...] = ()
    length: int = 0
    tail: str = ""
    choices: tuple[Choice, ...] = ()

    def after(self, text: str, phrase: str = "") -> Said:
        """The memory once ``text`` is printed, drawn from the phrase of that id if one is given."""
        worn = tuple((w, self.length) for w in WORN for _ in range(text.count(w)))
        return Said(
            phrases=self.phrases | {phrase} if phrase else self.phrases,
            clauses=self.clauses | long_clauses(text),
            runs=self.runs | runs(text) if phrase else self.runs,
            openings=(*self.openings[-3:], han(text)[:2]),
            worn=(*[w for w in self.worn if self.length - w[1] < _PAGE], *worn),
            length=self.length + len(text),
            tail=(self.tail + text)[-_PAGE:],
            choices=self.choices,
        )

    @property
    def latest(self) -> str:
        """The wording that was chosen last; empty where there is none."""
        return self.choices[-1].wording if self.choices else ""

    def chosen(self, choice: Choice) -> Said:
        """The memory once a spot is filled."""
        return replace(self, choices=(*self.choices, choice))

    def reserving(self, text: str, phrase: str) -> Said:
        """The memory with a phrase set aside for a later spot: nothing else may say it."""
        return replace(self, phrases=self.phrases | {phrase}, clauses=self.clauses | long_clauses(text))

    def nearness(self, word: str) -> float:
        """How lately ``word`` was said: 1 for just now, a half sixty characters ago, 0 for not within a page."""
        at = self.tail.rfind(word)
        return 1 / (1 + (len(self.tail) - at - len(word)) / _FADE) if at >= 0 else 0.0

    def repeats(self, text: str) -> bool:
        """Whether ``text`` holds a long clause that was printed already."""
        return not self.clauses.isdisjoint(long_clauses(text))

    def echoes(self, text: str) -> bool:
        """Whether ``text`` holds a turn that formula printed before has already: seven characters running, the shortest that a reader notices."""
        return len(runs(text) & self.runs) > _ECHO - _RUN

    def wears_out(self, text: str) -> bool:
        """Whether ``text`` would be the third on this page to use a worn word."""
        recent = [w for w, at in self.worn if self.length - at < _PAGE]
        return any(w in text and recent.count(w) + text.count(w) > 2 for w in WORN)


@lru_cache(maxsize=1 << 12)
def shared_runs(one: str, other: str) -> frozenset[str]:
    """The runs of two characters and more that stand in both texts, each as long as it is in either."""
    found: set[str] = set()
    at = 0
    while at < len(one):
        end = at + 1
        while end < len(one) and one[at : end + 1] in other:
            end += 1
        if end > at + 1:
            found.add(one[at:end])
        at = end
    return frozenset(found)
