"""Whether ``nigao new`` finds the right kind of trade: ten offices of the shipped bank left out in turn, asked for by what their clerk would write.

``trades.tsv`` holds the words and the offices that count as right, written down before measuring. Run: ``python benchmarks/trades.py``.
"""

from __future__ import annotations

from pathlib import Path

from generator.bank.offices import Offices
from generator.cli import shelf

_CASES = Path(__file__).with_suffix(".tsv")


def main() -> None:
    bank = shelf.bank()
    archive = Offices.of(bank.phrases.values(), bank.reader)
    first = any_right = 0
    cases = [line.split("\t") for line in _CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    for left_out, words, right in cases:
        found = [office.name for office in archive.nearest(words, without=left_out)]
        hits = [name in right.split("、") for name in found]
        first += hits[:1] == [True]
        any_right += any(hits)
        print(f"{'✓' if hits[:1] == [True] else '×'} {left_out}：{'、'.join(found) or '没有'}")
    print(f"{len(cases)} 个单位，最近的一个对 {first} 个，三个里有对的 {any_right} 个")


if __name__ == "__main__":
    main()
