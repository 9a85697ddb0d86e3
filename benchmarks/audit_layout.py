"""The audit of ``nigao check``: every finding on files as others make them, and what a reader found it to be, rule by rule.

    python benchmarks/audit_layout.py [--unread] [--page]

Files that pandoc or LibreOffice make are in it where these are installed; what other versions of them make may bring findings that no one has read.
``--unread`` lists those, in the form of ``tests/check/verdicts.tsv``; ``--page`` prints the table as Markdown. Exit 1 where a finding is unread or
more than 3 % are false.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from generator.check.layout import RULES
from generator.chinese.width import columns
from tests.check.audit import DOUBTFUL, FALSE, RIGHT, UNREAD, Finding, findings, read, verdicts
from tests.check.others import FILES, converted

MOST_FALSE = 0.03
HEAD = ("规则", "依据", "查出", "对", "错", "疑", "未读")


def rows(judged: list[tuple[Finding, str]]) -> Iterator[tuple[str, ...]]:
    """A row for each rule, in the order of the rules; the sum at the end."""
    counts = Counter((finding.rule, verdict) for finding, verdict in judged)
    for rule in RULES:
        found = [counts[rule.code, verdict] for verdict in (RIGHT, FALSE, DOUBTFUL, UNREAD)]
        yield rule.code, rule.basis, *(str(n) for n in (sum(found), *found))
    total = [sum(verdict == each for _, verdict in judged) for each in (RIGHT, FALSE, DOUBTFUL, UNREAD)]
    yield "共", "", *(str(n) for n in (sum(total), *total))


def table(found: list[tuple[str, ...]]) -> str:
    widths = [max(columns(row[n]) for row in found) for n in range(len(HEAD))]
    return "\n".join("  ".join(cell + " " * (w - columns(cell)) for cell, w in zip(row, widths, strict=True)).rstrip() for row in found)


def page(found: list[tuple[str, ...]]) -> str:
    """The table as Markdown, rules that found nothing in a line below it."""
    shown = [row for row in found if row[2] != "0"]
    lines = ["| " + " | ".join(row) + " |" for row in shown]
    silent = "、".join(row[0] for row in found if row[2] == "0")
    return "\n".join([lines[0], "|" + "---|" * 2 + "---:|" * (len(HEAD) - 2), *lines[1:], "", f"没有查出的：{silent}"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--unread", action="store_true")
    parser.add_argument("--page", action="store_true")
    arguments = parser.parse_args()
    files = {name: make() for name, make in FILES.items()} | converted()
    judged = read(findings(files), verdicts())
    unread = [finding for finding, verdict in judged if verdict == UNREAD]
    if arguments.unread:
        print("\n".join(f"{f.file}\t{f.line}\t{f.rule}\t{f.said}\t" for f in unread))
    else:
        print(f"{len(files)} 份文件")
        print((page if arguments.page else table)([HEAD, *rows(judged)]))
    return int(bool(unread) or sum(verdict == FALSE for _, verdict in judged) > MOST_FALSE * len(judged))


if __name__ == "__main__":
    sys.exit(main())
