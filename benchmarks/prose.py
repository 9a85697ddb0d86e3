"""How often the rules of prose are right: every finding in a corpus, rule by rule, against what a reader said of it.

    python benchmarks/prose.py CORPUS… [--labels benchmarks/prose_labels.tsv] [--unread] [--show RULE]
    python benchmarks/prose.py --near

CORPUS are folders of reports. Prints a table: rule, level, findings, read, right, share. ``--unread`` lists the findings that have no label,
``--show`` those of one rule. A label names rule, report, line and column of a finding, and says 1 (right) or 0 (a false alarm); no text of a report
stands in the file. ``--near`` reads ``prose_near.tsv`` instead, sentences without a fault that come near a rule, and prints the false alarms by rule.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec.structs import replace

from generator.check.prose.check import check_prose
from generator.check.prose.examples import subject_of
from generator.check.prose.rule import Example
from generator.check.prose.subject import Subject
from generator.check.prose.table import RULES
from generator.check.remark import Remark
from generator.cli import shelf
from generator.cli.reports import Given, each, given
from generator.problems import Problem, Severity
from generator.reading.period import period_of

HOME = Path(__file__).parent
Key = tuple[str, str, int, int]
_YEAR = ((2025, 1), (2025, 12))
"""The months that a sentence alone is read as telling of."""


def remarks(folders: Iterable[Path]) -> Iterator[Remark]:
    """What the rules find in every report under ``folders``; the report's path there is the path of a remark."""
    words, formulations = shelf.check_words(), shelf.formulations()
    for folder in folders:
        unread: list[Problem] = []
        for file, (report, _) in each(given([folder], unread), "读报告", Given.read, unread):
            named = replace(report, name=file.path.relative_to(folder.parent).as_posix())
            yield from check_prose(Subject(named, words, formulations, period_of(named)))
        for problem in unread:
            print(f"没有读：{problem.place.path}：{problem.message}", file=sys.stderr)


def near(path: Path) -> Iterator[str]:
    """How many sentences of ``path`` come near each rule, and how many remarks above a hint they gave, of whichever rule."""
    words, formulations = shelf.check_words(), shelf.formulations()
    asked, given_by = Counter[str](), Counter[str]()
    for code, text in (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")):
        subject = subject_of(Example(text.replace("\\n", "\n"), period=None if "\\n" in text else _YEAR), words, formulations)
        found = check_prose(replace(subject, period=subject.period or period_of(subject.report)))
        asked[code] += 1
        given_by.update(r.code for r in found if r.severity is not Severity.HINT)
    yield "| 规则 | 句 | 误报 |"
    yield "|---|---:|---:|"
    for rule in RULES:
        if asked[rule.code] or given_by[rule.code]:
            yield f"| {rule.code} | {asked[rule.code]} | {given_by[rule.code]} |"
    yield f"| 合计 | {asked.total()} | {given_by.total()} |"


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
    arguments.add_argument("corpus", nargs="*", type=Path)
    arguments.add_argument("--near", action="store_true")
    arguments.add_argument("--labels", type=Path, default=HOME / "prose_labels.tsv")
    arguments.add_argument("--unread", action="store_true")
    arguments.add_argument("--show")
    asked = arguments.parse_args()
    if asked.near:
        print("\n".join(near(HOME / "prose_near.tsv")))
        return
    found = list(remarks(asked.corpus))
    read = labels(asked.labels) if asked.labels.exists() else {}
    shown = [r for r in found if (asked.unread and key(r) not in read) or r.code == asked.show]
    for remark in shown:
        print("\t".join([*map(str, key(remark)), "", remark.fault, remark.excerpt]))
    if not shown:
        print("\n".join(table(found, read)))


if __name__ == "__main__":
    main()
