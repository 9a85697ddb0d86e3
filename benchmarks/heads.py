"""Heads: what is made of the names of matters in 200 trades, against the heads that writers accept (``heads/*.tsv``: trade, matter, heads).

The lists were written by people who did not know the rules; the tables are made of all of them (``heads_table.py``, ``naming.py``). Of the two lists
that were new when the tables were first made, 40 and 43 % of the heads made of nouns were in the writer's own list (29 and 35 of what stood before),
57 and 56 of 908 and 950 nouns stood bare (97 and 69). A head that is not in the list may be right all the same: how many are is a matter of reading,
told in ``fit.md``.

    python benchmarks/heads.py [--missed]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.heads_table import lists, rows  # noqa: E402
from generator.bank.phrase import SLOT, Kind  # noqa: E402
from generator.cli import shelf  # noqa: E402
from generator.compose.frames import frames_of, nearest  # noqa: E402
from generator.report import Move  # noqa: E402


class Matter(NamedTuple):
    """What a clerk calls a matter, and the heads that a writer accepts for it: the name alone where it needs nothing."""

    name: str
    heads: tuple[str, ...]

    @property
    def whole(self) -> bool:
        return self.heads[0] == self.name


def matters(path: Path) -> Iterator[Matter]:
    return (Matter(name, tuple(heads)) for name, heads in rows(path))


def made(name: str) -> tuple[str, ...]:
    """Every head that may be made of ``name``: the name itself where it is left alone."""
    bank = shelf.bank()
    if bank.naming.says_what_is_done(name):
        return (name,)
    for pool in frames_of(name, bank):
        found = nearest(bank.pool(Kind.LEAD, Move.MEASURE, pool), name)
        if found:
            return tuple(SLOT.sub(name, p.text) for p in found)
    return (name,)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="the heads that are in no list")
    missed = parser.parse_args().missed
    for path in lists():
        asked = list(matters(path))
        sure = [m for m in asked if m.whole or m.name not in m.heads]
        bare = [m for m in sure if not m.whole and made(m.name) == (m.name,)]
        verbed = [m for m in sure if m.whole and made(m.name) != (m.name,)]
        accepted = sum(sum(h in m.heads for h in made(m.name)) / len(made(m.name)) for m in asked)
        print(f"{path.stem}　{len(asked)} 个：光着 {len(bare)}，多补 {len(verbed)}，在名单里的 {accepted / len(asked):.0%}")
        for m in asked if missed else ():
            print(*(f"　{h}（{m.heads[0]}）" for h in made(m.name) if h not in m.heads), sep="\n", end="\n")


if __name__ == "__main__":
    main()
