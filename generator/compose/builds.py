"""How a heading is built: how many clauses of what length, and the word that opens its frame."""

from __future__ import annotations

from functools import cached_property
from operator import sub

from msgspec import Struct

from generator.bank.phrase import shape_of
from generator.report import Inlines, plain

Shape = tuple[int, ...]
NAMED = "{主题}"
"""The frame of headings that stand around the topic's name."""
HALF_COUNT = 2
EVEN: tuple[Shape, str] = ((), "，")
"""The build of headings of two even halves, whose lengths are those of the topics' names that they are built on."""
_FRAMES = ("以", "在", "让", "把", "使", "为")


class Candidate(Struct, frozen=True, dict=True):
    """A heading that could stand."""

    inlines: Inlines
    phrase: str
    score: float
    built: bool = False

    @cached_property
    def text(self) -> str:
        return plain(self.inlines)

    @cached_property
    def shape(self) -> Shape:
        return () if self.built else shape_of(self.text)

    @cached_property
    def frame(self) -> str:
        """How it is built: by the word that opens its frame, or on the topic's name, whatever length that has."""
        return NAMED if self.built else frame_of(self.text)

    @cached_property
    def even(self) -> bool:
        """Whether it is of two halves alike in length and of no other frame."""
        return not self.frame and len(self.shape) == HALF_COUNT and abs(self.shape[0] - self.shape[1]) <= 1

    def fits(self, shape: Shape, frame: str) -> bool:
        """Whether it is of that build; of two even halves of any length where the siblings' names leave no other (``EVEN``)."""
        return self.even if (shape, frame) == EVEN else self.frame == frame and _within(self.shape, shape)

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The openings of its halves, but for those that open a frame instead of a verb phrase."""
        return frozenset(half[:2] for half in self.text.split("，") if not half.startswith(_FRAMES))


def alike(a: Shape, b: Shape) -> bool:
    """Same number of clauses, each within one character."""
    return len(a) == len(b) and all(abs(x - y) <= 1 for x, y in zip(a, b, strict=True))


def _within(shape: Shape, least: Shape) -> bool:
    """Whether every clause has the least length or one more: any two such shapes are alike."""
    return len(shape) == len(least) and _AT_MOST_ONE.issuperset(map(sub, shape, least))


_AT_MOST_ONE = frozenset((0, 1))


def frame_of(text: str) -> str:
    """How a heading is built: by the word that opens its frame (以…, 在…, 让…, 把…), empty for a verb phrase."""
    return text[0] if text.startswith(_FRAMES) else ""
