"""Where formula may stand: what is said there, how near, and what of it a condition may rest on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from generator.fit.gist import NOTHING, Gist, together

FADE = 0.5
"""What each further statement counts, of the one before it."""
AROUND = 0.4
"""What the words of the heads above count, of those of the nearest statement."""


class Place(Struct, frozen=True, dict=True):
    """Where formula may stand: the statements it would stand beside, nearest first, and what is said around them (heads, point, block).

    ``ground`` is what a licence may rest on where that is less than all: a word of the heading over a block does not speak for each of its points.
    ``situations`` are those that the statements are in.
    """

    beside: tuple[Gist, ...]
    around: Gist = NOTHING
    ground: Gist | None = None
    situations: frozenset[str] = frozenset()

    @cached_property
    def acts(self) -> Mapping[str, float]:
        """The acts of the statements: 1 for the nearest statement's, a half for a farther one's."""
        found: dict[str, float] = {}
        for n, gist in enumerate(self.beside):
            for act in gist.acts:
                found.setdefault(act, 1.0 if n == 0 else 0.5)
        return found

    @property
    def nearest(self) -> Gist:
        """What the nearest statement says."""
        return self.beside[0] if self.beside else NOTHING

    @cached_property
    def stated(self) -> Gist:
        """All that the statements say."""
        return together(self.beside)

    @cached_property
    def whole(self) -> Gist:
        """All that is said in the place."""
        return together((*self.beside, self.around))

    @cached_property
    def licensing(self) -> Gist:
        return self.whole if self.ground is None else self.ground

    @cached_property
    def keys(self) -> frozenset[str]:
        """The words, acts and situations by which phrases are found that stood beside the like."""
        return self.situations.union(self.whole.words, self.whole.begun, self.whole.things, self.whole.topics, self.acts)

    @cached_property
    def spoken(self) -> frozenset[str]:
        """All that may answer a condition: the keys, and what licences rest on."""
        rests = self.licensing
        return self.keys.union(rests.words, rests.begun, rests.things, rests.topics, rests.acts)

    @cached_property
    def nearness(self) -> Mapping[str, float]:
        """Every word said, with how near it stands."""
        found: dict[str, float] = {}
        for n, gist in enumerate((*self.beside, self.around)):
            near = AROUND if n == len(self.beside) else FADE**n
            for word in gist.words:
                found[word] = max(found.get(word, 0.0), near)
        return found


def answered(said: Sequence[Gist]) -> tuple[Gist, ...]:
    """What an aim behind ``said``, nearest first, answers: the nearest statement that names an act, and what stands behind it. What was done before
    that is answered already."""
    last = next((n for n, gist in enumerate(said) if gist.acts), len(said))
    return tuple(said[: last + 1])
