"""How well last year's plans and problems find their answers in this year's report, on the pairs labelled by hand in tests/closure/labels.tsv.

    python benchmarks/closure.py

Prints a table, then each label that was answered wrongly or not at all.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.closure.owed import OwedKind  # noqa: E402
from tests.closure.labelled import answered, labels, score  # noqa: E402


def main() -> None:
    print("| 用处 | 类 | 标了 | 配对 | 配错 | 漏了 | 准 | 全 |\n|---|---|---:|---:|---:|---:|---:|---:|")
    given = list(labels())
    for held_out in (False, True):
        for kind in OwedKind:
            those = [label for label in given if label.held_out is held_out and label.kind is kind]
            s = score(those)
            use = "留出" if held_out else "调试"
            print(f"| {use} | {kind} | {len(those)} | {s.right} | {s.wrong} | {s.missed} | {s.precision:.0%} | {s.recall:.0%} |")
    for label in given:
        _, found = answered(label)
        if found is not None and not label.accepts(found):
            print(f"错 {label.unit} {label.kind} {label.text} → 第 {found.line} 行 {found.text}")
        elif found is None and label.owes:
            print(f"漏 {label.unit} {label.kind} {label.text} → {'、'.join(label.answers)}")


if __name__ == "__main__":
    main()
