"""Which layer the bank's wording in drafts comes from, in characters, file by file.

python benchmarks/share.py [--seeds 3] FACTS…
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from generator.bank.phrase import Layer
from generator.cli import shelf
from generator.cli.drafting import Order, drafted
from generator.printed import LineKind, lines
from generator.report import OriginKind, Text


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("facts", nargs="+", type=Path)
    given = parser.parse_args()
    total: Counter[Layer] = Counter()
    for path in given.facts:
        found = _layers(path, given.seeds)
        total += found
        print(f"{path.name}: {_said(found)}")
    print(f"合计: {_said(total)}")


def _layers(path: Path, seeds: int) -> Counter[Layer]:
    bank = shelf.bank(shelf.own_banks(path, ()))
    found: Counter[Layer] = Counter()
    for made in drafted(Order(path), range(seeds)):
        for line in lines(made.draft.report):
            if line.kind in (LineKind.BODY, LineKind.HEADING):
                for run in line.inlines:
                    if isinstance(run, Text) and run.origin and run.origin.kind is OriginKind.PHRASE:
                        found[bank.phrases[run.origin.phrase].layer] += len(run.text)
    return found


def _said(found: Counter[Layer]) -> str:
    whole = found.total() or 1
    return "，".join(f"{layer} {n} 字 {n / whole:.0%}" for layer, n in found.most_common())


if __name__ == "__main__":
    main()
