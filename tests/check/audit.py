"""What a reader found each finding on others' files to be: right, false or doubtful. ``benchmarks/audit_layout.py`` prints the table of it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.check.layout import check_layout
from generator.check.wanted import STANDARD
from generator.check.word import read_layout
from generator.problems import Problem

VERDICTS = Path(__file__).parent / "verdicts.tsv"
RIGHT, FALSE, DOUBTFUL, UNREAD = "对", "错", "疑", "未读"


@dataclass(frozen=True, order=True)
class Finding:
    """One finding: the file, the paragraph, the rule, and how the message goes on."""

    file: str
    line: int
    rule: str
    said: str


def findings(files: Mapping[str, bytes]) -> Iterator[Finding]:
    for name, data in files.items():
        for problem in check_layout(read_layout(name, data), STANDARD):
            yield Finding(name, problem.place.line, problem.code, _bare(problem))


def _bare(problem: Problem) -> str:
    """The message without its quotation and basis."""
    return problem.message.partition("：“")[0].partition("〔")[0]


def verdicts() -> dict[Finding, str]:
    """The verdicts on record. What is false or doubtful says why behind it."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return {Finding(row[0], int(row[1]), row[2], row[3]): row[4] for row in csv.reader(file, delimiter="\t")}


def read(found: Iterable[Finding], known: Mapping[Finding, str]) -> list[tuple[Finding, str]]:
    """Every finding with the verdict on it."""
    return [(finding, known.get(finding, UNREAD)) for finding in found]
