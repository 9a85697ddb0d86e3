"""How work is done on one thing after another: in turn, or however an engine spreads it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any, TypeVar

S = TypeVar("S")
T = TypeVar("T")
R = TypeVar("R")
Run = Callable[[Callable[[Any, Any], Any], Any, Iterable[Any]], Iterator[Any]]
"""Does a piece of work, given what is the same for all, on each of some things; results come in the order of the things."""


def in_turn(work: Callable[[S, T], R], shared: S, items: Iterable[T]) -> Iterator[R]:
    """Here and now, one after another."""
    return map(partial(work, shared), items)
