"""What the table of 补字 sets into text that is whole already: every insertion is a false alarm, or a word that a reader would not miss.

    python benchmarks/notes.py [FOLDER]

FOLDER holds reports as .txt (default: examples/往年报告). Prints how many clauses were read and each one that changed, supplied words in brackets.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from generator.chinese.forms import Use  # noqa: E402
from generator.chinese.punctuation import clauses, sentences  # noqa: E402
from generator.cli import shelf  # noqa: E402

_SHORTEST = 30
"""Characters from which a line of a report is a paragraph and no heading."""
_ORDINAL = re.compile("^[一二三四五六七八九十]+是")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples" / "往年报告"
    table = shelf.completions()
    read = 0
    changed: list[str] = []
    for sentence in _sentences(folder):
        read += sum(1 for _ in clauses(sentence))
        made = "".join(f"[{run.text}]" if run.rule else run.text for run in table.completed(sentence, Use.FACT))
        if made != sentence:
            changed.append(made)
    print(f"{read} 句，改动 {len(changed)} 处")
    print("\n".join(changed))


def _sentences(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if len(line) >= _SHORTEST:
                yield from (_ORDINAL.sub("", text) for _, text in sentences(line.strip()))


if __name__ == "__main__":
    main()
