"""Leave-one-out coverage: what a bank mined from all other reports, with the curated layer, knows of each report.

    python benchmarks/coverage.py CORPUS [--sample N]

Prints, for each report, its clauses by how they are known and the share of its Han characters that is known: of all formulaic text, and of what
may be printed unasked (套语). Near wordings are shown and not counted. With ``--sample`` every N-th report is measured; all others still teach.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

from generator.bank.bank import layered
from generator.cli import reports, shelf
from generator.mining.coverage import Coverage, How, Share, coverage
from generator.mining.describing import is_of_use
from generator.mining.distil import distil, gather
from generator.mining.evidence import Evidence, merge
from generator.report import Report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sample", type=int, default=1, help="measure every N-th report")
    arguments = parser.parse_args()
    read = reports.each(reports.given([arguments.corpus]), "reading", lambda given: given.report())
    evidence = [gather(report) for report in read]
    print(_row(["report", "clauses", *map(_english, How), "known", "of formula"]))
    found: list[Coverage] = []
    for i in range(0, len(read), arguments.sample):
        found.append(_without(read[i], (e for j, e in enumerate(evidence) if j != i)))
        print(_line(read[i].name[:22], found[-1]), flush=True)
    print(_line("all", Coverage(tuple(unit for one in found for unit in one.units))))


def _without(report: Report, others: Iterable[Evidence]) -> Coverage:
    formulations = shelf.formulations()
    mined = [p for p in distil(merge(*others), shelf.topics(), formulations, shelf.shipped_ledger(), shelf.tables()) if is_of_use(p)]
    curated = [entry.phrase for entry in shelf.layers_of()[1]]
    return coverage([report], layered([mined, curated], shelf.topics()), formulations)


def _line(name: str, found: Coverage) -> str:
    total: Share = found.total
    shares = [f"{n / max(total.clauses, 1):.1%}" for _, n in total.by]
    return _row([name, str(total.clauses), *shares, f"{total.rate:.1%}", f"{found.formula.rate:.1%}"])


def _english(how: How) -> str:
    return {How.EXACT: "exact", How.FRAME: "frame", How.FORMULATION: "set form.", How.NEAR: "near", How.NONE: "none"}[how]


def _row(cells: Iterable[str]) -> str:
    first, *rest = cells
    return f"{first:<26}" + "".join(f"{cell:>11}" for cell in rest)


if __name__ == "__main__":
    main()
