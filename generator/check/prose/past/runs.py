"""Clauses of a text that follow each other in an older one too, and how much of them is more than a usual turn."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

FEWEST, FEWEST_IN_RUN = 14, 20
"""Han characters of one's own from which a sentence found again, and clauses in a row that make no sentence, are copied instead of usual."""
Pair = tuple[str, str]


def runs(parts: list[tuple[int, str]], follows: Container[Pair], bare: Callable[[str], str]) -> Iterator[tuple[int, int, Pair]]:
    """The longest runs of ``parts``, offsets and clauses, in which each, made ``bare``, stands behind the one before it in ``follows`` too: offsets,
    and the first pair."""
    run: list[tuple[int, str]] = []
    for part in [*parts, (0, "")]:
        if run and (bare(run[-1][1]), bare(part[1])) in follows:
            run.append(part)
            continue
        if len(run) > 1:
            yield run[0][0], run[-1][0] + len(run[-1][1]), (bare(run[0][1]), bare(run[1][1]))
        run = [part]
