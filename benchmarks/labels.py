"""Moves and topics against the hand-labelled sentences: accuracy, macro-F1, confusion matrix.

    python benchmarks/labels.py [CORPUS] [--errors]

CORPUS holds seeds/ and government/ (default: NIGAO_CORPUS or ../shared/corpus). --errors lists the places that are wrong.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.bank.bank import Bank  # noqa: E402
from generator.bank.topics import load_topics  # noqa: E402
from generator.problems import Source  # noqa: E402
from tests.labels.labelled import Scored, held_out, labels, scored  # noqa: E402
from tests.labels.scores import Pair, accuracy, confusion, macro_f1  # noqa: E402


def main() -> None:
    given = [a for a in sys.argv[1:] if not a.startswith("--")]
    corpus = Path(given[0] if given else os.environ.get("NIGAO_CORPUS", ROOT.parent / "shared" / "corpus"))
    topics = ROOT / "phrasebank" / "主题.yaml"
    bank = Bank({}, load_topics(Source(topics.name, topics.read_text(encoding="utf-8"))))
    seeds = labels("seeds")
    government = labels("government")
    _report("种子报告", list(scored(seeds, corpus / "seeds", bank)))
    found = list(scored(government, corpus / "government", bank))
    _report("政府工作报告，定规则的一半", [s for s in found if not held_out(s.label, government)])
    _report("政府工作报告，留出的一半", [s for s in found if held_out(s.label, government)])


def _report(name: str, found: list[Scored]) -> None:
    for what, pairs in (("语步", [s.move for s in found]), ("主题", [s.topic for s in found])):
        print(f"{name} {what}：{len(pairs)} 句，准确率 {accuracy(pairs):.3f}，宏平均 F1 {macro_f1(pairs):.3f}")
    _matrix([s.move for s in found])
    if "--errors" in sys.argv:
        for s in found:
            for pair in (s.move, s.topic):
                if pair.given not in pair.accepted:
                    print(
                        f"  {s.label.report[:20]}:{s.label.line}:{s.label.column} 应为 {'或'.join(pair.accepted) or '无'}，判成 {pair.given or '无'}"
                    )
    print()


def _matrix(pairs: list[Pair]) -> None:
    """Rows: what the reader said; columns: what the rules said."""
    counts = confusion(pairs)
    names = sorted({name for pair in counts for name in pair})
    print("　　　" + "".join(f"{name:　>5}" for name in names))
    for wanted in names:
        print(f"{wanted:　<4}" + "".join(f"{counts[wanted, given]:>10}" for given in names))


if __name__ == "__main__":
    main()
