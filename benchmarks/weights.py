"""What the tables of learned weights have in common: how counts of traits become columns, and how weights are written by trait and size."""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

Row = TypeVar("Row")


def columns(weighed: Iterable[Mapping[str, float]]) -> tuple[Any, Any]:
    """scikit-learn's vectorizer, and its matrix of what is ``weighed`` in each row, with the indices that its solvers take."""
    from sklearn.feature_extraction import DictVectorizer

    vectors = DictVectorizer()
    matrix = vectors.fit_transform(list(weighed))
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    return vectors, matrix


def rows(traits: Iterable[StrEnum], weights: Mapping[Any, Mapping[str, float]], indent: str = "") -> Iterator[str]:
    """The rows of a table, a line for every trait and weight with the values that have it, the heaviest first."""
    for trait in traits:
        by_weight: defaultdict[float, list[str]] = defaultdict(list)
        for value, weight in weights.get(trait, {}).items():
            by_weight[weight].append(value)
        for weight in sorted(by_weight, reverse=True):
            values = ", ".join(f'"{v}"' if v[:1].isdigit() or not v.isalnum() else v for v in sorted(by_weight[weight]))
            yield f"{indent}- {{看: {trait}, 重: {weight}, 是: [{values}]}}\n"


def learned_softmax(
    given: Sequence[tuple[Mapping[tuple[StrEnum, str], float], str, float]], penalty: float, least: float, most: int = 400
) -> tuple[dict[str, float], dict[str, dict[StrEnum, dict[str, float]]]]:
    """The starts and weights, by answer, of a softmax regression over ``given``: of each row what is counted, the answer, and what the row weighs.
    ``penalty`` is the inverse of scikit-learn's regularisation, smaller weights than ``least`` are dropped, ``most`` are the rounds."""
    from sklearn.linear_model import LogisticRegression

    traits = {f"{trait}={value}": (trait, value) for row, _, _ in given for trait, value in row}
    vectors, matrix = columns({f"{trait}={value}": n for (trait, value), n in row.items()} for row, _, _ in given)
    model = LogisticRegression(C=penalty, max_iter=most)
    model.fit(matrix, [answer for _, answer, _ in given], sample_weight=[weighs for *_, weighs in given])
    by_answer: dict[str, dict[StrEnum, dict[str, float]]] = {}
    for answer, coefficients in zip(model.classes_, model.coef_, strict=True):
        found: defaultdict[StrEnum, dict[str, float]] = defaultdict(dict)
        for name, weight in zip(vectors.get_feature_names_out(), coefficients, strict=True):
            if abs(weight) >= least:
                trait, value = traits[name]
                found[trait][value] = round(float(weight), 1)
        by_answer[str(answer)] = dict(found)
    return {str(a): round(float(start), 1) for a, start in zip(model.classes_, model.intercept_, strict=True)}, by_answer


def softmax_rows(learned: Any, traits: Iterable[StrEnum], none: str) -> Iterator[str]:
    """The rows of a table of softmax weights, answer by answer; ``none`` is how it writes the empty one."""
    kinds = tuple(traits)
    for answer in sorted(learned.starts):
        yield f"- 动词: {answer or none}\n  起点: {learned.starts[answer]}\n  分:\n"
        of_answer = {t: {value: found[answer] for value, found in values.items() if answer in found} for t, values in learned.weights.items()}
        yield from rows(kinds, of_answer, "  ")


def main(
    doc: str | None,
    table: Path,
    lists: Callable[[], Mapping[str, Sequence[Row]]],
    written: Callable[[Sequence[Row]], Iterable[str]],
    left_out: Callable[[Mapping[str, Sequence[Row]]], Iterable[str]],
) -> None:
    """The command line of a script that learns the weights of ``table`` from ``lists``: it writes them, holds them against the file (--check), or
    tells of each list what those learned from the others make of it (--left-out)."""
    parser = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--left-out", action="store_true")
    asked = parser.parse_args()
    given = lists()
    if asked.left_out:
        print(*left_out(given), sep="\n")
        return
    text = "".join(written([row for rows in given.values() for row in rows]))
    if asked.check:
        same = text == table.read_text("utf-8")
        print("一字不差" if same else "和名单学来的不一样")
        sys.exit(not same)
    table.write_text(text, "utf-8")
