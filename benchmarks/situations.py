"""What readers said of aims and openings beside statements, and what of it the bank would print now (``situations/判读.tsv``).

    python benchmarks/situations.py [--unread]

A row is a statement with the head over it, a wording that was set behind it (收) or before it (起), and what a reader who knew no rule said of it:
F fits, W weak, M misfit, C claims, G bad grammar. Each list (列) was read by one reader. For every list that is left out in turn: how many of its
rows were wrong where the wording had fitted elsewhere and hardly ever failed, where it had failed, and where nobody had read it. ``--unread`` names
the phrases of the shipped bank that are tied to situations and that no reader found to fit.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.cli import shelf  # noqa: E402

READ = Path(__file__).parent / "situations" / "判读.tsv"
WRONG = frozenset("MCG")
FITS = "F"
_TWICE = 2
"""Statements that a wording must have fitted: of 190 that two readers judged in eight trades and eight more, none read before, those of wordings that
had fitted twice and never failed fitted 97 in a hundred times, those of others 83."""
_SPARED = 6
"""Times that a wording must have fitted for each time that it was anything else."""


class Row(NamedTuple):
    """One wording beside one statement, and what a reader said of it."""

    source: str
    head: str
    statement: str
    wording: str
    position: str
    situations: str
    verdict: str


def rows(path: Path = READ) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return [Row(*line) for line in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)][1:]


def verdicts(read: Iterable[Row]) -> Mapping[str, Counter[str]]:
    """How often each wording was said to be what."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in read:
        found[row.wording][row.verdict] += 1
    return found


def stands(said: Counter[str]) -> bool:
    """Whether a wording of which readers ``said`` that may be in the bank: it fitted more than once, and hardly ever less well."""
    return said[FITS] >= _TWICE and said[FITS] >= _SPARED * (said.total() - said[FITS])


def left_out(read: list[Row]) -> Iterator[str]:
    """Of rows of a list that is left out, those wrong by what the other lists say of their wording."""
    told: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for source in dict.fromkeys(row.source for row in read):
        known = verdicts(row for row in read if row.source != source)
        for row in (row for row in read if row.source == source):
            said = known.get(row.wording)
            name = "没有读过的" if said is None else "读过合的" if stands(said) else "读过不合的"
            told[name][row.verdict in WRONG] += 1
    yield from (f"{name}：{n.total()} 处，错 {n[True]} 处（{n[True] / n.total():.1%}）" for name, n in sorted(told.items()))


def unread() -> Iterator[str]:
    """The shipped phrases tied to situations that no reader found to fit."""
    known = verdicts(rows())
    yield from sorted(p.text for p in shelf.bank().phrases.values() if p.situations and not stands(known.get(p.text, Counter())))


def main() -> None:
    if sys.argv[1:] == ["--unread"]:
        print("\n".join(unread()) or "没有")
        return
    read = rows()
    counts = Counter(row.verdict for row in read)
    print(f"{len(read)} 处，{len({row.wording for row in read})} 条说法：" + "，".join(f"{v} {n}" for v, n in counts.most_common()))
    print("\n".join(left_out(read)))


if __name__ == "__main__":
    main()
