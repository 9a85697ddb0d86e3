"""jieba against rjieba behind the one interface: the same words and tags, and how many times as fast, in one run.

python benchmarks/tokens.py CORPUS
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from generator.cli import shelf
from generator.mining.tokens import Tagger, Word, _jieba, _rjieba


def main() -> None:
    lines = [line for path in sorted(Path(sys.argv[1]).rglob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()]
    size = sum(len(line.encode()) for line in lines) / 1e6
    slow, jieba_seconds = _timed(_jieba, lines)
    fast, rjieba_seconds = _timed(_rjieba, lines)
    same = sum(a == b for a, b in zip(slow, fast, strict=True))
    print(f"{len(lines)} lines, {size:.2f} MB; words and tags alike on {same} lines")
    print(f"jieba  {size / jieba_seconds:6.1f} MB/s")
    print(f"rjieba {size / rjieba_seconds:6.1f} MB/s, {jieba_seconds / rjieba_seconds:.1f} times jieba")


def _timed(made: Callable[[frozenset[str], frozenset[str]], Tagger], lines: list[str]) -> tuple[list[list[Word]], float]:
    """The words of every line, and the best of three runs; the dictionary is loaded before."""
    tag = made(shelf.tables().common.names, frozenset())
    tag("预热")
    best = float("inf")
    words: list[list[Word]] = []
    for _ in range(3):
        start = time.perf_counter()
        words = [tag(line) for line in lines]
        best = min(best, time.perf_counter() - start)
    return words, best


if __name__ == "__main__":
    main()
