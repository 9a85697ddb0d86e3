"""What the tables of learned weights have in common: how counts of traits become columns, and how weights are written by trait and size."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any


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
