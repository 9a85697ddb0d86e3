"""What a clause of formula stands beside: the statements of its own sentence, nearest first; where the sentence has none, what it speaks over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from generator.bank.phrase import Position

_MOST = 4
"""Statements that a clause is taken to speak of: those since the last aim, hardly ever more."""
_SENTENCE = 40
"""Characters from which a sentence is no phrase any more."""


class Stood(Struct, frozen=True):
    """A clause of formula, where it stands among the statements of its sentence, and these, nearest first."""

    clause: str
    position: Position
    beside: tuple[str, ...]


def stands(cut: Sequence[str], is_formula: Callable[[str], bool], over: Sequence[str] = ()) -> Iterator[Stood]:
    """Every clause of formula in the sentence ``cut``: an aim belongs to the statements since the last aim, an opening to those up to the next.

    ``over`` is what a sentence of formula alone speaks of: the heads under it, or the statements before it.
    """
    before: list[str] = []
    opening: list[str] = []
    stated = False
    for n, clause in enumerate(cut):
        if not is_formula(clause):
            before.append(clause)
            stated = True
        elif before:
            yield Stood(clause, Position.CLOSE, tuple(reversed(before[-_MOST:])))
            before = []
        elif following := _following(cut[n + 1 :], is_formula):
            yield Stood(clause, Position.OPEN, following)
        elif not stated:
            opening.append(clause)
    if not stated and opening:
        yield from _whole(opening, tuple(over[:_MOST]))


def _following(rest: Sequence[str], is_formula: Callable[[str], bool]) -> tuple[str, ...]:
    """The statements behind an opening, up to the next formula behind them."""
    found: list[str] = []
    for clause in rest:
        if not is_formula(clause):
            found.append(clause)
        elif found:
            break
    return tuple(found[:_MOST])


def _whole(clauses: Sequence[str], over: tuple[str, ...]) -> Iterator[Stood]:
    """A sentence of formula alone: one unit where it is phrase-sized, so that no report's sentence is taken over whole."""
    sentence = "，".join(clauses)
    if len(sentence) < _SENTENCE:
        yield Stood(sentence, Position.WHOLE, over)
