"""What readers said of aims and openings beside statements, and what of it the bank would print now (``situations/判读.tsv``).

    python benchmarks/situations.py [--unread]

A row is a statement with the head over it, a wording that was set behind it (收) or before it (起), and what a reader who knew no rule said of it:
F fits, W weak, M misfit, C claims, G bad grammar. Each list (列) was read by one reader. For every list that is left out in turn: how many of its
rows fit and how many are wrong, by what the other lists say of the wording. ``--unread`` names the phrases of the shipped bank that are tied to
situations and that readers did not find to fit twice.
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
    """Of rows of a list that is left out, those that fit and those that are wrong, by what the other lists say of their wording."""
    told: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for source in dict.fromkeys(row.source for row in read):
        known = verdicts(row for row in read if row.source != source)
        for row in (row for row in read if row.source == source):
            told[_told_by(known.get(row.wording, Counter()))][row.verdict] += 1
    for name, n in sorted(told.items()):
        wrong = sum(n[verdict] for verdict in WRONG)
        yield f"{name}：{n.total()} 处，合 {n[FITS] / n.total():.1%}，错 {wrong / n.total():.1%}"


def _told_by(said: Counter[str]) -> str:
    if not said:
        return "别处没有读过"
    if said.total() > said[FITS]:
        return "别处有不合的"
    return "别处合一回" if said[FITS] < _TWICE else "别处合两回以上"


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
