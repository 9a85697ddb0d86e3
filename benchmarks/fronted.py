"""The weights by which a clause gets the word that it lacks in front (``phrasebank/句前补字.yaml``), learned from the lists in ``fronted/``.

    python benchmarks/fronted.py [--check | --left-out]

Softmax regression with an L2 penalty over the traits of ``generator.chinese.fronted``; small weights are dropped. The lists were
written in 440 trades by sixteen people who knew nothing of the rules: each row is what a note is for, one of its clauses that ends in
no count, and the words that are right in front of it whatever was the case (none: 无). Beside them stand the examples of
``phrasebank/补字.yaml``, above all what only looks like one of its forms. The clauses of the archive of the examples lack nothing;
there are ten times as many, and each counts for little.
``--check`` writes nothing and says whether a byte differs, ``--left-out`` leaves every list out in turn and counts how many get a word and how many a
wrong one. Needs scikit-learn.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks import weights  # noqa: E402
from generator.bank.completions import examples  # noqa: E402
from generator.bank.softmax import NONE  # noqa: E402
from generator.chinese.forms import Use  # noqa: E402
from generator.chinese.fronted import ALIKE, Fronted, Trait, traits  # noqa: E402
from generator.chinese.meanings import cutter_of  # noqa: E402
from generator.chinese.quantity import ends_in_count  # noqa: E402
from generator.chinese.softmax import Softmax  # noqa: E402
from generator.cli import shelf  # noqa: E402

LISTS = ROOT / "benchmarks" / "fronted"
ARCHIVE = ROOT / "examples" / "往年报告"
TABLE = ROOT / "phrasebank" / "句前补字.yaml"
_PENALTY = 3.0
"""The inverse of scikit-learn's regularisation."""
_WHOLE = 0.06
"""What a clause of the archive counts beside one of the lists."""
_OWN, _USES = 1.0, (Use.FACT, Use.MEASURE, Use.PLAN)
"""What an example of the table counts for each of what a note may be for."""
_LEAST = 0.05
"""The smallest weight that is kept."""
_RARE = 8
"""Clauses that must ask for a word for it to be learned."""
_SHORTEST, _LONGEST = 4, 24
"""Characters of the clauses of the archive that are learned from: those of notes."""
_HEADER = """\
# 不以数量收尾的短句（公众号内容三级审核、17所学校签订接送协议），前面补什么字：各个字的分加起来，最高的拿得准（六成以上）才补，“无”最高就不补。
# 由 benchmarks/fronted.py 照写材料的人列的名单（benchmarks/fronted/）学来。改名单，不改这里。
"""


@dataclass(frozen=True)
class Row:
    """A clause of a note for ``use``, the ``words`` that may go before it, and what it ``weighs``."""

    use: Use
    clause: str
    words: tuple[str, ...]
    weighs: float = 1.0

    @property
    def best(self) -> str:
        return self.words[0] if self.words else ""


def rows_of(path: Path) -> Iterator[Row]:
    for line in path.read_text("utf-8").splitlines():
        use, clause, words = line.split("\t")
        yield Row(Use(use), clause, tuple(word for word in words.split() if word != NONE))


def by_list() -> Mapping[str, Sequence[Row]]:
    return {path.stem: tuple(rows_of(path)) for path in sorted(LISTS.glob("*.tsv"))}


@cache
def archived() -> tuple[Row, ...]:
    """The clauses of the archive, each once."""
    texts = (path.read_text("utf-8") for path in sorted(ARCHIVE.rglob("*.txt")))
    found = sorted({clause.strip() for text in texts for clause in re.split("[，。；：、\n]", text)})
    fit = (c for c in found if _SHORTEST <= len(c) <= _LONGEST and not ends_in_count(c))
    return tuple(Row(Use.FACT, clause, (), _WHOLE) for clause in fit)


@cache
def of_the_table() -> tuple[Row, ...]:
    """What the table of 补字 says of its own forms: notes that look like theirs and stand as they are, and those that get a word in front."""
    source = shelf.stock.source(shelf.stock.home("phrasebank") / "补字.yaml")
    told = ((note, whole[: len(whole) - len(note)] if whole.endswith(note) else None) for _, note, whole in examples(source))
    kept = {note: word for note, word in told if word is not None and not ends_in_count(note) and not re.search("[，。；]", note)}
    return tuple(Row(use, note, (word,) if word else (), _OWN) for note, word in kept.items() for use in _USES)


def learned(given: Sequence[Row]) -> Fronted:
    often = {word for word, n in Counter(row.best for row in given).items() if n >= _RARE}
    known = [row for row in (*given, *of_the_table()) if row.best in {*often, ""}] + list(archived())
    table = shelf.completions()
    cutter = cutter_of(table.classes, table.singles)
    told = [(dict.fromkeys(traits(row.clause, row.use, cutter), 1.0), row.best, row.weighs) for row in known]
    return Fronted(Softmax.of(*weights.learned_softmax(told, _PENALTY, _LEAST, most=200)))


def written(fronted: Fronted) -> Iterator[str]:
    yield _HEADER
    yield from weights.softmax_rows(fronted.learned, Trait, NONE)


def left_out(given: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    table = shelf.completions()
    cutter = cutter_of(table.classes, table.singles)
    for out, asked in given.items():
        fronted = learned([row for name, rows in given.items() if name != out for row in rows])
        told = [(row, word) for row in asked if (word := fronted.word(row.clause, row.use, cutter))]
        wrong = [f"{word}{row.clause}（{'、'.join(row.words) or NONE}）" for row, word in told if not _like(word, row.words)]
        yield f"{out}　{len(asked)} 句，要补的 {sum(bool(row.words) for row in asked)}：补 {len(told)}，补错 {len(wrong)}：{' '.join(wrong)}"


def _like(word: str, words: Sequence[str]) -> bool:
    """Whether ``word`` says what one of ``words`` says."""
    return word in words or any(word in group and not group.isdisjoint(words) for group in ALIKE)


if __name__ == "__main__":
    weights.main(__doc__, TABLE, by_list, lambda given: written(learned(given)), left_out)
