"""How often the rules of prose are right: every finding in a corpus, rule by rule, against what a reader said of it.

    python benchmarks/prose.py CORPUS… [--labels benchmarks/prose_labels.tsv] [--unread] [--show RULE]

CORPUS are folders of .txt reports. Prints a table: rule, level, findings, read, right, share. ``--unread`` lists the findings that have no label,
``--show`` those of one rule. A label names rule, report, line and column of a finding, and says 1 (right) or 0 (a false alarm); no text of a report
stands in the file.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.check.prose.check import check_prose
from generator.check.prose.subject import Subject
from generator.check.prose.table import RULES
from generator.check.remark import Remark
from generator.cli import shelf
from generator.files import read_text
from generator.reading.period import period_of
from generator.reading.text import read_text as read_prose

HOME = Path(__file__).parent
Key = tuple[str, str, int, int]


def remarks(folders: Iterable[Path]) -> Iterator[Remark]:
    """What the rules find in every report under ``folders``; the report's path there is the path of a remark."""
    words, formulations = shelf.check_words(), shelf.formulations()
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            report, _ = read_prose(path.relative_to(folder.parent).as_posix(), read_text(path).text)
            yield from check_prose(Subject(report, words, formulations, period_of(report)))


def key(remark: Remark) -> Key:
    return remark.code, remark.place.path, remark.place.line, remark.place.column


def labels(path: Path) -> dict[Key, bool]:
    """What readers said: True where the finding is right."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return {(rule, report, int(line), int(column)): right == "1" for rule, report, line, column, right, *_ in rows}


def table(found: list[Remark], read: dict[Key, bool]) -> Iterator[str]:
    yield "| 规则 | 级别 | 查出 | 读过 | 对 | 对的占 |"
    yield "|---|---|---:|---:|---:|---:|"
    counts = Counter(r.code for r in found)
    seen = Counter(r.code for r in found if key(r) in read)
    right = Counter(r.code for r in found if read.get(key(r)))
    for rule in RULES:
        if counts[rule.code]:
            share = f"{right[rule.code] / seen[rule.code]:.0%}" if seen[rule.code] else "-"
            yield f"| {rule.code} | {rule.level} | {counts[rule.code]} | {seen[rule.code]} | {right[rule.code]} | {share} |"
    silent = [rule.code for rule in RULES if not counts[rule.code] and not rule.needs]
    yield f"\n没有查出的：{'、'.join(silent)}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("corpus", nargs="+", type=Path)
    arguments.add_argument("--labels", type=Path, default=HOME / "prose_labels.tsv")
    arguments.add_argument("--unread", action="store_true")
    arguments.add_argument("--show")
    given = arguments.parse_args()
    found = list(remarks(given.corpus))
    read = labels(given.labels) if given.labels.exists() else {}
    shown = [r for r in found if (given.unread and key(r) not in read) or r.code == given.show]
    for remark in shown:
        print("\t".join([*map(str, key(remark)), "", remark.fault, remark.excerpt]))
    if not shown:
        print("\n".join(table(found, read)))


if __name__ == "__main__":
    main()
