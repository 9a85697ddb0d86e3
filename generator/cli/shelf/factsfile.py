"""A facts file, read with the 文种 there are beside it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli.shelf.templates import kinds
from generator.files import Encoding, read_decoded
from generator.problems import Faults, Problem, gathered

if TYPE_CHECKING:  # looking into the bank need not wait for what only drafting or checking loads
    from generator.facts.model import Facts


def facts(path: Path) -> tuple[Facts, Encoding]:
    """The facts file at ``path`` and how it was encoded."""
    from generator.facts.load import load_facts

    found = read_decoded(path)
    return load_facts(found.source, kinds(path.parent)), found.encoding


def each_facts(paths: Iterable[Path]) -> list[Facts]:
    """The facts files at ``paths``, in their order. Raises ``Faults`` with the faults of all of them."""
    problems: list[Problem] = []
    found: list[Facts] = []
    for path in paths:
        with gathered(problems):
            found.append(facts(path)[0])
    if problems:
        raise Faults(problems)
    return found
