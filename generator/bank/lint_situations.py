"""What is wrong with a table of situations: examples that it does not bear out, words that tell nothing, what no phrase is tied to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from generator.fit.gist import Reader
from generator.fit.situations import Declared, example
from generator.problems import Problem, Severity

_SHORTEST_WORD = 2


def lint_situations(rows: Iterable[Declared], reader: Reader, used: Set[str]) -> list[Problem]:
    """The problems of the situations in ``rows``, which ``reader`` knows; ``used`` are the names that phrases are tied to."""
    return sorted({problem for row in rows for problem in _problems(row, reader, used)})


def _problems(row: Declared, reader: Reader, used: Set[str]) -> Iterator[Problem]:
    name, place = row.situation.name, row.place
    for word in sorted(w for w in row.situation.words.union(row.situation.never) if len(w) < _SHORTEST_WORD):
        yield Problem(place, "situation-word", f"情形“{name}”里的“{word}”只有一个字，许多词里都有", "写成整个的词", Severity.WARNING)
    for text in row.situation.examples:
        if not _is_in(name, text, reader):
            yield Problem(place, "situation-example", f"情形“{name}”套不上它的例子：{text}", "补上缺的词，或换一个例子", Severity.WARNING)
    for text in row.others:
        if _is_in(name, text, reader):
            yield Problem(place, "situation-example", f"情形“{name}”套上了反例：{text}", "加一项 关于，或写进 不", Severity.WARNING)
    if name not in used:
        yield Problem(place, "situation-unused", f"没有一条用语用在情形“{name}”", "给它写几条用语，或删去", Severity.WARNING)


def _is_in(name: str, text: str, reader: Reader) -> bool:
    statement, head = example(text)
    return name in reader.situations_of((statement,), head)
