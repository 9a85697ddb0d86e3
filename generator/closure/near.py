"""Which of many texts are about the same as one, found by the pairs they hold: the work grows with what is shared, not with all there is."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from generator.closure.content import Pairs, Rarity
from generator.fit.likeness import Held, Vector, cosine, held_by

_ROUNDING = 1e-9
"""What sums in another order may differ by."""


def sums(weights: Mapping[str, float], held: Held, beside: Held, share: float) -> dict[int, float]:
    """The texts that hold any pair of ``weights``, with the sum of those they hold and a ``share`` of those that ``beside`` gives
    them."""
    found: defaultdict[int, float] = defaultdict(float)
    for pair, weight in weights.items():
        for n in held.get(pair, ()):
            found[n] += weight
    for pair, weight in weights.items():
        for n in beside.get(pair, ()):
            if n in found:
                found[n] += share * weight
    return found


class Near(Struct, frozen=True):
    """Texts by their content, with how telling a pair is among them, as vectors and with how much each says in all."""

    vectors: Sequence[Vector]
    held: Held
    weigh: Rarity
    totals: Sequence[float]

    @classmethod
    def of(cls, texts: Sequence[Pairs]) -> Near:
        weigh = Rarity.among(texts)
        totals = [weigh.total(text) for text in texts]
        return cls(
            [_vector(dict.fromkeys(text, 1.0), weigh, total) for text, total in zip(texts, totals, strict=True)], held_by(texts), weigh, totals
        )

    def like(self, told: Mapping[str, float], least: float) -> Iterator[tuple[int, float]]:
        """The texts, in their order, whose content is about the same as ``told``, with the cosine from ``least`` on, pairs weighed by rarity."""
        weights = {pair: times * self.weigh(pair) for pair, times in told.items()}
        whole, enough = sum(weights.values()), (least - _ROUNDING) ** 2
        found = sums(weights, self.held, {}, 0.0)
        asked = _vector(told, self.weigh, whole)
        for n in sorted(n for n, most in found.items() if most * most >= enough * whole * self.totals[n]):
            like = cosine(asked, self.vectors[n])
            if like >= least:
                yield n, like


def _vector(told: Mapping[str, float], weigh: Rarity, total: float) -> Vector:
    """``told`` as a vector: each pair by the root of its rarity, so that the product of two texts sums rarities; ``total`` is what it says in all."""
    return {pair: times * math.sqrt(weigh(pair) / total) for pair, times in told.items()} if total else {}
